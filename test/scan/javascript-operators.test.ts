// Operators, assignments and patterns of JavaScript, lowered: source -> the IR, as test/scan/print.ts shows it.
import { expect, it } from 'vitest';
import { javascript } from '../../src/scan/frontend/languages/javascript/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

it.each([
  ['x = a() ? b() : c ? d : e()', 'a()\nx = oneOf(b(), d, e())'],
  ['x = a() && (b = c())', 'a()\nbranch\n  b = c()\nx = b'],
  ['x = a || (b = c()) || d', 'branch\n  b = c()\nx = oneOf(a, b, d)'],
  ['x = (a(), b = c(), d)', 'a()\nb = c()\nx = d'],
  ['const a = b = c()', 'b = c()\na = b'],
  ['const a = b.c = new D()', ' value0 = new D()\nb.c =  value0\na =  value0'],
  ["const a = b[c] = '/x'", 'b[c] = "/x"\na = "/x"'],
  ['const f = exports.g = () => 1', 'exports.g = lambda () { return "1" }\nf = exports.g'],
  ['while ((a = b())) c(a)', 'loop  of \n  a = b()\n  c(a)'],
  ['f(a = b(), a)', 'a = b()\nf(a, a)'],
  ['const a = (b = c()), d = (b = e())', 'b = c()\na = b\nb = e()\nd = b'],
  [
    'a ||= b(); a[c()] ??= d(); a -= e(); a++; f(a++)',
    'a = oneOf(a, b())\na[c()] = oneOf(?(), d())\na = ?(e())\na = ?()\na = ?()\nf(?())',
  ],
  [
    '[a, b.c] = d(); ({ e, f: g[h()] = i() } = j)',
    'a = d().0\nb.c = d().1\ne = j.e\ng[h()] = oneOf(j.f, i())',
  ],
  ['const [, a, ...[b = c()]] = d', 'a = d.1\nb = oneOf(d.slice("2").0, c())'],
  ['const {} = a(); const { ...b } = c()', 'a()\nb = {...c()}'],
  ['const { [a()]: b, ["c"]: d } = e', 'b = e[a()]\nd = e.c'],
  [
    'x = { get a() { return b }, set a(v) { c(v) }, get d() { e(); return g } }',
    'x = {"a": b, "a set": lambda a(v) { c(v) }, "d": lambda () { e(); return g }()}',
  ],
  [
    'x = { [a()]: b(), [c()]() { d() }, ...e() }',
    'x = {a(): b(), c(): lambda [c()]() { d() }, ...e()}',
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source
  ['tag`a${b()}c${d}`; e?.[f()]?.(g())', 'tag(join("a", b(), "c", d))\ne[f()](g())'],
  [
    'delete a[b()]; typeof c(); void d(); x = e() in f()',
    '?(a[b()])\n?(c())\n?(d())\nx = ?(e(), f())',
  ],
  ['<A b={c()} {...d()}>{e()}{...f()}</A>', '?(c(), d(), e(), f())'],
  ['x = a as B; y = c() satisfies D; z = e<F>', 'x = a\ny = c()\nz = e'],
  ['type A = import("b").C; let x: typeof import("d")', 'x = ?()'],
  ['foo(\na("/x");', 'foo(a("/x"))'],
  ['a() b()', 'b()\na()()'],
  ['a();\n<<<<<<< HEAD\nb("c");\n=======\nd("e");\n>>>>>>> f\ng();', 'a()\nb("c")\nd("e")\ng()'],
])('%s', async (source, expected) => {
  const { body } = await lowerText(source, javascript, '.tsx');
  expect(printStatements(body).join('\n')).toBe(expected);
});
