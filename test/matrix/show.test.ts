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
