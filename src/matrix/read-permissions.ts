// The `permissions` of a matrix -> declared permissions with their inclusions; cycles are refused.
import { CYCLIC_INCLUSION, MALFORMED_ROW, UNDECLARED_PERMISSION } from '../model/faults.js';
import type { Inclusion, Location, Permission, Scheme } from '../model/model.js';
import { show } from '../text/document.js';
import { didYouMean } from '../text/suggest.js';
import { UNKNOWN } from './read-requirement.js';

/** Something wrong with a permission, and the check that stands for it. */
export type ReportPermission = (
  path: readonly (string | number)[],
  message: string,
  check: string,
) => void;

type Place = (path: readonly (string | number)[]) => Location;

/**
 * Reads permissions; where schemes are declared they stand below the names of these.
 * @param inherited those of the matrices that the file extends; inclusions may lead to them
 */
export function readPermissions(
  value: Readonly<Record<string, unknown>>,
  schemes: readonly Scheme[],
  {
    declared,
    inherited,
  }: { readonly declared: boolean; readonly inherited: readonly Permission[] },
  place: Place,
  report: ReportPermission,
): Permission[] {
  if (!declared) return readScheme(value, schemes[0]!, ['permissions'], inherited, place, report);
  return Object.entries(value).flatMap(([scheme, names]) => {
    const path = ['permissions', scheme];
    if (!schemes.includes(scheme)) {
      report(
        path,
        `${scheme} is no scheme of this file${didYouMean(scheme, schemes)}`,
        MALFORMED_ROW,
      );
      return [];
    }
    if (isMap(names)) return readScheme(names, scheme, path, inherited, place, report);
    report(path, `expected a map of permissions, found ${show(names)}`, MALFORMED_ROW);
    return [];
  });
}

const WORDS = ['title', 'also', 'includes'];

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readScheme(
  names: Readonly<Record<string, unknown>>,
  scheme: Scheme,
  path: readonly string[],
  inherited: readonly Permission[],
  place: Place,
  report: ReportPermission,
): Permission[] {
  const permissions = Object.entries(names).map(([name, value]): Permission => {
    const at = [...path, name];
    if (name === UNKNOWN)
      report(at, '"unknown" stands for a requirement that is not known', MALFORMED_ROW);
    const location = place(at);
    if (typeof value === 'string')
      return { scheme, name, title: value, also: [], includes: [], location };
    const form = isMap(value) ? value : {};
    if (!isMap(value) || (form.title !== undefined && typeof form.title !== 'string')) {
      const found = show(isMap(value) ? form.title : value);
      report(at, `expected the title of the permission, found ${found}`, MALFORMED_ROW);
    }
    for (const key of Object.keys(form).filter((k) => !WORDS.includes(k)))
      report(
        [...at, key],
        `unknown key ${JSON.stringify(key)}${didYouMean(key, WORDS)}`,
        MALFORMED_ROW,
      );
    const includes = readInclusions(form.includes, [...at, 'includes'], report);
    const also = readSpellings(form.also, [...at, 'also'], report);
    return { scheme, name, title: String(form.title ?? name), also, includes, location };
  });
  const known = inherited.filter((permission) => permission.scheme === scheme);
  reportEdges(permissions, known, path, report);
  return permissions;
}

function readSpellings(
  value: unknown,
  path: readonly (string | number)[],
  report: ReportPermission,
): string[] {
  const spellings = Array.isArray(value) ? value : [];
  const texts = spellings.filter((text) => typeof text === 'string');
  if (value !== undefined && (!Array.isArray(value) || texts.length < spellings.length))
    report(path, 'expected a list of other spellings of the title', MALFORMED_ROW);
  return texts;
}

function readInclusions(
  value: unknown,
  path: readonly (string | number)[],
  report: ReportPermission,
): Inclusion[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    report(path, 'expected a list of permissions', MALFORMED_ROW);
    return [];
  }
  return value.flatMap((item, index) => {
    if (typeof item === 'string') return [{ name: item, verified: false }];
    const { name, verified = false, ...rest } = (item ?? {}) as Record<string, unknown>;
    if (typeof name === 'string' && typeof verified === 'boolean' && Object.keys(rest).length === 0)
      return [{ name, verified }];
    report([...path, index], 'expected a permission or { name, verified: true }', MALFORMED_ROW);
    return [];
  });
}

/** Every edge leads to a declared name, and none leads back to where it came from. */
function reportEdges(
  permissions: readonly Permission[],
  inherited: readonly Permission[],
  path: readonly string[],
  report: ReportPermission,
): void {
  const all = [...inherited, ...permissions];
  const edges = new Map(all.map(({ name, includes }) => [name, includes]));
  for (const { name, includes } of permissions) {
    for (const [index, edge] of includes.entries()) {
      const at = [...path, name, 'includes', index];
      if (!edges.has(edge.name)) {
        const hint = didYouMean(edge.name, edges.keys());
        report(at, `${edge.name} is not declared below permissions${hint}`, UNDECLARED_PERMISSION);
      } else if (reaches(edges, edge.name, name)) {
        report(at, `${name} includes ${edge.name}, which includes ${name}`, CYCLIC_INCLUSION);
      }
    }
  }
}

function reaches(
  edges: ReadonlyMap<string, readonly Inclusion[]>,
  from: string,
  goal: string,
): boolean {
  const seen = new Set([from]);
  for (const name of seen) {
    if (name === goal) return true;
    for (const edge of edges.get(name) ?? []) seen.add(edge.name);
  }
  return false;
}
