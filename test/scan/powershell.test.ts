// PowerShell, lowered: source -> the IR, as test/scan/print.ts shows it.
import { describe, expect, it } from 'vitest';
import { powershell } from '../../src/scan/frontend/languages/powershell/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const check = (rows: readonly (readonly [source: string, shown: string])[]) => {
  it.each(rows)('%s', async (source, shown) => {
    const { body } = await lowerText(source, powershell, '.ps1');
    expect(printStatements(body).join('\n')).toBe(shown);
  });
};

describe('texts', () => {
  check([
    [`$u = "/a/$($x.id)/\${b}\`t$env:C"`, `u = join("/a/", x.id, "/", b, "\\t",  settings.C)`],
    [`$u = 'it''s' + $b + """q"""`, `u = join("it's", b, "q")`],
    [
      `$u = @"
/a
$b
"@`,
      `u = join("/a\\n", b)`,
    ],
    [
      `$u = @'
$a
'@`,
      `u = "$a"`,
    ],
    [`$u = '/{0}/{1}' -f $a, 'b'`, `u = "/{0}/{1}".format(a, "b")`],
    [`$u = $a -join '/'`, `u = [].concat(a).join("/")`],
    [`$u = $a -replace '\\.', '-'`, `u = a.replaceAll(".", "-")`],
    [`$u = [uri]"$a/b"`, `u = join(a, "/b")`],
  ]);
});

describe('values', () => {
  check([
    [`$h = @{ Uri = 'a'; 'B' = 1; $c = 2 }`, `h = {"uri": "a", "b": "1", c: "2"}`],
    [`$l = 'a', $b`, `l = ["a", b]`],
    [`$l = @('a')`, `l = [].concat("a")`],
    [`$x = $a.B.c[0]`, `x = a.b.c.0`],
    [`$x = $a['K']`, `x = a.k`],
    [`$x = [Net.WebClient]::new($a)`, `x = new Net.WebClient(a)`],
    [
      `$c = New-Object Net.WebClient -Property @{ Base = 'x' }`,
      ` value0 = new Net.WebClient()
 value0.base = "x"
c =  value0`,
    ],
    [`$x = $a ? 1 : 2`, `x = oneOf("1", "2")`],
    [`$x = $a ?? $b`, `x = oneOf(a, b)`],
    [
      `$x = if ($a) { 1 } else { 2 }`,
      `exhaustive branch
   value0 = "1"
or
   value0 = "2"
x =  value0`,
    ],
    [
      `$x = foreach ($i in $l) { $i }`,
      ` value0 = []
loop i of [].concat(l)
   value0 += [].concat(i)
x =  value0`,
    ],
    [`$b = { param($p) $p }`, `b = lambda (p) { return p }`],
    [`$x = $env:HOME`, `x =  settings.HOME`],
    [`$null = f 1`, `f("1")`],
    [`$this.A = 1`, `self.a = "1"`],
    [
      `$a, $b = $c`,
      `a = c.0
b = c.1`,
    ],
    [`$l += 'a'`, `l += "a"`],
    [`$script:a = 1`, `a = "1"`],
    [`$h.Keys`, `h.keys()`],
  ]);
});

describe('commands', () => {
  check([
    [`irm $u -Meth Post -Body $b`, `invoke-restmethod(u, method="Post", body=b)`],
    [`f a -B c -D:$e @g`, `f("a", b="c", d=e, ...g)`],
    [`f -Verbose a`, `f(verbose="true", "a")`],
    [`& $f 'a'`, `f("a")`],
    [`& { f }`, `lambda () { return f() }()`],
    [`f | Out-Null`, `f()`],
    [
      `$a | % { f $_ }`,
      `loop  item1 of [].concat(a)
  f( item1)`,
    ],
    [
      `$a | ? { $_.b } | select -ExpandProperty c | f`,
      `loop  item3 of [].concat([].concat([].concat(a).filter(lambda ( item1) { return  item1.b })).map(lambda ( item2) { return  item2.c }))
  f( piped= item3)`,
    ],
    [`$x = $a | % { "/$_" }`, `x = [].concat(a).map(lambda ( item1) { return join("/",  item1) })`],
    [`curl.exe -X POST $u`, ` program.curl("-X", "POST", u)`],
    [`f a,b`, `f(["a", "b"])`],
    [`f $a/b`, `f(join(a, "/b"))`],
    [`Set-Variable a 1`, `a = "1"`],
    [`Start-Job { param($a) f $a } -ArgumentList $b`, `lambda (a) { return f(a) }(b)`],
    [`. ./lib.ps1`, ``],
  ]);
});

describe('control', () => {
  check([
    [
      `if ($a -eq 'X') { f } elseif (-not $b) { g } else { h }`,
      `exhaustive branch
  f()
or
  g()
or
  h()`,
    ],
    [
      `foreach ($a in $b) { f; continue }`,
      `loop a of [].concat(b)
  f()
  continue`,
    ],
    [
      `for ($i = 0; $i -lt 3; $i++) { f }`,
      `i = "0"
loop  of 
  f()`,
    ],
    [
      `do { f } while ($a)`,
      `loop  of 
  f()`,
    ],
    [
      `switch ($k) {
'a' { f; break }
default { g }
}`,
      `exhaustive falling branch
  f()
  break
  break
or
  g()
  break`,
    ],
    [
      `switch -Regex ($k) { '^a' { f } }`,
      `exhaustive falling branch
  branch
    f()
  break`,
    ],
    [
      `try { f } catch { g } finally { h }`,
      `try
  f()
handler
  g()
h()`,
    ],
    [`throw $a`, `throw`],
    [
      `:x foreach ($a in $b) { break x }`,
      `loop a of [].concat(b)
  break far`,
    ],
  ]);
});

describe('functions', () => {
  check([
    [
      `function Get-A($B, [switch]$C) { $d = 1; "/$B" }`,
      `function get-a(b, c = "false")
  d = "1"
  return join("/", b)`,
    ],
    [
      `function F { param([Parameter(ValueFromPipeline)]$A) process { f $A } }`,
      `function f(a =  piped,  piped)
  return f(a)`,
    ],
    [
      `function F { f $args }`,
      `function f(...args)
  return f(args)`,
    ],
    [
      `function F { param([Parameter(Position=1)]$A, [Parameter(Position=0)]$B) f }`,
      `function f(b, a)
  return f()`,
    ],
    [
      `function F { "a"; "b" }`,
      `function f()
  branch
    return "a"
  return "b"`,
    ],
    [
      `function F { g $PSBoundParameters }`,
      `function f()
  psboundparameters = {}
  return g(psboundparameters)`,
    ],
    [
      `param($A = 'x')
f $A`,
      `a = oneOf( settings.a, "x")
f(a)`,
    ],
  ]);
});

describe('classes', () => {
  check([
    [
      `class A : B {
[string]$C = 'd'
A($e) : base($e) { $this.C = $e }
[object] F([string]$g) { return $this.C + $g }
static [void] H() { f }
}`,
      `class a < b
  field c: String = "d"
  method constructor(e)
    super(e)
    self.c = e
  method f(g)
    return join(self.c, g)
  method h()
    f()`,
    ],
    [
      `enum K { A; B = 2 }`,
      `class k
  field a = "A"
  field b = "B"`,
    ],
    [`([B]$this).F()`, `super.f()`],
  ]);
});
