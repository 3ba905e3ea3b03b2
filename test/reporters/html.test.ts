// The data of the HTML page: what each cell and column says, per case; and the bytes around it.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { permlint } from '../run.js';

const MATRIX = `version: 1
api: lab
date: 2026-08-13
servers: [https://api.lab.example]
schemes: [app, user]
refusal: { status: 403, body: { code: NO, permission: "{permission}" } }
permissions:
  app:
    Read: Read things
    Edit: { title: Edit, includes: [{ name: Read, verified: true }] }
    Admin: { title: Admin, includes: [Read] }
    Send: Send
    Call: Call
  user: { Owner: Owner }
routes:
  GET /things: { app: Read, user: Owner }
  POST /things: { app: { allOf: [Read, Send] } }
  GET /choice: { app: { anyOf: [Send, Call] } }
  GET /free: { app: [] }
  GET /secret: { app: unknown }
  GET /calls/{id}: { app: Call }
  GET /calls/now: { app: Send }
`;

const HAR = JSON.stringify({
  log: { entries: [{ request: { method: 'GET', url: 'https://api.lab.example/things' } }] },
});

const MAYBE = 'version: 1\ncalls: [{ method: GET, path: /calls/5, possible: true }]\n';

interface Cell {
  readonly when: string;
  readonly calls: readonly string[];
  /** `null`: an audit. */
  readonly grants: string | null;
  readonly flags?: readonly string[];
  readonly columns: string;
  /** The rows that the app touches. */
  readonly rows: readonly string[];
}

const CASES: readonly Cell[] = [
  {
    when: 'all is fine',
    calls: ['GET /things'],
    grants: 'Read',
    columns: 'Read fine yes',
    rows: ['o GET /things'],
  },
  {
    when: 'one lacks, one is excess',
    calls: ['GET /things'],
    grants: 'Call',
    columns: 'Read missing NO, Call excess yes',
    rows: ['m. GET /things', '.e GET /choice', '.e GET /calls/{id}'],
  },
  {
    when: 'one of two would do, and none is granted',
    calls: ['GET /choice'],
    grants: 'none',
    columns: 'Call missing NO, Send missing NO',
    rows: ['cc GET /choice'],
  },
  {
    when: 'one of two is granted',
    calls: ['GET /choice'],
    grants: 'Send',
    columns: 'Call fine NO, Send fine yes',
    rows: ['ao GET /choice'],
  },
  {
    when: 'a verified inclusion gives it',
    calls: ['GET /things'],
    grants: 'Edit',
    columns: 'Edit fine yes, Read fine incl.',
    rows: ['vo GET /things'],
  },
  {
    when: 'an inclusion that is not verified gives it',
    calls: ['GET /things'],
    grants: 'Admin',
    columns: 'Read open incl.?, Admin fine yes',
    rows: ['iv GET /things'],
  },
  {
    when: 'the requirement is not known',
    calls: ['GET /secret', 'GET /things'],
    grants: 'Read,Call',
    columns: 'Call open yes, Read fine yes',
    rows: ['.o GET /things', 'r. GET /choice', '?? GET /secret', 'r. GET /calls/{id}'],
  },
  {
    when: 'a call fits no route',
    calls: ['GET /things', 'GET /nowhere/else'],
    grants: 'Read,Call',
    columns: 'Call excess yes, Read fine yes',
    rows: [
      '.o GET /things',
      'e. GET /choice',
      'e. GET /calls/{id}',
      '.. GET /nowhere/else (fits no route)',
    ],
  },
  {
    when: 'nothing is known of a call',
    calls: ['GET /things', 'GET {}'],
    grants: 'Read,Call',
    columns: 'Call open yes, Read fine yes',
    rows: [
      '.o GET /things',
      'r. GET /choice',
      'r. GET /calls/{id}',
      '?? GET {} (unresolved: nothing is known of the path)',
    ],
  },
  {
    when: 'another row could be meant',
    calls: ['GET /calls/{}'],
    grants: 'Call,Send',
    columns: 'Call fine yes, Send fine yes',
    rows: ['o. GET /calls/{id}', '.? GET /calls/now'],
  },
  {
    when: 'a call that no run need make lacks something',
    calls: ['GET /things', 'maybe.yaml'],
    grants: 'Read',
    columns: 'Call open NO, Read fine yes',
    rows: ['.o GET /things', '?. GET /calls/{id}'],
  },
  {
    when: 'only a call that no run need make uses a grant',
    calls: ['GET /things', 'maybe.yaml'],
    grants: 'Read,Call',
    columns: 'Call open yes, Read fine yes',
    rows: ['.o GET /things', 'r. GET /choice', 'o. GET /calls/{id}'],
  },
  {
    when: 'nothing is needed',
    calls: ['GET /free'],
    grants: 'none',
    columns: '',
    rows: [' GET /free'],
  },
  {
    when: 'a granted name is declared by no matrix',
    calls: ['GET /things'],
    grants: 'Read,Nowhere',
    columns: 'Nowhere open yes, Read fine yes',
    rows: ['.o GET /things'],
  },
  {
    when: 'no grants are given',
    calls: ['GET /things', 'GET /choice'],
    grants: null,
    columns: 'Call fine not said, Owner fine not said, Read fine not said, Send fine not said',
    rows: ['.nn. GET /things', 'a..a GET /choice'],
  },
  {
    when: 'the calls were recorded, so that there may be more',
    calls: ['calls.har'],
    grants: 'Read,Call',
    columns: 'Call excess yes, Read fine yes',
    rows: ['.o GET /things', 'x. GET /choice', 'x. GET /calls/{id}'],
  },
  {
    when: 'the calls are only part of the app',
    calls: ['GET /things'],
    grants: 'Read,Call',
    flags: ['--partial'],
    columns: 'Call open yes, Read fine yes',
    rows: ['.o GET /things', 'r. GET /choice', 'r. GET /calls/{id}'],
  },
];

