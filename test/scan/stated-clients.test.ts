// Wrappers that the app states as clients in its config: each as good as an HTTP call.
import { describe, expect, it } from 'vitest';
import { parseClientForm } from '../../src/calls/client-form.js';
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
