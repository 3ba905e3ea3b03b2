// A plan -> its calls -> a plan: permlint reads what it wrote with the same result, and no value of a recording is in it.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { SECRETS } from '../fixtures/har/capture.mjs';
import { permlint } from './run.js';

const MATRIX = `version: 1
api: lab
servers: [https://lab.test/api, https://eu.lab.test/v9]
permissions: { A: A, B: B }
routes:
  GET /users/{id}: A
  GET /users/me: B
  GET /users/{id}/{part}.json: A
  POST /subscription:
    requires: []
    events: { "/users/{id}": A }
    transports: { WebHook: B, RC/APNS: [] }
    body: { events: filters, transport: by }
  GET /users/{id}/log: B
  ANY /wide/**: A
`;
const OTHER =
  'version: 1\napi: other\nservers: [https://other.test]\nroutes:\n  GET /users/{id}: []\n';
const files = { 'lab.yaml': MATRIX, 'other.yaml': OTHER };

/** What a command prints of a plan; places aside, which differ. */
function run(text: string, name: string, argv: readonly string[]) {
  const { out, code } = permlint([...argv, name, '-m', 'lab.yaml'], {
    files: { ...files, [name]: text },
  });
  return { out, code };
}
const planOf = (text: string, name = 'plan.yaml', argv: readonly string[] = []) =>
  run(text, name, ['calls', '-f', 'plan', ...argv]);
const listOf = (text: string, name = 'plan.yaml') => {
  const { calls, required } = JSON.parse(run(text, name, ['calls', '-f', 'json']).out);
  return {
    required,
    calls: calls.map(({ location: _, ...call }: Record<string, unknown>) => call),
  };
};

describe('calls as a plan', () => {
  it.each([
    ['a call', 'GET /users/me', '  - GET /users/me'],
    ['several methods', 'GET|PUT /users/me', '  - GET|PUT /users/me'],
    ['a method that is not known', 'ANY /users/me', '  - ANY /users/me'],
    ['a method that YAML reads otherwise', 'NULL /users/me', '  - NULL /users/me'],
    ['values', 'GET /users/{id}/x{y}z', '  - GET /users/{}/x{}z'],
    ['an end that is not known', 'GET /users/**', '  - GET /users/**'],
    ['nothing known', 'GET {}', '  - "GET {}"'],
    ['nothing known of a host', 'GET https://lab.test/**', '  - GET https://lab.test/**'],
    ['a host', 'GET https://u:p@LAB.test/api/users/5?q=1', '  - GET https://lab.test/api/users/5'],
    ['a port', 'GET http://lab.test:443/a', '  - "GET http://lab.test:443/a"'],
    ['another port', 'GET https://lab.test:80/a', '  - "GET https://lab.test:80/a"'],
    ['a colon at the end', 'GET /users:', '  - "GET /users:"'],
    ['signs', "GET /a,b;c=d&e'f(g)!h+i*j@k", `  - "GET /a,b;c=d&e'f(g)!h+i*j@k"`],
    ['the root', 'GET /', '  - GET /'],
  ])('%s', (_, stated, line) => {
    const { out } = planOf(`version: 1\ncalls:\n  - ${JSON.stringify(stated)}\n`);
    expect(out).toBe(
      `# yaml-language-server: $schema=node_modules/permlint/schema/plan.json\nversion: 1\ncalls:\n${line}\n`,
    );
  });

  it('with all that an item may say', () => {
    const item = {
      method: ['POST', 'NULL'],
      path: '/subscription',
      count: 7,
      api: 'lab',
      transport: 'a: b',
      events: ['/users/5?secret=1', '{'],
      possible: true,
    };
    const { out } = planOf(JSON.stringify({ version: 1, calls: [item] }));
    expect(out.split('\n').slice(3).join('\n')).toBe(`  - method: [POST, "NULL"]
    path: /subscription
    count: 7
    api: lab
    transport: "a: b"
    events:
      - /users/5
      - /%7B
    possible: true
`);
  });

  it.each([
    ['no call', 'version: 1\ncalls: []\n', 'calls: []\n'],
    [
      'no filter',
      'version: 1\ncalls: [{ method: POST, path: /subscription, events: [] }]\n',
      'events: []\n',
    ],
  ])('%s', (_, text, end) => {
    expect(planOf(text).out).toMatch(new RegExp(`${end.replace(/[[\]]/g, '\\$&')}$`));
  });

  it('of an input that is lost is only a part, and says so', () => {
    const { out, code } = permlint(
      ['calls', 'GET /users/me', 'cut.har', '-m', 'lab.yaml', '-f', 'plan'],
      { files: { ...files, 'cut.har': '' } },
    );
    expect(out).toContain(
      'recorded: true\ncalls:\n  # cut.har:1:1: error[unreadable-input]: cut.har cannot be read: it is empty\n',
    );
    expect(code).toBe(1);
  });

  it('of several apps is one', () => {
    const config =
      'version: 1\nmatrix: ./lab.yaml\napps:\n  a: { calls: [GET /users/me] }\n  b: { calls: [GET /users/5] }\n';
    const { out } = permlint(['calls', '-f', 'plan'], {
      files: { ...files, 'permlint.yaml': config },
    });
    expect(out).toContain('calls:\n  # app a\n  - GET /users/me\n  # app b\n  - GET /users/5\n');
  });
});

