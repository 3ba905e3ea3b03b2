// A variable whose members are set by another name: an import of it, an alias -> what those read who use it.
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
    'an object that a module of Node is, and a member of one',
    {
      'conf.js': "module.exports = { path: '/a' };",
      'paths.js': "exports.path = '/b';",
      'poll.js': `const conf = require('./conf');\nconst paths = require('./paths');\nexports.poll = () => [fetch('${B}' + conf.path), fetch('${B}' + paths.path)];`,
      'main.js':
        "const conf = require('./conf');\nconst paths = require('./paths');\nconf.path = '/c';\npaths.path = '/d';",
    },
    [
      'poll.js:3 GET /api/a',
      'poll.js:3 GET /api/c',
      'poll.js:3 GET /api/b',
      'poll.js:3 GET /api/d',
    ],
  ],
  [
    'an alias in the same file, and one of a member',
    {
      'a.js': `const state = { path: '/a', more: { path: '/b' } };
const poll = () => [fetch('${B}' + state.path), fetch('${B}' + state.more.path)];
const own = state;
own.path = '/c';
const { more } = state;
more.path = '/d';`,
    },
    ['a.js:2 GET /api/a', 'a.js:2 GET /api/c', 'a.js:2 GET /api/b', 'a.js:2 GET /api/d'],
  ],
  [
    'no alias where an array is copied',
    {
      'a.php': `<?php
$conf = ['path' => '/a'];
$own = $conf;
$own['path'] = '/b';
file_get_contents('${B}' . $conf['path']);`,
    },
    ['a.php:5 GET /api/a'],
  ],
  [
    'what is added to a list of a module',
    {
      'paths.py': "PATHS = ['/a']",
      'more.py': "import paths\npaths.PATHS.append('/b')",
      'poll.py': `import requests, more\nfrom paths import PATHS\nfor path in PATHS:\n    requests.get('${B}' + path)`,
    },
    ['poll.py:4 GET /api/a', 'poll.py:4 GET /api/b'],
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
