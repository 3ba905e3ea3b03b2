// A request in a callback -> its own method: the call that takes the callback says nothing of it.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const URL = 'https://api.test/api/x';

it.each([
  ['Express', 'a.js', `app.post('/hook', async (req, res) => { await fetch('${URL}'); });`],
  [
    'Express, a router',
    'a.js',
    `const r = Router(); r.delete('/h', (req, res) => fetch('${URL}'));`,
  ],
  ['Fastify', 'a.ts', `fastify.put('/h', { schema }, async (request) => fetch('${URL}'));`],
  ['Hono', 'a.ts', `app.post('/h', (c) => c.json(fetch('${URL}')));`],
  ['Koa', 'a.js', `router.patch('/h', async (ctx) => { ctx.body = await fetch('${URL}'); });`],
  ['msw', 'a.js', `http.post('/h', () => fetch('${URL}'));`],
  ['a queue', 'a.js', `queue.put(async () => fetch('${URL}'));`],
  ['a chain behind it', 'a.js', `app.post('/h', () => fetch('${URL}').then((r) => r.json()));`],
  ['Slim', 'a.php', `<?php $app->post('/h', function ($q, $r) { file_get_contents('${URL}'); });`],
  [
    'Javalin',
    'A.java',
    `class A { void m() { app.post("/h", ctx -> { HttpRequest q = HttpRequest.newBuilder(URI.create("${URL}")).build(); HttpClient.newHttpClient().send(q, h); }); } }`,
  ],
  ['Sinatra', 'a.rb', `require 'httparty'\npost '/h' do\n  HTTParty.get('${URL}')\nend`],
  [
    'a route of Ruby with a receiver',
    'a.rb',
    `app.post('/h') { |c| Net::HTTP.get(URI('${URL}')) }`,
  ],
  [
    'gin',
    'a.go',
    `package a\nimport "net/http"\nfunc m() { r.POST("/h", func(c *gin.Context) { http.Get("${URL}") }) }`,
  ],
  [
    'ASP.NET',
    'A.cs',
    `app.MapPost("/h", async () => { await new HttpClient().GetAsync("${URL}"); });`,
  ],
])('%s', async (_, file, source) => {
  const found = await findIn({ [file]: source });
  expect(found.map((call) => call.replace(/^\S+ /, ''))).toEqual(['GET /api/x']);
});

it.each([
  ['the block is given the request', "conn.post { |q| q.url 'https://api.test/api/x' }", 'POST'],
  ['so is one of a form', "conn.put do |q|\n  q.url('https://api.test/api/x')\nend", 'PUT'],
])('%s', async (_, source, method) => {
  const found = await findIn({ 'a.rb': source });
  expect(found.map((call) => call.replace(/^\S+ /, ''))).toEqual([`${method} /api/x`]);
});
