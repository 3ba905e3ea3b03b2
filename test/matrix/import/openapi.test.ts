// permlint matrix import openapi: what each form of security, key, path and server becomes, and what is told of it.
import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../../src/matrix/read-matrix.js';
import { permlint } from '../../run.js';

/** Imports a document; every matrix that comes out must load without a finding. */
function importDocument(document: unknown, ...argv: string[]) {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const files = { 'api.json': text };
  const ran = permlint(['matrix', 'import', 'openapi', 'api.json', '--api', 'lab', ...argv], {
    files,
  });
  if (ran.code === 0) expect(readMatrix(ran.out, 'pack.yaml').findings).toEqual([]);
  const rows = Object.fromEntries(
    [...ran.out.matchAll(/^ {2}("?(?:GET|PUT|POST|PATCH|DELETE) .*?): (.*)$/gm)].map(
      ([, key, value]) => [key, value],
    ),
  );
  return { ...ran, rows, lines: ran.out.split('\n') };
}

const OAUTH = (...scopes: string[]) => ({
  type: 'oauth2',
  flows: { implicit: { scopes: Object.fromEntries(scopes.map((s) => [s, `May ${s}`])) } },
});
const SCHEMES = {
  oauth: OAUTH('read', 'write'),
  other: OAUTH('read', 'admin'),
  silent: OAUTH('never'),
  oidc: { type: 'openIdConnect' },
  key: { type: 'apiKey', in: 'header', name: 'k' },
  basic: { type: 'http', scheme: 'basic' },
};
/** One operation with this security; a second one uses scopes, so that `oauth` and `other` are known to say something. */
const secured = (security: unknown, root?: unknown) => ({
  openapi: '3.0.3',
  info: { title: 'Lab', version: '1' },
  ...(root !== undefined && { security: root }),
  components: { securitySchemes: SCHEMES },
  paths: {
    '/a': { get: { ...(security !== undefined && { security }) } },
    '/z': { get: { security: [{ oauth: ['read'] }, { other: ['admin'] }] } },
  },
});

describe('security', () => {
  it.each([
    // the standard
    ['one scope', [{ oauth: ['read'] }], 'read'],
    ['a list is any-of', [{ oauth: ['read'] }, { oauth: ['write'] }], '{ anyOf: [read, write] }'],
    ['scopes of a scheme are all-of', [{ oauth: ['read', 'write'] }], '[read, write]'],
    ['schemes of one object are all-of', [{ oauth: ['read'], other: ['admin'] }], '[read, admin]'],
    [
      'alternatives of several',
      [{ oauth: ['read', 'write'] }, { other: ['admin'] }],
      '{ anyOf: [{ allOf: [read, write] }, admin] }',
    ],
    ['identical alternatives are one', [{ oauth: ['read'] }, { other: ['read'] }], 'read'],
    [
      'in another order too',
      [{ oauth: ['read', 'write'] }, { oauth: ['write', 'read'] }],
      '[read, write]',
    ],
    ['no security at all', [], '[]'],
    ['anonymous is allowed', [{ oauth: ['read'] }, {}], '[]'],
    ['anonymous first', [{}, { oauth: ['read'] }], '[]'],
    // schemes without scopes
    ['a token without a scope', [{ oauth: [] }], '[]'],
    ['a token without a scope beside one with', [{ oauth: [] }, { oauth: ['read'] }], '[]'],
    ['a key beside a token', [{ oauth: ['read'] }, { key: [] }], 'read'],
    ['a key and a token', [{ oauth: ['read'], key: [] }], 'read'],
    ['a key only', [{ key: [] }], 'unknown'],
    ['a key or a password', [{ key: [] }, { basic: [] }], 'unknown'],
    ['a scheme of which no scope is ever named', [{ silent: [] }], 'unknown'],
    [
      'the same beside a scope',
      [{ silent: [] }, { oauth: ['read'] }],
      '{ anyOf: [unknown, read] }',
    ],
    ['the same together with a scope', [{ silent: [], oauth: ['read'] }], '[unknown, read]'],
    ['openIdConnect that never names one', [{ oidc: [] }], 'unknown'],
    // not as the standard has it
    ['a scheme that is not defined', [{ nowhere: [] }], 'unknown'],
    [
      'the same beside a scope',
      [{ nowhere: [] }, { oauth: ['read'] }],
      '{ anyOf: [unknown, read] }',
    ],
    ['no list', { oauth: ['read'] }, 'unknown'],
    ['no list of maps', ['oauth'], 'unknown'],
    ['null', null, 'unknown'],
    ['scopes that are no list', [{ oauth: 'read' }], 'unknown'],
    ['a scope that is no text', [{ oauth: [7] }], 'unknown'],
    ['a scope with a space', [{ oauth: ['read write'] }], 'unknown'],
    ['a scope called unknown', [{ oauth: ['unknown'] }], 'unknown'],
    ['a scope called __proto__', [{ oauth: ['__proto__'] }], 'unknown'],
    ['a scheme called __proto__', JSON.parse('[{"__proto__": ["read"]}]'), 'unknown'],
    ['a scheme called constructor', [{ constructor: [] }], 'unknown'],
  ])('%s: %j', (_, security, expected) => {
    expect(importDocument(secured(security)).rows['GET /a']).toBe(expected);
  });

  it.each([
    ['inherited', undefined, [{ oauth: ['read'] }], 'read'],
    ['inherited, none', undefined, [], '[]'],
    ['its own wins', [{ oauth: ['write'] }], [{ oauth: ['read'] }], 'write'],
    ['its own, none', [], [{ oauth: ['read'] }], '[]'],
    ['nowhere', undefined, undefined, 'unknown'],
    ['null for the document', undefined, null, 'unknown'],
  ])('%s', (_, own, root, expected) => {
    expect(importDocument(secured(own, root)).rows['GET /a']).toBe(expected);
  });

  it.each([
    ['a chosen key needs a credential and no permission', ['key'], [{ key: [] }], '[]'],
    [
      'alternatives without a chosen scheme are left out',
      ['other'],
      [{ oauth: ['read'] }, { other: ['admin'] }],
      'admin',
    ],
    ['none of the chosen', ['other'], [{ oauth: ['read'] }], 'unknown'],
    ['a silent one stays unknown when chosen', ['silent'], [{ silent: [] }], 'unknown'],
    [
      'two chosen',
      ['oauth', 'other'],
      [{ oauth: ['read'] }, { other: ['admin'] }],
      '{ anyOf: [read, admin] }',
    ],
    ['roles of a key', ['key'], [{ key: ['auditor'] }], 'auditor'],
  ])('--scheme: %s', (_, chosen, security, expected) => {
    const flags = chosen.flatMap((name) => ['--scheme', name]);
    expect(importDocument(secured(security), ...flags).rows['GET /a']).toBe(expected);
  });

  it('refuses a scheme that the document does not have', () => {
    const { code, out, err } = importDocument(secured([]), '--scheme', 'oauht');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('no security scheme "oauht", did you mean oauth');
  });

  it('reads a list as any-of with --scope-list any', () => {
    const { rows, lines } = importDocument(
      secured([{ oauth: ['read', 'write'] }]),
      '--scope-list',
      'any',
    );
    expect(rows['GET /a']).toBe('{ anyOf: [read, write] }');
    expect(lines).toContain('imported: { format: openapi, version: "1", scopeList: any }');
  });

  it('declares the scopes of the schemes that count, with what is said of them', () => {
    const { lines } = importDocument(secured([{ oauth: ['extra'] }]), '--scheme', 'oauth');
    const at = lines.indexOf('permissions:');
    expect(lines.slice(at + 1, lines.indexOf('routes:') - 1)).toEqual([
      '  read: May read',
      '  write: May write',
      '  extra: extra',
    ]);
  });
});

describe('--permission-key', () => {
  const keyed = (value: unknown) => ({
    ...secured([{ oauth: ['read'] }]),
    paths: { '/a': { get: { 'x-needs': value } }, '/z': { get: { 'x-needs': 'Z' } } },
  });
  it.each([
    ['A', 'A'],
    [' A ', 'A'],
    ['A OR B', '{ anyOf: [A, B] }'],
    ['A AND B', '[A, B]'],
    ['A AND B AND A', '[A, B]'],
    [['A', 'B'], '[A, B]'],
    [['A OR B', 'C'], '[{ anyOf: [A, B] }, C]'],
    [[], '[]'],
    [
      [
        { scheme: 'oauth', state: 'Current', scopes: ['a', 'b'] },
        { scheme: 'oauth', state: 'Beta', scopes: ['c'] },
      ],
      '{ anyOf: [{ allOf: [a, b] }, c] }',
    ],
    [{ scopes: ['a'] }, 'a'],
    [[{ scopes: [] }], '[]'],
    // told, never guessed
    ['A,B', 'unknown'],
    ['A, B', 'unknown'],
    ['A B', 'unknown'],
    ['A|B', 'unknown'],
    ['A or B', 'unknown'],
    ['A AND B OR C', 'unknown'],
    ['', 'unknown'],
    ['None', 'unknown'],
    ['-', 'unknown'],
    [null, 'unknown'],
    [true, 'unknown'],
    [['A', 7], '[A, unknown]'],
    [[['A']], 'unknown'],
    [[{ scope: 'a' }], 'unknown'],
  ])('%j is %s', (value, expected) => {
    const { rows, err } = importDocument(keyed(value), '--permission-key', 'x-needs');
    expect(rows['GET /a']).toBe(expected);
    expect(err.includes('is not clearly a permission')).toBe(expected.includes('unknown'));
  });

  it('does not take an empty list beside a filled one for nothing', () => {
    const { rows, err } = importDocument(
      keyed([{ scopes: [] }, { scopes: ['a'] }]),
      '--permission-key',
      'x-needs',
    );
    expect(rows['GET /a']).toBe('{ anyOf: [unknown, a] }');
    expect(err).toContain('an empty list stands beside one that names permissions');
  });

  it('reads lists as any-of with --scope-list any', () => {
    const flags = ['--permission-key', 'x-needs', '--scope-list', 'any'];
    expect(importDocument(keyed(['A', 'B']), ...flags).rows['GET /a']).toBe('{ anyOf: [A, B] }');
  });

  it.each([
    [[], 'unknown'],
    [['--absent', 'none'], '[]'],
  ])('an operation without the key, %j: %s', (flags, expected) => {
    const { rows } = importDocument(keyed(undefined), '--permission-key', 'x-needs', ...flags);
    expect(rows['GET /a']).toBe(expected);
  });

  it('reads several schemes', () => {
    const paths = {
      '/a': { get: { 'x-app': 'A', 'x-user': ['U', 'V'] } },
      '/b': { get: { 'x-app': 'A' } },
      '/c': { get: { 'x-app': [], 'x-user': [] } },
    };
    const flags = ['--permission-key', 'app=x-app', '--permission-key', 'user=x-user'];
    const { rows, lines } = importDocument({ ...secured([]), paths }, ...flags);
    expect(rows).toEqual({
      'GET /a': '{ app: A, user: [U, V] }',
      'GET /b': '{ app: A, user: unknown }',
      'GET /c': '[]',
    });
    expect(lines).toContain('schemes: [app, user]');
  });
});

describe('paths', () => {
  const GET = { get: { security: [{ oauth: ['read'] }] } };
  const withPaths = (paths: unknown) => ({ ...secured([]), paths });
  it.each([
    ['/a/{id}', 'GET /a/{id}'],
    ['/a/{user id}/{$x}', 'GET /a/{user_id}/{_x}'],
    ['/a/', 'GET /a'],
    ['/a/{id}.json', 'GET /a/{id}.json'],
    ['/a b/é', 'GET /a%20b/%C3%A9'],
    ['/a:batch', 'GET /a:batch'],
    ['/a:', '"GET /a:"'],
    ['/', 'GET /'],
  ])('%s becomes %s', (path, row) => {
    expect(Object.keys(importDocument(withPaths({ [path]: GET })).rows)).toEqual([row]);
  });

  it.each([
    ['/a?x=1', 'query'],
    ['/a#b', 'fragment'],
    ['/a/*', '*'],
    ['/a/{x}{y}', 'literal between'],
    ['/a/{+rest}', 'several segments'],
    ['/a/{rest*}', 'several segments'],
    ['/a//b', 'two slashes'],
    ['/a/../b', 'no meaning'],
    ['a/b', 'begins with /'],
    ['/a/{x', 'close'],
    [`/${'a'.repeat(1000)}`, 'characters'],
  ])('%s is told and left out', (path, says) => {
    const { code, rows, err } = importDocument(withPaths({ [path]: GET, '/kept': GET }));
    expect({ code, rows: Object.keys(rows) }).toEqual({ code: 0, rows: ['GET /kept'] });
    expect(err).toMatch(/api\.json:1:\d+ {2}warning\[malformed-row\]/);
    expect(err).toContain(says);
  });

  it('follows references within the document, and tells those that lead nowhere', () => {
    const { rows, err } = importDocument(
      withPaths({
        '/a': { $ref: '#/paths/~1b' },
        '/b': GET,
        '/c': { $ref: '#/paths/~1d' },
        '/d': { $ref: '#/paths/~1c' },
        '/e': { $ref: 'other.yaml#/e' },
        '/f': { $ref: '#/paths/~1b', post: { security: [] } },
      }),
    );
    expect(rows).toEqual({ 'GET /a': 'read', 'GET /b': 'read', 'GET /f': 'read', 'POST /f': '[]' });
    for (const path of ['/c', '/d', '/e']) expect(err).toContain(`the path ${path} is no map`);
  });

  it('keeps one of two rows for the same route, and knows nothing where they differ', () => {
    const other = { get: { security: [{ oauth: ['write'] }] } };
    const { rows, err } = importDocument(
      withPaths({ '/a/{x}': GET, '/a/{y}': GET, '/b/{x}': GET, '/b/{y}': other }),
    );
    expect(rows).toEqual({ 'GET /a/{x}': 'read', 'GET /b/{x}': 'unknown' });
    expect(err).toContain('GET /a/{y} is the same route as /a/{x} and is left out');
    expect(err).toContain('GET /b/{y} is the same route as /b/{x}, and what they need differs');
  });

  it('leaves out rows that tie, methods that are never judged, and what is no method', () => {
    const { rows, err } = importDocument(
      withPaths({
        '/{x}.json': GET,
        '/a.{x}son': GET,
        '/b': { ...GET, head: {}, options: {}, GET: {}, 'x-more': {}, parameters: [] },
      }),
    );
    expect(Object.keys(rows)).toEqual(['GET /{x}.json', 'GET /b']);
    expect(err).toContain('no rule says which');
    expect(err).toContain('HEAD, OPTIONS and TRACE have no rows (HEAD counts as GET) (and 1 more');
    expect(err).toContain('"GET" is no method');
    expect(err).toContain('api.json: 6 operations, 2 rows (0 unknown), 4 permissions');
  });

  it('states operation, tag and deprecated, without control characters and at bounded length', () => {
    const get = {
      security: [],
      operationId: `read\u202eThing ${'x'.repeat(300)}`,
      tags: ['Thin\u0007gs: all', 'More'],
      deprecated: true,
    };
    const { rows } = importDocument(withPaths({ '/a': { get } }));
    expect(rows['GET /a']).toBe(
      `{ requires: [], operation: read Thing ${'x'.repeat(106)}..., tag: "Thin gs: all", deprecated: true }`,
    );
  });
});

describe('servers', () => {
  const withServers = (root: object) => ({ ...secured([]), ...root });
  const serversOf = ({ lines }: { lines: readonly string[] }) =>
    lines.filter((line) => /^ {2}- /.test(line)).map((line) => line.slice(4));
  it.each<[string, object, string[]]>([
    ['as they are', { servers: [{ url: 'https://a.example/v2/' }] }, ['https://a.example/v2']],
    ['none', {}, []],
    [
      'variables',
      {
        servers: [
          {
            url: 'https://{r}.a.example/{v}',
            variables: { r: { default: 'eu', enum: ['us', 'eu'] }, v: { default: 'v1' } },
          },
        ],
      },
      ['https://eu.a.example/v1', 'https://us.a.example/v1'],
    ],
    ['a variable without a value', { servers: [{ url: 'https://{r}.a.example' }] }, []],
    [
      'user-info and query',
      { servers: [{ url: 'https://u:p@a.example/v1?key=1#x' }] },
      ['https://a.example/v1'],
    ],
    [
      'other protocols',
      { servers: [{ url: 'wss://a.example' }, { url: 'javascript:alert(1)' }, { url: 7 }] },
      [],
    ],
    [
      'version 2',
      {
        openapi: undefined,
        swagger: '2.0',
        host: 'a.example',
        basePath: '/v1',
        schemes: ['http', 'https'],
      },
      ['https://a.example/v1', 'http://a.example/v1'],
    ],
  ])('%s', (_, root, expected) => {
    expect(serversOf(importDocument(withServers(root)))).toEqual(expected);
  });

  it('keeps the path of a server without a host in the rows', () => {
    const { rows, err } = importDocument(withServers({ servers: [{ url: '/api/v3' }] }));
    expect(Object.keys(rows)).toEqual(['GET /api/v3/a', 'GET /api/v3/z']);
    expect(err).toContain('the server has no host, and its path is kept in the rows');
  });

  it('takes the servers of operations for servers of the API', () => {
    const get = { security: [], servers: [{ url: 'https://up.example/api/2.0' }] };
    const ran = importDocument(
      withServers({ servers: [{ url: 'https://a.example/2.0' }], paths: { '/a': { get } } }),
    );
    expect(serversOf(ran)).toEqual(['https://a.example/2.0', 'https://up.example/api/2.0']);
    expect(ran.err).toContain('an operation has servers of its own');
  });

  it('writes a path in full where it repeats that of the server', () => {
    const paths = { '/api/x': { get: { security: [] } } };
    const { rows } = importDocument(
      withServers({ servers: [{ url: 'https://a.example/api' }], paths }),
    );
    expect(Object.keys(rows)).toEqual(['GET /api/api/x']);
  });
});

describe('a document', () => {
  it.each([
    ['YAML', 'openapi: 3.1.0\ninfo: { title: Lab }\npaths:\n  /a: { get: { security: [] } }\n'],
    [
      'YAML between brackets',
      '{openapi: 3.0.0, info: {title: Lab}, paths: {"/a": {get: {security: []}}}}',
    ],
    [
      'version 2 as a number',
      'swagger: 2.0\ninfo: { title: Lab }\npaths:\n  /a: { get: { security: [] } }\n',
    ],
    ['a byte order mark', '\ufeff{"openapi":"3.0.0","paths":{"/a":{"get":{"security":[]}}}}'],
  ])('is read as %s', (_, text) => {
    expect(importDocument(text).rows).toEqual({ 'GET /a': '[]' });
  });

  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['no OpenAPI', '{"paths":{"/a":{"get":{}}}}'],
    ['another version', '{"openapi":"4.0.0","paths":{"/a":{"get":{}}}}'],
    ['no paths', '{"openapi":"3.1.0"}'],
    ['no operation', '{"openapi":"3.1.0","paths":{"/a":{}}}'],
    ['paths of another kind', '{"openapi":"3.1.0","paths":[1]}'],
    ['no row left', '{"openapi":"3.1.0","paths":{"/a?b":{"get":{}}}}'],
    ['broken YAML', 'openapi: [3\n'],
    ['deep YAML', `openapi: 3.0.0\npaths: ${'['.repeat(20_000)}`],
    ['a null character', 'openapi: 3.0.0\u0000'],
  ])('that cannot be read ends with 2: %s', (_, text) => {
    const { code, out, err } = importDocument(text);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^api\.json:\d+:\d+ {2}error\[unreadable-input\]: ./m);
  });

  it('gives places in JSON', () => {
    const document = secured([{ oauth: ['a b'] }]);
    const text = JSON.stringify(document, null, 2);
    const line = text.split('\n').findIndex((part) => part.includes('"a b"')) + 1;
    expect(importDocument(text).err).toContain(`api.json:${line}:`);
  });

  it('survives deep JSON that nobody looks at', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"openapi":"3.0.0","x":${deep},"paths":{"/a":{"get":{"security":[{"n":[]}]}}}}`;
    expect(importDocument(text).rows).toEqual({ 'GET /a': 'unknown' });
  });

  it('gives the same bytes for the same document, and a date only where it is given', () => {
    const document = secured([{ oauth: ['read'] }]);
    expect(importDocument(document).out).toBe(importDocument(document).out);
    expect(importDocument(document).out).not.toContain('date:');
    expect(importDocument(document, '--date', '2026-11-20').lines).toContain('date: 2026-11-20');
  });
});

describe('a command line that cannot be run', () => {
  it.each([
    [['opnapi', 'api.json'], 'did you mean openapi'],
    [['openapi'], 'file'],
    [['openapi', 'none.json'], 'no such file'],
    [['openapi', 'api.json', '--date', '2026-02-31'], '--date'],
    [['openapi', 'api.json', '--api', 'Lab'], '--api'],
    [['openapi', 'api.json', '--scope-list', 'some'], '--scope-list'],
    [['openapi', 'api.json', '--absent', 'nothing'], '--absent'],
    [['openapi', 'api.json', '--permission-key', '=x'], '--permission-key'],
    [['openapi', 'api.json', '--permission-key', 'requires=x'], '--permission-key'],
    [['openapi', 'untitled.json'], '--api NAME'],
  ])('%j: %s', (argv, says) => {
    const files = {
      'api.json': JSON.stringify(secured([])),
      'untitled.json': JSON.stringify({ ...secured([]), info: {} }),
    };
    const { code, out, err } = permlint(['matrix', 'import', ...argv], { files });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });
});
