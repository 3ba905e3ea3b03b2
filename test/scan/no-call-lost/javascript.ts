// Every place in JavaScript, TypeScript and JSX where an expression may stand -> a source that calls a probe in each.
import { COMMON_FORMS, type Forms } from './forms.js';

/** What is tested, and a source, as a `.tsx` file, in which each `probeN` is called once. */
export const cases: readonly (readonly [what: string, source: string])[] = [
  // statements
  ['statements', 'probe1(); { probe2() } ; "a", probe3(); debugger; probe4()'],
  ['declarations', 'const a = probe1(), b = probe2(); let c = probe3(); var d: T = probe4();'],
  ['using', '{ using a = probe1(); await using b = probe2(); probe3() }'],
  ['if', 'if (probe1()) probe2(); else if (probe3()) { probe4() } else probe5()'],
  [
    'switch',
    'switch (probe1()) { case probe2(): probe3(); break; case a, probe4(): case b: { probe5() } default: probe6() }',
  ],
  ['for', 'for (let i = probe1(), j = probe2(); i < probe3(); i++, probe4()) { probe5() }'],
  ['for with expressions', 'for (a = probe1(), probe2(); probe3(); a += probe4()) probe5()'],
  ['for of', 'for (const a of probe1()) probe2(); for (b of probe3(), probe4()) {}'],
  ['for in', 'for (const a in probe1()) { probe2() } for (a[probe3()] in b) {}'],
  [
    'for of a pattern',
    'for (const { a = probe1(), [probe2()]: [b = probe3()] } of probe4()) probe5()',
  ],
  ['for of a member', 'for (a.b(probe1()).c of probe2()) probe3()'],
  ['for await', 'async function f() { for await (const a of probe1()) { await probe2() } }'],
  ['while and do', 'while (probe1()) probe2(); do { probe3() } while (probe4())'],
  [
    'an assignment in a condition',
    'while ((a = probe1())) {} if (b = probe2()) {} do {} while (!(c = probe3()))',
  ],
  [
    'labels',
    'outer: for (;;) { inner: { probe1(); if (probe2()) break inner; continue outer } } probe3()',
  ],
  ['with', 'with (probe1()) probe2()'],
  [
    'try',
    'try { probe1() } catch ({ a = probe2(), b: { c = probe3() } }) { probe4() } finally { probe5() }',
  ],
  [
    'try without a catch',
    'try { probe1() } finally { probe2() } try { probe3() } catch { probe4() }',
  ],
  ['throw', 'function f() { throw new Error(probe1()) } throw probe2(), probe3()'],
  ['return', 'function f() { if (a) return; return probe1(), probe2() }'],

  // operators
  [
    'a ternary',
    'probe1() ? probe2() : probe3(); x = probe4() ? probe5() : probe6() ? probe7() : probe8()',
  ],
  [
    '&& || ??',
    'probe1() && probe2() || probe3(); x = probe4() && probe5() && probe6() || probe7(); y = probe8() ?? probe9()',
  ],
  ['a comma', 'probe1(), probe2(); x = (probe3(), probe4(), probe5()); f((probe6(), a))'],
  [
    'sums and comparisons',
    'x = probe1() + a + probe2() * probe3() ** probe4(); y = probe5() === probe6(); z = probe7() in probe8() instanceof probe9()',
  ],
  [
    'unary operators',
    '!probe1(); -probe2(); typeof probe3(); void probe4(); delete a[probe5()]; ~probe6().b; x = !probe7() && -probe8()',
  ],
  ['updates', 'a[probe1()]++; --b.c(probe2()).d; x = e[probe3()]++ + ++f(probe4()).g'],
  [
    'yield and await',
    'async function* f() { yield probe1(); yield* probe2(); const a = yield probe3(); await probe4(); b(await probe5()) }',
  ],
  ['assignments', 'a = probe1(); a.b = probe2(); a[probe3()] = probe4(); f(probe5()).c = probe6()'],
  [
    'augmented assignments',
    'a += probe1(); a -= probe2(); a[probe3()] *= probe4(); b ||= probe5(); b &&= probe6(); b ??= probe7(); b[probe8()] ??= probe9()',
  ],
  [
    'assignments inside expressions',
    'const a = b = probe1(); f(c = probe2(), d.e = probe3()); x = y[probe4()] = probe5(); g((h ||= probe6()).i, j += probe7())',
  ],
  [
    'assignments that may not run',
    'a && (b = probe1()); x = a || (b.c = probe2()); y = a ? (b = probe3()) : (b = probe4()); z = a?.[(b ??= probe5())]',
  ],
  [
    'assignments of patterns',
    '[a, b[probe1()]] = probe2(); ({ c: d.e = probe3(), [probe4()]: g, ...h.i(probe5()).j } = probe6()); x = [k = probe7()] = probe8()',
  ],

  // calls and members
  ['arguments', 'f(probe1(), ...probe2(), { a: probe3() }, [probe4()], () => probe5())'],
  [
    'callees',
    'probe1()(probe2()).b(probe3())[probe4()](); (a, probe5())(); (() => probe6())(); (function () { probe7() })()',
  ],
  [
    'new',
    'new A(probe1()); new (probe2())(probe3()); new a.B; new (probe4().c)(); new (class { m() { probe5() } })(probe6())',
  ],
  ['optional chains', 'a?.b?.(probe1())?.[probe2()]?.c(probe3()); probe4()?.d; probe5?.()'],
  [
    'import, super and meta',
    'import(probe1()); import("a", { with: probe2() }); import.meta.resolve(probe3()); class A extends B { constructor() { super(probe4()); super.a(probe5()); super[probe6()] } }',
  ],
  [
    'templates',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source
    '`${probe1()} a ${`b ${probe2()}`}`; tag`${probe3()} c ${probe4()}`; probe5()`d`; a[probe6()]`e ${probe7()}`',
  ],
  ['regular expressions', '/a(/.test(probe1()); /b/[probe2()]'],

  // objects, arrays, patterns
  [
    'objects',
    'x = { a: probe1(), [probe2()]: probe3(), ...probe4(), b() { probe5() }, async *[probe6()]() { probe7() }, get c() { return probe8() }, set c(v) { probe9() } }',
  ],
  [
    'getters of objects',
    'x = { get a() { if (b) return probe1(); return probe2() }, set [probe3()](v) {}, get [probe4()]() { return probe5() } }',
  ],
  ['arrays', 'x = [probe1(), , ...probe2(), [probe3()]]'],
  [
    'declared patterns',
    'const { a = probe1(), b: { c = probe2() }, d: [e = probe3()], [probe4()]: g, ...h } = probe5()',
  ],
  [
    'patterns that take nothing',
    'const {} = probe1(); const [] = probe2(); const { ...a } = probe3(); const [...b] = probe4(); const { c: {} = probe5() } = d',
  ],
  ['patterns of arrays', 'let [, a = probe1(), [b] = probe2(), ...[c = probe3()]] = probe4()'],

  // functions
  [
    'functions',
    'function f() { probe1() } const g = function h() { probe2() }; async () => { await probe3() }; a => probe4(); function* i() { yield probe5() }',
  ],
  [
    'bodies that are expressions',
    'const f = () => (probe1(), probe2()); const g = () => ({ a: probe3() }); const h = a => b => probe4(a = probe5())',
  ],
  [
    'defaults of functions',
    'function f(a = probe1(), { b = probe2() } = probe3(), [c = probe4()] = [], ...[d = probe5()]) { return probe6() }',
  ],
  [
    'defaults of arrow functions',
    'const f = (a = probe1(), { b: { c = probe2() } = probe3(), [probe4()]: d }, e = (g = probe5())) => probe6()',
  ],
  [
    'defaults of methods',
    'class A { constructor(a = probe1()) {} m({ b = probe2() } = {}, c = () => probe3()) {} static [d](e = new E(probe4())) {} set f(v = probe5()) {} }',
  ],
  [
    'defaults of methods of objects',
    'x = { m(a = probe1()) {}, async n({ b = probe2() } = probe3()) {} }',
  ],

  // classes
  [
    'members',
    'class A { a = probe1(); static b = probe2(); #c = probe3(); d = () => probe4(); e() { probe5() } get f() { return probe6() } set f(v) { probe7() } static { probe8() } }',
  ],
  [
    'computed keys',
    'class A { [probe1()] = 1; [probe2()]() {} static [probe3()] = probe4(); get [probe5()]() {} async *[probe6()]() { probe7() } }',
  ],
  [
    'assignments of fields',
    'class A { a = b = probe1(); static c = (d.e = probe2()); static f = g ? probe3() : (h = probe4()); i = (probe5(), 1) }',
  ],
  [
    'bases that are calls',
    'class A extends probe1(B) { m() { probe2() } } class C extends d.e(probe3()).F {} class G extends (probe4(), H) {}',
  ],
  [
    'class expressions',
    'const A = class { m() { probe1() } }; const B = class C extends D { n = probe2() }; f(class { static { probe3() } }); x = { E: class { o() { probe4() } } }',
  ],
  [
    'module.exports = class',
    'module.exports = class extends probe1() { m() { probe2() } }; exports.A = class B { n() { probe3() } }',
  ],
  ['export default class', 'export default class { m() { probe1() } static n = probe2() }'],
  [
    'export default class with a name',
    'export default class A extends B(probe1()) { m() { probe2() } }',
  ],
  [
    'mixins',
    'const M = (B) => class extends B { m() { probe1() } }; const N = (B) => { return class extends M(B) { n = probe2() } }; function o(B) { return class extends probe3(B) {} }',
  ],
  [
    'classes in classes',
    'class A { B = class { m() { probe1() } }; static C = class extends probe2() { n() { return class { o() { probe3() } } } } }',
  ],
  [
    'decorators of classes',
    '@a(probe1()) @b.c({ d: probe2() }) class A {} x = @e(probe3()) class {}',
  ],
  [
    'decorators of exported classes',
    '@a(probe1()) export class A { m() { probe2() } } export @b(probe3()) class B {}',
  ],
  ['decorators of a default export', '@a(probe1()) export default class { m() { probe2() } }'],
  [
    'decorators of members',
    'class A { @a(probe1()) b = 1; @c(probe2()) m() { probe3() } @d(() => probe4()) static n() {} @e(probe5()) get o() { return 1 } @r(probe6()) [s] = 1 }',
  ],

  // modules
  ['export default', 'export default probe1(a, probe2())'],
  ['export default of an assignment', 'export default a = probe1()'],
  ['export default of an object', 'export default { a: probe1(), b() { probe2() } }'],
  ['export default of a function', 'export default async (a = probe1()) => { probe2() }'],
  [
    'export default of an anonymous function',
    'export default function (a = probe1()) { probe2() }',
  ],
  [
    'export',
    'export const a = probe1(), { b = probe2() } = probe3(); export function f() { probe4() } export async function* g() { probe5() }',
  ],
  [
    'CommonJS',
    'module.exports = { a: probe1(), b: () => probe2() }; exports.c = exports.d = probe3(); module.exports.e = function () { probe4() }; const g = module.exports = probe5()',
  ],
  [
    'require',
    'const { a = probe1() } = require("a"); const b = require("b")(probe2()); require(probe3()).c()',
  ],

  // TypeScript
  [
    'as and satisfies',
    'x = probe1() as A; y = probe2() satisfies B; (probe3() as any).a(probe4()!); f(probe5() as const); z = probe6()! + 1',
  ],
  [
    'type arguments',
    'probe1<A>(probe2<B<C>>()); new D<E>(probe3()); const a = f<G>; class H extends probe4<I>(J)<K> {}',
  ],
  [
    'enums',
    'enum A { B = probe1(), C, "D" = probe2(), E = (a = probe3()) } const enum F { G = probe4() }',
  ],
  [
    'namespaces',
    'namespace A { probe1(); export const a = probe2(); function f() { probe3() } if (a) { probe4() } } namespace B.C { export class D { m() { probe5() } } }',
  ],
  [
    'modules',
    'module A { export namespace B { probe1() } } export namespace C { export function f() { probe2() } }',
  ],
  ['export =', 'export = probe1(probe2())'],
  [
    'decorators of parameters',
    'class A { constructor(@a(probe1()) private b: B = probe2(), readonly c = probe3()) { probe4() } m(@d(probe5()) @e({ f: probe6() }) g?: G) {} }',
  ],
  [
    'abstract classes',
    'abstract class A extends probe1() implements B { abstract m(): void; n(): void { probe2() } protected readonly o: O = probe3(); declare p: P; [q: string]: any }',
  ],
  [
    'overloads and this',
    'function f(a: string): void; function f(this: A, a: any = probe1()) { probe2() }',
  ],

  // JSX
  [
    'attributes',
    'x = <A b={probe1()} {...probe2()} c={<D e={probe3()} />} f="g" h={() => probe4()} {...i(probe5())} />',
  ],
  [
    'children',
    'x = <A>{probe1()} text {...probe2()} <b.c>{d && probe3()}</b.c> <>{e ? <F g={probe4()} /> : probe5()}</> {/* h */}</A>',
  ],
  [
    'assignments',
    'x = <A b={(c = probe1())}>{d.map((e) => <F key={e} g={probe2()}>{(h = probe3())}</F>)}</A>',
  ],

  // source with errors
  ['an open bracket before', 'foo(\nprobe1();\nprobe2();'],
  ['an open bracket behind', 'probe1();\nfoo(a, [probe2(b'],
  ['an open brace', 'probe1();\nfunction f() { probe2();\nif (a) { probe3();\nprobe4();'],
  ['an open pattern', 'probe1();\nfunction f( { probe2();\nprobe3();'],
  ['a closing bracket too many', 'probe1(); } probe2(); ) probe3(a); ]\nprobe4()'],
  [
    'a stray token in a class',
    'class A { a() { probe1() } ) b() { probe2() } = ; c = probe3() } probe4()',
  ],
  ['a stray token in an object', 'const a = { b: probe1(), = c: probe2(), d probe3() }; probe4()'],
  [
    'a member that is cut',
    'class A { a() { probe1() } b() { probe2( } c() { probe3() } }\nprobe4()',
  ],
  ['half a statement', 'probe1();\nconst a =\nif (probe2()) { probe3() }\nprobe4()'],
  ['half an expression', 'x = probe1() + ;\ny = a. ;\nprobe2(b);\nz = probe3() ? ;\nprobe4()'],
  ['half a condition', 'if (probe1( { probe2() } else { probe3() }'],
  ['half a for', 'for (probe1(); probe2() { probe3() } probe4()'],
  ['half a case', 'switch (probe1()) { case probe2(: probe3(); default probe4() }'],
  ['half an import', 'import { a, from "b";\nprobe1();\nimport c from ;\nprobe2()'],
  ['half an export', 'export default { a: probe1() ; probe2()'],
  ['half a template', 'probe1(); x = `a ${probe2() b`'],
  ['statements without a sign between', 'x = probe1() probe2() const y = probe3()'],
  [
    'a conflict',
    'probe1();\n<<<<<<< HEAD\nprobe2();\n=======\nprobe3();\n>>>>>>> branch\nprobe4();',
  ],
  [
    'a conflict of declarations',
    'const a = probe1();\n<<<<<<< HEAD\nconst b = probe2("b");\n=======\nconst b = probe3("c");\n>>>>>>> 1a2b3c4 (message)\nconst d = probe4();',
  ],
  [
    'a conflict in a function',
    'function f() {\n  probe1();\n<<<<<<< HEAD\n  return probe2({ a: 1 });\n=======\n  return probe3(() => 1);\n>>>>>>> branch\n}\nprobe4();',
  ],
  [
    'a conflict in an open block',
    'function f() {\n  probe1();\n<<<<<<< HEAD\n  if (probe2()) {\n=======\n  if (probe3()) {\n>>>>>>> branch\n    probe4();\n  }\n}\nprobe5();',
  ],
  [
    'a conflict in a class',
    'class A {\n  a() { probe1() }\n<<<<<<< HEAD\n  b() { return probe2() }\n=======\n  b() { return probe3() }\n>>>>>>> branch\n  c() { probe4() }\n}\nprobe5();',
  ],
  [
    'a conflict in an object',
    'const a = {\n  b: probe1(),\n<<<<<<< HEAD\n  c: probe2(),\n=======\n  c: probe3(),\n>>>>>>> branch\n  d: probe4(),\n};\nprobe5();',
  ],
  [
    'a conflict with a base',
    'probe1();\n<<<<<<< ours\nprobe2();\n||||||| base\nprobe3();\n=======\nprobe4();\n>>>>>>> theirs\nprobe5();',
  ],
];

/** How this language writes what the test makes itself. */
export const forms: Forms = {
  ...COMMON_FORMS,
  extension: '.tsx',
};
