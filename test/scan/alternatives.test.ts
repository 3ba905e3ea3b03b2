// A program whose values have alternatives -> the requests that its runs send, and what is not known, in all languages.
import { describe, expect, it } from 'vitest';
import { findIn } from './find-in.js';

const ENDINGS: Readonly<Record<string, string>> = { python: 'py', ruby: 'rb', go: 'go' };

/** The requests of a file, each once, without its place. */
async function sent(language: string, source: string, remembers = true): Promise<string[]> {
  const found = await findIn({ [`a.${ENDINGS[language] ?? language}`]: source }, remembers);
  return [...new Set(found.map((call) => call.replace(/^\S+ /, '')))].sort();
}

type Row = readonly [what: string, language: string, source: string, sent: readonly string[]];

function table(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    it.each(rows)('%s: %s', async (_, language, source, expected) => {
      expect(await sent(language, source)).toEqual([...expected].sort());
      // an answer does not depend on what was asked before
      expect(await sent(language, source, false)).toEqual([...expected].sort());
    });
  });
}

const U = 'https://api.test/api/u';

table('what belongs together', [
  [
    'a table of methods and paths',
    'js',
    "const T = [['GET', '/api/a'], ['POST', '/api/b']];\nfor (const [m, p] of T) fetch('https://api.test' + p, { method: m });",
    ['GET /api/a', 'POST /api/b'],
  ],
  [
    'a table of methods and paths',
    'python',
    'import requests\nT = [("GET", "/api/a"), ("POST", "/api/b")]\nfor m, p in T: requests.request(m, "https://api.test" + p)',
    ['GET /api/a', 'POST /api/b'],
  ],
  [
    'a table of objects',
    'js',
    "for (const r of [{ m: 'GET', p: '/api/a' }, { m: 'PUT', p: '/api/b' }]) fetch('https://api.test' + r.p, { method: r.m });",
    ['GET /api/a', 'PUT /api/b'],
  ],
  [
    'one key for two tables',
    'js',
    "const M = { a: 'GET', b: 'POST' }, P = { a: '/api/a', b: '/api/b' };\nexport const go = (k) => fetch('https://api.test' + P[k], { method: M[k] });",
    ['GET /api/a', 'POST /api/b'],
  ],
  [
    'one branch for both',
    'js',
    "function f(x) { let m = 'GET', p = '/api/a'; if (x) { m = 'POST'; p = '/api/b' } return fetch('https://api.test' + p, { method: m }) }",
    ['GET /api/a', 'POST /api/b'],
  ],
  [
    'one condition, twice',
    'js',
    "function f(send) { const m = send ? 'POST' : 'GET'; let p = '/api/a'; if (!send) p = '/api/b'; return fetch('https://api.test' + p, { method: m }) }",
    ['POST /api/a', 'GET /api/b'],
  ],
  [
    'one condition, twice',
    'python',
    'import requests\ndef f(send):\n  m = "POST" if send else "GET"\n  p = "/api/a" if send else "/api/b"\n  return requests.request(m, "https://api.test" + p)',
    ['POST /api/a', 'GET /api/b'],
  ],
  [
    'one condition, twice',
    'ruby',
    "def f(send)\n  m = send ? :post : :get\n  p = send ? '/api/a' : '/api/b'\n  HTTParty.public_send(m, 'https://api.test' + p)\nend",
    ['POST /api/a', 'GET /api/b'],
  ],
  [
    'one condition, twice',
    'php',
    "<?php function f($send) { $m = $send ? 'POST' : 'GET'; $p = '/api/b'; if ($send) { $p = '/api/a'; } (new GuzzleHttp\\Client())->request($m, 'https://api.test' . $p); }",
    ['POST /api/a', 'GET /api/b'],
  ],
  [
    'a condition that changes in between',
    'js',
    "function f(send) { let m = 'GET'; if (send) m = 'POST'; send = next(); let p = '/api/a'; if (send) p = '/api/b'; return fetch('https://api.test' + p, { method: m }) }",
    ['possibly POST|GET /api/a', 'possibly POST|GET /api/b'],
  ],
  [
    'two conditions',
    'js',
    "const f = (x, y) => fetch('https://api.test' + (x ? '/api/a' : '/api/b'), { method: y ? 'GET' : 'PUT' });",
    ['possibly GET|PUT /api/a', 'possibly GET|PUT /api/b'],
  ],
  [
    'a switch and a comparison',
    'js',
    "function f(kind) { let m; switch (kind) { case 'a': m = 'POST'; break; default: m = 'GET' } const p = kind === 'a' ? '/api/a' : '/api/b'; return fetch('https://api.test' + p, { method: m }) }",
    ['POST /api/a', 'GET /api/b'],
  ],
]);

