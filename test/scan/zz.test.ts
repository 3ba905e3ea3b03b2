import { it } from 'vitest';
import { findIn } from '/work/wt/eval/test/scan/find-in.js';
it('x', async () => {
  console.log(await findIn({'a.js': `
const T = [['GET','/api/a'],['POST','/api/b']];
for (const [m,p] of T) fetch('https://api.test'+p, {method:m});
`, 'b.py': `
import requests
T = [("GET","/api/a"),("POST","/api/b")]
for m, p in T: requests.request(m, "https://api.test"+p)
for i, (m, p) in enumerate(T): requests.request(m, "https://api.test"+p)
`}));
});
