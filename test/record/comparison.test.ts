// A request of the real matrix, and a planned call that says less of it -> the two are never told apart.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRecorded } from '../../src/judge/compare-recorded.js';
import { groupByApi } from '../../src/match/api.js';
import { matchCalls } from '../../src/match/match.js';
import { loadMatrices } from '../../src/matrix/index.js';
import { type Call, COMMAND_LINE, type Segment } from '../../src/model/model.js';
import { shippedFiles } from '../run.js';

const location = { file: COMMAND_LINE, line: 1, column: 1 };
const { matrices } = loadMatrices([{ text: 'ringcentral', location }], shippedFiles);
const apis = groupByApi(matrices);
const routes = apis.flatMap((api) => api.routes);

const call = (
  methods: readonly string[],
  segments: readonly Segment[],
  personal: boolean,
): Call => ({
  ...{ methods, segments, personal, open: false, stated: false, api: null, count: 1 },
  ...{ host: 'platform.ringcentral.com', events: null, transport: null },
  ...{ source: personal ? 'har' : 'scan', locations: [location] },
});

/** A request to some route, with the segments that the plan does not know. */
const request = fc
  .tuple(
    fc.constantFrom(...routes),
    fc.array(fc.constantFrom('~', '12', 'me', 'call-log', 'sms'), { minLength: 8, maxLength: 8 }),
    fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
    fc.boolean(),
  )
  .map(([{ method, template }, values, unknown, unknownMethod]) => {
    const path = template.segments.map((segment, index) =>
      segment.kind === 'literal' ? segment.text : values[index % values.length]!,
    );
    const planned = path.map((text, index): Segment => (unknown[index] ? [null] : text));
    return { methods: [method], path, planned, plannedMethods: unknownMethod ? [] : [method] };
  });

it('finds a recorded call in a plan that says less of it', () => {
  fc.assert(
    fc.property(request, ({ methods, path, planned, plannedMethods }) => {
      const calls = [call(plannedMethods, planned, false), call(methods, path, true)];
      const { unplanned, neverSeen } = compareRecorded(matchCalls(calls, apis));
      expect({ unplanned, neverSeen }).toEqual({ unplanned: [], neverSeen: [] });
    }),
    { numRuns: 500 },
  );
});

it('says "seen" of the same route alone', () => {
  fc.assert(
    fc.property(request, request, (one, other) => {
      const calls = [call(one.methods, one.path, false), call(other.methods, other.path, true)];
      const matches = matchCalls(calls, apis);
      const [first, second] = matches.map(({ outcomes }) =>
        outcomes.flatMap((o) => ('candidates' in o ? (o.candidates[0]?.route ?? []) : [])),
      );
      const { seen, unplanned } = compareRecorded(matches);
      expect(seen.length).toBe(first![0] === second![0] ? 1 : 0);
      expect(unplanned.length).toBe(first![0] === second![0] ? 0 : 1);
    }),
    { numRuns: 300 },
  );
});
