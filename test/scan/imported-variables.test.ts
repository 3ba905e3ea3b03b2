// A variable that files import and set members of -> what those read who use it, in its own file or any other.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const B = 'https://api.test/api';
const POLL = `import { conf } from './conf';\nexport const poll = () => fetch('${B}' + conf.path);`;

it.each<[string, Record<string, string>, string[]]>([
  [
    'by a file of its own',
    {
      'conf.js': "export const conf = { path: '/a' };",
      'poll.js': POLL,
      'main.js': "import { conf } from './conf';\nconf.path = '/b';",
    },
    ['poll.js:2 GET /api/a', 'poll.js:2 GET /api/b'],
  ],
  [
    'by another name, in a function, as the default export, through a file that hands it on',
    {
      'conf.js': "const conf = { path: '/a' };\nexport default conf;",
      'index.js': "import conf from './conf';\nexport { conf };",
      'poll.js': `import own from './conf';\nexport const poll = () => fetch('${B}' + own.path);`,
      'main.js': "import { conf as it } from './index';\nexport function set() { it.path = '/b'; }",
    },
    ['poll.js:2 GET /api/a', 'poll.js:2 GET /api/b'],
  ],
  [
    'by what merges objects',
    {
      'conf.js': "export const conf = { path: '/a' };",
      'poll.js': POLL,
      'main.js': "import { conf } from './conf';\nObject.assign(conf, { path: '/b' });",
    },
    ['poll.js:2 GET /api/a', 'poll.js:2 GET /api/b'],
  ],
  [
    'by a function of the file, which others call',
    {
      'conf.js': "export const conf = { path: '/a' };\nexport function set() { conf.path = '/b'; }",
      'poll.js': POLL,
    },
    ['poll.js:2 GET /api/a', 'poll.js:2 GET /api/b'],
  ],
  [
    'a variable of a module of Python, and an entry of a dict',
    {
      'conf.py': "A = '/a'\nPATHS = {'b': '/b'}",
      'poll.py': `import requests, conf\ndef poll():\n    requests.get('${B}' + conf.A)\n    requests.get('${B}' + conf.PATHS['b'])`,
      'main.py': "import conf\nfrom conf import PATHS\nconf.A = '/c'\nPATHS['b'] = '/d'",
    },
    [
      'poll.py:3 GET /api/a',
      'poll.py:3 GET /api/c',
      'poll.py:4 GET /api/b',
      'poll.py:4 GET /api/d',
    ],
  ],
  [
    'not where the name is another one: a parameter, a variable of its own, a file beside',
    {
      'conf.js': "export const conf = { path: '/a' };",
      'other.js': 'export const conf = {};',
      'poll.js': POLL,
      'main.js':
        "import { conf } from './conf';\nfunction one(conf) { conf.path = '/b'; }\nfunction two() { const conf = {}; conf.path = '/c'; }",
      'more.js': "import { conf } from './other';\nconf.path = '/d';",
    },
    ['poll.js:2 GET /api/a'],
  ],
])('%s', async (_, files, calls) => {
  expect(await findIn(files)).toEqual(calls);
});
