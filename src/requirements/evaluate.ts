// Requirements against what is held: the only place that decides "granted".
import type { Holdings, Permission, Requirement, Truth } from '../model/model.js';

const ORDER: readonly Truth[] = ['missing', 'unknown', 'assumed', 'granted'];
const worse = (a: Truth, b: Truth): Truth => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);
const better = (a: Truth, b: Truth): Truth => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a);

/** How many alternatives of a requirement are ever written out. */
export const MAX_ALTERNATIVES = 64;

/** All that a permission stands for by inclusion, itself left out; `verified`: over verified edges alone. */
export function includedIn(
  name: string,
  permissions: readonly Permission[],
  verified: 'verified' | 'any',
): Set<string> {
  const edges = new Map(permissions.map((permission) => [permission.name, permission.includes]));
  const reached = new Set([name]);
  for (const from of reached)
    for (const edge of edges.get(from) ?? [])
      if (edge.verified || verified === 'any') reached.add(edge.name);
  reached.delete(name);
  return reached;
}

/** Works out what a set of granted names gives, inclusions followed unless `inclusion` is false. */
export function hold(
  granted: Iterable<string>,
  permissions: readonly Permission[],
  inclusion = true,
): Holdings {
  const held = new Map<string, Truth>();
  const edges = new Map(permissions.map(({ name, includes }) => [name, includes]));
  const queue = [...granted].map((name): [string, Truth] => [name, 'granted']);
  for (const [name, truth] of queue) {
    const before = held.get(name) ?? 'missing';
    if (better(before, truth) === before) continue;
    held.set(name, truth);
    if (!inclusion) continue;
    for (const edge of edges.get(name) ?? [])
      queue.push([edge.name, edge.verified ? truth : 'assumed']);
  }
  return held;
}

/** How well the holdings meet a requirement. */
export function evaluate(requirement: Requirement, held: Holdings): Truth {
  switch (requirement.kind) {
    case 'unknown':
      // who holds all that may be needed holds what is; who lacks some of it may still have enough
      return better('unknown', requirement.atMost ? evaluate(requirement.atMost, held) : 'unknown');
    case 'permission':
      return held.get(requirement.name) ?? 'missing';
    case 'allOf':
      return requirement.of.reduce<Truth>((truth, r) => worse(truth, evaluate(r, held)), 'granted');
    case 'anyOf':
      return requirement.of.reduce<Truth>(
        (truth, r) => better(truth, evaluate(r, held)),
        'missing',
      );
  }
}

/** What lacks: names without which nothing helps, and for each open choice its alternatives (any-of of all-of). */
export interface Lack {
  readonly certain: readonly string[];
  readonly open: readonly (readonly (readonly string[])[])[];
}

/** What must be added to meet a requirement that is `missing`; nothing for one that is not. */
export function lacking(requirement: Requirement, held: Holdings): Lack {
  if (evaluate(requirement, held) !== 'missing') return { certain: [], open: [] };
  switch (requirement.kind) {
    case 'unknown':
      return { certain: [], open: [] };
    case 'permission':
      return { certain: [requirement.name], open: [] };
    case 'allOf':
      return lackingAll(requirement.of, held);
    case 'anyOf': {
      const parts = requirement.of.map((part) => lacking(part, held));
      const [first, ...others] = parts.map((part) => part.certain);
      const certain = (first ?? []).filter((name) => others.every((names) => names.includes(name)));
      const rest = minimal(
        parts.flatMap((part) => waysToFill(part).map((names) => without(names, certain))),
      );
      return { certain, open: rest.some((names) => names.length === 0) ? [] : [rest] };
    }
  }
}

/** What is certain to lack may settle a choice beside it, or make another name certain. */
function lackingAll(parts: readonly Requirement[], held: Holdings): Lack {
  const lacks = parts.map((part) => lacking(part, held));
  const certain = [...new Set(lacks.flatMap((lack) => lack.certain))];
  if (certain.length === 0) return { certain, open: lacks.flatMap((lack) => lack.open) };
  const filled = new Map([...held, ...certain.map((name) => [name, 'granted'] as const)]);
  const rest = lackingAll(parts, filled);
  return { certain: [...certain, ...rest.certain], open: rest.open };
}

const waysToFill = ({ certain, open }: Lack): string[][] =>
  open.reduce<string[][]>((ways, choice) => cross(ways, choice), [[...certain]]);

const without = (names: readonly string[], dropped: readonly string[]): string[] =>
  names.filter((name) => !dropped.includes(name));

/** Every name that stands in the tree, those that an `unknown` may need among them. */
export function namesIn(requirement: Requirement): Set<string> {
  const open = unknownParts(requirement).flatMap(namesAtMost);
  return new Set([...knownNames(requirement), ...open]);
}

/** The names that are known to be needed, or to be one way of several. */
export function knownNames(requirement: Requirement): Set<string> {
  if (requirement.kind === 'permission') return new Set([requirement.name]);
  if (requirement.kind === 'unknown') return new Set();
  return new Set(requirement.of.flatMap((part) => [...knownNames(part)]));
}

