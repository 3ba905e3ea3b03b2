// PowerShell sources, each with calls of `probe1`, `probe2`, ... in the positions that a line names; none of the calls may be lost.

import { COMMON_FORMS, type Forms } from './forms.js';

/** What is tested, and the source. */
export const cases: readonly (readonly [what: string, source: string])[] = [
  [
    'statements',
    'probe1 1; probe2 -a b\nprobe3 | Out-Null; [void](probe4 1)\n$null = probe5 1; probe6 > $null',
  ],
  [
    'arguments',
    'a (probe1 1) -b (probe2 2) -c:(probe3 3) @d "$(probe4 4)" $(probe5 5) @(probe6 6) { probe7 7 } e,(probe8 8)',
  ],
  [
    'arguments that are lists',
    'a (probe1 1), (probe2 2) -b "x", (probe3 3)\na b, c (probe4 4)\n$x.y((probe5 5), (probe6 6))',
  ],
  [
    'methods',
    '$a.b((probe1 1)).c; (probe2 2).d((probe3 3)); $a.probe4((probe5 5)); [A]::probe6((probe7 7)); [A]::new((probe8 8)); $a.(probe9 9)\n$b.probe10{ probe11 1 }; $c.ForEach({ probe12 2 }); $c.Where{ probe13 3 }',
  ],
  [
    'what is called',
    '& (probe1 1) b; & { probe2 2 } (probe3 3); . { probe4 4 }; & "x$(probe5 5)"; & $a (probe6 6); (probe7 7).Invoke((probe8 8)); & $a.b (probe9 9)',
  ],
  [
    'strings',
    '"a $(probe1 1) b $($x.probe2((probe3 3)))"\n$y = @"\n$(probe4 4) "$(probe5 5)"\n"@\n"$(if (probe6 6) { probe7 7 })"\na x$(probe8 8)y',
  ],
  [
    'hashtables and arrays',
    '$x = @{ a = probe1 1; "b$(probe2 2)" = (probe3 3); (probe4 4) = 5; c = if (probe5 5) { probe6 6 } else { probe7 7 } }\n$y = @((probe8 8), (probe9 9))\n$z = @(\n  probe10 1\n  probe11 2\n)\n$w = , (probe12 3); $v = [ordered]@{ d = { probe13 1 } }',
  ],
  [
    'operators',
    '(probe1 1) + (probe2 2); $x = (probe3 3) -f (probe4 4), (probe5 5); (probe6 6) -join (probe7 7); -join (probe8 8); -not (probe9 9); !(probe10 1)\n$y = (probe11 1) -replace (probe12 2), (probe13 3); (probe14 4) -eq (probe15 5); (probe16 6)..(probe17 7); $z = [int](probe18 8); $w = (probe19 1) -split (probe20 2)\n$v = "a" -xor (probe21 1); $u = -(probe22 2); (probe23 1) -is [A]; $t = (probe24 1) -as [A]',
  ],
  [
    'logical operators',
    'if ((probe1 1) -and (probe2 2) -or (probe3 3)) { }\n$x = (probe4 4) -and ($y = probe5 5)\nprobe6 1 && probe7 2 || probe8 3',
  ],
  [
    'a ternary and its like',
    '$x = (probe1 1) ? (probe2 2) : (probe3 3)\n$y = $z ?? (probe4 4)\n$z ??= probe5 5\na ($b ? (probe6 6) : "c")\n$w = $u?.probe7((probe8 8))',
  ],
  [
    'assignments',
    `$a = probe1 1; $b = $c = probe2 2; $d.e = probe3 3; $f[(probe4 4)] = probe5 5; $g += probe6 6; [string]$h = probe7 7; $i, $j = (probe8 8), (probe9 9)\n$script:k = probe10 1; \${l m} = probe11 2; (probe12 3).n = probe13 4; $env:A = probe14 5; [int]$o, $p = probe15 6; $q++; $r -= probe16 7`,
  ],
  [
    'statements that are values',
    '$a = if (probe1 1) { probe2 2 } elseif (probe3 3) { probe4 4 } else { probe5 5 }\n$b = foreach ($x in probe6 6) { probe7 7 }\n$c = switch (probe8 8) { 1 { probe9 9 } default { probe10 1 } }\n$d = try { probe11 2 } catch { probe12 3 }\n$e = while (probe13 4) { probe14 5 }\n$f = $(probe15 6; probe16 7)',
  ],
  [
    'branches',
    'if (probe1 1) { probe2 2 } elseif (probe3 3) { probe4 4 } else { probe5 5 }\nif ($x = probe6 6) { }\nif (-not (probe7 7)) { probe8 8 }',
  ],
  [
    'switch',
    "switch (probe1 1) {\n  'a' { probe2 2; break }\n  (probe3 3) { probe4 4 }\n  { probe5 5 } { probe6 6 }\n  default { probe7 7 }\n}\nswitch -Regex (probe8 8) { '^a' { probe9 9 } default { probe10 1 } }\nswitch ($x) { 1 { probe11 2 } 2 { probe12 3 } }",
  ],
  [
    'loops',
    'foreach ($x in probe1 1) { probe2 2 }\nfor ($i = probe3 3; $i -lt (probe4 4); $i += probe5 5) { probe6 6 }\nwhile (probe7 7) { probe8 8; break }\ndo { probe9 9 } while (probe10 1)\ndo { probe11 2; continue } until (probe12 3)\n:outer foreach ($y in 1..(probe13 4)) { break outer }',
  ],
  [
    'errors',
    'try { probe1 1 } catch [A] { probe2 2 } catch { probe3 3; throw (probe4 4) } finally { probe5 5 }\ntrap { probe6 6 }\nthrow "a$(probe7 7)"',
  ],
  [
    'pipelines',
    'probe1 1 | ForEach-Object { probe2 $_ } | Where-Object { probe3 $_ } | probe4 -a (probe5 5)\n$a | % { probe6 $_ }; $b | ? { probe7 $_ }; $c | Select-Object @{ n = "x"; e = { probe8 $_ } }, y | Sort-Object { probe9 $_ }\n$d | ForEach-Object -Begin { probe10 1 } -Process { probe11 $_ } -End { probe12 2 }\n(probe13 1) | % id | Out-Null; $e = probe14 1 | Select-Object -ExpandProperty (probe15 2); $f | % { probe16 1 } { probe17 $_ } { probe18 2 }',
  ],
  [
    'functions',
    'function A($b = (probe1 1)) { probe2 2 }\nfunction C {\n  [CmdletBinding()]\n  param([Parameter(Mandatory)][string]$d = (probe3 3), [ValidateScript({ probe4 4 })]$e)\n  begin { probe5 5 }\n  process { probe6 6 }\n  end { probe7 7; return probe8 8 }\n}\nfilter F { probe9 $_ }\n$g = { param($h = (probe10 1)) probe11 2 }\nfunction I { param($j) probe12 3 }',
  ],
  [
    'a script with parameters',
    'param([string]$a = (probe1 1), [ValidateScript({ probe2 2 })]$b)\nprobe3 $a\nreturn probe4 4\nprobe5 5',
  ],
  [
    'classes',
    'class A : B {\n  [string]$c = (probe1 1)\n  static $d = (probe2 2)\n  A($e) : base((probe3 3)) { probe4 4 }\n  [object] F([string]$g) { return probe5 5 }\n  static [void] H() { probe6 6 }\n}\nenum I { J = 1 }',
  ],
  [
    'commands that are known',
    'Write-Output (probe1 1); Write-Host "$(probe2 2)"; New-Object A -ArgumentList (probe3 3), (probe4 4) -Property @{ b = probe5 5 }; Join-Path (probe6 6) (probe7 7)\nSet-Variable -Name a -Value (probe8 8); Set-Variable (probe9 9) (probe10 1); Invoke-Command -ScriptBlock { probe11 2 } -ArgumentList (probe12 3); Start-Job { probe13 4 }\nSet-Alias b (probe14 5); Get-Variable (probe15 6); curl.exe -X (probe16 7) "$(probe17 8)"; Import-Module (probe18 9); . (probe19 1); Invoke-RestMethod -Uri (probe20 2) -Body (probe21 3 | ConvertTo-Json)\nNew-Object (probe22 4); $x | Sort-Object -Property (probe23 5); $y = $x | Where-Object a -EQ (probe24 6); Get-Command (probe25 7)',
  ],
  ['redirections', 'a > "$(probe1 1)"; b 2>&1 >> (probe2 2)\nprobe3 3 2> $null | probe4 4'],
  [
    'jobs and blocks',
    'parallel { probe1 1 }\nworkflow W { probe2 2 }\n& { param($a) probe3 3 } (probe4 4)',
  ],
  ['broken source', 'probe1 1\nif ($a) { probe2 2\n$x = @{ a = probe3 3\n'],
];

/** How this language writes what the test makes itself. */
export const forms: Forms = {
  ...COMMON_FORMS,
  call: (name, argument) => `(${name} ${argument})`,
  statement: (call) => `a ${call}`,
};
