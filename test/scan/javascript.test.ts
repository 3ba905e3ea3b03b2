// JavaScript and TypeScript, lowered: source -> the IR, as test/scan/print.ts shows it.
import { expect, it } from 'vitest';
import { javascript } from '../../src/scan/frontend/languages/javascript/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

it.each([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source
  ['rc.get(`/restapi/v1.0/account/${id}/x`)', 'rc.get(join("/restapi/v1.0/account/", id, "/x"))'],
  ["const a = base + '/x' + b['c'] + d[e]", 'a = join(base, "/x", b.c, d[e])'],
  ["let p = cond ? '/a' : q || '/b'", 'p = oneOf("/a", oneOf(q, "/b"))'],
  ["p += '/c'", 'p += "/c"'],
  [
    'const { a, b: c = 1, ...r } = f(x)',
    'a = f(x).a\nc = oneOf(f(x).b, "1")\nr = {...f(x), "a": undefined, "b": undefined}',
  ],
  [
    'const f = async ({ path }, n = 2) => await http(path, ...n)',
    'f = lambda ( 0, n = "2") { path =  0.path; return http(path, ...n) }',
  ],
  ["fetch(url, { method: 'POST', [k]: 1, ...o })", 'fetch(url, {"method": "POST", k: "1", ...o})'],
  ['if (a) b = 1; else { c() }', 'exhaustive branch\n  b = "1"\nor\n  c()'],
  ['for (const k of ks) use(k)', 'loop k of ks\n  use(k)'],
  ['try { a() } catch { b() } finally { c() }', 'try\n  a()\nhandler\n  b()\nc()'],
  [
    'class A extends B { #x = 1; constructor() { this.y = 2 } get = (p) => this.h(p) }',
    'class A < B\n  field x = "1"\n  method constructor()\n    self.y = "2"\n  method get(p)\n    return self.h(p)',
  ],
  ["x = '\\u002fa\\n'", 'x = "/a\\n"'],
  ['<A b={c("/x")}>{d()}</A>', '?(c("/x"), d())'],
])('%s', async (source, expected) => {
  const { body } = await lowerText(source, javascript, '.jsx');
  expect(printStatements(body).join('\n')).toBe(expected);
});

it('knows what a file takes from others and gives to them', async () => {
  const source = `import a, { b as c } from './x'; import * as d from 'y';
    const e = require('z').f; const { g } = require('w'); export const h = 1;
    export default class I {} export { h as j }; export * from './k'; module.exports.l = m`;
  const { imports, exports } = await lowerText(source, javascript, '.ts');
  expect(imports.map(({ local, from, name }) => `${local} ${from} ${name}`)).toEqual([
    'a ./x null',
    'c ./x b',
    'd y null',
    'e z f',
    'g w g',
    '* ./k *',
  ]);
  expect([...exports!.keys()]).toEqual(['h', 'default', 'j', 'l']);
});

it('knows what TypeScript takes and gives', async () => {
  const source = `import a = require('b'); export * as c from 'd'; export const e = (f = g());
    export default class {} namespace h { export const i = 1 } export = j`;
  const { imports, exports } = await lowerText(source, javascript, '.ts');
  expect(imports.map(({ local, from, name }) => `${local}|${from}|${name}`)).toEqual([
    'a|b|null',
    ' * c|d|null',
  ]);
  expect([...exports!.keys()]).toEqual(['c', 'e', 'default']);
});
