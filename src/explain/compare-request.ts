// The requests that were refused + the rows that they reach -> whether the matrix foresees it; where not, the row to add.
import {
  type Match,
  type Requirement,
  type Route,
  type Scheme,
  STANDARD_INPUT,
} from '../model/model.js';
import { pathText } from '../paths/target.js';
import { requirementText } from '../reporters/list-calls.js';
import { possibleDemand } from '../requirements/demand.js';
import { hasUnknown, namesIn } from '../requirements/evaluate.js';
import type { JudgedRefusal } from './judge-refusal.js';

/** A request as matching sees it, and whether it surely is the refused one. */
export interface RefusedRequest {
  readonly match: Match;
  readonly sure: boolean;
}

/** What the matrix says of a request: lines below the request, and a row to add. */
interface Comparison {
  readonly text: string;
  readonly row: string | null;
}

const MOST = 3;

/** The lines on requests, labels in the column of the others; `indent` is that of the text. */
export function compareRequests(
  requests: readonly RefusedRequest[],
  judged: JudgedRefusal,
  labelled: (label: string, text: string) => string[],
): string[] {
  const known = requests.filter(({ match }) => match.api !== null);
  const lines = known.slice(0, MOST).flatMap(({ match, sure }) => {
    const { call } = match;
    const { file, line } = call.locations[0]!;
    const where = `${file === STANDARD_INPUT ? 'line ' : `${file}:`}${line}`;
    const doubt = sure ? '' : ', if it is this one that was refused';
    const { text, row } = compare(match, judged);
    return [
      ...labelled('request', `${call.methods.join('|')} ${pathText(call)} (${where}${doubt})`),
      ...(text === '' ? [] : labelled(row === null ? 'matrix' : 'DRIFT', text)),
      ...(row === null
        ? []
        : ['    to add to a matrix of yours, which wins over it:', `      ${row}`]),
    ];
  });
  const more = known.length - MOST;
  return more > 0 ? [...lines, ...labelled('', `and ${more} more kinds of request`)] : lines;
}

function compare({ outcomes }: Match, judged: JudgedRefusal): Comparison {
  const { scheme, names, anyOf } = judged;
  const [outcome] = outcomes;
  if (!outcome || scheme === null || names.length === 0) return { text: '', row: null };
  if (!('candidates' in outcome)) {
    const text = `no row of the matrix fits the request, so it did not foresee that ${names.join(' or ')} is needed`;
    return { text, row: null };
  }
  const [first] = outcome.candidates;
  if (first?.certainty !== 'certain')
    return { text: 'which row it reaches is not certain', row: null };
  const { route } = first;
  const demand = possibleDemand(route, scheme);
  const place = `${route.location.file}:${route.location.line}`;
  const foreseen = names.filter((name) => namesIn(demand).has(name)).length;
  if (anyOf ? foreseen > 0 : foreseen === names.length)
    return { text: `foresees it: ${place} needs ${requirementText(demand)}`, row: null };
  const silent = !route.requires.has(scheme);
  const says = silent
    ? `says nothing of ${scheme} permissions`
    : hasUnknown(demand)
      ? 'says that not all is known'
      : `needs ${requirementText(demand)}`;
  const text = `${place} ${says}, and yet ${names.join(' or ')} was asked for`;
  return { text, row: rowFor(route, scheme, anyOf ? [`{ anyOf: [${names.join(', ')}] }`] : names) };
}

/** The row with what it needs besides; what it does not know is not repeated. */
function rowFor(route: Route, scheme: Scheme, added: readonly string[]): string {
  const before = route.requires.get(scheme);
  const known = before ? partsOf(before) : [];
  const all = [...new Set([...known, ...added])];
  const requirement = all.length === 1 ? all[0]! : `[${all.join(', ')}]`;
  const bare = before !== undefined && route.requires.size === 1;
  return `${route.method} ${route.path}: ${bare ? requirement : `{ ${scheme}: ${requirement} }`}`;
}

/** The parts of an all-of as a matrix writes them. */
function partsOf(requirement: Requirement): string[] {
  const parts = requirement.kind === 'allOf' ? requirement.of : [requirement];
  return parts.filter((part) => !hasUnknown(part)).map(write);
}

function write(requirement: Requirement): string {
  if (requirement.kind === 'permission') return requirement.name;
  if (requirement.kind === 'unknown') return 'unknown';
  return `{ ${requirement.kind}: [${requirement.of.map(write).join(', ')}] }`;
}
