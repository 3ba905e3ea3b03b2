// HTTP clients of PowerShell: its own commands and those of .NET, how each is called, and the request that it sends.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const BASE = `${HOST}/restapi/v1.0`;
const ME = '/restapi/v1.0/account/~/extension/~';
const URL = `${HOST}${ME}`;

const cases: readonly [source: string, ...methods: string[]][] = [
  [`Invoke-RestMethod '${URL}'\nInvoke-WebRequest -Uri '${URL}' -UseBasicParsing`, 'GET', 'GET'],
  [`irm '${URL}' -Method Post\niwr -Method PUT -Uri '${URL}' -OutFile x`, 'POST', 'PUT'],
  [`irm -Uri:'${URL}' -Meth Delete -Headers @{ Authorization = "Bearer $t" }`, 'DELETE'],
  [
    `Invoke-RestMethod -Method Post -Body (@{ a = 1 } | ConvertTo-Json) -ContentType 'application/json' \`\n  -Uri '${URL}'`,
    'POST',
  ],
  [`@{ a = 1 } | ConvertTo-Json | Invoke-RestMethod -Method Put -Uri '${URL}'`, 'PUT'],
  [`Microsoft.PowerShell.Utility\\Invoke-RestMethod -Uri '${URL}'`, 'GET'],
  [`Invoke-RestMethod -CustomMethod PATCH -Uri '${URL}'`, 'PATCH'],
  [`curl '${URL}'\nwget '${URL}' -OutFile x\nwget.exe -q '${URL}'`, 'GET', 'GET', 'GET'],
  [
    `curl.exe -s -X PUT "${URL}"\ncurl -d a=b '${URL}'\n& curl.exe --head ${URL}`,
    'PUT',
    'POST',
    'HEAD',
  ],
  [`$o = @('-s', '-X', 'DELETE')\ncurl.exe @o '${URL}'`, 'DELETE'],
  [`Start-BitsTransfer -Source '${URL}' -Destination x`, 'GET'],
  [
    `$c = New-Object System.Net.WebClient\n$c.DownloadString('${URL}')\n$c.UploadString('${URL}', 'PUT', $b)\n$c.UploadString('${URL}', $b)`,
    'GET',
    'PUT',
    'POST',
  ],
  [`(new-object net.webclient).downloadfile('${URL}', 'x')`, 'GET'],
  [
    `$c = [System.Net.Http.HttpClient]::new()\n$c.BaseAddress = [uri]'${BASE}/'\n$c.GetAsync('account/~/extension/~').Result\n$c.PostAsync('account/~/extension/~', $b)`,
    'GET',
    'POST',
  ],
  [
    `$m = [System.Net.Http.HttpRequestMessage]::new([System.Net.Http.HttpMethod]::Put, '${URL}')\n$c.SendAsync($m)`,
    'PUT',
  ],
  [
    `$r = [System.Net.WebRequest]::Create('${URL}')\n$r.Method = 'DELETE'\n$r.GetResponse()`,
    'DELETE',
  ],
  [`$r = [Net.HttpWebRequest]::Create('${URL}')\n$r.GetResponse()`, 'GET'],
  // what is no request
  [
    `Get-Content '${ME}'\nWrite-Host "GET ${URL}"\n$x = @{ Uri = '${URL}' }\nStart-Process '${HOST}'`,
  ],
];

it.each(cases)('%s', async (source, ...methods) => {
  const found = await callsIn('a.ps1', source);
  expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(
    methods.map((method) => `${method} ${ME}`),
  );
});
