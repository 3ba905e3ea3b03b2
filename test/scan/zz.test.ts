import { it } from 'vitest';
import { findIn } from './find-in.js';

it('x', async () => {
  const send = "const send = (p) => fetch('https://api.test/api' + p);";
  for (const s of [
    'const walk = (p) => { try { return send(p) } catch { return walk(p); } };',
    "const walk = (p) => { const r = send(p); if (r.more) walk(p + '/x'); };",
  ])
    console.log(
      await findIn({ 'a.js': `${send}\n${s}\nwalk('/known');` }),
      await findIn({ 'a.js': `${send}\n${s}\nget('/known');` }),
    );
});
