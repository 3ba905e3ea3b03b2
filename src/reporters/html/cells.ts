// A route, or a call of it, + a column -> what the cell says.
import { servingCandidates } from '../../judge/serving.js';
import type { Api, Call, Candidate, Match, Outcome, Route } from '../../model/model.js';
import { type Report, saying } from '../../model/report.js';
import { demandOf, openDemand, possibleDemand } from '../../requirements/demand.js';
import { knownNames, lacking, mayNeed, namesIn, necessary } from '../../requirements/evaluate.js';
import type { Permitted } from './columns.js';
import { CELL_KINDS, type CellKind } from './page.js';

/** What weighs more of two cells. */
export const graver = (a: CellKind, b: CellKind): CellKind =>
  CELL_KINDS.indexOf(a) < CELL_KINDS.indexOf(b) ? a : b;

/** The cells of a row that no call reaches. */
export function quietCells(
  route: Route,
  columns: readonly Permitted[],
  report: Report,
): CellKind[] {
  // calls that are missed may need what no call that is known does
  const excess = isPart(report) ? 'x' : 'e';
  const names = new Map<string, ReadonlySet<string>>();
  return columns.map(({ api, scheme, name, column }) => {
    if (api?.name !== route.api) return '.';
    if (!names.has(scheme)) names.set(scheme, namesIn(possibleDemand(route, scheme)));
    if (!names.get(scheme)?.has(name)) return '.';
    return column.status === 'excess' ? excess : 'r';
  });
}

const isPart = ({ coverage, findings, suppressed, checks }: Report): boolean =>
  coverage === 'part' ||
  [...findings, ...suppressed.map(({ finding }) => finding)].some(saying('calls unseen', checks));

/** The cells of a call that one route serves, as far as is known. */
export function servedCells(
  { route, certainty }: Candidate,
  call: Call,
  columns: readonly Permitted[],
  report: Report,
): CellKind[] {
  return columns.map((permitted) => {
    if (permitted.api?.name !== route.api) return '.';
    const kind = servedCell(route, call, permitted, report);
    if (certainty === 'certain') return kind;
    if (certainty === 'remote') return kind === '.' ? '.' : '?';
    if (call.possible && LACKING.includes(kind)) return '?';
    return kind === 'm' ? 'p' : kind;
  });
}

/** What is lacking is only in doubt of a call that no run need make. */
const LACKING = 'mpc';

function servedCell(
  route: Route,
  call: Call,
  { scheme, name, includes, column }: Permitted,
  report: Report,
): CellKind {
  // an audit asks what is needed, and a row that says nothing of a scheme answers nothing
  if (!report.grants && !route.requires.has(scheme)) return '.';
  const demand = demandOf(route, scheme, call);
  const names = knownNames(demand);
  const isOpen = mayNeed(demand, new Set([name]));
  const unknown = isOpen || namesIn(openDemand(route, scheme, call)).has(name);
  const held = report.held.get(route.api)?.get(scheme);
  // a proven excess is needed by nothing, so nothing unknown can need it
  const open = unknown && column.status !== 'excess' ? '?' : '.';
  if (!names.has(name)) {
    const gives = column.granted === 'yes' && [...names].some((other) => includes.has(other));
    return open === '.' && gives ? 'v' : open;
  }
  if (!report.grants || !held) return necessary(demand).has(name) ? 'n' : 'a';
  const truth = held.get(name);
  if (truth === 'granted') return 'o';
  if (truth === 'assumed') return 'i';
  const lack = lacking(demand, held);
  if (lack.certain.includes(name)) return report.grants.incomplete ? 'p' : 'm';
  if (lack.open.flat(2).includes(name)) return 'c';
  return isOpen ? '?' : 'a';
}

/** The cells of a call that has no route of its own: where it could land. */
export function lostCells(
  match: Match,
  outcome: Outcome,
  columns: readonly Permitted[],
  report: Report,
): CellKind[] {
  const serving = outcome.kind === 'routed' ? servingCandidates(outcome) : [];
  const each = serving.map((candidate) => servedCells(candidate, match.call, columns, report));
  return columns.map((permitted, index) => {
    const [first = '.', ...others] = each.map((cells) => cells[index]!);
    if (first !== '.' && others.every((kind) => kind === first)) return first === 'm' ? 'p' : first;
    return mayLand(match, outcome, permitted, report) ? '?' : '.';
  });
}

/** Whether a call that cannot be judged may need the permission; a proven excess it does not. */
function mayLand(
  match: Match,
  outcome: Outcome,
  { api, scheme, name, column }: Permitted,
  { apis }: Report,
): boolean {
  if (column.status === 'excess') return false;
  if (!api || (match.api !== null && match.api !== api.name)) return api === null;
  const mayBeNeeded = (route: Route) => {
    if (route.api !== api.name) return false;
    const demand = possibleDemand(route, scheme);
    return namesIn(demand).has(name) || mayNeed(demand, new Set([name]));
  };
  const routes = 'candidates' in outcome ? outcome.candidates.map((c) => c.route) : [];
  if (routes.length > 0) return routes.some(mayBeNeeded);
  const known = rowsOf(api, apis);
  // what no row needs may be needed by any row that the matrix lacks
  if (!known.some((route) => namesIn(possibleDemand(route, scheme)).has(name))) return true;
  return match.part.some(mayBeNeeded);
}

const rowsOf = (api: Api, apis: Report['apis']): readonly Route[] =>
  apis.find(({ name }) => name === api.name)?.routes ?? [];
