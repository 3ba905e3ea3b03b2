// Ruby, lowered: source -> the IR, as test/scan/print.ts shows it.
import { describe, expect, it } from 'vitest';
import { ruby } from '../../src/scan/frontend/languages/ruby/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const lowered = async (source: string) =>
  printStatements((await lowerText(source, ruby, '.rb')).body).join('\n');

describe('texts', () => {
  it.each([
    [`rc.get '/restapi/v1.0/account/~'`, 'rc().get("/restapi/v1.0/account/~")'],
    ['path = "/a\\u002fb\\x2fc\\057d\\u{65 66}\\t" \'e\'', 'path = "/a/b/c/def\\te"'],
    ["path = 'it\\'s \\n' + %q(/a\\)) + %Q(/#{@b})", 'path = join("it\'s \\\\n", "/a)", "/", @b)'],
    ['path = "/account/#{@id}/#{"x/#{@y}"}"', 'path = join("/account/", @id, "/x/", @y)'],
    [
      'path = :a, :"b#{@c}", ?d, %w[e f], %i[g h], %W[i#{@j}]',
      'path = ["a", join("b", @c), "d", ["e", "f"], ["g", "h"], [join("i", @j)]]',
    ],
    [`path = '/account/%s/x' % @id`, 'path = "/account/%s/x".%(@id)'],
    [`path = format('/account/%s/%{x}', @a, x: @b)`, 'path = format("/account/%s/%{x}", @a, x=@b)'],
    [`path = '/account/%s/%s' % [@a, @b]`, 'path = "/account/%s/%s".%([@a, @b])'],
    [`url = BASE + '/a' + id.to_s`, 'url = join(BASE, "/a", id())'],
    [
      `url = '/a'
url << '/b' << @c
url += '/d'`,
      `url = "/a"
url.<<("/b", @c)
url += "/d"`,
    ],
    [`url = 'a' << @b << 'c'`, 'url = join("a", @b, "c")'],
    [`PATH = '/a'.freeze`, 'PATH = "/a"'],
    [
      `body = <<~TEXT
  a
    b #{@c}
  d\\te
TEXT`,
      'body = join("a\\n  b ", @c, "\\nd\\te\\n")',
    ],
    [
      `send(<<-A, <<~'B')
  one
  A
  two #{x}
B`,
      'send("  one\\n", "two #{x}\\n")',
    ],
    [
      'a "b#{c(1); d(2)}", :"e#{f(3)}", %W[g#{h(4)}], %I[i#{j(5)}]',
      `c("1")
a(join("b", d("2")), join("e", f("3")), [join("g", h("4"))], [join("i", j("5"))])`,
    ],
    ['`curl #{@url}`', '`(join("curl ", @url))'],
    [
      'n = 1_000 + 1; n += 1; ok = true; no = nil; r = /a#{f(1)}/',
      `n = ?()
n = ?()
ok = "true"
no = nil
r = ?(f("1"))`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('values', () => {
  it.each([
    [`a = @b || @c or '/d'`, 'a = oneOf(@b, @c)'],
    [
      'a = @b && f(@c) && @d',
      `branch
  f(@c)
a = @d`,
    ],
    [`a = @x ? '/y' : f(1)`, 'a = oneOf("/y", f("1"))'],
    [
      `a = f(@x) ? '/y' : '/z'`,
      `f(@x)
a = oneOf("/y", "/z")`,
    ],
    [
      `a = if f(@x) then '/a' elsif @y then '/b' else '/c' end`,
      `f(@x)
a = oneOf("/a", "/b", "/c")`,
    ],
    [`a = case @x when 1, 2 then '/a' else '/b' end`, 'a = oneOf("/a", "/b")'],
    [
      `a = if @x
  b = '/b'
  b + '/c'
else
  '/d'
end`,
      `exhaustive branch
  b = "/b"
   value0 = join(b, "/c")
or
   value0 = "/d"
a =  value0`,
    ],
    ['a = begin f(1) rescue g(2) end', 'a = oneOf(f("1"), g("2"))'],
    [`a = f(1) rescue '/b'`, 'a = oneOf(f("1"), "/b")'],
    [
      `a = { b: 1, 'c' => 2, :d => 3, @e => 4, **@f, g: }`,
      'a = {"b": "1", "c": "2", "d": "3", @e: "4", ...@f, "g": g()}',
    ],
    ['a = [1, *@b, c: 2]', 'a = ["1", @b, {"c": "2"}]'],
    [`a = @h[:k], @h['k'], @h[0], @h[@i], @h[1..]`, 'a = [@h.k, @h.k, @h.0, @h[@i], @h[?()]]'],
    [
      '@a ||= new_client; @h[:k] ||= 1; @n &&= f(1)',
      `@a = oneOf(@a, new_client())
@h.k = oneOf(@h.k, "1")
@n = oneOf(@n, f("1"))`,
    ],
    [
      'a = -> (x, y = 1) { f(x) }; b = lambda { |x| x }; c = proc do |x| f(x) end',
      `a = lambda (x, y = "1") { return f(x) }
b = lambda (x) { return x }
c = lambda (x) { return f(x) }`,
    ],
    [
      'a = b = f(1)',
      `b = f("1")
a = b`,
    ],
    [
      'foo(a = 1, a)',
      `a = "1"
foo(a, a)`,
    ],
    [
      `$url = '/x'; @@n = A::B; ::C.d`,
      `url = "/x"
@@n = A.B
C.d()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('targets', () => {
  it.each([
    [
      'a, b = f(1)',
      ` held = f("1")
a =  held.0
b =  held.1`,
    ],
    [
      'a, (b, *c), d = @x',
      `a = @x.0
b = @x.1.0
c = ?()
d = @x.2`,
    ],
    [
      'a, b = 1, [2]',
      `a = "1"
b = ["2"]`,
    ],
    [
      '*a, b.c, @d[e(1)] = f(2), *g(3)',
      ` held = [f("2"), g("3")]
a = ?()
b().c = ?()
@d[e("1")] = ?()`,
    ],
    [
      'def x; a, b = f(1), g(2); end; def y; a, b = f(1); end',
      `function x()
  a = f("1")
  b = g("2")
  return [a, b]
function y()
   held = f("1")
  a =  held.0
  b =  held.1
  return  held`,
    ],
    [
      `a = b = 1
a, b = b, a`,
      `b = "1"
a = b
 held = [b, a]
a =  held.0
b =  held.1`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('calls', () => {
  it.each([
    [
      `rc.post('/a', payload: { b: 1 }, 'c' => 2, **@d)`,
      'rc().post("/a", payload={"b": "1"}, ...@d, {"c": "2"})',
    ],
    [`rc.post '/a', *@b, &@c`, 'rc().post("/a", ...@b, &=@c)'],
    [
      'response&.body; client.accounts.get',
      `response().body()
client().accounts().get()`,
    ],
    [
      `x = f(1)
x.y = x.z(x)`,
      `x = f("1")
x.y = x.z(x)`,
    ],
    [
      'Net::HTTP::Get.new(uri.request_uri); Foo.new; klass.new(1)',
      `new Net.HTTP.Get(uri().request_uri())
new Foo()
new klass()("1")`,
    ],
    [
      `client.send(:get, '/a'); client.public_send(@verb, '/a'); socket.send(@data)`,
      `client().get("/a")
client()[@verb]("/a")
socket().send(@data)`,
    ],
    [
      'ids.map(&:to_s).each_slice(2) { |a, b| f(a, b) }',
      'ids().map(&=lambda ( 0) { return  0 }).each_slice("2", &=lambda (a, b) { return f(a, b) })',
    ],
    [
      `Net::HTTP.start(host, port, use_ssl: true) do |http|
  http.request(req)
end`,
      'Net.HTTP.start(host(), port(), use_ssl="true", &=lambda (http) { return http.request(req()) })',
    ],
    [
      'paths.map { get(_1) }; paths.map { get(it) }',
      `paths().map(&=lambda (_1) { return get(_1) })
paths().map(&=lambda (it) { return get(it) })`,
    ],
    [
      `f = ->(x) { x }
f.(1); f.call(1); Service.call(1)`,
      `f = lambda (x) { return x }
f("1")
f("1")
Service.call("1")`,
    ],
    [
      `rc
  .get('/a')
  .then { |r| r.body }`,
      'rc().get("/a").then(&=lambda (r) { return r.body() })',
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('statements', () => {
  it.each([
    [
      'if f(@a) then b(1) elsif @c then d(2) else e(3) end',
      `f(@a)
exhaustive branch
  b("1")
or
  d("2")
or
  e("3")`,
    ],
    [
      `unless @a
  b(1)
else
  c(2)
end`,
      `exhaustive branch
  b("1")
or
  c("2")`,
    ],
    [
      'b(1) if @a; c(2) unless f(@d); e(3) while @g',
      `branch
  b("1")
f(@d)
branch
  c("2")
loop  of 
  e("3")`,
    ],
    [
      'if (r = get(@x)) && r.ok then use(r) end',
      `r = get(@x)
r.ok()
branch
  use(r)`,
    ],
    [
      `case f(@x)
when /a/ then b(1)
else c(2)
end`,
      `f(@x)
new Regexp("a")
exhaustive branch
  b("1")
or
  c("2")`,
    ],
    [
      `case f(@x)
in { a: String => n } then g(n)
in [y, *] then h(y)
end`,
      ` value0 = f(@x)
exhaustive branch
  n =  value0.a
  g(n)
or
  y =  value0.0
  h(y)`,
    ],
    [
      `begin
  a(1)
rescue E, F => e
  b(e)
else
  c(2)
ensure
  d(3)
end`,
      `try
  a("1")
  c("2")
handler
  e = ?()
  b(e)
d("3")`,
    ],
    [
      `paths.each do |path|
  rc.get(path)
end`,
      `loop path of paths()
  rc().get(path)`,
    ],
    [
      'h.each { |k, v| f(k, v) }; xs.each_with_index { |x, i| f(x, i) }',
      `loop  each of h()
  k =  each.0
  v =  each.1
  f(k, v)
loop x of xs()
  i = ?()
  f(x, i)`,
    ],
    [
      '3.times { |i| f(i) }; loop do f(1) end; until @a do f(2) end',
      `loop  of 
  i = ?()
  f(i)
loop  of 
  f("1")
loop  of 
  f("2")`,
    ],
    [
      'for a in @b do f(a) end',
      `loop a of @b
  f(a)`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('leaving', () => {
  it.each([
    [
      `def get(a)
  return if a
  raise E.new(f(1)), 'b' unless g(a)
  abort
end`,
      `function get(a)
  branch
    return
  g(a)
  branch
    raise(new E(f("1")), "b")
    throw
  abort()
  throw`,
    ],
    [
      'x = f(1) or return 2; g(x) && raise; h(3)',
      `x = f("1")
branch
  return "2"
g(x)
branch
  raise()
  throw
h("3")`,
    ],
    [
      `a = @b || raise(E); c = @d ? '/e' : raise(E); @f ||= exit(1)`,
      `branch
  raise(E)
  throw
a = @b
branch
  raise(E)
  throw
c = "/e"
branch
  exit("1")
  throw
@f = @f`,
    ],
    [
      `def fail(a) = a
fail 1
Kernel.exit
@a.exit`,
      `function fail(a)
  return a
fail("1")
Kernel.exit()
throw
@a.exit()`,
    ],
    [
      `while f(1)
  next if @a
  break g(2) if @b
  redo
end`,
      `loop  of 
  f("1")
  branch
    continue
  branch
    g("2")
    break
  continue`,
    ],
    [
      'begin a(1) end while b(2); begin c(3) end until d(4); e(5) until f(6)',
      `loop  of 
  a("1")
  b("2")
loop  of 
  c("3")
  d("4")
loop  of 
  f("6")
  e("5")`,
    ],
    [
      'f { next 1 if @a; break g(2) if @b; while @c do break end }',
      'f(&=lambda () { branch;   return "1"; branch;   g("2");   break far; loop  of ;   break })',
    ],
    [
      `loop do
  begin
    a(1)
    break
  rescue E
    retry if b(2)
  end
end`,
      `loop  of 
  loop  of 
    try
      a("1")
      break far
    handler
      b("2")
      branch
        continue far`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('what may not run', () => {
  it.each([
    [
      'a(b || (c = d(1))); x = e && (f = g(1)); y = h ? (i = j(1)) : k',
      `branch
  c = d("1")
a(oneOf(b(), c))
e()
branch
  f = g("1")
x = f
h()
branch
  i = j("1")
y = oneOf(i, k())`,
    ],
    [
      'a ? b(1) : c(2); d and e.each { |f| g(f) }',
      `a()
exhaustive branch
  b("1")
or
  c("2")
d()
branch
  loop f of e()
    g(f)`,
    ],
    [
      'a&.b(c = d(1)); e ||= (f = g(1)); defined?(h = i(1))',
      `branch
  c = d("1")
a().b(c)
branch
  f = g("1")
e = oneOf(e, f)
branch
  h = i("1")`,
    ],
    [
      'if a then b elsif (c = d(1)) then e(c) end',
      `a()
branch
  c = d("1")
branch
  b()
or
  e(c)`,
    ],
    [
      `case
when a(1), b(2) then c(3)
when d(4) then e(5)
end`,
      `a("1")
branch
  b("2")
branch
  d("4")
branch
  c("3")
or
  e("5")`,
    ],
    [
      `case @a
in { b:, c: [d, *e] } if f(b) then g(d)
in ^(h(1)) | 2 then i(3)
end`,
      `branch
  b = @a.b
  d = @a.c.0
  e = ?()
  f(b)
branch
  h("1")
exhaustive branch
  b = @a.b
  d = @a.c.0
  e = ?()
  g(d)
or
  i("3")`,
    ],
    [
      'f(1) => { a: }; g(a) if @b in [c, d]',
      ` value0 = f("1")
a =  value0.a
branch
  c = @b.0
  d = @b.1
branch
  g(a)`,
    ],
    [
      `begin
  a(1)
rescue b(2), *C => @d
  e(3)
end
f(4) rescue g(5)`,
      `try
  a("1")
handler
  b("2")
  @d = ?()
  e("3")
try
  f("4")
handler
  g("5")`,
    ],
    [
      'def a(b = (c = d(1)), e: f(2)) = b',
      `function a(b = c, e = f("2"))
  branch
    c = d("1")
  return b`,
    ],
    [
      'xs.each { |a, b = f(1), *c, d: g(2)| h(a) }; 1.upto(i(3)) { j }',
      `loop  each of xs()
  a =  each.0
  b = oneOf( each.1, f("1"))
  c = ?()
  d = oneOf(?(), g("2"))
  h(a)
i("3")
loop  of 
  j()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('functions', () => {
  it.each([
    [
      `def get(path, params = {}, *rest, id:, page: 1, **more, &block)
  rc.get(path, &block)
end`,
      `function get(path, params = {}, ...rest, id, page = "1", ...more, &)
  block = &
  return rc().get(path, &=block)`,
    ],
    [
      `def base = '/a'
def path() = base + '/b'`,
      `function base()
  return "/a"
function path()
  return join(base(), "/b")`,
    ],
    [
      `def path
  if @a
    '/a'
  else
    b = '/b'
    b + '/c'
  end
end`,
      `function path()
  exhaustive branch
    return "/a"
  or
    b = "/b"
    return join(b, "/c")`,
    ],
    [
      `def client
  @client ||= Client.new(base)
end`,
      `function client()
  @client = oneOf(@client, new Client(base()))
  return @client`,
    ],
    [
      `def get
  yield rc, 1
rescue E
  nil
end`,
      `function get(&)
  try
    return &(rc(), "1")
  handler
    return nil`,
    ],
    [
      `def get
  return '/a' if @a
  ids.each { |id| next 1 if id }
  return 1, 2
end`,
      `function get()
  branch
    return "/a"
  loop id of ids()
    branch
      continue
  return ["1", "2"]`,
    ],
    [
      `define_method(:get) { |path| rc.get(path) }
let(:client) { Client.new }`,
      `function get(path)
  return rc().get(path)
function client()
  return new Client()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('classes', () => {
  it.each([
    [
      `class A < B::C
  include D, E
  extend self
  BASE = '/a'.freeze
  @@count = 0
  attr_reader :rc
  base_uri 'https://a.example'
  def initialize(rc) = @rc = rc
  def self.make(*args) = new(*args)
  class << self
    def other; make(1); end
  end
  private
  def get(path) = rc.get(BASE + path)
  private def put(x) = x.rc.put(BASE)
end`,
      `class A < B::C, D, E
  field BASE = "/a"
  field @@count = "0"
  method rc()
    return self.@rc
  method constructor(rc)
    self.@rc = rc
  method make(...args)
    return new self(...args)
  method other()
    return make("1")
  method get(path)
    return rc().get(join(BASE, path))
  method put(x)
    return x.rc().put(BASE)
  method  static()
    base_uri("https://a.example")`,
    ],
    [
      `module A
  module B::C
    X = 1
    class D; end
  end
end`,
      `class A
  class B
    class C
      field X = "1"
      class D`,
    ],
    [
      `class A < B
  def initialize(a, *b)
    super
    super(a)
  end
  def get(a) = super
end`,
      `class A < B
  method constructor(a, ...b)
    super(a, ...b)
    super(a)
  method get(a)
    return super.get(a)`,
    ],
    [
      `Call = Struct.new(:path, :method) do
  def url = path + '/x'
end
Error = Class.new(StandardError)`,
      `class Call
  method constructor(path, method)
    self.@path = path
    self.@method = method
  method path()
    return self.@path
  method method()
    return self.@method
  method url()
    return join(path(), "/x")
class Error < StandardError`,
    ],
    [
      `class A < Struct.new(:a, f(1))
  include g(2), B
  private attr_reader :c, *h(3)
  i(4)
rescue j(5)
  k(6)
end`,
      `new Struct("a", f("1"))
class A < Struct.new(:a, f(1)), B
  method c()
    return self.@c
  method  static()
    g("2")
    h("3")
    i("4")
    j("5")
    k("6")`,
    ],
    [
      `A = Struct.new(:a, f(1)) { g(2) }
class << h(3)
  i(4)
end`,
      `f("1")
class A
  method constructor(a)
    self.@a = a
  method a()
    return self.@a
  method  static()
    g("2")
h("3")
i("4")`,
    ],
    [
      `class A
  def a = super(b(1), c: d(2)) { e(3) }
  def f = yield(g(4), *h(5))
end`,
      `class A
  method a()
    return super.a(b("1"), c=d("2"), &=lambda () { return e("3") })
  method f(&)
    return &(g("4"), ...h("5"))`,
    ],
    [
      `@rc = RingCentral.new(1)
def calls = @rc.get('/a')`,
      `@rc = new RingCentral("1")
function calls()
  return @rc.get("/a")`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('broken source', () => {
  it.each([
    [
      `a(1)
<<<<<<< HEAD
b(2)
=======
c(3)
>>>>>>> branch
def d = e(4)`,
      `a("1")
b("2")
c("3")
function d()
  return e("4")`,
    ],
    [
      `def a
  b(1)
  ) ]
  c(2)
end`,
      `function a()
  b("1")
  return c("2")`,
    ],
    [
      `BEGIN { a(1) }
alias :"b#{c(2)}" d
__END__
e(3)`,
      `a("1")
join("b", c("2"))`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

it('knows what a file takes from others', async () => {
  const source = `require 'ringcentral'
require_relative 'a/b'
require_relative '../c'
load './d.rb'
autoload :E, 'e/f'
require "g/#{h}"`;
  const { imports, exports } = await lowerText(source, ruby, '.rb');
  expect(imports.map(({ local, from, name }) => `${local} ${from} ${name}`)).toEqual([
    '* ringcentral *',
    '* ./a/b *',
    '* ../c *',
    '* ./d.rb *',
    'E e/f E',
  ]);
  expect(exports).toBeNull();
});

it('says where the last name of a callee stands', async () => {
  const { body } = await lowerText('platform\n  .get(x)\nA::SDK.new(1)', ruby, '.rb');
  expect(body.map((one) => one.kind === 'do' && one.value.at)).toEqual([
    { line: 2, column: 4 },
    { line: 3, column: 8 },
  ]);
});
