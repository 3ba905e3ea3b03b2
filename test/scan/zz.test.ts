import { it } from 'vitest';
import { findIn } from './find-in.js';
it('x', async () => {
  console.log(await findIn({
'a.js':`
class Base { path() { return '/api/base' + this.tail(); } tail() { return '/t'; } transmit(to) { fetch('https://api.test' + this.path(), { method: 'POST' }); } }
class Derived extends Base { path() { return super.path() + '/over'; } tail() { return '/d'; } }
new Base().transmit('/3'); new Derived().transmit('/3');
function get(to) { fetch('https://api.test' + to, { method: 'DELETE' }); }
get('/api/named');
`, 'b.py':`
import requests
class A:
    def url(self, p): return "https://api.test" + p
class B(A):
    def url(self, p): return super().url("/api" + p)
    def go(self): requests.get(self.url("/py"))
B().go()
`
}));
});
