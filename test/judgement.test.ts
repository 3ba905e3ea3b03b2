// Calls, grants and matrices -> what is judged of them: findings with their facts, what is withheld, the verdict.
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const LAB = `version: 1
api: lab
servers: [https://api.lab.example]
permissions:
  Read: Read
  Edit: { title: Edit, includes: [{ name: Read, verified: true }] }
  Guess: { title: Guess, includes: [Read] }
  Send: Send
  Bulk: { title: Bulk, includes: [Send] }
  Spare: Spare
routes:
  GET /read: Read
  GET /either: { anyOf: [Read, Edit] }
  GET /both: [Read, Send]
  GET /open: []
  GET /list/one: Guess
  GET /list/two: Read
  GET /pair/one: Send
  GET /pair/two: Send
  POST /edit: Edit
`;
const TYPES = `version: 1
api: types
schemes: [app, user]
console: Console
refusal: { status: 403, body: { lacks: '{permission}' } }
permissions:
  app: { Read: Read, Edit: { title: Edit, includes: [Read] }, Send: Send of the app }
  user: { Read: See, Owner: { title: Owner, includes: [{ name: Read, verified: true }] }, Send: Send of the user }
routes:
  GET /read: { app: Read, user: Read }
  GET /send: { app: Send, user: Send }
`;
const api = (name: string, rest: string) =>
  `version: 1\napi: ${name}\nservers: [https://${name}.example]\n${rest}`;
const above = (row: string) => `version: 1\nextends: base.yaml\nroutes:\n  ${row}\n`;
/** A plan of calls that no run need make, and of one that is made. */
const possibly = (...calls: readonly string[]) =>
  ['version: 1', 'calls:', '  - GET /read']
    .concat(
      calls.map((call) => {
        const [method, path] = call.split(' ');
        return `  - { method: ${method}, path: "${path}", possible: true }`;
      }),
    )
    .join('\n');
const OFF = 'severity: { included-permission: off }\n';
const config = (rest: string) => `version: 1\nmatrix: [lab.yaml]\n${rest}`;
const ignore = (check: string) => `ignore: [{ check: ${check}, reason: known }]\n`;

const FILES = {
  'lab.yaml': LAB,
  'types.yaml': TYPES,
  'one.yaml': api('one', 'permissions: { A: A, B: B }\nroutes:\n  GET /a: A\n  GET /b: B\n'),
  'two.yaml': api(
    'two',
    'console: Second Console\npermissions: { C: C, D: { title: Dee, includes: [C] } }\nroutes:\n  GET /c: C\n  GET /d: D\n',
  ),
  'delegated.yaml': `version: 1
api: lab
schemes: [delegated]
permissions: { delegated: { Read: Read, Spare: Spare } }
routes:
  GET /a: { delegated: Read }
`,
  'base.yaml': 'version: 1\napi: lab\npermissions: { Read: Read }\nroutes:\n  GET /a: Read\n',
  'x.yaml': above('GET /x: Read'),
  'y.yaml': above('GET /y: Read'),
  'held.yaml': 'app: [Edit]\nuser: [Owner]\n',
  'titled.yaml': 'app: [Read, Send]\nuser: [Read, Send]\n',
  'other.har': JSON.stringify({
    log: { entries: [{ request: { method: 'GET', url: 'https://elsewhere.example/x' } }] },
  }),
  'src/a.js': "fetch('https://api.lab.example/open');\n",
  'maybe.yaml': possibly('GET /read', 'POST /edit', 'GET /none', 'GET /pair/{}', 'GET /both'),
  'maybe-edit.yaml': possibly('POST /edit'),
  'maybe-list.yaml': possibly('GET /list/two'),
  'recorded.yaml': 'version: 1\nrecorded: true\ncalls: [GET /read, GET /both]\n',
};

/** What a run says; a config is the text of `permlint.yaml`. */
function judge(calls: string, matrices: string, grants: string | null, given: string | null) {
  const { out } = permlint(
    [
      ...calls.split(', '),
      ...matrices.split(' ').flatMap((name) => ['-m', name]),
      ...(grants === null ? [] : ['-g', grants]),
      ...['-f', 'json'],
    ],
    { files: { ...FILES, ...(given !== null && { 'permlint.yaml': config(given) }) } },
  );
  return JSON.parse(out);
}

