// A caller of the library that drops what the loaders found: what is lost stands in the values too, so that the report
// is never fine, and proves no excess.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, loadCalls, loadGrants, loadMatrices, preflight, render } from '../src/index.js';
import type { Report } from '../src/model/report.js';
import { memoryFiles } from './run.js';

const MATRIX = `version: 1
api: lab
servers: [https://lab.test]
permissions: { Read: Read, Edit: Edit }
routes:
  GET /things: Read
  POST /things: Edit
`;
const HAR = JSON.stringify({
  log: { entries: [{ request: { method: 'GET', url: 'https://lab.test/things' } }] },
});
const SOUND = {
  'lab.yaml': MATRIX,
  'more.yaml': MATRIX.replace('POST /things: Edit', 'PUT /things: Edit'),
  'plan.yaml': 'version: 1\ncalls:\n  - GET /things\n  - POST /things\n',
  'lines.txt': 'GET /things\nPOST /things\n',
  'log.har': HAR,
  'list.txt': 'Read\nEdit\n',
  'list.yaml': 'grants: [Read, Edit]\n',
  'token.json': '{ "scope": "Read Edit" }',
};
type Text = string | Uint8Array | { readonly error: string };

/** What a run names; `files` stand in the place of the sound ones. */
interface Run {
  readonly matrices?: readonly string[];
  readonly calls?: readonly string[];
  readonly grants?: string;
  readonly files?: Readonly<Record<string, Text>>;
}

/** The example of the README, and how many findings it drops. */
function judge({
  matrices: names = ['lab.yaml'],
  calls: words = ['plan.yaml'],
  grants: text = 'list.txt',
  files: others = {},
}: Run): { report: Report; dropped: number } {
  const files = memoryFiles({ files: { ...SOUND, ...others } });
  const loaded = loadMatrices(names, files);
  const { matrices } = loaded;
  const { calls, coverage, ...read } = loadCalls(words, files, matrices);
  const { grants, ...held } = loadGrants(text, files);
  const report = preflight({ matrices, calls, coverage, grants });
  return { report, dropped: [loaded, read, held].flatMap(({ findings }) => findings).length };
}

const excessOf = ({ findings }: Report) =>
  findings.filter(({ check }) => check === 'excess-permission').map(({ data }) => data.permission);

const GET = 'GET /things';
const BOTH = 'Read,Edit';

describe('nothing is lost', () => {
  it.each<[string, Run, Report['verdict']['kind'], string[]]>([
    ['a plan', {}, 'fine', []],
    ['a plan of lines', { calls: ['lines.txt'] }, 'fine', []],
    ['a token', { grants: 'token.json' }, 'fine', []],
    ['two matrices', { matrices: ['lab.yaml', 'more.yaml'] }, 'fine', []],
    ['one call', { calls: [GET] }, 'findings', ['Edit']],
    ['a recording', { calls: ['log.har'] }, 'findings', ['Edit']],
  ])('%s', (_, run, kind, excess) => {
    const { report, dropped } = judge(run);
    expect([dropped, report.lost]).toEqual([0, false]);
    expect([report.verdict.kind, excessOf(report)]).toEqual([kind, excess]);
  });
});

it.each<[grants: string, kind: string, sentence: string, withheld: string[]]>([
  [
    'Read',
    'open',
    'cannot tell: nothing missing, nothing excess; 1 of 2 calls cannot be judged',
    [],
  ],
  [
    'Read,Edit',
    'open',
    'cannot tell: nothing missing; Edit may be excess, which cannot be proven',
    ['Edit'],
  ],
])('a call that no run need make, with %s', (text, kind, sentence, withheld) => {
  const files = memoryFiles({ files: SOUND });
  const { matrices } = loadMatrices(['lab.yaml'], files);
  const [made, other] = loadCalls(['GET /things', 'POST /things'], files).calls;
  const calls: Call[] = [made!, { ...other!, possible: true }];
  const { grants } = loadGrants(text, files);
  const report = preflight({ matrices, calls, coverage: 'whole', grants });
  expect(report.verdict).toMatchObject({ kind, sentence });
  expect(report.withheld.map(({ permission }) => permission)).toEqual(withheld);
  expect(JSON.parse(render(report, 'json')).calls.map((call: Call) => call.possible)).toEqual([
    undefined,
    true,
  ]);
});

