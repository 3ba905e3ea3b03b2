// The text of a matrix -> Matrix, and a finding for each fault of it; rows without a fault are kept.
import { readDocument } from '../document.js';
import type { Matrix, Permission, Refusal, Route, Server } from '../model.js';
import { ANY_METHOD, DEFAULT_SCHEME, type Location } from '../model.js';
import { didYouMean } from '../near.js';
import type { Finding, Loaded } from '../report.js';
import { namesIn } from '../requirement.js';
import { parseTarget, pathText } from '../target.js';
import { overlap, parseTemplate, rankKey, templateKey } from '../template.js';
import { validateMatrix } from '../validators.js';
import { readPermissions } from './read-permissions.js';
import { ROW_WORDS, readRow } from './read-requirement.js';

/** The methods that a row may have. */
export const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', ANY_METHOD];
const NO_ROW: Readonly<Record<string, string>> = {
  HEAD: 'HEAD counts as GET; write GET',
  OPTIONS: 'OPTIONS is never judged; leave the row out',
};

type Path = readonly (string | number)[];

/**
 * Reads a matrix (`schema/matrix.json`).
 * @returns the matrix, `null` where the text is none; each fault as a finding with its place
 */
export function readMatrix(text: string, file: string): Loaded<Matrix | null> {
  const document = readDocument(text, validateMatrix);
  const findings: Finding[] = [];
  const report = (check: string, message: string, at: { line: number; column: number }) => {
    const location = { file, line: at.line, column: at.column };
    findings.push({ check, severity: 'error', message, location, related: [], data: {} });
  };
  const place = (path: Path): Location => ({ file, ...document.at(path, 'key') });
  const broken = new Set<unknown>();
  let usable = true;
  for (const fault of document.faults) {
    const [section, row] = fault.path;
    if (section === 'routes' && row !== undefined) {
      broken.add(row);
      report(
        fault.kind === 'duplicate-key' ? 'duplicate-route' : 'malformed-row',
        fault.message,
        fault,
      );
    } else {
      usable &&= section === 'refusal';
      report('unreadable-input', fault.message, fault);
    }
  }
  if (!usable) return { value: null, findings };

  const source = document.value as Readonly<Record<string, unknown>>;
  const schemes = (source.schemes as string[] | undefined) ?? [DEFAULT_SCHEME];
  for (const scheme of schemes.filter((name) => ['anyOf', 'allOf', ...ROW_WORDS].includes(name)))
    report('malformed-row', `${scheme} is a word of rows, not a scheme`, document.at(['schemes']));
  const servers = ((source.servers as string[] | undefined) ?? []).flatMap((url, index) => {
    const server = parseServer(url);
    if (server) return [server];
    report(
      'unreadable-input',
      'the host of the URL cannot be read',
      document.at(['servers', index]),
    );
    return [];
  });
  const permissions = readPermissions(
    (source.permissions ?? {}) as Record<string, unknown>,
    schemes,
    source.schemes !== undefined,
    place,
    (path, message, check) => report(check, message, document.at(path)),
  );
  const api = String(source.api);
  const base = servers[0]?.basePath ?? '';
  const lines = text.split('\n');
  const routes: Route[] = [];
  for (const [key, value] of Object.entries(source.routes as Record<string, unknown>)) {
    const path = ['routes', key];
    const at = document.at(path, 'key');
    const quoted = /^["']/.test(lines[at.line - 1]?.slice(at.column - 1) ?? '') ? 1 : 0;
    const fault = (message: string, offset = 0) =>
      report('malformed-row', message, { ...at, column: at.column + quoted + offset });
    const [, method = '', gap = '', written = ''] = /^(\S*)(\s*)(.*)$/s.exec(key) ?? [];
    if (!METHODS.includes(method) || gap === '') {
      fault(methodFault(method, gap === ''));
      continue;
    }
    const template = parseTemplate(written);
    if ('message' in template) {
      fault(template.message, method.length + gap.length + template.offset);
      continue;
    }
    const full = isBelow(written, base) ? template : parseTemplate(base + written);
    if ('message' in full) {
      fault(`with the base path, ${full.message}`);
      continue;
    }
    if (broken.has(key)) continue;
    const requires = readRow(value, schemes, (inner, message, what = undefined) => {
      report('malformed-row', message, document.at([...path, ...inner], what));
      broken.add(key);
    });
    for (const [scheme, requirement] of requires) {
      const declared = permissions.filter((p) => p.scheme === scheme).map((p) => p.name);
      for (const name of namesIn(requirement)) {
        if (declared.includes(name)) continue;
        const where = schemes.length > 1 ? ` of ${scheme}` : '';
        const hint = didYouMean(name, declared);
        report(
          'undeclared-permission',
          `${name} is not declared below permissions${where}${hint}`,
          document.at(path),
        );
        broken.add(key);
      }
    }
    if (broken.has(key)) continue;
    const category = document.comment(path);
    const location = { file, line: at.line, column: at.column };
    routes.push({
      api,
      method,
      path: full.path,
      written,
      template: full,
      requires,
      category,
      location,
    });
  }
  const matrix: Matrix = {
    api,
    title: String(source.title ?? api),
    file,
    date: (source.date as string | undefined) ?? null,
    console: (source.console as string | undefined) ?? null,
    servers,
    schemes,
    permissions: permissions as Permission[],
    routes: withoutClashes(routes, report),
    refusal: usable ? ((source.refusal as Refusal | undefined) ?? null) : null,
  };
  return { value: matrix, findings };
}

function methodFault(method: string, alone: boolean): string {
  if (NO_ROW[method]) return NO_ROW[method];
  if (method.startsWith('/')) return 'a row begins with a method: GET /path, or ANY /path for any';
  if (alone) return 'expected METHOD /path';
  if (METHODS.includes(method.toUpperCase())) return `write ${method.toUpperCase()}`;
  return `${method} is no method${didYouMean(method, METHODS) || `; known: ${METHODS.join(', ')}`}`;
}

/** Takes a base URL apart; `null` where its host cannot be read. */
export function parseServer(url: string): Server | null {
  const target = parseTarget(url);
  if (typeof target === 'string' || target.host === null) return null;
  return { host: target.host, basePath: target.segments.length === 0 ? '' : pathText(target) };
}

const isBelow = (path: string, base: string): boolean =>
  path === base || path.startsWith(`${base}/`);

/** Refuses the second of two rows that are the same or that no rule puts in order. */
function withoutClashes(
  routes: readonly Route[],
  report: (check: string, message: string, at: Location) => void,
): Route[] {
  const kept = new Map<string, Route>();
  const patterned = new Map<string, Route[]>();
  for (const route of routes) {
    const key = `${route.method} ${templateKey(route.template)}`;
    const first = kept.get(key);
    if (first) {
      const where = `line ${first.location.line}`;
      report(
        'duplicate-route',
        `the row of ${where} is the same route, whatever its parameters are called`,
        route.location,
      );
      continue;
    }
    if (route.template.segments.some((s) => s.kind === 'mixed' || s.kind === 'glob')) {
      const shape = rankKey(route.template);
      const others = patterned.get(shape) ?? [];
      const tie = others.find(
        ({ method, template }) =>
          (method === route.method || [method, route.method].includes(ANY_METHOD)) &&
          overlap(template, route.template),
      );
      if (tie) {
        const where = `line ${tie.location.line}`;
        report(
          'ambiguous-route',
          `a path can fit this row and that of ${where}, and neither is more specific`,
          route.location,
        );
        continue;
      }
      patterned.set(shape, [...others, route]);
    }
    kept.set(key, route);
  }
  return [...kept.values()];
}
