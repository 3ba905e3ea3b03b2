// permlint matrix import --write: what a later import changes in a file, and what it leaves as it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../../src/matrix/read-matrix.js';
import { permlint } from '../../run.js';

type Security = readonly Readonly<Record<string, readonly string[]>>[];
type Operations = Readonly<
  Record<string, Security | { security: Security; [key: string]: unknown }>
>;

const SCOPES = { read: 'Read', write: 'Write' };

/** A document with these operations, `METHOD /path` -> security or the operation itself. */
function documentOf(operations: Operations, more: object = {}): string {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] ??= {};
    paths[path]![method.toLowerCase()] = Array.isArray(operation)
      ? { security: operation }
      : operation;
  }
  const oauth = { type: 'oauth2', flows: { implicit: { scopes: SCOPES } } };
  const components = { securitySchemes: { oauth } };
  return JSON.stringify({ openapi: '3.0.0', info: { title: 'Lab' }, components, paths, ...more });
}

const READ: Security = [{ oauth: ['read'] }];
const WRITE: Security = [{ oauth: ['write'] }];

const HEAD = 'version: 1\napi: lab\ntitle: Lab\ngenerated: true\nimported: { format: openapi }\n';
const PERMISSIONS = 'permissions:\n  read: Read\n  write: Write\n';

/** Imports over a file; what it holds afterwards loads without a finding. */
function update(document: string, pack: string, ...argv: string[]) {
  const files = { 'api.json': document, 'pack.yaml': pack };
  const ran = permlint(['matrix', 'import', 'openapi', 'api.json', '-w', 'pack.yaml', ...argv], {
    files,
  });
  const text = ran.written['pack.yaml'] ?? pack;
  if (ran.code === 0) expect(readMatrix(text, 'pack.yaml').findings).toEqual([]);
  return { ...ran, text };
}

const withRows = (rows: string) => `${HEAD}${PERMISSIONS}routes:\n${rows}`;

