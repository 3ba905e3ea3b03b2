// Sources of C# with calls in every place that the grammar has for an expression -> cases of the test that no call is lost.

export const cases: readonly (readonly [what: string, source: string])[] = [
  // Statements
  ['a statement', 'void M() { probe1(); a.probe2(); new A().probe3(); await probe4(); }'],
  [
    'a variable',
    'void M() { A b = probe1(), c = probe2(); int[] d = { probe3() }; const int E = probe4(); ref A f = ref probe5(); var (g, h) = probe6(); var (_, _) = probe7(); }',
  ],
  ['a return', 'A M() { return probe1(); } ref A N() { return ref probe2(); }'],
  ['a throw', 'void M() { throw probe1(new E(probe2())); }'],
  ['an if', 'void M() { if (probe1()) probe2(); else if (probe3()) { probe4(); } else probe5(); }'],
  ['a lock', 'void M() { lock (probe1()) { probe2(); } lock (a) probe3(); }'],
  [
    'a using',
    'void M() { using (probe1()) { probe2(); } using (A a = probe3(), b = probe4()) probe5(); using var c = probe6(); await using (var d = probe7()) { probe8(); } await using var e = probe9(); }',
  ],
  [
    'a fixed',
    'unsafe void M() { fixed (int* a = probe1(), b = &c[probe2()]) { probe3(); } unsafe { probe4(); } }',
  ],
  [
    'a checked',
    'void M() { checked { probe1(); } unchecked { probe2(); } a = checked(probe3()) + unchecked(probe4()); }',
  ],
  ['a while', 'void M() { while (probe1()) probe2(); do { probe3(); } while (probe4()); }'],
  [
    'a for',
    'void M() { for (int i = probe1(), j = probe2(); probe3(); probe4(), probe5()) probe6(); for (probe7(), a = probe8(); ; ) probe9(); }',
  ],
  [
    'a for each',
    'async Task M() { foreach (A a in probe1()) probe2(); await foreach (var (b, (c, _)) in probe3()) { probe4(); } foreach ((int d, string e) in probe5()) probe6(); }',
  ],
  [
    'an iterator',
    'IEnumerable<A> M() { yield return probe1(); if (probe2()) yield break; yield return probe3(); }',
  ],
  [
    'a goto',
    'void M() { probe1(); goto end; probe2(); end: probe3(); switch (a) { case 1: goto case probe4(); case 2: probe5(); goto default; default: probe6(); break; } }',
  ],
  [
    'code behind a leave',
    'void M() { while (a) { break; probe1(); } while (b) { continue; probe2(); } return; probe3(); }',
  ],
  [
    'a local function',
    'void M() { [X(probe1())] A N(int b = probe2()) => probe3(); static void O() { probe4(); } A P() { return probe5(); } }',
  ],
  [
    'a try',
    'void M() { try { probe1(); } catch (E e) when (probe2(e)) { probe3(); } catch (F) { probe4(); throw; } catch when (probe5()) { } catch { probe6(); } finally { probe7(); } try { probe8(); } finally { probe9(); } }',
  ],
  [
    'a switch',
    'void M() { switch (probe1()) { case probe2(): case > probe3(): probe4(); break; case A a when probe5(a): probe6(); return; case 1 or probe7(): { probe8(); break; } default: if (b) break; probe9(); break; } }',
  ],
  [
    'a switch of patterns',
    'void M() { switch (probe1()) { case A { B: probe2(), C.D: > probe3() and var d } e when probe4(): probe5(); break; case (var f, probe6()): probe7(); break; case not probe8(): probe9(); break; case var g when probe10() && probe11(): break; case null: probe12(); break; } }',
  ],
  [
    'a switch for its value',
    'void M() { a = probe1() switch { 1 => probe2(), A b when probe3() => b.probe4(), { C: probe5() } => probe6(), > probe7() => probe8(), _ => throw probe9() }; }',
  ],
  // Expressions
  [
    'arguments',
    'void M() { a(probe1(), new B(probe2()), c = probe3())[probe4()].D(named: probe5()); e(ref f[probe6()], out var g, in probe7().h, out probe8().i); }',
  ],
  [
    'receivers',
    'void M() { probe1().a.B(); probe2()[probe3()].c = 1; probe4().D<T>(); base.E(probe5()); global::F.G(probe6()); }',
  ],
  [
    'conditional access',
    'void M() { probe1()?.a.probe2(probe3())?[probe4()]?.b?.probe5(c = probe6()); d?.e(f => probe7()); g = h?.i ?? probe8()?.j; }',
  ],
  [
    'assignments',
    'void M() { probe1().a = probe2(); b[probe3()] += probe4(); c -= probe5(); d ??= probe6(); e[probe7()] ??= probe8(); probe9().f++; --g[probe10()]; }',
  ],
  [
    'assignments of tuples',
    'void M() { (a, b[probe1()]) = (probe2(), probe3()); (c, (d, _)) = probe4(); (var e, int f) = probe5(); (g, _) = (probe6(), probe7()); }',
  ],
  [
    'operators',
    'void M() { a = probe1() + probe2() * -probe3() == !probe4() && probe5() || ~probe6() > 1; b = (probe7()) & probe8(); c = probe9()! ?? probe10() ?? throw probe11(); }',
  ],
  [
    'ranges',
    'void M() { a = b[^probe1()]; c = d[probe2()..probe3()]; e = f[..probe4()]; g = probe5()..; }',
  ],
  [
    'a ternary',
    'void M() { a = probe1() ? probe2() : probe3() ? throw probe4() : probe5(); b(ref probe6() ? ref probe7() : ref probe8()); }',
  ],
  [
    'what may not run',
    'void M() { a = b && (c = probe1()) != null || (d = probe2()) > 1; e = f ?? (g = probe3()); }',
  ],
  [
    'casts',
    'void M() { a = (A)probe1(); b = probe2() as B; c = probe3() is C; d = ((D)probe4()).E(); }',
  ],
  [
    'patterns',
    'void M() { if (probe1() is A a && probe2()) {} b = probe3() is { C: probe4(), D: var d } and not probe5(); e = probe6() is > probe7() or < probe8(); f = probe9() is (var g, probe10()); h = probe11() is var (i, j); k = probe12() is [probe13(), ..]; }',
  ],
  [
    'arrays',
    'void M() { a = new int[probe1()][]; b = new int[probe2(), probe3()] { { probe4() } }; c = new[] { probe5() }; d = stackalloc int[probe6()]; e = stackalloc[] { probe7() }; int[] f = { probe8() }; g = [probe9(), ..probe10()]; h = stackalloc int[probe11()] { probe12() }; }',
  ],
  [
    'objects',
    'void M() { a = new A(probe1()) { B = probe2(), C = { probe3() }, [probe4()] = probe5() }; b = new List<A>(probe6()) { probe7(), probe8() }; c = new Dictionary<A, B>(probe9()) { { probe10(), probe11() }, { probe12(), probe13() } }; D d = new(probe14()) { E = probe15() }; f = new { G = probe16(), probe17().H }; }',
  ],
  [
    'dictionaries by key',
    'void M() { a = new D(probe1().A) { [probe2()] = probe3(), [probe4(), probe5()] = probe6() }; b = new(probe7()) { ["c"] = probe8() }; }',
  ],
  ['copies', 'void M() { a = probe1() with { B = probe2(), C = probe3() }; }'],
  ['tuples', 'void M() { a = (probe1(), b: probe2()); }'],
  [
    'texts',
    'void M() { a = $"a{probe1()}b{probe2():D2}c{probe3(),5}d{e,probe4()}{(f ? probe5() : probe6())}" + $@"{probe7()}" + $"""{probe8()}""" + $"{this[probe9()]}"; }',
  ],
  [
    'lambdas',
    'void M() { a = () => probe1(); b = async (c, d) => { await probe2(); }; e = delegate (A f) { probe3(); }; g = x => y => probe4(); h = (int i = probe5()) => i; j = [X(probe6())] (A k) => probe7(); l = () => throw probe8(); static A n() => throw probe9(); }',
  ],
  [
    'a query',
    'void M() { a = from A b in probe1() join C c in probe2() on probe3() equals probe4() into d let e = probe5() orderby probe6() descending, probe7() where probe8() from f in probe9() group probe10() by probe11() into g where probe12() select probe13(); }',
  ],
  [
    'words that look like calls',
    'void M() { a = nameof(b.probe1().C) + typeof(D) + sizeof(int) + default(E); f = __makeref(probe2()); g = __reftype(probe3()); h = __refvalue(probe4(), A); }',
  ],
  [
    'events',
    'class A { event B C = probe1(); event D E { add { probe2(); } remove => probe3(); } void M() { f.G += probe4(); h.I -= (j, k) => probe5(); } }',
  ],
  // Classes
  [
    'fields',
    'class A { B b = probe1(), c = probe2(); static readonly int[] D = { probe3() }; bool e = (f = probe4()) != null; const int G = probe5(); fixed int h[probe6()]; B i = new(probe7()); }',
  ],
  [
    'constructors',
    'class A : B { A() : base(probe1(), b = probe2()) { probe3(); } A(int c = probe4()) : this(probe5()) => probe6(); static A() { probe7(); } ~A() { probe8(); } }',
  ],
  [
    'a primary constructor',
    '[X(probe1())] class A(B c = probe2()) : D(probe3(), c), E { F f = probe4(); } record G([Y(probe5())] H i) : J(probe6()); class K : L(probe7()) { }',
  ],
  [
    'properties',
    'class A { B C { get; set; } = probe1(); B D => probe2(); B E { get { return probe3(); } set { probe4(); } } B F { get => probe5(); init => probe6(); } [X(probe7())] B G { [Y(probe8())] get; [Z(probe9())] set; } B H { get { return probe10(); } } = probe11(); B I => throw probe12(); }',
  ],
  [
    'indexers',
    'class A { B this[C d = probe1()] { get { return probe2(); } set => probe3(); } [X(probe4())] B this[E f] => probe5(); }',
  ],
  [
    'operators of a class',
    'class A { public static A operator +(A a, A b) => probe1(); public static implicit operator B(A a) { return probe2(); } public static A operator ++(A a) { probe3(); return a; } }',
  ],
  ['an enum', '[X(probe1())] enum A { B = probe2(), [Y(probe3())] C }'],
  [
    'an interface',
    'interface A { B C { get => probe1(); } void D() { probe2(); } static E F = probe3(); [X(probe4())] void G([Y(probe5())] H i = probe6()); }',
  ],
  [
    'attributes',
    '[assembly: X(probe1())] [Y(probe2(), B = probe3(), c: probe4())] class A { [X(probe5())] int b; [X(probe6())] void C([X(probe7())] int d, [X(probe8())] params int[] e) { } [return: X(probe9())] int F() => 1; [X(probe10())] event G h; [X(probe11())] A() { } [X(probe12())] static A() { } [X(probe13())] delegate void I([X(probe14())] int j = probe15()); }',
  ],
  [
    'attributes under a condition',
    'class A {\n#if X\n[B(probe1())]\n#endif\nvoid C() { probe2(); } }',
  ],
  [
    'attributes of type parameters',
    'class A<[X(probe1())] T> { void B<[X(probe2())] U>() { probe3(); } }',
  ],
  [
    'nested classes',
    'namespace A { namespace B { class C { struct D { static class E { int f = probe1(); } } record G(int h) { int i = probe2(); } enum J { K } } } } class L { void M() { probe3(); } }',
  ],
  [
    'a file of statements',
    'using A; probe1(); var b = probe2(); await probe3(); void C() { probe4(); } return probe5(); class D { int e = probe6(); }',
  ],
  ['a namespace of the file', 'namespace A.B; class C { int d = probe1(); }'],
  [
    'directives',
    'class A {\n#if B\nint c = probe1();\n#elif D\nint c = probe2();\n#else\nint c = probe3();\n#endif\n#region E\nvoid M() {\n#if F\nprobe4();\n#else\nprobe5();\n#endif\na(\n#if G\nprobe6()\n#else\nprobe7()\n#endif\n);\n}\n#endregion\n}',
  ],
  // Broken source
  [
    'an open bracket',
    'class A { void M() { probe1(); a.B("/x"; probe2(); } void N() { probe3(); } }',
  ],
  [
    'an open bracket before a call',
    'class A { void M() { a(b(\n probe1("/x"); probe2(); } void N() { probe3(); } }',
  ],
  [
    'an open condition',
    'class A { void M() { if (probe1() { probe2(); } probe3(); } void N() { probe4(); } }',
  ],
  [
    'an open list of parameters',
    'class A { int a = probe1(); void M( { probe2(); } int b = probe3(); }',
  ],
  ['an open body', 'class A { void M() { probe1(); if (a) { probe2(); void N() { probe3(); } }'],
  [
    'a body closed twice',
    'class A { void M() { probe1(); } } } class B { int a = probe2(); void N() { probe3(); } }',
  ],
  [
    'a stray token in a class',
    'class A { int a = probe1(); @@ void M() { probe2(); } ) void N() { probe3(); } = 3; int b = probe4(); foo; A() { probe5(); } }',
  ],
  [
    'a stray token in an enum',
    'class A { enum B { C = probe1() ) , D = probe2() } ] int d = probe3(); void E() { probe4(); } }',
  ],
  [
    'half a statement',
    'class A { void M() { probe1(); a.\n probe2(); int b = ;\n probe3(); c\n probe4(); d = probe5() +\n } void N() { probe6(); } }',
  ],
  ['half a call', 'class A { void M() { probe1(); return a( } void N() { probe2(); } }'],
  [
    'an operand that is missing',
    'void M() { a = probe1() + ; probe2(); b(probe3(), , probe4()); c ? probe5() : ; probe6(); }',
  ],
  [
    'a broken attribute',
    'class A { [X(b = )] int c = probe1(); [Y(probe2()] int d = probe3(); [Z( void E() { probe4(); } }',
  ],
  [
    'a switch with a broken case',
    'void M() { switch (probe1()) { case : probe2(); break; case 1 { probe3(); } default: probe4(); break; } probe5(); }',
  ],
  [
    'a try with a broken catch',
    'void M() { try { probe1(); } catch ( { probe2(); } finally probe3(); probe4(); }',
  ],
  [
    'a directive that is not closed',
    'class A { void M() { probe1();\n#if B\nprobe2();\n} void N() { probe3(); } }',
  ],
  [
    'a conflict in a method',
    'class A { void M() { probe1();\n<<<<<<< HEAD\n probe2(); int a = probe3();\n=======\n probe4("/x");\n>>>>>>> theirs\n probe5(); } void N() { probe6(); } }',
  ],
  [
    'a conflict in a class',
    'class A { int a = probe1();\n<<<<<<< HEAD\n void M() { probe2(); }\n||||||| base\n void M() { probe3(); }\n=======\n int b = probe4(); void M() { probe5(); }\n>>>>>>> theirs\n int c = probe6(); void N() { probe7(); } }',
  ],
  [
    'a conflict around heads',
    'class A {\n<<<<<<< HEAD\n void M() { if (probe1()) {\n=======\n void M(int a) { if (probe2()) {\n>>>>>>> theirs\n probe3(); } }\n void N() { probe4(); } }',
  ],
];
