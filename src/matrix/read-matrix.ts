// The text of a matrix -> Matrix, and a finding for each fault of it; rows without a fault are kept.
import { DUPLICATE_ROUTE, MALFORMED_ROW, UNREADABLE_INPUT } from '../model/faults.js';
import {
  DEFAULT_SCHEME,
  type Location,
  type Matrix,
  type Server,
  type Target,
} from '../model/model.js';
import type { Refusal } from '../model/refusal.js';
import type { Finding, Loaded } from '../model/report.js';
import type { Sdk } from '../model/sdk.js';
import { parseTarget, pathText } from '../paths/target.js';
import { readDocument } from '../text/document.js';
import { validateMatrix } from '../text/validators.js';
import { withoutClashes } from './clashes.js';
import { readPermissions } from './read-permissions.js';
import { readRefusals } from './read-refusals.js';
import { ROW_WORDS, TREE_WORDS } from './read-requirement.js';
import { readRoutes } from './read-routes.js';

/**
 * Reads a matrix (`schema/matrix.json`).
 * @param bases the matrices that it extends, already read; what it leaves out it takes from them
 * @returns the matrix, `null` where the text is none; each fault as a finding with its place
 */
export function readMatrix(
  text: string,
  file: string,
  bases: readonly Matrix[] = [],
): Loaded<Matrix | null> {
  const document = readDocument(text, validateMatrix);
  const findings: Finding[] = [];
  const report = (check: string, message: string, at: { line: number; column: number }) => {
    const location = { file, line: at.line, column: at.column };
    findings.push({ check, severity: 'error', message, location, related: [], data: {} });
  };
  const broken = new Set<unknown>();
  let usable = true;
  for (const fault of document.faults) {
    const [section, row] = fault.path;
    if (section === 'routes' && row !== undefined) {
      const check = fault.kind === 'duplicate-key' ? DUPLICATE_ROUTE : MALFORMED_ROW;
      if (fault.kind !== 'duplicate-key' || fault.path.length > 2) broken.add(row);
      report(check, fault.message, fault);
    } else {
      usable = false;
      report(UNREADABLE_INPUT, fault.message, fault);
    }
  }
  if (!usable) return { value: null, findings };

  const source = document.value as Readonly<Record<string, unknown>>;
  const base = bases.at(-1);
  const api = (source.api as string | undefined) ?? base?.api;
  if (api === undefined || (base && api !== base.api)) {
    const fault = base
      ? `the matrix that it extends is of the api ${base.api}`
      : 'the key "api" is missing';
    report(UNREADABLE_INPUT, fault, document.at(base ? ['api'] : []));
    return { value: null, findings };
  }
  const stated = source.schemes as string[] | undefined;
  const schemes = stated ?? base?.schemes ?? [DEFAULT_SCHEME];
  for (const scheme of schemes.filter((name) => RESERVED.includes(name)))
    report(MALFORMED_ROW, `${scheme} is a word of rows, not a scheme`, document.at(['schemes']));
  const servers = ((source.servers as string[] | undefined) ?? []).flatMap((url, index) => {
    const server = parseServer(url);
    if (server) return [server];
    const at = document.at(['servers', index]);
    report(UNREADABLE_INPUT, 'the host of the URL cannot be read', at);
    return [];
  });
  const inherited = bases.flatMap(({ permissions }) => permissions);
  const own = readPermissions(
    (source.permissions ?? {}) as Record<string, unknown>,
    schemes,
    { declared: schemes.length > 1 || stated !== undefined, inherited },
    (path): Location => ({ file, ...document.at(path, 'key') }),
    (path, message, check) => report(check, message, document.at(path)),
  );
  const matrix = {
    api,
    title: String(source.title ?? base?.title ?? api),
    file,
    date: (source.date as string | undefined) ?? null,
    generated: source.generated === true,
    prefixes: (source.prefixes as string[] | undefined) ?? [],
    implied: (source.implied as string[] | undefined) ?? [],
    tokenHeader: (source.tokenHeader as string | undefined)?.toLowerCase() ?? null,
    sdk: (source.sdk as Sdk | undefined) ?? null,
    legacy: new Map(Object.entries((source.legacy ?? {}) as Record<string, string>)),
    console: (source.console as string | undefined) ?? null,
    newApp: (source.newApp as string | undefined) ?? null,
    servers: servers.length > 0 ? servers : (base?.servers ?? []),
    schemes,
    permissions: own,
    refusal: (source.refusal as Refusal | undefined) ?? null,
    refusals: source.refusals
      ? readRefusals(source.refusals, (message, path) =>
          report(UNREADABLE_INPUT, message, document.at(path)),
        )
      : null,
  };
  const routes = readRoutes((source.routes ?? {}) as Record<string, unknown>, {
    ...matrix,
    document,
    text,
    own,
    inherited,
    broken,
    report,
    extending: bases.length > 0,
  });
  const value = { ...matrix, routes: withoutClashes(routes, report) };
  return { value: findings.length > 0 ? { ...value, incomplete: true } : value, findings };
}

const RESERVED: readonly string[] = [...TREE_WORDS, ...ROW_WORDS];

/** The matrices that a text says it extends, with places; the text may have any fault. */
export function readExtends(text: string): { name: string; line: number; column: number }[] {
  const document = readDocument(text, validateMatrix);
  const value = Object(document.value).extends;
  return [value ?? []].flat().flatMap((name, index) => {
    const path = Array.isArray(value) ? ['extends', index] : ['extends'];
    return typeof name === 'string' ? [{ name, ...document.at(path) }] : [];
  });
}

const SETTING = /^(?:https?:\/\/)?(\$\{([A-Za-z_]\w*)\})(?=\/|$)/i;

/** Takes a base URL apart, or `${NAME}` with or without a path; `null` where its host cannot be read. */
export function parseServer(url: string): Server | null {
  const [whole = '', host, setting] = SETTING.exec(url) ?? [];
  if (host !== undefined && setting !== undefined) {
    const below = parseTarget(url.slice(whole.length));
    return typeof below === 'string' ? null : { host, setting, basePath: basePathOf(below) };
  }
  const target = parseTarget(url);
  if (typeof target === 'string' || target.host === null) return null;
  return { host: target.host, basePath: basePathOf(target) };
}

const basePathOf = (target: Target): string =>
  target.segments.length === 0 ? '' : pathText(target);
