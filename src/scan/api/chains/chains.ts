// The routes of an API + the rules of its clients -> which request a chain of methods sends. Pure.
// `rc.restapi().account().callLog().list()` is GET /restapi/v1.0/account/~/call-log.
import type { Route } from '../../../model/model.js';
import type { ChainRequest, ChainStep } from './chain.js';
import { type ChainNode, growChains, type Verb } from './chain-tree.js';
import { guessRequest } from './guess-request.js';
import type { SdkRules, Spelling } from './rules.js';
import { nameLiteral, spell } from './spelling.js';

/** Answers what a chain sends. */
export interface ChainTable {
  /** The names that a chain begins with, after the client itself. */
  readonly roots: readonly string[];
  /** The last step sends the request; `null` where the client has no such chain, or refuses it. */
  lookup(steps: readonly ChainStep[]): ChainRequest | null;
  /** The same for a chain that no route of today has: what the rule alone makes of it; `null` where one has it. */
  guess(steps: readonly ChainStep[]): ChainRequest | null;
}

interface Entry {
  readonly node: ChainNode;
  readonly children: ReadonlyMap<string, Entry | null>;
  readonly verbs: ReadonlyMap<string, Verb | null>;
}

type Path = readonly (string | number)[];

/** Builds the table for one language. */
export function createChainTable(
  routes: readonly Route[],
  rules: SdkRules,
  spelling: Spelling,
): ChainTable {
  const roots = enter(growChains(routes, rules), rules, spelling);
  const others = routes.flatMap(({ template }) => {
    const [first] = template.segments;
    return first?.kind === 'literal' ? spell(nameLiteral(first.text, rules), spelling) : [];
  });
  return {
    roots: [...new Set([...roots.keys(), ...others])],
    lookup: (steps) => follow(roots, steps),
    guess: (steps) => (knows(roots, steps) ? null : guessRequest(steps, rules)),
  };
}

/** The nodes by all their names; `null` where a name may mean two. */
function enter(
  nodes: readonly ChainNode[],
  rules: SdkRules,
  spelling: Spelling,
): Map<string, Entry | null> {
  const entries = nodes.map((node) => {
    const children = enter(node.children, rules, spelling);
    const verbs = [...node.verbs].map(([name, verb]) => [spell(name, spelling), verb] as const);
    return [
      spell(nameLiteral(node.literal, rules), spelling),
      { node, children, verbs: byName(verbs) },
    ] as const;
  });
  return byName(entries);
}

function byName<T>(
  entries: readonly (readonly [names: readonly string[], value: T])[],
): Map<string, T | null> {
  const named = new Map<string, T | null>();
  for (const [names, value] of entries)
    for (const name of names) named.set(name, named.has(name) ? null : value);
  return named;
}

/** Whether the routes have a chain of these names, whatever its arguments. */
function knows(roots: ReadonlyMap<string, Entry | null>, steps: readonly ChainStep[]): boolean {
  const links = steps.slice(0, -1);
  const last = links.reduce<{ children: typeof roots; verbs?: Entry['verbs'] } | null>(
    (entry, { name }) => entry?.children.get(name) ?? null,
    { children: roots },
  );
  return last?.verbs?.has(steps.at(-1)?.name ?? '') ?? false;
}

function follow(
  roots: ReadonlyMap<string, Entry | null>,
  steps: readonly ChainStep[],
): ChainRequest | null {
  let entry: Entry | null = null;
  // the path so far, with the last argument and without it
  let [whole, bare]: [Path, Path] = [[], []];
  for (const [index, { name, argument }] of steps.slice(0, -1).entries()) {
    const named: ReadonlyMap<string, Entry | null> = entry?.children ?? roots;
    entry = named.get(name) ?? null;
    if (!entry) return null;
    const { literal, takesArgument, fallback, dropsArgument } = entry.node;
    const value = argument === 'given' ? index : argument === 'omitted' ? fallback : null;
    bare = [...(dropsArgument ? bare : whole), literal];
    whole = takesArgument && value !== null ? [...bare, value] : bare;
  }
  const verb = entry?.verbs.get(steps.at(-1)?.name ?? '');
  if (!verb || (verb.item && whole === bare)) return null;
  return { method: verb.method, segments: verb.item ? whole : bare };
}