describe('a row', () => {
  it.each<[string, Operations, string, string, string]>([
    [
      'is left where nothing changed, however it is written',
      { 'GET /a': READ, 'GET /b': [{ oauth: ['read', 'write'] }] },
      '  GET /a:   read # why\n  "GET /b":\n    - write\n    - read\n',
      '  GET /a:   read # why\n  "GET /b":\n    - write\n    - read\n',
      '',
    ],
    [
      'is rewritten in place, its comments stay',
      { 'GET /a': WRITE, 'GET /b': READ },
      '  # above\n  GET /a: read # beside\n  # next\n  GET /b: read\n',
      '  # above\n  GET /a: write # beside\n  # next\n  GET /b: read\n',
      'changed: GET /a needs write, was read',
    ],
    [
      'of several lines is rewritten, comments within it go above',
      { 'GET /a': WRITE },
      '  GET /a: # one\n    requires: read # two\n    # three\n    docs: https://docs.example/a # four\n# end\n',
      '  # one\n  # two\n  # three\n  GET /a: { requires: write, docs: https://docs.example/a } # four\n# end\n',
      'changed: GET /a needs write, was read',
    ],
    [
      'that was checked is left, and told where the document says something else',
      { 'GET /a': WRITE, 'GET /b': READ },
      '  GET /a: { requires: read, checked: 2026-11-20 }\n  GET /b: { requires: read, checked: 2026-11-20 }\n',
      '  GET /a: { requires: read, checked: 2026-11-20 }\n  GET /b: { requires: read, checked: 2026-11-20 }\n',
      'kept: GET /a was checked and needs read; the document says write',
    ],
    [
      'that was checked is left where the document does not have it',
      { 'GET /b': READ },
      '  GET /a: { requires: read, checked: 2026-11-20 }\n  GET /b: read\n',
      '  GET /a: { requires: read, checked: 2026-11-20 }\n  GET /b: read\n',
      'kept: GET /a is no operation of the document any more, and was checked: read',
    ],
    [
      'that was checked is left where the document knows nothing',
      { 'GET /a': [{ nowhere: [] }] },
      '  GET /a: { requires: read, checked: 2026-11-20 }\n',
      '  GET /a: { requires: read, checked: 2026-11-20 }\n',
      '',
    ],
    [
      'that vanished is removed',
      { 'GET /b': READ },
      '  GET /a: read\n  GET /b: read\n',
      '  GET /b: read\n',
      'removed: GET /a is no operation of the document any more',
    ],
    [
      'that vanished leaves its comments, parted from the next row',
      { 'GET /b': READ },
      '  # Things\n  GET /a: # one\n    requires: read # two\n  GET /b: read\n',
      '  # Things\n  # one\n  # two\n\n  GET /b: read\n',
      'removed: GET /a is no operation of the document any more; its comment stays',
    ],
    [
      'that is new goes below its neighbours of the same path',
      {
        'GET /a': READ,
        'POST /a': READ,
        'GET /a/{id}': READ,
        'GET /b': READ,
        'GET /b/x/y': READ,
        'GET /c': READ,
      },
      '  GET /a: read\n  # b\n  GET /b: read # b\n\n  # c\n  GET /c: read',
      '  GET /a: read\n  POST /a: read\n  GET /a/{id}: read\n  # b\n  GET /b: read # b\n  GET /b/x/y: read\n\n  # c\n  GET /c: read',
      'added: the rows POST /a, GET /a/{id}, GET /b/x/y',
    ],
    [
      'keeps its path where only the name of a parameter changed',
      { 'GET /a/{new}': READ },
      '  GET /a/{old}: read\n',
      '  GET /a/{old}: read\n',
      '',
    ],
    [
      'gets facts, and loses them',
      { 'GET /a': { security: READ, operationId: 'readA', deprecated: true }, 'GET /b': READ },
      '  GET /a: read\n  GET /b: { requires: read, operation: readB, media: true }\n',
      '  GET /a: { requires: read, operation: readA, deprecated: true }\n  GET /b: { requires: read, media: true }\n',
      'changed: GET /a has other facts',
    ],
    [
      'gives its place to those that follow it',
      { 'GET /a/c': READ },
      '  GET /a/b: read\n',
      '  GET /a/c: read\n',
      'added: the row GET /a/c',
    ],
  ])('%s', (_, operations, before, after, told) => {
    const { code, text, err } = update(documentOf(operations), withRows(before));
    expect(code).toBe(0);
    expect(text).toBe(withRows(after));
    expect(err).toContain(told);
    expect(update(documentOf(operations), text).text).toBe(text);
  });

  it('is found below the path of the server', () => {
    const servers = [{ url: 'https://a.example/v1' }];
    const pack = `${HEAD}servers: [https://a.example/v1]\n${PERMISSIONS}routes:\n  GET /a: read\n  GET /v1/b: read\n`;
    const operations = { 'GET /a': READ, 'GET /b': READ, 'GET /c': READ };
    const { text } = update(documentOf(operations, { servers }), pack);
    expect(text).toBe(
      `${pack}  GET /c: read\n`.replace(
        / {2}GET \/v1\/b: read\n {2}GET \/c: read\n/,
        '  GET /v1/b: read\n  GET /c: read\n',
      ),
    );
  });

  it('is told at its new place', () => {
    const { err } = update(
      documentOf({ 'GET /a': WRITE, 'GET /b': WRITE, 'GET /a/x': READ }),
      withRows('  GET /a: read\n  GET /b: read\n'),
    );
    expect(err).toContain('pack.yaml:10:3  changed: GET /a');
    expect(err).toContain('pack.yaml:12:3  changed: GET /b');
  });
});

