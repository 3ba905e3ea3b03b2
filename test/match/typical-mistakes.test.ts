// Typical mistakes against a matrix like that of RingCentral: the route that was meant is the first that is named, and
// what is wrong is said in words; many of them are found in no time.
import { describe, expect, it } from 'vitest';
import { parseStated } from '../../src/calls/stated.js';
import { groupByApi } from '../../src/match/api.js';
import { matchCalls } from '../../src/match/match.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';
import type { Call, NearMiss } from '../../src/model/model.js';
import { permlint } from '../run.js';

const ROWS = `
GET /restapi/v1.0/account/{accountId}
GET /restapi/v1.0/account/{accountId}/active-calls
GET /restapi/v1.0/account/{accountId}/call-log
GET /restapi/v1.0/account/{accountId}/call-log/{callRecordId}
GET /restapi/v1.0/account/{accountId}/call-log-sync
GET /restapi/v1.0/account/{accountId}/call-queues
GET /restapi/v1.0/account/{accountId}/call-queues/{groupId}/members
GET /restapi/v1.0/account/{accountId}/device
GET /restapi/v1.0/account/{accountId}/directory/entries
POST /restapi/v1.0/account/{accountId}/directory/entries/search
GET /restapi/v1.0/account/{accountId}/extension
GET /restapi/v1.0/account/{accountId}/extension/{extensionId}
GET /restapi/v1.0/account/{accountId}/extension/{extensionId}/active-calls
GET /restapi/v1.0/account/{accountId}/extension/{extensionId}/address-book/contact
GET /restapi/v1.0/account/{accountId}/extension/{extensionId}/call-log
DELETE /restapi/v1.0/account/{accountId}/extension/{extensionId}/call-log
GET /restapi/v1.0/account/{accountId}/extension/{extensionId}/call-log/{callRecordId}
POST /restapi/v1.0/account/{accountId}/extension/{extensionId}/fax
GET /restapi/v1.0/account/{accountId}/extension/{extensionId}/message-store
PUT /restapi/v1.0/account/{accountId}/extension/{extensionId}/message-store/{messageId}
GET /restapi/v1.0/account/{accountId}/extension/{extensionId}/message-store/{messageId}/content/{attachmentId}
GET /restapi/v1.0/account/{accountId}/extension/{extensionId}/phone-number
GET /restapi/v1.0/account/{accountId}/extension/{extensionId}/presence
POST /restapi/v1.0/account/{accountId}/extension/{extensionId}/ring-out
DELETE /restapi/v1.0/account/{accountId}/extension/{extensionId}/ring-out/{ringoutId}
POST /restapi/v1.0/account/{accountId}/extension/{extensionId}/sms
GET /restapi/v1.0/account/{accountId}/phone-number
GET /restapi/v1.0/account/{accountId}/presence
GET /restapi/v1.0/account/{accountId}/recording/{recordingId}
GET /restapi/v1.0/account/{accountId}/recording/{recordingId}/content
POST /restapi/v1.0/account/{accountId}/telephony/call-out
GET /restapi/v1.0/account/{accountId}/telephony/sessions/{telephonySessionId}
GET /restapi/v1.0/account/{accountId}/templates
POST /restapi/v1.0/client-info/sip-provision
POST /restapi/v1.0/subscription
POST /restapi/oauth/token
POST /restapi/oauth/revoke
GET /restapi/v2/accounts/{accountId}
POST /restapi/v2/accounts/{accountId}/send-welcome-email
GET /restapi/v2/accounts/{accountId}/devices
GET /restapi/v2/accounts/{accountId}/phone-numbers
GET /team-messaging/v1/chats
GET /team-messaging/v1/chats/{chatId}/posts
POST /team-messaging/v1/chats/{chatId}/posts
GET /rcvideo/v1/history/meetings
GET /webinar/history/v1/company/sessions
GET /scim/v2/Users
`;
const rows = ROWS.trim().split('\n');
const read = (lines: readonly string[]) =>
  readMatrix(
    `version: 1\napi: rc\nservers: [https://rc.test]\nprefixes: [/restapi]\nroutes:\n${lines.map((row) => `  ${row}: []\n`).join('')}`,
    'rc.yaml',
  ).value!;
const apis = groupByApi([read(rows)]);
const state = (text: string) =>
  parseStated(text, { file: 'calls', line: 1, column: 1 }, 'test') as Call;

function nearOf(text: string): readonly NearMiss[] {
  const [outcome] = matchCalls([state(text)], apis)[0]!.outcomes;
  if (!outcome || !('near' in outcome)) throw new Error(`${text} is ${outcome?.kind}`);
  return outcome.near;
}

const V1 = '/restapi/v1.0/account/{accountId}';
const EXT = `${V1}/extension/{extensionId}`;
const V2 = '/restapi/v2/accounts/{accountId}';

