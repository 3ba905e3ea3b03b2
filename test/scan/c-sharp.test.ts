// C#, lowered: source -> the IR, as test/scan/print.ts shows it.
import { expect, it } from 'vitest';
import { cSharp } from '../../src/scan/frontend/languages/c-sharp/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const show = async (source: string) =>
  printStatements((await lowerText(source, cSharp, '.cs')).body).join('\n');

it.each([
  // Texts
  [
    'rc.Get("/restapi/v1.0/account/" + id + "/x");',
    'rc.Get(join("/restapi/v1.0/account/", id, "/x"))',
  ],
  ['s = "\\u002fa\\n\\x41\\0\\"\\\\";', 's = "/a\\nA\\u0000\\"\\\\"'],
  [
    's = @"\\a""b" + \'c\' + 1_0L + 0x10 + 1.5m + true;',
    's = join("\\\\a\\"b", "c", "10", "16", "1.5", "true")',
  ],
  ['await rc.Get($"/a/{id}/b/{{c}}/{d:D2}");', 'rc.Get(join("/a/", id, "/b/{c}/", ?()))'],
  [
    's = $@"\\a{b}""c" + $"\\t{(x ? "/y" : "/z")}{f("/w"),5}";',
    's = join("\\\\a", b, "\\"c", "\\t", oneOf("/y", "/z"), ?(f("/w")))',
  ],
  [
    's = """a "b" {c}""" + $"""/a/{b}""" + $$"""{a}/{{b}}""";',
    's = join("a \\"b\\" {c}", "/a/", b, "{a}/", b)',
  ],
  ['s = """\n    /a\n      b\n    """;', 's = "/a\\n  b"'],
  ['s = $"""\n    /a/{b}\n    """;', 's = join("/a/", b)'],
  ['s = string.Format("/a/{0}", id); t = "/x"u8;', 's = string.Format("/a/{0}", id)\nt = "/x"'],
  ['s = nameof(A.B) + nameof(c);', 's = join("B", "c")'],
  ['n = -1; s = null;', 'n = "-1"\ns = null'],
  // Values
  ['a.B.C(d)[e]["f"].G[0].H();', 'a.B.C(d)[e].f.G.0.H()'],
  ['rc?.Restapi()?.Account["x"]!.Get<string>(y)?[0]?.Z();', 'rc.Restapi().Account.x.Get(y).0.Z()'],
  ['string p = C() ? "/a" : d ? "/b" : E("/c");', 'C()\np: string = oneOf("/a", "/b", E("/c"))'],
  [
    'p = a ?? b("/x") ?? throw new E(f()); p ??= "/y";',
    'branch\n  new E(f())\n  throw\np = oneOf(a, b("/x"))\np = oneOf(p, "/y")',
  ],
  [
    'p = x.Y() switch { 1 => "/a", A or B when g() => f(), Foo { P: var q } => q, _ => throw new E(h()) };',
    ' value0 = x.Y()\nbranch\n  g()\nbranch\n  q =  value0.P\nbranch\n  new E(h())\n  throw\np = oneOf("/a", f(), q)',
  ],
  [
    'var a = new A<B>("x", name: "y") { C = "/z", D = { E = 1 } };',
    'a = new A("x", name="y", C="/z", D={"E": "1"})',
  ],
  ['A a = new("x") { B = 1 }; B? b = new();', 'a: A = new A("x", B="1")\nb: B? = new B()'],
  [
    'var d = new Dictionary<string, string> { { "a", "b" }, ["c"] = d }; e = new X(y) { ["z"] = 1 };',
    'd = {"a": "b", "c": d}\ne = {...y, "z": "1"}',
  ],
  [
    'var l = new List<string> { "/a", f() }; int[] a = { 1 }; b = new[] { "x" }; c = new string[n()];',
    'l = ["/a", f()]\na: int[] = ["1"]\nb = ["x"]\nc = ?(n())',
  ],
  ['var o = new { A = 1, b, c.D };', 'o = {"A": "1", "b": b, "D": c.D}'],
  [
    'string[] a = ["/a", b]; c = []; t = (d, e: "/f");',
    'a: string[] = ["/a", b]\nc = []\nt = [d, "/f"]',
  ],
  ['r = s with { P = "/x" };', 'r = {...s, "P": "/x"}'],
  [
    'f = (a, b) => a + b; g = async (string s = "/a") => await h(s); i = x => { return x; }; j = delegate (int q) { k(q); };',
    'f = lambda (a, b) { return join(a, b) }\ng = lambda (s: string = "/a") { return h(s) }\ni = lambda (x) { return x }\nj = lambda (q: int) { k(q) }',
  ],
  ['a = (B)c; d = e as F; var g = (H)i; j = typeof(K);', 'a = c\nd = e\ng: H = i\nj = typeof(K)'],
  ['ok = a.B("/x") && C("/y") == !D("/z");', 'ok = ?(a.B("/x"), C("/y"), D("/z"))'],
  ['a = b = c("/x");', 'b = c("/x")\na = b'],
  ['F(p = "/a"); ok = a && (p = f()) != null;', 'p = "/a"\nF(p)\nbranch\n  p = f()\nok = ?()'],
  ['if (o is Client c && c.Get("/x")) {}', 'c: Client = o\n?(c.Get("/x"))\nbranch'],
  [
    'if (f() is { A: string b } && g is not null) {}',
    ' value0 = f()\nb: string =  value0.A\nbranch',
  ],
  [
    'var (a, b) = f(); (c, d) = ("/c", e); (string g, int h) = i;',
    ' value0 = f()\na =  value0.0\nb =  value0.1\nc = "/c"\nd = e\ng = i.0\nh = i.1',
  ],
  ['string p = "/x"; F(ref p, out var q, in r);', 'p: string = "/x"\nF(p, q, r)\np = ?()\nq = ?()'],
  [
    'var q = from a in list() where a.B("/x") let c = a.D select c.Get("/y");',
    'q = list().Select(lambda (a) { a.B("/x"); c = a.D; return c.Get("/y") })',
  ],
  [
    'base.A(); this.B(); global::C.D.E(); string.Join("/", a); A<B>.C(); F(this);',
    'super.A()\nself.B()\nC.D.E()\nstring.Join("/", a)\nA.C()\nF(self)',
  ],
  [
    'Func<int> f = static () => 1; a = b[^1]; c = d[1..f()];',
    'f: Func<int> = lambda () { return "1" }\na = b[?()]\nc = d[?(f())]',
  ],
  // Statements
  ['const string a = "/a"; string b = a, c; var d = b;', 'a: string = "/a"\nb: string = a\nd = b'],
  [
    'p += "/c"; n -= f(); n++; --n; x.Done += Handler;',
    'p += "/c"\nn = ?(f())\nn = ?()\nn = ?()\nx.Done += Handler',
  ],
  [
    'if (f()) a(); else if (g()) { b(); } else c();',
    'f()\ng()\nexhaustive branch\n  a()\nor\n  b()\nor\n  c()',
  ],
  [
    'switch (k()) { case 1: case 2: p = "/a"; break; default: b(); break; }',
    'k()\nexhaustive branch\n  p = "/a"\nor\n  b()',
  ],
  [
    'switch (k) { case Client c when c.Ok(): c.Get("/x"); break; }',
    'branch\n  c: Client = k\n  c.Ok()\nbranch\n  c: Client = k\n  c.Get("/x")',
  ],
  [
    'foreach (Call c in list()) use(c); await foreach (var (k, v) in d()) use(k, v);',
    'loop c of list()\n  use(c)\nloop  item of d()\n  k =  item.0\n  v =  item.1\n  use(k, v)',
  ],
  ['for (int i = 0; f(i); i++) g(i);', 'i: int = "0"\nloop  of \n  f(i)\n  g(i)\n  i = ?()'],
  ['while ((line = r.Read()) != null) use(line);', 'loop  of \n  line = r.Read()\n  use(line)'],
  ['do { a(); } while (b());', 'loop  of \n  a()\n  b()'],
  [
    'try { a(); } catch (E e) when (f(e)) { b(); } catch { c(); } finally { d(); }',
    'try\n  a()\nhandler\n  f(e)\n  b()\nhandler\n  c()\nd()',
  ],
  [
    'using (var c = open()) { c.Get("/x"); } using var d = open(); await using (e()) f();',
    'c = open()\nc.Get("/x")\nd = open()\ne()\nf()',
  ],
  [
    'lock (x()) { a(); } checked { b(); } unsafe { c(); } fixed (int* p = d()) { e(); }',
    'x()\na()\nb()\nc()\np: int* = d()\ne()',
  ],
  ['yield return a("/x"); throw new E("x" + f());', 'a("/x")\nnew E(join("x", f()))\nthrow'],
  [
    'string Path(int n = 1) => "/a" + n; Path();',
    'function Path(n: int = "1")\n  return join("/a", n)\nPath()',
  ],
  ['return;', 'return'],
  ['return this;', 'return self'],
  [
    '#if DEBUG\na("/x");\n#elif TEST\nb("/y");\n#else\nc("/z");\n#endif',
    'exhaustive branch\n  a("/x")\nor\n  b("/y")\nor\n  c("/z")',
  ],
  ['#region A\n#pragma warning disable\na();\n#endregion', 'a()'],
  ['goto end; end: a();', 'break far\na()'],
  // What leaves, what may not run, and where calls hide
  [
    'if (f()) return a(); if (g()) throw new E(); b();',
    'f()\nbranch\n  return a()\ng()\nbranch\n  new E()\n  throw\nb()',
  ],
  ['if (a) b(); else if ((p = f()) != null) c();', 'branch\n  p = f()\nbranch\n  b()\nor\n  c()'],
  [
    'switch (k) { case 1: if (a) break; b(); break; case 2: return; default: throw new E(); }',
    'exhaustive falling branch\n  branch\n    break\n  b()\n  break\nor\n  return\nor\n  new E()\n  throw',
  ],
  [
    'foreach (var a in b) { switch (a) { case 1: continue; case 2: c(); break; } break; }',
    'loop a of b\n  branch\n    continue\n  or\n    c()\n  break',
  ],
  [
    'switch (k()) { case A a: a.B(); break; case { C: var c } when c.D(): c.E(); break; case var d: d.F(); break; }',
    ' value0 = k()\nbranch\n  c =  value0.C\n  c.D()\nbranch\n  a: A =  value0\n  a.B()\nor\n  c =  value0.C\n  c.E()\nor\n  d =  value0\n  d.F()',
  ],
  [
    'switch (k) { case f(): case > g(): a(); break; case _: b(); break; }',
    'branch\n  f()\nbranch\n  g()\nexhaustive branch\n  a()\nor\n  b()',
  ],
  [
    'p = k switch { A a => a.B(), B b when b.C() => b.D(), _ => "/x" };',
    'branch\n  b: B = k\n  b.C()\nbranch\n  a: A = k\nbranch\n  b: B = k\np = oneOf(a.B(), b.D(), "/x")',
  ],
  [
    'while (a()) { if (b) continue; if (c) break; d(); }',
    'loop  of \n  a()\n  branch\n    continue\n  branch\n    break\n  d()',
  ],
  [
    'try { a(); } finally { b(); } try { c(); } catch { throw; }',
    'a()\nb()\ntry\n  c()\nhandler\n  throw',
  ],
  ['using (a()) return; yield break;', 'a()\nreturn\nreturn'],
  [
    'f = () => throw new E(g()); p = a ? throw b() : "/x";',
    'f = lambda () { new E(g()); throw }\nbranch\n  b()\n  throw\np = "/x"',
  ],
  [
    'p = a ?? (q = b()); p ??= q = c(); a?.b(r = d());',
    'branch\n  q = b()\np = oneOf(a, q)\nbranch\n  q = c()\np = oneOf(p, q)\nbranch\n  r = d()\na.b(r)',
  ],
  ['goto case f();', 'f()\nbreak far'],
  [
    '(a, (b, _)) = f(); var (_, c) = g(); foreach ((A d, var e) in h()) {}',
    ' value0 = f()\na =  value0.0\nb =  value0.1.0\n value1 = g()\nc =  value1.1\nloop  item of h()\n  d: A =  item.0\n  e =  item.1',
  ],
  ['if (a is > 1 and var b && c() is not d()) {}', 'b = a\nbranch\n  d()\n?(c())\nbranch'],
  ['f(out a.b, ref c);', 'f(a.b, c)\na.b = ?()\nc = ?()'],
  ['a[f()] ??= g(); b[c] ??= "/x";', 'a[f()] = g()\nb[c] = oneOf(b[c], "/x")'],
  [
    'a = new List<B>(c()) { d() }; e = new F(g().H) { [i()] = j(), K = l() };',
    'c()\na = [d()]\ni()\ne = new F(g().H, j(), K=l())',
  ],
  ['a = new int[b()] { c() }; d = stackalloc int[e()];', 'b()\na = [c()]\ne()\nd = ?()'],
  ['a = $"{b,c():D2}"; d = nameof(e().f);', 'a = ?(c())\ne().f\nd = "f"'],
  [
    'var q = from A a in b() join c in d() on e(a) equals f(c) group g(a) by h(c) into i orderby j(i) select k(i);',
    'q = b().Select(lambda (a) { loop c of d();   e(a);   f(c);   h(c);   i = g(a);   j(i);   return k(i) })',
  ],
  ['a(\n#if X\nb()\n#else\nc()\n#endif\n);', 'a(oneOf(b(), c()))'],
  [
    '[X(a())] void F([Y(b())] int c = d()) => throw e();',
    'function @X(a()) F(@Y(b()) c: int = d())\n  e()\n  throw',
  ],
  ['[assembly: X(a())] delegate void F([Y(b())] int c = d());', 'a()\nb()\nd()'],
  ['c\n d(); e();', 'd()\ne()'],
  ['if (a() { b(); } c();', 'a()\n[b(), ?()]\nc()'],
  [
    'class A {\n<<<<<<< HEAD\n void M() { a(); }\n=======\n void N() { b(); }\n>>>>>>> other\n void O() { c(); } }',
    'class A\n  method M()\n    a()\n  method N()\n    b()\n  method O()\n    c()',
  ],
  // Broken source
  ['p = "/a" + ; b("/c")', 'p = "/a"\nb("/c")'],
  ['a(b("/x"), ; c("/y");', 'a(b("/x"), c("/y"))'],
  [
    'class A { void M() { rc.Get("/x" } void N() { rc.Put("/y"); }',
    'function M()\nfunction N()\n  rc.Put("/y")',
  ],
])('%s', async (source, expected) => {
  expect(await show(source)).toBe(expected);
});

