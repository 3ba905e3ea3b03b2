// The value of a vendor's own key on an operation -> what the operation requires.
import { UNKNOWN_REQUIREMENT } from '../../model/faults.js';
import type { Requirement } from '../../model/model.js';
import { show } from '../../text/document.js';
import type { JsonPath } from '../../text/json-places.js';
import type { FindingLog } from './finding-log.js';
import type { ImportSettings } from './importer.js';
import { isPermissionName } from './permission-name.js';
import { allOf, anyOf, isNothing, NOTHING, UNKNOWN } from './requirement-tree.js';
import { fieldOf, isMap } from './source-document.js';

/** Words that might be a name or stand for nothing. */
const NO_NAME = /^(none|null|nil|n\/?a|no|false|public|-+|unknown)$/i;
/** Characters between names of which nobody knows whether they are "and" or "or". */
const SEPARATOR = /[\s,;|&]/;

/** What a key is read with. */
export interface KeyContext {
  readonly settings: ImportSettings;
  readonly log: FindingLog;
}

/**
 * Reads the value of a permission key:
 * - a name; names between the words AND or OR, of one kind in one text;
 * - a list of such texts: all of them, or any with `--scope-list any`; an empty one needs nothing;
 * - maps with `scopes` (and `scheme`), alone or in a list: each is a way of its own.
 * Whatever else stands there is told and unknown: a comma might be either word.
 */
export function readPermissionKey(
  value: unknown,
  path: JsonPath,
  context: KeyContext,
): Requirement {
  if (typeof value === 'string') return readText(value, path, context);
  if (isMap(value)) return readWays([value], [path], context);
  if (!Array.isArray(value)) return doubtful(value, path, context);
  const paths = value.map((_, index) => [...path, index]);
  if (value.length > 0 && value.every(isMap)) return readWays(value, paths, context);
  const parts = value.map((item, index) =>
    typeof item === 'string'
      ? readText(item, paths[index]!, context)
      : doubtful(item, paths[index]!, context),
  );
  return join(parts, context);
}

const join = (parts: readonly Requirement[], { settings }: KeyContext): Requirement =>
  settings.scopeList === 'any' && parts.length > 0 ? anyOf(parts) : allOf(parts);

/**
 * An empty list beside one that names something may mean that nobody filled it in, so it is not known.
 * Of maps that name a scheme only those of the chosen schemes count, where some are chosen.
 */
function readWays(
  maps: readonly unknown[],
  paths: readonly JsonPath[],
  context: KeyContext,
): Requirement {
  const { schemes } = context.settings;
  const ways = maps.flatMap((map, index): Requirement[] => {
    const scheme = fieldOf(map, 'scheme');
    if (typeof scheme === 'string' && schemes.length > 0 && !schemes.includes(scheme)) return [];
    const scopes = fieldOf(map, 'scopes');
    const path = [...paths[index]!, 'scopes'];
    if (!Array.isArray(scopes)) return [doubtful(map, paths[index]!, context)];
    const parts = scopes.map((scope, place) =>
      typeof scope === 'string'
        ? readName(scope, [...path, place], context)
        : doubtful(scope, [...path, place], context),
    );
    return [join(parts, context)];
  });
  if (ways.some(isNothing) && !ways.every(isNothing)) {
    const message =
      'an empty list stands beside one that names permissions, so it is not known what it means';
    context.log.add('warning', UNKNOWN_REQUIREMENT, message, paths[0] ?? []);
    return anyOf(ways.map((way) => (isNothing(way) ? UNKNOWN : way)));
  }
  if (ways.length > 0) return anyOf(ways);
  const message = 'the permission key names none of the chosen schemes, so the need is unknown';
  context.log.add('note', UNKNOWN_REQUIREMENT, message, paths[0] ?? []);
  return UNKNOWN;
}

function readText(text: string, path: JsonPath, context: KeyContext): Requirement {
  const words = text.trim().split(/\s+(AND|OR)\s+/);
  const kinds = new Set(words.filter((_, index) => index % 2 === 1));
  if (kinds.size > 1) return doubtful(text, path, context);
  const names = words.filter((_, index) => index % 2 === 0);
  const parts = names.map((name) => readName(name, path, context));
  return kinds.has('OR') ? anyOf(parts) : allOf(parts);
}

function readName(name: string, path: JsonPath, context: KeyContext): Requirement {
  if (isPermissionName(name) && !NO_NAME.test(name) && !SEPARATOR.test(name))
    return { kind: 'permission', name };
  return doubtful(name, path, context);
}

function doubtful(value: unknown, path: JsonPath, { log }: KeyContext): Requirement {
  const message = `${show(value)} is not clearly a permission, so what is needed is unknown; write A, A AND B, A OR B or a list`;
  log.add('warning', UNKNOWN_REQUIREMENT, message, path);
  return UNKNOWN;
}

/** What an operation without any of the keys requires. */
export function readAbsentKey(path: JsonPath, { settings, log }: KeyContext): Requirement {
  if (settings.absent === 'none') return NOTHING;
  const message =
    'the operation has no permission key, so its need is unknown; with --absent none it is nothing';
  log.add('note', UNKNOWN_REQUIREMENT, message, path);
  return UNKNOWN;
}
