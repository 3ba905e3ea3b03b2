// Texts put together in several ways and languages -> the calls found: methods, formats, lists, variables that change.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const wrapped: Readonly<Record<string, (body: string) => string>> = {
  js: (body) => `import axios from 'axios';\nexport function run(id, ks) {\n${body}\n}`,
  py: (body) => `import requests\ndef run(id, ks):\n${body.replace(/^/gm, '    ')}`,
  rb: (body) => `def run(id, ks)\n${body}\nend`,
  php: (body) => `<?php\nfunction run($id, $client) {\n${body}\n}`,
  java: (body) => `class A { void run(String id, RestTemplate rest) {\n${body}\n} }`,
};

it.each<[string, string, readonly string[]]>([
  ['js', "axios.get('https://api.test/'.replace(/\\/$/, '') + '/api/v1/a')", ['GET /api/v1/a']],
  ['js', "axios.get('https://api.test/api/v1/{id}/b'.replace('{id}', id))", ['GET /api/v1/{}/b']],
  ['js', "axios.get('https://api.test/api/v1/:id/b'.replace(':id', id))", ['GET /api/v1/{}/b']],
  [
    'js',
    "const p = ['https://api.test', 'api', 'v1']; p.push('c'); axios.get(p.join('/'))",
    ['GET /api/v1/c'],
  ],
  // lists in lists
  [
    'js',
    "for (const u of ks.flatMap((k) => ['https://api.test/api/' + k + '/a', 'https://api.test/api/' + k + '/b'])) axios.get(u)",
    ['GET /api/{}/a', 'GET /api/{}/b'],
  ],
  [
    'js',
    "for (const u of [['/a', '/b'], ['/c']].flat()) axios.get('https://api.test/api' + u)",
    ['GET /api/a', 'GET /api/b', 'GET /api/c'],
  ],
  [
    'js',
    "const p = ['api', 'v1']; axios.get(['https://api.test', ...p, 'd'].join('/'))",
    ['GET /api/v1/d'],
  ],
  [
    'js',
    "let u = 'https://api.test/api/v1/e'; for (const k of ks) { u += '/' + k } axios.get(u)",
    ['GET /api/v1/e', 'GET /api/v1/e/{}', 'GET /api/v1/e{}/{}'],
  ],
  [
    'js',
    "const u = new URL('https://api.test'); u.pathname = '/api/v1/f'; axios.get(u.href)",
    ['GET /api/v1/f'],
  ],
  [
    'js',
    "const o = { url: '/x' }; o.url = 'https://api.test/api/v1/g'; axios.get(o.url)",
    ['GET /api/v1/g'],
  ],
  [
    'js',
    "let u; const set = () => { u = 'https://api.test/api/v1/h' }; set(); axios.get(u)",
    ['GET /api/v1/h'],
  ],
  [
    'js',
    "for (const u of ['/a', '/b'].map((p) => 'https://api.test/api' + p)) axios.get(u)",
    ['GET /api/a', 'GET /api/b'],
  ],
  [
    'js',
    "Object.entries({ x: '/a', y: '/b' }).map(([name, path]) => ({ name, url: 'https://api.test/api' + path })).forEach((e) => axios.get(e.url))",
    ['GET /api/a', 'GET /api/b'],
  ],
  [
    'js',
    "const T = { ...{ x: '/a' }, y: '/b' }; axios.get('https://api.test/api' + T[id])",
    ['GET /api/a', 'GET /api/b'],
  ],
  [
    'py',
    "for u in [f'https://api.test/api{p}' for p in ('/a', '/b')]:\n    requests.get(u)",
    ['GET /api/a', 'GET /api/b'],
  ],
  [
    'py',
    "class C:\n    path = '/a'\nclass D:\n    path = '/b'\nR = {c.__name__: c for c in (C, D)}\nrequests.get('https://api.test/api' + R[id].path)",
    ['GET /api/a', 'GET /api/b'],
  ],
  [
    'rb',
    "%w[/a /b].map { |p| 'https://api.test/api' + p }.each { |u| Faraday.get(u) }",
    ['GET /api/a', 'GET /api/b'],
  ],
  ['py', "requests.get('https://api.test/'.rstrip('/') + '/api/v1/a')", ['GET /api/v1/a']],
  [
    'py',
    "u = 'https://api.test/api/v1/b'\nif id:\n    u += '/c'\nrequests.get(u)",
    ['GET /api/v1/b', 'GET /api/v1/b/c'],
  ],
  [
    'py',
    "p = ['https://api.test/api']\np.append('v1')\np.append('d')\nrequests.get('/'.join(p))",
    ['GET /api/v1/d'],
  ],
  ['rb', "Faraday.get('https://api.test/'.chomp('/') + '/api/v1/a')", ['GET /api/v1/a']],
  ['rb', "u = 'https://api.test'\nu << '/api/v1/b'\nFaraday.get(u)", ['GET /api/v1/b']],
  ['php', "$client->get(rtrim('https://api.test/', '/') . '/api/v1/a');", ['GET /api/v1/a']],
  [
    'java',
    'StringBuilder s = new StringBuilder("https://api.test");\ns.append("/api/v1/").append(id);\nrest.getForObject(s.toString(), String.class);',
    ['GET /api/v1/{}'],
  ],
])('%s: %s', async (language, body, expected) => {
  const found = await findIn({ [`a.${language}`]: wrapped[language]!(body) });
  expect(found.map((line) => line.replace(/^\S+ /, '')).sort()).toEqual([...expected].sort());
});
