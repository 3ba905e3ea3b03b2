// Code that does not say its transport + the manifests above it -> the transport of the subscription, by a whole scan.
import { expect, it } from 'vitest';
import { majorOf } from '../../src/text/manifests.js';
import { callText, scanFiles } from './scan-files.js';

const FILTER = '/restapi/v1.0/account/~/presence';
const JS = `const { SDK } = require('@ringcentral/sdk');
const { Subscriptions } = require('@ringcentral/subscriptions');
const subscriptions = new Subscriptions({ sdk: new SDK({}) });
subscriptions.createSubscription().setEventFilters(['${FILTER}']).register();`;
const GLOBAL = `const sdk = new RingCentral.SDK({});
sdk.createSubscription().setEventFilters(['${FILTER}']).register();`;
const PHP = `<?php
use RingCentral\\SDK\\SDK;
$sdk = new SDK('', '', '');
$sdk->createSubscription()->addEvents(['${FILTER}'])->register();`;
const RUBY = `require 'ringcentral_sdk'
client = RingCentralSdk::REST::Client.new
client.create_subscription.subscribe(['${FILTER}'])`;
const asking = (packages: Readonly<Record<string, unknown>>, key = 'dependencies') =>
  JSON.stringify({ [key]: packages });
const OLD = asking({ '@ringcentral/subscriptions': '^4.0.0' });
const NEW = asking({ '@ringcentral/subscriptions': '^5.0.0' });

const rows: readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  transport: 'PubNub' | 'WebSocket',
][] = [
  ['no manifest: the newest client', { 'a.js': JS }, 'WebSocket'],
  ['an older client', { 'a.js': JS, 'package.json': OLD }, 'PubNub'],
  ['the newer client', { 'a.js': JS, 'package.json': NEW }, 'WebSocket'],
  ['a manifest further up', { 'src/deep/a.ts': JS, 'package.json': OLD }, 'PubNub'],
  [
    'the nearest of two',
    { 'src/a.js': JS, 'src/package.json': NEW, 'package.json': OLD },
    'WebSocket',
  ],
  [
    'one that asks for neither is passed by',
    { 'src/a.js': JS, 'src/package.json': asking({ left: '1' }), 'package.json': OLD },
    'PubNub',
  ],
  ['one beside it is none', { 'src/a.js': JS, 'other/package.json': OLD }, 'WebSocket'],
  [
    'nothing above a repository',
    { 'own/a.js': JS, 'own/.git': '', 'package.json': OLD },
    'WebSocket',
  ],
  [
    'a client that has one transport',
    { 'a.js': JS, 'package.json': asking({ ringcentral: 'x' }) },
    'PubNub',
  ],
  [
    'two clients that take two',
    {
      'a.js': JS,
      'package.json': asking({ ringcentral: '^3', '@ringcentral/subscriptions': '5' }),
    },
    'WebSocket',
  ],
  [
    'versions that may be others',
    { 'a.js': JS, 'package.json': asking({ '@ringcentral/subscriptions': '>=4' }) },
    'WebSocket',
  ],
  [
    'no text for versions',
    { 'a.js': JS, 'package.json': asking({ '@ringcentral/subscriptions': 4 }) },
    'WebSocket',
  ],
  ['a manifest that cannot be read', { 'a.js': JS, 'package.json': `${OLD}}` }, 'WebSocket'],
  [
    'what the code says goes first',
    {
      'a.php': PHP.replace('Subscription()', "Subscription('Pubnub')"),
      'composer.json': asking({ 'ringcentral/ringcentral-php': '^3.0' }, 'require'),
    },
    'PubNub',
  ],
  [
    'PHP, older',
    { 'a.php': PHP, 'composer.json': asking({ 'ringcentral/ringcentral-php': '2.*' }, 'require') },
    'PubNub',
  ],
  [
    'PHP, newer',
    { 'a.php': PHP, 'composer.json': asking({ 'ringcentral/ringcentral-php': '^3.0' }, 'require') },
    'WebSocket',
  ],
  [
    'PHP, with the manifest of another language',
    { 'a.php': PHP, 'package.json': OLD },
    'WebSocket',
  ],
  ['Ruby, by the name of the gem', { 'a.rb': RUBY }, 'PubNub'],
];

it.each(rows)('%s', async (_, files, transport) => {
  const { calls } = await scanFiles(files);
  const subscribing = calls.map(callText).filter((text) => text.includes('POST '));
  expect(subscribing).toEqual([
    expect.stringMatching(new RegExp(`POST /restapi/v1.0/subscription ${FILTER} by ${transport}$`)),
  ]);
});

it('takes a client of a page for that of the manifest', async () => {
  const { calls } = await scanFiles({
    'demo/a.js': GLOBAL,
    'package.json': asking({ ringcentral: '^3.2.2' }, 'peerDependencies'),
  });
  expect(calls.map(({ transport }) => transport)).toEqual(['PubNub']);
});

it.each([
  ['^4.0.0', 4],
  ['~4.7', 4],
  ['4', 4],
  ['4.x', 4],
  ['2.*', 2],
  ['v4.7.4', 4],
  ['=4.7.4-beta.1', 4],
  [' 10.2.3 ', 10],
  ['>=4', null],
  ['^4 || ^5', null],
  ['4 - 5', null],
  ['<5', null],
  ['*', null],
  ['latest', null],
  ['', null],
  ['git+https://a.example/4.git', null],
  ['file:../4', null],
  ['4.0.0.0.0', null],
])('the major version of %j is %j', (versions, major) => {
  expect(majorOf(versions)).toBe(major);
});
