// Matches of recorded calls -> the same without personal path values, one per method and route with a count.
import type { Call, Candidate, Match, Segment, Template } from '../model/model.js';
import { isUnknown, pathText } from '../paths/target.js';
import { accepts, shapeOf, templateKey } from '../paths/template.js';
import type { IndexedApi } from './api.js';
import { readings } from './readings.js';
import { concealEvents } from './recorded-events.js';

/**
 * Replaces each path value of a recorded call that meets a parameter by `{}`; where no route fits, each segment
 * that is no literal of any matrix.
 */
export function conceal(match: Match, apis: readonly IndexedApi[]): Match {
  const { call, outcomes } = match;
  if (!call.personal) return match;
  const isLiteral = (segment: Segment): boolean =>
    typeof segment === 'string' && apis.some((api) => api.table.isLiteral(segment));
  const routed = outcomes.find((outcome) => outcome.kind === 'routed');
  const best = routed?.kind === 'routed' ? routed.candidates[0] : undefined;
  // a route that the path may have does not say which of its segments are values
  const guessed = best?.certainty === 'possible' && call.segments.some(isUnknown);
  const template = guessed ? undefined : best?.route.template;
  const api = apis.find(({ name }) => name === match.api);
  const added = template && api ? segmentsAdded(call, template, api) : 0;
  const segments = call.segments.map((segment, index) => {
    const met = template?.segments[index + added];
    // what is not known may not become what the route says of it
    if (met && isUnknown(segment) && accepts(met, segment) !== 'yes') return [null];
    if (met && met.kind !== 'rest') return shapeOf(met);
    return isLiteral(segment) ? segment : [null];
  });
  const routes = outcomes.flatMap((o) =>
    'candidates' in o ? o.candidates.map((c) => c.route) : [],
  );
  return { ...match, call: concealEvents({ ...call, segments }, routes) };
}

/** How many more segments the path has in the reading that the template fits: a base path may be left out. */
function segmentsAdded(call: Call, template: Template, api: IndexedApi): number {
  const rest = template.segments.at(-1)?.kind === 'rest';
  const read = readings(call, api).find(
    ({ segments }) =>
      (rest || segments.length === template.segments.length) &&
      template.segments.every((segment, index) => {
        const other = segments[index];
        return segment.kind === 'rest' || (other !== undefined && accepts(segment, other) !== 'no');
      }),
  );
  return (read?.segments.length ?? call.segments.length) - call.segments.length;
}

const toKey = ({ route, certainty }: Candidate): string =>
  `${certainty} ${route.api} ${route.method} ${templateKey(route.template)}`;

/** Makes one match of all recorded calls of the same method, host, route (else concealed path) and event filters. */
export function groupRecorded(matches: readonly Match[]): Match[] {
  const groups = new Map<string, Match>();
  const kept: Match[] = [];
  for (const match of matches) {
    const { call, outcomes } = match;
    const best = outcomes.flatMap((o) => (o.kind === 'routed' ? o.candidates : []))[0];
    const sure = best?.certainty === 'certain' || best?.certainty === 'either';
    const path = sure ? templateKey(best.route.template) : pathText(call);
    // calls of one route may yet differ in what else they may reach, and in what they subscribe to
    const reach = outcomes.map((o) => [o.kind, 'candidates' in o ? o.candidates.map(toKey) : []]);
    const key = JSON.stringify([
      ...[call.methods, call.source, match.api ?? call.host, path],
      ...[call.api, call.possible, reach, call.events, call.transport],
    ]);
    const alike = call.personal ? groups.get(key) : undefined;
    if (!alike) {
      if (call.personal) groups.set(key, match);
      kept.push(match);
      continue;
    }
    const grown = { ...alike, call: { ...alike.call, count: alike.call.count + call.count } };
    kept[kept.indexOf(alike)] = grown;
    groups.set(key, grown);
  }
  return kept;
}
