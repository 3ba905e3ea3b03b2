// Java, lowered: source -> the IR, as test/scan/print.ts shows it.
import { expect, it } from 'vitest';
import { java } from '../../src/scan/frontend/languages/java/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const show = async (source: string) =>
  printStatements((await lowerText(source, java, '.java')).body).join('\n');

it.each([
  // Texts
  [
    'rc.get("/restapi/v1.0/account/" + id + "/x");',
    'rc.get(join("/restapi/v1.0/account/", id, "/x"))',
  ],
  ['s = "\\u002fa\\n\\101\\"\\\\\\s";', 's = "/a\\nA\\"\\\\ "'],
  [
    's = "/a" + \'b\' + 1_0L + 0x10 + 010 + 1.5f + true;',
    's = join("/a", "b", "10", "16", "8", "1.5", "true")',
  ],
  ['s = """\n    /a\n      b \\\n    c\\t\n    """;', 's = "/a\\n  b c\\t\\n"'],
  ['s = STR."/a/\\{id}/b";', 's = join("/a/", id, "/b")'],
  ['s = String.format("/a/%s", id);', 's = String.format("/a/%s", id)'],
  ['s = "/a/%s".formatted(id);', 's = "/a/%s".formatted(id)'],
  ['n = -1; s = null;', 'n = "-1"\ns = null'],
  // Values
  ['a.b.c(d)[e]["f"].g[0].h;', 'a.b.c(d)[e].f.g.0.h'],
  ['String p = c() ? "/a" : d ? "/b" : e("/c");', 'c()\np: String = oneOf("/a", "/b", e("/c"))'],
  ['var m = Map.of("a", List.of(1, 2));', 'm = Map.of("a", List.of("1", "2"))'],
  [
    'int[] a = {1, 2}; b = new String[] { "x" }; c = new int[f()];',
    'a: int[] = ["1", "2"]\nb = ["x"]\nc = ?(f())',
  ],
  ['A<B> a = new C.D<>("x"); i = o.new Inner(1);', 'a: A<B> = new C.D("x")\ni = new Inner("1")'],
  [
    'x = new A("b") { String p() { return "/c"; } };',
    'class  1:5 < A\n  method p()\n    return "/c"\nx = new  1:5("b")',
  ],
  [
    'f = (a, b) -> a + b; g = (String s) -> { return s; }; h = x -> y = x;',
    'f = lambda (a, b) { return join(a, b) }\ng = lambda (s: String) { return s }\nh = lambda (x) { y = x; return y }',
  ],
  [
    'f = A::b; g = this::c; h = A.B::new;',
    'f = A.b\ng = self.c\nh = lambda (... args) { return new A.B(... args) }',
  ],
  [
    't = String.class; u = (String) v; var w = (A) v; a = (b);',
    't = String.class\nu = v\nw: A = v\na = b',
  ],
  ['ok = a.b("/x") && c("/y") == !d("/z");', 'ok = ?(a.b("/x"), c("/y"), d("/z"))'],
  ['a = b = c("/x");', 'b = c("/x")\na = b'],
  ['foo(p = "/a");', 'p = "/a"\nfoo(p)'],
  ['ok = a && (p = f()) != null;', 'branch\n  p = f()\nok = ?()'],
  ['if (o instanceof Client c && c.get("/x")) {}', 'c: Client = o\n?(c.get("/x"))\nbranch'],
  [
    'String p = switch (f()) { case A, B -> "/a"; case C -> { var q = "/b"; yield q; } default -> throw new E(g()); };',
    'f()\nbranch\n  new E(g())\n  throw\np: String = oneOf("/a", lambda () { q = "/b"; return q }())',
  ],
  ['p = switch (k) { case 1: yield "/a"; default: yield "/b"; };', 'p = oneOf("/a", "/b")'],
  ['super.a(); A.this.b(); A.super.c(); this.<T>d();', 'super.a()\nself.b()\nsuper.c()\nself.d()'],
  // Statements
  ['final String a = "/a", b; b = a;', 'a: String = "/a"\nb = a'],
  ['p += "/c"; n -= f(); n++;', 'p += "/c"\nn = ?(f())\nn = ?()'],
  [
    'if (f()) a(); else if (g()) { b(); } else c();',
    'f()\ng()\nexhaustive branch\n  a()\nor\n  b()\nor\n  c()',
  ],
  [
    'switch (k()) { case 1: case 2: p = "/a"; break; default: b(); }',
    'k()\nexhaustive falling branch\nor\n  p = "/a"\n  break\nor\n  b()',
  ],
  [
    'switch (k) { case 1 -> p = "/a"; case 2 -> { b(); } default -> throw new E(); }',
    'exhaustive branch\n  p = "/a"\nor\n  b()\nor\n  new E()\n  throw',
  ],
  ['for (Call c : list()) use(c);', 'loop c of list()\n  use(c)'],
  ['for (int i = 0; f(i); i++) g(i);', 'i: int = "0"\nloop  of \n  f(i)\n  g(i)\n  i = ?()'],
  ['while ((line = in.read()) != null) use(line);', 'loop  of \n  line = in.read()\n  use(line)'],
  ['do { a(); } while (b());', 'loop  of \n  a()\n  b()'],
  [
    'try { a(); } catch (E | F e) { b(); } catch (G g) { } finally { c(); }',
    'try\n  a()\nhandler\n  b()\nhandler\nc()',
  ],
  ['try (var c = open(); d) { c.get("/x"); }', 'c = open()\nc.get("/x")'],
  ['synchronized (lock()) { a(); }', 'lock()\na()'],
  ['here: for (;;) { break here; }', 'loop  of \n  break far'],
  ['throw new E("x" + f());', 'new E(join("x", f()))\nthrow'],
  ['assert a() : b();', 'a()\nbranch\n  b()\n  throw'],
  ['class Local { void a() {} } interface I {}', 'class Local\n  method a()\nclass I'],
  ['return;', 'return'],
  ['return a("/x");', 'return a("/x")'],
  // What leaves, what may not run, and where calls hide
  [
    'if (f()) return a(); if (g()) { throw new E(); } b();',
    'f()\nbranch\n  return a()\ng()\nbranch\n  new E()\n  throw\nb()',
  ],
  ['if (a) b(); else if ((p = f()) != null) c();', 'branch\n  p = f()\nbranch\n  b()\nor\n  c()'],
  [
    'switch (k) { case 1: case 2: a(); case 3: b(); break; }',
    'falling branch\nor\n  a()\nor\n  b()\n  break',
  ],
  [
    'for (;;) { switch (k) { case 1: continue; default: break; } break; }',
    'loop  of \n  exhaustive falling branch\n    continue\n  or\n    break\n  break',
  ],
  [
    'switch (k) { case 1 -> { if (a) break; b(); } case 2 -> { return; } default -> c(); }',
    'exhaustive falling branch\n  branch\n    break\n  b()\n  break\nor\n  return\nor\n  c()\n  break',
  ],
  [
    'switch (k()) { case A a when a.b() -> a.c(); case P(int x, Q y) -> y.d(); }',
    ' value0 = k()\nbranch\n  a: A =  value0\n  a.b()\nexhaustive branch\n  a: A =  value0\n  a.c()\nor\n  x: int = ?()\n  y: Q = ?()\n  y.d()',
  ],
  [
    'switch (k) { case null -> a(); case B b -> b.c(); }',
    'exhaustive branch\n  a()\nor\n  b: B = k\n  b.c()',
  ],
  [
    'switch (k) { case a.b(): case 1 + c(): d(); }',
    'branch\n  a.b()\nbranch\n  join("1", c())\nfalling branch\nor\n  d()',
  ],
  [
    'p = switch (k) { case A a -> a.b(); case B b when b.c() -> b.d(); };',
    'branch\n  b: B = k\n  b.c()\nbranch\n  a: A = k\nbranch\n  b: B = k\np = oneOf(a.b(), b.d())',
  ],
  [
    'p = switch (k) { case 1: a(); case 2: yield "/b"; default: throw new E(); };',
    'branch\n  new E()\n  throw\np = lambda () { exhaustive falling branch;   a(); or;   return "/b" }()',
  ],
  [
    'while (a()) { if (b) continue; if (c) break; d(); }',
    'loop  of \n  a()\n  branch\n    continue\n  branch\n    break\n  d()',
  ],
  [
    'here: for (A a : b) { continue here; } there: { if (c) break there; d(); } e();',
    'loop a of b\n  continue far\nexhaustive falling branch\n  branch\n    break far\n  d()\ne()',
  ],
  [
    'for (;;) { there: { if (a) break; if (b) break there; c(); } }',
    'loop  of \n  exhaustive falling branch\n    branch\n      break far\n    branch\n      break far\n    c()',
  ],
  [
    'try (var c = open()) { a(); } catch (E e) { b(); } finally { d(); }',
    'try\n  c = open()\n  a()\nhandler\n  b()\nd()',
  ],
  ['try { return a(); } finally { b(); }', 'return a()\nb()'],
  ['assert a();', 'a()\nbranch\n  throw'],
  ['f = () -> { throw new E(g()); };', 'f = lambda () { new E(g()); throw }'],
  ['if (o instanceof P(A a, var b) && a.c()) {}', 'a: A = ?()\nb = ?()\n?(a.c())\nbranch'],
  ['p = f(p) + (q = "/x") + g(q);', 'q = "/x"\np = join(f(p), q, g(q))'],
  ['a().new B(c()); d = e()::<T>f; g()."x";', 'a()\nnew B(c())\nd = e().f\ng()'],
  [
    '@X(a()) int p; for (@Y(b()) A c : d()) {} try { } catch (@Z(e()) E f) { }',
    'a()\nb()\nloop c of d()\ntry\nhandler\n  e()',
  ],
  ['int x = new int[a()][b()].length;', 'x: int = ?(a(), b()).length'],
  ['c\n d(); e();', 'function d()\ne()'],
  ['if (a() { b(); } c();', 'a()\nbranch\n  b()\nc()'],
  [
    'class A {\n<<<<<<< HEAD\n void m() { a(); }\n=======\n void n() { b(); }\n>>>>>>> other\n void o() { c(); } }',
    'class A\n  method m()\n    a()\n  method n()\n    b()\n  method o()\n    c()',
  ],
  // Broken source
  ['p = "/a" + ; b("/c")', 'p = "/a"\nb("/c")'],
  ['a(b("/x"), ; c("/y");', 'a(b("/x"), ?(), c("/y"))'],
  [
    'class A { void m() { rc.get("/x" } void n() { rc.put("/y"); }',
    'class A\n  method m()\n    rc.get(?(n()), rc.put("/y"))',
  ],
])('%s', async (source, expected) => {
  expect(await show(source)).toBe(expected);
});

