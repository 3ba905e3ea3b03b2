// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source of scripts
// A request without the token that each call of the API carries is none of its calls, wherever it goes; all else stays open.
import { describe, expect, it } from 'vitest';
import { findIn } from './find-in.js';

const FIRST: Readonly<Record<string, string>> = {
  js: "fetch('https://api.test/api/a');\n",
  py: "import requests, httpx\nrequests.get('https://api.test/api/a')\n",
  go: 'package a\nimport ("net/http"; "os")\nfunc main() {\nhttp.Get("https://api.test/api/a")\n',
  rb: "require 'net/http'\nNet::HTTP.get(URI('https://api.test/api/a'))\n",
  sh: 'curl https://api.test/api/a\n',
};
const found = async (ending: string, code: string) => {
  const text = `${FIRST[ending]}${code}\n${ending === 'go' ? '}' : ''}`;
  return (await findIn({ [`a.${ending}`]: text }))
    .slice(1)
    .map((call) => call.replace(/^\S+ /, ''));
};

describe('no call of the API', () => {
  it.each<[string, string]>([
    ['js', "fetch(process.env.HOOK, { method: 'POST', body: JSON.stringify(a) });"],
    ['js', "fetch(b.url, { method: 'PUT', headers: { 'Content-Type': 'text/plain' }, body: c });"],
    ['js', "fetch(b.url, { method: 'POST', headers: new Headers({ Accept: '*' }) });"],
    ['js', "import axios from 'axios';\nexport const send = (uri, a) => axios.post(uri, a);"],
    ['js', "import axios from 'axios';\naxios.post(b.url, a, { headers: { Accept: 'x' } });"],
    ['js', "fetch(`${b.url}?a=${c}`, { headers: { 'x-access-token': d } });"],
    ['py', "requests.post(os.environ['HOOK'], json={'a': 1}, timeout=5)"],
    ['py', "httpx.post(b.url, json=a, headers={'Accept': 'x'})"],
    ['go', 'http.PostForm(os.Getenv("HOOK"), nil)'],
    ['rb', "Net::HTTP.post(URI(ENV['HOOK']), '{}', 'Content-Type' => 'x')"],
    ['sh', 'curl -s -X POST -H "Accept: x" "$HOOK" -d @a'],
  ])('%s: %s', async (ending, code) => {
    expect(await found(ending, code)).toEqual([]);
  });
});

describe('may be one', () => {
  it.each<[string, string, string]>([
    ['js', 'fetch(b.url);', 'GET {}'],
    ['js', "fetch(b.url, { method: 'POST', ...c });", '? {}'],
    ['js', "fetch(`${b.url}?access_token=${c}`, { method: 'POST' });", 'POST {}'],
    ['js', 'fetch(`${b.url}?a=b`, { headers: c });', 'GET {}'],
    ['py', "requests.post(b.url, params={'access_token': c})", 'POST {}'],
    ['js', "fetch(b.url, { method: 'POST', headers: c });", 'POST {}'],
    ['js', "fetch(b.url, { method: 'POST', headers: { authorization: c } });", 'POST {}'],
    ['js', "fetch(b.url, { method: 'POST', headers: { [c]: d } });", 'POST {}'],
    [
      'js',
      "const h = { a: 'b' };\nif (c) h.Authorization = c;\nfetch(b.url, { method: 'POST', headers: h });",
      'POST {}',
    ],
    [
      'js',
      "import { sign } from 'x';\nconst o = { method: 'POST' };\nsign(o);\nfetch(b.url, o);",
      'POST {}',
    ],
    ['js', "import axios from 'axios';\naxios.create({ headers: c }).post(b.url, a);", 'POST {}'],
    [
      'js',
      "import axios from 'axios';\naxios.defaults.headers.common.Authorization = c;\naxios.post(b.url, a);",
      'POST {}',
    ],
    [
      'js',
      "import axios from 'axios';\naxios.interceptors.request.use(c);\naxios.post(b.url, a);",
      'POST {}',
    ],
    ['py', "requests.post(b.url, json=a, auth=('a', 'b'))", 'POST {}'],
    ['py', 'requests.post(b.url, **c)', 'POST {}'],
    ['py', 's = requests.Session()\ns.post(b.url, json=a)', 'POST {}'],
    ['sh', 'curl -X POST -H "Authorization: Bearer $T" "$HOOK"', 'POST {}'],
    ['sh', 'curl -X POST -H "$H" "$HOOK"', 'POST {}'],
    ['sh', 'curl -X POST -u "$U" "$HOOK"', 'POST {}'],
    ['sh', 'curl -X POST -K conf "$HOOK"', 'POST {}'],
  ])('%s: %s', async (ending, code, call) => {
    expect(await found(ending, code)).toEqual([call]);
  });
});
