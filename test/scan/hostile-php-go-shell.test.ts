// PHP, Go and shell scripts that nobody would write -> a lowered form all the same, and soon.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScanLanguage } from '../../src/scan/frontend/language.js';
import { go } from '../../src/scan/frontend/languages/go/index.js';
import { php } from '../../src/scan/frontend/languages/php/index.js';
import { shell } from '../../src/scan/frontend/languages/shell/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const PHP = `<?php namespace A\\B; use C\\{D, E as F}; use function G\\h; require __DIR__ . '/a.php';
#[Route("/a")] final class A extends \\B implements C { use T; const P = '/p', Q = self::P . "/{$x['k']}/$y[0]";
  private ?D $d = null; function __construct(private readonly F $f, int|string ...$r) { parent::__construct(...$r); }
  #[Get] static function g(&$a = ['x' => 1, ...B]): ?string { static $n = 1; global $m; yield $k => $v;
    foreach ($l as $k => [$a, 'b' => $b]) { if ($r = f()): g(); elseif ($s): h(); else: i(); endif; }
    return match (true) { 1, 2 => fn($x) => $x . <<<T
      a {$b->c()} $d
      T, default => throw new E('e') } ?? $a?->b[c()]::$d; } }
enum S: string { case A = '/a'; } try { $a ??= new class(1) { }; } catch (E | F) { [$a, , $b] = c(); } finally { d(); }
?> <p><?= $x ?> <?php switch ($a) { case b(): $c .= "/z"; } do { $i++; } while (!f(...)); f("/z");`;
const GO = `package p
import ( f "fmt"; . "net/http" )
const ( A = iota; B = "/b" + C )
type T[K any] struct { *U; v.W; a, b string \`json:"x"\`; c struct { d int } }
type I interface { T; m(a, b int, c ...string) (x string, err error) }
func (t *T[K]) m(s string) (r string, err error) { defer func() { r = recover().(string) }()
  x, ok := map[string][]T{"a": {{a: "/x"}, {"b", 1}}}[k]; if y := g[int](s); !ok { return "", f.Errorf("%s", y) }
  switch z := s.(type) { case string, *T: h(z...); default: goto l }
l: for i, v := range a[1:2] { select { case c <- v: i++; case w, ok := <-d: u(w) }; t.a += "/z" + string(v) }
  var q, e = New(&T{a: s}); a, b = b, a; go q.Do(func(n int) error { return n }); return }
var z = f.Sprintf("/z")`;
const SHELL = `#!/bin/bash
. ./a.sh; A="/a" B='b'
export C=\${A:-/x\${B%/}} D; E=(-X "$C" [k]=v); E+=(d)
function f { local p="$1"; shift; curl "$C$p/\${E[@]}" "$@" <<EOF | jq -r '.a' > "$D"
  {"a": "$1", "b": "$(g "\${x//a/b}")"}
EOF
  case "$p" in a|b*) echo "/z";; *) return 1;; esac; }
if [[ -n $(f "/z") ]] && ! g; then h; elif ((i++)); then :; else j || { k; }; fi
while read -r l; do for x in "\${E[@]}" $'y\\n'; do curl -d "\\"$x\\"" \`u\`; done; done < <(m)
until a; do trap 'b' EXIT; done; for ((i=0;i<3;i++)); do c & done; curl "/z"`;

const cases: readonly (readonly [string, ScanLanguage, string, string])[] = [
  ['php', php, '.php', PHP],
  ['go', go, '.go', GO],
  ['shell', shell, '.sh', SHELL],
];

describe.each(cases)('%s', (_, language, extension, source) => {
  const show = async (text: string) =>
    printStatements((await lowerText(text, language, extension)).body).join('\n');

  it('is lowered cut and mixed up', async () => {
    expect(await show(source)).toContain('"/z"');
    const cut = fc.nat({ max: source.length });
    const marks = ['', '{', '}', '(', ')', '"', "'", '`', '<<<', '<<E', '$', '${', ';', '\\', '\0'];
    await fc.assert(
      fc.asyncProperty(cut, cut, fc.constantFrom(...marks), async (from, to, mark) => {
        await show(source.slice(0, from) + mark + source.slice(to));
      }),
      { numRuns: 200 },
    );
  });

  it('is lowered whatever it is', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const start = extension === '.php' ? '<?php ' : '';
    await fc.assert(
      fc.asyncProperty(text, async (junk) => {
        await show(start + junk);
      }),
      { numRuns: 100 },
    );
  });
});

