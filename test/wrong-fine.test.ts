// Inputs of which permlint once said what it could not know: "fine", or that a permission is excess or redundant.
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

interface Row {
  readonly when: string;
  /** What stands below `permissions:` and `routes:`; or whole matrices by name. */
  readonly matrix: string | Readonly<Record<string, string>>;
  readonly grants?: string;
  /** The text of `permlint.yaml`, where there is one. */
  readonly config?: string;
  /** The words of the command line; `plan.yaml`, where there is one, stands before them. */
  readonly calls?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** What the report says now, and what it must not say. */
  readonly says: string;
  readonly never?: string;
}

const HEAD = 'version: 1\napi: lab\n';
const THINGS = `permissions: { Read: Read, Edit: Edit, Spare: Spare }
routes:
  GET /things: Read
  POST /things: Edit
  GET /things/{id}: Read
`;
const EVENTS = `permissions: { Read: Read, Admin: Admin }
routes:
  POST /subscription: { requires: [], events: { "/a/{id}": Read, "/a/secret": Admin } }
`;
const har = (url: string) =>
  JSON.stringify({ log: { entries: [{ request: { method: 'GET', url } }] } });
const subscription = (...filters: string[]) =>
  filters.map((f) => `  - { method: POST, path: /subscription, events: ["${f}"] }`).join('\n');

const TIED = 'permissions: { Read: Read, Admin: Admin }\nroutes:\n';
const TWO_APIS = {
  'a.yaml': `version: 1
api: one
generated: true
servers: [https://one.test/1]
permissions: { Read: Read, Edit: { title: Edit, includes: [{ name: Read, verified: true }] } }
routes:
  GET /x: Read
  POST /x: Edit
`,
  'b.yaml': `version: 1
api: two
generated: true
servers: [https://two.test/2]
permissions: { Read: Read, Edit: Edit }
routes:
  GET /x: Read
  POST /x: Edit
`,
};
const circle = (holder: string, held: string) => `${HEAD}generated: true
permissions: { ${held}: x, ${holder}: { title: x, includes: [{ name: ${held}, verified: true }] } }
routes:
  GET /${holder}: ${holder}
`;

