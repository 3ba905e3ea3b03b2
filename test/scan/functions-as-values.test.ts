// A function that is used as a value -> the calls of it are found, or it is open; what is closed stays quiet.
import { describe, expect, it } from 'vitest';
import { findIn } from './find-in.js';

/** How each language writes `load(path)`, which sends `GET https://api.test/api{path}`, and a call of it. */
const LANGUAGES = {
  js: ['a.js', "const load = (p) => fetch('https://api.test/api' + p);\nload('/known');\n", ''],
  ts: [
    'a.ts',
    "export class Rc {\n get(p: string) { return fetch('https://api.test/api' + p); }\n}\nconst rc = new Rc();\nrc.get('/known');\n",
    '',
  ],
  py: [
    'a.py',
    'import requests\ndef load(p): return requests.get("https://api.test/api" + p)\nload("/known")\n',
    '',
  ],
  pyClass: [
    'a.py',
    'import requests\nclass Rc:\n  def get(self, p): return requests.get("https://api.test/api" + p)\n  def run(self):\n    self.get("/known")\n',
    '',
  ],
  java: [
    'M.java',
    'import java.util.*;\npublic class M {\n RestTemplate r = new RestTemplate();\n String load(String p) { return r.getForObject("https://api.test/api" + p, String.class); }\n void run() { load("/known");\n',
    '}}',
  ],
  kt: [
    'M.kt',
    'import okhttp3.*\nfun load(p: String) = OkHttpClient().newCall(Request.Builder().url("https://api.test/api" + p).build()).execute()\nfun run(bus: Bus) { load("/known")\n',
    '}',
  ],
  cs: [
    'M.cs',
    'using System.Net.Http;\npublic class M { HttpClient h = new();\n Task<string> Load(string p) => h.GetStringAsync("https://api.test/api" + p);\n void Run() { Load("/known");\n',
    '}}',
  ],
  go: [
    'a.go',
    'package main\nimport "net/http"\nfunc load(p string) error { _, err := http.Get("https://api.test/api" + p); return err }\nfunc each(f func(string) error, ps ...string) { for _, p := range ps { f(p) } }\nfunc main() { load("/known")\n',
    '}',
  ],
  rb: [
    'a.rb',
    "require 'net/http'\ndef load_it(p) = Net::HTTP.get(URI(\"https://api.test/api#{p}\"))\nload_it('/known')\n",
    '',
  ],
  php: [
    'a.php',
    "<?php\nclass C { function load($p) { return file_get_contents('https://api.test/api' . $p); }\n function run($m) { $this->load('/known');\n",
    '}}',
  ],
  phpFn: [
    'a.php',
    "<?php\nfunction load_it($p) { return file_get_contents('https://api.test/api' . $p); }\nload_it('/known');\n",
    '',
  ],
  ps1: [
    'a.ps1',
    "function Send-It($p) { irm ('https://api.test/api' + $p) }\nSend-It '/known'\n",
    '',
  ],
  sh: ['a.sh', 'api() { curl -s "https://api.test/api$1"; }\napi /known\n', ''],
} as const;

type Language = keyof typeof LANGUAGES;

/** What is found besides the known call, without its place. */
async function foundBeside(language: Language, use: string): Promise<string[]> {
  const [file, before, after] = LANGUAGES[language];
  const found = await findIn({ [file]: before + use + after });
  const calls = found.map((call) => call.replace(/^\S+ /, ''));
  expect(calls).toContain('GET /api/known');
  return [...new Set(calls)].filter((call) => call !== 'GET /api/known').sort();
}

const X = ['GET /api/x'];
const XY = ['GET /api/x', 'GET /api/y'];

