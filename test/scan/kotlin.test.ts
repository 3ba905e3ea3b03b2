// Kotlin, lowered: source -> the IR, as test/scan/print.ts shows it.
import { expect, it } from 'vitest';
import { kotlin } from '../../src/scan/frontend/languages/kotlin/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const show = async (source: string) =>
  printStatements((await lowerText(source, kotlin, '.kt')).body).join('\n');

it.each([
  [
    `s = "/a/$id/b\${c.d}\\n"; t = """e$f"""; u = "\\$g"`,
    's = join("/a/", id, "/b", c.d, "\\n")\nt = join("e", f)\nu = "$g"',
  ],
  [
    `n = -1; m = 1_000L; b = true; x = null; h = 0xFF; c = 'a'`,
    'n = "-1"\nm = "1000"\nb = "true"\nx = null\nh = "255"\nc = "a"',
  ],
  ['a.b?.c(d)!![e]["f"].g', 'a.b.c(d)[e].f.g'],
  ['val p = if (c()) "/a" else if (d) "/b" else e("/c")', 'c()\np = oneOf("/a", "/b", e("/c"))'],
  [
    'val p = if (c) { f(); "/a" } else "/b"',
    'exhaustive branch\n  f()\n   value0 = "/a"\nor\n   value0 = "/b"\np =  value0',
  ],
  [
    'val p = when (k) { "a", "b" -> "/x"; is C -> "/y"; else -> throw E() }',
    'exhaustive branch\n   value0 = "/x"\nor\n   value0 = "/y"\nor\n  new E()\n  throw\np =  value0',
  ],
  ['when { a.b() -> c(); else -> d() }', 'branch\n  a.b()\nexhaustive branch\n  c()\nor\n  d()'],
  [
    'if (!a.startsWith("x")) b() else c()',
    'a.startsWith("x")\nexhaustive branch\n  b()\nor\n  c()',
  ],
  [
    'val p = try { a() } catch (e: E) { "/b" } finally { c() }',
    'try\n   value0 = a()\nhandler\n   value0 = "/b"\nc()\np =  value0',
  ],
  ['val a = b ?: return c', 'branch\n  return c\na = b'],
  ['val a = b?.c() ?: "d"', 'a = oneOf(oneOf(b.c(), null), "d")'],
  ['val a = x as? String ?: y', 'a = oneOf(x, y)'],
  [
    'a = b to c; d = mapOf("e" to f, "g" to 1); h = listOf(*i, 2)',
    'a = [b, c]\nd = {"e": f, "g": "1"}\nh = [].concat(i, ["2"])',
  ],
  ['val (a, b) = c', 'a = c.0\nb = c.1'],
  ['f(a, b = c, *d) { it.e }', 'f(a, b=c, ...d, lambda (it) { return it.e })'],
  ['val f: (String) -> Unit = { g(it) }', 'f: (String) -> Unit = lambda (it) { return g(it) }'],
  [
    'val f = fun(a: Int): Int { return a }; g = ::h; i = A::j; k = ::B',
    'f = lambda (a: Int) { return a }\ng = h\ni = A.j\nk = lambda (... args) { return new B(... args) }',
  ],
  [
    'A.B(c); D { e }; a.POST(f); g.h.I(j)',
    'new A.B(c)\nnew D(lambda () { return e })\na.POST(f)\ng.h.I(j)',
  ],
  [
    'retrofit.create<Api>(); retrofit.create(Api::class.java)',
    'retrofit.create(Api.class)\nretrofit.create(Api.class.java)',
  ],
  ['a.apply { b = c; d("e") }.f()', 'a.b = c\na.d("e")\na.f()'],
  ['B().also { it.c() }', ' value0 = new B()\n value0.c()'],
  ['val x = a?.let { b(it) }', 'x = b(a)'],
  ['with(a) { b() }; run { c() }', 'a.b()\nc()'],
  [
    'a.forEach { b(it) }; a.forEachIndexed { i, x -> c(x) }; repeat(3) { d() }',
    'loop  value0 of a\n  b( value0)\nloop  value1 of a\n  c( value1)\nloop  of \n  d()',
  ],
  [
    'a.map { if (it.b) return c; it.d }',
    'branch\n  return ?()\na.map(lambda (it) { branch;   throw; return it.d })',
  ],
  ['val x by lazy { a(); "b" }', 'x = lambda () { a(); return "b" }()'],
  [
    'val x = buildString { append("a"); append(b) }',
    ' value0 = new StringBuilder()\n value0.append("a")\n value0.append(b)\nx =  value0',
  ],
  [
    'val x = runCatching { a() }.getOrElse { "b" }',
    'try\n   value0 = a()\nhandler\nx = oneOf( value0, "b")',
  ],
  [
    'client.get("u") { method = A; header("b", c) }',
    'client.get("u", method=A, header="b", lambda () { method = A; return header("b", c) })',
  ],
  [
    'client.get { url { host = a; path("b", c) } }',
    'client.get(url=join("https://", a).appendPathSegments("b", c), lambda () { return url(host=a, path="b", lambda () { host = a; return path("b", c) }) })',
  ],
  [
    'for ((k, v) in m) { if (k) continue; f(v) }',
    'loop  value0 of m\n  k =  value0.0\n  v =  value0.1\n  branch\n    continue\n  f(v)',
  ],
  ['outer@ for (a in b) { break@outer }', 'loop a of b\n  break far'],
  ['do { a() } while (b)', 'loop  of \n  a()'],
  ['a += "b"; c[d] = e; f.g -= 1; h++', 'a += "b"\nc[d] = e\nf.g = ?()\nh = ?()'],
  [
    'fun String.f(a: Int = 1, vararg b: String): String = this + a',
    'function f(@ receiver  this: String, a: Int = "1", ...b: String)\n  return join( this, a)',
  ],
  ['@A("b") @C(d = 1) suspend fun e(@F g: H)', 'function @A("b") @C(d="1") e(@F() g: H)'],
  [
    'class A(private val b: String = "c", d: Int) : E(b), F by g { val h = d; init { i() }; val j get() = b; companion object { const val K = "l";} }',
    'class A < E, F\n  field b: String\n  field 0 = b\n  field h = d\n  method constructor(b: String = "c", d: Int)\n    super(b)\n    self.b = b\n    i()\n  method @property j()\n    return b\n  method  static()\n    companion.object(lambda () { K = "l" })',
  ],
  ['object A : B { fun c() = d }', 'class A < B\n  method c()\n    return d'],
  [
    'enum class A(val b: String) { C("d"), E("f") { override fun g() {} } }',
    'class A\n  field b: String\n  field 0 = b\n  field C: A = new A("d")\n  field E: A = new  E("f")\n  method constructor(b: String)\n    self.b = b\n  class  E < A\n    method g()',
  ],
  ['enum class A { B, C }', 'class A\n  field B: A = "B"\n  field C: A = "C"'],
  [
    'class A { constructor(b: C) : this(b, 1) { d() } }',
    'class A\n  method constructor(b: C)\n    self(b, "1")\n    d()',
  ],
  [
    'val a = object : B(c) { override fun d() = e }',
    'class  1:9 < B\n  method d()\n    return e\n  method constructor()\n    super(c)\na = new  1:9()',
  ],
  ['typealias A = B; val c get() = "d"; var e = 1', 'c = "d"\ne = "1"'],
])('lowers %s', async (source, lowered) => {
  expect(await show(source)).toBe(lowered);
});

