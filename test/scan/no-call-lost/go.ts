// Every place of Go where an expression may stand -> sources that call `probe1`, `probe2`, ... there; the IR must have each of them.
import { COMMON_FORMS, type Forms } from './forms.js';

const body = (statements: string): string => `package p\nfunc f() {\n${statements}\n}`;
const file = (declarations: string): string => `package p\n${declarations}`;
const value = (expression: string): string => body(`x = ${expression}`);

const expressions: readonly (readonly [what: string, expression: string])[] = [
  ['arguments', 'probe1(probe2(), probe3(probe4())...)'],
  ['a chain', 'probe1().a.probe2(probe3()).b[probe4()].probe5()'],
  ['an index', 'probe1()[probe2()][probe3()]'],
  ['a slice', 'probe1()[probe2():probe3()] + a[:probe4():probe5()]'],
  ['a type assertion', 'probe1().(T).x.(map[[probe2()]int]string)'],
  ['conversions', '[]byte(probe1()) + string(probe2()) + (*T)(probe3()) + [probe5()]int(probe4())'],
  ['conversions to unnamed types', 'interface{}(probe1()) + struct{ a int }(probe2())'],
  ['conversions to functions and channels', '(func(int))(probe1()) + (<-chan int)(probe2())'],
  ['an operator', '-probe1() + ^probe2() - *probe3() + &probe4() + !probe5()'],
  ['binary operators', 'probe1() + probe2() - probe3() * 4 << probe4() &^ probe5() == probe6()'],
  ['what may not run', 'probe1() && (probe2() || probe3() && probe4()) || probe5()'],
  ['a received value', '<-probe1(<-probe2())'],
  ['brackets', '(((probe1())))'],
  ['a struct', 'T{probe1(), U{a: probe2()}, &probe3}.a(probe3())'],
  ['a struct with keys', '&p.T{A: probe1(), B: &U{C: probe2()}, D: []V{{E: probe3()}}}'],
  ['a generic struct', 'T[[probe1()]int]{A: probe2()}'],
  ['a struct without a name', 'struct{ a [probe1()]int }{a: probe2()}'],
  ['a map', 'map[string]T{probe1(): {A: probe2()}, "k": {probe3()}}'],
  ['a map in a map', 'map[T]map[string][]U{{probe1()}: {probe2(): {{A: probe3()}, probe4()}}}'],
  ['a named map', 'http.Header{probe1(): {probe2()}, A: probe3()}'],
  ['a list', '[]T{probe1(), {A: probe2()}, 4: probe3(), probe4(): probe5()}'],
  ['an array', '[probe1()]int{probe2(), probe3(): {probe4()}}'],
  ['an array without a length', '[...]T{probe1(), probe2(): probe3()}'],
  ['a list of pointers', '[]*T{{probe1()}, {A: probe2()}}'],
  ['a list of lists', '[][probe1()]T{{probe2()}, {{A: probe3()}}}'],
  ['a function', 'func(a [probe1()]int) [probe2()]int { return probe3() }'],
  ['a function called at once', 'func(a int) int { return probe1() }(probe2())'],
  ['a function that gives one', 'func() func() { return func() { probe1() } }()()'],
  ['generic calls', 'a[T](probe1()) + b[T, U](probe2()) + c[T](probe3(), probe4())'],
  ['a generic call with lengths', 'a[[probe1()]int](probe2()) + b[[probe3()]int](4, probe4())'],
  ['a generic function', 'a[T, [probe1()]int]'],
  ['a generic method', 's.a[T](probe1()) + s.b[T](probe2(), probe3()) + s.c[i](probe4()...)'],
  ['method expressions', 'T.probe1(probe2()) + (*T).probe3(probe4()) + probe5().m'],
  ['what is made', 'make(chan int, probe1()) + make([]T, probe2(), probe3()) + make(M, probe4())'],
  ['what is made new', 'new([probe1()]int) + *new(T).probe2()'],
  ['what is appended', 'append([]T{probe1()}, probe2(), append(a, probe3()...)...)'],
  ['other functions of the language', 'len(probe1()) + cap(probe2()) + min(probe3(), probe4())'],
];