describe('is followed', () => {
  it.each<[Language, string, string, string[]]>([
    ['js', 'an alias', "const g = load; g('/x');", X],
    ['js', 'an alias of an alias', "const g = load; let h; h = g; h('/x');", X],
    ['js', 'one of two', "const g = flag ? load : other; g('/x');", X],
    ['js', 'a member of an object', "const api = { get: load }; api.get('/x');", X],
    [
      'js',
      'taken out of an object',
      "const api = { get: load }; const { get } = api; get('/x');",
      X,
    ],
    ['js', 'a literal key', "const h = { a: load }; const k = 'a'; h[k]('/x');", X],
    ['js', 'a key that is not known', "const h = { a: load }; h[k]('/x');", X],
    ['js', 'a member that is set', "const h = {}; h.a = load; h.a('/x');", X],
    ['js', 'a loop over functions', "for (const f of [load]) f('/x');", X],
    ['js', 'forEach over functions', "[load].forEach((f) => f('/x'));", X],
    ['js', 'map', "['/x', '/y'].map(load);", XY],
    ['js', 'map of a name', "const ps = ['/x', '/y']; ps.forEach(load);", XY],
    ['js', 'map with a closure', "['/x', '/y'].map((p) => load(p));", XY],
    ['js', 'map of a parameter', "function all(ps) { return ps.map(load); } all(['/x']);", X],
    ['js', 'map of lodash', "_.map(['/x'], load);", X],
    ['js', 'call', "load.call(null, '/x');", X],
    ['js', 'apply', "load.apply(null, ['/x']);", X],
    ['js', 'bind', "load.bind(null, '/x')();", X],
    ['js', 'bind and a name', "const g = load.bind(null); g('/x');", X],
    ['js', 'memoize', "const g = memoize(load); g('/x');", X],
    ['js', 'promisify', "const g = util.promisify(load); g('/x');", X],
    ['js', 'useCallback', "const g = useCallback(load, []); g('/x');", X],
    ['js', 'a partial function', "const g = _.partial(load, '/x'); g();", X],
    ['js', 'given to a function', "function run(f, p) { return f(p); } run(load, '/x');", X],
    ['js', 'given through two', "const a = (f) => b(f); const b = (f) => f('/x'); a(load);", X],
    ['js', 'given among options', "const run = ({ get }) => get('/x'); run({ get: load });", X],
    [
      'js',
      'given to a constructor',
      "class J { constructor(f) { this.f = f; } run() { this.f('/x'); } } new J(load).run();",
      X,
    ],
    ['js', 'a field', "class J { f = load; run() { this.f('/x'); } }", X],
    ['js', 'a default', "function run(f = load) { f('/x'); } run();", X],
    ['js', 'given back', "function get() { return load; } get()('/x');", X],
    ['js', 'given back and named', "const make = () => load; const g = make(); g('/x');", X],
    ['js', 'setTimeout', "setTimeout(load, 10, '/x');", X],
    ['ts', 'a method', "const g = rc.get; g('/x');", X],
    ['ts', 'a bound method', "['/x'].map(rc.get.bind(rc));", X],
    ['ts', 'a computed key', "rc[m]('/x');", X],
    ['py', 'an alias', 'g = load\ng("/x")', X],
    ['py', 'map', 'list(map(load, ["/x", "/y"]))', XY],
    ['py', 'an executor', 'pool.submit(load, "/x")', X],
    ['py', 'a map of an executor', 'pool.map(load, ["/x"])', X],
    ['py', 'a thread', 'Thread(target=load, args=("/x",)).start()', X],
    ['py', 'a partial function', 'g = functools.partial(load, "/x")\ng()', X],
    [
      'py',
      'a partial function that something else calls',
      'bus.on(functools.partial(load, "/x"))',
      X,
    ],
    [
      'py',
      'a partial function of an item',
      'def open_it(q): bus.on(get=functools.partial(load, p=q))\n[bus.on(functools.partial(open_it, q)) for q in ["/x", "/y"]]',
      XY,
    ],
    ['py', 'a partial function at once', 'partial(load)("/x")', X],
    ['py', 'a dict', 'H = {"get": load}\nH["get"]("/x")', X],
    ['py', 'a dict and a key', 'H = {"get": load}\nH[k]("/x")', X],
    ['py', 'a comprehension', 'r = [load(p) for p in ["/x", "/y"]]', XY],
    ['py', 'a default', 'def run(f=load): f("/x")\nrun()', X],
    ['py', 'given to a function', 'def run(f, p): f(p)\nrun(load, p="/x")', X],
    ['py', 'a task', 'load.delay("/x")', X],
    ['py', 'a task with options', 'load.apply_async(args=["/x"])', X],
    ['pyClass', 'a method', '    f = self.get\n    f("/x")', X],
    ['pyClass', 'a method that is passed on', '    map(self.get, ["/x"])', X],
    ['pyClass', 'getattr', '    getattr(self, "get")("/x")', X],
    ['pyClass', 'getattr with a name', '    getattr(self, m)("/x")', X],
    ['kt', 'a reference', 'listOf("/x", "/y").forEach(::load)', XY],
    ['kt', 'a function', 'val f: (String) -> Any = ::load; f("/x")', X],
    ['kt', 'a closure', 'listOf("/x").map { load(it) }', X],
    ['java', 'a reference', 'List.of("/x", "/y").forEach(this::load);', XY],
    ['java', 'a function', 'Function<String, String> f = this::load; f.apply("/x");', X],
    ['java', 'a stream', 'Stream.of("/x").map(this::load).toList();', X],
    ['java', 'a closure', 'List.of("/x").forEach(p -> load(p));', X],
    [
      'java',
      'a map',
      'Map<String, Function<String, String>> h = Map.of("a", this::load); h.get("a").apply("/x");',
      X,
    ],
    ['cs', 'a delegate', 'Func<string, Task<string>> f = Load; f("/x");', X],
    ['cs', 'Invoke', 'Func<string, Task<string>> f = Load; f.Invoke("/x");', X],
    ['cs', 'Select', 'Task.WhenAll(new[] { "/x", "/y" }.Select(Load));', XY],
    ['cs', 'a closure', 'new List<string> { "/x" }.ForEach(p => Load(p));', X],
    ['cs', 'ForEach', 'var l = new List<string> { "/x" }; l.ForEach(Load);', X],
    [
      'cs',
      'a dictionary',
      'var h = new Dictionary<string, Func<string, Task<string>>> { ["a"] = Load }; h["a"]("/x");',
      X,
    ],
    ['go', 'a value', 'f := load; f("/x")', X],
    ['go', 'given to a function', 'each(load, "/x", "/y")', XY],
    ['go', 'a map', 'h := map[string]func(string) error{"a": load}; h["a"]("/x")', X],
    ['go', 'a loop', 'for _, f := range []func(string) error{load} { f("/x") }', X],
    ['go', 'a goroutine', 'go load("/x")', X],
    ['rb', 'method', "f = method(:load_it)\nf.('/x')", X],
    ['rb', 'each', "['/x', '/y'].each(&method(:load_it))", XY],
    ['rb', 'a block', "['/x'].each { |p| load_it(p) }", X],
    [
      'java',
      'a parameter with a type',
      'go(this::load, "/x"); }\n void go(java.util.function.Function<String, String> f, String p) { f.apply(p);',
      X,
    ],
    [
      'cs',
      'a delegate',
      'Go(Load, "/x"); }\n void Go(Func<string, Task<string>> f, string p) { f(p);',
      X,
    ],
    [
      'go',
      'an item of a map by a variable',
      'fs := map[string]func(string) error{"a": load}\nkey := "a"\nfs[key]("/x")',
      X,
    ],
    ['rb', 'a lambda', "l = ->(p) { load_it(p) }\nl.call('/x')", X],
    ['rb', 'send', "send(:load_it, '/x')", X],
    ['php', 'a callable', "array_map([$this, 'load'], ['/x', '/y']);", XY],
    ['php', 'a first-class callable', "$f = $this->load(...); $f('/x');", X],
    ['php', 'a pair', "$f = [$this, 'load']; $f('/x');", X],
    ['php', 'call_user_func', "call_user_func([$this, 'load'], '/x');", X],
    ['php', 'call_user_func_array', "call_user_func_array([$this, 'load'], ['/x']);", X],
    ['php', 'a name of a method', "$this->$m('/x');", X],
    ['php', 'an arrow function', "array_map(fn($p) => $this->load($p), ['/x']);", X],
    ['phpFn', 'the name of a function', "array_map('load_it', ['/x']);", X],
    ['phpFn', 'a name in a variable', "$f = 'load_it';\n$f('/x');", X],
    ['phpFn', 'a name in a table', "$fs = ['a' => 'load_it'];\n$fs[$argv[1]]('/x');", X],
    ['phpFn', 'a first-class callable', "array_map(load_it(...), ['/x']);", X],
    ['ps1', 'a function by its name', `$f = \${function:Send-It}\n& $f '/x'`, X],
    ['ps1', 'a text', "$n = 'Send-It'\n& $n '/x'", X],
    ['ps1', 'a pipeline', "'/x', '/y' | % { Send-It $_ }", XY],
    ['ps1', 'a block', "$b = { param($p) Send-It $p }\n$b.Invoke('/x')", X],
    [
      'ps1',
      'given to a function',
      `function Use-It($do) { & $do '/x' }\nUse-It \${function:Send-It}`,
      X,
    ],
    [
      'ps1',
      'a table',
      `$t = @{ a = { Send-It '/x' }; b = \${function:Send-It} }\n& $t.a\n& $t[$k] '/y'`,
      XY,
    ],
    ['sh', 'a function that runs a command', 'retry() { "$@" || "$@"; }\nretry api /x', X],
    ['sh', 'a name', 'run() { local f=$1; shift; $f "$@"; }\nrun api /x', X],
    ['sh', 'a loop', 'for f in api; do $f /x; done', X],
  ])('%s: %s', async (language, _, use, expected) => {
    expect(await foundBeside(language, use)).toEqual(expected);
  });
});

