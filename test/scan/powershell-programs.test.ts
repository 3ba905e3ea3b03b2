// Small programs in PowerShell -> the requests that each sends, found one by one; what the code does not say stays open.
import { describe, expect, it } from 'vitest';
import { findIn } from './find-in.js';

const API = 'https://api.test/api';

/** What is shown, a script or several, and its calls without their places. */
type Program = readonly [
  what: string,
  source: string | Readonly<Record<string, string>>,
  ...calls: string[],
];

async function callsOf(source: Program[1]): Promise<string[]> {
  const found = await findIn(typeof source === 'string' ? { 'a.ps1': source } : source);
  return [...new Set(found.map((call) => call.replace(/^\S+ /, '')))].sort();
}

const check = (programs: readonly Program[]) => {
  it.each(programs)('%s', async (_, source, ...calls) => {
    expect(await callsOf(source)).toEqual([...calls].sort());
  });
};

describe('urls', () => {
  check([
    [
      'interpolation',
      `$b = '${API}'\nirm "$b/a/$($x.id)/b"\nirm "\${b}/c"`,
      'GET /api/a/{}/b',
      'GET /api/c',
    ],
    [
      'sums and formats',
      `$b = '${API}'\nirm ($b + '/a')\nirm ('{0}/{1}' -f $b, 'b')\nirm ([string]::Format('{0}/c', $b))`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
    ],
    [
      'joins',
      `irm ('${API}', 'a' -join '/')\n$p = 'x', 'y'\nirm "${API}/$($p -join '/')"`,
      'GET /api/a',
      'GET /api/x/y',
    ],
    [
      'methods of texts',
      `$b = '${API}/'\nirm "$($b.TrimEnd('/'))/a"\nirm ("${API}/B".ToLower())\nirm ('${API}/x' -replace 'x', 'c')`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
    ],
    ['here-strings', `irm @"\n${API}/a/$id\n"@`, 'GET /api/a/{}'],
    [
      'words without quotes',
      `$b = '${API}'\nirm $b/a/$id\nirm ${API}/b\nirm $b/c?x=$y -Method Delete`,
      'GET /api/a/{}',
      'GET /api/b',
      'DELETE /api/c',
    ],
    [
      'names in any case',
      `$Base = '${API}'\nINVOKE-RESTMETHOD -URI "$BASE/a" -METHOD Post`,
      'POST /api/a',
    ],
    [
      'urls as objects',
      `irm ([uri]'${API}/a')\n$u = [System.UriBuilder]'https://api.test'\n$u.Path = '/api/b'\nirm $u.Uri.AbsoluteUri`,
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'a parameter of the script',
      `param([string]$BaseUrl = '${API}')\nirm "$BaseUrl/a"`,
      'GET /api/a',
    ],
    ['Join-Path', `irm (Join-Path '${API}' 'a')`, 'GET /api/a'],
  ]);
});

describe('options', () => {
  check([
    [
      'a splatted table',
      `$p = @{ Uri = '${API}/a'; Method = 'Put' }\nInvoke-RestMethod @p -Verbose`,
      'PUT /api/a',
    ],
    [
      'a table that is filled',
      `$p = @{}\n$p.Uri = '${API}/a'\n$p['Method'] = 'Post'\nirm @p\n$q = @{ Uri = '${API}/b' }\n$q.Add('Method', 'Patch')\nirm @q`,
      'POST /api/a',
      'PATCH /api/b',
    ],
    [
      'a table that grows',
      `$p = @{ Uri = '${API}/a' }\n$p += @{ Method = 'Delete' }\nirm @p\n$q = @{ Method = 'Put' } + @{ Uri = '${API}/b' }\nirm @q`,
      'DELETE /api/a',
      'PUT /api/b',
    ],
    [
      'a method that may be set',
      `$p = @{ Uri = '${API}/a' }\nif ($purge) { $p.Method = 'Delete' }\nirm @p`,
      'DELETE|GET /api/a',
    ],
    ['a body is no method', `irm '${API}/a' -Body $b`, 'GET /api/a'],
    [
      'a method of an enumeration',
      `irm '${API}/a' -Method ([Microsoft.PowerShell.Commands.WebRequestMethod]::Patch)`,
      'PATCH /api/a',
    ],
    [
      'a table of a function',
      `function Get-Options($Id) {\n  $p = @{ Method = 'Post'; Uri = "${API}/$Id" }\n  return $p\n}\n$p = Get-Options 5\nirm @p`,
      'POST /api/5',
    ],
    [
      'entries that are copied',
      `function Select-Entries { param([hashtable]$From)\n  $to = @{}\n  foreach ($k in $From.Keys) { $to[$k] = $From[$k] }\n  return $to\n}\n$p = Select-Entries -From @{ Uri = '${API}/a' }\nirm @p`,
      'GET /api/a',
    ],
  ]);
});