describe('a file', () => {
  const operations = { 'GET /a': READ };
  it.each([
    [
      'no import wrote',
      `version: 1\napi: lab\n${PERMISSIONS}routes:\n  GET /a: read\n`,
      'no import wrote it',
    ],
    [
      'brackets',
      '{version: 1, api: lab, imported: {format: openapi}, permissions: {read: R}, routes: {GET /a: read}}',
      'between brackets',
    ],
    [
      'rows between brackets',
      `${HEAD}${PERMISSIONS}routes: { GET /a: read }\n`,
      'its routes stand between brackets',
    ],
    ['anchors', withRows('  GET /a: &x [read]\n  GET /b: *x\n'), 'anchors'],
    ['faults', withRows('  GET /a: raed\n'), 'has faults'],
    [
      'another base path',
      `${HEAD}servers: [https://a.example/v9]\n${PERMISSIONS}routes:\n  GET /a: read\n`,
      '/v9',
    ],
    [
      'other schemes',
      `${HEAD}schemes: [user]\npermissions:\n  user: { read: R }\nroutes:\n  GET /a: read\n`,
      'its schemes are user',
    ],
  ])('is refused and left: %s', (_, pack, says) => {
    const { code, out, err, written } = update(documentOf(operations), pack);
    expect({ code, out, written }).toEqual({ code: 2, out: '', written: {} });
    expect(err).toContain(says);
  });

  it('is refused where --api is another', () => {
    const ran = update(documentOf(operations), withRows('  GET /a: read\n'), '--api', 'other');
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('it is of the API lab, and the import is of other');
  });

  it('is left where the document cannot be read', () => {
    expect(update('{', withRows('  GET /a: read\n'))).toMatchObject({ code: 2, written: {} });
  });

  it('is made where there is none', () => {
    const files = { 'api.json': documentOf(operations) };
    const argv = ['matrix', 'import', 'openapi', 'api.json'];
    const ran = permlint([...argv, '--write', 'new.yaml'], { files });
    expect(ran.out).toBe('');
    expect(ran.written['new.yaml']).toBe(permlint(argv, { files }).out);
  });

  it('gets new permissions, servers and a date, and keeps its own', () => {
    const servers = [{ url: 'https://a.example' }, { url: 'https://b.example' }];
    const pack = `${HEAD}servers:\n  - https://a.example # ours\n  - https://own.example\npermissions:\n  read: My own title # mine\n  own: Own\n# rows\nroutes:\n  GET /a: read\n`;
    const { text, err } = update(documentOf(operations, { servers }), pack, '--date', '2026-11-20');
    expect(text).toBe(
      `${HEAD}date: 2026-11-20\nservers:\n  - https://a.example # ours\n  - https://own.example\n  - https://b.example\npermissions:\n  read: My own title # mine\n  own: Own\n  write: Write\n# rows\nroutes:\n  GET /a: read\n`,
    );
    expect(err).toContain('permissions that the document does not have stay declared: own');
  });

  it.each([
    ['permissions: { read: Read }\n', 'permissions: { read: Read, write: Write }\n'],
    ['permissions: {read: Read,}\n', 'permissions: {read: Read, write: Write,}\n'],
    [
      'permissions: {\n  read: Read # mine\n}\n',
      'permissions: {\n  read: Read, write: Write # mine\n}\n',
    ],
    ['permissions: {}\n', 'permissions: { read: Read, write: Write }\n'],
    ['', 'permissions:\n  read: Read\n  write: Write\n'],
  ])('gets permissions where they are written %j', (before, after) => {
    const rows = before.includes('read') ? '  GET /a: read\n' : '  GET /a: []\n';
    const { text } = update(documentOf(operations), `${HEAD}${before}routes:\n${rows}`);
    expect(text).toBe(`${HEAD}${after}routes:\n  GET /a: read\n`);
  });

  it('keeps its line breaks', () => {
    const pack = withRows('  # above\n  GET /a: read # beside\n  GET /c: read\n').replaceAll(
      '\n',
      '\r\n',
    );
    const { text } = update(documentOf({ 'GET /a': WRITE, 'GET /b': READ }), pack);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('  # above\r\n  GET /a: write # beside\r\n');
  });

  it('repeats how it was imported', () => {
    const files = { 'api.json': documentOf({ 'GET /a': [{ oauth: ['read', 'write'] }] }) };
    const flags = ['--scope-list', 'any', '--scheme', 'oauth', '--absent', 'none'];
    const first = permlint(['matrix', 'import', 'openapi', 'api.json', ...flags], { files });
    const { text } = update(files['api.json'], first.out);
    expect(text).toBe(first.out);
    const changed = update(files['api.json'], first.out, '--scope-list', 'all');
    expect(changed.text).toContain('imported: { format: openapi, schemes: [oauth], absent: none }');
    expect(changed.text).toContain('GET /a: [read, write]');
  });
});

