// Two values, or what they are made of -> whether they are the same.
import { sameGuard } from './guards.js';
import type { Bound, Hole, ObjectEntry, Value } from './value.js';

/** Whether two lists of entries are the same. */
export const sameEntries = (a: readonly ObjectEntry[], b: readonly ObjectEntry[]): boolean =>
  a.length === b.length && a.every((entry, index) => sameEntry(entry, b[index]!));

const sameEntry = (a: ObjectEntry, b: ObjectEntry): boolean =>
  a === b ||
  (a.key === b.key &&
    a.isSpread === b.isSpread &&
    a.isMaybe === b.isMaybe &&
    sameBound(a.value, b.value));

/** Whether two lists of items are the same. */
export const sameItems = (a: readonly Bound[], b: readonly Bound[]): boolean =>
  a.length === b.length && a.every((item, index) => sameBound(item, b[index]!));

const sameBound = (a: Bound, b: Bound): boolean =>
  a.expression === b.expression && a.frame === b.frame && a.point === b.point;

/** Whether two values are the same, whatever code they were read from. */
function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || !sameGuard(a.when, b.when)) return false;
  if (a.kind === 'text' && b.kind === 'text') return sameParts(a.parts, b.parts);
  if (a.kind === 'unknown' && b.kind === 'unknown') return sameHole(a.hole, b.hole);
  return a.kind === 'file' && b.kind === 'file' && a.file === b.file;
}

function sameParts(a: readonly (string | Hole)[], b: readonly (string | Hole)[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((part, index) => {
    const other = b[index]!;
    if (typeof part === 'string' || typeof other === 'string') return part === other;
    return sameHole(part, other);
  });
}

/** Whether two holes stand for the same. */
export const sameHole = (a: Hole | undefined, b: Hole | undefined): boolean =>
  a === b ||
  (!a === !b &&
    a?.parameter?.scope === b?.parameter?.scope &&
    a?.parameter?.name === b?.parameter?.name &&
    a?.fields?.join() === b?.fields?.join());

/** Whether two lists hold the same values in the same order. */
export const sameValues = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, index) => sameValue(value, b[index]!));
