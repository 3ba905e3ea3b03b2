// Go, lowered: source -> the IR, as test/scan/print.ts shows it.
import { describe, expect, it } from 'vitest';
import { go } from '../../src/scan/frontend/languages/go/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const lowered = async (source: string) =>
  printStatements((await lowerText(`package p\n${source}`, go, '.go')).body).join('\n');

describe('texts', () => {
  it.each([
    ['var p = "/a\\t\\x2f\\u0041\\"" + `/raw\\n`', 'p = join("/a\\t/A\\"", "/raw\\\\n")'],
    [
      'var p = base + "/x/" + url.PathEscape(id) + string(b) + string([]byte("y"))',
      'p = join(base, "/x/", url.PathEscape(id), b, "y")',
    ],
    ['var p = fmt.Sprintf("%s/x/%d", base, n)', 'p = fmt.Sprintf("%s/x/%d", base, n)'],
    ["var r = 'a'", 'r = "a"'],
    ['var n = a + 1 - 2*f()', 'n = ?(f())'],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('values', () => {
  it.each([
    ['var a = map[string][]string{"k": {"v"}, k: nil}', 'a = {"k": ["v"], k: nil}'],
    ['var a = []Item{{Path: "/x"}, {"/y", 1}}', 'a = [new Item(Path="/x"), new Item("/y", "1")]'],
    ['var a = [...]string{"a", "b"}', 'a = ["a", "b"]'],
    [
      'var a = &Client{Base: "https://x", Opts: Opts{N: 1}}',
      'a = new Client(Base="https://x", Opts=new Opts(N="1"))',
    ],
    ['var a = http.Header{"Accept": {"json"}}', 'a = {"Accept": ["json"]}'],
    [
      'var a = []struct{ M, P string }{{"GET", "/x"}, {M: "PUT", P: "/y"}}',
      'a = [["GET", "/x"], {"M": "PUT", "P": "/y"}]',
    ],
    [
      'var a, b, c, d = new(T), make(map[string]string), make([]string, 0), make(chan int)',
      `a = new T()
b = {}
c = []
d = ?()`,
    ],
    ['var a = m["k"] + m[k] + s.f.g + s[1:]', 'a = join(m.k, m[k], s.f.g, ?())'],
    [
      'var a, b = x.(string), *(&y)',
      `a = x
b = y`,
    ],
    [
      'var f = func(a string, b ...int) (string, error) { return a + "/x", nil }',
      'f = lambda (a: string, ...b: int) { return join(a, "/x") }',
    ],
    ['var a = !f() && (g() == nil || <-h())', 'a = ?(f(), g(), h())'],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('calls', () => {
  it.each([
    [
      'func f() { http.Get("/x"); c.http.Do(req); g(args...); h[int](x); (func() { i() })() }',
      `function f()
  http.Get("/x")
  c.http.Do(req)
  g(...args)
  h(x)
  lambda () { i() }()`,
    ],
    [
      'func f() { req, err := http.NewRequest("GET", url, nil); _, _ = use(req) }',
      `function f()
  req = http.NewRequest("GET", url, nil)
  use(req)`,
    ],
    [
      'func f() { defer a.Close(); go b("/x"); ch <- c() }',
      `function f()
  a.Close()
  b("/x")
  c()`,
    ],
    [
      'func f() { l = append(l, "/x"); m := append([]string{"a"}, "b") }',
      `function f()
  l.append("/x")
  m = ["a", "b"]`,
    ],
    [
      'func f() { resp, err := resty.New().R().SetBody(b).Post(base + "/x") }',
      `function f()
  resp = resty.New().R().SetBody(b).Post(join(base, "/x"))`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('assignments', () => {
  it.each([
    [
      'func f() { a := "/x"; var b string = a; var c string; var d Client; var e map[string]string }',
      `function f()
  a = "/x"
  b: string = a
  c: string = ""
  d: Client = ?()
  e: map[string]string = {}`,
    ],
    [
      'func f() { a, b := "/x", "/y"; a, b = b, a }',
      `function f()
  a = "/x"
  b = "/y"
  a = b
  b = ?()`,
    ],
    [
      'func f() { p += "/x"; n += 1; n -= 2; i++ }',
      `function f()
  p += "/x"
  n = ?()
  n = ?()
  i = ?()`,
    ],
    [
      'func f() { c.base = "/x"; m["k"] = "/y"; m[k] = "/z"; *p = "/q" }',
      `function f()
  c.base = "/x"
  m.k = "/y"
  m[k] = "/z"
  p = "/q"`,
    ],
    [
      'func f() { v, ok := m["k"]; w, ok := x.(string); y, ok := <-ch }',
      `function f()
  v = m.k
  w = x
  y = ?()`,
    ],
    [
      `const ( A = "/a"; B = iota; C )
var ( D, E = "/d", "/e" )`,
      `A = "/a"
B = iota`,
    ],
    [
      'func f() { head, tail, err := split(p) }',
      `function f()
   40 = split(p)
  head =  40.0
  tail =  40.1`,
    ],
    [
      `func split(p string) (string, string) { return p, "/" }
func f() { a, _ := split("/x"); _, b := split("/y") }`,
      `function split(p: string)
  return [p, "/"]
function f()
   85 = split("/x")
  a =  85.0
   106 = split("/y")
  b =  106.1`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('returns', () => {
  it.each([
    [
      'func f() (string, error) { if bad { return "", errors.New("x") }; return "/x", nil }',
      `function f()
  branch
    errors.New("x")
    return
  return "/x"`,
    ],
    [
      'func f() (p string, err error) { p = "/x"; return }',
      `function f()
  p = "/x"
  return p`,
    ],
    [
      'func f() (string, bool) { return "/x", true }',
      `function f()
  return "/x"`,
    ],
    [
      'func f() (string, string, error) { return "/x", g(), nil }',
      `function f()
  return ["/x", g()]`,
    ],
    [
      'func f() (*Resp, error) { return http.Get("/x") }',
      `function f()
  return http.Get("/x")`,
    ],
    [
      'func f() (*Resp, error) { return nil, wrap(g()) }',
      `function f()
  wrap(g())
  return`,
    ],
    [
      'func f() (*Resp, error) { return resp, err }',
      `function f()
  return resp`,
    ],
    [
      'func f() (string, error) { p, err := a(); if err != nil { return "", err }; return p, nil }',
      `function f()
  p = a()
  branch
    return
  return p`,
    ],
    [
      `func f() (a string, err error) { if b() { return }; return c() }
func g() { return }`,
      `function f()
  b()
  branch
    return a
  return c()
function g()
  return`,
    ],
    [
      'func f() error { if a() { return nil }; panic(b("/x")) }',
      `function f()
  a()
  branch
    return nil
  b("/x")
  throw`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('statements', () => {
  it.each([
    [
      'func f() { if x := a(); x != nil { b() } else if c() { d() } else { e() } }',
      `function f()
  x = a()
  c()
  exhaustive branch
    b()
  or
    d()
  or
    e()`,
    ],
    [
      'func f() { switch s := a(); s { case "x", b(): c(); fallthrough; default: d() } }',
      `function f()
  s = a()
  b()
  exhaustive falling branch
    c()
  or
    d()
    break`,
    ],
    [
      'func f() { switch x := y.(type) { case string: a(x); case int: b() } }',
      `function f()
  x = y
  branch
    a(x)
  or
    b()`,
    ],
    [
      'func f() { select { case v := <-ch: a(v); case ch <- b(): c(); default: } }',
      `function f()
  b()
  exhaustive branch
    v = ?()
    a(v)
  or
    c()
  or`,
    ],
    [
      'func f() { for i := 0; i < a(); i++ { b() }; for c() { d() }; for { break } }',
      `function f()
  i = "0"
  loop  of 
    ?(a())
    b()
    i = ?()
  loop  of 
    c()
    d()
  loop  of 
    break`,
    ],
    [
      'func f() { for k, v := range m { a(v) }; for _, v := range []string{"/x"} { a(v) }; for i := range 10 { b(i) } }',
      `function f()
  loop v of m
    k = ?()
    a(v)
  loop v of ["/x"]
    a(v)
  loop  of "10"
    i = ?()
    b(i)`,
    ],
    [
      'func f() { l: for { { a() }; goto l } }',
      `function f()
  loop  of 
    a()`,
    ],
    [
      'func f() { type t struct{ p string }; var g = func() { h(t{"/x"}) }; g() }',
      `function f()
  class t
    field p: string
    method constructor(p: string)
      self.p = p
  g = lambda () { h(new t("/x")) }
  g()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('classes', () => {
  it.each([
    [
      'type Client struct { *http.Client; Base, Path string `json:"p"`; opts []Option }',
      `class Client < http.Client
  field Client: http.Client
  field Base: string
  field Path: string
  field opts: []Option
  method constructor(Client: http.Client, Base: string, Path: string, opts: []Option)
    self.Client = Client
    self.Base = Base
    self.Path = Path
    self.opts = opts`,
    ],
    [
      'type Doer interface { io.Closer; Do(req *http.Request, n int) (*http.Response, error) }',
      `class Doer < io.Closer
  method Do(req: *http.Request, n: int)`,
    ],
    [
      `type M map[string]string
type N = other.N
type P Q
type G[T any] struct{ v T }`,
      `class M
class N < other.N
class P < Q
class G
  field v: T
  method constructor(v: T)
    self.v = v`,
    ],
    [
      `func (c *Client) Get(ctx context.Context, path string) error { return c.do(c.Base + path) }
type Client struct{ Base string }`,
      `class Client
  field Base: string
  method constructor(Base: string)
    self.Base = Base
  method Get(ctx: context.Context, path: string)
    return self.do(join(self.Base, path))`,
    ],
    [
      `func (c *Client[T]) get() {}
func (Other) put(_ string, int) {}`,
      `class Client
  method get()
class Other
  method put( 0: string,  1: int)`,
    ],
    [
      'func (c Client) f() { g(c.x); c := d(); c.y() }',
      `class Client
  method f()
    c = self
    g(c.x)
    c = d()
    c.y()`,
    ],
    [
      'func New(base string, opts ...Option) *Client { c := &Client{Base: base}; for _, o := range opts { o(c) }; return c }',
      `function New(base: string, ...opts: Option)
  c = new Client(Base=base)
  loop o of opts
    o(c)
  return c`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

it('knows the package of a file and what it takes from others', async () => {
  const source = `package app
    import "net/http"
    import ( f "fmt"; _ "embed"; . "strings"; "github.com/go-resty/resty/v2"; "gopkg.in/yaml.v3"; "x.io/go-client" )`;
  const { package: name, imports, exports } = await lowerText(source, go, '.go');
  expect([name, exports]).toEqual(['app', null]);
  expect(imports.map(({ local, from, name }) => `${local} of ${from}: ${name}`)).toEqual([
    'http of net/http: null',
    'f of fmt: null',
    '* of strings: *',
    'resty of github.com/go-resty/resty/v2: null',
    'yaml of gopkg.in/yaml.v3: null',
    'client of x.io/go-client: null',
  ]);
});

it('says where the last name of a call stands', async () => {
  const { body } = await lowerText('package p\nvar a = rc.\n  Get("/x")', go, '.go');
  expect(body).toMatchObject([{ value: { kind: 'call', at: { line: 3, column: 3 } } }]);
});
