// More than any limit of the scan takes -> the call beyond it is found, or something is open: nothing is dropped silently.
import { expect, it } from 'vitest';
import { pathText } from '../../src/paths/target.js';
import { scanFiles } from './scan-files.js';

const BASE = 'https://platform.ringcentral.com/restapi/v1.0';
const HIDDEN = '/account/~/presence';
const times = (count: number, one: (n: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, n) => one(n)).join(between);
const paths = `${times(60, (n) => `'/account/~/extension/${n}'`, ', ')}, '${HIDDEN}'`;
const send = `const B = '${BASE}';\nfunction get(p) { return fetch(B + p); }\n`;

const PROGRAMS: Readonly<Record<string, string>> = {
  'choices.js': `${send}get(${times(40, (n) => `k === ${n} ? '/account/~/extension/${n}'`, ' : ')} : '${HIDDEN}');`,
  'table.js': `${send}const T = { ${times(45, (n) => `e${n}: '/account/~/extension/${n}'`, ', ')}, p: '${HIDDEN}' };\nget(T[process.argv[2]]);`,
  'loop.js': `${send}for (const p of [${paths}]) get(p);`,
  'spread.js': `${send}const all = (...some) => { for (const p of some) get(p); };\nall(${paths});`,
  'lifts.js': `${send}const f0 = (p) => get(p);\n${times(9, (n) => `const f${n + 1} = (p) => f${n}(p);`)}\nf9('${HIDDEN}');`,
  'subclasses.js': `class A { list() { return fetch('${BASE}' + this.path()); } }
${times(60, (n) => `class C${n} extends A { path() { return '/account/~/extension/${n}'; } }`)}
class P extends A { path() { return '${HIDDEN}'; } }`,
  'members.js': `${send}const o = ${'{ k: '.repeat(25)}'${HIDDEN}'${' }'.repeat(25)};\nget(o${'.k'.repeat(25)});`,
  'joined.js': `fetch('${BASE}${HIDDEN}?x=' + ${times(600, (n) => `x${n}`, ' + ')});`,
  'chained.js': `z${times(500, (n) => `.then(() => ${n})`, '')}.then(() => fetch('${BASE}${HIDDEN}'));`,
  'blocks.js': `${'if (a) { '.repeat(450)}let u = '${BASE}${HIDDEN}'; fetch(u);${' }'.repeat(450)}`,
  'loop.py': `import requests\nfor p in [${paths}]:\n    requests.get('${BASE}' + p)`,
  'clauses.py': `import requests\n[requests.get('${BASE}${HIDDEN}') ${times(25, (n) => `for x${n} in y${n}`, ' ')}]`,
  'urls.sh': `curl ${times(40, (n) => `'${BASE}/account/~/extension/${n}'`, ' ')} '${BASE}${HIDDEN}'`,
  'options.sh': `${times(8, (n) => `if [ "$A${n}" ]; then O${n}='-H x:${n}'; else O${n}='-s -k'; fi`)}
if [ "$A" ]; then U='${BASE}${HIDDEN} -k'; else U='-s ${BASE}/account/~'; fi
curl ${times(8, (n) => `$O${n}`, ' ')} $U`,
};

it.each(Object.entries(PROGRAMS))('%s', async (file, source) => {
  const { calls, accounting } = await scanFiles({ [file]: `${source}\n` });
  const isFound = calls.some((call) => pathText(call).endsWith(HIDDEN));
  const isOpen = calls.some(
    (call) => call.open || /^(?:\/restapi\/v1\.0)?\/?\{\}$/.test(pathText(call)),
  );
  const isDoubt = (accounting?.doubts ?? []).length > 0;
  expect([isFound, isOpen || isDoubt]).toContain(true);
});