describe('read again', () => {
  const text = fc.constantFrom(
    'users',
    'me',
    'log',
    'wide',
    '4001',
    '{}',
    'a{}b',
    'x.json',
    'a:b',
    '%2f',
    '~',
    'é',
    "it's",
  );
  const path = fc
    .tuple(fc.array(text, { maxLength: 4 }), fc.constantFrom('', '/**', '?q=1'))
    .map(([parts, end]) => `/${parts.join('/')}${end}`);
  const host = fc.constantFrom(
    '',
    '',
    'https://lab.test/api',
    'https://eu.lab.test/v9',
    'http://else.test:8080',
    '{base}',
  );
  const method = fc.oneof(
    fc.constantFrom('GET', 'POST', 'ANY', 'null', 'head'),
    fc.constantFrom(['GET', 'PUT'], ['POST']),
  );
  const item = fc.record(
    {
      method,
      path: fc.tuple(host, path).map(([h, p]) => h + p),
      count: fc.integer({ min: 1, max: 9 }),
      events: fc.array(path, { maxLength: 3 }),
      transport: fc.constantFrom('WebHook', 'rc/apns', 'else where', 'true'),
      api: fc.constant('lab'),
      possible: fc.boolean(),
    },
    { requiredKeys: ['method', 'path'] },
  );
  const calls = fc.array(item, { maxLength: 6 });

  it('a plan has the same calls, and is written the same', () => {
    const property = fc.property(calls, (given) => {
      const first = JSON.stringify({ version: 1, calls: given });
      const { out, code } = planOf(first);
      expect(code).toBe(0);
      expect(planOf(out)).toEqual({ out, code: 0 });
      expect(listOf(out)).toEqual(listOf(first));
    });
    fc.assert(property, { numRuns: 100 });
  });

  it('a recorded plan comes to rest', () => {
    const property = fc.property(calls, (given) => {
      const { out } = planOf(JSON.stringify({ version: 1, recorded: true, calls: given }));
      expect(out).toContain('recorded: true\n');
      // two calls that nothing tells apart once their values are gone may become one, but only once
      const again = planOf(out);
      expect(planOf(again.out)).toEqual({ out: again.out, code: 0 });
      expect(out).not.toMatch(/4001|it's|%C3%A9/);
    });
    fc.assert(property, { numRuns: 100 });
  });

  it('a recording needs the same', () => {
    const entry = (method: string, url: string, body?: unknown) => ({
      request: {
        method,
        url,
        ...(body !== undefined && { postData: { text: JSON.stringify(body) } }),
      },
    });
    const archive = JSON.stringify({
      log: {
        entries: [
          entry('GET', 'https://lab.test/api/users/FAKE1'),
          entry('GET', 'https://lab.test/api/users/FAKE2'),
          entry('GET', 'https://eu.lab.test/v9/users/FAKE1/log'),
          entry('POST', 'https://lab.test/api/subscription', {
            filters: ['/users/FAKE3'],
            by: 'webhook',
            FAKE: 'FAKE',
          }),
          entry('GET', 'https://lab.test/api/FAKE/FAKE'),
          entry('GET', 'https://FAKE.test/FAKE'),
        ],
      },
    });
    const { out } = planOf(archive, 'x.har');
    expect(out).toBe(`# yaml-language-server: $schema=node_modules/permlint/schema/plan.json
version: 1
recorded: true
calls:
  - method: GET
    path: /api/users/{}
    count: 2
  - GET /api/users/{}/log
  - method: POST
    path: /api/subscription
    transport: WebHook
    events:
      - /users/{}
  - GET https://lab.test/api/{}/{}
`);
    const before = listOf(archive, 'x.har');
    const after = listOf(out);
    expect(after.required).toEqual(before.required);
    expect(planOf(out).out).toBe(out);
  });

  it.each(['call-log.har', 'neighbours.har'])('%s: no secret, and the same needs', (name) => {
    const archive = readFileSync(new URL(`../fixtures/har/${name}`, import.meta.url), 'utf8');
    const server = ['--server', new URL(JSON.parse(archive).log.entries[0].request.url).origin];
    const of = (file: string, text: string, format: string) =>
      permlint(['calls', file, '-f', format, ...server], { files: { [file]: text } }).out;
    const plan = of(name, archive, 'plan');
    expect(SECRETS.filter((secret: string) => plan.includes(secret))).toEqual([]);
    expect(of('plan.yaml', plan, 'plan')).toBe(plan);
    const routed = (json: string) =>
      JSON.parse(json)
        .calls.filter((c: { route: unknown }) => c.route)
        .map((c: Record<string, unknown>) => [c.route, c.requires, c.count]);
    expect(routed(of('plan.yaml', plan, 'json'))).toEqual(routed(of(name, archive, 'json')));
  });

  it('a recording of one of two APIs says which', () => {
    const archive = JSON.stringify({
      log: { entries: [{ request: { method: 'GET', url: 'https://other.test/users/5' } }] },
    });
    const argv = ['-m', 'lab.yaml', '-m', 'other.yaml', '-f', 'plan'];
    const { out } = permlint(['calls', 'x.har', ...argv], {
      files: { ...files, 'x.har': archive },
    });
    expect(out).toContain('  - method: GET\n    path: /users/{}\n    api: other\n');
    expect(permlint(['calls', 'p.yaml', ...argv], { files: { ...files, 'p.yaml': out } }).out).toBe(
      out,
    );
  });
});
