// Sources of PHP with a call in each place where an expression may stand -> cases of the test that no call is lost.
import { COMMON_FORMS, type Forms } from './forms.js';

export const cases: readonly (readonly [what: string, source: string])[] = [
  [
    'defaults of parameters',
    '<?php function f($a = probe1(), ?B $b = probe2(new C(probe3()))) {} $g = function ($a = probe4()) {}; $h = fn($a = probe5()) => $a;',
  ],
  [
    'defaults of methods and of promoted parameters',
    '<?php class A { function __construct(private int $a = probe1(), public readonly B $b = new B(probe2())) {} abstract function f($a = probe3()); }',
  ],
  ['defaults that choose', '<?php function f($a = X ? probe1() : probe2(), $b = X ?? probe3()) {}'],
  [
    'attributes of functions, parameters and closures',
    '<?php #[A(probe1())] function f(#[B(b: probe2())] $a) {} $g = #[C(probe3())] fn(#[D([probe4()])] $x) => 1; $h = #[E(probe5())] function () {}; #[F, G(probe6())] #[H(probe7())] function k() {}',
  ],
  [
    'attributes of classes and their members',
    '<?php #[A(probe1())] class B { #[C(probe2())] const D = 1; #[E(probe3())] public $f; #[G(probe4())] function h(#[I(probe5())] $a) {} function __construct(#[J(probe6())] private $k) {} public $l { #[M(probe7())] get => 1; } }',
  ],
  [
    'attributes of interfaces, traits, enums, their cases, anonymous classes and constants',
    '<?php #[A(probe1())] interface I { #[B(probe2())] function f(); } #[C(probe3())] trait T {} #[D(probe4())] enum E { #[F(probe5())] case G; } $a = new #[H(probe6())] class {}; #[K(probe7())] const L = 1;',
  ],
  [
    'values of constants, properties, static variables and enum cases',
    '<?php const A = probe1(), B = probe2(); class C { const D = probe3(), E = probe4(); public $f = probe5(), $g = [probe6()]; static $h = probe7(); } enum I: string { case J = probe8(); const K = probe9(); } interface L { const M = probe10(); } function n() { static $a = probe11(), $b, $c = probe12(); }',
  ],
  [
    'define',
    "<?php define('A', probe1()); define('B', 1, probe2()); define($c . probe3(), probe4());",
  ],
  [
    'property hooks',
    '<?php class A { public $b { get => probe1(); set => probe2($value); } public $c = 1 { get { return probe3(); } final set(string $v = 1) { $this->c = probe4($v); } } function __construct(private $d = 2 { get => probe5(); set { probe6(); } }) {} }',
  ],
  [
    'match',
    '<?php $a = match (probe1()) { probe2() => probe3(), probe4(), $x = probe5() => $y = probe6(), default => throw new E(probe7()) }; match (true) { probe8() => probe9() }; return match ($a) { 1 => fn() => probe10(), default => match (2) { probe11() => probe12() } };',
  ],
  [
    'switch',
    '<?php switch (probe1()) { case probe2(): probe3(); case 1: case probe4(): probe5(); break; default: probe6(); } switch ($x = probe7()): case probe8(): probe9(); continue; default: probe10(); endswitch; switch (1) { case 1; probe11(); }',
  ],
  [
    'if',
    '<?php if (probe1()) probe2(); elseif (probe3()) probe4(); else if (probe5() && $x = probe6()) probe7(); else probe8(); if (($x = probe9())->a) { probe10(); } elseif ($y = probe11()) { probe12(); }',
  ],
  [
    'alternative syntax',
    '<?php if (probe1()): probe2(); probe3(); elseif (probe4()): probe5(); else: probe6(); probe7(); endif; while (probe8()): probe9(); probe10(); endwhile; for ($i = probe11(); probe12(); probe13()): probe14(); probe15(); probe16(); endfor; foreach (probe17() as $a): probe18(); probe19(); endforeach; declare(ticks=1): probe20(); probe21(); enddeclare; probe22();',
  ],
  [
    'loops',
    '<?php for ($i = probe1(), $j = probe2(), probe3(); probe4(), $k = probe5(), $i < probe6(); $i += probe7(), probe8()) probe9(); for (; probe10();); while ($a = probe11()) { probe12(); } do { probe13(); } while (probe14() && probe15()); do probe16(); while ($b = probe17()); while (probe18());',
  ],
  [
    'foreach',
    '<?php foreach (probe1() as probe2()->k => probe3()->v) probe4(); foreach ($x as $k[probe5()] => &$v[probe6()]) {} foreach ($x as [probe7() => $a, $b[probe8()]]) probe9(); foreach ($x as list(, $c, [$d->{probe10()}])); foreach ([probe11(), ...probe12()] as $e);',
  ],
  [
    'leaving',
    '<?php function f() { try { return probe1(); } catch (E) { throw probe2(); } finally { return probe3() ?: throw new F(probe4()); } } foreach ($x as $y) { if (probe5()) break 2; if (probe6()) continue 1; probe7(); } goto a; probe8(); a: probe9(); exit(probe10()); die(probe11()); exit; probe12(); die; probe13();',
  ],
  [
    'exit and throw inside expressions',
    '<?php probe1() or die(probe2()); probe3() || exit(probe4()); $a = probe5() ?? throw new E(probe6()); $b = probe7() ?: die(probe8() . probe9()); $c = $x ? exit(probe10()) : throw probe11(); f(probe12() and exit); $f = fn() => throw new E(probe13()); $d = match (1) { 1 => (die(probe14())) }; die(...[probe15()]);',
  ],
  [
    'try',
    '<?php try { probe1(); } catch (E | F $e) { probe2(); } catch (\\G) { probe3(); } finally { probe4(); } try { probe5(); } finally { probe6(); } try { try { probe7(); } finally { probe8(); } } catch (H) { probe9(); }',
  ],
  [
    'echo, print, unset, isset, empty, eval, exit, global, declare',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source
    '<?php echo probe1(), probe2(), probe3(); print probe4(); print(probe5()); unset($a[probe6()], probe7()->b, $c->{probe8()}); isset($a[probe9()], $b->{probe10()}); empty(probe11()); eval(probe12()); global $$d, ${probe13()}; declare(ticks=1) { probe14(); } declare(ticks=2) probe15();',
  ],
  [
    'computed members',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source
    '<?php $a->{probe1()}; $a->{probe2()}(probe3()); $a::{probe4()}(probe5()); A::${probe6()}; A::${probe7()} = 1; $$b; ${probe8()} = probe9(); $a::{probe10()}; A::${probe11()}(); $a?->{probe12()}?->{probe13()}(probe14()); $a->{$b = probe15()}; A::$$c[probe16()]; probe17()::B; probe18()::$c; probe19()::class;',
  ],
  [
    'variable functions and first-class callables',
    "<?php $f(probe1()); (probe2())(probe3()); probe4()(probe5()); [probe6(), 'm'](probe7()); 'g'(probe8()); $a[probe9()](probe10()); (fn() => probe11())(); (function () use (&$x) { probe12(); })(probe13()); probe14()->b(...); $o->{probe15()}(...); new (probe16())(probe17()); probe18()::c(...); f(..., x: probe19());",
  ],
  [
    'objects made',
    '<?php new A(probe1()); new $b[probe2()](probe3()); new A::$b[probe4()]; new static(probe5()); new ($x = probe6()); (new A(probe7()))->b(probe8()); new A(probe9())->c(probe10()); clone probe11(); clone(probe12()); clone $a->b(probe13()); probe14() instanceof A; $a instanceof (probe15()); $x instanceof $y[probe16()];',
  ],
  [
    'anonymous classes',
    '<?php $a = new class(probe1(), b: probe2()) extends B implements C { use T; const D = probe3(); public $e = probe4(); function f($g = probe5()) { probe6(); } function __construct(private $h = probe7()) {} }; f(new readonly class { function g() { return new class(probe8()) { public $i = probe9(); }; } });',
  ],
  [
    'arguments and arrays',
    "<?php f(probe1(), a: probe2(), ...probe3()); $a = [probe4(), 'k' => probe5(), probe6() => probe7(), ...probe8(), &$b[probe9()]]; $c = array(probe10(), probe11() => [probe12()]); f(...[probe13()], ...['a' => probe14()]);",
  ],
  [
    'lists',
    "<?php [$a[probe1()], 'k' => $b->{probe2()}, [probe3()->c]] = probe4(); list(probe5() => $d, 'l' => list($e[probe6()])) = $f; [, [, probe7() => $g]] = [probe8()]; [&$h[probe9()], $i] = $j; f([$k] = probe10(), [$l, [$m[probe11()]]] = $n);",
  ],
  [
    'assignments',
    '<?php $a = $b = probe1(); $a[probe2()] = probe3(); $a[] = probe4(); $a[probe5()][] = $b[probe6()] = probe7(); probe8()->c = probe9(); $d .= probe10(); $d ??= probe11(); $d->{probe12()} ??= probe13(); $e = &probe14(); $e += probe15(); $a[probe16()]++; --probe17()->f; f($x[$i] = probe18(), $x[$i] .= probe19(), $x[probe20()] = probe21()); $a = $b ??= probe22();',
  ],
  [
    'operators',
    '<?php $a = probe1() . probe2() . (probe3() + probe4()) * -probe5(); $b = !probe6() && probe7() || probe8() xor probe9(); $c = probe10() ?? probe11() ?? probe12(); $d = probe13() ? probe14() : probe15(); $e = probe16() ?: probe17(); $f = probe18() <=> probe19(); $g = @probe20(); $h = (string) probe21(); $i = ~probe22(); $j = [probe23()] + probe24(); $k = probe25() ** probe26(); $l = probe27() |> probe28(...) |> (fn($x) => probe29($x)); $m = probe30() and $n = probe31() or $o = probe32();',
  ],
  [
    'what may not run',
    '<?php $a && $b = probe1(); $a ?: $b = probe2(); $a ?? ($b = probe3()); $c = $a ? $b = probe4() : $b = probe5(); probe6($x) || ($y = probe7()) || ($z = probe8()); $a?->b($c = probe9(), probe10())?->d[probe11()]?->e(probe12()); f($a and ($b = probe13()) and probe14());',
  ],
  [
    'yield',
    '<?php function f() { yield probe1(); $a = yield probe2() => probe3(); yield from probe4(); $b = (yield)->c(probe5()); f(yield probe6()); return yield $x ?? probe7(); } function g() { yield; probe8(); }',
  ],
  [
    'texts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source
    '<?php $a = "x {$b->probe1()} {$c[probe2()]} ${probe3()} $d[k]"; $e = `ls {$f->probe4()} ${probe5()}`; echo "{$g->h(probe6())->i}" . "{$j::probe7()}";',
  ],
  [
    'heredocs',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source
    '<?php f(<<<A\n  a {$b->probe1()}\n  ${probe2()} {$c[probe3()]}\n  A, <<<"B"\n{$d(probe4())} $e->f\nB);\necho <<<\'C\'\n {$x->no()}\nC . probe5();',
  ],
  [
    'closures',
    '<?php $a = function () use ($b) { probe1(); return probe2(); }; $c = static fn() => probe3(fn() => probe4()); f(function () { return function () { probe5(); }; }, fn($x) => [$x => probe6()], fn() => $y = probe7());',
  ],
  [
    'includes',
    "<?php require probe1(); $a = include __DIR__ . probe2(); (require_once 'a.php')->b(probe3()); return include_once(probe4());",
  ],
  [
    'HTML and tags',
    '<p><?php probe1() ?><b><?= probe2() ?></b><?php if (probe3()): ?> <i><?= probe4(), probe5() ?></i> <?php elseif (probe6()): ?> <?= probe7() ?> <?php else: ?> x <?php probe8(); endif ?> <?php foreach (probe9() as $x): ?> <?= $x->y(probe10()) ?> <?php endforeach; ?> <?php function f() { ?> <b><?= probe11() ?></b> <?php probe12(); } probe13() ?>',
  ],
  ['short tags', '<? probe1(); ?> x <? probe2() ?> y <?= probe3() ?>'],
  [
    'namespaces',
    '<?php namespace A { probe1(); function f() { probe2(); } } namespace { probe3(); use B\\C; probe4(C::d(probe5()), \\E\\f(probe6()), namespace\\g(probe7())); }',
  ],
  [
    'methods',
    '<?php abstract class A { static function f() { self::g(probe1()); static::h(probe2()); parent::i(probe3()); } function __construct() { parent::__construct(probe4()); } final protected function &j(): ?B { return probe5(); } } trait T { use U { a as b; } function k() { probe6(); } } enum E { case F; function l() { return probe7(); } }',
  ],
  [
    'an unclosed bracket of a call',
    '<?php probe1(); f(probe2( ; probe3(); function g() { probe4(); } probe5();',
  ],
  [
    'an unclosed bracket of an array',
    '<?php probe1(); $a = [probe2(), probe3(; probe4(); class A { function f() { probe5(); } } probe6();',
  ],
  [
    'an unclosed condition',
    '<?php probe1(); if (probe2() { probe3(); } else { probe4(); } probe5();',
  ],
  [
    'an unclosed block',
    '<?php probe1(); function f() { if (probe2()) { probe3(); function g() { probe4(); } probe5();',
  ],
  [
    'an unclosed class',
    '<?php probe1(); class A { public $b = probe2(); function c() { probe3(); probe4();',
  ],
  [
    'a bracket too many',
    '<?php probe1(); function f() { probe2(); } } probe3(); class A { function g() { probe4(); } } ) probe5();',
  ],
  [
    'a stray token in a class body',
    '<?php class A { function a() { probe1(); } stray; function b() { probe2(); } + = const C = probe3(); public $d = probe4(); ) function e($f = probe5()) { probe6(); } if (probe7()) { probe8(); } } probe9();',
  ],
  [
    'a half statement',
    '<?php probe1(); $a = ; probe2(); $b->; probe3(); return probe4() . ; probe5(); foreach (probe6() as ) { probe7(); } probe8();',
  ],
  [
    'a half declaration',
    '<?php probe1(); class { function a() { probe2(); } } function ($x { probe3(); } probe4(); const = probe5(); probe6();',
  ],
  [
    'a half match and switch',
    '<?php probe1(); $a = match (probe2()) { probe3() => , default => probe4() }; switch (probe5()) { case : probe6(); probe7() } probe8();',
  ],
  [
    'a half member',
    '<?php $a->b(probe1())->; $c = A::; probe2(); $d-> { probe3() }; new; probe4();',
  ],
  ['a half text', '<?php probe1(); $a = "x {$b->probe2(} y"; probe3();'],
  [
    'unclosed calls of members',
    "<?php $a->probe1('/x', ['b' => probe2()); probe3(); A::probe4($c, [ ; $d->e()?->probe5('/y' ; probe6(); $f = new G(probe7( ; probe8();",
  ],
  [
    'calls in a class body',
    '<?php class A { probe1(); $this->probe2(probe3()); function b() { probe4(); } new C(probe5()); } probe6();',
  ],
  [
    'a conflict of statements',
    '<?php\nprobe1();\n<<<<<<< HEAD\nprobe2();\n$a = probe3();\n=======\nprobe4();\n$b->c(probe5());\n>>>>>>> main\nprobe6();\n',
  ],
  [
    'a conflict of methods',
    '<?php\nclass A {\n  function a() { probe1(); }\n<<<<<<< HEAD\n  function b() { probe2(); }\n=======\n  function c($d = probe3()) { probe4(); }\n>>>>>>> main\n  function e() { probe5(); }\n}\nprobe6();\n',
  ],
  [
    'a conflict inside a method',
    '<?php\nclass A {\n  function a() {\n    probe1();\n<<<<<<< HEAD\n    return probe2();\n=======\n    return probe3(function () {\n      probe4();\n    });\n>>>>>>> main\n  }\n  function b() { probe5(); }\n}\nprobe6();\n',
  ],
  [
    'a conflict inside an array',
    '<?php\n$a = f(probe1(), [\n  1 => probe2(),\n<<<<<<< HEAD\n  2 => probe3(),\n=======\n  2 => probe4(),\n>>>>>>> main\n  3 => probe5(),\n]);\nprobe6();\n',
  ],
  [
    'a conflict of the heads of blocks',
    '<?php\nprobe1();\n<<<<<<< HEAD\nif (probe2()) {\n=======\nif (probe3()) {\n>>>>>>> main\n  probe4();\n}\nprobe5();\n',
  ],
];

/** How this language writes what the test makes itself. */
export const forms: Forms = {
  ...COMMON_FORMS,
  head: '<?php',
};
