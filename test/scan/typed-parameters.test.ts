// Parameters with a declared type -> what the callers give: a type says what something is, not what it holds.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const B = 'https://api.test/api';

it.each<[string, Record<string, string>, string[]]>([
  [
    'an interface of TypeScript',
    {
      'a.ts': `interface Options { path: string; method?: string }
export const send = (o: Options) => fetch('${B}' + o.path, { method: o.method });`,
      'b.ts':
        "import { send } from './a';\nsend({ path: '/a' });\nsend({ path: '/b', method: 'PUT' });",
    },
    ['b.ts:2 GET /api/a', 'b.ts:3 PUT /api/b'],
  ],
  [
    'a type that is named like settings, with a text for what is left out',
    {
      'a.ts': `interface Config { path?: string }
const poll = (config: Config) => fetch('${B}' + (config.path || '/a'));
poll({ path: '/b' });`,
    },
    ['a.ts:2 GET /api/a', 'a.ts:3 GET /api/b'],
  ],
  [
    'a type that is taken apart, handed on through another',
    {
      'a.ts': `type Options = { path: string };
class Http {
  one({ path }: Pick<Options, 'path'>) { return fetch('${B}' + path); }
  two({ path }: Readonly<Options>) { return this.one({ path }); }
}
new Http().two({ path: '/a' });`,
    },
    ['a.ts:6 GET /api/a'],
  ],
  [
    'a type of a package, by a member and as a whole',
    {
      'a.ts': `import axios, { AxiosRequestConfig } from 'axios';
export const one = (c: AxiosRequestConfig) => axios.get('${B}' + c.url);
export const two = <T>(c: AxiosRequestConfig) => axios.request<T>(c);
export const three = <T>(c: AxiosRequestConfig) => axios<T>({ ...c, headers: {} });`,
      'b.ts': `import { one, two, three } from './a';
one({ url: '/a' });
two({ url: '/api/b', method: 'POST' });
three({ url: '/api/c' });`,
    },
    ['b.ts:2 GET /api/a', 'b.ts:3 POST /api/b', 'b.ts:4 GET /api/c'],
  ],
  [
    'a member of a member',
    {
      'a.ts': `export const send = (o: Outer) => fetch('${B}' + o.inner.path);\nsend({ inner: { path: '/a' } });`,
    },
    ['a.ts:2 GET /api/a'],
  ],
  [
    'a dictionary with known keys of Python',
    {
      'a.py': `import requests
class Opts(TypedDict):
    path: str
def send(opts: Opts): return requests.get("${B}" + opts["path"])
send({"path": "/a"})`,
    },
    ['a.py:5 GET /api/a'],
  ],
  [
    'a class of fields of Python, one of them with a value',
    {
      'a.py': `import requests
@dataclass
class Req:
    path: str
    method: str = "GET"
def send(r: Req): return requests.request(r.method, "${B}" + r.path)`,
      'b.py': 'from a import Req, send\nsend(Req(path="/a"))\nsend(Req("/b", "PUT"))',
    },
    ['b.py:2 GET /api/a', 'b.py:3 PUT /api/b'],
  ],
  [
    'the value of a field, where nobody is known to call',
    {
      'a.py': `import requests
class Config:
    url = "${B}/a"
    retries = compute()
def send(config: Config): return requests.get(config.url)`,
    },
    ['a.py:5 GET {}', 'a.py:5 GET /api/a'],
  ],
  [
    'aliases of types of Python',
    {
      'a.py': `import requests
Path = Annotated[str, "path"]
Method = Literal["GET", "POST"]
def call(method: Method, path: Path): return requests.request(method, "${B}" + path)
call("POST", "/a")`,
    },
    ['a.py:5 POST /api/a'],
  ],
  [
    'a field of an object of Java, read by a method',
    {
      'A.java': `class Req { final String path; Req(String path) { this.path = path; } String getPath() { return path; } }
class A {
  String send(RestTemplate t, Req r) { return t.getForObject("${B}" + r.getPath(), String.class); }
  void go(RestTemplate t) { send(t, new Req("/a")); }
}`,
    },
    ['A.java:4 GET /api/a'],
  ],
  [
    'a client by its type, whoever gives it',
    {
      'a.ts':
        "import { AxiosInstance } from 'axios';\nexport const load = (http: AxiosInstance) => http.get('/api/a');",
    },
    ['a.ts:2 GET /api/a'],
  ],
  [
    'a client in a field of an object by its type',
    {
      'A.cs':
        'class Deps { public HttpClient Http; public string Name; }\nclass A { object F(Deps d) => d.Http.GetAsync("https://api.test/api/a"); }',
    },
    ['A.cs:2 GET /api/a'],
  ],
])('%s', async (_, files, expected) => {
  expect(await findIn(files)).toEqual(expected);
});
