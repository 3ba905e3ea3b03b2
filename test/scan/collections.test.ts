// Lists and maps that are made empty and filled by methods, in the words of each language: what comes out is what was put in.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const A = 'https://api.test/api/a';
const B = 'https://api.test/api/b';

const java = (body: string) =>
  `import java.util.*;\npublic class A { RestTemplate c = new RestTemplate(); void a() { ${body} } }`;
const cs = (body: string) => `public class M { HttpClient c;\npublic async Task F() { ${body} } }`;
const go = (body: string) => `package a\nimport "net/http"\nfunc a() {\n${body}\n}`;
const py = (body: string) => `import requests, collections\n${body}`;
const rb = (body: string) => `require 'net/http'\n${body}`;

it.each<[ending: string, what: string, text: string, paths: string]>([
  ['js', 'an array', `const l = new Array(); l.push('${A}'); for (const u of l) fetch(u);`, 'a'],
  ['js', 'a set', `const s = new Set(); s.add('${A}'); for (const u of s) fetch(u);`, 'a'],
  ['js', 'a map', `const m = new Map(); m.set('k', '${A}'); fetch(m.get('k'));`, 'a'],
  ['js', 'a queue', `const q = ['${A}']; while (q.length) fetch(q.shift());`, 'a'],
  ['js', 'a place', `const s = ['${A}', '${B}']; fetch(s.at(1));`, 'b'],
  ['py', 'list()', py(`l = list()\nl.append('${A}')\nfor u in l: requests.get(u)`), 'a'],
  ['py', 'set()', py(`s = set()\ns.add('${A}')\nfor u in s: requests.get(u)`), 'a'],
  [
    'py',
    'a queue',
    py(`q = collections.deque()\nq.append('${A}')\nwhile q:\n    requests.get(q.popleft())`),
    'a',
  ],
  [
    'py',
    'defaultdict',
    py(`d = collections.defaultdict(list)\nd['k'] = '${A}'\nrequests.get(d['k'])`),
    'a',
  ],
  ['rb', '<<', rb(`l = []\nl << '${A}' << '${B}'\nl.each { |u| Net::HTTP.get(URI(u)) }`), 'a b'],
  ['rb', 'Array.new', rb(`l = Array.new\nl << '${A}'\nl.each { |u| Net::HTTP.get(URI(u)) }`), 'a'],
  [
    'rb',
    '<< on a text',
    rb(`u = +'https://api.test'\nu << '/api' << '/a'\nNet::HTTP.get(URI(u))`),
    'a',
  ],
  [
    'java',
    'a list',
    java(
      `List<String> l = new ArrayList<>(); l.add("${A}"); for (String u : l) c.getForObject(u, X);`,
    ),
    'a',
  ],
  [
    'java',
    'a map',
    java(
      `Map<String, String> m = new HashMap<>(); m.put("k", "${A}"); c.getForObject(m.get("k"), X);`,
    ),
    'a',
  ],
  ['java', 'a place', java(`var l = List.of("${A}", "${B}"); c.getForObject(l.get(1), X);`), 'b'],
  [
    'java',
    'a queue',
    java(`Queue<String> q = new ArrayDeque<>(16); q.offer("${A}"); c.getForObject(q.poll(), X);`),
    'a',
  ],
  [
    'cs',
    'a list',
    cs(`var l = new List<string>(); l.Add("${A}"); foreach (var u in l) await c.GetAsync(u);`),
    'a',
  ],
  [
    'cs',
    'a list by its type',
    cs(`List<string> l = new(); l.Add("${A}"); await c.GetAsync(l[0]);`),
    'a',
  ],
  [
    'cs',
    'a dictionary',
    cs(`var d = new Dictionary<string, string>(); d.Add("k", "${A}"); await c.GetAsync(d["k"]);`),
    'a',
  ],
  [
    'cs',
    'the last',
    cs(`var l = new List<string> { "${A}", "${B}" }; await c.GetAsync(l.Last());`),
    'b',
  ],
  [
    'cs',
    'a queue',
    cs(`var q = new Queue<string>(); q.Enqueue("${A}"); await c.GetAsync(q.Dequeue());`),
    'a',
  ],
  [
    'go',
    'append',
    go(
      `l := make([]string, 0, 8)\nl = append(l, "${A}", "${B}")\nfor _, u := range l { http.Get(u) }`,
    ),
    'a b',
  ],
  [
    'go',
    'append to a zero value',
    go(`var l []string\nl = append(l, "${A}")\nhttp.Get(l[0])`),
    'a',
  ],
])('%s: %s', async (ending, _, text, paths) => {
  const calls = await findIn({ [`a.${ending}`]: text });
  expect(calls.map((call) => call.replace(/^\S+ /, ''))).toEqual(
    paths.split(' ').map((path) => `GET /api/${path}`),
  );
});

it.each([
  ['js', `const l = new Array(n); l[i] = '${A}'; fetch(l[j]);`],
  ['js', `const s = new Set(given); s.add('${A}'); for (const u of s) fetch(u);`],
  ['py', py(`l = list(given)\nl.append('${A}')\nfor u in l: requests.get(u)`)],
])('what may be in it from the beginning stays open: %s: %s', async (ending, text) => {
  const calls = await findIn({ [`a.${ending}`]: text });
  expect(calls.some((call) => call.endsWith('GET {}'))).toBe(true);
});
