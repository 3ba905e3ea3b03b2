// An OpenAPI document (2.0, 3.0, 3.1) -> the content of a pack, and a finding for whatever is lost or doubtful.
import { UNREADABLE_INPUT } from '../../model/faults.js';
import { DEFAULT_SCHEME, type Requirement, type Scheme } from '../../model/model.js';
import { namesIn } from '../../requirements/evaluate.js';
import { show } from '../../text/document.js';
import { unreadable } from '../../text/files.js';
import { FindingLog } from './finding-log.js';
import { defineImporter, type ImportedPermission, type ImportSettings } from './importer.js';
import { createResolver, type Operation, readOperations } from './openapi-paths.js';
import {
  chooseSchemes,
  readSecurity,
  readSecuritySchemes,
  type SecurityContext,
  type SecurityScheme,
  speakingSchemes,
} from './openapi-security.js';
import { readServerList, readServers } from './openapi-servers.js';
import { readAbsentKey, readPermissionKey } from './permission-key.js';
import { isPermissionName } from './permission-name.js';
import { allOf } from './requirement-tree.js';
import { type RowDraft, settleRows } from './settle-rows.js';
import { fieldOf, isMap, lineOf, openSource } from './source-document.js';

/** OpenAPI, by its `security` or by keys of the vendor. */
export const openapi = defineImporter({
  id: 'openapi',
  summary: 'an OpenAPI document, 2.0, 3.0 or 3.1, as JSON or YAML',
  read(text, file, settings, names) {
    const source = openSource(text, file);
    if (!('value' in source)) return { value: null, findings: source };
    const root = source.value;
    const fault = faultOf(root);
    if (fault !== null)
      return { value: null, findings: [...source.findings, unreadable(file, fault)] };
    const log = new FindingLog();
    const resolve = createResolver(root);
    const schemes = readSecuritySchemes(root, resolve);
    const chosen = chooseSchemes(schemes, settings, log);
    const { operations, count } = readOperations(root, resolve, log);
    if (count === 0) log.add('error', UNREADABLE_INPUT, 'the document has no operation', ['paths']);
    if (count === 0 || chosen === null) return { value: null, findings: log.finish(file, source) };

    const inherited = fieldOf(root, 'security');
    const lists = [inherited, ...operations.map(({ value }) => fieldOf(value, 'security'))];
    const speaking = speakingSchemes(lists);
    const context = { schemes, chosen, speaking, settings, log };
    const keyed = settings.permissionKeys.size > 0;
    const { urls, relative } = readServers(root, log);
    const own = operations.flatMap((operation) => ownServers(operation, log));
    const servers = [...new Set([...urls, ...own])];
    const basePath = servers[0] === undefined ? '' : pathOf(servers[0]);
    const before = servers[0] === undefined ? (relative ?? '') : basePath;
    const drafts = operations.map((operation): RowDraft => {
      const { method, path, place, value } = operation;
      const requires = keyed
        ? requiredByKeys(operation, context)
        : new Map([[DEFAULT_SCHEME, requiredBySecurity(operation, inherited, context)]]);
      const [tag] = [fieldOf(value, 'tags')].flat();
      return {
        method,
        path: before + path,
        requires,
        place,
        ...text1('operation', fieldOf(value, 'operationId')),
        ...text1('tag', tag),
        ...(fieldOf(value, 'deprecated') === true && { deprecated: true }),
      };
    });
    const rows = settleRows(drafts, log);
    if (rows.length === 0) {
      log.add('error', UNREADABLE_INPUT, 'no operation of the document can be a row', ['paths']);
      return { value: null, findings: log.finish(file, source) };
    }
    const permissions = keyed
      ? permissionsUsed(rows, schemes)
      : permissionsDeclared(rows, schemes, chosen, log);
    const info = fieldOf(root, 'info');
    const title = names.title ?? lineOf(fieldOf(info, 'title'));
    const place = source.locate(rows.map((row) => row.place));
    return {
      findings: log.finish(file, source),
      value: {
        format: 'openapi',
        settings,
        servers,
        basePath,
        permissions,
        operations: count,
        version: lineOf(fieldOf(info, 'version'), 40),
        api: names.api ?? slug(title),
        title: title || (names.api ?? ''),
        schemes: schemesOf(settings),
        rows: rows.map(({ place: path, ...row }) => ({
          ...row,
          location: { file, ...place(path) },
        })),
      },
    };
  },
});

