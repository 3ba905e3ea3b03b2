// Inputs of which permlint once said what it could not know: "fine", or that a permission is excess or redundant.
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

interface Row {
  readonly when: string;
  /** What stands below `permissions:` and `routes:`; or whole matrices by name. */
  readonly matrix: string | Readonly<Record<string, string>>;
  readonly grants?: string;
  /** The words of the command line; `plan.yaml`, where there is one, stands before them. */
  readonly calls?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** What the report says now, and what it must not say. */
  readonly says: string;
  readonly never?: string;
}

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
];

const HEAD = 'version: 1\napi: lab\n';

describe('never said again', () => {
  it.each(ROWS)('$when', ({ matrix, grants = 'Read', calls = [], files = {}, says, never }) => {
    const matrices =
      typeof matrix === 'string' ? { 'matrix.yaml': `${HEAD}${matrix}` } : { ...matrix };
    const plans = 'plan.yaml' in files ? ['plan.yaml'] : [];
    const named = Object.keys(matrices).flatMap((name) => ['-m', name]);
    const { out } = permlint(['check', '--no-config', ...named, '-g', grants, ...plans, ...calls], {
      files: { ...matrices, ...files },
    });
    const text = out.replace(/\s+/g, ' ');
    expect(text).toContain(says);
    if (never !== undefined) expect(text).not.toContain(never);
  });
});
