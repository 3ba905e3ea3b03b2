// Imports of packages that send requests of their own -> a call that cannot be seen.
import { expect, it } from 'vitest';
import { pathText } from '../../src/paths/target.js';
import { scanFiles } from './scan-files.js';

const WIDGETS = "import Phone from 'ringcentral-integration';\n";

const rows: readonly [what: string, files: Readonly<Record<string, string>>, calls: string[]][] = [
  ['an import', { 'a.js': `\n${WIDGETS}` }, ['a.js:2 ringcentral-integration']],
  [
    'require',
    { 'a.js': "const { Call } = require('ringcentral-integration')" },
    ['a.js:1 ringcentral-integration'],
  ],
  [
    'a file of a package',
    { 'a.ts': "import x from 'ringcentral-integration/lib/x'" },
    ['a.ts:1 ringcentral-integration'],
  ],
  ['a module of Ruby', { 'a.rb': "x = 1\nrequire 'glip_sdk/rest'\n" }, ['a.rb:2 glip_sdk']],
  [
    'a file of the package itself',
    {
      'lib/glip_sdk/rest.rb': "require 'glip_sdk/rest/groups'",
      'lib/glip_sdk/rest/groups.rb': 'ringcentral = 1',
    },
    [],
  ],
  ['a package without the name of the API', { 'a.rb': "require 'glip_sdk'" }, ['a.rb:1 glip_sdk']],
  [
    'one package, two files',
    { 'a.js': WIDGETS, 'b.js': WIDGETS },
    ['a.js:1 ringcentral-integration'],
  ],
  ['a name that only begins so', { 'a.js': "import x from 'ringcentral-integration-view'" }, []],
  ['a package of another language', { 'a.py': 'import ringcentral_integration' }, []],
  ['a client that sends what it is told', { 'a.js': "import { SDK } from '@ringcentral/sdk'" }, []],
];

it.each(rows)('%s', async (_, files, expected) => {
  const { calls } = await scanFiles(files);
  const unseen = calls.map((call) => {
    const [{ file, line } = { file: '', line: 0 }] = call.locations;
    expect([call.methods, pathText(call)]).toEqual([[], '{}']);
    const name = call.trace?.reason?.replace(/ sends requests of its own, .*$/, '');
    return `${file.replace(/^app\//, '')}:${line} ${name}`;
  });
  expect(unseen).toEqual(expected);
});

it('is what a comment above the import states', async () => {
  const provision = 'POST /restapi/v1.0/client-info/sip-provision';
  const { calls } = await scanFiles({ 'a.js': `// permlint: calls ${provision}\n${WIDGETS}` });
  expect(calls.map((call) => `${call.methods} ${pathText(call)}`)).toEqual([provision]);
  expect(calls[0]?.trace).toMatchObject({ reason: null, comment: { unused: false } });
});
