// Parts of a requirement -> one tree without repetitions; two trees -> whether they are the same.
import type { Requirement } from '../../model/model.js';

/** Nothing is needed. */
export const NOTHING: Requirement = { kind: 'allOf', of: [] };
/** The document does not say. */
export const UNKNOWN: Requirement = { kind: 'unknown' };

/** Whether nothing is needed. */
export const isNothing = (requirement: Requirement): boolean =>
  requirement.kind === 'allOf' && requirement.of.length === 0;

/** All of the parts; what needs nothing adds nothing. */
export function allOf(parts: readonly Requirement[]): Requirement {
  const of = distinct(
    parts.flatMap((part) => (part.kind === 'allOf' ? part.of : [part])).filter(needsSomething),
  );
  return of.length === 1 ? of[0]! : { kind: 'allOf', of };
}

/** Any of the parts; where one needs nothing, nothing is needed. There is at least one. */
export function anyOf(parts: readonly Requirement[]): Requirement {
  if (parts.some(isNothing)) return NOTHING;
  const of = distinct(parts.flatMap((part) => (part.kind === 'anyOf' ? part.of : [part])));
  return of.length === 1 ? of[0]! : { kind: 'anyOf', of };
}

const needsSomething = (requirement: Requirement): boolean => !isNothing(requirement);

function distinct(parts: readonly Requirement[]): Requirement[] {
  const first = new Map<string, Requirement>();
  for (const part of parts) {
    const key = requirementKey(part);
    if (!first.has(key)) first.set(key, part);
  }
  return [...first.values()];
}

/** The same text for requirements that say the same in another order. */
export function requirementKey(requirement: Requirement): string {
  if (requirement.kind === 'unknown') return '?';
  if (requirement.kind === 'permission') return JSON.stringify(requirement.name);
  return `${requirement.kind}(${requirement.of.map(requirementKey).sort().join(',')})`;
}
