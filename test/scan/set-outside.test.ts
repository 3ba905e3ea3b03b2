// What a framework, a file or whoever runs the program may set -> both ways of a test that it decides.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const B = '"https://api.test/api/"';
const BOTH = ['GET /api/a', 'GET /api/b'];

const go = (main: string, more = '') => ({
  'm.go': `package main
type Opt struct { Kind string }
${more}
func get(b string, k string) { if k == "a" { http.Get(b + "a") } else { http.Get(b + "b") } }
func with(b string, o *Opt) { if o.Kind == "a" { http.Get(b + "a") } else { http.Get(b + "b") } }
func main() { ${main} }`,
});
const java = (field: string, main = '') => ({
  'A.java': `import okhttp3.*;
class Opt { ${field} }
class A {
 OkHttpClient http = new OkHttpClient();
 void load(String b, Opt o) { http.newCall(new Request.Builder().url(o.kind.equals("a") ? b + "a" : b + "b").build()).execute(); }
 void go() { Opt o = new Opt(); ${main} load(${B}, o); } }`,
});
const sharp = (field: string, main = '') => ({
  'A.cs': `class Opt { ${field} }
class A {
 static HttpClient http = new HttpClient();
 static void Load(string b, Opt o) { if (o.Kind == "a") http.GetAsync(b + "a"); else http.GetAsync(b + "b"); }
 static void Go() { var o = new Opt(); ${main} Load(${B}, o); } }`,
});
const SET = "function set() { global $kind; $kind = 'a'; }\nset();";
const php = (main: string) => ({
  'a.php': `<?php
$kind = 'b';
function get($b) { global $kind; return file_get_contents($kind === 'a' ? $b . 'a' : $b . 'b'); }
function more($b, $more) { $kind = 'b'; extract($more); return file_get_contents($kind === 'a' ? $b . 'a' : $b . 'b'); }
${main}`,
});

it.each<[string, Record<string, string>, string[]]>([
  ['Go: what nothing sets', go(`kind := "b"; get(${B}, kind)`), ['GET /api/b']],
  [
    'Go: a text whose address is given',
    go(`kind := "b"; fmt.Scanln(&kind); get(${B}, kind)`),
    BOTH,
  ],
  [
    'Go: a variable of the package',
    go(`flag.StringVar(&kind, "k", "b", ""); get(${B}, kind)`, 'var kind = "b"'),
    BOTH,
  ],
  ['Go: a struct', go(`o := Opt{Kind: "b"}; json.Unmarshal(data, &o); with(${B}, &o)`), BOTH],
  ['Go: a field', go(`o := &Opt{Kind: "b"}; flag.StringVar(&o.Kind, "k"); with(${B}, o)`), BOTH],
  ['Java: a field', java('String kind = "b";'), ['GET /api/b']],
  ['Java: a field with an annotation', java('@Value("k") String kind = "b";'), BOTH],
  ['Java: one that sets nothing', java('@Deprecated String kind = "b";'), ['GET /api/b']],
  ['Java: a constant', java('@Value("k") final String kind = "b";'), ['GET /api/b']],
  [
    'Java: an object that a file fills',
    java('String kind = "b";', 'mapper.readerForUpdating(o).readValue(file);'),
    BOTH,
  ],
  ['C#: a property', sharp('public string Kind { get; set; } = "b";'), ['GET /api/b']],
  [
    'C#: a property with an attribute',
    sharp('[Option("k")] public string Kind { get; set; } = "b";'),
    BOTH,
  ],
  ['C#: a field', sharp('[Option("k")] public string Kind = "b";'), BOTH],
  [
    'C#: an object that settings are bound to',
    sharp('public string Kind = "b";', 'config.GetSection("x").Bind(o);'),
    BOTH,
  ],
  ['PHP: a global variable', php(`get(${B});`), ['GET /api/b']],
  ['PHP: one that a function sets', php(`${SET} get(${B});`), BOTH],
  ['PHP: what a list is taken apart to', php(`more(${B}, $_GET);`), BOTH],
])('%s', async (_, files, calls) => {
  const found = (await findIn(files)).map((line) => line.replace(/^\S+ /, ''));
  expect(found.sort()).toEqual(calls);
});

it('leaves the path that it has beside it', async () => {
  const found = await findIn(
    go(`path := "b"; flag.StringVar(&path, "p", path, ""); http.Get(${B} + path)`),
  );
  expect(found).toEqual(['m.go:6 GET /api/b']);
});