describe('choices', () => {
  check([
    [
      'if',
      `$u = if ($x) { '/a' } elseif ($y) { '/b' } else { '/c' }\nirm "${API}$u"`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
    ],
    [
      'switch',
      `$u = switch ($k) { 1 { 'a' } 2 { 'b' } default { 'c' } }\nirm "${API}/$u"`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
    ],
    [
      'a clause that breaks',
      `switch ($k) {\n  'a' { $u = 'a'; break }\n  default { $u = 'b' }\n}\nirm "${API}/$u"`,
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'patterns',
      `switch -Wildcard ($k) {\n  'a*' { irm '${API}/a' }\n  '*b' { irm '${API}/b' }\n}`,
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'the operators of version 7',
      `$u = $x ? '/a' : '/b'\nirm "${API}$u"\n$v = $env:PATH_OF ?? '/c'\nirm "${API}$v"\n$w = '/d'\n$w ??= '/e'\nirm "${API}$w"`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
      'GET /api/d',
    ],
    [
      'a test in any case',
      `function Send-It($Kind, $To) {\n  if ($Kind -eq 'ALL') { irm "${API}/all$To" } else { irm "${API}/one$To" }\n}\nSend-It 'all' '/x'`,
      'GET /api/all/x',
    ],
    [
      'a switch that nobody gives',
      `function Send-It($To, [switch]$All) {\n  if ($All) { irm "${API}/all$To" } else { irm "${API}/one$To" }\n}\nSend-It '/x'`,
      'GET /api/one/x',
    ],
    [
      'handlers',
      `try { irm '${API}/a' } catch { irm '${API}/b' } finally { irm '${API}/c' }`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
    ],
  ]);
});

describe('lists and pipelines', () => {
  check([
    [
      'foreach',
      `foreach ($x in 'a', 'b') { irm "${API}/$x" }\nforeach ($y in @('c')) { irm "${API}/$y" }`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
    ],
    [
      'ForEach-Object',
      `'a', 'b' | ForEach-Object { irm "${API}/$_" }\n@('c') | % { irm "${API}/$PSItem" }`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
    ],
    [
      'a list that grows',
      `$l = @()\n$l += '/a'\n$l += '/b'\nforeach ($x in $l) { irm "${API}$x" }\n$m = New-Object System.Collections.ArrayList\n$m.Add('/c') | Out-Null\n[void]$m.Add('/d')\n$m | % { irm "${API}$_" }`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
      'GET /api/d',
    ],
    [
      'values of a pipeline',
      `$l = 'a', 'b' | Where-Object { $_ } | ForEach-Object { "/$_" }\nforeach ($x in $l) { irm "${API}$x" }`,
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'members of answers',
      `$r = irm '${API}/users'\n$r.records | Where-Object { $_.ok } | ForEach-Object { irm "${API}/users/$($_.id)" -Method Delete }\n$r | Select-Object -ExpandProperty id | % { irm "${API}/u/$_" }`,
      'GET /api/users',
      'DELETE /api/users/{}',
      'GET /api/u/{}',
    ],
    [
      'a function that takes a pipeline',
      `function Send-It {\n  param([Parameter(ValueFromPipeline)]$Path)\n  process { irm "${API}$Path" }\n}\n'/a', '/b' | Send-It\nSend-It '/c'`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
    ],
    [
      'a table of texts',
      `$t = @{ 'a' = '/a1'; b = '/b1' }\nirm "${API}$($t.a)"\nirm "${API}$($t['b'])"`,
      'GET /api/a1',
      'GET /api/b1',
    ],
    [
      'rows that are taken apart',
      `foreach ($row in @('Get', '/a'), @('Post', '/b')) {\n  $m, $p = $row\n  irm -Method $m "${API}$p"\n}`,
      'GET /api/a',
      'POST /api/b',
    ],
  ]);
});

describe('programs and other clients', () => {
  check([
    [
      'curl',
      `curl.exe -X PUT "${API}/a" -d '{}'\ncurl -s -X DELETE '${API}/b'\ncurl '${API}/c'`,
      'PUT /api/a',
      'DELETE /api/b',
      'GET /api/c',
    ],
    ['another host', `irm 'https://other.test/api/a'\n$b = 'https://other.test'\nirm "$b/api/b"`],
    [
      'no requests',
      `$p = @{ Uri = '${API}/a' }\nWrite-Host "GET ${API}/b"\n# irm '${API}/c'\n<# irm '${API}/d' #>\nGet-Content '/api/e'`,
    ],
    [
      'a mock of a command that sends nothing itself',
      {
        'proxy.ps1': 'function Invoke-WebRequest { param($Uri) & $wrapped @PSBoundParameters }',
        'a.ps1': `Invoke-WebRequest -Uri '${API}/a'`,
      },
      'GET /api/a',
    ],
  ]);
});
