import { it } from 'vitest';
import { findIn } from './find-in.js';
it('x', async () => {
  console.log(await findIn({
'a.py':`
import requests
class A:
    path = "/api/a"
    def go(self): return requests.get("https://api.test" + self.path)
a = A(); a.go()
b = A(); b.path = "/api/b"; b.go()
P = {"calls": "/api/p1"}
P.update(presence="/api/p2")
P["x"] = "/api/p3"
for k in P: requests.get("https://api.test" + P[k])
for k, v in P.items(): requests.post("https://api.test" + v)
o = dict(P, z="/api/z")
requests.put("https://api.test" + o["z"])
requests.put("https://api.test" + o["x"])
kw = {}
kw.setdefault("method", "GET")
requests.request(url="https://api.test/api/kw", **kw)
`, 'b.js':`
import axios from 'axios';
const base = { url: 'https://api.test/api/assign' };
axios(base);
axios(Object.assign({}, base, { method: 'DELETE' }));
const _ = require('lodash');
const rc = (o) => axios(_.merge({ method: 'get', baseURL: 'https://api.test' }, o));
rc({ url: '/api/m1' }); rc({ url: '/api/m2', method: 'delete' });
const H = {}; H['x' + Math.random()] = '/api/h1'; H.k = '/api/h2';
fetch('https://api.test' + H.k); for (const k of Object.keys(H)) fetch('https://api.test' + H[k]);
const opts = { headers: {} }; Object.assign(opts, { method: 'PATCH' }); fetch('https://api.test/api/oa', opts);
`, 'c.cs':`using System.Net.Http;
public class M { public string Path { get; set; } = "/api/cs1"; public void Go() => new HttpClient().GetAsync("https://api.test" + Path); }
public class U { void Run() { new M().Go(); new M { Path = "/api/cs2" }.Go(); } }
`, 'd.go':`package main
import "net/http"
type J struct { Path string }
func (j *J) Go() { http.Get("https://api.test" + j.Path) }
func main() { j := &J{Path: "/api/go1"}; j.Go(); j.Path = "/api/go2"; j.Go() }
`}));
});
