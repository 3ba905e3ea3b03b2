// A report and its columns -> the rows of the page: routes in the order of the matrix, then calls that have none.
import { servingCandidates } from '../../judge/serving.js';
import type { Api, Call, Match, Outcome, Requirement, Route, Scheme } from '../../model/model.js';
import type { Report } from '../../model/report.js';
import { callText, pathText } from '../../paths/target.js';
import { demandOf, possibleDemand } from '../../requirements/demand.js';
import { placeText } from '../layout.js';
import { requirementText } from '../list-calls.js';
import { graver, lostCells, quietCells, servedCells } from './cells.js';
import { type Permitted, schemesOf } from './columns.js';
import { detailsOf, distinctNotes, type Noted, type Notes } from './notes.js';
import type { CellKind, Column, Row, RowCall } from './page.js';

/** What is gathered of a row before it is written. */
interface Draft {
  readonly route: Route | null;
  readonly method: string;
  readonly path: string;
  readonly lost: string;
  cells: CellKind[];
  readonly calls: Map<Call, { readonly maybe: boolean; readonly needs: string }>;
  /** Only as one that a more general route hides. */
  remote: boolean;
}

/** All rows of the matrices, and one for each call without a route; nothing where there are no columns to draw. */
export function findRows(report: Report, columns: readonly Permitted[], notes: Notes): Row[] {
  const drafts = new Map<Route | string, Draft>();
  for (const match of report.matches)
    for (const outcome of match.outcomes) place(match, outcome, columns, report, drafts);
  const routes = report.apis.flatMap((api) => api.routes.map((route) => ({ api, route })));
  const matrices = new Map(
    report.apis.flatMap((api) => api.files.map((f) => [f.file, f] as const)),
  );
  const source = ({ location }: Route) => {
    const date = matrices.get(location.file)?.date;
    return `${placeText(location)}${date ? `, ${date}` : ''}`;
  };
  const known = routes.map(({ api, route }) => {
    const draft = drafts.get(route) ?? emptyDraft(route);
    const cells = draft.cells.length > 0 ? draft.cells : quietCells(route, columns, report);
    return write({ ...draft, cells }, report, notes, columns, {
      source: source(route),
      needs: [...draft.calls.values()][0]?.needs ?? rowNeeds(route, api, report),
    });
  });
  const lost = [...drafts.values()].filter(({ route }) => route === null);
  return [
    ...known,
    ...lost.map((draft) => write(draft, report, notes, columns, { source: '', needs: '' })),
  ];
}

const emptyDraft = (route: Route): Draft => ({
  route,
  method: route.method,
  path: route.path,
  lost: '',
  cells: [],
  calls: new Map(),
  remote: false,
});

/** Puts one outcome of a call where it belongs. */
function place(
  match: Match,
  outcome: Outcome,
  columns: readonly Permitted[],
  report: Report,
  drafts: Map<Route | string, Draft>,
): void {
  const { call } = match;
  const all = outcome.kind === 'routed' ? outcome.candidates : [];
  const serving = outcome.kind === 'routed' ? servingCandidates(outcome) : [];
  const add = (
    key: Route | string,
    draft: Draft,
    cells: CellKind[],
    maybe: boolean,
    needs = '',
  ) => {
    const known = drafts.get(key) ?? draft;
    known.cells = cells.map((kind, index) => graver(kind, known.cells[index] ?? '.'));
    if (!known.calls.has(call)) known.calls.set(call, { maybe, needs });
    drafts.set(key, known);
    return known;
  };
  const doubted = (cells: readonly CellKind[]) =>
    withDoubts(cells, match, outcome, columns, report);
  const [sole] = serving;
  if (sole && serving.length === 1) {
    const cells = doubted(servedCells(sole, call, columns, report));
    const needs = callNeeds(sole.route, call, report);
    const draft = add(
      sole.route,
      emptyDraft(sole.route),
      cells,
      sole.certainty !== 'certain',
      needs,
    );
    draft.remote = false;
  } else {
    const lost = whyLost(outcome, serving.length);
    const path = pathText(call);
    const cells = doubted(lostCells(match, outcome, columns, report));
    const draft: Draft = {
      route: null,
      method: outcome.method,
      path,
      lost,
      cells: [],
      calls: new Map(),
      remote: false,
    };
    add([outcome.method, path, lost].join('\n'), draft, cells, true);
  }
  for (const candidate of all.filter(({ certainty }) => certainty === 'remote')) {
    const fresh = !drafts.has(candidate.route);
    const cells = servedCells(candidate, call, columns, report);
    const draft = add(candidate.route, emptyDraft(candidate.route), cells, true);
    if (fresh) draft.remote = true;
  }
}

