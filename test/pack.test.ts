// The shipped packs: written as their sources say, each row reaching itself alone, read back from their compiled form.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePacks } from '../.ci/compile-packs.js';
import { writePack } from '../rules/sources/ringcentral.mjs';
import { groupByApi } from '../src/match/api.js';
import { matchCall } from '../src/match/match.js';
import { restoreMatrix } from '../src/matrix/compiled.js';
import { compiledFile, loadMatrices, PACKS, packFile } from '../src/matrix/index.js';
import { readMatrix } from '../src/matrix/read-matrix.js';
import { ANY_METHOD, type Call, type Route } from '../src/model/model.js';
import { alternatives } from '../src/requirements/evaluate.js';
import { permlint, shippedFiles } from './run.js';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const location = { file: 'test', line: 1, column: 1 };
const load = (text: string) => loadMatrices([{ text, location }], shippedFiles);
const ringcentral = groupByApi(load('ringcentral').matrices)[0]!;
const [generated] = load('ringcentral').matrices;
const app = generated!.permissions.filter(({ scheme }) => scheme === 'app');

describe('rules/ringcentral.yaml', () => {
  it('is what its sources say, byte for byte', () => {
    expect(writePack() === read('rules/ringcentral.yaml')).toBe(true);
  });

  it('has every operation, permission and documented inclusion', () => {
    const operations = generated!.routes.filter(({ facts }) => facts.operation !== undefined);
    const inclusions = app.flatMap(({ includes }) => includes);
    const current = operations.filter(({ facts }) => !facts.deprecated);
    expect(current).toHaveLength(507);
    expect(new Set(operations.map(({ facts }) => facts.operation)).size).toBe(operations.length);
    expect(app).toHaveLength(41);
    expect(inclusions).toHaveLength(11);
    expect(inclusions.filter(({ verified }) => verified)).toEqual([]);
  });

  it('knows of each operation without a permission whether none is needed, or nobody knows', () => {
    const kinds = generated!.routes
      .filter(({ facts }) => facts.operation !== undefined && !facts.deprecated)
      .map(({ requires }) => requires.get('app')!)
      .filter(({ kind }) => kind !== 'permission')
      .map((needs) => (needs.kind === 'unknown' ? 'unknown' : alternatives(needs).requires));
    expect(kinds.filter((kind) => kind === 'unknown')).toHaveLength(25);
    expect(kinds.filter((kind) => kind !== 'unknown')).toEqual(Array(19).fill([[]]));
  });

  it('differs from the rows kept by hand in one', () => {
    const ways = ({ requires }: Route) => alternatives(requires.get('app')!).requires;
    const differing = ringcentral.routes
      .filter((route) => route.overrides)
      .filter((route) => JSON.stringify(ways(route)) !== JSON.stringify(ways(route.overrides!)));
    expect(ringcentral.routes.filter(({ overrides }) => overrides)).toHaveLength(5);
    expect(differing.map((route) => [route.path, ways(route), ways(route.overrides!)])).toEqual([
      [
        '/restapi/v1.0/account/{accountId}/recording/{recordingId}',
        [['ReadCallLog', 'ReadCallRecording']],
        [['ReadCallRecording']],
      ],
    ]);
  });
});

/** A call of exactly this row: its literals, and values that no row has for its parameters. */
const callOf = ({ method, template }: Route): Call => ({
  ...{ methods: [method === ANY_METHOD ? 'GET' : method], host: null, open: false, stated: true },
  segments: template.segments.map((segment) => (segment.kind === 'literal' ? segment.text : 'Zz9')),
  ...{
    personal: false,
    events: null,
    transport: null,
    api: null,
    count: 1,
    source: 'test',
    locations: [location],
  },
});

describe.each([...PACKS])('the pack %s', (name, files) => {
  const [api] = groupByApi(load(name).matrices);

  it('has no fault', () => {
    expect(load(name).findings).toEqual([]);
  });

  it('has rows that reach themselves and nothing else', () => {
    const reached = api!.routes.map((route) => {
      const { outcomes } = matchCall(callOf(route), [api!]);
      const [outcome] = outcomes;
      const candidates = outcome?.kind === 'routed' ? outcome.candidates : [];
      return outcomes.length === 1 && candidates.length === 1 && candidates[0]!.route === route;
    });
    expect(api!.routes.filter((_, index) => !reached[index]).map(({ path }) => path)).toEqual([]);
  });

  it.each(files)('is the same when %s is read from its compiled form', (file) => {
    const plain = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value, (_, part) => {
          if (part instanceof Map) return { map: [...part] };
          return part instanceof Set ? { set: [...part] } : part;
        }),
      );
    const parsed = readMatrix(read(file), packFile(file)).value;
    const compiled = compilePacks(read, 'this build').get(compiledFile(file))!;
    expect(plain(restoreMatrix(compiled, 'this build'))).toEqual(plain(parsed));
    expect(restoreMatrix(compiled, 'another build')).toBeNull();
  });
});

it.each([
  { word: 'ringcentral@2026-08-13', code: 0, says: '' },
  { word: 'ringcentral@2025-01-01', code: 2, says: 'this permlint has ringcentral@2026-08-13' },
  { word: 'ringcentral@', code: 2, says: 'this permlint has ringcentral@2026-08-13' },
  { word: 'ringcentrl@2026-08-13', code: 2, says: 'did you mean ringcentral' },
])('a pinned pack: $word', ({ word, code, says }) => {
  const ran = permlint(['POST /restapi/oauth/token', '-m', word, '-g', 'none']);
  expect(ran.code).toBe(code);
  expect(ran.out.replace(/\s+/g, ' ')).toContain(says);
});