describe('the first route named for', () => {
  it.each([
    // a prefix
    ['GET /account/~/call-log', `GET ${V1}/call-log`, 'missing prefix /restapi/v1.0'],
    ['GET /v1.0/account/~/call-log', `GET ${V1}/call-log`, 'missing prefix /restapi'],
    ['POST /account/~/extension/~/sms', `POST ${EXT}/sms`, 'missing prefix /restapi/v1.0'],
    [
      'GET /v1.0/account/~/recording/5/content',
      `GET ${V1}/recording/{recordingId}/content`,
      'missing prefix /restapi',
    ],
    ['POST /oauth/token', 'POST /restapi/oauth/token', 'missing prefix /restapi'],
    ['GET /v1/chats', 'GET /team-messaging/v1/chats', 'missing prefix /team-messaging'],
    [
      'GET /chats/5/posts',
      'GET /team-messaging/v1/chats/{chatId}/posts',
      'missing prefix /team-messaging/v1',
    ],
    ['POST /subscription', 'POST /restapi/v1.0/subscription', 'missing prefix /restapi/v1.0'],
    ['GET /history/meetings', 'GET /rcvideo/v1/history/meetings', 'missing prefix /rcvideo/v1'],
    // a version
    ['GET /restapi/v1/account/~/call-log', `GET ${V1}/call-log`, 'wrong version, v1.0 is known'],
    ['GET /restapi/V1.0/account/~/device', `GET ${V1}/device`, 'wrong version, v1.0 is known'],
    ['GET /team-messaging/v2/chats', 'GET /team-messaging/v1/chats', 'wrong version, v1 is known'],
    ['GET /restapi/account/~/presence', `GET ${V1}/presence`, 'missing segment v1.0'],
    ['GET /team-messaging/chats', 'GET /team-messaging/v1/chats', 'missing segment v1'],
    // singular and plural
    ['GET /restapi/v2/account/~/devices', `GET ${V2}/devices`, 'singular or plural of accounts'],
    [
      'POST /restapi/v2/account/~/send-welcome-email',
      `POST ${V2}/send-welcome-email`,
      'singular or plural of accounts',
    ],
    [
      'GET /restapi/v1.0/accounts/~/call-log',
      `GET ${V1}/call-log`,
      'singular or plural of account',
    ],
    [
      'GET /restapi/v1.0/account/~/call-logs',
      `GET ${V1}/call-log`,
      'singular or plural of call-log',
    ],
    [
      'GET /restapi/v1.0/account/~/directory/entry',
      `GET ${V1}/directory/entries`,
      'singular or plural of entries',
    ],
    [
      'GET /restapi/v1.0/account/~/extensions/~/presence',
      `GET ${EXT}/presence`,
      'singular or plural of extension',
    ],
    // spelling
    ['GET /restapi/v1.0/account/~/calllog', `GET ${V1}/call-log`, 'spelling of call-log'],
    ['GET /restapi/v1.0/account/~/call_log', `GET ${V1}/call-log`, 'spelling of call-log'],
    ['GET /restapi/v1.0/account/~/callLog', `GET ${V1}/call-log`, 'spelling of call-log'],
    [
      'GET /restapi/v1.0/account/~/extention/~/call-log',
      `GET ${EXT}/call-log`,
      'spelling of extension',
    ],
    [
      'POST /restapi/v1.0/account/~/extension/~/ringout',
      `POST ${EXT}/ring-out`,
      'spelling of ring-out',
    ],
    [
      'POST /restapi/v1.0/client-info/sip-provison',
      'POST /restapi/v1.0/client-info/sip-provision',
      'spelling of sip-provision',
    ],
    ['GET /team_messaging/v1/chats', 'GET /team-messaging/v1/chats', 'spelling of team-messaging'],
    // upper and lower case
    [
      'GET /restapi/v1.0/Account/~/call-log',
      `GET ${V1}/call-log`,
      'upper or lower case of account',
    ],
    ['GET /scim/v2/users', 'GET /scim/v2/Users', 'upper or lower case of Users'],
    [
      'POST /RestApi/v1.0/account/~/extension/~/SMS',
      `POST ${EXT}/sms`,
      'upper or lower case of restapi, upper or lower case of sms',
    ],
    // a segment
    [
      'GET /restapi/v1.0/account/recording/5',
      `GET ${V1}/recording/{recordingId}`,
      'missing segment {accountId}',
    ],
    [
      'POST /restapi/v1.0/account/~/sms',
      `POST ${EXT}/sms`,
      'missing segment extension, missing segment {extensionId}',
    ],
    [
      'GET /restapi/v1.0/extension/~/call-log',
      `GET ${EXT}/call-log`,
      'missing segment account, missing segment {accountId}',
    ],
    [
      'GET /restapi/v1.0/account/~/extension/~/recording/5',
      `GET ${V1}/recording/{recordingId}`,
      'extra segment before recording, extra segment before recording',
    ],
    [
      'GET /api/restapi/v1.0/account/~/call-log',
      `GET ${V1}/call-log`,
      'extra segment before restapi',
    ],
    [
      'GET /restapi/restapi/v1.0/account/~/call-log',
      `GET ${V1}/call-log`,
      'extra segment before v1.0',
    ],
    ['GET /restapi/v1.0/account/~/presence/5', `GET ${V1}/presence`, 'extra segment at the end'],
    [
      'GET /restapi/v1.0/account/~/telephony/5',
      `GET ${V1}/telephony/sessions/{telephonySessionId}`,
      'missing segment sessions',
    ],
    // two at once
    [
      'GET /v2/account/~/devices',
      `GET ${V2}/devices`,
      'missing prefix /restapi, singular or plural of accounts',
    ],
    [
      'GET /restapi/v1.0/accounts/~/calllog',
      `GET ${V1}/call-log`,
      'singular or plural of account, spelling of call-log',
    ],
    [
      'GET /restapi/v1/account/~/call-logs',
      `GET ${V1}/call-log`,
      'wrong version, v1.0 is known, singular or plural of call-log',
    ],
    [
      'GET /account/~/call_log',
      `GET ${V1}/call-log`,
      'missing prefix /restapi/v1.0, spelling of call-log',
    ],
    // the method
    ['GET /restapi/v1.0/account/~/extension/~/sms', `POST ${EXT}/sms`, 'wrong method'],
    [
      'POST /restapi/v1.0/account/~/call-logs',
      `GET ${V1}/call-log`,
      'singular or plural of call-log, wrong method',
    ],
    [
      'DELETE /restapi/v1.0/account/~/extension/~/calllog',
      `DELETE ${EXT}/call-log`,
      'spelling of call-log',
    ],
  ])('%s: %s (%s)', (stated, route, words) => {
    const [first, ...others] = nearOf(stated);
    expect(`${first?.method} ${first?.path}`).toBe(route);
    expect(first?.differences.join(', ')).toBe(words);
    expect(words.startsWith(KINDS[first!.kind])).toBe(true);
    expect(others.length).toBeLessThan(3);
  });

  it.each([
    ['GET /favicon.ico'],
    ['GET /'],
    ['GET /restapi/v3'],
    ['GET /5'],
    ['GET /glip/groups'],
    ['GET /restapi/v1.0/account/~/lab/of/things'],
    ['GET /restapi/v1.0/account/~/extension/~/weather'],
    ['POST /a/b/c/d/e/f/g/h/i'],
    [`GET /${'a'.repeat(5000)}`],
    [`GET /restapi${'/account'.repeat(500)}`],
  ])('%.60s: none', (stated) => {
    expect(nearOf(stated).map(({ path }) => path)).toEqual([]);
  });
});

