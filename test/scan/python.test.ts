// Python, lowered: source -> the IR, as test/scan/print.ts shows it.
import { describe, expect, it } from 'vitest';
import { python } from '../../src/scan/frontend/languages/python/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const lowered = async (source: string) =>
  printStatements((await lowerText(source, python, '.py')).body).join('\n');

describe('texts', () => {
  it.each([
    [`rc.get('/restapi/v1.0/account/~')`, 'rc.get("/restapi/v1.0/account/~")'],
    ['path = "/a\\u002fb\\x2fc\\057d\\t" \'e\'', 'path = "/a/b/c/d\\te"'],
    ['path = r\'/a\\d\' + b"/b"', 'path = join("/a\\\\d", "/b")'],
    [
      `path = """/a\\
/b"""`,
      'path = "/a/b"',
    ],
    [`path = f'/account/{id}/{{x}}/{name!s}'`, 'path = join("/account/", id, "/{x}/", name)'],
    [
      'path = f"/page/{n:03d}/{o!r}/{f(x):>{w}}"',
      'path = join("/page/", ?(), "/", ?(), "/", ?(f(x)))',
    ],
    ['path = f"{f():{g():{h()}}}"', 'path = ?(f(), g(), h())'],
    [
      `path = ('/a'
  f'/{b}'
  '/c')`,
      'path = join("/a/", b, "/c")',
    ],
    [`path = '/account/%s/x' % id`, 'path = "/account/%s/x".%(id)'],
    [`path = '/account/%s/%s' % (a, b)`, 'path = "/account/%s/%s".%([a, b])'],
    [`path = '/account/{}/{x}'.format(a, x=b)`, 'path = "/account/{}/{x}".format(a, x=b)'],
    [`url = base + '/a' + str(id)`, 'url = join(base, "/a", id)'],
    [`url = base / 'a'`, 'url = base./("a")'],
    [
      'page = page + 1; page += 1; n = 1_000; yes = True; no = None',
      `page = ?()
page = ?()
n = "1000"
yes = "True"
no = None`,
    ],
    [`path += '/x'`, 'path += "/x"'],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('values', () => {
  it.each([
    [`a = b or c or '/d'`, 'a = oneOf(b, c, "/d")'],
    [
      'a = b and f(c) and d',
      `branch
  f(c)
a = d`,
    ],
    [
      'a = f() and (b := g()) or (c := h())',
      `f()
branch
  b = g()
branch
  c = h()
a = oneOf(b, c)`,
    ],
    ['a = f() < g() < h()', 'a = ?(f(), g(), h())'],
    [
      'a = f() < g() < (b := h())',
      `branch
  b = h()
a = ?(f(), g())`,
    ],
    [
      `a = x if f() else (b := g()) if h() else 'z'`,
      `f()
branch
  h()
  branch
    b = g()
a = oneOf(x, oneOf(b, "z"))`,
    ],
    [
      `a = x if f(y) else '/z'`,
      `f(y)
a = oneOf(x, "/z")`,
    ],
    [`a = {'k': 1, **o, n: f()}`, 'a = {"k": "1", ...o, n: f()}'],
    ['a = [1, *b, c]', 'a = ["1", b, c]'],
    [`a = (1, 'b'), {c, d}`, 'a = [["1", "b"], [c, d]]'],
    [`a = d['k'], d[0], d[-1], d[i], d[1:], d[i, j]`, 'a = [d.k, d.0, d.-1, d[i], d[?()], ?()]'],
    [`a.b['c'].d = e`, 'a.b.c.d = e'],
    [
      'a = b = f()',
      `b = f()
a = b`,
    ],
    [`self.url: str = '/x'`, 'self.url: str = "/x"'],
    ['a = lambda x, *y, z=1, **k: f(x)', 'a = lambda (x, ...y, z = "1", ...k) { return f(x) }'],
    [
      'a = not f(x) and g() < h()',
      `?(f(x))
a = ?(g(), h())`,
    ],
    ['a = await f(await g())', 'a = f(g())'],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('targets', () => {
  it.each([
    [
      'a, b = f(x)',
      ` held = f(x)
a =  held.0
b =  held.1`,
    ],
    [
      '*a, b = f(), g()',
      ` held = [f(), g()]
a = ?()
b =  held.1`,
    ],
    [
      'a[f()]: T = g(); b: h(); c[i()]: T',
      `a[f()]: T = g()
h()
c[i()]`,
    ],
    [
      'for a[f()] in b: g()',
      `loop  each of b
  a[f()] =  each
  g()`,
    ],
    [
      'a, (b, *c) = pair',
      `a = pair.0
b = pair.1.0
c = ?()`,
    ],
    [
      'a, b = 1, [2]',
      `a = "1"
b = ["2"]`,
    ],
    [
      'a, b = b, a',
      ` held = [b, a]
a =  held.0
b =  held.1`,
    ],
    [
      'for i, (k, v) in enumerate(d.items()): use(k, v)',
      `loop  each of enumerate(d.items())
  i =  each.0
  k =  each.1.0
  v =  each.1.1
  use(k, v)`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('calls', () => {
  it.each([
    ['f(a, *b, k=c, **d)', 'f(a, ...b, k=c, ...d)'],
    [`requests.request('GET', url, headers=h)`, 'requests.request("GET", url, headers=h)'],
    [`client.accounts['x'].get()()`, 'client.accounts.x.get()()'],
    [
      `getattr(requests, 'post')(url); getattr(requests, verb)(url)`,
      `requests.post(url)
requests[verb](url)`,
    ],
    [
      'session = Session(); client = make_client()',
      `session = new Session()
client = make_client()`,
    ],
    [
      `import requests, tasks
requests.Session(); stub.Get(); Get()
def Get(): pass`,
      `new requests.Session()
stub.Get()
Get()
function Get()`,
    ],
    [
      `import urllib.request
urllib.request.urlopen(url)`,
      'urllib.request.urlopen(url)',
    ],
    [
      'super().__init__(a); super().get(b)',
      `super(a)
super.get(b)`,
    ],
    ['print "x %s" % f(y)', '"x %s".%(f(y))'],
    [
      'print >>f(), g(); exec "x" in h()',
      `?(f())
g()
h()`,
    ],
    [
      'super(f(), self).get(a)',
      `f()
super.get(a)`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('comprehensions', () => {
  it.each([
    ['paths = [f(p) for p in ps if ok(p)]', 'paths = ps.map(lambda (p) { ok(p); return f(p) })'],
    [
      'all(get(a, b) for a in x for b in a.y)',
      'all(x.flatMap(lambda (a) { return a.y.map(lambda (b) { return get(a, b) }) }))',
    ],
    [
      'a = [b for c in d for b in (e := f(c)) if g(b)]',
      'a = d.flatMap(lambda (c) { e = f(c); return e.map(lambda (b) { g(b); return b }) })',
    ],
    [
      'd = {k: g(v) for k, v in w.items()}',
      'd = {...w.items().map(lambda ( each) { k =  each.0; v =  each.1; return {k: g(v)} })}',
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('statements', () => {
  it.each([
    [
      `if a(): b()
elif c: d()
else: e()`,
      `a()
exhaustive branch
  b()
or
  d()
or
  e()`,
    ],
    [
      `if a(): b()
elif (r := c()): d(r)`,
      `a()
branch
  r = c()
branch
  b()
or
  d(r)`,
    ],
    [
      'if (r := get(x)): use(r)',
      `r = get(x)
branch
  use(r)`,
    ],
    [
      `while (r := get(x)).more: use(r)
else: done()`,
      `loop  of 
  r = get(x)
  use(r)
done()`,
    ],
    [
      `while get(x):
  if a: continue
  break
else: done()`,
      `loop  of 
  get(x)
  branch
    continue
  break
branch
  done()`,
    ],
    [
      `for x in xs:
  if get(x): break
else: done()`,
      `loop x of xs
  get(x)
  branch
    break
branch
  done()`,
    ],
    [
      `for x in xs: get(x)
else: done()`,
      `loop x of xs
  get(x)
done()`,
    ],
    [
      `async def f():
  async for x in g(): await h(x)
  async with i() as j: j.k()`,
      `function f()
  loop x of g()
    h(x)
  j = i()
  j.k()`,
    ],
    [
      'with a() as b, c as (d, e), f(): g()',
      `b = a()
d = c.0
e = c.1
f()
g()`,
    ],
    [
      `try: a()
except E as e: b(e)
except (F, G): c()
else: d()
finally: h()`,
      `try
  a()
  d()
handler
  b(e)
handler
  c()
h()`,
    ],
    [
      `try: a()
except f() as e: b()
except (g(), E): raise
finally: c()`,
      `try
  a()
handler
  f()
  b()
handler
  g()
  throw
c()`,
    ],
    [
      `try: a()
finally: b()`,
      `a()
b()`,
    ],
    [
      `with suppress(E):
  raise E(a)
b()`,
      `suppress(E)
try
  new E(a)
  throw
handler
b()`,
    ],
    [
      `match f(x):
  case {'a': y} if g(y): b()
  case [z] | None: c()`,
      `f(x)
branch
  g(y)
branch
  b()
or
  c()`,
    ],
    [
      `for x in xs:
  match f(x), g(x):
    case 1: break
    case A(b=2) | c.d: return
    case _: continue`,
      `loop x of xs
  f(x)
  g(x)
  exhaustive branch
    break
  or
    return
  or
    continue`,
    ],
    [
      `def f():
  global x
  return
  return a, b`,
      `function f()
  x = ?()
  return
  return [a, b]`,
    ],
    [
      `def f(a):
  if not a: return g()
  if h(a): raise E(i(a)) from j()
  return k(a)`,
      `function f(a)
  branch
    return g()
  h(a)
  branch
    new E(i(a))
    j()
    throw
  return k(a)`,
    ],
    [
      'raise E(f(x)) from e',
      `new E(f(x))
throw`,
    ],
    [
      'assert f(x), g(y)',
      `f(x)
branch
  g(y)
  throw`,
    ],
    ['type A = f(B)', 'f(B)'],
    [
      'del a[f()]; yield f(x)',
      `a[f()]
f(x)`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('functions and classes', () => {
  it.each([
    [
      `def f(a, /, b: int = 1, *, c: str = '/x', **d) -> str: return a`,
      `function f(a, b: int = "1", c: str = "/x", ...d)
  return a`,
    ],
    [
      `@app.get('/x', tags=['y'])
@cached
async def f(a): pass`,
      'function @app.get("/x", tags=["y"]) @cached f(a)',
    ],
    [
      `class A(B, Generic[T], c.D, metaclass=M):
  """What it is."""
  BASE = '/a'
  url: str = BASE + '/b'
  name: str
  def __init__(self, x): self.x = x
  def get(this, p): return this.http(self.url + p)
  @classmethod
  def make(cls, x): return cls(x)
  @staticmethod
  def help(x): return x
  class E: F = 1`,
      `class A < B, Generic, c.D
  field BASE = "/a"
  field url: str = join(BASE, "/b")
  field name: str
  method constructor(x)
    self.x = x
  method get(p)
    return self.http(join(self.url, p))
  method @classmethod make(x)
    return new self(x)
  method @staticmethod help(x)
    return x
  class E
    field F = "1"`,
    ],
    [
      `class A:
  @property
  def url(self):
    """The address."""
    return self.base + '/x'
  @url.setter
  def url(self, value): self.base = value
  @functools.cached_property
  def client(self):
    c = Client()
    return c`,
      `class A
  field url = join(self.base, "/x")
  field client = lambda () { c = new Client(); return c }()
  method @url.setter url=(value)
    self.base = value`,
    ],
    [
      `@dataclass(frozen=True)
class Call:
  path: str
  method: str = 'GET'
call = Call('/x')`,
      `@dataclass(frozen="True") class Call
  field method: str
  field path: str
  method constructor(path: str, method: str = "GET")
    self.path = path
    self.method = method
call = new Call("/x")`,
    ],
    [
      `def f[T: g()](a: h() = i(), *b: j()) -> k(): pass`,
      `g()
h()
j()
k()
function f(a: h() = i(), ...b: j())`,
    ],
    [
      `class A(make(B), C[f()], metaclass=meta()):
  def g(self, a=h()) -> i(): pass
  if j(): raise k()
  l()`,
      `make(B)
f()
meta()
class A < make(B), C
  method g(a = h())
  method  static()
    i()
    j()
    k()
    l()`,
    ],
    [
      `class A:
  @f(g())
  @property
  def url(self): return h()`,
      `class A
  field url = lambda @f(g()) () { return h() }()`,
    ],
    [
      `class Path(str, Enum):
  CALLS = '/call-log'`,
      `class Path < str, Enum
  field CALLS = "/call-log"`,
    ],
    [
      `class A:
  if DEBUG:
    base = '/debug'
  else:
    base = '/live'
  register(base)`,
      `class A
  field base = oneOf("/debug", "/live")
  method  static()
    register(base)`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('broken source', () => {
  it.each([
    [
      `rc.get("/a", b
rc.post("/c")`,
      'rc.get("/a")\nrc.post("/c")',
    ],
    [
      `a()
<<<<<<< HEAD
b()
=======
c(
  d,
>>>>>>> e
)
f("/g")`,
      `a()
b()
c(d)
f("/g")`,
    ],
    [
      `class A:
  a = b()
  )
  def f(self): c()`,
      `class A
  field a = b()
  method f()
    c()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

it('knows what a file takes from others, wherever it says so', async () => {
  const source = `import a, b.c, d as e, f.g as h
from i import j, k as l
from . import m
from ..n.o import *
from __future__ import annotations
def late():
  from p import (q)`;
  const { imports, exports } = await lowerText(source, python, '.py');
  expect(imports.map(({ local, from, name }) => `${local} ${from} ${name}`)).toEqual([
    'a a null',
    'b b null',
    'b.c b.c null',
    'e d null',
    'h f.g null',
    'j i j',
    'l i k',
    'm . m',
    '* ..n.o *',
    'q p q',
  ]);
  expect(exports).toBeNull();
});

it('says where the last name of a callee stands', async () => {
  const { body } = await lowerText('platform\\\n  .get(x)\nSDK(\n1)', python, '.py');
  expect(body.map((one) => one.kind === 'do' && one.value.at)).toEqual([
    { line: 2, column: 4 },
    { line: 3, column: 1 },
  ]);
});
