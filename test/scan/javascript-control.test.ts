// Branches, loops, handlers and leaving in JavaScript, lowered: source -> the IR, as test/scan/print.ts shows it.
import { expect, it } from 'vitest';
import { javascript } from '../../src/scan/frontend/languages/javascript/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

it.each([
  [
    'if (a()) b(); else if (c()) d(); else e()',
    'a()\nbranch\n  c()\nexhaustive branch\n  b()\nor\n  d()\nor\n  e()',
  ],
  ['if (a) b(); else if (c()) d()', 'branch\n  c()\nbranch\n  b()\nor\n  d()'],
  ['if (a && (b = c())) d(b)', 'branch\n  b = c()\nbranch\n  d(b)'],
  [
    'switch (a()) { case 1: case b(): c(); break; default: d() }',
    'a()\nbranch\n  b()\nexhaustive falling branch\nor\n  c()\n  break\nor\n  d()',
  ],
  [
    'switch (a) { case 1: { b(); break } case 2: c() }',
    'falling branch\n  b()\n  break\nor\n  c()',
  ],
  [
    'function f() { if (a) return; if (b) throw new E(c()); return d() }',
    'function f()\n  branch\n    return\n  branch\n    new E(c())\n    throw\n  return d()',
  ],
  [
    'a: for (const b of c) { if (d) continue; if (e) break a; g() }',
    'loop b of c\n  branch\n    continue\n  branch\n    break far\n  g()',
  ],
  [
    'while (a()) { if (b) break; c() } do { d() } while (e())',
    'loop  of \n  a()\n  branch\n    break\n  c()\nloop  of \n  d()\n  e()',
  ],
  ['for (let i = a(); i < b(); i++) c(i)', 'i = a()\nloop  of \n  ?(b())\n  c(i)\n  i = ?()'],
  [
    'for (const [k, v = d()] of e) use(k, v)',
    'loop  item of e\n  k =  item.0\n  v = oneOf( item.1, d())\n  use(k, v)',
  ],
  ['for (a.b of c) d()', 'loop a.b of c\n  d()'],
  ['for (a[b()] of c) d()', 'loop  item of c\n  a[b()] =  item\n  d()'],
  ['async () => { for await (const a of b()) c(a) }', 'lambda () { loop a of b();   c(a) }'],
  ['for (var a = b() in c()) d()', 'b()\nloop a of c()\n  d()'],
  [
    'try { a() } catch ({ message = b() }) { c(message) }',
    'try\n  a()\nhandler\n  message = oneOf(?().message, b())\n  c(message)',
  ],
  ['try { a() } finally { b() }', 'a()\nb()'],
  ['throw a(), b()', 'a()\nb()\nthrow'],
  ['a() && b() && c()', 'a()\nbranch\n  b()\nbranch\n  c()'],
  ['a() ? b() : (c = d())', 'a()\nexhaustive branch\n  b()\nor\n  c = d()'],
  ['with (a()) b()', 'a()\nb()'],
  ['using a = b(); { await using c = d() }', 'a = b()\nc = d()'],
])('%s', async (source, expected) => {
  const { body } = await lowerText(source, javascript, '.tsx');
  expect(printStatements(body).join('\n')).toBe(expected);
});