const ROWS: readonly Row[] = [
  {
    when: 'a permission includes one that is granted in another scheme only',
    matrix: `schemes: [app, user]
permissions:
  app: { Read: Read, Edit: { title: Edit, includes: [{ name: Read, verified: true }] } }
  user: { Read: Read }
routes:
  GET /things: { app: Read, user: Read }
`,
    files: { 'grants.yaml': 'app: [Edit]\nuser: [Read]\n' },
    grants: 'grants.yaml',
    calls: ['GET /things'],
    says: 'fine',
    never: 'excess-permission',
  },
  {
    when: 'no row needs the permission, and the end of a path is not known',
    matrix: THINGS,
    grants: 'Read,Spare',
    calls: ['GET /things', 'GET /things/**'],
    says: 'Spare may be excess, which cannot be proven',
    never: 'excess-permission',
  },
  {
    when: 'no row needs the permission, and a method is not known',
    matrix: THINGS,
    grants: 'Read,Edit,Spare',
    calls: ['GET /things', 'ANY /things'],
    says: 'Edit, Spare may be excess, which cannot be proven',
    never: 'excess-permission',
  },
  {
    when: 'the unknown part of an event filter may be what another rule says',
    matrix: EVENTS,
    grants: 'Read,Admin',
    files: { 'plan.yaml': `version: 1\ncalls:\n${subscription('/a/{}')}\n` },
    says: 'nothing granted is excess',
    never: 'excess-permission',
  },
  {
    when: 'two rules of events fit a filter, and neither is more specific',
    matrix: `permissions: { Read: Read, Admin: Admin }
routes:
  POST /subscription: { requires: [], events: { "/a/x*": Read, "/a/*x": Admin } }
`,
    grants: 'Read',
    files: { 'plan.yaml': `version: 1\ncalls:\n${subscription('/a/xx')}\n` },
    says: 'unknown-requirement',
    never: 'fine',
  },
  ...['POST /things?_method={}', 'POST /things?_method=PUT&_method=POST'].map((call) => ({
    when: `the method that a POST tunnels is not known: ${call}`,
    matrix: THINGS,
    grants: 'Edit',
    calls: [call],
    says: '1 of 1 call cannot be judged',
    never: 'fine',
  })),
  {
    when: 'a call goes up from a path that is not known to its end',
    matrix: THINGS,
    calls: ['GET /things/**/..'],
    says: '** stands only at the end of a path',
    never: 'fine',
  },
  {
    when: 'an unknown base is glued to the path',
    matrix: 'permissions: { Read: Read }\nroutes:\n  GET /{name}: Read\n',
    calls: ['GET {base}things'],
    says: '1 of 1 call cannot be judged',
    never: 'fine',
  },
  {
    when: 'a backslash ends the host for some, and not for others',
    matrix: THINGS,
    calls: ['GET https://h.test\\..\\x/things'],
    says: 'the host of the URL cannot be read',
    never: 'fine',
  },
  {
    when: 'a plan without a call stands beside a recording',
    matrix: `servers: [https://h.test]\n${THINGS}`,
    files: { 'plan.yaml': 'version: 1\ncalls: []\n', 'a.har': har('https://h.test/things') },
    calls: ['a.har'],
    says: 'the calls are only part of the app',
    never: 'fine',
  },
  ...['//h.test/things', ' https://h.test/things', '/things'].map((url) => ({
    when: `the URL of a recorded request is not absolute: ${url}`,
    matrix: `servers: [https://h.test]\n${THINGS}`,
    files: { 'a.har': har(url) },
    calls: ['a.har', 'GET /things'],
    says: 'has no request with method and absolute url',
    never: 'fine',
  })),
  {
    when: 'two recorded subscriptions have other filters',
    matrix: EVENTS,
    files: {
      'plan.yaml': `version: 1\nrecorded: true\ncalls:\n${subscription('/a/1', '/a/secret')}\n`,
    },
    says: 'needs Admin, which is not granted',
  },
  ...['GET', 'ANY'].map((method) => ({
    when: `two recorded calls of one route differ in what else they may reach: ${method}`,
    matrix: `permissions: { Read: Read, Admin: Admin }
routes:
  GET /a/{id}: Read
  GET /a/secret: Admin
`,
    grants: 'Read,Admin',
    files: {
      'plan.yaml': `version: 1\nrecorded: true\ncalls: [${method} /a/1, "${method} /a/{}"]\n`,
    },
    calls: ['GET /a/1'],
    says: '',
    never: 'excess-permission',
  })),
  {
    when: 'a token is no longer active',
    matrix: THINGS,
    files: { 't.json': '{ "active": false, "scope": "Read" }' },
    grants: 't.json',
    calls: ['GET /things'],
    says: 'the token is not active',
    never: 'fine',
  },
  {
    when: 'the scope of a token differs in case from a title',
    matrix: THINGS,
    files: { 't.json': '{ "scope": "read" }' },
    grants: 't.json',
    calls: ['GET /things'],
    says: 'read is granted, but no matrix declares it',
    never: 'fine',
  },
  {
    when: 'the scope of a token is empty, and the config lists a permission',
    matrix: THINGS.replace('POST /things: Edit', 'POST /things: []'),
    config: 'version: 1\ngrants: [Read]\n',
    files: { 't.json': '{ "scope": "" }' },
    grants: 't.json',
    calls: ['POST /things'],
    says: 'the scope of the token and the list of the config differ',
    never: 'fine',
  },
  {
    when: 'the config names the scheme that the token leaves open',
    matrix: THINGS,
    config: 'version: 1\ngrants: { app: [Read] }\n',
    files: { 't.json': '{ "scope": "Read" }' },
    grants: 't.json',
    calls: ['GET /things'],
    says: 'fine',
    never: 'differ',
  },
  {
    when: 'as many are granted as needed, and they are others',
    matrix: `permissions: { Read: Read, Edit: { title: Edit, includes: [{ name: Read, verified: true }] } }
routes:
  GET /things: Read
`,
    grants: 'Edit',
    calls: ['GET /things'],
    says: 'fine: 1 call is covered by Edit',
    never: 'exactly',
  },
  ...(['Read', 'Admin'] as const).map((grants) => ({
    when: `rows of two matrices fit, and neither is more specific: ${grants}`,
    matrix: {
      'a.yaml': `${HEAD}${TIED}  GET /a/x*: Read\n`,
      'b.yaml': `${HEAD}${TIED}  GET /a/*x: Admin\n`,
    },
    grants,
    calls: ['GET /a/xx'],
    says: 'it may be any of 2 routes',
    never: 'error',
  })),
  {
    when: 'one of two APIs that declare the same names has an inclusion: redundant',
    matrix: TWO_APIS,
    grants: 'Read,Edit',
    calls: ['GET https://one.test/1/x', 'POST https://two.test/2/x', 'GET https://two.test/2/x'],
    says: 'fine',
    never: 'redundant-permission',
  },
  {
    when: 'one of two APIs that declare the same names has an inclusion: broader',
    matrix: TWO_APIS,
    grants: 'Edit',
    calls: ['GET https://one.test/1/x', 'POST https://two.test/2/x'],
    says: 'fine',
    never: 'broader-permission',
  },
  {
    when: 'two permissions include each other, by two matrices',
    matrix: {
      'a.yaml': circle('A', 'B'),
      'b.yaml': circle('B', 'A'),
    },
    grants: 'A,B',
    calls: ['GET /A', 'GET /B'],
    says: 'B is granted, and so is A, which includes it',
    never: 'A is granted, and so is B',
  },
  {
    when: 'a generated row follows one that is kept by hand, and speaks of another scheme',
    matrix: {
      'hand.yaml': `${HEAD}schemes: [user, app]
permissions: { user: { Own: Own, All: { title: All, includes: [{ name: Own, verified: true }] } } }
routes:
  GET /x: { user: Own }
  GET /y: { user: All }
`,
      'pack.yaml': `${HEAD}generated: true
schemes: [app]
permissions: { app: { Read: Read } }
routes:
  GET /x: { app: Read }
`,
    },
    files: { 'g.yaml': 'user: [Own, All]\n' },
    grants: 'g.yaml',
    calls: ['GET /x', 'GET /y'],
    says: 'fine',
    never: 'redundant-permission',
  },
  {
    when: 'the home of a call that fits nothing is one of two APIs of its host',
    matrix: {
      'a.yaml': `version: 1\napi: one\nservers: [https://h.test/a]\n${THINGS}`,
      'b.yaml': `version: 1
api: two
servers: [https://h.test]
permissions: { Write: Write }
routes:
  GET /y/{id}/bar: Write
`,
    },
    grants: 'Read,Write',
    calls: ['GET https://h.test/a/things', 'GET https://h.test/y/foo'],
    says: 'Write may be excess, which cannot be proven',
    never: 'excess-permission',
  },
  {
    when: 'two APIs have schemes of their own',
    matrix: {
      'a.yaml': `version: 1\napi: one\nservers: [https://one.test/a]\n${THINGS}`,
      'b.yaml': `version: 1
api: two
servers: [https://two.test/b]
schemes: [delegated]
permissions: { delegated: { Mail: Mail } }
routes:
  GET /mail: { delegated: Mail }
`,
    },
    files: { 'g.yaml': 'app: [Read]\ndelegated: [Mail]\n' },
    grants: 'g.yaml',
    calls: ['GET https://one.test/a/things', 'GET https://two.test/b/mail'],
    says: 'fine: 2 calls need Mail and Read',
    never: 'cannot be judged',
  },
  {
    when: 'some of the grants could not be read',
    matrix: THINGS,
    files: { 'g.txt': 'Edit\n$$$\n' },
    grants: 'g.txt',
    calls: ['GET /things', 'POST /things'],
    says: 'warning[missing-permission]: 1 call needs Read, which is not among the grants',
    never: 'error[missing-permission]',
  },
  {
    when: 'a check that is off found what is missing',
    matrix: THINGS,
    config: 'version: 1\nseverity: { missing-permission: off }\n',
    grants: 'Edit',
    calls: ['GET /things'],
    says: '1 excess: 1 call',
    never: '0 missing',
  },
  {
    when: 'the grants name only a scheme that no matrix has',
    matrix: THINGS,
    files: { 'g.yaml': 'usr: [Read]\n' },
    grants: 'g.yaml',
    calls: ['GET /things'],
    says: 'g.yaml:1:1',
    never: 'fine',
  },
];

