// The `security` of an operation and the security schemes of its document -> what the operation requires.
import { UNKNOWN_REQUIREMENT, UNREADABLE_INPUT } from '../../model/faults.js';
import type { Requirement } from '../../model/model.js';
import { show } from '../../text/document.js';
import type { JsonPath } from '../../text/json-places.js';
import { didYouMean } from '../../text/suggest.js';
import type { FindingLog } from './finding-log.js';
import type { ImportSettings } from './importer.js';
import { isPermissionName } from './permission-name.js';
import { allOf, anyOf, NOTHING, UNKNOWN } from './requirement-tree.js';
import { entriesOf, fieldOf, isMap, lineOf } from './source-document.js';

/** A security scheme: whether its kind carries scopes, and those that it declares with what is said of them. */
export interface SecurityScheme {
  readonly carriesScopes: boolean;
  readonly scopes: ReadonlyMap<string, string>;
  readonly path: JsonPath;
}

/** Reads the security schemes of OpenAPI 3 (`components`) or 2 (`securityDefinitions`). */
export function readSecuritySchemes(
  root: unknown,
  resolve: (value: unknown) => unknown,
): Map<string, SecurityScheme> {
  const places: [unknown, JsonPath][] = [
    [fieldOf(fieldOf(root, 'components'), 'securitySchemes'), ['components', 'securitySchemes']],
    [fieldOf(root, 'securityDefinitions'), ['securityDefinitions']],
  ];
  return new Map(
    places.flatMap(([map, path]) =>
      entriesOf(map).map(([name, value]): [string, SecurityScheme] => {
        const scheme = resolve(value);
        // version 2 has one flow, which is the scheme itself
        const flows = [scheme, ...entriesOf(fieldOf(scheme, 'flows')).map(([, flow]) => flow)];
        const scopes = flows.flatMap((flow) => entriesOf(fieldOf(flow, 'scopes')));
        const carriesScopes = ['oauth2', 'openIdConnect'].includes(String(fieldOf(scheme, 'type')));
        const titles = scopes.map(([scope, text]): [string, string] => [scope, lineOf(text)]);
        return [name, { carriesScopes, scopes: new Map(titles), path: [...path, name] }];
      }),
    ),
  );
}

/** The schemes that the settings choose; told where they choose one that is not there. */
export function chooseSchemes(
  schemes: ReadonlyMap<string, SecurityScheme>,
  { schemes: wanted }: ImportSettings,
  log: FindingLog,
): Set<string> | null {
  const missing = wanted.filter((name) => !schemes.has(name));
  for (const name of missing) {
    const known = [...schemes.keys()];
    const hint =
      didYouMean(name, known) ||
      ` (${known.map((word) => lineOf(word, 40)).join(', ') || 'it has none'})`;
    const message = `the document has no security scheme ${show(name)}${hint}`;
    log.add('error', UNREADABLE_INPUT, message, ['components', 'securitySchemes']);
  }
  if (missing.length > 0) return null;
  if (wanted.length > 0) return new Set(wanted);
  return new Set(
    [...schemes].filter(([, { carriesScopes }]) => carriesScopes).map(([name]) => name),
  );
}

/** What `security` is read against. */
export interface SecurityContext {
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  readonly chosen: ReadonlySet<string>;
  /** Of these some operation names a scope, so that an empty list says something. */
  readonly speaking: ReadonlySet<string>;
  readonly settings: ImportSettings;
  readonly log: FindingLog;
}

/** The names of schemes of which one of the lists names a scope. */
export function speakingSchemes(lists: readonly unknown[]): Set<string> {
  const alternatives = lists.flatMap((list) => (Array.isArray(list) ? list : []));
  return new Set(
    alternatives
      .flatMap(entriesOf)
      .filter(([, scopes]) => Array.isArray(scopes) && scopes.length > 0)
      .map(([name]) => name),
  );
}

