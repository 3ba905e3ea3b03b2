// Clients of the vendor in other dress: one that shares its name with another client, and one that was copied into the tree.
import { expect, it } from 'vitest';
import { callText, scanFiles } from './scan-files.js';

const rest = (made: string, before = 'using RingCentral;') =>
  `${before}\nclass A { async void R() { var rc = ${made}; await rc.Get("/restapi/v1.0/account/~/presence"); } }`;

const sharp: readonly [what: string, source: string][] = [
  ['an id for the first argument', rest('new RestClient("id", "secret", true)')],
  ['placeholders', rest('new RestClient("<ID>", "<SECRET>", "<SERVER>")')],
  ['a name with its namespace', rest('new RingCentral.RestClient("id", "secret")', '')],
  [
    'another name for the namespace',
    rest('new RC.RestClient("id", "s")', 'using RestSharp; using RC = RingCentral;'),
  ],
  [
    'the other client',
    rest('new RestClient("https://platform.ringcentral.com")', 'using RestSharp;'),
  ],
];

it.each(sharp)('reads a RestClient by %s', async (_, source) => {
  const { calls } = await scanFiles({ 'a.cs': source });
  expect(calls.map(callText)).toEqual([
    expect.stringMatching(/^a\.cs:2 GET \/restapi\/v1\.0\/account\/~\/presence$/),
  ]);
});

it('does not take a RestClient of another server for one of the vendor', async () => {
  const source = rest('new RestClient("https://example.test")', 'using RestSharp; // RingCentral');
  expect((await scanFiles({ 'a.cs': source })).calls).toEqual([]);
});

const COPY = `(function (root, factory) { root.RingCentral = factory(); })(this, function () {
  function Platform() {}
  Platform.prototype.logout = function () { return this.post('/restapi/oauth/revoke', {}); };
  Platform.prototype.get = function (path) { return fetch(this.server + '/restapi/v1.0' + path); };
  function SDK() { this.mock('GET', '/restapi/v1.0/account/~/call-log'); }
  return { SDK: SDK };
});`;
const APP = "new RingCentral.SDK({}).platform().get('/account/~/presence');";

it('leaves out a copy of the client, and reads the calls into it', async () => {
  const files = { 'lib/ringcentral-bundle.js': COPY, 'app.js': APP };
  const { calls, accounting } = await scanFiles(files);
  expect(calls.map(callText)).toEqual(['app.js:1 GET /account/~/presence']);
  expect(accounting).toMatchObject({ files: { read: 1, package: 1 }, doubts: [] });
});

it('reads a client of the app that is only named like the package', async () => {
  const own =
    "exports.log = () => fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');";
  const { calls } = await scanFiles({ 'lib/ringcentral.js': own });
  expect(calls.map(callText)).toEqual([
    'lib/ringcentral.js:1 GET /restapi/v1.0/account/~/call-log',
  ]);
});

it.each([
  ['a variable', 'ids'],
  ['a list that is made', 'ids.map((id) => of(id))'],
])(
  'takes %s that is given to a subscription for filters that are not known',
  async (_, filters) => {
    const source = `import WebSocketExtension from '@rc-ex/ws';
export const start = (ids) => new WebSocketExtension().subscribe(${filters}, (e) => e);`;
    const { calls } = await scanFiles({ 'a.ts': source });
    expect(calls.map(callText)).toEqual(['a.ts:2 POST /restapi/v1.0/subscription by WebSocket']);
  },
);