const statements: readonly (readonly [what: string, statements: string])[] = [
  ['assignments', 'a := probe1(); a = probe2(); a += probe3(); a -= probe4(); a <<= probe5()'],
  ['several values', 'a, b := probe1(), probe2(); a, b = b + probe3(), a + probe4(); _ = probe5()'],
  [
    'several results',
    'a, b, err := probe1(); _, ok := probe2(); a, ok = <-probe3(); _, _ = probe4()',
  ],
  ['targets', 'm[probe1()] = 1; probe2().a = 2; *probe3() += 3; m[probe4()]++; probe5().b--'],
  ['targets of results', 'm[probe1()], n[probe2()] = probe3(); o[probe4()], q[probe5()] = <-ch'],
  ['targets that are swapped', 'm[probe1()], n = n, m[probe1()] + probe2()'],
  ['variables', 'var a = probe1(); var b, c = probe2(), probe3(); var d, e = probe4()'],
  [
    'variables in brackets',
    'var ( a, b T = probe1(), probe2(); c [probe3()]int; d = a && probe4() )',
  ],
  ['constants', 'const a = len(probe1()); const ( b, c = iota, probe2(); d )'],
  ['types', 'type T [probe1()]int; type ( U = [probe2()]int; V struct { a [probe3()]int } )'],
  ['a type of methods', 'type T interface { m(a [probe1()]int) [probe2()]int }'],
  ['if', 'if a := probe1(); probe2() { probe3() }'],
  [
    'if and else',
    'if probe1() { probe2() } else if probe3() && probe4() { probe5() } else { probe6() }',
  ],
  [
    'else if with a variable',
    'if a { } else if b := probe1(); probe2(b) { } else if probe3() { } else { probe4() }',
  ],
  ['if with a closure', 'if func() bool { return probe1() }() { probe2() }'],
  ['for', 'for i := probe1(); i < probe2(); i += probe3() { probe4() }'],
  ['for with calls alone', 'for probe1(); probe2(); probe3() { continue }'],
  ['while', 'for probe1() && probe2() { probe3(); break }'],
  ['for ever', 'for { probe1() }; for ;; { probe2() }'],
  [
    'ranges',
    'for range probe1() { }; for k := range probe2() { }; for k, v := range probe3() { probe4() }',
  ],
  [
    'ranges into targets',
    'for m[probe1()], n[probe2()] = range probe3() { }; for probe4().a = range 10 { }',
  ],
  [
    'a range over a function',
    'for v := range func(yield func(int) bool) { yield(probe1()) } { probe2(v) }',
  ],
  [
    'switch',
    'switch a := probe1(); probe2(a) { case probe3(), probe4(): probe5(); default: probe6() }',
  ],
  ['switch without a value', 'switch { case probe1() > 0, a && probe2(): probe3() }'],
  [
    'switch that runs on',
    'switch probe1() { case 1: probe2(); fallthrough; case probe3(): probe4(); break }',
  ],
  [
    'a switch that is left',
    'l: switch probe1() { case 1: if probe2() { break }; probe3(); case 2: break l; default: probe4() }',
  ],
  ['switch with a call first', 'switch probe1(); a { case 1: }; switch probe2(); { }'],
  [
    'a type switch',
    'switch a := probe1(); b := probe2(a).(type) { case T, [probe3()]int: probe4(); default: probe5() }',
  ],
  ['a type switch without a name', 'switch probe1().(type) { case nil: { probe2() } }'],
  [
    'select',
    'select { case v := <-probe1(): probe2(v); case probe3() <- probe4(): probe5(); default: probe6() }',
  ],
  [
    'select into targets',
    'select { case m[probe1()], ok = <-probe2(): case <-probe3(): case a, n[probe4()] = (<-probe5()): }',
  ],
  ['defer and go', 'defer probe1(probe2()); go probe3(probe4()); defer a.b(probe5()).probe6()'],
  [
    'closures of defer and go',
    'defer func() { probe1() }(); go func(a int) { probe2() }(probe3())',
  ],
  ['defer in closures', 'defer func() { if r := recover(); r != nil { probe1(r) } }()'],
  ['sent values', 'ch <- probe1(); probe2() <- <-probe3()'],
  ['labels', 'a: probe1(); b: for { probe2(); continue b }; c: { probe3() }; goto a'],
  ['what stands behind', 'return probe1(), probe2(); probe3()'],
  ['panic', 'panic(probe1(probe2())); probe3()'],
  ['panics that are not statements', 'defer panic(probe1()); go panic(probe2())'],
  ['blocks', '{ probe1(); { probe2() } }'],
  [
    'functions in functions',
    'a := func() { probe1(func() { probe2() }) }; a(func(b T) { probe3() })',
  ],
  ['an expression alone', '<-probe1(); (probe2()); probe3()[0]'],
];

const files: readonly (readonly [what: string, declarations: string])[] = [
  [
    'variables of the package',
    'var a = probe1()\nvar ( b, c = probe2(), probe3(); d, e = probe4() )\nvar _ = probe5()\nvar _ I = (*T)(probe6())',
  ],
  [
    'constants of the package',
    'const a = probe1()\nconst ( b = probe2(); c, d = probe3(), probe4() )',
  ],
  [
    'functions of the package',
    'func f(a [probe1()]int, b ...[probe2()]int) (c [probe3()]int) { probe4(); return }',
  ],
  [
    'a generic function',
    'func f[T interface{ [probe1()]int }](a T) { probe2() }\nfunc (t *T[U]) m() [probe3()]U { probe4() }',
  ],
  [
    'methods',
    'func (t T) m() { probe1() }\nfunc (T) n(a [probe2()]int) { probe3() }\nfunc (*other.T) o() { probe4() }',
  ],
  [
    'types of the package',
    'type T struct { a [probe1()]int; b func([probe2()]int); *U }\ntype U [probe3()][probe4()]int',
  ],
  [
    'errors',
    'func f() (string, error) { return "", probe1() }\nfunc g() (string, error) { return probe2(), probe3() }\nfunc h() (string, bool) { return "", probe4() == nil }',
  ],
  [
    'named results',
    'func f() (a string, err error) { a, err = probe1(); if err != nil { return }; return probe2() }',
  ],
  [
    'results by name',
    'func f() (string, string) { return probe1(), probe2() }\nfunc g() { a, m[probe3()] := f() }',
  ],
  [
    'closures of the package',
    'var f = func() { probe1() }\nvar g = func() int { return probe2() }()\nvar h = map[string]func(){"a": func() { probe3() }}',
  ],
];

