// What stands behind a route in a matrix -> requirement trees, one per scheme.
import type { Requirement, Scheme } from '../model/model.js';
import { hasUnknown } from '../requirements/evaluate.js';
import { didYouMean } from '../text/suggest.js';

/** The words of a row's long form; no scheme may have one of these names. */
export const ROW_WORDS = [
  'requires',
  'operation',
  'tag',
  'media',
  'deprecated',
  'basis',
  'docs',
  'checked',
  'events',
  'transports',
  'body',
] as const;
/** The name that stands for "not known" in a matrix, and the word before the list of all that may be needed. */
export const UNKNOWN = 'unknown';
/** The words of a requirement; no scheme may have one of these names either. */
export const TREE_WORDS = ['allOf', 'anyOf', UNKNOWN] as const;
const MAX_DEPTH = 16;

/** Where in the row something is wrong, and what. */
export type ReportRow = (path: readonly (string | number)[], message: string, what?: 'key') => void;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a row: a requirement of the default scheme, a map of scheme to requirement, or the long form.
 * @param factsAlone the long form may leave `requires` out
 */
export function readRow(
  row: unknown,
  schemes: readonly Scheme[],
  factsAlone: boolean,
  report: ReportRow,
): Map<Scheme, Requirement> {
  if (isMap(row) && !TREE_WORDS.some((word) => word in row)) {
    for (const key of Object.keys(row)) {
      const known = [...ROW_WORDS, ...TREE_WORDS, ...schemes];
      if (known.includes(key)) continue;
      const hint = didYouMean(key, known) || `; known here: ${known.join(', ')}`;
      report([key], `unknown key ${JSON.stringify(key)}${hint}`, 'key');
    }
    if ('requires' in row) {
      for (const key of Object.keys(row).filter((k) => schemes.includes(k)))
        report([key], `${key} goes below requires in a row that has it`, 'key');
      return readSchemes(row.requires, schemes, ['requires'], report);
    }
    const words = ROW_WORDS.filter((word) => word in row);
    if (words.length > 0) {
      for (const key of Object.keys(row).filter((k) => schemes.includes(k)))
        report([key], `${key} goes below requires in a row with ${words[0]}`, 'key');
      if (!factsAlone)
        report([], 'the key "requires" is missing; write [] where nothing is needed');
      return new Map();
    }
  }
  return readSchemes(row, schemes, [], report);
}

/** Reads a requirement of the default scheme, or a map of scheme to requirement. */
export function readSchemes(
  value: unknown,
  schemes: readonly Scheme[],
  path: readonly string[],
  report: ReportRow,
): Map<Scheme, Requirement> {
  const requires = new Map<Scheme, Requirement>();
  if (!isMap(value) || TREE_WORDS.some((word) => word in value)) {
    const requirement = readRequirement(value, path, report, 1);
    // nothing needed, and nothing known, is said of every scheme
    const all = value === UNKNOWN || (Array.isArray(value) && value.length === 0);
    for (const scheme of all ? schemes : schemes.slice(0, 1)) requires.set(scheme, requirement);
    return requires;
  }
  for (const [key, part] of Object.entries(value)) {
    if (schemes.includes(key)) requires.set(key, readRequirement(part, [...path, key], report, 1));
    else if (path.length > 0) {
      const known = [...TREE_WORDS, ...schemes];
      const hint = didYouMean(key, known) || `; known here: ${known.join(', ')}`;
      report([...path, key], `unknown key ${JSON.stringify(key)}${hint}`, 'key');
    }
  }
  if (requires.size === 0 && Object.keys(value).length === 0)
    report(path, 'an empty map says nothing; write [] where nothing is needed');
  return requires;
}

function readRequirement(
  value: unknown,
  path: readonly (string | number)[],
  report: ReportRow,
  depth: number,
): Requirement {
  if (depth > MAX_DEPTH) {
    report(path, `a requirement nests at most ${MAX_DEPTH} levels`);
    return { kind: 'unknown' };
  }
  if (typeof value === 'string')
    return value === UNKNOWN ? { kind: 'unknown' } : { kind: 'permission', name: value };
  if (Array.isArray(value)) {
    if (value.length === 0 && depth > 1)
      report(path, 'an empty list inside a requirement needs nothing; leave it out');
    const of = value.map((part, index) =>
      readRequirement(part, [...path, index], report, depth + 1),
    );
    return of.length === 1 ? of[0]! : { kind: 'allOf', of };
  }
  const [word, ...others] = Object.keys(isMap(value) ? value : {});
  const kind = TREE_WORDS.find((tree) => tree === word);
  if (!kind || others.length > 0) {
    const found = word === undefined ? 'an empty map' : [word, ...others].join(', ');
    const hint = kind ? '' : didYouMean(word ?? '', TREE_WORDS);
    report(path, `expected one of anyOf, allOf and unknown, found ${found}${hint}`);
    return { kind: 'unknown' };
  }
  const parts = (value as Record<string, unknown[]>)[kind]!;
  const of = parts.map((part, index) =>
    readRequirement(part, [...path, kind, index], report, depth + 1),
  );
  if (kind === UNKNOWN) return readAtMost(of, [...path, kind], report);
  return of.length === 1 ? of[0]! : { kind, of };
}

function readAtMost(
  of: readonly Requirement[],
  path: readonly (string | number)[],
  report: ReportRow,
): Requirement {
  for (const [index, part] of of.entries())
    if (hasUnknown(part))
      report([...path, index], 'what may be needed at most must be known itself');
  return { kind: 'unknown', atMost: of.length === 1 ? of[0]! : { kind: 'allOf', of } };
}
