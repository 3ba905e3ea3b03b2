// Functions, classes and files of PowerShell -> the requests that go through them.
import { describe, expect, it } from 'vitest';
import { findIn } from './find-in.js';

const API = 'https://api.test/api';

/** What is shown, a script or several, and its calls without their places. */
type Program = readonly [
  what: string,
  source: string | Readonly<Record<string, string>>,
  ...calls: string[],
];

const check = (programs: readonly Program[]) => {
  it.each(programs)('%s', async (_, source, ...calls) => {
    const found = await findIn(typeof source === 'string' ? { 'a.ps1': source } : source);
    const own = [...new Set(found.map((call) => call.replace(/^\S+ /, '')))].sort();
    expect(own).toEqual([...calls].sort());
  });
};

const SEND = `function Send-Api {\n  param([string]$Path, [string]$Method = 'GET', [switch]$Quiet)\n  irm -Uri ('${API}' + $Path) -Meth $Method\n}\n`;

describe('arguments', () => {
  check([
    ['by place', `${SEND}Send-Api '/a'\nSend-Api '/b' Post`, 'GET /api/a', 'POST /api/b'],
    [
      'by name, in any case and any order',
      `${SEND}send-api -METHOD Delete -path '/a'`,
      'DELETE /api/a',
    ],
    ['by the beginning of a name', `${SEND}Send-Api -Pa '/a' -Me Put`, 'PUT /api/a'],
    [
      'a place behind a name',
      `${SEND}Send-Api -Method Put '/a'\nSend-Api -Quiet '/b' -Method Patch`,
      'PUT /api/a',
      'PATCH /api/b',
    ],
    ['a table', `${SEND}$p = @{ Path = '/a'; Method = 'POST' }\nSend-Api @p`, 'POST /api/a'],
    [
      'places that are said',
      `function Send-Api {\n  param([Parameter(Position = 1)]$Path, [Parameter(Position = 0)]$Verb)\n  irm -Method $Verb -Uri "${API}$Path"\n}\nSend-Api Post '/a'`,
      'POST /api/a',
    ],
    [
      'all that is left',
      `function Send-All { foreach ($p in $args) { irm "${API}$p" } }\nSend-All '/a' '/b'`,
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'a table of options as a parameter',
      `function Send-Api { param([hashtable]$Options) Invoke-RestMethod @Options }\nSend-Api @{ Uri = '${API}/a'; Method = 'POST' }\nSend-Api -Options @{ Uri = '${API}/b' }`,
      'POST /api/a',
      'GET /api/b',
    ],
    [
      'what was given, passed on',
      `function Send-Api { param($Uri, $Method) Invoke-RestMethod @PSBoundParameters }\nSend-Api -Uri '${API}/a' -Method Put`,
      'PUT /api/a',
    ],
  ]);
});

describe('outputs', () => {
  check([
    [
      'the last value',
      `function Get-Url($Path) {\n  $b = '${API}'\n  Write-Verbose 'x'\n  "$b/$Path"\n}\nirm (Get-Url 'a')\nirm "$(Get-Url 'b')/c"`,
      'GET /api/a',
      'GET /api/b/c',
    ],
    [
      'several values',
      `function Get-Paths { '/a'; '/b' }\nforeach ($p in Get-Paths) { irm "${API}$p" }`,
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'values of a loop',
      `function Get-Paths { foreach ($x in 'a', 'b') { "/$x" } }\nGet-Paths | % { irm "${API}$_" }`,
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'values of branches',
      `function Get-Kind($x) { if ($x) { return 'a' } 'b' }\nirm "${API}/$(Get-Kind $y)/c"`,
      'GET /api/a/c',
      'GET /api/b/c',
    ],
    [
      'a value that is dropped',
      `function Get-Url { $null = Get-It; Get-It | Out-Null; '${API}/a' }\nfunction Get-It { '${API}/x' }\nirm (Get-Url)`,
      'GET /api/a',
    ],
  ]);
});