/** Each with calls that would be met, and with a permission that would be excess. */
const LOST: readonly [string, Run][] = [
  ['a plan that is not there', { calls: [GET, 'gone.yaml'] }],
  ['a plan that may not be read', { calls: [GET, 'x'], files: { x: { error: 'EACCES' } } }],
  ['an empty plan', { calls: [GET, 'x'], files: { x: '' } }],
  ['a binary plan', { calls: [GET, 'x'], files: { x: new Uint8Array([71, 0, 1]) } }],
  ['a plan of another kind', { calls: [GET, 'x'], files: { x: 'buy milk' } }],
  ['a plan with a bad key', { calls: [GET, 'x'], files: { x: `version: 1\ncals: [${GET}]\n` } }],
  ['a plan with a bad item', { calls: ['x'], files: { x: `version: 1\ncalls: [${GET}, 7]\n` } }],
  ['a plan with a bad line', { calls: ['x'], files: { x: `${GET}\nPOST\n` } }],
  ['a plan with bad YAML', { calls: ['x'], files: { x: `version: 1\ncalls:\n  - ${GET}\n  - [` } }],
  ['a pattern that no file fits', { calls: [GET, 'plans/*.yaml'] }],
  ['a stated call without a method', { calls: [GET, 'POST https://'] }],
  ['a recording cut short', { calls: [GET, 'log.har'], files: { 'log.har': HAR.slice(0, -4) } }],
  [
    'a recording with a bad entry',
    {
      calls: [GET, 'log.har'],
      files: { 'log.har': HAR.replace(/\]\}\}$/, ',{"request":{}}]}}') },
    },
  ],
  ['only a recording, cut short', { calls: ['log.har'], files: { 'log.har': HAR.slice(0, -4) } }],
  ['grants that are not there', { calls: [GET], grants: 'gone.json' }],
  ['an empty list', { calls: [GET], grants: 'x.txt', files: { 'x.txt': '' } }],
  [
    'a list with a name that is none',
    { calls: [GET], grants: 'x.txt', files: { 'x.txt': 'Read\nEdit\n{x}\n' } },
  ],
  [
    'a list with bad YAML',
    { calls: [GET], grants: 'x.yaml', files: { 'x.yaml': 'grants: [Read, Edit' } },
  ],
  ['grants as words, one of them none', { calls: [GET], grants: 'Read,Edit,{x}' }],
  ['a token without scope', { calls: [GET], grants: 't.json', files: { 't.json': '{"a": 1}' } }],
  [
    'a token that is not active',
    {
      calls: [GET],
      grants: 't.json',
      files: { 't.json': '{"active": false, "scope": "Read Edit"}' },
    },
  ],
  [
    'a token cut short',
    { calls: [GET], grants: 't.json', files: { 't.json': '{"scope": "Read Edit"' } },
  ],
  ['a matrix that is not there', { matrices: ['lab.yaml', 'gone.yaml'], calls: [GET] }],
  ['a rule pack that there is not', { matrices: ['lab.yaml', 'nowhere'], calls: [GET] }],
  [
    'a matrix with a bad row',
    {
      calls: [GET],
      files: { 'lab.yaml': MATRIX.replace('POST /things: Edit', 'POST /things: [{}]') },
    },
  ],
  [
    'a matrix with an undeclared name',
    { calls: [GET], files: { 'lab.yaml': `${MATRIX}  PUT /things: Nothing\n` } },
  ],
  [
    'a second matrix with bad YAML',
    { matrices: ['lab.yaml', 'more.yaml'], calls: [GET], files: { 'more.yaml': 'version: [' } },
  ],
  ['the only matrix', { files: { 'lab.yaml': 'version: 1\napi: [' } }],
];

describe('what is lost is not forgotten', () => {
  it.each(LOST)('%s', (_, run) => {
    // what would be exactly enough, and what would be too much
    for (const grants of run.grants === undefined ? ['Read', BOTH] : [run.grants]) {
      const { report, dropped } = judge({ ...run, grants });
      expect(dropped).toBeGreaterThan(0);
      expect(report.lost).toBe(report.apis.length > 0);
      expect(report.verdict.kind).not.toBe('fine');
      expect(report.verdict.sentence).not.toMatch(/^fine|nothing excess/);
      expect(excessOf(report)).toEqual([]);
    }
  });

  it('as a coverage that is left out', () => {
    const files = memoryFiles({ files: SOUND });
    const { matrices } = loadMatrices(['lab.yaml'], files);
    const { calls } = loadCalls([GET], files);
    for (const names of ['Read', BOTH]) {
      const { grants } = loadGrants(names, files);
      const report = preflight({ matrices, calls, grants } as Parameters<typeof preflight>[0]);
      expect([report.verdict.kind, excessOf(report)]).toEqual(['open', []]);
    }
  });

  it('whatever is cut off or replaced in whatever input', () => {
    const names = Object.keys(SOUND) as (keyof typeof SOUND)[];
    const damage = fc.record({
      name: fc.constantFrom(...names),
      at: fc.nat({ max: 150 }),
      cut: fc.nat({ max: 150 }),
      text: fc.constantFrom('', '[', '{', '"', '\n', ': ', '\0', 'GET'),
    });
    fc.assert(
      fc.property(damage, ({ name, at, cut, text }) => {
        const whole = SOUND[name];
        const files = { [name]: whole.slice(0, at) + text + whole.slice(at + cut) };
        const isGrants = /^(list|token)/.test(name);
        const { report, dropped } = judge({
          files,
          matrices: ['lab.yaml', 'more.yaml'],
          calls: isGrants || /(lab|more)\.yaml/.test(name) ? [GET] : [GET, name],
          grants: isGrants ? name : BOTH,
        });
        if (dropped === 0) return;
        expect(report.verdict.kind).not.toBe('fine');
        expect(excessOf(report)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
