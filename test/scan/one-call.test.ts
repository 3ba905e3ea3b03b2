// A base, a part of a path or a query that the code says in several ways -> one call of one path, in each language.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells write variables in this way
import { describe, expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const LOG = '/restapi/v1.0/account/~/call-log';
const URL = `${HOST}${LOG}`;

describe('a base from the environment, or a default', () => {
  it.each([
    ['a.js', `const B = process.env.RC || '${HOST}';\nfetch(B + '${LOG}');`],
    ['a.ts', `const B = process.env.RC ?? '${HOST}';\nfetch(\`\${B}${LOG}\`);`],
    [
      'a.ts',
      `const B = process.env.DEV ? 'https://platform.devtest.ringcentral.com' : '${HOST}';\nfetch(B + '${LOG}');`,
    ],
    ['a.py', `import os, requests\nrequests.get(os.environ.get('RC', '${HOST}') + '${LOG}')`],
    ['a.py', `import os, requests\nrequests.get(f"{os.getenv('RC') or '${HOST}'}${LOG}")`],
    ['a.php', `<?php $b = getenv('RC') ?: '${HOST}';\nfile_get_contents("$b${LOG}");`],
    ['a.php', `<?php $b = env('RC', '${HOST}');\nfile_get_contents($b . '${LOG}');`],
    ['a.rb', `b = ENV.fetch('RC', '${HOST}')\nFaraday.get("#{b}${LOG}")`],
    ['a.rb', `b = ENV['RC'] || '${HOST}'\nFaraday.get("#{b}${LOG}")`],
    [
      'a.go',
      `package a\nfunc f() { b := os.Getenv("RC"); if b == "" { b = "${HOST}" }\n http.Get(b + "${LOG}") }`,
    ],
    [
      'A.java',
      `class A { String b = System.getenv("RC") != null ? System.getenv("RC") : "${HOST}";\n void f(RestTemplate rest) { rest.getForObject(b + "${LOG}", String.class); } }`,
    ],
    [
      'a.cs',
      `class A { async Task F(HttpClient c) { var b = Environment.GetEnvironmentVariable("RC") ?? "${HOST}";\n await c.GetAsync(b + "${LOG}"); } }`,
    ],
    ['a.sh', `B=\${RC:-${HOST}}\ncurl "$B${LOG}"`],
  ])('%s: %s', async (file, source) => {
    const calls = await callsIn(file, source);
    expect(calls.map((call) => call.replace(/^\d+ /, ''))).toEqual([`GET ${LOG}`]);
  });
});

describe('a part of the path from the environment', () => {
  it.each([
    ['a default is it', 'a.js', "(process.env.ACC || '~')", '~'],
    ['a default is it, trimmed', 'a.js', "(process.env.ACC || '~').trim()", '~'],
    ['an empty default is none', 'a.js', "(process.env.ACC || '').trim()", '{}'],
    ['an empty default is none', 'a.py', "(os.environ.get('ACC') or '').strip()", '{}'],
    ['a default is it', 'a.py', "os.environ.get('ACC', '~')", '~'],
    ['an empty default is none', 'a.php', "trim(getenv('ACC') ?: '')", '{}'],
    ['an empty default is none', 'a.rb', "(ENV['ACC'] || '').strip", '{}'],
  ])('%s: %s %s', async (_, file, account, shown) => {
    const plus = file.endsWith('php') ? '.' : '+';
    const url = `'${HOST}/restapi/v1.0/account/' ${plus} ${account} ${plus} '/call-log'`;
    const source: Record<string, string> = {
      'a.js': `fetch(${url})`,
      'a.py': `import os, requests\nrequests.get(${url})`,
      'a.php': `<?php file_get_contents(${url});`,
      'a.rb': `Faraday.get(${url})`,
    };
    const calls = await callsIn(file, source[file]!);
    expect(calls.map((call) => call.replace(/^\d+ /, ''))).toEqual([
      `GET /restapi/v1.0/account/${shown}/call-log`,
    ]);
  });
});

describe('a query behind whatever the path has', () => {
  it.each([
    [
      'a.js',
      `function get(u, q) { return fetch(u + (u.includes('?') ? '&' : '?') + q); }\nget('${URL}', 'a=b');`,
    ],
    [
      'a.js',
      `function get(u, q) { if (q) u += (u.indexOf('?') < 0 ? '?' : '&') + q; return fetch(u); }\nget('${URL}', 'a=b');`,
    ],
    [
      'a.js',
      `function get(u) { u += u.includes('?') ? '&a=b' : '?a=b'; return fetch(u); }\nget('${URL}');`,
    ],
    [
      'a.py',
      `import requests\ndef get(u, q):\n    sep = '&' if '?' in u else '?'\n    return requests.get(u + sep + q)\nget('${URL}', 'a=b')`,
    ],
    [
      'a.php',
      `<?php function get($u, $q) { $u .= (strpos($u, '?') === false ? '?' : '&') . $q; return file_get_contents($u); }\nget('${URL}', 'a=b');`,
    ],
  ])('%s: %s', async (file, source) => {
    const calls = await callsIn(file, source);
    expect(calls.map((call) => call.replace(/^\d+ /, ''))).toEqual([`GET ${LOG}`]);
  });
});

describe('a path that a function trims', () => {
  it.each([
    ['a.js', "p.replace(/^\\//, '')"],
    ['a.js', "p.replace(/^\\/+|\\/+$/g, '')"],
    ['a.js', "p.trim().replace(/^[/]/, '')"],
    ['a.py', "re.sub(r'^/+', '', p)"],
    ['a.py', "p.strip().lstrip('/')"],
    ['a.php', "ltrim($p, '/')"],
    ['a.php', "preg_replace('#^/+#', '', $p)"],
    ['a.rb', "p.sub(%r{\\A/}, '')"],
    ['a.rb', "p.delete_prefix('/')"],
    ['a.go', 'strings.TrimPrefix(p, "/")'],
    ['A.java', 'p.replaceFirst("^/+", "")'],
    ['a.cs', "p.TrimStart('/')"],
  ])('%s: %s', async (file, trimmed) => {
    const around: Record<string, string> = {
      'a.js': `const f = (p) => fetch('${HOST}/' + ${trimmed});\nf('${LOG}');`,
      'a.py': `import re, requests\ndef f(p): return requests.get('${HOST}/' + ${trimmed})\nf('${LOG}')`,
      'a.php': `<?php function f($p) { return file_get_contents('${HOST}/' . ${trimmed}); }\nf('${LOG}');`,
      'a.rb': `def f(p) = Faraday.get('${HOST}/' + ${trimmed})\nf('${LOG}')`,
      'a.go': `package a\nfunc f(p string) { http.Get("${HOST}/" + ${trimmed}) }\nfunc g() { f("${LOG}") }`,
      'A.java': `class A { void f(RestTemplate rest, String p) { rest.getForObject("${HOST}/" + ${trimmed}, String.class); }\n void g(RestTemplate rest) { f(rest, "${LOG}"); } }`,
      'a.cs': `class A { void F(HttpClient c, string p) { c.GetAsync("${HOST}/" + ${trimmed}); }\n void G(HttpClient c) { F(c, "${LOG}"); } }`,
    };
    const calls = await callsIn(file, around[file]!);
    expect(calls.map((call) => call.replace(/^\d+ /, ''))).toEqual([`GET ${LOG}`]);
  });
});

it('a base of a shell with a path of its own is that of the text beside the variable', async () => {
  const text =
    'B=${B:-https://platform.ringcentral.com/restapi/v1.0}\ncurl "$B/account/~/presence"\n';
  expect(await callsIn('a.sh', text)).toEqual(['2 GET /restapi/v1.0/account/~/presence']);
});