describe('functions as values', () => {
  check([
    [
      'a block',
      `$b = { param($p) irm "${API}$p" }\n& $b '/a'\n$b.Invoke('/b')\nInvoke-Command -ScriptBlock $b -ArgumentList '/c'`,
      'GET /api/a',
      'GET /api/b',
      'GET /api/c',
    ],
    [
      'a parameter',
      `function Use-It([scriptblock]$Do) { & $Do '/a' }\nUse-It { param($x) irm "${API}/b$x" }`,
      'GET /api/b/a',
    ],
    [
      'a name',
      `function Send-It($p) { irm "${API}$p" }\n$n = 'Send-It'\n& $n '/a'\n& 'send-it' '/b'`,
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'an alias',
      `function Send-It($p) { irm "${API}$p" }\nSet-Alias si Send-It\nsi '/a'\n$f = \${function:Send-It}\n& $f '/b'`,
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'a table of blocks',
      `$t = @{ one = { irm '${API}/a' }; two = { irm '${API}/b' } }\n& $t.one\n& $t['two']`,
      'GET /api/a',
      'GET /api/b',
    ],
    ['a job', `Start-Job -ScriptBlock { param($u) irm $u } -ArgumentList '${API}/a'`, 'GET /api/a'],
    [
      'a variable of the script',
      `function Connect-It { $script:base = '${API}' }\nConnect-It\nirm "$base/a"`,
      'GET /api/a',
    ],
  ]);
});

const CLIENT = `class Client {
  [string]$Base
  Client([string]$base) { $this.Base = $base }
  [object] Send([string]$method, [string]$path) {
    return Invoke-RestMethod -Method $method -Uri "$($this.Base)/api$path"
  }
}
`;

describe('classes', () => {
  check([
    [
      'a client',
      `${CLIENT}$c = [Client]::new('https://api.test')\n$c.Send('Post', '/a')\n(New-Object Client 'https://api.test').send('GET', '/b')`,
      'POST /api/a',
      'GET /api/b',
    ],
    [
      'a base class',
      `${CLIENT}class Own : Client {\n  Own() : base('https://api.test') { }\n  [object] Me() { return ([Client]$this).Send('GET', '/me') }\n}\n[own]::new().Me()`,
      'GET /api/me',
    ],
    [
      'a static method',
      `class Api {\n  static [object] Get([string]$p) { return irm "${API}$p" }\n}\n[Api]::Get('/a')`,
      'GET /api/a',
    ],
    [
      'a field with a value',
      `class Api {\n  [string]$Base = '${API}'\n  [object] Me() { return irm "$($this.Base)/me" }\n}\n[Api]::new().Me()`,
      'GET /api/me',
    ],
  ]);
});

describe('files', () => {
  check([
    [
      'a script that is read',
      {
        'lib.ps1': `$Base = '${API}'\nfunction Send-It($p) { irm "$Base$p" }`,
        'main.ps1': `. "$PSScriptRoot/lib.ps1"\nSend-It '/a'\nirm "$Base/b"`,
      },
      'GET /api/a',
      'GET /api/b',
    ],
    [
      'a module',
      {
        'api.psm1': `function Send-It($p) { irm "${API}$p" }`,
        'main.ps1': `Import-Module ./api.psm1\nSend-It -p '/a'`,
      },
      'GET /api/a',
    ],
    [
      'functions of a module in a file each',
      {
        'Private/Send-It.ps1': `function Send-It($p) { irm "${API}$p" }`,
        'Public/Get-A.ps1': "function Get-A { Send-It '/a' }",
      },
      'GET /api/a',
    ],
    [
      'a variable that the module sets',
      {
        'api.psm1': `$script:Base = '${API}'\nGet-ChildItem $PSScriptRoot/Public/*.ps1 | % { . $_.FullName }`,
        'Public/Get-A.ps1': 'function Get-A { irm "$script:Base/a" }',
      },
      'GET /api/a',
    ],
  ]);
});