/**
 * Reads a security requirement: a list is any-of, the schemes of one object and the scopes of one scheme all-of.
 * - absent, here and for the whole document: unknown. The standard reads it as "none", but most documents without
 *   it only do not speak of security.
 * - `[]`, or `{}` among the alternatives: somebody wrote that no credential is needed, so nothing is.
 * - an alternative with none of the chosen schemes (a key, a password): left out. It needs no permission of this
 *   kind, yet whether the key may do it is not said; where no other is left, that is unknown and not nothing.
 * - a chosen scheme without scopes needs a token and no scope of it: nothing, as long as the document uses scopes of
 *   that scheme at all. One that never names a scope says nothing about permissions: unknown.
 * - a chosen scheme of a kind that carries no scopes (`--scheme apiKey`): a person said that it counts, so nothing.
 * - a scheme that is not defined: it may need anything, so unknown.
 */
export function readSecurity(
  security: unknown,
  path: JsonPath,
  context: SecurityContext,
): Requirement {
  const { log } = context;
  if (security === undefined) {
    const message =
      'neither this operation nor the document states security, so its need is unknown';
    log.add('note', UNKNOWN_REQUIREMENT, message, path);
    return UNKNOWN;
  }
  if (!Array.isArray(security) || !security.every(isMap)) {
    const message = 'security is no list of maps, so what is needed is unknown';
    log.add('warning', UNKNOWN_REQUIREMENT, message, path);
    return UNKNOWN;
  }
  if (security.length === 0) return NOTHING;
  if (security.some((alternative) => Object.keys(alternative).length === 0)) return NOTHING;
  const ways = security.flatMap((alternative, index) =>
    readAlternative(alternative, [...path, index], context),
  );
  if (ways.length > 0) return anyOf(ways);
  const message = `its security names none of the schemes that are read (${chosenText(context)}), so its need is unknown; --scheme chooses others`;
  log.add('note', UNKNOWN_REQUIREMENT, message, path);
  return UNKNOWN;
}

const chosenText = ({ chosen }: SecurityContext): string =>
  chosen.size === 0
    ? 'there is none with scopes'
    : [...chosen].map((name) => lineOf(name, 40)).join(', ');

/** No requirement where the alternative has none of the chosen schemes. */
function readAlternative(
  alternative: unknown,
  path: JsonPath,
  context: SecurityContext,
): Requirement[] {
  const parts = entriesOf(alternative).flatMap(([name, scopes]): Requirement[] => {
    if (!context.schemes.has(name)) {
      const message = `the security scheme ${show(name)} is not defined, so what it needs is unknown`;
      context.log.add('warning', UNKNOWN_REQUIREMENT, message, [...path, name]);
      return [UNKNOWN];
    }
    return context.chosen.has(name) ? [readScopes(name, scopes, [...path, name], context)] : [];
  });
  return parts.length === 0 ? [] : [allOf(parts)];
}

function readScopes(
  name: string,
  scopes: unknown,
  path: JsonPath,
  { schemes, speaking, settings, log }: SecurityContext,
): Requirement {
  if (!Array.isArray(scopes)) {
    const message = 'the scopes of a security scheme are no list, so what is needed is unknown';
    log.add('warning', UNKNOWN_REQUIREMENT, message, path);
    return UNKNOWN;
  }
  if (scopes.length === 0) {
    const silent = schemes.get(name)?.carriesScopes && !speaking.has(name);
    if (!silent) return NOTHING;
    const message = `no operation names a scope of ${lineOf(name, 40)}, so an empty list says nothing, and the need is unknown`;
    log.add('note', UNKNOWN_REQUIREMENT, message, path);
    return UNKNOWN;
  }
  const parts = scopes.map((scope, index): Requirement => {
    if (isPermissionName(scope)) return { kind: 'permission', name: scope };
    const message = `${show(scope)} cannot be the name of a permission, so what is needed is unknown`;
    log.add('warning', UNKNOWN_REQUIREMENT, message, [...path, index]);
    return UNKNOWN;
  });
  return settings.scopeList === 'any' ? anyOf(parts) : allOf(parts);
}