table('a way that is not taken', [
  [
    'leaves',
    'js',
    `function f(s, t) { let u = '${U}'; if (s) throw new Error(); else if (t) u += '/x'; return fetch(u) }`,
    ['GET /api/u', 'GET /api/u/x'],
  ],
  [
    'has a condition that does not hold where the call stands',
    'js',
    "function f(s) { let u = '/api/a'; if (s) u = '/api/b'; if (s) return fetch('https://api.test' + u) }",
    ['GET /api/b'],
  ],
  [
    'has a condition that no argument of the caller meets',
    'js',
    "const rc = (p, body) => fetch('https://api.test' + p, { method: body ? 'POST' : 'GET', body });\nrc('/api/a'); rc('/api/b', '{}');",
    ['GET /api/a', 'POST /api/b'],
  ],
  [
    'has a condition that no argument of the caller meets',
    'python',
    'import requests\ndef rc(p, data=None):\n  send = requests.post if data else requests.get\n  return send("https://api.test" + p, json=data)\nrc("/api/a")\nrc("/api/b", {"a": 1})',
    ['GET /api/a', 'POST /api/b'],
  ],
]);

table('what is not known stays', [
  [
    'a URL',
    'js',
    `function f(x) { let u = '${U}'; if (x) u = x.url(); return fetch(u) }`,
    ['GET /api/u', 'GET {}'],
  ],
  [
    'a URL',
    'go',
    `package main\nimport "net/http"\nfunc f(j Job) { u := "${U}"; if j.X { u = j.URL() }; http.Get(u) }`,
    ['GET /api/u', 'GET {}'],
  ],
  [
    'a URL',
    'java',
    `class M { void f(Job j) { String u = "${U}"; if (j.x) u = j.getUrl(); new RestTemplate().getForObject(u, String.class); } }`,
    ['GET /api/u', 'GET {}'],
  ],
  [
    'a method',
    'js',
    `const f = (job) => fetch('${U}', { method: job.method || 'GET' });`,
    ['? /api/u', 'GET /api/u'],
  ],
  [
    'options',
    'js',
    `export const f = (options) => fetch('${U}', { headers: {}, ...options });`,
    ['? /api/u', 'GET /api/u'],
  ],
  ['a setting with a default', 'js', `fetch(process.env.RC_URL || '${U}');`, ['GET /api/u']],
]);

table('options that may be set', [
  [
    'a member',
    'js',
    `function f(x) { const o = {}; if (x) o.method = 'DELETE'; return fetch('${U}', o) }`,
    ['DELETE|GET /api/u'],
  ],
  [
    'a member of a member',
    'php',
    `<?php $o = ['http' => ['header' => 'x']]; if ($x) $o['http']['method'] = 'DELETE'; file_get_contents('${U}', false, stream_context_create($o));`,
    ['DELETE|GET /api/u'],
  ],
  [
    'an option of a handle',
    'php',
    `<?php function f($x) { $ch = curl_init('${U}'); if ($x) { curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'DELETE'); } return curl_exec($ch); }`,
    ['DELETE|GET /api/u'],
  ],
  [
    'a field of the request',
    'go',
    `package main\nimport "net/http"\nfunc f(x bool) { req, _ := http.NewRequest("GET", "${U}", nil); if x { req.Method = "DELETE" }; http.DefaultClient.Do(req) }`,
    ['DELETE|GET /api/u'],
  ],
  [
    'spread options of callers',
    'js',
    `const rc = (o = {}) => fetch('${U}', { headers: {}, ...o });\nrc(); rc({ method: 'DELETE' });`,
    ['GET /api/u', 'DELETE /api/u'],
  ],
  [
    'merged options of callers',
    'js',
    "import axios from 'axios';\nconst _ = require('lodash');\nconst rc = (o) => axios(_.merge({ method: 'get', baseURL: 'https://api.test' }, o));\nrc({ url: '/api/a' }); rc({ url: '/api/b', method: 'delete' });",
    ['GET /api/a', 'DELETE /api/b'],
  ],
  [
    'options that are assigned to',
    'js',
    `const o = { headers: {} }; Object.assign(o, { method: 'PATCH' }); fetch('${U}', o);`,
    ['PATCH /api/u'],
  ],
]);

