import { it } from 'vitest';
import { findIn } from './find-in.js';

it('x', async () => {
  console.log(
    await findIn({
      'a.py': `
import requests
class A:
    path = "/api/a"
    def go(self): return requests.get("https://api.test" + self.path)
a = A(); a.go()
b = A(); b.path = "/api/b"; b.go()
P = {"calls": "/api/p1"}
P["x"] = "/api/p3"
for k in P: requests.get("https://api.test" + P[k])
`,
      'b.js': `
const rc = (path, { method, body } = {}) => fetch('https://api.test' + path, { method: method || (body ? 'POST' : 'GET'), body });
rc('/api/r1'); rc('/api/r2', { body: '{}' });
class C { constructor() { this.path = '/api/c1'; } use(p) { this.path = p; return this; } go() { return fetch('https://api.test' + this.path); } }
new C().go();
new C().use('/api/c2').go();
class D { set path(p) { this._p = p; } get url() { return 'https://api.test' + this._p; } go() { return fetch(this.url); } }
const a = new D(); a.path = '/api/d1'; a.go();
const b = new D(); b.path = '/api/d2'; b.go();
const m = new Map([['a', '/api/m1']]);
m.set('b', '/api/m2');
for (const [k, p] of m) fetch('https://api.test' + p);
const seg = ['api', 'v1.0', 'red'];
fetch(seg.reduce((acc, s) => acc + '/' + s, 'https://api.test'));
`,
      'c.cs': `using System.Net.Http;
public class M { public string Path { get; set; } = "/api/cs1"; public void Go() => new HttpClient().GetAsync("https://api.test" + Path); }
public class U { void Run() { new M().Go(); new M { Path = "/api/cs2" }.Go(); } }
`,
      'd.go': `package main
import "net/http"
type J struct { Path string }
func (j *J) Go() { http.Get("https://api.test" + j.Path) }
func main() { j := &J{Path: "/api/go1"}; j.Go(); j.Path = "/api/go2"; j.Go() }
`,
      'e.php': `<?php
class A { public $path = '/api/php1'; function go() { return file_get_contents('https://api.test' . $this->path); } }
$a = new A(); $a->go(); $b = new A(); $b->path = '/api/php2'; $b->go();
`,
    }),
  );
});