const dataOf = (page: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)![1]!);
const write = (calls: readonly string[], grants: string | null, flags: readonly string[] = []) =>
  permlint(
    [
      ...calls,
      '-m',
      'lab.yaml',
      ...(grants === null ? [] : ['-g', grants]),
      ...flags,
      '-f',
      'html',
    ],
    { files: { 'lab.yaml': MATRIX, 'calls.har': HAR, 'maybe.yaml': MAYBE } },
  ).out;

it.each(CASES)('$when', ({ calls, grants, flags, columns, rows }) => {
  const [app] = dataOf(write(calls, grants, flags));
  const heads = (app.columns ?? []).map(
    (c: Record<string, string>) => `${c.name} ${c.status} ${c.granted}`,
  );
  const own = app.rows.filter((row: { own?: boolean }) => row.own);
  expect(heads.join(', ')).toBe(columns);
  expect(
    own.map(
      ({ cells = '', method, path, lost }: Record<string, string>) =>
        `${cells} ${method} ${path}${lost ? ` (${lost})` : ''}`,
    ),
  ).toEqual(rows);
});

describe('the file', () => {
  const page = write(['GET /things'], 'Call');

  it('allows its own script and style, and nothing else', () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const [, script] = /<script>(.*?)<\/script>/s.exec(page)!;
    const [, style] = /<style>(.*?)<\/style>/s.exec(page)!;
    expect(policy).toBe(
      `default-src 'none'; script-src ${hash(script!)}; style-src ${hash(style!)}; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/ (?:style|on\w+|src)=|unsafe|eval\(/);
  });

  it('says what to expect, how to mend it, and what to type', () => {
    const [app] = dataOf(page);
    const row = app.rows.find(({ path }: { path: string }) => path === '/things');
    expect(row).toMatchObject({
      needs: 'Read',
      source: 'lab.yaml:16:3, 2026-08-13',
      expect: ['403 NO [Read]'],
      body: '{\n  "code": "NO",\n  "permission": "Read"\n}',
      calls: [{ text: 'GET /things', count: 1, places: ['<command line>'] }],
    });
    expect(app.columns[0].copy).toBe('npx permlint explain Read');
    expect(app.columns[1].argument).toMatch(/^2 routes need it, and no call reaches one/);
  });

  it('lists what was found, for a reader without scripts', () => {
    const text = page.replace(/<script.*?<\/script>/gs, '').replace(/<[^>]*>/g, ' ');
    expect(text).toContain('1 missing, 1 excess');
    expect(text).toContain('GET /things needs Read, which is not granted');
    expect(text).toMatch(/permlint \d/);
  });
});

it.each([
  ['Read', 'Read'],
  ['Read_things.all:x/y-z', 'Read_things.all:x/y-z'],
  ['$(Read)', "'$(Read)'"],
])('the name %s is one word of a shell', (name, word) => {
  const quoted = JSON.stringify(name);
  const matrix = `version: 1\napi: lab\nservers: [https://api.lab.example]\npermissions: { ${quoted}: x }\nroutes:\n  GET /a: [${quoted}]\n`;
  const { out } = permlint(['GET https://api.lab.example/a', '-m', 'lab.yaml', '-f', 'html'], {
    files: { 'lab.yaml': matrix },
  });
  expect(dataOf(out)[0].columns[0].copy).toBe(`npx permlint explain ${word}`);
});