const broken: readonly (readonly [what: string, source: string])[] = [
  ['a bracket without its end', body('probe1()\na(b, [\nprobe2()\n}\nfunc g() { probe3()')],
  ['a bracket in front', body('( probe1()\nprobe2()')],
  [
    'a brace without its end',
    body('probe1()\nif probe2() {\nprobe3()\n}\nfunc g() { probe4() }\nvar a = probe5()').slice(
      0,
      -2,
    ),
  ],
  ['a brace too many', file('func f() { probe1() } }\nfunc g() { probe2() }')],
  ['arguments without their end', body('probe1(probe2(), \nprobe3()\nprobe4()')],
  ['a stray token in arguments', body('probe1(probe2() probe3(), ; probe4())')],
  [
    'a stray token in a struct',
    file('type T struct { a int\n ) b [probe1()]int }\nfunc (t T) m() { probe2() }'),
  ],
  ['a stray token in an interface', file('type T interface { m() ] n() }\nfunc f() { probe1() }')],
  ['a stray token in a list', body('x := []T{probe1(), ) {A: probe2()}, probe3()}\nprobe4()')],
  [
    'a stray token in a switch',
    body('switch probe1() { ) case 1: probe2(); ] default: probe3() }'),
  ],
  ['a half assignment', body('probe1()\nx :=\nprobe2()\ny = \n}\nfunc g() { probe3()')],
  ['a half if', body('probe1()\nif probe2() \nprobe3()\nif {\nprobe4()\n}')],
  ['a half for', body('for i := probe1(); i < { probe2() }\nfor range { probe3() }\nprobe4()')],
  ['half a function', file('func f( { probe1() }\nfunc () { probe2() }\nfunc g() { probe3() }')],
  ['half a method', file('func (t T { probe1() }\nfunc (t T) m() { probe2() }')],
  ['half a declaration', file('var a, b, = probe1()\nconst c\nvar d = probe2()')],
  ['statements of no function', file('probe1()\nx := probe2()\nif probe3() { probe4() }')],
  ['a member without a name', body('a.\nprobe1()\nb..probe2()\nprobe3()')],
  ['an operator without a side', body('a = probe1() + \nb = && probe2()\nprobe3()')],
  ['a text without its end', body('probe1()\na := "b\nprobe2()')],
  [
    'a conflict in a function',
    body('probe1()\n<<<<<<< HEAD\nprobe2()\n=======\nprobe3()\n>>>>>>> theirs\nprobe4()'),
  ],
  [
    'a conflict between functions',
    file(
      'func a() { probe1() }\n<<<<<<< HEAD\nfunc b() { probe2() }\n=======\nfunc b() { probe3() }\n>>>>>>> theirs\nfunc c() { probe4() }',
    ),
  ],
  [
    'a conflict over the head of a function',
    file(
      '<<<<<<< HEAD\nfunc a(x int) {\n\tprobe1()\n=======\nfunc a(x string) {\n\tprobe2()\n>>>>>>> theirs\n\tprobe3()\n}\nvar b = probe4()',
    ),
  ],
  [
    'a conflict in a literal',
    body(
      'x := T{\nA: probe1(),\n<<<<<<< HEAD\nB: probe2(),\n=======\nB: probe3(),\n>>>>>>> theirs\nC: probe4(),\n}\nprobe5()',
    ),
  ],
  [
    'a conflict in arguments',
    body(
      'a(\nprobe1(),\n<<<<<<< HEAD\nprobe2(),\n=======\nprobe3(),\n>>>>>>> theirs\nprobe4())\nprobe5()',
    ),
  ],
  [
    'a conflict in a switch',
    body(
      'switch a {\ncase 1: probe1()\n<<<<<<< HEAD\ncase 2: probe2()\n=======\ncase 3: probe3()\n>>>>>>> theirs\ndefault: probe4()\n}\nprobe5()',
    ),
  ],
];

export const cases: readonly (readonly [what: string, source: string])[] = [
  ...expressions.map(([what, source]) => [what, value(source)] as const),
  ...statements.map(([what, source]) => [what, body(source)] as const),
  ...files.map(([what, source]) => [what, file(source)] as const),
  ...broken,
];

/** How this language writes what the test makes itself. */
export const forms: Forms = {
  ...COMMON_FORMS,
  head: 'package a',
  statement: (call) => `func m() { ${call} }`,
};
