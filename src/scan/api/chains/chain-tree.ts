// The routes of an API + the rules of its clients -> a tree of the classes that a generator makes of them.
import { ANY_METHOD, type Route } from '../../../model/model.js';
import type { SdkRules } from './rules.js';

/** What one method of a chain gives: the class of a literal. */
export interface ChainNode {
  readonly literal: string;
  readonly takesArgument: boolean;
  /** What an omitted argument stands for; `null`: nothing, so that the path goes on without it. */
  readonly fallback: string | null;
  /** Its path goes on from that of its parent without the parent's argument. */
  readonly dropsArgument: boolean;
  /** The methods that send a request; `null` where two operations have one name. */
  readonly verbs: ReadonlyMap<string, Verb | null>;
  readonly children: readonly ChainNode[];
}

/** A method that sends a request. */
export interface Verb {
  readonly method: string;
  /** Sent to the item; without an argument the client refuses. */
  readonly item: boolean;
}

/** A literal of a route, and whether a parameter follows it. */
interface Piece {
  readonly literal: string;
  readonly key: string;
  readonly parameter: boolean;
}

interface Draft extends Piece {
  readonly parentParameter: boolean;
  readonly own: Verb[];
  readonly below: Map<string, Draft>;
  // what the draft becomes
  readonly children: ChainNode[];
}

// no client has longer chains, and the key of a literal is as long as the path before it
const MAX_LITERALS = 32;

/** Makes the tree of those routes that the vendor names and has not deprecated: clients are generated from these. */
export function growChains(routes: readonly Route[], rules: SdkRules): ChainNode[] {
  const roots = new Map<string, Draft>();
  const drafts: Draft[] = [];
  // where nothing is sent to a literal itself, the shortest route beyond it decides whether it takes an argument
  const shortestFirst = [...routes].sort((a, b) => a.path.length - b.path.length);
  for (const route of shortestFirst) {
    const pieces = isGenerated(route) ? takeApart(route, rules) : [];
    let [siblings, parent]: [Map<string, Draft>, Draft | null] = [roots, null];
    for (const [index, piece] of pieces.entries()) {
      let draft = siblings.get(piece.literal);
      if (!draft) {
        const parentParameter = pieces[index - 1]?.parameter ?? false;
        draft = { ...piece, parentParameter, own: [], below: new Map(), children: [] };
        siblings.set(piece.literal, draft);
        drafts.push(draft);
      }
      [siblings, parent] = [draft.below, draft];
    }
    parent?.own.push({ method: route.method, item: pieces.at(-1)?.parameter ?? false });
  }
  const nodes = new Map(drafts.map((draft) => [draft, finish(draft, rules)]));
  for (const draft of drafts)
    for (const child of draft.below.values()) draft.children.push(nodes.get(child)!);
  return [...roots.values()].map((draft) => nodes.get(draft)!);
}

const isGenerated = ({ method, facts }: Route): boolean =>
  method !== ANY_METHOD && facts.operation !== undefined && facts.deprecated !== true;

/** Parts a path at its literals; none where it is no row of literals, each with a parameter or not. */
function takeApart({ template }: Route, { versions }: SdkRules): Piece[] {
  const pieces: Piece[] = [];
  for (const segment of template.segments) {
    const before = pieces.at(-1);
    if (segment.kind === 'parameter' || isVersion(segment, before, versions)) {
      if (!before || before.parameter) return [];
      pieces[pieces.length - 1] = { ...before, parameter: true };
    } else if (segment.kind === 'literal' && pieces.length < MAX_LITERALS) {
      const key = `${before?.key ?? ''}/${segment.text}`;
      pieces.push({ literal: segment.text, key, parameter: false });
    } else return [];
  }
  return pieces;
}

const isVersion = (
  segment: Route['template']['segments'][number],
  before: Piece | undefined,
  versions: SdkRules['versions'],
): boolean =>
  segment.kind === 'literal' &&
  before?.parameter === false &&
  versions.get(before.key) === segment.text;

function finish(draft: Draft, rules: SdkRules): ChainNode {
  const { literal, key, own, children } = draft;
  const bridge = own.length === 0;
  const byOwn = own.some(({ item }) => item);
  const fallback =
    rules.versions.get(key) ??
    rules.optional.get(key) ??
    (byOwn ? rules.defaults.get(literal) : undefined);
  return {
    literal,
    takesArgument: byOwn || rules.optional.has(key) || (bridge && draft.parameter),
    fallback: fallback ?? null,
    dropsArgument: bridge && !draft.parentParameter,
    verbs: nameVerbs(own, rules),
    children,
  };
}

function nameVerbs(own: readonly Verb[], { collection }: SdkRules): Map<string, Verb | null> {
  const verbs = new Map<string, Verb | null>();
  for (const verb of own) {
    const both = !verb.item && own.some(({ method, item }) => item && method === verb.method);
    const name = (both && collection.get(verb.method)) || verb.method.toLowerCase();
    verbs.set(name, verbs.has(name) ? null : verb);
  }
  return verbs;
}
