// Go source -> the IR: branches and what leaves them, what is worked out beside a value, what is left of broken source.
import { describe, expect, it } from 'vitest';
import { go } from '../../src/scan/frontend/languages/go/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const lowered = async (source: string) =>
  printStatements((await lowerText(`package p\n${source}`, go, '.go')).body).join('\n');

describe('branches', () => {
  it.each([
    [
      'func f() { if a() { b() } }',
      `function f()
  a()
  branch
    b()`,
    ],
    [
      'func f() { if a && b() || c() { return }; d() }',
      `function f()
  ?(b(), c())
  branch
    return
  d()`,
    ],
    [
      'func f() { if a() { b() } else if v, ok := c(); ok { d(v) } }',
      `function f()
  a()
  exhaustive branch
    b()
  or
    v = c()
    branch
      d(v)`,
    ],
    [
      'func f() { switch a { case 1: b(); break; case c(): d() } }',
      `function f()
  c()
  branch
    b()
  or
    d()`,
    ],
    [
      'func f() { switch a { case 1: if b() { break }; c(); case 2: return; default: panic(d) } }',
      `function f()
  exhaustive falling branch
    b()
    branch
      break
    c()
    break
  or
    return
  or
    throw`,
    ],
    [
      'func f() { switch a { default: b(); fallthrough; case c(): d() } }',
      `function f()
  c()
  exhaustive falling branch
    b()
  or
    d()
    break`,
    ],
    [
      'func f() { l: switch { case a(): for { break l }; case b(): } }',
      `function f()
  a()
  b()
  falling branch
    loop  of 
      break far
    break
  or
    break`,
    ],
    [
      'func f() { switch a := b(); c(a).(type) { case T, [d()]int: break; default: e() } }',
      `function f()
  a = b()
  c(a)
  d()
  exhaustive branch
  or
    e()`,
    ],
    [
      'func f() { select { case m[a()], ok = <-b(): case c() <- d(): break }; select {} }',
      `function f()
  ?(b())
  c()
  d()
  exhaustive branch
    m[a()] = ?()
    ok = ?()
  or`,
    ],
    [
      'func f() { l: for a() { switch b { case 1: break l; case 2: continue l }; select { case <-c: continue; default: break } } }',
      `function f()
  loop  of 
    a()
    branch
      break far
    or
      continue far
    exhaustive branch
      continue
    or`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('what is worked out beside a value', () => {
  it.each([
    [
      'func f() { for m[a()], n[b()] = range c() { d() }; for range e() { } }',
      `function f()
  loop  item of c()
    m[a()] = ?()
    n[b()] =  item
    d()
  loop  of e()`,
    ],
    [
      'func f() { for a(); b(); c() { continue } }',
      `function f()
  a()
  loop  of 
    b()
    continue
    c()`,
    ],
    [
      'func f() { c, m[d()] = <-e(); m[g()], n = n, m[g()] }',
      `function f()
  m[d()]
  c = ?(e())
  m[g()] = n
  n = ?(m[g()])`,
    ],
    [
      'func f() { x := make([]T, a()); y := make(chan int, b()); z := new([c()]int) }',
      `function f()
  a()
  x = []
  b()
  y = ?()
  c()
  z = ?()`,
    ],
    [
      'var x, y = [a()]int{b(): c()}, map[T]U{d(): e()}',
      `a()
b()
x = [c()]
y = {d(): e()}`,
    ],
    [
      'func f(a [b()]int) { var c [d()]int; g(func(e [h()]int) {}); type T [i()]int }',
      `b()
function f(a: [b()]int)
  d()
  c: [d()]int = ?()
  h()
  g(lambda (e: [h()]int) {  })
  i()
  class T`,
    ],
    [
      `func get[T any](p string, n int) {}
func f() { get[T]("/x", 1); fs[i]("/y", 2); g[string]("/z", 3); h[int, T]("/q", 4); x = h[T, U] }`,
      `function get(p: string, n: int)
function f()
  get("/x", "1")
  fs[i]("/y", "2")
  g("/z", "3")
  h("/q", "4")
  x = h`,
    ],
    [
      'func (s *S) f() { s.get[T]("/x"); (*S).g(s, "/y") }',
      `class S
  method f()
    self.get("/x")
    S.g(self, "/y")`,
    ],
    [
      'func f() { defer func() { a() }(); go func(p string) { b(p) }("/x"); defer panic(c()) }',
      `function f()
  lambda () { a() }()
  lambda (p: string) { b(p) }("/x")
  panic(c())`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('broken source', () => {
  it.each([
    [
      `func f() { a( ; b() }
var c = d()`,
      `function f()
  b()
c = d()`,
    ],
    [
      `func f() { ( a()
b.c("/x") }`,
      `function f()
  a()
  b.c("/x")`,
    ],
    [
      `func f() { a()
<<<<<<< HEAD
b()
=======
c()
>>>>>>> theirs
d() }`,
      `function f()
  a()
  b()
  c()
  d()`,
    ],
    [
      `type T struct { a int
 ) b [c()]int }
func (t T) m() { d(t.a) }`,
      `c()
class T
  field a: int
  field b: [c()]int
  method constructor(a: int, b: [c()]int)
    self.a = a
    self.b = b
  method m()
    d(self.a)`,
    ],
    [
      'func f() {\nty}T interface { m(a [b()]int) [c()]int }\n}',
      `function f()
?(b(), c())`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});
