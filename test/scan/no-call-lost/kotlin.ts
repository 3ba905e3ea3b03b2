// Sources of Kotlin with calls in every place that the grammar has for an expression -> cases of the test that no call is lost.
import { COMMON_FORMS, type Forms } from './forms.js';

export const cases: readonly (readonly [what: string, source: string])[] = [
  // Statements
  ['a statement', 'fun m() { probe1(); a.probe2(); A().probe3() }'],
  ['a variable', 'fun m() { val b = probe1(); var c: A<B> = probe2(); lateinit var d: A }'],
  ['variables of a pair', 'fun m() { val (b, _) = probe1(); val (c) = a.probe2() }'],
  [
    'a delegate',
    'fun m() { val b by lazy { probe1() }; val c by probe2(a) { probe3() }; val d by lazy(probe4()) { probe5() } }',
  ],
  ['a return', 'fun m(): A { return probe1() }'],
  [
    'a return behind a label',
    'fun m() { a.forEach { return@forEach probe1() }; run here@{ return@here probe2() } }',
  ],
  ['a throw', 'fun m() { throw probe1(E(probe2())) }'],
  ['an if', 'fun m() { if (probe1()) probe2() else if (probe3()) { probe4() } else probe5() }'],
  [
    'an if without a body',
    'fun m() { if (probe1()); if (probe2()) else probe3(); if (probe4()) a = probe5() else b += probe6() }',
  ],
  [
    'a when',
    'fun m() { when (probe1()) { A, a.probe2() -> probe3(); in probe4()..probe5() -> { probe6() }; !in a -> b; is C -> probe7(); else -> probe8() } }',
  ],
  [
    'a when without a subject',
    'fun m() { when { probe1() -> probe2(); a && probe3() -> return probe4(); else -> throw probe5() } }',
  ],
  [
    'a when with a variable',
    'fun m() { when (val a = probe1()) { is B -> a.probe2(); a.probe3() -> probe4() } }',
  ],
  [
    'a while',
    'fun m() { while (probe1()) probe2(); do { probe3() } while (probe4()); while (probe5()); }',
  ],
  [
    'a for',
    'fun m() { for (a in probe1()) probe2(); for ((b, c) in d.probe3()) { probe4() }; for (@X(probe5()) e: E in f) {} }',
  ],
  [
    'a label',
    'fun m() { here@ for (a in probe1()) { if (probe2()) break@here; probe3(); continue@here }; there@ { probe4() } }',
  ],
  ['code behind a leave', 'fun m() { while (a) { break; probe1() }; return; probe2() }'],
  [
    'a try',
    'fun m() { try { probe1() } catch (@X(probe2()) e: E) { probe3() } finally { probe4() }; try { probe5() } finally { probe6() } }',
  ],
  [
    'a local class',
    'fun m() { class A(val b: B = probe1()) { val c = probe2() }\n object D { val e = probe3();} }',
  ],
  ['a local function', 'fun m() { fun n(a: A = probe1()) = probe2(); fun o() { probe3() } }'],
  // Values of statements
  ['an if for its value', 'fun m() { val a = if (probe1()) probe2() else { probe3(); probe4() } }'],
  [
    'a when for its value',
    'fun m() { val a = when (probe1()) { 1 -> probe2(); is A -> { probe3(); probe4() }; else -> throw probe5() }; return when { probe6() -> probe7(); else -> b } }',
  ],
  [
    'a try for its value',
    'fun m() { val a = try { probe1(); probe2() } catch (e: E) { probe3() } finally { probe4() } }',
  ],
  // Expressions
  ['arguments', 'fun m() { a(probe1(), b = probe2(), *probe3())[probe4()].d(c { probe5() }) }'],
  [
    'receivers',
    'fun m() { probe1().a.b(); probe2()[probe3()].c = 1; probe4<T>().d(); probe5()?.e()!!.probe6() }',
  ],
  [
    'assignments',
    'fun m() { probe1().a = probe2(); b[probe3()] += probe4(); c -= probe5(); probe6().d++; --e[probe7()]; f[probe8(), probe9()] = g }',
  ],
  [
    'operators',
    'fun m() { a = probe1() + probe2() * -probe3() == !probe4() && probe5() || probe6() > 1; b = (probe7()) in probe8(); c = probe9() !is D; d = probe10()..probe11() }',
  ],
  [
    'words between operands',
    'fun m() { a = probe1() to probe2() until probe3(); b = probe4() shl 2 }',
  ],
  [
    'a sign before a chain',
    'fun m() { if (!a.probe1().b(probe2())) -c.probe3(); !probe4().d; !e!!.probe5() }',
  ],
  [
    'what may not be there',
    'fun m() { a = probe1() ?: probe2() ?: return probe3(); b = c?.probe4() ?: throw probe5() }',
  ],
  ['a cast', 'fun m() { a = probe1() as A; b = (probe2() as? B)?.c() }'],
  [
    'texts',
    `fun m() { a = "a\${probe1()}b\${if (c) "d\${probe2()}" else probe3()}"; e = """f\${probe4()}\n""".g(probe5()); "$a" }`,
  ],
  [
    'lists',
    '@A([probe1(), probe2()]) fun m() { a = listOf(probe3(), *probe4()); b = mapOf("c" to probe5(), probe6()); d = Pair(probe7(), probe8()) }',
  ],
  [
    'lambdas',
    'fun m() { a = { probe1() }; b = { c, (d, e) -> probe2() }; f(1) { probe3() }; g { h -> h.probe4(); probe5() }; a(fun(x: A) { probe6() }, fun(y: B) = probe7()) }',
  ],
  [
    'references',
    'fun m() { a = probe1()::b; c = A::d; e = probe2(::f)::class.java; f(probe3()::g) }',
  ],
  [
    'an object',
    'fun m() { a = object : A(probe1()), B by probe2() { val c = probe3(); init { probe4() }; fun d() = probe5() }; e = object { val f = probe6();} }',
  ],
  ['this and super', 'fun m() { this@A.probe1(); super.probe2(); super<B>.c(probe3()) }'],
  // Functions of the library that run their lambda at once
  [
    'scope functions',
    'fun m() { probe1().apply { probe2(); a = probe3() }; b.let { it.probe4(); probe5() }; with(probe6()) { probe7() }; run { probe8() }; c?.also { d -> probe9(d) } }',
  ],
  [
    'a label of a scope function',
    'fun m() { a.let { if (probe1()) return@let probe2(); probe3() }; run { if (b) return probe4(); probe5() } }',
  ],
  [
    'loops',
    'fun m() { probe1().forEach { probe2(it) }; a.forEachIndexed { i, b -> probe3() }; repeat(probe4()) { probe5() }; c.map { if (d) return probe6(); probe7() } }',
  ],
  [
    'coroutines',
    'fun m() = runBlocking { launch { probe1() }; withContext(probe2()) { probe3() }; b.async(probe4()) { probe5() }.await() }',
  ],
  [
    'what catches',
    'fun m() { a = runCatching { probe1(); probe2() }.getOrElse { probe3() }; b = buildString { append(probe4()) } }',
  ],
  [
    'blocks',
    'fun m() { a.get(probe1()) { method = probe2(); url { path(probe3()); host = probe4() }; if (b) header("c", probe5()); d { probe6() } } }',
  ],
  // Classes
  [
    'properties',
    'class A { val b = probe1(); var c: C = probe2()\n private set\n val d get() = probe3(); var e = probe4()\n set(value) { probe5(); field = value }\n val f: F by lazy { probe6() }; lateinit var g: G }',
  ],
  [
    'initializers',
    'class A { init { probe1(); a = probe2() }; val b = probe3(); init { probe4() } }',
  ],
  [
    'constructors',
    '@X(probe1()) class A @Y(probe2()) constructor(val a: B = probe3(), @Z(probe4()) c: C) : D(probe5()), E by probe6() { constructor(f: F = probe7()) : this(probe8()) { probe9() } }',
  ],
  [
    'a class without a first constructor',
    'class A : B { constructor() : super(probe1()) { probe2() }; init { probe3() } }',
  ],
  [
    'an enum',
    'enum class A(b: B) { C(probe1()), @X(probe2()) D(probe3()) { val e = probe4(); override fun f() { probe5() } }; val g = probe6(); companion object { val h = probe7();} }',
  ],
  ['an enum without members', 'enum class A { B(probe1()), C(probe2()) }'],
  [
    'an interface',
    'interface A { val b: B get() = probe1(); fun c() { probe2() }; class D { val e = probe3() } }',
  ],
  [
    'objects',
    'object A : B(probe1()) { val c = probe2(); init { probe3() }; fun d() = probe4() }\nclass E { companion object F { init { probe5() }; val g = probe6();} }',
  ],
  [
    'annotations',
    '@X(probe1()) @Y(a = probe2(), b = [probe3()]) class A { @field:X(probe4()) val b = 1; @X(probe5()) fun c(@X(probe6()) d: D, @X(probe7()) vararg e: E) { @X(probe8()) val f = 1; @X(probe9()) g() } }',
  ],
  ['annotations before a class', '@A\n@B(probe1())\nclass C { val d = probe2() }'],
  [
    'extensions',
    'fun A.m(b: B = probe1()) = probe2(); val A.c get() = probe3(); fun <T> List<T>.n(vararg d: T) { probe4() }',
  ],
  [
    'nested classes',
    'class A { class B { inner class C { val d = probe1();} }\n enum class E { F { fun g() { probe2() } } }\n object H { init { probe3() } } }',
  ],
  [
    'the top of a file',
    '@file:X(probe1())\npackage a.b\nimport c.D\nval e = probe2()\nvar f\n  get() = probe3()\n  set(value) { probe4() }\nfun g() = probe5()\nprobe6()',
  ],
  [
    'a script',
    'plugins { id("a") }\ntasks.register("b") { doLast { probe1() } }\nval c by extra(probe2())',
  ],
  // Broken source
  ['an open bracket', 'class A { fun m() { probe1(); a.b("/x"; probe2() }\nfun n() { probe3() } }'],
  [
    'an open condition',
    'class A { fun m() { if (probe1() { probe2() }; probe3() }\nfun n() { probe4() } }',
  ],
  [
    'an open list of parameters',
    'class A { val a = probe1(); fun m( { probe2() }\nval b = probe3() }',
  ],
  ['an open body', 'class A { fun m() { probe1(); if (a) { probe2(); fun n() { probe3() } }'],
  [
    'a body closed twice',
    'class A { fun m() { probe1() } } }\nclass B { val a = probe2(); fun n() { probe3() } }',
  ],
  [
    'a stray token in a class',
    'class A { val a = probe1(); @@ fun m() { probe2() } ) fun n() { probe3() } = 3; init { probe4() } }',
  ],
  [
    'half a statement',
    'class A { fun m() { probe1(); a.\n probe2(); val b = ;\n probe3(); d = probe4() +\n }\nfun n() { probe5() } }',
  ],
  [
    'an operand that is missing',
    'fun m() { a = probe1() + ; probe2(); b(probe3(), , probe4()); c ?: ; probe5() }',
  ],
  [
    'a broken when',
    'fun m() { when (probe1()) { 1 -> probe2(); 2 }; probe3() }\nfun n() { probe4() }',
  ],
  [
    'a conflict in a class',
    'class A { val a = probe1()\n<<<<<<< HEAD\n fun m() { probe2() }\n=======\n val b = probe3(); fun m() { probe4() }\n>>>>>>> theirs\n fun n() { probe5() } }',
  ],
];

/** How this language writes what the test makes itself. */
export const forms: Forms = {
  ...COMMON_FORMS,
  statement: (call) => `fun m() { ${call} }`,
};