describe('never said again', () => {
  it.each(ROWS)('$when', ({ matrix, grants = 'Read', calls = [], files = {}, config, ...row }) => {
    const matrices: Readonly<Record<string, string>> =
      typeof matrix === 'string' ? { 'matrix.yaml': `${HEAD}${matrix}` } : matrix;
    const plans = 'plan.yaml' in files ? ['plan.yaml'] : [];
    const named = Object.keys(matrices).flatMap((name) => ['-m', name]);
    const { out } = permlint(['check', ...named, '-g', grants, ...plans, ...calls], {
      files: { ...matrices, ...files, ...(config !== undefined && { 'permlint.yaml': config }) },
    });
    const text = out.replace(/\s+/g, ' ');
    expect(text).toContain(row.says);
    if (row.never !== undefined) expect(text).not.toContain(row.never);
  });
});

it('takes the last of several matrices, also where an earlier one extends it', () => {
  const files = {
    'base.yaml': 'version: 1\napi: lab\npermissions: { A: A }\nroutes:\n  GET /a: A\n',
    'ours.yaml': 'version: 1\nextends: ./base.yaml\nroutes:\n  GET /a: []\n',
  };
  const judge = (...argv: string[]) => permlint(['GET /a', ...argv, '-g', 'none'], { files }).code;
  expect(judge('-m', 'base.yaml', '-m', 'ours.yaml')).toBe(0);
  expect(judge('-m', 'ours.yaml', '-m', 'base.yaml')).toBe(1);
});