table('a function of a client that a variable holds', [
  [
    'by a condition',
    'js',
    `import axios from 'axios';\nexport const f = (x) => (x ? axios.delete : axios.get)('${U}');`,
    ['GET /api/u', 'DELETE /api/u'],
  ],
  [
    'by a branch',
    'python',
    `import requests\ndef f(x):\n  send = requests.get\n  if x: send = requests.delete\n  return send("${U}")`,
    ['GET /api/u', 'DELETE /api/u'],
  ],
  [
    'in a table',
    'python',
    `import requests\nF = {"GET": requests.get, "DELETE": requests.delete}\ndef f(m): return F[m]("${U}")`,
    ['GET /api/u', 'DELETE /api/u'],
  ],
  [
    'as the class of a request',
    'ruby',
    `def f(verb)\n  kind = case verb when :get then Net::HTTP::Get when :delete then Net::HTTP::Delete end\n  http.request(kind.new(URI('${U}')))\nend`,
    ['GET /api/u', 'DELETE /api/u'],
  ],
  [
    'in a field',
    'python',
    `import requests\nclass C:\n  def __init__(self): self.send = requests.put\n  def go(self): return self.send("${U}")`,
    ['PUT /api/u'],
  ],
]);

table('a function of a client that is handed on', [
  [
    'with a list',
    'python',
    'import requests\nlist(map(requests.get, ["https://api.test/api/a", "https://api.test/api/b"]))',
    ['GET /api/a', 'GET /api/b'],
  ],
  [
    'to a pool',
    'python',
    `import requests\npool.submit(requests.get, "${U}", timeout=5)`,
    ['GET /api/u'],
  ],
  ['to something unknown', 'python', 'import requests\nrun(requests.delete)', ['DELETE {}']],
  [
    'to the items of a list',
    'js',
    `import axios from 'axios';\naxios.all(['${U}'].map(axios.get));`,
    ['GET /api/u'],
  ],
  ['to a promise', 'js', `Promise.resolve('${U}').then(fetch);`, ['GET {}']],
  ['with options', 'js', `retry(fetch, '${U}', { method: 'PUT' });`, ['PUT /api/u']],
  [
    'with options in a list',
    'js',
    `pool.exec(fetch, ['${U}', { method: 'PUT' }]);`,
    ['PUT /api/u'],
  ],
  ['with options that are not known', 'js', `retry(fetch, '${U}', options());`, ['? /api/u']],
  ['and is none', 'js', 'const m = new Map(); [1].map(m.get); each(store.delete);', []],
]);

table('a request that something else may change', [
  [
    'a function',
    'go',
    `package main\nimport "net/http"\nfunc purge(r *http.Request) { r.Method = "DELETE" }\nfunc run(p bool) { req, _ := http.NewRequest("GET", "${U}", nil); if p { purge(req) }; http.DefaultClient.Do(req) }`,
    ['? /api/u', 'GET /api/u'],
  ],
  [
    'a function that is given',
    'go',
    `package main\nimport "net/http"\nfunc do(opts ...Opt) { req, _ := http.NewRequest("GET", "${U}", nil); for _, o := range opts { o(req) }; http.DefaultClient.Do(req) }`,
    ['? /api/u', 'GET /api/u'],
  ],
  [
    'a function',
    'php',
    `<?php function purge($ch) { curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'DELETE'); }\nfunction go($p) { $ch = curl_init('${U}'); if ($p) purge($ch); return curl_exec($ch); }`,
    ['? /api/u', 'GET /api/u'],
  ],
  [
    'a function',
    'python',
    `import urllib.request\ndef purge(req): req.method = "DELETE"\ndef go(p):\n  req = urllib.request.Request("${U}")\n  if p: purge(req)\n  return urllib.request.urlopen(req)`,
    ['? /api/u', 'GET /api/u'],
  ],
  [
    'none of them',
    'php',
    `<?php $ch = curl_init('${U}'); $r = curl_exec($ch); curl_close($ch); log_it($r);`,
    ['GET /api/u'],
  ],
  ['the arguments of a script', 'sh', `curl -s "$@" ${U}`, ['? /api/u', 'GET /api/u']],
  [
    'options in a variable',
    'php',
    `<?php $o = [CURLOPT_URL => '${U}', CURLOPT_CUSTOMREQUEST => 'PUT']; $ch = curl_init(); curl_setopt_array($ch, $o); curl_exec($ch);`,
    ['PUT /api/u'],
  ],
]);

