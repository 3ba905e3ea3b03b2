// Functions and classes of JavaScript, lowered: source -> the IR, as test/scan/print.ts shows it.
import { expect, it } from 'vitest';
import { javascript } from '../../src/scan/frontend/languages/javascript/index.js';
import { findIn } from './find-in.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

it.each([
  [
    'function f(a = b(), c = "d", { e = g() } = {}) { return a }',
    'function f(a =  value0, c = "d",  2 = {})\n  branch\n     value0 = b()\n  e = oneOf( 2.e, g())\n  return a',
  ],
  [
    'class A { m(a = b()) {} }',
    'class A\n  method m(a =  value0)\n    branch\n       value0 = b()',
  ],
  [
    'const f = (a = (b = c())) => a',
    'f = lambda (a =  value0) { branch;   b = c();    value0 = b; return a }',
  ],
  ['function f(this: A, b) {}', 'function f(b)'],
  ['function* f() { const a = yield b(); yield* c() }', 'function f()\n  a = b()\n  c()'],
  [
    'module.exports = class extends A { b() { c() } }',
    'class  class 1:18 < A\n  method b()\n    c()\nmodule.exports =  class 1:18',
  ],
  ['const A = class { b() { c() } }', 'class A\n  method b()\n    c()'],
  ['const A = class B { b() { c() } }', 'class B\n  method b()\n    c()\nA = B'],
  ['export default class { static a = b() }', 'class  class 1:16\n  field a = b()'],
  [
    'const M = (B) => class extends B { c() { d() } }',
    'M = lambda (B) { class  class 1:18 < B;   method c();     d(); return  class 1:18 }',
  ],
  [
    'new (class { a() { b() } })(c())',
    'class  class 1:6\n  method a()\n    b()\nnew  class 1:6(c())',
  ],
  ['class A extends m(B, c.D) { e() {} }', 'm(B, c.D)\nclass A < B, c.D, m(B, c.D)\n  method e()'],
  [
    'class A { [a()] = 1; [b()]() {} ["c"]() {} static { d(); e = f() } static { g() } }',
    'class A\n  field [a()] = "1"\n  method [b()]()\n  method c()\n  method  static()\n    a()\n    b()\n    d()\n    e = f()\n    g()',
  ],
  [
    'class A { get a() { return b() } set a(v) { c(v) } }',
    'class A\n  method @property a()\n    return b()\n  method a set(v)\n    c(v)',
  ],
  [
    '@a(b(), "c") class A { @d(e()) f = 1; @g(h()) i(@j(k()) l) { m() } }',
    '@a(b(), "c") class A\n  field f = "1"\n  method @g(h()) i(@j(k()) l)\n    m()\n  method  static()\n    e()',
  ],
  ['@a(b()) export default class {}', '@a(b()) class  class 1:24'],
  ['enum A { B = c(), D, "e" = 1 }', 'class A\n  field B = c()\n  field D\n  field e = "1"'],
  [
    'namespace A.B { export const c = d(); e(); export function f() {} }',
    'class A\n  class B\n    field c = d()\n    method f()\n    method  static()\n      e()',
  ],
  ['import A = B.C', 'A = B.C'],
  ['export default a = b()', 'a = b()'],
  [
    'class A { a() { b() } ) c() { d() } }',
    'class A\n  method a()\n    b()\n  method c()\n    d()',
  ],
  ['class A { a() { b() }\nc();', 'class A\n  method a()\n    b()\n  method  static()\n    c()'],
])('%s', async (source, expected) => {
  const { body } = await lowerText(source, javascript, '.tsx');
  expect(printStatements(body).join('\n')).toBe(expected);
});

it.each<[what: string, files: Record<string, string>, found: string[]]>([
  [
    'a class that is all that a file gives',
    {
      'base.js':
        "module.exports = class { constructor(p) { this.p = p } get(x) { return fetch('https://api.test/api' + this.p + x) } }",
      'main.js': "const C = require('./base'); new C('/a').get('/b')",
    },
    ['main.js:1 GET /api/a/b'],
  ],
  [
    'a mixin',
    {
      'a.js': `class Base { send(p) { return fetch('https://api.test/api' + p) } }
const M = (B) => class extends B {};
class A extends M(Base) { all() { return this.send('/a') } }
new A().all()`,
    },
    ['a.js:3 GET /api/a'],
  ],
  [
    'a default that calls something, where an argument is not given',
    {
      'a.js': `const base = () => '/api/d';
const send = (p = base()) => fetch('https://api.test' + p);
send()`,
    },
    ['a.js:3 GET /api/d'],
  ],
  [
    'defaults of parameters',
    {
      'a.js': `function f(p = fetch('https://api.test/api/x')) {}
class A { m(p = fetch('https://api.test/api/y')) {} }
const g = ({ p = fetch('https://api.test/api/z') }) => 1`,
    },
    ['a.js:1 GET /api/x', 'a.js:2 GET /api/y', 'a.js:3 GET /api/z'],
  ],
  [
    'arguments of decorators',
    {
      'a.ts': `@C(() => fetch('https://api.test/api/w')) class A {
@F(fetch('https://api.test/api/x')) f = 1;
@M(fetch('https://api.test/api/y')) m(
@P(fetch('https://api.test/api/z')) p) {} }`,
    },
    ['a.ts:1 GET /api/w', 'a.ts:2 GET /api/x', 'a.ts:3 GET /api/y', 'a.ts:4 GET /api/z'],
  ],
  [
    'a getter before its setter, and a pattern in a loop',
    {
      'a.js': `const o = { get url() { return '/api/g' }, set url(v) {} };
fetch('https://api.test' + o.url);
for (const [k] of [['/api/a', 1], ['/api/b', 2]]) fetch('https://api.test' + k)`,
    },
    ['a.js:2 GET /api/g', 'a.js:3 GET /api/a', 'a.js:3 GET /api/b'],
  ],
])('finds the calls of %s', async (_, files, found) => {
  expect(await findIn(files)).toEqual(found);
});