/** A finding in one line: severity, check, message, its facts, the answer to expect, its fix. */
const lineOf = ({ severity, check, message, data, help }: any) =>
  [
    `${severity} ${check}: ${message}`,
    ...(data.api ? [data.api] : []),
    ...(data.scheme ? [data.scheme] : []),
    `route ${data.route ? data.route.path : 'none'}`,
    ...(data.verified === undefined ? [] : [`verified ${data.verified}`]),
    ...(data.proof ? [data.proof.argument] : []),
    ...(data.response
      ? [`answer ${data.response.status} ${JSON.stringify(data.response.body)}`]
      : []),
    ...(help === undefined ? [] : [help]),
  ].join(' | ');

describe('a call', () => {
  const INCLUDED = 'warning included-permission: ';
  const VERIFIED = 'note included-permission: ';
  it.each<[when: string, calls: string, matrices: string, grants: string, lines: string[]]>([
    ['may choose what is held as it stands', 'GET /either', 'lab.yaml', 'Edit', []],
    [
      'needs what a verified inclusion gives',
      'GET /read',
      'lab.yaml',
      'Edit',
      [
        `${VERIFIED}GET /read needs Read, granted only by Edit, which includes it | lab | app | route /read | verified true`,
      ],
    ],
    [
      'needs one name that is held, and one that is included',
      'GET /both',
      'lab.yaml',
      'Guess,Send',
      [
        `${INCLUDED}GET /both needs Read, granted only by Guess, which includes it (not verified) | lab | app | route /both | verified false | to be sure, grant Read itself`,
      ],
    ],
    [
      'needs one name that is held and included, and one that is included alone',
      'GET /both',
      'lab.yaml',
      'Read,Edit,Bulk',
      [
        `${INCLUDED}GET /both needs Send, granted only by Bulk, which includes it (not verified) | lab | app | route /both | verified false | to be sure, grant Send itself`,
      ],
    ],
    [
      'may reach a route that is granted, and one that is assumed',
      'GET /list/{}',
      'lab.yaml',
      'Guess',
      [
        `${INCLUDED}GET /list/{} needs Read, granted only by Guess, which includes it (not verified) | lab | app | route none | verified false | to be sure, grant Read itself`,
      ],
    ],
    [
      'needs an inclusion of each of two types',
      'GET /read',
      'types.yaml',
      'held.yaml',
      [
        `${INCLUDED}GET /read needs Read, granted only by Edit, which includes it (not verified) | types | app | route /read | verified false | to be sure, grant Read itself, held.yaml:1`,
        `${VERIFIED}GET /read needs Read, granted only by Owner, which includes it | types | user | route /read | verified true`,
      ],
    ],
    [
      'needs an inclusion of the second of two APIs',
      'GET https://one.example/a, GET https://two.example/c',
      'one.yaml two.yaml',
      'A,D',
      [
        `${INCLUDED}GET /c needs C, granted only by D, which includes it (not verified) | two | app | route /c | verified false | to be sure, grant C itself`,
      ],
    ],
    [
      'lacks the same on either of two routes',
      'GET /pair/{}',
      'lab.yaml',
      'none',
      [
        'warning missing-permission: GET /pair/{} may need Send, which is not granted | lab | app | route none',
      ],
    ],
    [
      'lacks one name of each of two types',
      'GET /send',
      'types.yaml',
      'held.yaml',
      [
        'error missing-permission: GET /send needs Send, which is not granted | types | app | route /send | answer 403 {"lacks":"Send"} | switch on "Send of the app" for the app in the Console, then add Send to grants, held.yaml:1',
        'error missing-permission: GET /send needs user permission Send, which is not granted | types | user | route /send | grant the user permission "Send of the user", then add Send to grants, held.yaml:1',
      ],
    ],
    [
      'lacks what a matrix of one further type knows',
      'GET /a',
      'delegated.yaml',
      'Spare',
      [
        'error missing-permission: GET /a needs Read, which is not granted | lab | delegated | route /a | switch on "Read" for the app',
      ],
    ],
  ])('%s', (_, calls, matrices, grants, lines) => {
    const { findings } = judge(calls, matrices, grants, null);
    const own = findings.filter(({ check }: any) => /^(missing|included)-/.test(check));
    expect(own.map(lineOf)).toEqual(lines);
  });
});