/** A permission that is withheld because of this call could be needed here. */
function withDoubts(
  cells: readonly CellKind[],
  { call }: Match,
  { method }: Outcome,
  columns: readonly Permitted[],
  { withheld }: Report,
): CellKind[] {
  const path = pathText(call);
  return cells.map((kind, index) => {
    const { scheme, name } = columns[index]!;
    const doubted = withheld.some(
      (w) =>
        w.scheme === scheme &&
        w.permission === name &&
        w.calls.some((c) => c.method === method && c.path === path),
    );
    return doubted && kind === '.' ? '?' : kind;
  });
}

function whyLost(outcome: Outcome, serving: number): string {
  if (outcome.kind === 'unresolved') return `unresolved: ${outcome.reason}`;
  if (outcome.kind === 'unknown-route') return 'fits no route';
  if (outcome.kind === 'unsupported-method') return 'no route has this method';
  return `may be any of ${serving} routes`;
}

const rowNeeds = (route: Route, api: Api, report: Report): string =>
  needsText(schemesOf(report, api), (scheme) => possibleDemand(route, scheme));

/** What a call needs, of the schemes that its row speaks of or that are judged. */
function callNeeds(route: Route, call: Call, report: Report): string {
  const api = report.apis.find(({ name }) => name === route.api);
  const schemes = api ? schemesOf(report, api) : [];
  const said = schemes.filter((scheme) => report.grants || route.requires.has(scheme));
  return needsText(said, (scheme) => demandOf(route, scheme, call));
}

function needsText(schemes: readonly Scheme[], demand: (scheme: Scheme) => Requirement): string {
  const needs = schemes.map((scheme) => {
    const text = requirementText(demand(scheme));
    return schemes.length > 1 ? `${scheme} ${text}` : text;
  });
  return needs.join('; ');
}

function write(
  { route, method, path, lost, cells, calls, remote }: Draft,
  { apis }: Report,
  notes: Notes,
  columns: readonly Permitted[],
  { source, needs }: { readonly source: string; readonly needs: string },
): Row {
  const about = notesAbout(route, method, path, notes, [...calls.keys()]);
  const [response] = about.flatMap(({ finding }) => finding.data.response ?? []);
  const clash = apis.length > 1 && route ? `${route.api} ` : '';
  const named = cells.some(
    (kind, index) =>
      kind === 'e' || kind === 'x' || (kind === 'r' && isIdle(columns[index]!.column)),
  );
  return {
    id: `${clash}${method} ${path}${lost ? ` ${lost}` : ''}`,
    method,
    path,
    lost,
    needs,
    source,
    own: calls.size > 0 || named,
    times: remote ? 0 : calls.size,
    cells: cells.join(''),
    docs: route?.facts.docs ?? '',
    calls: [...calls].map(([call, { maybe }]) => showCall(call, maybe)),
    notes: distinctNotes(about),
    expect: detailsOf(about, 'expect'),
    body: response ? JSON.stringify(response.body, null, 2) : '',
    fix: detailsOf(about, 'fix'),
  };
}

/** Granted, though no call is seen to need it. */
const isIdle = ({ status, granted, argument }: Column): boolean =>
  status === 'open' && granted === 'yes' && argument !== '';

/** What the findings say of a route; of a call without one, what they say of that call. */
function notesAbout(
  route: Route | null,
  method: string,
  path: string,
  { byRow }: Notes,
  calls: readonly Call[],
): readonly Noted[] {
  const paths = new Set([path, ...calls.map(pathText)]);
  const found = [...paths].flatMap((each) => byRow.get(`${method} ${each}`) ?? []);
  return [...new Set(found)].filter(
    ({ finding: { data } }) => !route || !data.route || data.route.path === path,
  );
}

const showCall = (call: Call, maybe: boolean): RowCall => ({
  text: callText(call),
  count: call.count,
  places: call.locations.map(placeText),
  how: [...(call.trace?.through ?? []), ...(call.trace?.parts ?? [])].map(
    ({ text, location }) => `${text}  ${placeText(location)}`,
  ),
  maybe,
});
