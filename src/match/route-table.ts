// The routes of one API as a tree of segments: method + segments -> the routes that they may reach.
import type { TemplateSegment } from '../model/model.js';
import {
  ANY_METHOD,
  type Candidate,
  type Route,
  type Segment,
  type Target,
} from '../model/model.js';
import { isUnknown } from '../paths/target.js';
import { accepts, compareSegments, compareTemplates, templateKey } from '../paths/template.js';

interface Node {
  readonly literals: Map<string, Node>;
  /** Children other than literals by the key of their segment; once all are there, the most specific first. */
  patterns: Map<string, Pattern>;
  readonly routes: Map<string, Route>;
}

interface Pattern {
  readonly key: string;
  readonly segment: TemplateSegment;
  readonly node: Node;
}

/** What a path reaches: the routes at one node, and what must be so for it. */
interface Reached {
  readonly routes: ReadonlyMap<string, Route>;
  /** Position of an unknown segment -> the key of the template segment it would have to fit. */
  readonly assumed: ReadonlyMap<number, string>;
}

/** Answers which routes a call may reach. */
export interface RouteTable {
  readonly routes: readonly Route[];
  /** The candidates, most specific first; none where no route of that method fits. */
  lookup(method: string, target: Pick<Target, 'segments' | 'open'>): Candidate[];
  /** The methods of all routes that the path may reach. */
  methodsAt(target: Pick<Target, 'segments' | 'open'>): string[];
  /** Whether the path alone says that it is one of the routes; what begins with something unknown names no product. */
  recognises(target: Pick<Target, 'segments' | 'open'>): boolean;
  /** Whether a literal of some route has this text. */
  isLiteral(segment: string): boolean;
}

/** Builds the table; of two rows for the same method and template the later wins. */
export function createRouteTable(rows: readonly Route[]): RouteTable {
  const routes = new Map(rows.map((r) => [`${r.method} ${templateKey(r.template)}`, r]));
  const root = newNode();
  const literals = new Set<string>();
  for (const route of routes.values()) insert(root, route, literals);
  const ties = putInOrder(root);
  const reach = (target: Pick<Target, 'segments' | 'open'>) =>
    walk(root, target.segments, 0, target.open, new Map());
  return {
    routes: [...routes.values()],
    isLiteral: (segment) => literals.has(segment),
    lookup(method, target) {
      const exact = !target.open && !target.segments.some(isUnknown);
      const fitting: (Reached & { route: Route })[] = [];
      for (const reached of reach(target)) {
        const route = reached.routes.get(method) ?? reached.routes.get(ANY_METHOD);
        if (route) fitting.push({ ...reached, route });
        if (route && exact && !ties) break;
      }
      // where segments tie, a later one decides, which the walk does not see
      if (ties) fitting.sort((x, y) => compareTemplates(x.route.template, y.route.template));
      // rows of several matrices may tie: then each may serve the call
      const tie = (one: { route: Route }, other: { route: Route }) =>
        ties && compareTemplates(one.route.template, other.route.template) === 0;
      const found: typeof fitting = [];
      for (const one of fitting)
        if (!found.some((better) => implies(one.assumed, better.assumed) && !tie(one, better)))
          found.push(one);
      return grade(found, target.open);
    },
    recognises: (target) =>
      [...reach(target)].some(
        ({ routes: reached, assumed }) =>
          assumed.size === 0 || [...reached.values()].some((route) => !isProduct(route)),
      ),
    methodsAt: (target) => [...new Set([...reach(target)].flatMap((r) => [...r.routes.keys()]))],
  };
}

const newNode = (): Node => ({
  literals: new Map(),
  patterns: new Map(),
  routes: new Map(),
});

function insert(root: Node, route: Route, literals: Set<string>): void {
  let node = root;
  for (const segment of route.template.segments) node = childFor(node, segment, literals);
  node.routes.set(route.method, route);
}