describe('a call that no run need make', () => {
  const note = (what: string, path: string) =>
    `note unresolved-call: ${what} | lab | route ${path}`;
  it.each<[when: string, calls: string, grants: string, lines: string[]]>([
    [
      'is told of where it lacks something',
      'maybe.yaml',
      'Read',
      [
        'note unknown-route: GET /none fits no route of lab, did you mean GET /list/one | lab | route none',
        note('GET /both cannot be judged: it may never be made; if it is, it lacks Send', '/both'),
        note(
          'GET /pair/{} cannot be judged: it may never be made; if it is, it lacks Send',
          'none',
        ),
        note('POST /edit cannot be judged: it may never be made; if it is, it lacks Edit', '/edit'),
      ],
    ],
    [
      'makes no error, and takes none away',
      'maybe-edit.yaml',
      'none',
      [
        'error missing-permission: GET /read needs Read, which is not granted | lab | app | route /read | switch on "Read" for the app',
        note('POST /edit cannot be judged: it may never be made; if it is, it lacks Edit', '/edit'),
      ],
    ],
    ['is not told of where the grants serve it', 'maybe-edit.yaml', 'Read,Edit', []],
    [
      'may need what is included',
      'maybe-list.yaml',
      'Guess',
      [
        'warning included-permission: GET /list/two may need Read, granted only by Guess, which includes it (not verified) | lab | app | route /list/two | verified false | to be sure, grant Read itself',
        'warning included-permission: GET /read needs Read, granted only by Guess, which includes it (not verified) | lab | app | route /read | verified false | to be sure, grant Read itself',
      ],
    ],
  ])('%s', (_, calls, grants, lines) => {
    const { findings } = judge(calls, 'lab.yaml', grants, null);
    expect(findings.map(lineOf).sort()).toEqual(lines);
  });
});

describe('a grant', () => {
  const excess = (name: string, ...rest: string[]) =>
    [`error excess-permission: ${name} is granted, but no call needs it`, ...rest].join(' | ');
  it.each<
    [
      when: string,
      calls: string,
      matrices: string,
      grants: string,
      lines: string[],
      withheld: string[],
    ]
  >([
    [
      'is withheld where all calls go elsewhere',
      'other.har',
      'lab.yaml',
      'Spare',
      [],
      ['Spare: no call was found'],
    ],
    [
      'is withheld where one method of a call fits no route, but for what the other needs',
      'GET|DELETE /read',
      'lab.yaml',
      'Read,Spare',
      [],
      ['Spare: DELETE /read fits no route, and may need it'],
    ],
    [
      'is excess where that method can need none',
      'GET|DELETE /read',
      'lab.yaml',
      'Read,Send',
      [
        excess(
          'Send',
          'lab | app | route none',
          '3 routes need it, and no call reaches one; the unjudged call cannot be one',
          'switch off "Send"',
        ),
      ],
      [],
    ],
    [
      'is withheld where only a call that no run need make needs it',
      'maybe-edit.yaml',
      'lab.yaml',
      'Read,Edit,Send',
      [
        excess(
          'Send',
          'lab | app | route none',
          '3 routes need it, and no call reaches one',
          'switch off "Send"',
        ),
      ],
      ['Edit: POST /edit may never be made, and may need it if it is'],
    ],
    [
      'is in use where another call needs it too',
      'maybe-edit.yaml, POST /edit',
      'lab.yaml',
      'Read,Edit',
      [],
      [],
    ],
    [
      'is excess of the second of two APIs',
      'GET https://one.example/a, GET https://two.example/c',
      'one.yaml two.yaml',
      'A,C,D',
      [
        excess(
          'D',
          'two | app | route none | 1 route needs it, and no call reaches it',
          'switch off "Dee" in the Second Console',
        ),
      ],
      [],
    ],
    [
      'is excess of both types, below the title of each',
      'GET /send',
      'types.yaml',
      'titled.yaml',
      [
        excess(
          'Read',
          'types | app | route none | 1 route needs it, and no call reaches it',
          'switch off "Read" in the Console, remove it from titled.yaml:1',
        ),
        excess(
          'Read',
          'types | user | route none | 1 route needs it, and no call reaches it',
          'switch off "See", remove it from titled.yaml:2',
        ),
      ],
      [],
    ],
    [
      'is excess of the one type that a matrix has',
      'GET /a',
      'delegated.yaml',
      'Read,Spare',
      [excess('Spare', 'lab | delegated | route none | no route needs it | switch off "Spare"')],
      [],
    ],
  ])('%s', (_, calls, matrices, grants, lines, withheld) => {
    const report = judge(calls, matrices, grants, null);
    const own = report.findings.filter(({ check }: any) => check === 'excess-permission');
    expect(own.map(lineOf)).toEqual(lines);
    expect(report.withheld.map((w: any) => `${w.permission}: ${w.reason}`)).toEqual(withheld);
  });
});