it.each([
  ['public class A<T> extends b.B<T> implements C<D>, E { }', 'class A < b.B, C, E'],
  [
    'class A { private static final String P = "/a", Q = P + "/b"; Client c; int[] n = {1}; }',
    'class A\n  field P: String = "/a"\n  field Q: String = join(P, "/b")\n  field c: Client\n  field n: int[] = ["1"]',
  ],
  [
    'class A extends B { A(String p, int... n) { super(p); q = p; this.r = n; } A() { this("/x"); } }',
    'class A < B\n  method constructor(p: String, ...n: int)\n    super(p)\n    self.q = p\n    self.r = n\n  method constructor()\n    self("/x")',
  ],
  [
    'class A { String p; void set(String q) { p = q; String r; r = q; for (String s : q) s = p; } }',
    'class A\n  field p: String\n  method set(q: String)\n    self.p = q\n    r = q\n    loop s of q\n      s = p',
  ],
  [
    'class A { static { a(); } { b(); p = "/x"; } A() { super(); c(); } A(int n) { this(); } }',
    'class A\n  method constructor()\n    super()\n    b()\n    self.p = "/x"\n    c()\n  method constructor(n: int)\n    self()\n  method  static()\n    a()',
  ],
  ['class A { { b(); } }', 'class A\n  method constructor()\n    b()'],
  [
    'class A { Client c = new Client("/x") { { auth("k"); } }; boolean ok = p = f(); }',
    'class A\n  field c: Client = new  1:22("/x")\n  field ok: boolean = p\n  method  static()\n    p = f()\n  class  1:22 < Client\n    method constructor(... args)\n      super(... args)\n      auth("k")',
  ],
  [
    '@Path("/a") @Produces({"x", Y.Z}) class A { @GET @Path(value = "/{id}") Response b(@PathParam("id") @NotNull final String id) { return null; } }',
    '@Path("/a") @Produces(["x", Y.Z]) class A\n  method @GET() @Path(value="/{id}") b(@PathParam("id") @NotNull() id: String)\n    return null',
  ],
  [
    'interface A extends B, C { String P = "/a"; @GET("/b") Call<D> list(@Query("c") String c); default void d() { e(); } }',
    'class A < B, C\n  field P: String = "/a"\n  method @GET("/b") list(@Query("c") c: String)\n  method d()\n    e()',
  ],
  ['enum A { B, C }', 'class A\n  field B: A = "B"\n  field C: A = "C"'],
  [
    'enum A implements I { B("/b"), C("/c") { String q() { return "/d"; } }; final String p; A(String p) { this.p = p; } }',
    'class A < I\n  field B: A = new A("/b")\n  field C: A = new  C("/c")\n  field p: String\n  method constructor(p: String)\n    self.p = p\n  class  C < A\n    method q()\n      return "/d"',
  ],
  [
    'record A(String p, int n) implements B { A { check(p); } static String q() { return "/q"; } }',
    'class A < B\n  field p: String\n  field n: int\n  method p()\n    return self.p\n  method n()\n    return self.n\n  method constructor(p: String, n: int)\n    check(p)\n    self.p = p\n    self.n = n\n  method q()\n    return "/q"',
  ],
  ['@interface A { String value() default "/x"; }', 'class A\n  field value: String = "/x"'],
  [
    'class A { class B { static class C { String p = "/x"; } } enum D { E } }',
    'class A\n  class B\n    class C\n      field p: String = "/x"\n  class D\n    field E: D = "E"',
  ],
  ['void main() { a("/x"); }', 'function main()\n  a("/x")'],
  [
    'record A(String p) { @X A { p = f(p); } }',
    'class A\n  field p: String\n  method p()\n    return self.p\n  method @X() constructor(p: String)\n    p = f(p)\n    self.p = p',
  ],
  [
    'class A { A() { super(p = f()); } { g(); } A(B b) { b.super(); } }',
    'class A\n  method constructor()\n    self.p = f()\n    super(self.p)\n    g()\n  method constructor(b: B)\n    super()\n    g()',
  ],
  [
    'enum A { @X(f()) B(g()), C }',
    'class A\n  field B: A = "B"\n  field C: A = "C"\n  method  static()\n    f()\n    g()',
  ],
  [
    'class A { @X(f()) int b; @Y({g(), @Z(h())}) A() {} }',
    'class A\n  field b: int\n  method @Y([g(), Z(h())]) constructor()\n  method  static()\n    f()',
  ],
  [
    'class A extends @X B<C> { int a = f(); ) void b() { g(); } }',
    'class A < B\n  field a: int = f()\n  method b()\n    g()',
  ],
  ['enum A { B; static { f(); } }', 'class A\n  field B: A = new A()\n  method  static()\n    f()'],
])('class: %s', async (source, expected) => {
  expect(await show(source)).toBe(expected);
});

it('knows the package of a file and what it takes from others', async () => {
  const source = `package com.acme. app;
    import java.util.*; import com.ringcentral.RestClient; import Single;
    import static com.acme.K.BASE; import static com.acme.K.*; class A {}`;
  const { package: name, imports, exports } = await lowerText(source, java, '.java');
  expect([name, exports]).toEqual(['com.acme.app', null]);
  expect(imports.map(({ local, from, name }) => `${local} of ${from}: ${name}`)).toEqual([
    '* of java.util: *',
    'RestClient of com.ringcentral: RestClient',
    'Single of : Single',
    'BASE of com.acme.K: BASE',
    '* of com.acme.K: *',
  ]);
});

it('says where the last name of a call stands', async () => {
  const { body } = await lowerText('rc.restapi()\n  .get("/x");', java, '.java');
  expect(body).toMatchObject([{ value: { kind: 'call', at: { line: 2, column: 4 } } }]);
});
