// Chains of methods of a generated client -> the request that each sends; the real client is swept in rc-ex-sweep.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../src/matrix/read-matrix.js';
import type { Route } from '../../src/model/model.js';
import type { ChainStep } from '../../src/scan/api/chains/chain.js';
import { createChainTable } from '../../src/scan/api/chains/chains.js';
import { ringcentral } from './ringcentral.js';

/** Rows of a matrix, each an operation of the vendor unless it says otherwise. */
function routesOf(rows: readonly string[]): readonly Route[] {
  const lines = rows.map((row, index) => {
    const [route, facts = `operation: o${index}`] = row.split(' # ');
    return `  ${route}: { requires: A${facts && `, ${facts}`} }`;
  });
  const head = ['version: 1', 'api: lab', 'servers: [https://lab.example]'];
  const text = [...head, 'permissions: { A: A }', 'routes:', ...lines].join('\n');
  const { value, findings } = readMatrix(text, 'lab.yaml', []);
  expect(findings).toEqual([]);
  return value!.routes;
}

const tableOf = (rows: readonly string[], language = 'typescript') =>
  createChainTable(routesOf(rows), ringcentral, ringcentral.languages.get(language)!);

/** `a().b(1).get()` as steps. */
const stepsOf = (chain: string): ChainStep[] =>
  chain.split('.').map((link) => {
    const [, name = '', argument = ''] = /^([^(]*)\((.*)\)$/.exec(link) ?? [];
    const kinds: Record<string, ChainStep['argument']> = { '': 'omitted', null: 'null' };
    return { name, argument: kinds[argument] ?? 'given' };
  });

/** The request of a chain as text, the argument of a step as `{step}`. */
function send(table: ReturnType<typeof tableOf>, chain: string): string | null {
  const request = table.lookup(stepsOf(chain));
  if (!request) return null;
  const texts = request.segments.map((s) => (typeof s === 'string' ? s : `{${s}}`));
  return `${request.method} /${texts.join('/')}`;
}

const ROWS = [
  'GET /restapi',
  'GET /restapi/{apiVersion}',
  'POST /restapi/oauth/token',
  'GET /restapi/v1.0/account/{accountId}',
  'GET /restapi/v1.0/account/{accountId}/call-log',
  'DELETE /restapi/v1.0/account/{accountId}/call-log',
  'GET /restapi/v1.0/account/{accountId}/call-log/{callRecordId}',
  'GET /restapi/v1.0/account/{accountId}/active-calls',
  'GET /restapi/v1.0/account/{accountId}/user-role/{roleId}',
  'GET /restapi/v1.0/account/{accountId}/user-role/default',
  'DELETE /restapi/v1.0/account/{accountId}/message-store',
  'DELETE /restapi/v1.0/account/{accountId}/message-store/{messageId}',
  'POST /restapi/v1.0/account/{accountId}/greeting',
  'GET /restapi/v1.0/account/{accountId}/greeting/{greetingId}/content',
  'GET /restapi/v1.0/account/{accountId}/a2p-sms/batches',
  'POST /restapi/v1.0/account/{accountId}/ring-out # operation: old, deprecated: true',
  'GET /restapi/v1.0/account/{accountId}/active-calls/{callId} # ',
  'GET /restapi/v2/accounts/{accountId}',
  'DELETE /restapi/v2/accounts/{accountId}/extensions',
  'GET /restapi/v2/accounts/{accountId}/extensions/{extensionId}/flip-numbers',
  'GET /rcvideo/v2/account/{accountId}/bridges/default',
  'POST /scim/v2/Users/.search',
  'GET /scim/v2/ServiceProviderConfig',
  'GET /.well-known/openid-configuration',
];
const COMPANY = 'restapi().account()';

describe('a chain in TypeScript', () => {
  const table = tableOf(ROWS);

  it.each([
    // versions and defaults
    [`${COMPANY}.get()`, 'GET /restapi/v1.0/account/~'],
    ['restapi(v).account(1).get()', 'GET /restapi/{0}/account/{1}'],
    ['restapi().get()', 'GET /restapi/v1.0'],
    ['restapi(null).list()', 'GET /restapi'],
    ['restapi(null).account(null).activeCalls().get()', 'GET /restapi/account/active-calls'],
    ['restapi(v).oauth().token().post()', 'POST /restapi/oauth/token'],
    [
      'restapi(v).v2().accounts().extensions().delete()',
      'DELETE /restapi/v2/accounts/~/extensions',
    ],
    [
      'restapi().v2().accounts().extensions().flipNumbers().get()',
      'GET /restapi/v2/accounts/~/extensions/~/flip-numbers',
    ],
    ['scim().serviceProviderConfig().get()', 'GET /scim/v2/ServiceProviderConfig'],
    ['scim().users().dotSearch().post()', 'POST /scim/v2/Users/.search'],
    ['wellKnown().openidConfiguration().get()', 'GET /.well-known/openid-configuration'],
    [`${COMPANY}.a2pSms().batches().get()`, 'GET /restapi/v1.0/account/~/a2p-sms/batches'],
    // a class to which nothing is sent has no default: the path goes on without the argument
    [
      'rcvideo().v2().account().bridges().default().get()',
      'GET /rcvideo/v2/account/bridges/default',
    ],
    // collection and item
    [`${COMPANY}.callLog().list()`, 'GET /restapi/v1.0/account/~/call-log'],
    [`${COMPANY}.callLog(1).list()`, 'GET /restapi/v1.0/account/~/call-log'],
    [`${COMPANY}.callLog(1).get()`, 'GET /restapi/v1.0/account/~/call-log/{2}'],
    [`${COMPANY}.callLog(1).delete()`, 'DELETE /restapi/v1.0/account/~/call-log'],
    [`${COMPANY}.messageStore().deleteAll()`, 'DELETE /restapi/v1.0/account/~/message-store'],
    [`${COMPANY}.messageStore(1).delete()`, 'DELETE /restapi/v1.0/account/~/message-store/{2}'],
    [`${COMPANY}.userRole().default().get()`, 'GET /restapi/v1.0/account/~/user-role/default'],
    [`${COMPANY}.userRole(1).default().get()`, 'GET /restapi/v1.0/account/~/user-role/{2}/default'],
    // what is sent to the literal itself takes no argument, so what is beyond it gets none either
    [`${COMPANY}.greeting(1).content().get()`, 'GET /restapi/v1.0/account/~/greeting/content'],
    // a row of another hand than the vendor's does not rename a method
    [`${COMPANY}.activeCalls().get()`, 'GET /restapi/v1.0/account/~/active-calls'],
  ])('%s sends %s', (chain, request) => {
    expect(send(table, chain)).toBe(request);
  });

  it.each([
    ['an item without an argument', `${COMPANY}.callLog().get()`],
    ['an item with null', `${COMPANY}.callLog(null).get()`],
    ['a verb that there is not', `${COMPANY}.callLog().put()`],
    ['a list where there are no items', `${COMPANY}.activeCalls().list()`],
    ['what is deprecated', `${COMPANY}.ringOut().post()`],
    ['a chain that sends nothing', `${COMPANY}.callLog()`],
    ['a verb alone', 'get()'],
    ['a name of an object', '__proto__().constructor().toString()'],
    ['the name of another language', 'Restapi().Account().Get()'],
    ['nothing', ''],
  ])('of %s sends nothing', (_, chain) => {
    expect(send(table, chain)).toBeNull();
  });

  it('sends nothing without steps, and begins with the first literals', () => {
    expect(table.lookup([])).toBeNull();
    expect([...table.roots].sort()).toEqual(['rcvideo', 'restapi', 'scim', 'wellKnown']);
  });
});

describe('the same in other languages', () => {
  it.each([
    ['csharp', 'Restapi().Account().CallLog().List()', 'GET /restapi/v1.0/account/~/call-log'],
    [
      'csharp',
      'Restapi().Account().A2pSms().Batches().Get()',
      'GET /restapi/v1.0/account/~/a2p-sms/batches',
    ],
    [
      'csharp',
      'Restapi().Account().MessageStore().DeleteAll()',
      'DELETE /restapi/v1.0/account/~/message-store',
    ],
    ['csharp', 'restapi().account().get()', null],
    ['java', `${COMPANY}.callLog().list()`, 'GET /restapi/v1.0/account/~/call-log'],
    ['java', `${COMPANY}.calllog().list()`, 'GET /restapi/v1.0/account/~/call-log'],
    [
      'java',
      `${COMPANY}.userRole().default1().get()`,
      'GET /restapi/v1.0/account/~/user-role/default',
    ],
    ['java', `${COMPANY}.userRole().default().get()`, null],
  ])('%s: %s sends %s', (language, chain, request) => {
    expect(send(tableOf(ROWS, language), chain)).toBe(request);
  });
});

describe('rows that are no chain', () => {
  it.each([
    ['two parameters together', ['GET /a/{b}/{c}'], 'a(1).get()'],
    ['a parameter first', ['GET /{a}/b'], 'b().get()'],
    ['part of a segment', ['GET /a/b-{c}'], 'a().b(1).get()'],
    ['a glob', ['GET /a/*'], 'a(1).get()'],
    ['any method', ['ANY /a'], 'a().any()'],
    [
      'more literals than a client has',
      [`GET /${'a/'.repeat(40)}b`],
      `${'a().'.repeat(40)}b().get()`,
    ],
    ['two literals of one name', ['GET /a-b', 'GET /a.b'], 'aB().get()'],
    ['two operations of one name', ['GET /a/{x}/b', 'GET /a/b'], 'a().b().get()'],
  ])('%s', (_, rows, chain) => {
    expect(send(tableOf(rows), chain)).toBeNull();
  });
});

it('never throws, whatever the rows and the chain', () => {
  const literal = fc.constantFrom('a', 'b', 'get', 'v1.0', '.search', '__proto__', 'constructor');
  const segment = fc.oneof(literal, fc.constantFrom('{x}', '{y}'));
  const row = fc
    .tuple(fc.constantFrom('GET', 'DELETE'), fc.array(segment, { minLength: 1, maxLength: 6 }))
    .map(([method, segments]) => `${method} /${segments.join('/')}`);
  const name = fc.constantFrom('a', 'b', 'get', 'list', 'delete', 'dotSearch', '__proto__', 'v10');
  const argument = fc.constantFrom('given', 'omitted', 'null');
  const steps = fc.array(fc.record({ name, argument }), { maxLength: 8 });
  const shape = (path: string) => path.replace(/\{\w+\}/g, '{}');
  const rows = fc.uniqueArray(row, { selector: shape, minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, steps, (paths, chain) => {
      const request = tableOf(paths).lookup(chain as ChainStep[]);
      const numbers = request?.segments.filter((s) => typeof s === 'number') ?? [];
      expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
      for (const step of numbers) expect(chain[step]?.argument).toBe('given');
    }),
  );
});
