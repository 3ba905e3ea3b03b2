// An imported row -> the plain value that stands behind it in a matrix.
import type { Requirement, Scheme } from '../../model/model.js';
import type { ImportedRow, ImportSettings } from './importer.js';
import { isNothing } from './requirement-tree.js';

/** The short form, or the long one where there is more to say; `others` are facts that an import does not know. */
export function rowValue(
  { requires, operation, tag, deprecated }: ImportedRow,
  schemes: readonly Scheme[],
  others: Readonly<Record<string, unknown>> = {},
): unknown {
  const needs = requiresValue(requires, schemes);
  const facts = {
    ...(operation !== undefined && { operation }),
    ...(tag !== undefined && { tag }),
    ...(deprecated && { deprecated }),
    ...others,
  };
  return Object.keys(facts).length === 0 ? needs : { requires: needs, ...facts };
}

/** Nothing and unknown are said of all schemes at once. */
export function requiresValue(
  requires: ReadonlyMap<Scheme, Requirement>,
  schemes: readonly Scheme[],
): unknown {
  const parts = [...requires.values()];
  if (parts.every(isNothing)) return [];
  if (parts.every(({ kind }) => kind === 'unknown')) return 'unknown';
  const [first] = parts;
  if (schemes.length <= 1 && first) return requirementValue(first);
  return Object.fromEntries(
    [...requires].map(([scheme, part]) => [scheme, requirementValue(part)]),
  );
}

function requirementValue(requirement: Requirement): unknown {
  if (requirement.kind === 'unknown') return 'unknown';
  if (requirement.kind === 'permission') return requirement.name;
  const of = requirement.of.map((part) =>
    // a list inside a list reads badly
    part.kind === 'allOf' ? { allOf: part.of.map(requirementValue) } : requirementValue(part),
  );
  return requirement.kind === 'anyOf' ? { anyOf: of } : of;
}

/** The value of the key `imported`: what was given, without what is so anyway. */
export function importedValue(
  format: string,
  version: string,
  { scopeList, schemes, permissionKeys, absent }: ImportSettings,
): Readonly<Record<string, unknown>> {
  return {
    format,
    ...(version !== '' && { version }),
    ...(scopeList !== 'all' && { scopeList }),
    ...(schemes.length > 0 && { schemes }),
    ...(permissionKeys.size > 0 && { permissionKeys: Object.fromEntries(permissionKeys) }),
    ...(absent !== 'unknown' && { absent }),
  };
}
