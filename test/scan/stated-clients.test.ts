// Wrappers that the app states as clients in its config: each as good as an HTTP call.
import { describe, expect, it } from 'vitest';
import { parseClientForm } from '../../src/calls/client-form.js';
import { permlint } from '../run.js';
import { callText, scanFiles } from './scan-files.js';

const form = (text: string) => {
  const parsed = parseClientForm(text);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
};

const LOG = '/account/~/call-log';

const cases: readonly [form: string, file: string, source: string, calls: string[]][] = [
  [
    'rc.send(method, path)',
    'a.js',
    `import { rc } from '@acme/rc'; // ringcentral\nrc.send('GET', '${LOG}');`,
    [`2 GET ${LOG}`],
  ],
  [
    'rc.send(method, path)',
    'a.ts',
    `// ringcentral\nclass A { go(id: string) { return this.rc.send('PUT', \`/account/\${id}\`); } }`,
    ['2 PUT /account/{}'],
  ],
  [
    'send(path, method)',
    'a.js',
    `// ringcentral\nsend('${LOG}', 'DELETE'); other.send('${LOG}', 'GET');`,
    [`2 DELETE ${LOG}`, `2 GET ${LOG}`],
  ],
  [
    'rc.get(path)',
    'a.py',
    `# ringcentral\nself.rc.get("${LOG}", params)\nrc.get(path="${LOG}")`,
    [`2 GET ${LOG}`, `3 GET ${LOG}`],
  ],
  [
    'rc.call(options, method, url)',
    'a.rb',
    `# ringcentral\nrc.call({}, :post, "https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~/sms")`,
    ['2 POST /restapi/v1.0/account/~/extension/~/sms'],
  ],
  [
    'rc.call(method, url)',
    'a.js',
    `// ringcentral\nrc.call('GET', 'https://api.example.com/v1');`,
    [],
  ],
  [
    'rc.send(method, path)',
    'a.js',
    `// ringcentral\nconst get = (path) => rc.send('GET', path);\nget('${LOG}');`,
    [`3 GET ${LOG}`],
  ],
  [
    'rc.send(method, path)',
    'a.js',
    `// ringcentral\nexport const get = (path) => rc.send('GET', path);`,
    ['2 GET {}'],
  ],
  [
    'send(method, path)',
    'a.js',
    `const axios = require('axios'); // ringcentral\nfunction send(method, path) { return axios({ method, url: server() + path }); }\nsend('GET', '${LOG}');`,
    [`3 GET ${LOG}`],
  ],
];

describe('a stated client', () => {
  it.each(cases)('%s in %s: %s', async (text, file, source, expected) => {
    const { calls } = await scanFiles({ [file]: source }, [form(text)]);
    expect(calls.map((call) => callText(call).replace(`${file}:`, ''))).toEqual(expected);
  });

  it.each([
    ['rc.send(method)', 'one of its arguments must be path or url, as in rc.send(method, path)'],
    ['rc.send', 'expected a call such as rc.send(method, path)'],
  ])('cannot be %s', (text, message) => {
    expect(parseClientForm(text)).toBe(message);
  });
});

const UNNAMED: readonly [file: string, source: string][] = [
  ['a.js', "const { rc } = require('@acme/rc');\nrc.send('GET', where);"],
  ['a.ts', "this.rc?.send<Log>('GET', where);"],
  ['a.js', "rc\n  .send('GET', where);"],
  ['a.py', 'rc.send("GET", where)'],
  ['a.php', "<?php $rc->send('GET', $where);"],
];

it.each(UNNAMED)('is looked for in files that name no API: %s %s', async (file, source) => {
  const { calls } = await scanFiles({ [file]: source }, [form('rc.send(method, path)')]);
  expect(calls.map((call) => callText(call).replace(/:\d+/, ''))).toEqual([`${file} GET {}`]);
});

const config = (...lines: string[]) => `version: 1\ngrants: [ReadCallLog]\n${lines.join('\n')}\n`;
const CLIENTS = 'clients: ["rc.send(method, path)", "rc.go(path)"]';
const SOURCE = "rc.send('GET', '/v1.0/account/~/call-log');\n";

const runs: readonly [what: string, argv: string[], config: string, told: string[]][] = [
  ['none of the code fits', [], config('calls: src', CLIENTS), ['4:36']],
  ['only plans are read', [], config('calls: GET /v1.0/account/~/call-log', CLIENTS), []],
  ['only a file is read', [], config('calls: src/a.js', CLIENTS), []],
  ['another folder is named', ['src'], config('calls: lib', CLIENTS), []],
  [
    'one app uses it',
    [],
    'version: 1\napps:\n  a: { calls: src, grants: [] }\n  b: { calls: lib, grants: [] }\n' +
      'clients: ["rc.send(method, path)", "rc.get(path)", "rc.go(path)"]\n',
    ['5:52'],
  ],
  [
    'of several apps one is looked at',
    ['--app', 'a'],
    'version: 1\napps:\n  a: { calls: src, grants: [] }\n  b: { calls: lib, grants: [] }\n' +
      'clients: ["rc.get(path)"]\n',
    [],
  ],
];

it.each(runs)('tells a wrapper that nothing fits: %s', (_, argv, text, told) => {
  const files = {
    'permlint.yaml': text,
    'src/a.js': SOURCE,
    'lib/b.js': "rc.get('/v1.0/account/~/call-log');\n",
  };
  const { out } = permlint([...argv, '-f', 'oneline'], { files });
  const places = [...out.matchAll(/^permlint\.yaml:(\d+:\d+): .*\[unused-client\]/gm)];
  expect(places.map(([, place]) => place)).toEqual(told);
});
