// Files that say nothing of the API themselves -> read where they lead to one that does, by whatever name they speak of it.
import { expect, it } from 'vitest';
import { callText, scanFiles } from './scan-files.js';

const URL = 'https://platform.ringcentral.com/restapi/v1.0/account/~/';

it.each<[string, Record<string, string>, string]>([
  [
    'an alias of a config of JavaScript',
    {
      'tsconfig.json': '{ "compilerOptions": { "paths": { "phone": ["./src/lib/ring.ts"] } } }',
      'src/lib/ring.ts': `export const own = (p: string) => fetch('${URL}' + p);`,
      'src/page.ts': "import { own } from 'phone';\nown('presence');",
    },
    'src/page.ts:2',
  ],
  [
    'a class whose name has two letters',
    {
      'src/Rc.java': `class Rc { RestTemplate t; Object own(String p) { return t.getForObject("${URL}" + p, X.class); } }`,
      'src/M.java': 'class M {\n void go(Rc rc) { rc.own("presence"); } }',
    },
    'src/M.java:2',
  ],
  [
    'names that one file of C# uses for all',
    {
      'All.cs': 'global using static Acme.Paths;',
      'Paths.cs': `namespace Acme;\nstatic class Paths { public static string Own(string p) => "${URL}" + p; }`,
      'J.cs':
        'namespace Other;\nclass J { object F(HttpClient h) => h.GetAsync(Own("presence")); }',
    },
    'J.cs:2',
  ],
  [
    'a package of Python that has all names of a module',
    {
      'pkg/paths.py': `ROOT = "${URL}"`,
      'pkg/__init__.py': 'from .paths import *',
      'run.py': 'import requests\nfrom pkg import ROOT\nrequests.get(ROOT + "presence")',
    },
    'run.py:3',
  ],
])('%s', async (_, texts, place) => {
  const { calls } = await scanFiles(texts);
  expect(calls.map(callText)).toEqual([`${place} GET /restapi/v1.0/account/~/presence`]);
});