/** How the words for each kind begin. */
const KINDS: Record<NearMiss['kind'], string> = {
  method: 'wrong method',
  prefix: 'missing prefix',
  'base path': 'missing base path',
  version: 'wrong version',
  plural: 'singular or plural',
  case: 'upper or lower case',
  spelling: 'spelling',
  'missing segment': 'missing segment',
  'extra segment': 'extra segment',
};

it('is said in the text, in a list of calls and in an explanation', () => {
  const files = {
    'rc.yaml': `version: 1\napi: rc\nroutes:\n${rows.map((r) => `  ${r}: []\n`).join('')}`,
  };
  const call = 'GET /restapi/v2/account/~/Devices';
  const words = `${V2}/devices (singular or plural of accounts, upper or lower case of devices)`;
  for (const argv of [
    [call, '-g', 'none'],
    ['calls', call],
    ['explain', call],
  ])
    expect(permlint([...argv, '-m', 'rc.yaml'], { files }).out).toContain(words);
});

it('says nothing of the values of a recording', () => {
  const url = 'https://rc.test/restapi/v1.0/accounts/FAKEid/calllog/FAKEname';
  const files = {
    'rc.yaml': `version: 1\napi: rc\nservers: [https://rc.test]\nroutes:\n${rows.map((r) => `  ${r}: []\n`).join('')}`,
    'x.har': JSON.stringify({ log: { entries: [{ request: { method: 'GET', url } }] } }),
  };
  for (const format of ['text', 'json', 'oneline']) {
    const { out } = permlint(['x.har', '-m', 'rc.yaml', '-g', 'none', '-f', format], { files });
    expect(out).toContain('call-log/{callRecordId}');
    expect(out).not.toContain('FAKE');
  }
});

it('is fast: 500 unknown calls beside 520 rows', () => {
  const many = Array.from({ length: 11 }, (_, n) =>
    rows.map((row) => row.replace(/([a-z-]+)$/, `$1${n === 0 ? '' : `-${n}`}`)),
  ).flat();
  const large = groupByApi([read([...new Set(many)].slice(0, 520))]);
  const calls = Array.from({ length: 500 }, (_, n) => {
    const row = rows[n % rows.length]!.replaceAll(/\{\w+\}/g, '~');
    return state(`${row.replace(/account/, 'acount').replace(/\/v1/, '/v3')}x${n}`);
  });
  const start = performance.now();
  const matches = matchCalls(calls, large);
  const took = performance.now() - start;
  expect(matches.filter(({ outcomes }) => 'near' in outcomes[0]!)).toHaveLength(500);
  // well above what it takes, for machines that are busy
  expect(took).toBeLessThan(20_000);
});