it('reads the head of a file', async () => {
  const lowered = await lowerText(
    'package a.`b`.c\nimport d.E\nimport d.f as g\nimport h.*\nclass I',
    kotlin,
    '.kt',
  );
  expect(lowered.package).toBe('a.b.c');
  expect(lowered.imports).toEqual([
    { local: 'E', from: 'd', name: 'E' },
    { local: 'g', from: 'd', name: 'f' },
    { local: '*', from: 'h', name: '*' },
  ]);
});

it.each([
  ['one type before one argument', 'a.get<B>(c) + d<E>()', 'a.get   (c) + d<E>()'],
  ['a text and a comment', '"a<B>(c)" // a<B>(c)\n', null],
  [
    'a class on one line',
    'object A { val b = 1 }\nobject C { fun d() = 2 }',
    'object A { val b = 1;}\nobject C { fun d() = 2;}',
  ],
  [
    'a call behind a variable',
    'fun a() {\n  val b = 1\n  get(c)\n}',
    'fun a() {\n  val b = 1\n ;get(c)\n}',
  ],
  ['a getter', 'class A {\n  val b\n    get() = 1\n}', null],
])('gives the grammar what it can read: %s', (_, source, read) => {
  expect(kotlin.readable?.(source)).toBe(read ?? source);
});
