import { it } from 'vitest';
import { findIn } from './find-in.js';
it('x', async () => {
  console.log(await findIn({
'A.java':`import java.net.URI;
import java.net.http.*;
class Main { static final String HOST = "https://api.test";
 static class Base { void transmit(String to) { HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(HOST + to)).GET().build(), null); } }
 static class Derived extends Base { void transmit(String to) { HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(HOST + to)).DELETE().build(), null); } }
 void run(boolean p) { Base c = new Base(); if (!p) c = new Derived(); c.transmit("/api/j3"); } }
`, 'b.js':`
function flagged(p, to) { if (p) fetch('https://api.test/api/yes' + to); else fetch('https://api.test/api/no' + to, { method: 'PUT' }); }
flagged(true, '/x');
class Base { transmit(to) { fetch('https://api.test' + to) } }
class Derived extends Base { transmit(to) { fetch('https://api.test' + to, { method: 'DELETE' }) } }
function run(P) { let c = new Base(); if (!P) c = new Derived(); c.transmit('/api/3'); }
function change(o) { o.method = 'POST' }
let o = { method: 'GET' }; change(o); fetch('https://api.test/api/o', o);
const act = new Base(); const act2 = act.transmit.bind(act); act2('/api/bound');
const remove = (p) => fetch('https://api.test' + p, { method: 'DELETE' });
let al = remove; al('/api/al'); remove('/api/direct');
const MODES = { a: '/api/ma', b: '/api/mb' }, VERBS = { a: 'PUT', b: 'POST' };
function mode(m) { fetch('https://api.test' + MODES[m], { method: VERBS[m] }) }
mode('a'); mode('b');
`,
}));
});
