// A requirement -> the shortest that this finds with the same meaning, and its text in a matrix.
import type { Requirement } from '../model/model.js';

/** Larger requirements are left as they are: what implies what is asked of every pair of parts. */
const MAX_PARTS = 64;

/**
 * Flattens what is nested, and drops each part that another makes superfluous.
 * Only laws that hold in any order of truths are used (absorption, idempotence), and that an `unknown` is met never
 * worse than all that it may need; so the result means the same for what is held only by an unverified inclusion too.
 */
export function simplify(requirement: Requirement): Requirement {
  return size(requirement) > MAX_PARTS ? requirement : reduce(requirement, new Map());
}

/** How many nodes the tree has; stops counting where it is too large. */
function size(requirement: Requirement): number {
  if (!('of' in requirement)) return 1;
  let sum = 1;
  for (const part of requirement.of) {
    sum += size(part);
    if (sum > MAX_PARTS) break;
  }
  return sum;
}

/** What is known of pairs of parts: whether the first implies the second. */
type Implied = Map<Requirement, Map<Requirement, boolean>>;

function reduce(requirement: Requirement, implied: Implied): Requirement {
  if (!('of' in requirement)) return requirement;
  const { kind } = requirement;
  let of = requirement.of
    .map((part) => reduce(part, implied))
    .flatMap((part) => ('of' in part && part.kind === kind ? part.of : [part]));
  // all-of keeps the strongest parts, any-of the weakest; of two that say the same, the first
  for (const part of [...of].reverse()) {
    const others = of.filter((other) => other !== part);
    const superfluous = others.some((other) =>
      kind === 'allOf' ? implies(other, part, implied) : implies(part, other, implied),
    );
    if (superfluous) of = others;
  }
  return of.length === 1 ? of[0]! : { kind, of };
}

/** Whether `a` is met never better than `b`; a `false` may be wrong, a `true` is not. */
function implies(a: Requirement, b: Requirement, implied: Implied): boolean {
  const ofA = implied.get(a) ?? new Map<Requirement, boolean>();
  const known = ofA.get(b);
  if (known !== undefined) return known;
  const found = decide(a, b, implied);
  implied.set(a, ofA.set(b, found));
  return found;
}

function decide(a: Requirement, b: Requirement, implied: Implied): boolean {
  if (a.kind === 'permission' && b.kind === 'permission') return a.name === b.name;
  if (a.kind === 'unknown' && b.kind === 'unknown' && impliesUnknown(a, b, implied)) return true;
  if (a.kind === 'anyOf') return a.of.every((part) => implies(part, b, implied));
  if (b.kind === 'allOf') return b.of.every((part) => implies(a, part, implied));
  return (
    // what is not known is met never worse than all that it may need
    (b.kind === 'unknown' && b.atMost !== undefined && implies(a, b.atMost, implied)) ||
    (a.kind === 'allOf' && a.of.some((part) => implies(part, b, implied))) ||
    (b.kind === 'anyOf' && b.of.some((part) => implies(a, part, implied)))
  );
}

type Unknown = Extract<Requirement, { kind: 'unknown' }>;

/** What may need more is met never better than what may need less. */
const impliesUnknown = (a: Unknown, b: Unknown, implied: Implied): boolean =>
  a.atMost === undefined || (b.atMost !== undefined && implies(a.atMost, b.atMost, implied));

/** The same for requirements that differ only in the order of their parts. */
export function requirementKey(requirement: Requirement): string {
  if (requirement.kind === 'unknown')
    return requirement.atMost ? `?(${requirementKey(requirement.atMost)})` : '?';
  if (requirement.kind === 'permission') return JSON.stringify(requirement.name);
  const sign = requirement.kind === 'allOf' ? '&' : '|';
  return `${sign}(${requirement.of.map(requirementKey).sort().join(' ')})`;
}

/** A requirement as a matrix writes it, on one line. */
export function writeRequirement(requirement: Requirement, outermost = true): string {
  switch (requirement.kind) {
    case 'unknown':
      return requirement.atMost ? writeAtMost(requirement.atMost) : 'unknown';
    case 'permission':
      return writeName(requirement.name);
    case 'allOf': {
      const list = `[${requirement.of.map((part) => writeRequirement(part, false)).join(', ')}]`;
      return outermost ? list : `{ allOf: ${list} }`;
    }
    case 'anyOf':
      return `{ anyOf: [${requirement.of.map((part) => writeRequirement(part, false)).join(', ')}] }`;
  }
}

function writeAtMost(limit: Requirement): string {
  const of = limit.kind === 'allOf' ? limit.of : [limit];
  return `{ unknown: [${of.map((part) => writeRequirement(part, false)).join(', ')}] }`;
}

/** Words that YAML reads as something else, and names with other than these characters, go in quotes. */
const writeName = (name: string): string =>
  /^[a-z][\w.-]*$/i.test(name) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(name)
    ? name
    : JSON.stringify(name);
