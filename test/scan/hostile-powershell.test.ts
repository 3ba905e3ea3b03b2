// PowerShell that is cut, mixed up, deep or long -> always a lowered form, with every part of a long chain.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { powershell } from '../../src/scan/frontend/languages/powershell/index.js';
import { readable } from '../../src/scan/frontend/languages/powershell/readable.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const SOURCE = `using module ./a.psm1
param([string]$Base = "https://x/$id", [switch]$All)
class A : B { [string]$c = 'd'; A($e) : base($e) { $this.c = $e } [object] F() { return irm "$($this.c)/z" } }
function Get-It { [CmdletBinding()] param([Parameter(Mandatory, Position = 0)]$Path) begin { $l = @() } process { $l += $_ } end { $l } }
$p = @{ Uri = $Base + '/a'; 'Method' = if ($All) { 'Get' } else { "P\`"ost" } }
irm @p -Body (@{ a = 1 } | ConvertTo-Json) | ? { $_.ok } | % id | Sort-Object { $_ } > $null
switch -Regex ($k) { '^a' { break } { $_ -gt 1 } { continue } default { & $b @args } }
$u = $x ? "$a.b$($c[0])" : $d?.e ?? 'f'; $y ??= $z; ./run.ps1 -A b, c $x/y$z
foreach ($i in 1..3) { try { throw "/z" } catch [E] { $_ } finally { [void]$w.Add($i) } }
@"
a $(Get-It 'x') "\${b}"
"@ -replace '\\d', 'x' -split ',' -join '-'
curl.exe -X POST "/z" #> <# c #> 'unclosed`;

const show = async (text: string) =>
  printStatements((await lowerText(text, powershell, '.ps1')).body).join('\n');

it('is lowered cut and mixed up', async () => {
  expect(await show(SOURCE)).toContain('"/z"');
  const cut = fc.nat({ max: SOURCE.length });
  const marks = [
    '',
    '{',
    '}',
    '(',
    ')',
    '"',
    "'",
    '`',
    '@"\n',
    "@'\n",
    '<#',
    '$(',
    '${',
    ';',
    '?',
    '|',
    '\0',
  ];
  await fc.assert(
    fc.asyncProperty(cut, cut, fc.constantFrom(...marks), async (from, to, mark) => {
      await show(SOURCE.slice(0, from) + mark + SOURCE.slice(to));
    }),
    { numRuns: 200 },
  );
});

it('lowers any text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (source) => {
      await show(source);
    }),
    { numRuns: 100 },
  );
});

it('leaves every line where it is, whatever it writes otherwise', () => {
  const cut = fc.nat({ max: SOURCE.length });
  fc.assert(
    fc.property(cut, cut, (from, to) => {
      const text = SOURCE.slice(0, from) + SOURCE.slice(to);
      expect(readable(text).split('\n').length).toBe(text.split('\n').length);
    }),
    { numRuns: 300 },
  );
});

const N = 3000;
const nested = (open: string, inner: string, close: string) =>
  open.repeat(N) + inner + close.repeat(N);

describe('deep', () => {
  it.each([
    ['parentheses', nested('(', 'a', ')')],
    ['blocks', nested('& { ', 'a', ' }')],
    ['subexpressions', `"${nested('$(', 'a', ')')}"`],
    ['arrays', `$x = ${nested('@(', '1', ')')}`],
    ['tables', `$x = ${nested('@{ a = ', '1', ' }')}`],
    ['ifs', nested('if ($a) { ', 'b', ' }')],
    ['elseifs', `if ($a) { }${' elseif ($a) { }'.repeat(N)}`],
    ['functions', nested('function f { ', 'a', ' }')],
    ['parameters', nested('param($a = { ', '1', ' }) b')],
    ['members', `$x = $a${'.b()'.repeat(N)}`],
    ['ternaries', `$x = ${'$a ? $b : '.repeat(N)}$c`],
    ['pipelines', `a${' | % { b }'.repeat(N)}`],
    ['negations', `$x = ${'-not '.repeat(N)}$a`],
    ['what nothing closes', '@{ a = ('.repeat(N)],
  ])('%s', async (_, source) => {
    expect((await lowerText(source, powershell, '.ps1')).body).toBeInstanceOf(Array);
  });
});

describe('long', () => {
  const numbers = Array.from({ length: N }, (_, index) => `/${index}/`);
  it.each([
    ['a sum', `$x = ${numbers.map((n) => `'${n}'`).join(' + ')}`],
    ['conditions', `$x = ${numbers.map((n) => `(f '${n}')`).join(' -and ')}`],
    ['a list', `$x = ${numbers.map((n) => `'${n}'`).join(', ')}`],
    ['statements', numbers.map((n) => `f '${n}'`).join('; ')],
    ['branches', `if ($a) { }${numbers.map((n) => ` elseif ($a) { f '${n}' }`).join('')}`],
    ['clauses', `switch ($a) { ${numbers.map((n) => `'${n}' { f '${n}' }`).join('\n')} }`],
  ])('%s keeps all of its parts', async (_, source) => {
    const shown = await show(source);
    expect(numbers.filter((n) => !shown.includes(`"${n}"`))).toEqual([]);
  });
});
