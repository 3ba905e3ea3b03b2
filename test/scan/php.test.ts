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
?(new E(g()))
p = "/a"`,
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
      "<?php const A = '/a', B = A . '/b'; define('C', '/c');",
      `A = "/a"
B = join(A, "/b")
C = "/c"`,
    ],
    [
      "<?php unset($a); global $b; static $c = '/x';",
      `a = ?()
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
branch
  b()
or
  d()
or
  branch
    f()
  or
    g()`,
    ],
    [
      '<?php if ($a): ?> <p> <?php b(); else: c(); endif; ?> <?= d() ?>',
      `branch
  b()
or
  c()
d()`,
    ],
    [
      '<?php switch (a()) { case b(): c(); break; default: return d(); }',
      `a()
b()
branch
  c()
or
  return d()`,
    ],
    [
      '<?php try { a(); } catch (E | F $e) { b(); } catch (G) { c(); } finally { d(); }',
      `a()
branch
  b()
or
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
?(new E(f()))`,
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