describe('whatever stands in the file', () => {
  const security = fc.constantFrom<Security>(
    READ,
    WRITE,
    [],
    [{}],
    [{ oauth: ['read', 'write'] }],
    [{ x: [] }],
  );
  const path = fc.constantFrom('/a', '/a/{id}', '/a/{id}/b', '/b', '/b/c', '/c/{x}.json', '/d');
  const key = fc
    .tuple(fc.constantFrom('GET', 'POST', 'DELETE'), path)
    .map((parts) => parts.join(' '));
  const operations = fc.dictionary(
    key,
    fc.oneof(
      security,
      fc.record({ security, operationId: fc.constantFrom('one', 'two'), deprecated: fc.boolean() }),
    ),
    { minKeys: 1, maxKeys: 12 },
  );
  const value = fc.constantFrom(
    ' read',
    ' [read, write]',
    ' []',
    ' unknown',
    ' { anyOf: [read, write] }',
    ' { requires: read, operation: one }',
    ' { requires: [], docs: https://docs.example }',
    '\n    requires: write\n    %\n    deprecated: true',
    '\n    %\n    requires:\n      - read\n      %\n      - write',
    ' { requires: read, checked: 2026-11-20 }',
    '\n    requires: [write]\n    %\n    checked: 2026-11-20',
    ' [read, %\n    write]',
  );
  const row = fc.record({ key, value, above: fc.nat(2), beside: fc.boolean(), gap: fc.boolean() });
  const eol = fc.constantFrom('\n', '\r\n');

  /** Rows of a file, every comment numbered. */
  function fileOf(
    rows: readonly { key: string; value: string; above: number; beside: boolean; gap: boolean }[],
    end: string,
  ) {
    let count = 0;
    const comment = () => `# note ${count++}.`;
    const lines = rows.map((r) => {
      const above = Array.from({ length: r.above }, () => `  ${comment()}\n`).join('');
      const inner = r.value.replace(/%/g, comment);
      return `${r.gap ? '\n' : ''}${above}  ${r.key}:${inner}${r.beside ? ` ${comment()}` : ''}\n`;
    });
    const text = `${HEAD}${PERMISSIONS}routes:${rows.length > 0 ? ` ${comment()}\n` : ' {}\n'}${lines.join('')}`;
    return { text: `${text}  ${comment()}\n`.replaceAll('\n', end), count };
  }

  it('comments and checked rows stay, a second import changes nothing, and the rest is as imported', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: (r) => r.key.replace(/\{\w+\}/g, '{}'), maxLength: 12 }),
        operations,
        eol,
        (rows, wanted, end) => {
          const { text: before, count } = fileOf(rows, end);
          expect(readMatrix(before, 'pack.yaml').findings).toEqual([]);
          const document = documentOf(wanted);
          const { code, text } = update(document, before);
          expect(code).toBe(0);
          for (let note = 0; note < count; note++)
            expect(text.split(`# note ${note}.`)).toHaveLength(2);
          for (const checked of rows.filter((r) => r.value.includes('checked'))) {
            const lines = before
              .slice(before.indexOf(`  ${checked.key}:`))
              .split('checked: 2026-11-20')[0]!;
            expect(text).toContain(`${lines}checked: 2026-11-20`);
          }
          expect(update(document, text).text).toBe(text);
          // what was not checked is what an import into a new file has
          const fresh = permlint(['matrix', 'import', 'openapi', 'api.json'], {
            files: { 'api.json': document },
          });
          const rowsOf = (matrix: string) =>
            readMatrix(matrix, 'pack.yaml')
              .value!.routes.filter(({ facts }) => facts.checked === undefined)
              .map(({ method, written, requires }) =>
                JSON.stringify([method, written, [...requires]]),
              );
          const held = new Set(rows.filter((r) => r.value.includes('checked')).map((r) => r.key));
          const expected = rowsOf(fresh.out).filter(
            (r) => !held.has(JSON.parse(r).slice(0, 2).join(' ')),
          );
          expect(new Set(rowsOf(text))).toEqual(new Set(expected));
        },
      ),
      { numRuns: 60 },
    );
  });
});