describe('is open', () => {
  it.each<[Language, string, string]>([
    ['js', 'given to a package', 'limit(load, p);'],
    [
      'rb',
      'a method of functions that is not known',
      "(method(:load_it) >> other).call('/x')\nmethod(:load_it).curry['/x']",
    ],
    ['js', 'a handler', "emitter.on('x', load);"],
    ['js', 'a promise', 'next().then(load);'],
    ['js', 'a list that is not known', 'paths.map(load);'],
    ['js', 'a table with computed keys', 'table[k] = load;'],
    ['js', 'a global', 'window.load = load;'],
    ['js', 'a framework', 'app.locals.load = load;'],
    ['js', 'an object that is given away', 'register({ get: load });'],
    ['ts', 'a class in a container', 'container.register(Rc);'],
    ['ts', 'an object in a container', "app.set('rc', rc);"],
    ['py', 'a decorated function', 'register(load)'],
    ['py', 'a handler', 'signal.connect(load)'],
    ['pyClass', 'an object', '    app.state.rc = register(self.get)'],
    ['java', 'a handler', 'bus.register("x", this::load);'],
    ['kt', 'a handler', 'bus.register("x", ::load)'],
    ['cs', 'an event', 'bus.Subscribe("x", Load);'],
    ['go', 'a handler', 'bus.Subscribe("x", load)'],
    ['rb', 'a handler', 'bus.subscribe(&method(:load_it))'],
    ['php', 'a handler', "$bus->listen('x', [$this, 'load']);"],
    ['phpFn', 'a hook', "add_action('init', 'load_it');"],
  ])('%s: %s', async (language, _, use) => {
    const found = await foundBeside(language, use);
    expect(found.length).toBe(1);
    expect(found[0]).toMatch(/\{\}$/);
  });
});