it.each([
  ['public partial class A<T> : b.B<T>, C where T : D { }', 'class A < b.B, C'],
  [
    'class A { private const string P = "/a", Q = P + "/b"; readonly Client c; event D e; int[] n = { 1 }; }',
    'class A\n  field P: string = "/a"\n  field Q: string = join(P, "/b")\n  field c: Client\n  field e: D\n  field n: int[] = ["1"]',
  ],
  [
    'class A : B { A(string p, int n = 1, params string[] r) : base(p) { q = p; this.r = r; } A() : this("/x") { } static A() { S(); } ~A() { D(); } }',
    'class A < B\n  method constructor(p: string, n: int = "1", ...r: string[])\n    super(p)\n    self.q = p\n    self.r = r\n  method constructor()\n    self("/x")\n  method ~()\n    D()\n  method  static()\n    S()',
  ],
  [
    'class A { string p; void Set(string q) { p = q; string r; r = q; foreach (var s in q) f(out r); } }',
    'class A\n  field p: string\n  method Set(q: string)\n    self.p = q\n    r = q\n    loop s of q\n      f(r)\n      r = ?()',
  ],
  [
    'class A { string P { get; set; } = "/p"; string Q => $"{P}/q"; string R { get { return "/r"; } set { r = value; } } string S { get { var a = f(); return a + "/s"; } } string T { get => t; init => t = value; } }',
    'class A\n  field P: string = "/p"\n  field Q: string = join(P, "/q")\n  field R: string = "/r"\n  field S: string = lambda () { a = f(); return join(a, "/s") }()\n  field T: string = t\n  method R set(value)\n    self.r = value\n  method T init(value)\n    self.t = value\n    return self.t',
  ],
  [
    'class A { string this[string k] => "/" + k; event E F { add { g(value); } remove { } } public static A operator +(A a, A b) => a; public static implicit operator string(A a) => a.p; }',
    'class A\n  method Item get(k: string)\n    return join("/", k)\n  method F add(value)\n    g(value)\n  method F remove(value)\n  method +(a: A, b: A)\n    return a\n  method string(a: A)\n    return a.p',
  ],
  [
    '[Route("a/[controller]"), X] class A { [HttpGet("{id}", Name = "n", Order: 1)] [Y] Task<B> C([FromQuery(Name = "q")] string id, CancellationToken t = default) => D(id); }',
    '@Route("a/[controller]") @X() class A\n  method @HttpGet("{id}", Name="n", Order="1") @Y() C(@FromQuery(Name="q") id: string, t: CancellationToken = ?())\n    return D(id)',
  ],
  [
    'interface A : B { [Get("/b")] Task<C> List([Query] string c); string P { get; } void D() { E(); } }',
    'class A < B\n  field P: string\n  method @Get("/b") List(@Query() c: string)\n  method D()\n    E()',
  ],
  [
    'enum A { B, C = 2, [X("/d")] D }',
    'class A\n  field B: A = "B"\n  field C: A = "C"\n  field D: A = "D"',
  ],
  [
    'record A(string P, int N = 1) : B(P) { string Q => P; } record struct C;',
    'class A < B\n  field P: string\n  field N: int\n  field Q: string = P\n  method constructor(P: string, N: int = "1")\n    super(P)\n    self.P = P\n    self.N = N\nclass C',
  ],
  [
    'class A(Client c) : B(c, "/x") { string P => c.Q; }',
    'class A < B\n  field c: Client\n  field P: string = c.Q\n  method constructor(c: Client)\n    super(c, "/x")\n    self.c = c',
  ],
  [
    'struct A { class B { static class C { string p = "/x"; } } enum D { E } delegate void F(); }',
    'class A\n  class B\n    class C\n      field p: string = "/x"\n  class D\n    field E: D = "E"',
  ],
  [
    'class A {\n#if X\nstring p = "/a";\n#else\nstring p = "/b";\n#endif\n}',
    'class A\n  field p: string = "/a"\n  field p: string = "/b"',
  ],
  [
    'class A { Client c = new("/x") { Path = f() }; bool ok = (p = g()) != null; }',
    'class A\n  field c: Client = new Client("/x", Path=f())\n  field ok: bool = ?()\n  method  static()\n    p = g()',
  ],
  ['namespace A.B { namespace C { class D { } } class E { } }', 'class D\nclass E'],
  [
    'class A : B { A(int n = f()) : base(p = g()) => h(); }',
    'class A < B\n  method constructor(n: int = f())\n    self.p = g()\n    super(self.p)\n    return h()',
  ],
  [
    'class A(B b = f()) : C(g(b)), D; class E : F(h()) { }',
    'class A < C, D\n  field b: B\n  method constructor(b: B = f())\n    super(g(b))\n    self.b = b\nclass E < F\n  method constructor()\n    super(h())',
  ],
  [
    'class A { [X(f())] B C { [Y(g())] get; set; } = h(); B D { get => i(); } = j(); }',
    'class A\n  field C: B = h()\n  field D: B = j()\n  method D get()\n    return i()\n  method  static()\n    f()\n    g()',
  ],
  [
    'class A { [X(f())] B this[C d = g()] { get => h(); set => i(); } }',
    'class A\n  method Item get(d: C = g())\n    return h()\n  method Item set(d: C, value)\n    return i()\n  method  static()\n    f()',
  ],
  [
    'class A { [X(f())] B b = g(); fixed int c[h()]; [Y(i())] event B d; enum E { F = j(), [Z(k())] G } }',
    'class A\n  field b: B = g()\n  field c: int\n  field d: B\n  method  static()\n    f()\n    ?(h())\n    i()\n  class E\n    field F: E = "F"\n    field G: E = "G"\n    method  static()\n      j()\n      k()',
  ],
  [
    'class A { int a = f(); ) void B() { g(); } h(); }',
    'class A\n  field a: int = f()\n  method B()\n    g()\n  method  static()\n    h()',
  ],
  ['class A {\n#if X\n[B(f())]\n#endif\nvoid C() { } }', 'class A\n  method @B(f()) C()'],
])('class: %s', async (source, expected) => {
  expect(await show(source)).toBe(expected);
});

it.each([
  ['namespace A.B; class C { }', 'A.B'],
  ['namespace A { namespace B.C { class D { } } } namespace E { }', 'A.B.C'],
  ['class A { }', null],
])('namespace: %s', async (source, expected) => {
  expect((await lowerText(source, cSharp, '.cs')).package).toBe(expected);
});

it('knows what a file takes from others', async () => {
  const source = `using System; global using A.B; using static A.K; extern alias X;
    using Rc = global::RingCentral.Net<int>; namespace N { using Inner; class A { void M() { using (f()) { } } } }`;
  const { imports, exports } = await lowerText(source, cSharp, '.cs');
  expect(exports).toBeNull();
  expect(imports.map(({ local, from, name }) => `${local} of ${from}: ${name}`)).toEqual([
    '* of System: *',
    ' for all * of A.B: *',
    '* of A.K: *',
    'Rc of RingCentral.Net: null',
    '* of Inner: *',
  ]);
});

it('says where the last name of a call stands', async () => {
  const { body } = await lowerText('rc.Restapi()\n  ?.Get<A>("/x");', cSharp, '.cs');
  expect(body).toMatchObject([{ value: { kind: 'call', at: { line: 2, column: 5 } } }]);
});
