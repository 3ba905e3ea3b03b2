// The configs of JavaScript -> the files that imports by other names than paths lead to.
import { expect, it } from 'vitest';
import { moduleNames } from '../../src/scan/sources/module-names.js';
import { findIn } from './find-in.js';

const GET = "export const get = (p) => fetch('https://api.test/api' + p);";

const options = (compilerOptions: object, more: object = {}): string =>
  JSON.stringify({ compilerOptions, ...more });

it.each<[string, Record<string, string>, string[]]>([
  [
    'paths of a compiler, in JSON with comments',
    {
      'tsconfig.json':
        '{\n// a "comment"\n"compilerOptions": { "baseUrl": "./src", /* more */ "paths": { "@rc/*": ["lib/*"], "@c": ["c.ts"], }, }, }',
      'src/lib/rc.ts': GET,
      'src/c.ts': "export const A = '/a';",
      'src/main.ts': "import { get } from '@rc/rc';\nimport { A } from '@c';\nget(A);",
    },
    ['src/main.ts:3 GET /api/a'],
  ],
  [
    'the folder that names begin in',
    {
      'jsconfig.json': options({ baseUrl: 'src' }),
      'src/lib/http.js': GET,
      'src/main.js': "import { get } from 'lib/http';\nget('/a');",
    },
    ['src/main.js:2 GET /api/a'],
  ],
  [
    'a config that another one extends',
    {
      'tsconfig.base.json': options({ paths: { '@acme/rc': ['libs/rc/src/index.ts'] } }),
      'web/tsconfig.json': options({}, { extends: '../tsconfig.base' }),
      'libs/rc/src/index.ts': "export * from './get.js';",
      'libs/rc/src/get.ts': GET,
      'web/main.ts': "import { get } from '@acme/rc';\nget('/a');",
    },
    ['web/main.ts:2 GET /api/a'],
  ],
  [
    'configs that extend each other, and one that is broken',
    {
      'tsconfig.json': options({ baseUrl: 'src' }, { extends: './tsconfig.b.json' }),
      'tsconfig.b.json': options({}, { extends: './tsconfig.json' }),
      'package.json': '{ "name": ',
      'src/rc.ts': GET,
      'src/main.ts': "import { get } from 'rc';\nget('/a');",
    },
    ['src/main.ts:2 GET /api/a'],
  ],
  [
    'the same name in two apps',
    {
      'a/tsconfig.json': options({ paths: { '@/*': ['./src/*'] } }),
      'b/tsconfig.json': options({ paths: { '@/*': ['./src/*'] } }),
      'a/src/p.ts': "export const P = '/a';",
      'b/src/p.ts': "export const P = '/b';",
      'a/src/main.ts': "import { P } from '@/p';\nfetch('https://api.test/api' + P);",
      'b/src/main.ts': "import { P } from '@/p';\nfetch('https://api.test/api' + P);",
    },
    ['a/src/main.ts:2 GET /api/a', 'b/src/main.ts:2 GET /api/b'],
  ],
  [
    'the rule that says most of a name',
    {
      'tsconfig.json': options({ paths: { '*': ['./a/*'], 'rc/*': ['./b/*'], 'rc/p': ['./c/p'] } }),
      'a/rc/p.ts': "export const P = '/a';",
      'b/p.ts': "export const P = '/b';",
      'c/p.ts': "export const P = '/c';",
      'main.ts': "import { P } from 'rc/p';\nfetch('https://api.test/api' + P);",
    },
    ['main.ts:2 GET /api/c'],
  ],
  [
    'names of a package for itself',
    {
      'package.json': JSON.stringify({
        name: 'app',
        imports: { '#rc': { browser: './b.js', default: './lib/rc.js' }, '#u/*': './u/*.js' },
        exports: { './self': './self.js' },
      }),
      'b.js': "export const get = (p) => fetch('/proxy');",
      'lib/rc.js': GET,
      'u/a.js': "export const A = '/a';",
      'self.js': "export const B = '/b';",
      'main.js':
        "import { get } from '#rc';\nimport { A } from '#u/a';\nimport { B } from 'app/self';\nget(A);\nget(B);",
    },
    ['main.js:4 GET /api/a', 'main.js:5 GET /api/b'],
  ],
  [
    'packages of a workspace: built from their sources, or with an export of each file',
    {
      'packages/rc/package.json': JSON.stringify({ name: '@acme/phone', main: 'dist/index.js' }),
      'packages/rc/src/index.ts': "export * from './get';",
      'packages/rc/src/get.ts': GET,
      'packages/p/package.json': JSON.stringify({
        name: 'p',
        exports: { '.': { types: './x.d.ts', default: './x.js' }, './q/*': './deep/*.js' },
      }),
      'packages/p/x.ts': "export const A = '/a';",
      'packages/p/deep/b.ts': "export const B = '/b';",
      'web/main.ts':
        "import { get } from '@acme/phone';\nimport { A } from 'p';\nimport { B } from 'p/q/b';\nget(A);\nget(B);",
    },
    ['web/main.ts:4 GET /api/a', 'web/main.ts:5 GET /api/b'],
  ],
  [
    'aliases of a bundler, by calls',
    {
      'vite.config.ts':
        "export default defineConfig({ resolve: { alias: {\n  // here\n  '@': path.resolve(__dirname, './web'), lib: join(__dirname, 'web', 'deep') } } });",
      'web/deep/rc.js': GET,
      'web/a.js': "export const A = '/a';",
      'other/a.js': "export const A = '/b';",
      'web/main.js': "import { get } from 'lib/rc';\nimport { A } from '@/a';\nget(A);",
    },
    ['web/main.js:3 GET /api/a'],
  ],
  [
    'a list of aliases',
    {
      'vite.config.js':
        "export default { resolve: { alias: [{ find: '@lib', replacement: fileURLToPath(new URL('./s/lib', import.meta.url)) }] } };",
      's/lib/rc.js': GET,
      's/main.js': "import { get } from '@lib/rc';\nget('/a');",
    },
    ['s/main.js:2 GET /api/a'],
  ],
  [
    'an alias of one name alone, and one that is set by a call',
    {
      'webpack.config.js':
        "module.exports = { resolve: { alias: { rc$: path.join(__dirname, 'w', 'get.js') } } };",
      'vue.config.js':
        "module.exports = { chainWebpack: (c) => c.resolve.alias.set('P', resolve('w/p')) };",
      'w/get.js': GET,
      'w/p/a.js': "export const A = '/a';",
      'w/main.js': "import { get } from 'rc';\nimport { A } from 'P/a';\nget(A);",
    },
    ['w/main.js:3 GET /api/a'],
  ],
  [
    'aliases and roots of a transpiler',
    {
      '.babelrc':
        '{ "plugins": [["module-resolver", { "root": ["./src"], "alias": { "_lib": "./src/l" } }]] }',
      'src/l/rc.js': GET,
      'src/p/a.js': "export const A = '/a';",
      'src/main.js': "import { get } from '_lib/rc';\nimport { A } from 'p/a';\nget(A);",
    },
    ['src/main.js:3 GET /api/a'],
  ],
  [
    'names that a runtime is told',
    {
      'deno.json': '{ "imports": { "~/": "./lib/", "phone": "./lib/rc.ts" } }',
      'lib/rc.ts': GET,
      'lib/a.ts': "export const A = '/a';",
      'main.ts': "import { get } from 'phone';\nimport { A } from '~/a.ts';\nget(A);",
    },
    ['main.ts:3 GET /api/a'],
  ],
  [
    'a name that no config says',
    {
      'tsconfig.json': options({ paths: { '@rc/*': ['lib/*'] } }),
      'lib/a.ts': "export const A = '/a';",
      'main.ts': "import { A } from 'rc/a';\nfetch('https://api.test/api' + A);",
    },
    ['main.ts:2 GET /api{}'],
  ],
  [
    'a default export under the name of its file',
    {
      'http.js': "export default (p) => fetch('https://api.test/api' + p);",
      'main.js': "import http from './http';\nhttp('/a');",
    },
    ['main.js:2 GET /api/a'],
  ],
])('%s', async (_, files, expected) => {
  expect(await findIn(files)).toEqual(expected);
});

it('reads the configs above the folder that is scanned', async () => {
  const texts: Record<string, string> = {
    'tsconfig.json': options({ paths: { '@/*': ['./app/*'] } }),
    'app/lib/rc.ts': GET,
  };
  const files = {
    kind: (path: string) => (path in texts ? ('file' as const) : null),
    read: (path: string) => new TextEncoder().encode(texts[path]),
    local: (path: string) => path,
    list: () => [],
    sources: () => ['lib/rc.ts'],
  };
  expect(moduleNames('app', ['lib/rc.ts'], files)('main.ts', '@/lib/rc')).toContain('lib/rc');
});
