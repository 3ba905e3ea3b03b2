// Python sources -> a call `probeN` in each position where an expression may stand.
export const cases: readonly (readonly [what: string, source: string])[] = [
  [
    'parameters of a function',
    `def f(a=probe1(), b: probe2() = probe3(), *c: probe4(), d=probe5(), **e: probe6()) -> probe7():
  return a`,
  ],
  [
    'parameters of a method',
    `class A:
  def f(self, a=probe1(), b: probe2() = probe3(), *c: probe4(), **d: probe5()) -> probe6(): pass
  async def g(self=probe7(), /, *, a=[probe8()]): pass
  @staticmethod
  def h(a=probe9()): pass`,
  ],
  [
    'parameters of a property and its setter',
    `class A:
  @probe1()
  @property
  def a(self, b=probe2()) -> probe3():
    """What it is."""
    return probe4()
  @a.setter
  def a(self, b=probe5()): probe6()`,
  ],
  [
    'parameters of a lambda',
    'a = lambda b=probe1(), *c, d=probe2(): probe3()\nlambda (a, b)=probe4(): probe5()',
  ],
  ['parameters that are patterns', 'def f(a, (b, c)=probe1()): probe2()'],
  ['type parameters', 'def f[T: probe1()](a): pass\nclass A[T: probe2()]: pass'],
  ['aliases of types', 'type A = probe1()\ntype B[T: probe2()] = List[probe3()]'],
  [
    'decorators',
    `@probe1(probe2(), a=probe3())
@a.b(lambda: probe4())
def f(): pass
@probe5(x=[probe6()])
class A:
  @probe7(*probe8())
  def f(self): pass
  @a[probe9()].b
  class B: pass`,
  ],
  [
    'bases and keyword arguments of a class',
    `class A(probe1(B), a.b(probe2()), Generic[probe3()], metaclass=probe4(), *probe5(), **probe6()): pass
class B(probe7() if probe8() else probe9()): pass`,
  ],
  [
    'bases of a class in a class and in a function',
    `class A:
  class B(probe1()): pass
  def f(self):
    class C(probe2()): x = probe3()`,
  ],
  [
    'class bodies',
    `class A:
  probe1()
  a = probe2()
  b: probe3()
  c: probe4() = probe5()
  d[probe6()] = probe7()
  e[probe8()]: int
  if probe9(): f = probe10()
  elif probe11(): f = probe12()
  for g in probe13(): probe14()
  with probe15(): probe16()
  try: probe17()
  except probe18(): probe19()
  h = i = probe20()
  j += probe21()
  del a[probe22()]
  assert probe23(), probe24()
  raise probe25()`,
  ],
  [
    'fields of a dataclass',
    '@dataclass\nclass A:\n  a: int = field(default_factory=lambda: probe1())\n  b: str = probe2()',
  ],
  [
    'if, elif and else',
    `if probe1() and probe2(): probe3()
elif probe4() or probe5(): probe6()
elif (a := probe7()): probe8()
else: probe9()`,
  ],
  [
    'while',
    `while probe1() or probe2():
  probe3()
  if probe4(): break
  continue
else: probe5()`,
  ],
  [
    'for',
    `for a in probe1(), probe2(): probe3()
else: probe4()
for b[probe5()], c.d in probe6():
  break
else: probe7()
for e[probe8()] in probe9(): pass
for probe10().f in g: pass
for h in *probe11(), probe12(): pass`,
  ],
  [
    'async loops and contexts',
    `async def f():
  async for a in probe1(): await probe2()
  async with probe3() as b, probe4(): await probe5()
  return [await probe6(c) async for c in probe7() if await probe8(c)]`,
  ],
  [
    'with',
    `with probe1(), probe2() as a, a.b(probe3()): probe4()
with (probe5(), probe6() as c): probe7()
with (probe8()): pass
with probe9() as d[probe10()], probe11() as (e, f[probe12()]): pass
with probe13() if probe14() else probe15(): raise probe16()
with (probe17() as g, probe18() as h,): pass`,
  ],
  [
    'try',
    `try: probe1()
except probe2() as e: probe3()
except (probe4(), a.b(probe5())): probe6()
except: probe7()
else: probe8()
finally: probe9()
try: probe10()
finally: probe11()
try: probe12()
except* probe13() as e: probe14()
try: probe15()
except probe16(), e: probe17()`,
  ],
  [
    'match',
    `match probe1(), probe2():
  case a if probe3(a) and probe4(): probe5()
  case {'b': f'{probe6()}'}: probe7()
  case [c, *d] | A(e=f) if (g := probe8()): probe9()
  case _: probe10()
match probe11():
  case 1: probe12()`,
  ],
  [
    'what leaves',
    `def f():
  if a: return probe1(), *probe2()
  if b: raise probe3() from probe4()
  if c: raise probe5(), probe6(), probe7()
  assert probe8(), probe9()
  assert (probe10(), probe11())
  yield probe12()
  yield probe13(), probe14()
  yield from probe15()
  d = yield probe16()
  await probe17()
  return await probe18()`,
  ],
  ['del', 'del probe1().a, b[probe2()], (probe3().c, [probe4().d])'],
  [
    'print and exec',
    `print probe1()
print >>probe2(), probe3(), "%s" % probe4()
exec "a" in probe5(), probe6()
print(probe7(), file=probe8())`,
  ],
  [
    'assignments',
    `a = b[probe1()] = probe2().c = probe3()
d: probe4() = probe5()
e, f[probe6()], (g, *h[probe7()]) = probe8()
*i, = probe9(),
*j, k = probe10(), probe11()
() = probe12()
l[probe13()] += probe14()
m -= probe15()
n, o = o, probe16()
p = q = r[0] = probe17()
s: List[probe18()]
t[probe19()]: int`,
  ],
  [
    'arguments',
    'f(probe1(), *probe2(), a=probe3(), **probe4(), b=[probe5()], c=lambda: probe6())(probe7())',
  ],
  [
    'callees with rules of their own',
    `super(probe1(), self).__init__(probe2())
super().f(probe3())
str(probe4())
str(probe5(), probe6())
getattr(probe7(), 'a')(probe8())
getattr(probe9(), probe10(), probe11())
A(probe12())
cls(probe13())
print(str(*probe14()))`,
  ],
  [
    'subscripts and slices',
    'a[probe1()][probe2():probe3():probe4(), probe5()] = probe6()[probe7():][*probe8()]',
  ],
  ['attributes', 'probe1().a.b(probe2()).c[probe3()].d().e = probe4().f'],
  [
    'operators',
    `a = probe1() + probe2() + 'b' + probe3()
a = '%s' % (probe4(), probe5())
a = probe6() / probe7() * -probe8() ** ~probe9()
a = probe10() < probe11() <= probe12() != probe13()
a = probe14() in probe15() is not probe16()
a = not probe17()
a = 1 + probe18()
a = probe19() @ probe20() // probe21() | probe22()`,
  ],
  [
    'conditional expressions',
    `a = probe1() if probe2() else probe3() if probe4() else probe5()
probe6() if (b := probe7()) else (c := probe8())
d = 'x' if probe9() else 'y'`,
  ],
  [
    'and, or',
    `a = probe1() and probe2() and probe3()
a = probe4() or probe5() or probe6()
probe7() and probe8() or probe9()
a = probe10() and 'b'
a = (b := probe11()) and (c := probe12()) or (d := probe13())
if not (probe14() and probe15()): pass`,
  ],
  [
    'comprehensions',
    `a = [probe1(b) for b in probe2() if probe3() if probe4() for c in probe5(b) if probe6()]
a = {probe7(b): probe8(b) for b in probe9() if probe10()}
a = {probe11() for b, c[probe12()] in probe13()}
f(probe14() for b in probe15() if (c := probe16()))
a = (probe17() for b in [probe18() for c in probe19()])
a = [b for b in probe20() for c in (probe21(b) if probe22() else probe23())]
a = {**probe24() for b in probe25()}`,
  ],
  [
    'literals',
    `a = [probe1(), *probe2()]
a = {probe3(), *probe4()}
a = (probe5(), *probe6())
a = {probe7(): probe8(), **probe9(), 'k': probe10()}
probe11(), probe12()`,
  ],
  [
    'texts',
    `a = f"{probe1()}{probe2()!r:>{probe3()}}{probe4():{probe5():{probe6()}}} {probe7()=}"
a = 'x' f'{probe8()}' rf"""{probe9()}
{[probe10(b) for b in probe11()]} {probe12() if probe13() else probe14()}"""
a = f'{probe15(), probe16()} {(lambda: probe17())()}'`,
  ],
  [
    'walrus',
    `f(a := probe1(), b=(c := probe2()))
[d := probe3(), e]
(f := lambda: (g := probe4()))`,
  ],
  [
    'functions in functions, methods and lambdas',
    `def f():
  def g(a=probe1()):
    class B:
      def h(self): return lambda: [lambda: probe2()]
    return probe3()
  lambda: (yield probe4())
  return lambda: probe5() or probe6()`,
  ],
  [
    'more than the rules take',
    `a = [probe1() ${'for b in c '.repeat(25)} for d in probe2() if probe3()]
a = ${'['.repeat(500)}probe4()${']'.repeat(500)}`,
  ],
  [
    'an unclosed bracket before statements',
    `probe1()
x = [probe2(
probe3()
y = probe4()
def f():
  probe5()`,
  ],
  [
    'an unclosed call before statements',
    `def f():
  probe1()
  probe2(
  a.probe3()
  probe4(1)
def g():
  probe5()`,
  ],
  [
    'an unclosed bracket behind statements',
    `def f():
  probe1()
  if probe2(): probe3()
probe4("/x"
`,
  ],
  ['an unclosed index and dictionary', 'probe1()\na[probe2()\nb = {"k": probe3(), \nprobe4()'],
  [
    'a stray token in a class body',
    `class A:
  a = probe1()
  )
  def f(self): probe2()
  ? !
  @probe3()
  def g(self, b=probe4()): return probe5()
  b = probe6()`,
  ],
  [
    'half statements',
    `probe1()
if probe2(
  probe3()
probe4()
for x in
probe5()`,
  ],
  ['a half value', 'x = probe1() if probe2() else\nprobe3()\nreturn probe4() +\nprobe5()'],
  ['a half definition', 'probe1()\ndef f(a=probe2(),\nprobe3()\nclass A(probe4()\nprobe5()'],
  ['decorators of nothing', 'probe1()\n@probe2()\n@probe3(probe4())\nprobe5()'],
  [
    'an error in a bracket',
    'f(probe1() probe2(), ?, probe3())\n[probe4() = probe5(), probe6()]\nprobe7()',
  ],
  ['a half text', 'probe1()\nx = f"{probe2()} {probe3("\nprobe4()'],
  [
    'a conflict',
    `probe1()
<<<<<<< HEAD
probe2()
=======
probe3()
>>>>>>> other
probe4()`,
  ],
  [
    'a conflict in a function',
    `def f():
  probe1()
<<<<<<< HEAD
  a = probe2()
  if a: probe3()
=======
  b = probe4("/x")
>>>>>>> feature/other-branch
  return probe5()
probe6()`,
  ],
  [
    'a conflict in a class and in arguments',
    `class A:
  def f(self): probe1()
<<<<<<< HEAD
  def g(self): probe2()
=======
  def g(self, a=probe3()): probe4()
>>>>>>> other
  def h(self): probe5()
x(
  probe6(),
<<<<<<< HEAD
  probe7(),
=======
  probe8(),
>>>>>>> other
  probe9(),
)
probe10()`,
  ],
];
