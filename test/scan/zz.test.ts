import { it } from 'vitest';
import { findIn } from './find-in.js';

it('x', async () => {
  console.log(
    await findIn({
      'a.js': `
const T = [['GET','/api/a'],['POST','/api/b']];
for (const [m,p] of T) fetch('https://api.test'+p, {method:m});
`,
      'b.py': `
import requests
T = [("GET","/api/a"),("POST","/api/b")]
for m, p in T: requests.request(m, "https://api.test"+p)
`,
      'c.js': `
function f(x){ let m='GET', p='/api/a'; if (x) { m='POST'; p='/api/b' } return fetch('https://api.test'+p,{method:m}) }
function g(x){ const o={}; if (x) o.method='DELETE'; return fetch('https://api.test/api/q',o) }
function h(x){ let m='GET'; if (x) m = x.method; return fetch('https://api.test/api/h',{method:m}) }
function i(x){ let u='https://api.test/api/i'; if (x) u = x.url(); return fetch(u) }
function j(x,y){ return fetch('https://api.test'+(x?'/api/j':'/api/k'),{method: y?'GET':'PUT'}) }
const U='https://api.test/api/s'; const rc=(opts={})=>fetch(U,{headers:{},...opts}); rc(); rc({method:'DELETE'});
import axios from 'axios'; const fn = process.argv ? axios.delete : axios.get; fn('https://api.test/api/fn');
`,
      'd.php': `<?php
function go($purge) { $ch = curl_init('https://api.test/api/curl');
 if ($purge) { curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'DELETE'); }
 return curl_exec($ch); }`,
      'e.js': `
function a(send, x) { const m = send ? 'POST' : 'GET'; const p = send ? '/api/e1' : '/api/e2'; return fetch('https://api.test' + p, { method: m }) }
function b(send, x) { let m = 'GET'; if (send) m = 'POST'; let p = '/api/e3'; if (!send) { p = '/api/e4' } return fetch('https://api.test' + p, { method: m }) }
function c(kind) { let m; switch (kind) { case 'a': m = 'POST'; break; case 'b': m = 'PUT'; break; default: m = 'GET' } const p = kind === 'a' ? '/api/e5' : '/api/e6'; return fetch('https://api.test' + p, { method: m }) }
function d(send) { let u = '/api/e7'; if (send) u = '/api/e8'; if (send) return fetch('https://api.test' + u); }
function e(s, t) { let u = 'https://api.test/api/e9'; if (s) throw new Error(); else if (t) u += '/x'; return fetch(u) }
function f(base, p) { const b = process.env.B || 'https://api.test'; return fetch(b + (p ? '/api/f1' : '/api/f2')) }
`,
    }),
  );
});