const N = 5000;
const nested = (open: string, inner: string, close: string) =>
  open.repeat(N) + inner + close.repeat(N);

describe('too deep', () => {
  it.each([
    ['brackets', php, '.php', `<?php $x = ${nested('(', 'a', ')')};`],
    ['arrays', php, '.php', `<?php $x = ${nested('[', 'a', ']')};`],
    ['calls', php, '.php', `<?php ${nested('f(', 'a', ')')};`],
    ['a chain', php, '.php', `<?php $a${'->b()'.repeat(N)};`],
    ['lists', php, '.php', `<?php ${nested('[', '$a', ']')} = f();`],
    ['assignments', php, '.php', `<?php ${'$a = '.repeat(N)}1;`],
    ['blocks', php, '.php', `<?php ${nested('{', 'f();', '}')}`],
    ['ifs', php, '.php', `<?php ${'if (a()) {} else '.repeat(N)} f();`],
    ['closures', php, '.php', `<?php ${nested('function () { return ', 'a', '; };')}`],
    ['brackets', go, '.go', `package p\nvar x = ${nested('(', 'a', ')')}`],
    ['literals', go, '.go', `package p\nvar x = []T${nested('{', 'a', '}')}`],
    ['calls', go, '.go', `package p\nvar x = ${nested('f(', 'a', ')')}`],
    ['a chain', go, '.go', `package p\nvar x = a${'.b()'.repeat(N)}`],
    ['blocks', go, '.go', `package p\nfunc f() ${nested('{', 'g()', '}')}`],
    ['ifs', go, '.go', `package p\nfunc f() { ${'if a() {} else '.repeat(N)} {} }`],
    ['closures', go, '.go', `package p\nvar x = ${nested('func() { ', 'a', ' }')}`],
    ['pointers', go, '.go', `package p\nvar x = ${'*'.repeat(N)}a`],
    ['substitutions', shell, '.sh', nested('$(', 'a', ')')],
    ['expansions', shell, '.sh', `a ${nested('${a:-', 'b', '}')}`],
    ['subshells', shell, '.sh', nested('(', 'a', ')')],
    ['groups', shell, '.sh', nested('{ ', 'a;', ' }')],
    ['ifs', shell, '.sh', nested('if a; then ', 'b', '; fi')],
    ['functions', shell, '.sh', nested('f() { ', 'a', '; }')],
  ])('%s in $2', async (_, language, extension, source) => {
    expect((await lowerText(source, language, extension)).body).toBeInstanceOf(Array);
  });
});

describe('long', () => {
  const numbers = Array.from({ length: N }, (_, index) => `/${index}/`);
  it.each([
    ['a sum', php, '.php', `<?php $x = ${numbers.map((n) => `'${n}'`).join(' . ')};`],
    ['a choice', php, '.php', `<?php $x = ${numbers.map((n) => `f('${n}')`).join(' ?? ')};`],
    ['conditions', php, '.php', `<?php ${numbers.map((n) => `f('${n}')`).join(' && ')};`],
    [
      'branches',
      php,
      '.php',
      `<?php if (a) {} ${numbers.map((n) => `elseif (f('${n}')) {}`).join('')}`,
    ],
    ['a sum', go, '.go', `package p\nvar x = ${numbers.map((n) => `"${n}"`).join(' + ')}`],
    ['conditions', go, '.go', `package p\nvar x = ${numbers.map((n) => `f("${n}")`).join(' && ')}`],
    ['a list', shell, '.sh', numbers.map((n) => `f ${n}`).join(' && ')],
    ['a pipeline', shell, '.sh', numbers.map((n) => `f ${n}`).join(' | ')],
    ['a word', shell, '.sh', `f ${numbers.map((n) => `"${n}"`).join('$x')}`],
  ])('%s in $2 keeps all parts', async (_, language, extension, source) => {
    const { body } = await lowerText(source, language, extension);
    const shown = printStatements(body).join('\n');
    expect(numbers.filter((n) => !shown.includes(n))).toEqual([]);
  });
});

it('takes names of prototypes as names', async () => {
  const forms = [
    await lowerText('<?php $__proto__ = ["__proto__" => constructor()];', php, '.php'),
    await lowerText('package p\nvar __proto__ = M{"__proto__": constructor()}', go, '.go'),
    await lowerText('declare -A __proto__=(["__proto__"]=`constructor`)', shell, '.sh'),
  ];
  for (const { body } of forms)
    expect(printStatements(body)).toEqual(['__proto__ = {"__proto__": constructor()}']);
});