describe('a call of itself', () => {
  it.each([
    [
      'tries again',
      'const walk = (p) => { try { return send(p) } catch { return walk(p); } };',
      [],
    ],
    [
      'goes on',
      "const walk = (p) => { const r = send(p); if (r.more) walk(p + '/x'); };",
      ['GET /api/known/x'],
    ],
    [
      'goes on elsewhere',
      'const walk = (p, n) => { send(p); if (n) walk(n.next); };',
      ['GET /api{}'],
    ],
    ['turns the page', "const walk = (p, n) => { send(p + '?page=' + n); walk(p, n + 1); };", []],
  ])('%s', async (_, source, expected) => {
    const send = "const send = (p) => fetch('https://api.test/api' + p);";
    const found = await findIn({ 'a.js': `${send}\n${source}\nwalk('/known');` });
    const calls = new Set(found.map((call) => call.replace(/^\S+ /, '')));
    expect([...calls].sort()).toEqual(['GET /api/known', ...expected]);
  });
});

describe('a caller that says nothing', () => {
  it.each([
    ['a value that is not known', 'get(next());', 'GET /api{}'],
    ['no argument', 'get();', 'GET /api{}'],
  ])('%s', async (_, use, expected) => {
    expect(await foundBeside('js', use.replace('get', 'load'))).toEqual([expected]);
  });

  it('gives options that say no URL', async () => {
    const source =
      "import axios from 'axios';\nconst rc = (o) => axios(o);\nrc({ url: 'https://api.test/api/x' });\nrc([1]);";
    expect(await findIn({ 'a.js': source })).toEqual(['a.js:3 GET /api/x', 'a.js:4 GET {}']);
  });
});

