// Packages whose own calls are known: what an import of one sends, and what the methods of its objects send.
import { describe, expect, it } from 'vitest';
import { apiOf, callText, scanFiles } from './scan-files.js';

const API = apiOf(`version: 1
api: acme
servers: [https://api.acme.test]
sdk:
  packages: [acme]
  subscriptions: { route: POST /hooks, calls: [subscribe], otherwise: { javascript: WebSocket } }
  senders: { javascript: [acme-old] }
  sends:
    javascript:
      acme-bots <3:
        objects:
          bot: { reply: "POST /chats/{id}", rename: PUT /me, who: [GET /me, GET /users possibly] }
          user: { rename: PUT /users }
      acme-bots/server:
        itself: [GET /me, { call: POST /hooks, events: [/chats], transport: WebHook }]
    python:
      acme_bots:
        itself: { call: POST /hooks, eventsBy: botFilters, events: [/chats], transport: client }
        objects: { bot: { reply: "POST /chats/{id}" } }
permissions: { me: Me, chats: Chats, users: Users }
routes:
  GET /me: me
  PUT /me: me
  GET /users: users
  PUT /users: users
  POST /chats/{id}: chats
  POST /hooks: { requires: [], events: { /chats: chats, /users: users } }
`);

const scan = async (files: Readonly<Record<string, string>>) => {
  const { calls, accounting } = await scanFiles(files, [], undefined, API);
  const texts = calls.map((call) => {
    const reason = call.trace?.reason?.replace(/,.*/, '');
    return `${callText(call)}${call.possible ? ' possibly' : ''}${reason ? `: ${reason}` : ''}`;
  });
  return { texts, calls, doubts: accounting?.doubts ?? [] };
};

const SERVER = "import createApp from 'acme-bots/server';\n";
const ITSELF = ['a.js:1 GET /me', 'a.js:1 POST /hooks /chats by WebHook'];

const handlers: readonly [what: string, source: string, calls: string[]][] = [
  [
    'a parameter',
    'app.on("x", async ({ bot, chat }) => bot.reply(chat.id));',
    ['2 POST /chats/{}'],
  ],
  [
    'an event',
    'createApp(async (event) => { const { bot } = event; await bot.reply(1); });',
    ['2 POST /chats/{}'],
  ],
  ['a field', 'class A { go() { return this.bot.reply(1); } }', ['2 POST /chats/{}']],
  ['a longer name', 'const f = (parrotBot) => parrotBot.reply(1);', ['2 POST /chats/{}']],
  [
    'two calls, one of them possible',
    'f(({ bot }) => bot.who());',
    ['2 GET /me', '2 GET /users possibly'],
  ],
  ['another object', 'f((user) => user.rename());', ['2 PUT /users']],
  [
    'what the package makes',
    "import { Bot } from 'acme-bots/models';\n(await Bot.find(1)).reply(1);",
    ['3 POST /chats/{}'],
  ],
  [
    'an item of a list of them',
    "import { Bot } from 'acme-bots/models';\nfor (const b of await Bot.all()) b.reply(1);",
    ['3 POST /chats/{} possibly'],
  ],
  ['a method that is not listed', 'f(({ bot }) => bot.save());', []],
  ['another name', 'f((it) => it.reply(1));', ['2 POST /chats/{} possibly']],
  ['an object of another package', "const bot = require('telegram').make();\nbot.reply(1);", []],
  ['an object of the app', 'const bot = { reply: () => 1 };\nbot.reply(1);', []],
  [
    'a class of the app has such a method as well',
    'class Slack { reply() {} }\nf(({ bot }) => bot.reply(1));',
    ['3 POST /chats/{} possibly'],
  ],
];

describe('an object of a package', () => {
  it.each(handlers)('is %s', async (_, source, calls) => {
    const { texts } = await scan({ 'a.js': SERVER + source });
    expect(texts).toEqual([...ITSELF, ...calls.map((call) => `a.js:${call}`)]);
  });

  it('is none where nothing uses the package', async () => {
    expect((await scan({ 'a.js': '// acme\nf(({ bot }) => bot.reply(1));' })).texts).toEqual([]);
  });

  it('is in files that import what uses the package, or are imported by it', async () => {
    const files = {
      'a.js': `${SERVER}import { handle } from './handle.js';\ncreateApp(handle);`,
      'handle.js': 'export const handle = ({ bot }) => bot.reply(1);',
    };
    expect((await scan(files)).texts).toEqual([...ITSELF, 'handle.js:1 POST /chats/{}']);
  });
});

const imports: readonly [what: string, files: Record<string, string>, calls: string[]][] = [
  ['of a module that sends nothing', { 'a.js': "import { Bot } from 'acme-bots/models';" }, []],
  ['of two files', { 'a.js': SERVER, 'b.js': SERVER }, ITSELF],
  [
    'of a package of which nothing is known',
    { 'a.js': "import x from 'acme-old';" },
    ['a.js:1 ? {}: acme-old sends requests of its own'],
  ],
  ['of the package itself', { 'acme_bots/x.py': '', 'a.py': 'from acme_bots import x' }, []],
  ['in the middle of code', { 'a.js': "require('acme-bots/server').default(handle);" }, ITSELF],
  [
    'of a version of which nothing is known',
    {
      'a.js': "import { Bot } from 'acme-bots';",
      'package.json': '{ "dependencies": { "acme-bots": "^3.1.0" } }',
    },
    ['a.js:1 ? {}: acme-bots sends requests of its own'],
  ],
  [
    'with filters that are its own',
    { 'a.py': 'import acme_bots\n' },
    ['a.py:1 POST /hooks /chats'],
  ],
  [
    'with filters that a function of the app gives',
    { 'a.py': "import acme_bots\ndef botFilters():\n    return ['/users']\n" },
    ['a.py:1 POST /hooks /users'],
  ],
];

describe('an import', () => {
  it.each(imports)('%s', async (_, files, calls) => {
    expect((await scan(files)).texts).toEqual(calls);
  });
});

it('says by which package a call is sent', async () => {
  const { calls } = await scan({ 'a.js': `${SERVER}f(({ bot }) => bot.reply(1));` });
  expect(calls.map(({ trace }) => trace?.through.map(({ text }) => text))).toEqual([
    ['acme-bots/server by itself'],
    ['acme-bots/server by itself'],
    ['reply() of acme-bots'],
  ]);
});

it('takes the server that a package makes for no client, and its objects for some', async () => {
  const { texts } = await scan({
    'a.js': `${SERVER}const serve = require('serve');\nserve(createApp(handle));`,
  });
  expect(texts).toEqual(ITSELF);
});