table('objects that change', [
  [
    'a field that is set from outside, of one object',
    'python',
    'import requests\nclass A:\n  path = "/api/a"\n  def go(self): return requests.get("https://api.test" + self.path)\na = A(); a.go()\nb = A(); b.path = "/api/b"; b.go()',
    ['GET /api/a', 'GET /api/b'],
  ],
  [
    'an entry under a key',
    'python',
    'import requests\nP = {"a": "/api/a"}\nP["b"] = "/api/b"\nP.update(c="/api/c")\nfor k in P: requests.get("https://api.test" + P[k])',
    ['GET /api/a', 'GET /api/b', 'GET /api/c'],
  ],
  [
    'an entry under a key that is worked out',
    'js',
    "const H = {}; H['x' + n] = '/api/a'; for (const k of Object.keys(H)) fetch('https://api.test' + H[k]);",
    ['GET /api/a'],
  ],
  [
    'a field that is set between two calls',
    'go',
    'package main\nimport "net/http"\ntype J struct { Path string }\nfunc (j *J) Go() { http.Get("https://api.test" + j.Path) }\nfunc main() { j := &J{Path: "/api/a"}; j.Go(); j.Path = "/api/b"; j.Go() }',
    ['GET /api/b', 'possibly GET /api/a', 'possibly GET /api/b'],
  ],
]);

it('keeps what is past the bound of alternatives as not known', async () => {
  const items = Array.from({ length: 40 }, (_, i) => `'/api/${i}'`).join();
  const found = await sent('js', `for (const p of [${items}]) fetch('https://api.test' + p);`);
  expect(found).toContain('GET /api/0');
  expect(found.some((call) => call.endsWith('{}'))).toBe(true);
});

it.each([
  [
    'an item of an earlier turn',
    "let last = '/api/z'; for (const p of ['/api/a', '/api/b']) { fetch('https://api.test' + last + p); last = p }",
    'GET /api/a/api/b',
  ],
  [
    'a choice of an earlier turn',
    "let m = 'GET'; for (const x of all) { const p = x.send ? '/api/a' : '/api/b'; fetch('https://api.test' + p, { method: m }); m = x.send ? 'POST' : 'PUT' }",
    'POST /api/b',
  ],
  [
    'another call of a function that returns otherwise',
    "function pick() { if (flip()) return '/api/a'; return '/api/b' } const p = pick(), q = pick(); fetch('https://api.test' + p + q)",
    'GET /api/b/api/a',
  ],
])('combines %s', async (_, source, expected) => {
  const found = (await sent('js', source)).flatMap((call) => {
    const [, methods = '', path] = /^(?:possibly )?(\S+) (\S+)$/.exec(call) ?? [];
    return methods.split('|').map((method) => `${method} ${path}`);
  });
  expect(found).toContain(expected);
});

it('takes what a file of PHP gives back', async () => {
  const found = await findIn({
    'config.php': "<?php\nreturn ['base' => 'https://api.test/api', 'paths' => ['/a', '/b']];\n",
    'a.php':
      "<?php\n$c = require __DIR__ . '/config.php';\nforeach ($c['paths'] as $p) { file_get_contents($c['base'] . $p); }\n",
  });
  expect(found).toEqual(['a.php:3 GET /api/a', 'a.php:3 GET /api/b']);
});