describe('a subclass in another file', () => {
  const base = {
    python:
      'import requests\nclass A:\n  path = "/a"\n  def go(self): return requests.get("https://api.test/api" + self.path)\n',
    js: "module.exports = class A { path() { return '/a'; } go() { return fetch('https://api.test/api' + this.path()); } };",
    java: 'package a;\npublic class A { String path() { return "/a"; } void go() { new RestTemplate().getForObject("https://api.test/api" + path(), String.class); } }',
  };
  it.each<[string, Record<string, string>]>([
    [
      'under another name',
      {
        'a.py': base.python,
        'b.py': 'from a import A as Base\nclass B(Base):\n  path = "/b"\nB().go()',
      },
    ],
    [
      'required',
      {
        'a.js': base.js,
        'b.js':
          "const Base = require('./a');\nmodule.exports = class B extends Base { path() { return '/b'; } };",
      },
    ],
    [
      'in another package',
      {
        'a/A.java': base.java,
        'b/B.java': 'package b;\nclass B extends a.A { String path() { return "/b"; } }',
      },
    ],
  ])('%s', async (_, files) => {
    const found = await findIn(files);
    expect(found.map((call) => call.replace(/^\S+ /, '')).sort()).toEqual([
      'GET /api/a',
      'GET /api/b',
    ]);
  });
});

describe('is quiet', () => {
  it.each<[Language, string, string]>([
    ['js', 'an export', 'module.exports = { load };'],
    ['js', 'a handler that calls it', "app.get('/h', (req, res) => { load('/known'); });"],
    ['js', 'a log line', 'console.log(load);'],
    ['js', 'another function of that name', 'const other = { load: (x) => x }; run(other.load);'],
    ['js', 'a list of known paths', "['/known'].map(load);"],
    ['js', 'a function that drops it', 'function f() {} f(load);'],
    [
      'ts',
      'an object that is given to a function of the tree',
      "function use(c: Rc) { c.get('/known'); } use(rc);",
    ],
    ['py', 'a question', 'callable(load)'],
    ['rb', 'a question', 'respond_to?(:other)'],
    ['sh', 'a word', 'echo api'],
  ])('%s: %s', async (language, _, use) => {
    expect(await foundBeside(language, use)).toEqual([]);
  });

  it('passes on functions whose requests go elsewhere', async () => {
    const source =
      "const f = (p) => fetch('https://other.test/x' + p);\nf('/a'); paths.map(f); bus.on('x', f);";
    expect(await findIn({ 'a.js': source })).toEqual([]);
  });
});
