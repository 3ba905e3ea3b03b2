// permlint matrix show: the table of permissions.yaml, cell by cell, and what cells can say.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { permlint } from '../run.js';

const callLog = readFileSync(new URL('../../permissions.yaml', import.meta.url), 'utf8');

const TABLE = `
| Category | Method | Requires \`ReadCallLog\` | Requires \`ReadCallRecording\` | Route (below the base path \`/restapi\`) |
|---|---|---|---|---|
| Active Calls | GET | YES | NO | /v1.0/account/{accountId}/extension/{extensionId}/active-calls |
| Account List of Call Logs | GET | YES | NO | /v1.0/account/{accountId}/call-log |
| Extension List of Call Logs | GET | YES | NO | /v1.0/account/{accountId}/extension/{extensionId}/call-log |
| Call Recording Meta Data | GET | YES | YES | /v1.0/account/{accountId}/recording/{recordingId} |
| Call Recording Content Data | GET | NO | YES | /v1.0/account/{accountId}/recording/{recordingId}/content |
`.trimStart();

const show = (argv: readonly string[], files: Record<string, string>) =>
  permlint(['matrix', 'show', ...argv], { files });
const cellsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('permlint matrix show -f markdown', () => {
  it.each([{ matrix: 'permissions.yaml', argv: ['-m', 'permissions.yaml'] }])(
    'prints the table of $matrix',
    ({ argv }) => {
      const ran = show([...argv, '-f', 'markdown'], { 'permissions.yaml': callLog });
      expect(ran).toMatchObject({ code: 0, out: TABLE, err: '' });
    },
  );

  it('says the same as the comment of permissions.yaml', () => {
    const comment = [...callLog.matchAll(/^# {3}(\S.*?) {2,}(YES|NO) +(YES|NO)$/gm)];
    expect(comment.map(([, ...cells]) => cells)).toEqual(
      cellsOf(TABLE).map(([, category, , first, second]) => [category, first, second]),
    );
  });

  it.each([
    { requires: 'A', a: 'YES', b: 'NO' },
    { requires: '[A, B]', a: 'YES', b: 'YES' },
    { requires: '[]', a: 'NO', b: 'NO' },
    { requires: '{ anyOf: [A, B] }', a: 'ONE OF', b: 'ONE OF' },
    { requires: 'unknown', a: '?', b: '?' },
    { requires: '[A, unknown]', a: 'YES', b: '?' },
  ])('$requires is $a for A and $b for B', ({ requires, a, b }) => {
    const matrix = `version: 1\napi: lab\npermissions: { A: A, B: B }\nroutes:\n  GET /lab: ${requires}\n`;
    const { out } = show(['-m', 'lab.yaml', '-f', 'markdown'], { 'lab.yaml': matrix });
    expect(cellsOf(out)).toEqual([['', '', 'GET', a, b, '/lab', '']]);
  });

  it('escapes what would end a cell', () => {
    const matrix =
      'version: 1\napi: lab\npermissions: { A: A }\nroutes:\n  # this | that\n  GET /lab: A\n';
    const { out } = show(['-m', 'lab.yaml', '-f', 'markdown'], { 'lab.yaml': matrix });
    expect(out).toContain('| this \\| that | GET | YES | /lab |');
  });
});

describe('permlint matrix show', () => {
  it('prints each route with its category above and its needs below', () => {
    const { out, code } = show(['-m', 'permissions.yaml'], { 'permissions.yaml': callLog });
    expect(out.split('\n').slice(-6, -3)).toEqual([
      '# Call Recording Content Data',
      'GET /restapi/v1.0/account/{accountId}/recording/{recordingId}/content',
      '    ReadCallRecording',
    ]);
    expect(out).toContain('RingCentral Call Log: 5 routes');
    expect(code).toBe(0);
  });

  it.each([
    { what: 'a matrix that is not there', argv: ['-m', 'none.yaml'], says: 'none.yaml' },
    { what: 'a format that is none', argv: ['-f', 'markdwn'], says: 'did you mean markdown' },
  ])('ends with 2 on $what', ({ argv, says }) => {
    const { code, out, err } = show(argv, {});
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });
});

const LAB = `version: 1
api: lab
title: Lab
servers: [https://lab.example/rest]
permissions: { Read: Read, Edit: { title: Edit, includes: [Read] } }
routes:
  GET /v1/things: { requires: Read, tag: Things }
  GET /v1/things/{id}: { requires: Read, tag: Things, deprecated: true }
  PUT /v1/things/{id}: { requires: Edit, tag: Things }
  GET /v1/things/new: []
  ANY /v1/admin/**: unknown
`;

describe('permlint matrix show with a filter', () => {
  it.each([
    { argv: ['/rest/v1/things'], rows: [0, 1, 2, 3] },
    { argv: ['/v1/things'], rows: [0, 1, 2, 3] },
    { argv: ['--path', '/v1/things/{x}'], rows: [1, 2] },
    { argv: ['/v1/*/new'], rows: [3] },
    { argv: ['/v1/*'], rows: [0] },
    { argv: ['/rest/**'], rows: [0, 1, 2, 3, 4] },
    { argv: ['/v1/things/7'], rows: [1, 2] },
    { argv: ['GET /v1/things/7'], rows: [1] },
    { argv: ['GET /rest/v1/things/new'], rows: [3] },
    { argv: ['DELETE /v1/admin/a/b'], rows: [4] },
    { argv: ['GET /v1/nothing'], rows: [] },
    { argv: ['--permission', 'Read'], rows: [0, 1] },
    { argv: ['--permission', 'Edit'], rows: [0, 1, 2] },
    { argv: ['--tag', 'things'], rows: [0, 1, 2] },
    { argv: ['--method', 'put'], rows: [2, 4] },
    { argv: ['--deprecated'], rows: [1] },
    { argv: ['/v1/things', '--method', 'GET', '--permission', 'Read'], rows: [0, 1] },
  ])('$argv shows the rows $rows', ({ argv, rows }) => {
    const all = [...LAB.matchAll(/^ {2}(GET|PUT|ANY) (\S+):/gm)];
    const wanted = rows.map((index) => `${all[index]![1]} /rest${all[index]![2]}`);
    const { out, err, code } = show([...argv, '-m', 'lab.yaml'], { 'lab.yaml': LAB });
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out.match(/^(GET|PUT|ANY) .*/gm) ?? []).toEqual(wanted);
    const count = rows.length === 5 ? '5 routes' : `${rows.length} of 5 routes`;
    expect(out.trimEnd().split('\n').at(-1)).toContain(`Lab: ${count}, from`);
  });

  it.each([
    { argv: ['--permission', 'Reed'], says: 'did you mean Read' },
    { argv: ['--tag', 'Thing'], says: 'did you mean Things' },
    { argv: ['--method', 'GTE'], says: '--method does not know "GTE"' },
    { argv: ['v1/things'], says: 'a pattern begins with / or a method' },
    { argv: ['/v1', '--path', '/v1'], says: 'give one of them' },
  ])('refuses $argv', ({ argv, says }) => {
    const { out, err, code } = show([...argv, '-m', 'lab.yaml'], { 'lab.yaml': LAB });
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toContain(says);
  });

  it('marks in Markdown what only an inclusion leads to, and counts', () => {
    const argv = ['--permission', 'Edit', '-m', 'lab.yaml', '-f', 'markdown'];
    const { out } = show(argv, { 'lab.yaml': LAB });
    expect(out).toContain('| /v1/things | Read |\n');
    expect(out).toContain('| /v1/things/{id} |  |\n');
    expect(out.endsWith('\n\n3 of 5 routes\n')).toBe(true);
  });

  it('has one column for what is required where there are many permissions', () => {
    const names = [...'ABCDEFGHIJKLM'];
    const declared = names.map((name) => `${name}: ${name}`).join(', ');
    const rows = '  GET /a: { anyOf: [A, [B, C]] }\n  GET /b: []\n';
    const lab = `version: 1\napi: lab\npermissions: { ${declared} }\nroutes:\n${rows}`;
    const { out } = show(['-m', 'lab.yaml', '-f', 'markdown'], { 'lab.yaml': lab });
    expect(out).toBe(
      `| Category | Method | Requires | Route |
|---|---|---|---|
|  | GET | A, or B and C | /a |
|  | GET | nothing | /b |

2 routes
`,
    );
  });
});