/** Puts the patterns of every node in order; says whether two at one node are equally specific. */
function putInOrder(node: Node): boolean {
  const ordered = [...node.patterns.values()].sort((a, b) => compareSegments(a.segment, b.segment));
  node.patterns = new Map(ordered.map((pattern) => [pattern.key, pattern]));
  const tied = ordered.some(
    ({ segment }, index) =>
      index > 0 && compareSegments(ordered[index - 1]!.segment, segment) === 0,
  );
  const below = [...node.literals.values(), ...ordered.map((pattern) => pattern.node)];
  return below.map(putInOrder).some((ties) => ties) || tied;
}

function childFor(node: Node, segment: TemplateSegment, literals: Set<string>): Node {
  if (segment.kind === 'literal') {
    literals.add(segment.text);
    const child = node.literals.get(segment.text) ?? newNode();
    node.literals.set(segment.text, child);
    return child;
  }
  const key = templateKey({ segments: [segment] });
  const child = node.patterns.get(key) ?? { key, segment, node: newNode() };
  node.patterns.set(key, child);
  return child.node;
}

/** All that the segments can reach, depth first, the most specific first. */
function* walk(
  node: Node,
  segments: readonly Segment[],
  at: number,
  open: boolean,
  assumed: ReadonlyMap<number, string>,
): Generator<Reached> {
  if (at >= segments.length) {
    // an open path may end here, or go on with segments that nothing is known of
    const here = open ? new Map([...assumed, [END, String(at)] as const]) : assumed;
    if (node.routes.size > 0) yield { routes: node.routes, assumed: here };
    const rest = node.patterns.get('/**');
    if (rest && !open) yield { routes: rest.node.routes, assumed };
    if (!open) return;
  }
  const segment = segments[at] ?? NOTHING_KNOWN;
  for (const [text, child] of literalChildren(node, segment)) {
    const next = isUnknown(segment) ? new Map([...assumed, [at, text] as const]) : assumed;
    yield* walk(child, segments, at + 1, open, next);
  }
  for (const { key, segment: pattern, node: child } of node.patterns.values()) {
    if (pattern.kind === 'rest') {
      yield { routes: child.routes, assumed };
      continue;
    }
    const fit = accepts(pattern, segment);
    if (fit === 'no') continue;
    const next = fit === 'if' ? new Map([...assumed, [at, key] as const]) : assumed;
    yield* walk(child, segments, at + 1, open, next);
  }
}

function literalChildren(node: Node, segment: Segment): Iterable<readonly [string, Node]> {
  if (isUnknown(segment))
    return [...node.literals].filter(
      ([text]) => accepts({ kind: 'literal', text }, segment) !== 'no',
    );
  const child = node.literals.get(segment);
  return child ? [[segment, child]] : [];
}

/** The position under which the length of an open path is assumed. */
const END = -1;
const NOTHING_KNOWN: Segment = [null];

/** Whether whatever makes `assumed` true makes `other` true: a better route then always takes the call. */
const implies = (
  assumed: ReadonlyMap<number, string>,
  other: ReadonlyMap<number, string>,
): boolean => [...other].every(([at, key]) => assumed.get(at) === key);

const isProduct = ({ facts }: Route): boolean => facts.basis === 'prefix';

/** One route alone that needs no assumption is certain, those that need one are remote; else all are possible. */
function grade(found: readonly (Reached & { route: Route })[], open: boolean): Candidate[] {
  const [first, second] = open ? [] : found.filter(({ assumed }) => assumed.size === 0);
  const sure = second ? undefined : first;
  return found
    .map(({ route }): Candidate => {
      if (!sure) return { route, certainty: 'possible' };
      if (route !== sure.route) return { route, certainty: 'remote' };
      return { route, certainty: 'certain' };
    })
    .sort((a, b) => Number(a.certainty === 'remote') - Number(b.certainty === 'remote'));
}
