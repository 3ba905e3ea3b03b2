// What each language tests in ways of its own -> the conditions of the arms; and which conditions exclude each other.
import { expect, it } from 'vitest';
import type { Condition } from '../../src/scan/ir.js';
import { contradict } from '../../src/scan/symbols/contradict.js';
import { conditionsIn } from './conditions-in.js';

const php = (body: string) => `<?php ${body}`;
const go = (body: string) => `package a\nfunc f() {\n${body}\n}`;
const java = (body: string) => `class A { void f() { ${body} } }`;
const ruby = (body: string) => `def f(a, b, k)\n${body}\nnil\nend`;

const ROWS: readonly (readonly [file: string, source: string, ...conditions: string[]])[] = [
  // what a test reads, and what it may be wrapped in
  ['a.js', 'if (this.a["b"]) f();', 'self.a.b / else !self.a.b'],
  ['a.js', 'if (a["x.y"]) f();', 'a."x.y" / else !a."x.y"'],
  ['a.js', 'if (!!((a))) f();', 'a / else !a'],
  ['a.ts', 'if (a!.b === 1) f();', 'a.b == 1 / else a.b != 1'],
  ['a.js', 'if (a === b.C) f();', 'a === b.C / else !a === b.C'],
  ['a.py', 'if self.a: f()', 'self.a / else !self.a'],
  ['a.php', php('if ($this->a) f();'), 'self.a / else !self.a'],
  ['a.php', php('if (A::B == $a): f(); else: g(); endif;'), 'A.B == a / !A.B == a'],
  ['a.rb', 'class A\ndef f\nx if @a\nnil\nend\nend', 'self.@a / else !self.@a'],
  ['a.sh', 'f() {\nif [ "$1" = x ]; then a; fi\n}', '1 == x / else 1 != x'],
  // whether something is there
  ['a.js', 'if (a == null) f(); else g();', 'a == null / !a == null'],
  ['a.js', 'if (a !== undefined) f();', '!a === undefined / else a === undefined'],
  ['a.py', 'if a is not None: f()', '!a == None / else a == None'],
  ['a.go', go('if a != nil {\nf()\n}'), '!a == nil / else a == nil'],
  ['A.java', java('if (a.isEmpty()) g();'), 'isEmpty(a) / else !isEmpty(a)'],
  ['a.kt', 'fun f() { if (!a.isEmpty()) g() }', '!isEmpty(a) / else isEmpty(a)'],
  ['A.cs', java('if (!string.IsNullOrEmpty(a)) g();'), '!IsNullOrEmpty(a) / else IsNullOrEmpty(a)'],
  ['A.cs', java('if (a is null) g();'), 'a == null / else !a == null'],
  ['a.php', php('if (empty($a["b"])) f();'), 'empty(a.b) / else !empty(a.b)'],
  ['a.rb', ruby('f(1) unless a.nil?'), '!nil?(a) / else nil?(a)'],
  ['a.sh', '[ -z "$a" ] && exit 1', '!a / else a'],
  ['a.sh', 'if [ "$a" ]; then f; fi', 'a / else !a'],
  ['a.ps1', 'if ($null -ne $a) { f }', '!a == null / else a == null'],
  [
    'a.ps1',
    'if ([string]::IsNullOrEmpty($a.b)) { f }',
    'IsNullOrEmpty(a.b) / else !IsNullOrEmpty(a.b)',
  ],
  ['a.ps1', "if ($a -eq 'X' -and !$b) { f }", 'a == x & !b / else -'],
  ['a.ps1', "if ($a -like 'x*') { f }", '- / else -'],
  ['a.ps1', "if ($a.StartsWith('/x')) { f }", 'a begins "/x" / else !a begins "/x"'],
  // what may be equal in several forms is a test by itself
  [
    'a.js',
    'if (a === true) f(); else if (a === 1.0) g();',
    'a === true / a === 1.0 & !a === true / else !a === true & !a === 1.0',
  ],
  // statements that are expressions
  ['a.rb', ruby('return 1 if a'), 'a / else !a'],
  ['a.rb', ruby('a and b = 1'), 'a / else !a'],
  ['a.rb', ruby('x = if a then "1" else "2" end'), 'a / !a'],
  ['a.rb', ruby('x = case k when :a, "b" then "1" else "2" end'), 'k == a|b / k != a|b'],
  [
    'a.js',
    'a ? (x = 1) : (x = 2); b || (x = 3); a && b && (x = 4)',
    'a / !a',
    '!b / else b',
    'a & b / else -',
  ],
  ['a.js', 'x = a ? 1 : b ? 2 : 3', 'a / b & !a / !a & !b'],
  ['a.php', php('$a && $x = 1; $b or $x = 2;'), 'a / else !a', '!b / else b'],
  ['a.sh', '[ "$a" = 1 ] && x=1 || x=2', 'a == 1 / else a != 1', 'a != 1 / else a == 1'],
  ['a.sh', '[ "$a" = 1 ] && f || g', 'a == 1 / else a != 1', '- / else a == 1'],
  ['a.sh', '[ "$a" = 1 ] && [ -n "$b" ] && f', 'a == 1 & b / else -'],
  ['a.py', 'assert k == "a"', 'k != a / else k == a'],
  // switches of each kind
  [
    'a.js',
    'switch (k) { case "a": case "b": f(); break; default: g(); }',
    'k == a / k == b / k != a|b',
  ],
  ['a.js', 'switch (k) { default: g(); break; case "a": f(); }', 'k != a / k == a'],
  ['a.js', 'switch (true) { case k === "a": f(); break; case b: g(); }', 'k == a / b / else -'],
  [
    'a.py',
    'match k:\n  case "a" | "b": f()\n  case "c" if x: g()\n  case _: h()',
    'k == a|b / k == c / k != a|b',
  ],
  [
    'a.go',
    go('switch {\ncase k == "a":\nf()\ncase b:\ng()\ndefault:\nh()\n}'),
    'k == a / b & k != a / k != a & !b',
  ],
  ['a.go', go('switch k {\ncase "a", "b":\nf()\n}'), 'k == a|b / else k != a|b'],
  [
    'A.java',
    java('x = switch (k) { case A, B -> 1; case C -> 2; default -> 3; };'),
    '- / k == C & !k == A & !k == B / !k == A & !k == B & !k == C',
  ],
  [
    'A.java',
    java('switch (k) { case "a": case "b": g(); break; }'),
    'k == a / k == b / else k != a|b',
  ],
  [
    'A.cs',
    java('switch (k) { case "a": case "b": g(); break; default: h(); break; }'),
    'k == a|b / k != a|b',
  ],
  [
    'A.cs',
    java('x = k switch { "a" or "b" => 1, "c" => 2, _ => 3 };'),
    'k == a|b / k == c / k != a|b|c',
  ],
  ['a.php', php('$x = match ($k) { "a", "b" => 1, default => 2 };'), 'k == a|b / k != a|b'],
  ['a.sh', 'case $k in a|b) f;; c*) g;; *) h;; esac', 'k == a|b / k != a|b / k != a|b'],
  // of these nothing is known
  ['a.js', 'if (a && b) f();', '- / else -'],
  ['a.js', 'if (a() === "x") f();', '- / else -'],
  [
    'a.js',
    'if (a[i]) f(); if (a.length) f(); if (typeof a === "x") f(); if (a = b) f();',
    '- / else -',
    '- / else -',
    '- / else -',
    '- / else -',
  ],
  [
    'a.js',
    'if ((a && b) === "x") f(); if (await a) f(); if (a === -1) f();',
    '- / else -',
    '- / else -',
    '- / else -',
  ],
  // what is tested may be another value behind the test
  ['a.js', 'if (a) f(); else if ((a = b)) g();', '- / else -', '- / - / else -'],
  ['a.rb', ruby('a && (a = b) && k = 1'), '- / else -', '- / else -'],
  ['a.sh', '[ "$a" = 1 ] && a=2 || b=3', 'a == 1 / else a != 1', '- / else -'],
  ['a.sh', 'if [ "$a" ]; then f; elif a=$(g); then h; fi', '- / else -', '- / - / else -'],
  ['a.rb', 'f(1) if a', '- / else -'],
  ['a.rb', ruby('f(1) if $1'), '- / else -'],
  ['a.rb', ruby('case k\nin x if a then f(1)\nend'), '-'],
  ['a.py', 'match k:\n  case x if a: f()\n  case -1: g()', '- / - / else -'],
  [
    'a.sh',
    '[ $? -eq 0 ] && f; [[ $a == x* ]] && f; [ "$a$b" = x ] && f; f && g',
    '- / else -',
    '- / else -',
    '- / else -',
    '- / else -',
  ],
];

it.each(ROWS)('%s: %s', async (file, source, ...conditions) => {
  expect(await conditionsIn(file, source)).toEqual(conditions);
});

/** `a==x|y`, `a!=x` */
function conditionOf(text: string): Condition {
  const [, test = '', sign, is = ''] = /^(\w+)([=!])=(.*)$/.exec(text) ?? [];
  return { test, is: is.split('|'), negated: sign === '!', reads: [test] };
}

it.each([
  ['a==x', 'a==y', true],
  ['a==x', 'a==x', false],
  ['a==x', 'a==x|y', false],
  ['a==x|y', 'a==z', true],
  ['a==x', 'a!=x', true],
  ['a==x', 'a!=y', false],
  ['a==x|y', 'a!=x', false],
  ['a==x|y', 'a!=x|y|z', true],
  ['a!=x', 'a!=y', false],
  ['a==x', 'b==y', false],
  ['a==x', 'b!=x', false],
])('%s and %s', (one, other, expected) => {
  const [a, b] = [conditionOf(one), conditionOf(other)];
  expect([contradict(a, b), contradict(b, a)]).toEqual([expected, expected]);
});
