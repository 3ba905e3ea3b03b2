// PHP, lowered: source -> the IR, as test/scan/print.ts shows it.
import { describe, expect, it } from 'vitest';
import { php } from '../../src/scan/frontend/languages/php/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const lowered = async (source: string) =>
  printStatements((await lowerText(source, php, '.php')).body).join('\n');

describe('texts', () => {
  it.each([
    [
      "<?php $p = '/it\\'s\\n' . \"a\\tb\\x2f\\u{41}\\101\\$x\\d\";",
      'p = join("/it\'s\\\\n", "a\\tb/AA$x\\\\d")',
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      '<?php $p = "/account/$id/{$user->name}/$a[0]/$a[key]/{$b["k"]}/$c->d/${e}";',
      'p = join("/account/", id, "/", user.name, "/", a.0, "/", a.key, "/", b.k, "/", c.d, "/", e)',
    ],
    [
      '<?php $p = "{$this->base()}/x" . self::PATH . Config::$host;',
      'p = join(self.base(), "/x", self.PATH, Config.host)',
    ],
    [
      `<?php $p = <<<URL
    /account/{$id}

      x
    URL;`,
      'p = join("/account/", id, "\\n\\n  x")',
    ],
    [
      `<?php $p = <<<'RAW'
/a/$b
RAW;`,
      'p = "/a/$b"',
    ],
    ["<?php $p = sprintf('/a/%s', $b) . (string) $c . 1;", 'p = join(sprintf("/a/%s", b), c, "1")'],
    ['<?php $p = `curl $url`;', 'p = shell_exec(join("curl ", url))'],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('values', () => {
  it.each([
    ["<?php $a = ['k' => 1, $b => 2, ...$c];", 'a = {"k": "1", b: "2", ...c}'],
    ["<?php $a = array('x', 2, [3]);", 'a = ["x", "2", ["3"]]'],
    ["<?php $a = [...$b, 'x'];", 'a = [b, "x"]'],
    ["<?php $a = $b['k']['l'] . $c[$d] . $e->f->g . $h?->i;", 'a = join(b.k.l, c[d], e.f.g, h.i)'],
    [
      "<?php $p = $a ? '/b' : '/c'; $q = $a ?: '/d'; $r = $a ?? $b ?? '/e';",
      `p = oneOf("/b", "/c")
q = oneOf(a, "/d")
r = oneOf(a, b, "/e")`,
    ],
    [
      "<?php $p = match ($m) { 'a', f() => '/a', default => throw new E(g()) };",
      `f()
exhaustive branch
or
  new E(g())
  throw
p = "/a"`,
    ],
    [
      "<?php $p = match (a()) { $b = c() => $d = '/x', $e = f() => ($g = '/y') . h() };",
      `a()
b = c()
branch
  e = f()
exhaustive branch
  d = "/x"
or
  g = "/y"
p = oneOf(d, join(g, h()))`,
    ],
    [
      '<?php $a && $b = c(); d() || ($e = f()) || g(); $h = $i ?? ($j = k()); $l = m() ?: $n = o();',
      `branch
  b = c()
d()
branch
  e = f()
?(g())
branch
  j = k()
h = oneOf(i, j)
 value0 = m()
branch
  n = o()
l = oneOf( value0, n)`,
    ],
    [
      "<?php $p = a() ? $b = '/x' : c($d = '/y'); $e?->f($g = h());",
      `a()
exhaustive branch
  b = "/x"
or
  d = "/y"
p = oneOf(b, c(d))
branch
  g = h()
e.f(g)`,
    ],
    [
      '<?php a() or die(b()); $c = d() ?? throw new E(f()); $g = $h ? i() : exit; EXIT(1); die; exit();',
      `a()
branch
  b()
  throw
 value0 = d()
branch
  new E(f())
  throw
c =  value0
exhaustive branch
or
  throw
g = i()
throw
throw
throw`,
    ],
    [
      '<?php $a = $b |> f(...) |> $c->d(...); $e = fn() => throw g();',
      `a = c.d(f(b))
e = lambda () { g(); throw; return ?() }`,
    ],
    ["<?php $p = ['a' => 1] + $defaults;", 'p = {...defaults, ...{"a": "1"}}'],
    [
      '<?php f(null, true, 1.5, PHP_EOL, Client::class, Kind::A->value);',
      'f(null, "true", "1.5", PHP_EOL, Client, Kind.A)',
    ],
    [
      '<?php $a = !f($b) && g() or h();',
      `a = ?(f(b), g())
?(h())`,
    ],
    [
      '<?php $f = $this->get(...); $g = strlen(...);',
      `f = self.get
g = strlen`,
    ],
    [
      '<?php $a = clone $b; $c = @f(); $d = yield g();',
      `a = b
c = f()
d = ?(g())`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('calls', () => {
  it.each([
    [
      "<?php $platform->get('/x', headers: ['a' => 1], ...$more)->json();",
      'platform.get("/x", headers={"a": "1"}, ...more).json()',
    ],
    [
      "<?php Http::withToken($t)->post($url); $class::make(); $o->$method('/x'); $o->{'del' . 'ete'}('/y');",
      `Http.withToken(t).post(url)
class.make()
o[method]("/x")
o[join("del", "ete")]("/y")`,
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      '<?php $a::{b()}; $a::{c()}(d()); A::${e()}; A::$$f; ${g()}; $h?->{i()}?->j(k());',
      `a[b()]
a[c()](d())
A[e()]
A[f]
?(g())
h[i()].j(k())`,
    ],
    [
      '<?php self::a(); static::b(); parent::c(); parent::__construct(1); $this->d();',
      `self.a()
self.b()
super.c()
super("1")
self.d()`,
    ],
    [
      "<?php $c = new Client(['base_uri' => 'https://x']); new static; new $class(1);",
      `c = new Client({"base_uri": "https://x"})
new self()
new class("1")`,
    ],
    [
      "<?php $o = new class($a) extends Base { function f() { return g('/x'); } };",
      `class  class 1:12 < Base
  method f()
    return g("/x")
o = new  class 1:12(a)`,
    ],
    [
      '<?php f(new #[A(b())] class(c()) { public $d = e(); });',
      `@A(b()) class  class 1:9
  field d = e()
f(new  class 1:9(c()))`,
    ],
    [
      "<?php (function ($a) { b($a); })('/x'); $f('/y');",
      `lambda (a) { b(a) }("/x")
f("/y")`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('assignments', () => {
  it.each([
    [
      "<?php $p .= '/x'; $p ??= '/y'; $n += 1; $o += ['k' => 1]; $i++;",
      `p += "/x"
p = oneOf(p, "/y")
n = ?()
o += {"k": "1"}
i = ?()`,
    ],
    [
      "<?php [$a, 'k' => $b, [$c]] = f(); list($d, , $e) = $g;",
      ` 6 = f()
a =  6.0
b =  6.k
c =  6.2.0
d = g.0
e = g.2`,
    ],
    [
      "<?php $a = $b = '/x'; f($c = '/y'); $d = &$e;",
      `b = "/x"
a = b
c = "/y"
f(c)
d = e`,
    ],
    [
      "<?php $a['k']['l'] = 1; $a[] = 2; $this->p = '/x'; A::$q = '/y';",
      `a.k.l = "1"
a[?()] = "2"
self.p = "/x"
A.q = "/y"`,
    ],
    [
      '<?php $a = $b->c = d(); $e = $f[$g] = h(); i($j->k = 1, $l[$m] .= n());',
      `b.c = d()
a = b.c
 value0 = h()
f[g] =  value0
e =  value0
j.k = "1"
l[m] += n()
i("1", ?())`,
    ],
    [
      '<?php $a ??= $b = c(); $d->{e()} ??= f(); [g() => $h, $i[j()]] = $k; unset($l[m()]);',
      `branch
  b = c()
a = oneOf(a, b)
d[e()] = oneOf(?(), f())
h = k[g()]
i[j()] = k.1
l[m()] = ?()`,
    ],
    [
      "<?php const A = '/a', B = A . '/b'; define('C', '/c');",
      `A = "/a"
B = join(A, "/b")
C = "/c"`,
    ],
    ["<?php #[A(b())] const C = d(); define('E', f(), g());", 'b()\nC = d()\nE = f()\ng()'],
    [
      "<?php unset($a); global $b; static $c = '/x';",
      `a = ?()
b = ?()
c = "/x"`,
    ],
    [
      '<?php if ($r = f()) { g($r); } while ($row = next_row()) h($row);',
      `r = f()
branch
  g(r)
loop  of 
  row = next_row()
  h(row)`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('statements', () => {
  it.each([
    [
      '<?php if (a()) b(); elseif (c()) { d(); } else if ($e) f(); else g();',
      `a()
c()
exhaustive branch
  b()
or
  d()
or
  f()
or
  g()`,
    ],
    [
      '<?php if (($a = b()) && $c = d()) e(); elseif (f() && $g = h()) i(); elseif ($j = k()) l();',
      `a = b()
branch
  c = d()
branch
  f()
  branch
    g = h()
branch
  j = k()
branch
  e()
or
  i()
or
  l()`,
    ],
    [
      '<?php if ($a): ?> <p> <?php b(); else: c(); endif; ?> <?= d() ?>',
      `exhaustive branch
  b()
or
  c()
d()`,
    ],
    [
      '<?php if (a()): b(); c(); elseif (d()): e(); endif; for (;f();): g(); h(); endfor; declare(ticks=1): i(); enddeclare;',
      `a()
d()
branch
  b()
  c()
or
  e()
loop  of 
  f()
  g()
  h()
i()`,
    ],
    [
      "<?php function f() { if (a()) return; if (b()) { return '/x'; } throw new E(c()); }",
      `function f()
  a()
  branch
    return
  b()
  branch
    return "/x"
  new E(c())
  throw`,
    ],
    [
      '<?php while (a()) { if (b()) break; if (c()) continue; if (d()) break 2; foreach ($e as $f) continue 2; goto g; g: h(); }',
      `loop  of 
  a()
  b()
  branch
    break
  c()
  branch
    continue
  d()
  branch
    break far
  loop f of e
    continue far
  break far
  h()`,
    ],
    [
      '<?php foreach ($a as $b) switch ($b): case c(): case $d = e(): f(); continue; case 1: continue 2; case 2: g(); endswitch;',
      `loop b of a
  c()
  branch
    d = e()
  falling branch
  or
    f()
    break
  or
    continue far
  or
    g()`,
    ],
    [
      '<?php try { return a(); } finally { b(); } try { throw c(); } catch (E) { exit(d()); }',
      `return a()
b()
try
  c()
  throw
handler
  d()
  throw`,
    ],
    [
      '<?php foreach (a() as b()->c => d()[$e]) f(); foreach ($g as $h->i);',
      `loop  32 of a()
  b().c = ?()
  d()[e] =  32
  f()
loop h.i of g`,
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      '<?php global $a, ${b()}; for ($i = c(), $j = d(), e(); f(), g(); h(), $k = l());',
      `a = ?()
?(b())
i = c()
j = d()
e()
loop  of 
  f()
  g()
  h()
  k = l()`,
    ],
    [
      '<?php switch (a()) { case b(): c(); break; default: return d(); }',
      `a()
b()
exhaustive falling branch
  c()
  break
or
  return d()`,
    ],
    [
      '<?php try { a(); } catch (E | F $e) { b(); } catch (G) { c(); } finally { d(); }',
      `try
  a()
handler
  b()
handler
  c()
d()`,
    ],
    [
      "<?php foreach ($ids as $k => $id) f($id); foreach (g() as ['a' => $a, 'b' => [$b]]): h($a); endforeach;",
      `loop id of ids
  k = ?()
  f(id)
loop  58 of g()
  a =  58.a
  b =  58.b.0
  h(a)`,
    ],
    [
      '<?php for ($i = 0, $j = a(); $i < b(); $i++) c(); do d(); while (e());',
      `i = "0"
j = a()
loop  of 
  ?(b())
  c()
  i = ?()
loop  of 
  d()
  e()`,
    ],
    [
      '<?php echo a(), $b; print c(); exit(d()); throw new E(f());',
      `a()
c()
d()
throw
new E(f())
throw`,
    ],
    [
      '<?php namespace A { f(); } namespace B { g(); }',
      `f()
g()`,
    ],
    [
      "<?php function outer() { function inner() { return '/x'; } return fn($x) => $x . inner(); }",
      `function outer()
  function inner()
    return "/x"
  return lambda (x) { return join(x, inner()) }`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('functions', () => {
  it.each([
    [
      '<?php function f(string $a, ?B $b = null, int|string ...$rest): ?string { return $a; }',
      `function f(a: string, b: ?B = null, ...rest: int|string)
  return a`,
    ],
    [
      '<?php $f = function ($a) use ($b, &$c) { return $a . $b; };',
      'f = lambda (a) { return join(a, b) }',
    ],
    [
      "<?php $f = fn(array $x): string => $x['a'] ?? '/b';",
      'f = lambda (x: array) { return oneOf(x.a, "/b") }',
    ],
    [
      "<?php #[Route('/x', methods: ['GET'])] function f(#[MapQuery] $a) {}",
      'function @Route("/x", methods=["GET"]) f(@MapQuery() a)',
    ],
    [
      '<?php function f($a = $b ?? throw g(), #[H(i())] $c = j()) {}',
      `branch
  branch
    g()
    throw
function f(a = b, @H(i()) c = j())`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('classes', () => {
  it.each([
    [
      "<?php final class A extends \\B\\C implements D, E { use T; const X = '/x', Y = self::X . '/y'; private ?Client $c, $d = 1; public static string $e = 'f'; }",
      'class A < B\\C, D, E, T\n  field X = "/x"\n  field Y = join(self.X, "/y")\n  field c: ?Client\n  field d: ?Client = "1"\n  field e: string = "f"',
    ],
    [
      "<?php class A { public function __construct(private Client $http, protected readonly string $base = '/x', $plain = 1) { $this->y = $plain; } }",
      `class A
  field http: Client = http
  field base: string = base
  method constructor(http: Client, base: string = "/x", plain = "1")
    self.y = plain`,
    ],
    [
      "<?php #[Controller] class A { #[Get('/y')] public static function go(): void { static::x(); } abstract function z(); }",
      `@Controller() class A
  method @Get("/y") go()
    self.x()
  method z()`,
    ],
    [
      '<?php interface I extends J { const Z = 1; function a($x); } trait T { var $o; function t() {} }',
      `class I < J
  field Z = "1"
  method a(x)
class T
  field o
  method t()`,
    ],
    [
      "<?php enum Path: string { case A = '/a'; case B = '/b'; const C = self::A; function url() { return BASE . $this->value; } }",
      `class Path
  field A = "/a"
  field B = "/b"
  field C = self.A
  method url()
    return join(BASE, self.value)`,
    ],
    [
      '<?php class A { public $a { #[B(c())] get => d(); set => e($value); } public $f = 1 { set(string $v) { g($v); } } function __construct(private $h = i() { get { return j(); } }) {} }',
      `class A
  field a
  field f = "1"
  field h = h
  method @B(c())  get a()
    return d()
  method  set a(value)
    self.a = e(value)
  method  set f(v: string)
    g(v)
  method  get h()
    return j()
  method constructor(h = i())`,
    ],
    [
      '<?php class A { #[B(c())] const D = $e ?: $f = g(); #[H(i())] public $j; } enum K { #[L(m())] case N; }',
      `class A
  field D = oneOf(e, f)
  field j
  method  static()
    branch
      f = g()
    c()
    i()
class K
  field N
  method  static()
    m()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('broken source', () => {
  it.each([
    [
      "<?php a(); $b->c('/x', ['k' => d()); e(); f(g( ; h();",
      `a()
b.c("/x", {"k": d()})
e()
f()
g()
h()`,
    ],
    [
      '<?php class A { function b() { c(); } stray; d(e()); function f() { g(); } ( } h();',
      `class A
  method b()
    c()
  method f()
    g()
  method  static()
    d()
    e()
h()`,
    ],
    [
      `<?php a();
<<<<<<< HEAD
$b = c();
=======
$b = d();
>>>>>>> main
e();`,
      `a()
b = c()
b = d()
e()`,
    ],
    ['<?php a(); function b() { c(); new D(e( ; f();', 'a()\nc()\nnew D()\n?(e())\nf()'],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

it('knows the namespace of a file and what it takes from others', async () => {
  const source = `<?php namespace App\\Http;
    use GuzzleHttp\\Client; use Foo\\{Bar, Baz as Q}; use function Foo\\f; use const Foo\\C as D;
    require_once __DIR__ . '/vendor/autoload.php'; $config = include 'config.php'; require $path;
    new \\A\\B(); Bar\\g(); namespace\\h(); Sub\\I::j(); class K extends \\L\\M {}`;
  const { package: name, imports, exports } = await lowerText(source, php, '.php');
  expect([name, exports]).toEqual(['App\\Http', null]);
  expect(imports.map(({ local, from, name }) => `${local} of ${from}: ${name}`)).toEqual([
    'Client of GuzzleHttp\\Client: null',
    'Bar of Foo\\Bar: null',
    'Q of Foo\\Baz: null',
    'f of Foo: f',
    'D of Foo: C',
    '* of ./vendor/autoload.php: *',
    'config of config.php: null',
    '* of config.php: *',
    '* of config.php: *',
    'A\\B of A\\B: null',
    'Bar\\g of Foo\\Bar\\g: null',
    'namespace\\h of App\\Http\\h: null',
    'Sub\\I of App\\Http\\Sub\\I: null',
    'L\\M of L\\M: null',
  ]);
});

it('says where the last name of a call stands', async () => {
  const { body } = await lowerText("<?php\n$rc->a()\n  ->get('/x');", php, '.php');
  expect(body).toMatchObject([{ value: { kind: 'call', at: { line: 3, column: 5 } } }]);
});
