// Client objects that code gives away -> a call of which nothing is known; and those that stay inside.
import { expect, it } from 'vitest';
import { callText, scanFiles } from './scan-files.js';

const SDK = "const { SDK } = require('@ringcentral/sdk');\nconst rc = new SDK({}).platform();\n";
const AXIOS =
  "const axios = require('axios');\nconst rc = axios.create({ baseURL: 'https://platform.ringcentral.com/restapi/v1.0' });\n";
const PYTHON = 'from ringcentral import SDK\nrc = SDK("i", "s", "x").platform()\n';
const RUBY = "require 'ringcentral'\nRC = RingCentral.new('i', 's', 'x')\n";
const SHARP = 'using RingCentral;\nclass A { void R() { var rc = new RestClient("i", "s"); ';

const escapes: readonly [what: string, file: string, source: string, line: number][] = [
  ['a function of a library', 'a.js', `${SDK}require('board').show(rc);`, 3],
  ['a client with a base', 'a.js', `${AXIOS}require('board').show(rc);`, 3],
  ['a class of a library', 'a.py', `from board import Board\n${PYTHON}Board(rc).run()`, 4],
  ['a method by a name that is a value', 'a.js', `${SDK}exports.run = (op, id) => rc[op](id);`, 3],
  ['getattr', 'a.py', `${PYTHON}def run(op, *args): return getattr(rc, op)(*args)`, 3],
  ['public_send', 'a.rb', `${RUBY}def run(op, *args) = RC.public_send(op, *args)`, 3],
  ['a field of a server', 'a.js', `const app = require('koa')();\n${SDK}app.context.rc = rc;`, 3],
  ['a registry', 'a.js', `${SDK}require('awilix').createContainer().register({ rc });`, 3],
  ['a library of C#', 'a.cs', `${SHARP}Board.Show(rc); } }`, 2],
];

it.each(escapes)('counts %s as a request', async (_, file, source, line) => {
  const { calls } = await scanFiles({ [file]: source });
  expect(calls.map(callText)).toEqual([`${file}:${line} ? {}`]);
});

const inside: readonly [what: string, file: string, source: string][] = [
  ['a log', 'a.js', `${SDK}console.log(rc);`],
  ['a comparison', 'a.py', `${PYTHON}ok = rc is not None and not rc.closed`],
  [
    'an extension of the client',
    'a.js',
    `${SDK}rc.installExtension(require('@rc-ex/ws').make(rc));`,
  ],
  [
    'a function of the tree',
    'a.js',
    `${SDK}run(rc);\nfunction run(client) { client.on('x', () => 1); }`,
  ],
  [
    'a map of the tree',
    'a.js',
    `${SDK}const all = new Map();\nfunction of(id) { all.set(id, rc); return all.get(id); }`,
  ],
  [
    'a property with a getter',
    'a.js',
    `${SDK}class Bot {}\nObject.defineProperty(Bot.prototype, 'rc', { get() { return rc; } });\nnew Bot().rc.on('x', f);`,
  ],
  [
    'a phone that is made of it',
    'a.js',
    `const { WebPhone } = require('ringcentral-web-phone');\n${SDK}new WebPhone(rc).on('x', f);`,
  ],
  ['what retries', 'a.js', `${AXIOS}require('axios-retry').axiosRetry(rc, {});`],
  [
    'the body of a request',
    'a.js',
    "const { CreateSMSMessage } = require('@rc-ex/core');\nrequire('board').show(new CreateSMSMessage());",
  ],
  ['a member by its name', 'a.py', `${PYTHON}print(getattr(rc, "version", None))`],
  ['a registration by type', 'a.cs', `${SHARP}services.AddSingleton(rc); } }`],
  [
    'a phone of the vendor',
    'a.js',
    "const { WebPhone } = require('ringcentral-web-phone');\nrequire('board').show(new WebPhone({}));",
  ],
];

it.each(inside)('leaves alone %s', async (_, file, source) => {
  const { calls } = await scanFiles({ [file]: source });
  expect(calls.map(callText)).toEqual([]);
});

const elsewhere: readonly [what: string, file: string, source: string][] = [
  ['a context', 'b.js', "module.exports = async (ctx) => ctx.rc.get('/account/~/presence');"],
  ['an item of a container', 'b.js', "exports.p = () => inject('rc').get('/account/~/presence');"],
  [
    'what Flask keeps',
    'b.py',
    'from flask import g\ndef p(): return g.rc.get("/account/~/presence")',
  ],
  [
    'an extension of Flask',
    'b.py',
    'from flask import current_app\ndef p(): return current_app.extensions["rc"].get("/account/~/presence")',
  ],
  ['a thread', 'b.rb', "def p = Thread.current[:rc].get('/account/~/presence')"],
];

it.each(elsewhere)('finds the call of a client that comes from %s', async (_, file, source) => {
  const { calls } = await scanFiles({ [file]: source });
  expect(calls.map(callText)).toEqual([expect.stringMatching(/GET \/account\/~\/presence$/)]);
});
