// Functions of clients in tables, and bound to their client: a call of such an entry sends as the function does.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const URL = 'https://api.test/api/a';

it.each<[ending: string, what: string, text: string, call: string]>([
  [
    'js',
    'an entry',
    `import axios from 'axios';\nconst ops = { log: axios.get };\nops.log('${URL}');`,
    'GET',
  ],
  [
    'js',
    'an entry that is bound',
    `import axios from 'axios';\nconst ops = { sms: axios.post.bind(axios) };\nops.sms('${URL}');`,
    'POST',
  ],
  [
    'js',
    'a variable that is bound',
    `import axios from 'axios';\nconst put = axios.put.bind(axios);\nput('${URL}');`,
    'PUT',
  ],
  ['py', 'an entry', `import requests\nops = {"sms": requests.post}\nops["sms"]("${URL}")`, 'POST'],
  [
    'go',
    'an entry',
    `package a\nimport "net/http"\nfunc a() {\nops := map[string]any{"log": http.Get}\nops["log"]("${URL}")\n}`,
    'GET',
  ],
])('%s: %s', async (ending, _, text, method) => {
  const calls = await findIn({ [`a.${ending}`]: text });
  expect(calls.map((call) => call.replace(/^\S+ /, ''))).toEqual([`${method} /api/a`]);
});

it('an entry of a map is looked up, whatever the map is filled with', async () => {
  const text = `const m = new Map(); m.set('get', cache); m.get('/api/a/b'); const o = {}; o.get('/api/a/b');`;
  expect(await findIn({ 'a.js': text })).toEqual([]);
});