it.each<[calls: string, matrices: string, grants: string, sentence: string, config?: string]>([
  ['GET /read', 'lab.yaml', 'Read', 'fine: 1 call needs Read, exactly what is granted'],
  [
    'GET /both',
    'lab.yaml',
    'Read,Send',
    'fine: 1 call needs Read and Send, exactly what is granted',
  ],
  // as many names are needed as granted, and not the same
  [
    'GET /read',
    'lab.yaml',
    'Edit',
    'fine: 1 call is covered by Edit, and nothing granted is excess',
  ],
  [
    'GET /read, GET /open',
    'lab.yaml',
    'Edit',
    'fine: 2 calls are covered by Edit, and nothing granted is excess',
  ],
  // all that is granted is needed, and not only that
  [
    'GET /read, POST /edit',
    'lab.yaml',
    'Edit',
    'fine: 2 calls are covered by Edit, and nothing granted is excess',
  ],
  ['GET /open', 'lab.yaml', 'none', 'fine: 1 call needs no permission, and none is granted'],
  [
    'GET /a, GET /x, GET /y',
    'x.yaml y.yaml',
    'Read',
    'fine: 3 calls need Read, exactly what is granted',
  ],
  ['GET /a', 'base.yaml base.yaml', 'Read', 'fine: 1 call needs Read, exactly what is granted'],
  ['GET /a', 'delegated.yaml', 'Read', 'fine: 1 call needs Read, exactly what is granted'],
  ['GET /read', 'lab.yaml', 'none', '1 missing, 0 excess: 1 call, 1 permission needed, 0 granted'],
  [
    'GET /both, GET /read',
    'lab.yaml',
    'Spare',
    '2 missing, 1 excess: 2 calls, 2 permissions needed, 1 granted (declared)',
  ],
  // a call that may go elsewhere surely needs nothing
  ['GET /pair/{}', 'lab.yaml', 'none', '1 of 1 call may need what is not granted'],
  ['GET /read', 'lab.yaml', 'Guess', '1 of 1 call is granted by an unverified inclusion only'],
  [
    'GET /read, GET /list/two',
    'lab.yaml',
    'Guess',
    '2 of 2 calls are granted by an unverified inclusion only',
  ],
  ['GET /list/{}', 'lab.yaml', 'Guess', '1 of 1 call is granted by an unverified inclusion only'],
  // one of the routes would refuse the call, the other would not
  [
    'GET /list/{}',
    'lab.yaml',
    'Read',
    'cannot tell: nothing missing, nothing excess; 1 of 1 call cannot be judged',
  ],
  [
    'GET /read',
    'lab.yaml',
    'Read,Reed',
    'cannot tell: nothing missing; 1 granted name is declared by no matrix',
  ],
  ['GET /read', 'lab.yaml', 'Read,Reed,Rood', '2 granted names are declared by no matrix'],
  ['src, recorded.yaml', 'lab.yaml', 'Read,Send', '2 recorded calls are not found in the code'],
  ['GET /read', 'lab.yaml', 'Edit', '1 finding of checks that are off', OFF],
  ['GET /read, GET /list/two', 'lab.yaml', 'Edit', '2 findings of checks that are off', OFF],
  ['GET /read', 'lab.yaml', 'Edit', '1 finding is suppressed', ignore('included-permission')],
  [
    'GET /read, GET /list/two',
    'lab.yaml',
    'Edit',
    '2 findings are suppressed',
    ignore('included-permission'),
  ],
  // what is off or set aside is not said to be none
  [
    'GET /read',
    'lab.yaml',
    'none',
    'nothing excess; 1 finding is suppressed',
    ignore('missing-permission'),
  ],
  [
    'GET /open',
    'lab.yaml',
    'Spare',
    'nothing missing; 1 finding is suppressed',
    ignore('excess-permission'),
  ],
  [
    'GET /read, GET /pair/one',
    'lab.yaml',
    'Read,Spare',
    '1 excess, 1 suppressed: 2 calls, 2 permissions needed, 2 granted (declared)',
    ignore('missing-permission'),
  ],
  [
    'GET /read, GET /pair/one',
    'lab.yaml',
    'none',
    '1 missing, 0 excess, 1 suppressed: 2 calls, 2 permissions needed, 0 granted',
    'ignore: [{ check: missing-permission, permission: Send, reason: known }]\n',
  ],
  [
    'GET /read',
    'lab.yaml',
    'Read,Send,Spare',
    '0 missing, 1 excess, 1 suppressed: 1 call, 1 permission needed, 3 granted (declared)',
    'ignore: [{ check: excess-permission, permission: Send, reason: known }]\n',
  ],
])('%s on %s with %s: %s', (calls, matrices, grants, sentence, given) => {
  const { verdict } = judge(calls, matrices, grants, given ?? null);
  expect(verdict.sentence).toContain(sentence);
  if (/^(fine|nothing)/.test(sentence)) expect(verdict.sentence).toBe(sentence);
});