/** The names that every way to meet the requirement has in common. */
export function necessary(requirement: Requirement): Set<string> {
  if (requirement.kind === 'permission') return new Set([requirement.name]);
  if (requirement.kind === 'unknown') return new Set();
  const [first, ...others] = requirement.of.map(necessary);
  if (requirement.kind === 'allOf')
    return new Set([first, ...others].flatMap((s) => [...(s ?? [])]));
  return new Set([...(first ?? [])].filter((name) => others.every((names) => names.has(name))));
}

type Unknown = Extract<Requirement, { kind: 'unknown' }>;

/** What is not known in the tree. */
function unknownParts(requirement: Requirement): Unknown[] {
  if (requirement.kind === 'unknown') return [requirement];
  return requirement.kind === 'permission' ? [] : requirement.of.flatMap(unknownParts);
}

const namesAtMost = ({ atMost }: Unknown): string[] => (atMost ? [...namesIn(atMost)] : []);

/** Whether `unknown` stands anywhere in the tree. */
export const hasUnknown = (requirement: Requirement): boolean =>
  unknownParts(requirement).length > 0;

/** Whether what is not known in the tree may be one of the names. */
export const mayNeed = (requirement: Requirement, names: ReadonlySet<string>): boolean =>
  unknownParts(requirement).some(
    (part) => part.atMost === undefined || namesAtMost(part).some((name) => names.has(name)),
  );

/** What the unknown parts of the tree need at most, all together; `null` where that may be anything. */
export function limitOf(requirement: Requirement): Requirement | null {
  const of: Requirement[] = [];
  for (const { atMost } of unknownParts(requirement)) {
    if (atMost === undefined || limitOf(atMost) === null) return null;
    of.push(atMost);
  }
  return of.length === 1 ? of[0]! : { kind: 'allOf', of };
}

/** The ways to meet a requirement, any-of of all-of; at most `MAX_ALTERNATIVES`. */
export interface Alternatives {
  /** `[[]]`: nothing is needed; `null`: no way is known. */
  readonly requires: readonly (readonly string[])[] | null;
  readonly truncated: boolean;
  /** Besides `requires`, something is needed that is not known. */
  readonly more: boolean;
  /** The ways to meet all that is not known; `null` where all is known, or where it may be anything. */
  readonly atMost: readonly (readonly string[])[] | null;
}

/** Writes a requirement out as alternatives; those with an `unknown` in them are not known ways. */
export function alternatives(requirement: Requirement): Alternatives {
  const known = withoutUnknown(requirement);
  const { ways, cut } = expand(known ?? requirement);
  const limit = hasUnknown(requirement) ? limitOf(requirement) : null;
  const atMost = limit && expand(limit).ways;
  return {
    requires: ways.length === 0 ? null : ways.slice(0, MAX_ALTERNATIVES),
    truncated: cut || ways.length > MAX_ALTERNATIVES,
    more: known !== null && ways.length > 0,
    atMost: atMost?.length ? atMost : null,
  };
}

/** What is known of an all-of that is not known as a whole, where it names a permission; `null` for any other. */
function withoutUnknown(requirement: Requirement): Requirement | null {
  if (requirement.kind !== 'allOf') return null;
  const flat = requirement.of.flatMap((part) => (part.kind === 'allOf' ? part.of : [part]));
  const known = flat.filter(({ kind }) => kind !== 'unknown');
  const names = known.some((part) => namesIn(part).size > 0);
  return names && known.length < flat.length ? { kind: 'allOf', of: known } : null;
}

/** Ways to meet a requirement, and whether some were left out. */
interface Expansion {
  readonly ways: readonly string[][];
  readonly cut: boolean;
}

function expand(requirement: Requirement): Expansion {
  switch (requirement.kind) {
    case 'unknown':
      return { ways: [], cut: false };
    case 'permission':
      return { ways: [[requirement.name]], cut: false };
    case 'anyOf':
      return requirement.of
        .map(expand)
        .reduce((all, part) => limit([...all.ways, ...part.ways], all.cut || part.cut), {
          ways: [],
          cut: false,
        });
    case 'allOf':
      return requirement.of
        .map(expand)
        .reduce((all, part) => limit(cross(all.ways, part.ways), all.cut || part.cut), {
          ways: [[]],
          cut: false,
        });
  }
}

function limit(ways: readonly string[][], cut: boolean): Expansion {
  const kept = minimal(ways);
  return { ways: kept.slice(0, MAX_ALTERNATIVES), cut: cut || kept.length > MAX_ALTERNATIVES };
}

/** Each of one with each of the other. */
const cross = (ways: readonly string[][], more: readonly (readonly string[])[]): string[][] =>
  minimal(ways.flatMap((a) => more.map((b) => [...new Set([...a, ...b])])));

/** Drops repetitions and ways that hold another way whole. */
function minimal(ways: readonly string[][]): string[][] {
  const kept: string[][] = [];
  for (const way of [...ways].sort((a, b) => a.length - b.length)) {
    if (kept.length > MAX_ALTERNATIVES) break;
    if (!kept.some((other) => other.every((name) => way.includes(name)))) kept.push(way);
  }
  return kept;
}