function faultOf(root: unknown): string | null {
  const version = fieldOf(root, 'openapi') ?? fieldOf(root, 'swagger');
  if (!isMap(root) || version === undefined)
    return 'no OpenAPI document: it has no key openapi or swagger';
  return /^[23](\.|$)/.test(String(version))
    ? null
    : `OpenAPI ${show(version)} is not known; 2.0, 3.0 and 3.1 are`;
}

const text1 = (key: 'operation' | 'tag', value: unknown) => {
  const text = lineOf(value);
  return text === '' ? {} : { [key]: text };
};

const pathOf = (url: string): string => new URL(url).pathname.replace(/\/$/, '');

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');

const schemesOf = ({ permissionKeys }: ImportSettings): Scheme[] => {
  const schemes = [...permissionKeys.keys()];
  return schemes.length === 1 && schemes[0] === DEFAULT_SCHEME ? [] : schemes;
};

function ownServers({ value, item, place }: Operation, log: FindingLog): readonly string[] {
  const own = fieldOf(value, 'servers') ?? fieldOf(item, 'servers');
  if (own === undefined) return [];
  const { urls } = readServerList(own, [...place, 'servers'], log);
  const message =
    'an operation has servers of its own; they are taken for servers of the whole API';
  if (urls.length > 0) log.add('note', UNREADABLE_INPUT, message, place);
  return urls;
}

function requiredBySecurity(
  { value, place }: Operation,
  inherited: unknown,
  context: SecurityContext,
): Requirement {
  const own = fieldOf(value, 'security');
  if (own !== undefined) return readSecurity(own, [...place, 'security'], context);
  return readSecurity(inherited, inherited === undefined ? place : ['security'], context);
}

/** Several keys of one scheme count together; of those that an operation lacks, the others decide. */
function requiredByKeys({ value, place }: Operation, context: SecurityContext) {
  return new Map(
    [...context.settings.permissionKeys].map(([scheme, keys]): [Scheme, Requirement] => {
      const present = keys.filter((key) => fieldOf(value, key) !== undefined);
      const parts = present.map((key) =>
        readPermissionKey(fieldOf(value, key), [...place, key], context),
      );
      return [scheme, parts.length > 0 ? allOf(parts) : readAbsentKey(place, context)];
    }),
  );
}

function permissionsUsed(
  rows: readonly RowDraft[],
  schemes: ReadonlyMap<string, SecurityScheme>,
): ImportedPermission[] {
  const titles = new Map([...schemes.values()].flatMap(({ scopes }) => [...scopes]));
  const used = new Map<string, ImportedPermission>();
  for (const { requires } of rows)
    for (const [scheme, requirement] of requires)
      for (const name of namesIn(requirement))
        used.set(`${scheme} ${name}`, { scheme, name, title: titles.get(name) || name });
  return [...used.values()];
}

function permissionsDeclared(
  rows: readonly RowDraft[],
  schemes: ReadonlyMap<string, SecurityScheme>,
  chosen: ReadonlySet<string>,
  log: FindingLog,
): ImportedPermission[] {
  const declared = [...schemes]
    .filter(([name]) => chosen.has(name))
    .flatMap(([, { scopes, path }]) =>
      [...scopes].flatMap(([name, title]): ImportedPermission[] => {
        if (isPermissionName(name)) return [{ scheme: DEFAULT_SCHEME, name, title: title || name }];
        const message = `${show(name)} cannot be the name of a permission, so it is left out`;
        log.add('warning', UNREADABLE_INPUT, message, path);
        return [];
      }),
    );
  const all = new Map<string, ImportedPermission>();
  for (const permission of [...declared, ...permissionsUsed(rows, schemes)])
    if (!all.has(permission.name)) all.set(permission.name, permission);
  return [...all.values()];
}
