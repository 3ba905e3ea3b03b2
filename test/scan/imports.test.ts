// What an import, a namespace or a class of several files leads to, as each language says it.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const U = 'https://api.test/api/a';

it.each<[string, Record<string, string>, string[]]>([
  [
    'a module of a package of Python',
    {
      'app/__init__.py': '',
      'app/paths.py': `A = "${U}"`,
      'app/main.py': 'import requests\nfrom app import paths\nrequests.get(paths.A)',
    },
    ['app/main.py:3 GET /api/a'],
  ],
  [
    'a module beside it',
    {
      'app/paths.py': `A = "${U}"`,
      'app/main.py': 'import requests\nfrom . import paths\nrequests.get(paths.A)',
    },
    ['app/main.py:3 GET /api/a'],
  ],
  [
    'a name that the package binds, before a module of that name',
    {
      'app/__init__.py': `paths = "${U}"`,
      'app/paths.py': 'B = 1',
      'app/main.py': 'import requests\nfrom app import paths\nrequests.get(paths)',
    },
    ['app/main.py:3 GET /api/a'],
  ],
  [
    'modules of Python by their whole names, whether folders have a file of their own or not',
    {
      'acme/rc/paths.py': "A = '/a'",
      'acme/rc/http.py': `import requests\ndef get(p): return requests.get('https://api.test/api' + p)`,
      'main.py': 'import acme.rc.paths\nimport acme.rc.http\nacme.rc.http.get(acme.rc.paths.A)',
    },
    ['main.py:3 GET /api/a'],
  ],
  [
    'what a package of Python has from its modules: by name, by another name, all of it, and a module',
    {
      'app/__init__.py':
        'from .core import get as fetch\nfrom .consts import *\nfrom . import more',
      'app/core.py': `import requests\ndef get(p): return requests.get('https://api.test/api' + p)`,
      'app/consts.py': "A = '/a'",
      'app/more.py': "B = '/b'",
      'run.py': 'import app\nfrom app import A\napp.fetch(A)\napp.fetch(app.more.B)',
    },
    ['run.py:3 GET /api/a', 'run.py:4 GET /api/b'],
  ],
  [
    'modules of Python that have names from each other',
    {
      'p/__init__.py': 'from .a import *\nfrom .b import nothing',
      'p/a.py': `import requests\nfrom p import nothing\ndef get(p): return requests.get('https://api.test/api' + p)`,
      'p/b.py': 'from p import get, nothing',
      'run.py': "import p\np.get('/a')",
    },
    ['run.py:2 GET /api/a'],
  ],
  [
    'a package of Python in a folder of sources',
    {
      'src/acme/__init__.py': 'from acme._http import get',
      'src/acme/_http.py': `import requests\ndef get(p): return requests.get('https://api.test/api' + p)`,
      'scripts/job.py': "import acme\nacme.get('/a')",
    },
    ['scripts/job.py:2 GET /api/a'],
  ],
  [
    'a package of a module of Go whose host is its own',
    {
      'rc/paths.go': `package rc\nconst A = "${U}"`,
      'main.go':
        'package main\nimport (\n"net/http"\n"example.com/app/rc"\n)\nfunc main() { http.Get(rc.A) }',
    },
    ['main.go:6 GET /api/a'],
  ],
  [
    'a package of somebody else, which has the name of a folder',
    {
      'rc/paths.go': `package rc\nconst A = "${U}"`,
      'main.go':
        'package main\nimport (\n"net/http"\n"github.com/other/rc"\n)\nfunc main() { http.Get(rc.A) }',
    },
    ['main.go:6 GET {}'],
  ],
  [
    'static imports of Java: one by one, all of a class, of a class in a class',
    {
      'P.java': `package a;\nclass P { static final String A = "/a"; static String url(String p) { return "https://api.test/api" + p; }\n static class Q { static final String B = "/b"; } }`,
      'M.java':
        'package b;\nimport static a.P.*;\nimport static a.P.Q.B;\nimport static a.P.A;\nclass M { void go(RestTemplate t) {\n t.getForObject(url(A), X.class);\n t.getForObject(url(B), X.class); } }',
    },
    ['M.java:6 GET /api/a', 'M.java:7 GET /api/b'],
  ],
  [
    'classes of one name in two packages of Java, one imported by name and one with its package',
    {
      'a/P.java': 'package a;\npublic class P { public static final String A = "/api/a"; }',
      'b/P.java': 'package b;\npublic class P { public static final String A = "/api/b"; }',
      'One.java':
        'package c;\nimport a.P;\nclass One { void go(RestTemplate t) { t.getForObject(P.A, X.class); } }',
      'Two.java':
        'package c;\nimport b.*;\nclass Two { void go(RestTemplate t) { t.getForObject(P.A, X.class); } }',
    },
    ['One.java:3 GET /api/a', 'Two.java:3 GET /api/b'],
  ],
  [
    'what one file of C# uses for all: a class and an alias of one',
    {
      'All.cs': 'global using static Acme.Rc.P;\nglobal using Other = Acme.Rc.Q;',
      'P.cs':
        'namespace Acme.Rc;\nstatic class P { public const string A = "/a"; public static string Url(string p) => $"https://api.test/api{p}"; }\nstatic class Q { public const string B = "/b"; }',
      'J.cs':
        'namespace Acme.Jobs;\nclass J { void F(HttpClient h) {\n h.GetAsync(Url(A));\n h.GetAsync(Url(Other.B)); } }',
    },
    ['J.cs:3 GET /api/a', 'J.cs:4 GET /api/b'],
  ],
  [
    'methods of C# that are called on their first parameter',
    {
      'E.cs':
        'static class E {\n public static object SendTo(this HttpClient h, string p) => h.GetAsync(p);\n public static string ToUrl(this string p) => "https://api.test/api" + p; }',
      'J.cs':
        'class J(HttpClient h) { void F() {\n h.SendTo("/api/a");\n E.SendTo(h, "/api/b");\n h.GetAsync("/c".ToUrl()); } }',
    },
    ['J.cs:2 GET /api/a', 'J.cs:3 GET /api/b', 'J.cs:4 GET /api/c'],
  ],
  [
    'methods of Java that have the names of the fields that they give',
    {
      'A.java':
        'record Ep(String path) { static Ep of(String p) { return new Ep(p); } }\nenum K { A("/b"); private final String path; K(String path) { this.path = path; } String path() { return path; } }\nclass A { RestTemplate t;\n void send(Ep e) { t.getForObject("https://api.test/api" + e.path(), X.class); }\n void go() {\n send(Ep.of("/a"));\n t.getForObject("https://api.test/api" + K.A.path(), X.class); } }',
    },
    ['A.java:6 GET /api/a', 'A.java:7 GET /api/b'],
  ],
  [
    'a constant of a namespace of PHP',
    {
      'a.php': `<?php\nnamespace Acme;\nconst A = '${U}';`,
      'b.php': '<?php\nuse const Acme\\A;\nfile_get_contents(A);',
    },
    ['b.php:3 GET /api/a'],
  ],
  [
    'a function of a namespace, imported and by its whole name',
    {
      'a.php':
        "<?php\nnamespace Acme;\nfunction get($p) { return file_get_contents('https://api.test/api' . $p); }",
      'b.php': "<?php\nuse function Acme\\get;\nget('/a');\n\\Acme\\get('/b');",
    },
    ['b.php:3 GET /api/a', 'b.php:4 GET /api/b'],
  ],
  [
    'a constant that one file defines for all',
    { 'a.php': `<?php define('RC_URL', '${U}');`, 'b.php': '<?php file_get_contents(RC_URL);' },
    ['b.php:1 GET /api/a'],
  ],
  [
    'parts of a class of C#, without a namespace',
    {
      'A.cs':
        'public partial class Rc { const string Root = "https://api.test/api"; System.Net.Http.HttpClient h = new(); }',
      'B.cs': 'public partial class Rc { public object F() => h.GetAsync(Root + "/a"); }',
    },
    ['B.cs:1 GET /api/a'],
  ],
  [
    'a class of Ruby that is opened again',
    {
      'rc.rb':
        'require \'net/http\'\nmodule Acme\n class Rc\n  def get(p) = Net::HTTP.get(URI("https://api.test/api#{p}"))\n end\nend',
      'more.rb': "module Acme\n class Rc\n  def a = get('/a')\n end\nend",
    },
    ['more.rb:3 GET /api/a'],
  ],
  [
    'an alias of the folder of the sources',
    {
      'src/rc/paths.ts': `export const a = '${U}';`,
      'src/main.ts': "import { a } from '~/rc/paths';\nfetch(a);",
    },
    ['src/main.ts:2 GET /api/a'],
  ],
  [
    'an alias of a folder',
    {
      'packages/shared/paths.js': `export const a = '${U}';`,
      'apps/web/main.js': "import { a } from '#shared/paths';\nfetch(a);",
    },
    ['apps/web/main.js:2 GET /api/a'],
  ],
  [
    'an alias that may be either of two files',
    {
      'one/shared/paths.js': `export const a = '${U}';`,
      'two/shared/paths.js': "export const a = '/b';",
      'web/main.js': "import { a } from '#shared/paths';\nfetch(a);",
    },
    ['web/main.js:2 GET {}'],
  ],
  [
    'a parameter whose type is an enum of texts',
    {
      'p.ts': "export enum P { A = '/api/a', B = '/api/b' }",
      'a.ts':
        "import { P } from './p';\nimport axios from 'axios';\nconst load = (p: P) => axios.get(p);\n[P.A, P.B].map(load);",
    },
    ['a.ts:4 GET /api/a', 'a.ts:4 GET /api/b'],
  ],
  [
    'a variable whose type says nothing of it',
    {
      'a.ts': `async function all(url: string) {\n  let next: string | null = url;\n  while (next) {\n    const r = await fetch(next);\n    next = r.next;\n  }\n}\nall('${U}');`,
    },
    ['a.ts:8 GET {}', 'a.ts:8 GET /api/a'],
  ],
  [
    'a list that another method adds to',
    {
      'a.js':
        "class B {\n  constructor() { this.parts = ['https://api.test/api']; }\n  add(p) { this.parts.push(p); return this; }\n  get() { return fetch(this.parts.join('/')); }\n}\nnew B().add('a').get();",
    },
    ['a.js:4 GET /api{}'],
  ],
  [
    'a URL that a library makes',
    {
      'a.py':
        'import requests\nfrom string import Template\nrequests.get(Template("https://api.test/api/$a").substitute(a="a"))',
    },
    ['a.py:3 GET {}'],
  ],
])('%s', async (_, files, expected) => {
  expect(await findIn(files)).toEqual(expected);
});

it('takes the URL behind a logger or a context whose class says that it is none', async () => {
  const page = (log: string) =>
    `from logging import Logger\nasync def page(http, ${log}, url: str, params):\n    return await http.request(log, url, params=params)\nasync def all(http, log, model):\n    await page(http, log, f"https://api.test/api{model.PATH}", {})`;
  for (const log of ['log', 'log: Logger'])
    expect(await findIn({ 'a.py': page(log) })).toEqual(['a.py:5 ? /api{}']);
});
