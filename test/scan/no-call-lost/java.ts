// Sources of Java with calls in every place that the grammar has for an expression -> cases of the test that no call is lost.
import { COMMON_FORMS, type Forms } from './forms.js';

export const cases: readonly (readonly [what: string, source: string])[] = [
  // Statements
  ['a statement', 'void m() { probe1(); a.probe2(); new A().probe3(); }'],
  ['a variable', 'void m() { A b = probe1(), c = probe2(); int[] d = { probe3() }; }'],
  ['a return', 'A m() { return probe1(); }'],
  ['a throw', 'void m() { throw probe1(new E(probe2())); }'],
  ['an if', 'void m() { if (probe1()) probe2(); else if (probe3()) { probe4(); } else probe5(); }'],
  ['an assert', 'void m() { assert probe1(); assert probe2() : probe3(); }'],
  ['a lock', 'void m() { synchronized (probe1()) { probe2(); } }'],
  ['a while', 'void m() { while (probe1()) probe2(); do { probe3(); } while (probe4()); }'],
  [
    'a for',
    'void m() { for (int i = probe1(), j = probe2(); probe3(); probe4(), probe5()) probe6(); for (probe7(), probe8(); ; ) probe9(); }',
  ],
  ['a for each', 'void m() { for (@X(probe1()) A a : probe2()) probe3(); }'],
  ['a label', 'void m() { here: { probe1(); if (probe2()) break here; probe3(); } probe4(); }'],
  ['a block', 'void m() { { probe1(); } ; { { probe2(); } } }'],
  ['code behind a leave', 'void m() { while (a) { break; probe1(); } return; probe2(); }'],
  [
    'a local class',
    'void m() { class A { int b = probe1(); } record C(int d) { static int e = probe2(); } }',
  ],
  [
    'a try',
    'void m() { try (A a = probe1(); b.c; A d = probe2()) { probe3(); } catch (@X(probe4()) E | F e) { probe5(); } finally { probe6(); } try { probe7(); } finally { probe8(); } }',
  ],
  [
    'a switch that falls through',
    'void m() { switch (probe1()) { case A: case a.probe2(): probe3(); break; case 2 + probe4(), (probe5()): probe6(); default: probe7(); } }',
  ],
  [
    'a switch of rules',
    'void m() { switch (probe1()) { case 1, probe2() -> probe3(); case 3 -> { probe4(); break; } case 4 -> { if (probe5()) break; probe6(); } default -> throw probe7(); } }',
  ],
  [
    'a switch of patterns',
    'void m() { switch (probe1()) { case A a when probe2(a) -> probe3(); case B(int c, var d) when probe4() && probe5() -> probe6(); case null, default -> probe7(); } }',
  ],
  [
    'a switch for its value',
    'void m() { a = switch (probe1()) { case 1 -> probe2(); case A b when probe3() -> b.probe4(); case 2 -> { probe5(); yield probe6(); } case 3 -> throw probe7(); default -> { throw probe8(); } }; }',
  ],
  [
    'an old switch for its value',
    'void m() { a = switch (probe1()) { case 1: probe2(); case a.probe3(): yield probe4(); case 3: if (b) yield probe5(); default: throw probe6(); }; return switch (b) { default: throw probe7(); }; }',
  ],
  // Expressions
  ['arguments', 'void m() { a(probe1(), new B(probe2()), c = probe3())[probe4()].d(); }'],
  [
    'receivers',
    'void m() { probe1().a.b(); probe2()[probe3()].c = 1; probe4().<T>d(); A.super.e(probe5()); }',
  ],
  [
    'assignments',
    'void m() { probe1().a = probe2(); b[probe3()] += probe4(); c -= probe5(); probe6().d++; --e[probe7()]; }',
  ],
  [
    'operators',
    'void m() { a = probe1() + probe2() * -probe3() == !probe4() && probe5() || ~probe6() > 1; b = (probe7()) & probe8(); }',
  ],
  [
    'a ternary',
    'void m() { a = probe1() ? probe2() : probe3() ? probe4() : probe5(); probe6(b ? probe7() : c); }',
  ],
  ['what may not run', 'void m() { a = b && (c = probe1()) != null || (d = probe2()) > 1; }'],
  ['a cast', 'void m() { a = (A) probe1(); b = (A & B) probe2(); c = ((D) probe3()).e(); }'],
  [
    'an instanceof',
    'void m() { if (probe1() instanceof A a && probe2()) {} if (probe3() instanceof B(int c, D(var e))) probe4(); a = probe5() instanceof A; }',
  ],
  [
    'arrays',
    'void m() { a = new int[probe1()][probe2()][]; b = new int[][] { { probe3() }, { probe4() } }; }',
  ],
  [
    'objects',
    'void m() { probe1().new A(probe2()); new <T>A<B>(probe3()).c(); new @X(probe4()) A(); }',
  ],
  [
    'an anonymous class',
    'void m() { new A(probe1()) { B b = probe2(); { probe3(); } C d() { return probe4(); } }; }',
  ],
  [
    'lambdas',
    'void m() { a = () -> probe1(); b = (c, d) -> { probe2(); }; e = (@X(probe3()) A f) -> f.g(probe4()); h = x -> y -> probe5(); a(() -> { throw probe6(); }); }',
  ],
  [
    'method references',
    'void m() { a = probe1()::b; c = probe2()::<T>d; e = probe3().f::new; probe4(A::<T>new); }',
  ],
  ['templates', 'void m() { a = STR."a\\{probe1()}b\\{probe2() + "c"}"; b = probe3()."d"; }'],
  [
    'a template in a text block',
    'void m() { a = STR."""\n  b \\{probe1()}\n  c\n  """ + probe2(); }',
  ],
  // Classes
  [
    'fields',
    'class A { int b = probe1(), c = probe2(); static final int[] D = { probe3() }; boolean e = (f = probe4()) != null; }',
  ],
  [
    'initializers',
    'class A { static { probe1(); a = probe2(); } { probe3(); } A() { probe4(); } }',
  ],
  [
    'constructors',
    'class A { A() { super(probe1(), b = probe2()); probe3(); } A(int c) { this(probe4()); } { probe5(); } }',
  ],
  ['a constructor of an inner class', 'class A { A() { probe1().super(probe2()); probe3(); } }'],
  [
    'a record',
    '@X(probe1()) record A(@X(probe2()) int b) { static int c = probe3(); @X(probe4()) A { b = probe5(); } int d() { return probe6(); } }',
  ],
  [
    'an enum',
    'enum A { B(probe1()), @X(probe2()) C(probe3()) { int d = probe4(); void e() { probe5(); } }; A(int f) { probe6(); } int g = probe7(); }',
  ],
  ['an enum without members', 'enum A { B(probe1()), C(probe2()) }'],
  [
    'an interface',
    'interface A { int B = probe1(); default void c() { probe2(); } static void d() { probe3(); } class E { int f = probe4(); } }',
  ],
  [
    'an annotation type',
    '@interface A { int b() default probe1(); int C = probe2(); @X(probe3()) int d(); }',
  ],
  [
    'annotations',
    '@X(probe1()) @Y(a = probe2(), b = { probe3(), @Z(probe4()) }) class A { @X(probe5()) int b; @X(probe6()) void c(@X(probe7()) int d, @X(probe8()) int... e) { @X(probe9()) int f; } @X(probe10()) A() {} @X(probe11()) interface B {} }',
  ],
  [
    'annotations of types',
    'class A<@X(probe1()) T> extends @X(probe2()) B { List<@X(probe3()) String> c; void d() throws @X(probe4()) E { e = (@X(probe5()) F) g; } }',
  ],
  [
    'nested classes',
    'class A { class B { static class C { int d = probe1(); } } enum E { F { void g() { probe2(); } } } record H() { { probe3(); } } }',
  ],
  ['a file without a class', 'probe1(); void main() { probe2(); } int a = probe3(); { probe4(); }'],
  ['a package', '@X(probe1()) package a.b; import c.D; class E { int f = probe2(); }'],
  // Broken source
  [
    'an open bracket',
    'class A { void m() { probe1(); a.b("/x"; probe2(); } void n() { probe3(); } }',
  ],
  [
    'an open bracket before a call',
    'class A { void m() { a(b(\n probe1("/x"); probe2(); } void n() { probe3(); } }',
  ],
  [
    'an open condition',
    'class A { void m() { if (probe1() { probe2(); } probe3(); } void n() { probe4(); } }',
  ],
  [
    'an open list of parameters',
    'class A { int a = probe1(); void m( { probe2(); } int b = probe3(); }',
  ],
  ['an open body', 'class A { void m() { probe1(); if (a) { probe2(); void n() { probe3(); } }'],
  [
    'a body closed twice',
    'class A { void m() { probe1(); } } } class B { int a = probe2(); void n() { probe3(); } }',
  ],
  [
    'a stray token in a class',
    'class A { int a = probe1(); @@ void m() { probe2(); } ) void n() { probe3(); } = 3; { probe4(); } foo; A() { probe5(); } }',
  ],
  [
    'a stray token in a class of constants',
    'enum A { B(probe1()) ) , C(probe2()); ] int d = probe3(); void e() { probe4(); } }',
  ],
  [
    'half a statement',
    'class A { void m() { probe1(); a.\n probe2(); int b = ;\n probe3(); c\n probe4(); d = probe5() +\n } void n() { probe6(); } }',
  ],
  ['half a call', 'class A { void m() { probe1(); return a( } void n() { probe2(); } }'],
  [
    'an operand that is missing',
    'void m() { a = probe1() + ; probe2(); b(probe3(), , probe4()); c ? probe5() : ; probe6(); }',
  ],
  [
    'a broken annotation',
    '@X(probe1() class A { @Y(b = ) int c = probe2(); @Z( void d() { probe3(); } }',
  ],
  [
    'a switch with a broken case',
    'void m() { switch (probe1()) { case : probe2(); break; case 1 probe3(); default: probe4(); } probe5(); }',
  ],
  [
    'a try with a broken catch',
    'void m() { try { probe1(); } catch { probe2(); } finally probe3(); probe4(); }',
  ],
  [
    'a conflict in a method',
    'class A { void m() { probe1();\n<<<<<<< HEAD\n probe2(); int a = probe3();\n=======\n probe4("/x");\n>>>>>>> theirs\n probe5(); } void n() { probe6(); } }',
  ],
  [
    'a conflict in a class',
    'class A { int a = probe1();\n<<<<<<< HEAD\n void m() { probe2(); }\n||||||| base\n void m() { probe3(); }\n=======\n int b = probe4(); void m() { probe5(); }\n>>>>>>> theirs\n int c = probe6(); void n() { probe7(); } }',
  ],
  [
    'a conflict around heads',
    'class A {\n<<<<<<< HEAD\n void m() { if (probe1()) {\n=======\n void m(int a) { if (probe2()) {\n>>>>>>> theirs\n probe3(); } }\n void n() { probe4(); } }',
  ],
];

/** How this language writes what the test makes itself. */
export const forms: Forms = {
  ...COMMON_FORMS,
  statement: (call) => `class A { void m() { ${call}; } }`,
};
