// A client class with a configuration and a sender that its constructor takes: each method sends for the object that was made.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const CONFIG = `const config = { base: 'https://api.test', path: (id: string) => \`/api/a/\${id}\` };
new Client(config).load('1');`;
const INTERFACE = 'interface Config { base: string; path(id: string): string }\n';
const DIRECT = `load(id: string) { return SEND(\`\${this.config.base}\${this.config.path(id)}\`); }`;
const WRAPPED = `load(id: string) { return this.send('PUT', this.config.path(id)); }
private send(method: string, path: string) { return SEND(\`\${this.config.base}\${path}\`, { method }); }`;

const client = (parameters: string, methods: string, send: string) => ({
  'a.ts': `${INTERFACE}export class Client {\nconstructor(${parameters}) {}\n${methods.replace('SEND', send)}\n}\n${CONFIG}`,
});
const ANY = 'private config: any';
const TYPED = 'private config: Config';
const HTTP = 'private http: typeof fetch = fetch';

it.each<[string, string, string, string, string[]]>([
  ['fetch itself', ANY, DIRECT, 'fetch', ['a.ts:4 GET /api/a/{}']],
  ['a sender of its own', `${ANY}, ${HTTP}`, DIRECT, 'this.http', ['a.ts:4 GET /api/a/{}']],
  ['a typed configuration', TYPED, DIRECT, 'fetch', ['a.ts:4 GET /api/a/{}']],
  ['both', `${TYPED}, ${HTTP}`, DIRECT, 'this.http', ['a.ts:4 GET /api/a/{}']],
  ['a method between', ANY, WRAPPED, 'fetch', ['a.ts:4 PUT /api/a/{}']],
  ['the same, typed', TYPED, WRAPPED, 'fetch', ['a.ts:4 PUT /api/a/{}']],
  ['the same with a sender', `${TYPED}, ${HTTP}`, WRAPPED, 'this.http', ['a.ts:4 PUT /api/a/{}']],
])('%s', async (_, parameters, methods, send, calls) => {
  expect(await findIn(client(parameters, methods, send))).toEqual(calls);
});

it('a field that holds the sender, whatever its name', async () => {
  const text =
    "export class Client {\n  transport = fetch;\n  load() { return this.transport('https://api.test/api/a'); }\n}";
  expect(await findIn({ 'a.ts': text })).toEqual(['a.ts:3 GET /api/a']);
});
