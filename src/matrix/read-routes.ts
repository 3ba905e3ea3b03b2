// The `routes` of a matrix -> rows, and a finding for each that cannot be read, is declared twice, or ties.
import { MALFORMED_ROW, UNDECLARED_PERMISSION } from '../model/faults.js';
import type { Requirements, Route, RowFacts, Scheme, Template } from '../model/model.js';
import { ANY_METHOD, type EventRule, type Matrix, type Permission } from '../model/model.js';
import { parseTemplate } from '../paths/template.js';
import { knownTransport } from '../requirements/demand.js';
import { namesIn } from '../requirements/evaluate.js';
import type { ReadDocument } from '../text/document.js';
import { didYouMean } from '../text/suggest.js';
import { type ReportRow, readRow, readSchemes } from './read-requirement.js';

/** The methods that a row may have. */
export const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', ANY_METHOD];
const NO_ROW: ReadonlyMap<string, string> = new Map([
  ['HEAD', 'HEAD counts as GET; write GET'],
  ['OPTIONS', 'OPTIONS is never judged; leave the row out'],
]);

/** What rows are read against: the file that they stand in, and what it declares. */
export interface RowContext
  extends Pick<Matrix, 'api' | 'file' | 'servers' | 'schemes' | 'generated'> {
  readonly document: ReadDocument;
  readonly text: string;
  /** Those of the file, then those of the matrices that it extends. */
  readonly own: readonly Permission[];
  readonly inherited: readonly Permission[];
  /** A row may state facts alone where it may win over another. */
  readonly extending: boolean;
  /** Keys of rows that the schema refused. */
  readonly broken: ReadonlySet<unknown>;
  report(check: string, message: string, at: { line: number; column: number }): void;
}

/** Reads every row; one with a fault is left out. */
export function readRoutes(rows: Readonly<Record<string, unknown>>, context: RowContext): Route[] {
  const closedOver = new Map(
    context.schemes.map((scheme) => [scheme, new Set(namesOf(context.own, scheme))]),
  );
  const lines = context.text.split('\n');
  return Object.entries(rows).flatMap(([key, value]) => {
    const route = readRoute(key, value, lines, context);
    return route ? [{ ...route, closedOver, overrides: null }] : [];
  });
}

const namesOf = (permissions: readonly Permission[], scheme: Scheme): string[] =>
  permissions.filter((permission) => permission.scheme === scheme).map(({ name }) => name);

type BareRoute = Omit<Route, 'closedOver' | 'overrides'>;

function readRoute(
  key: string,
  value: unknown,
  lines: readonly string[],
  context: RowContext,
): BareRoute | null {
  const { api, document, file, generated, report } = context;
  const path = ['routes', key];
  const at = document.at(path, 'key');
  const quoted = /^["']/.test(lines[at.line - 1]?.slice(at.column - 1) ?? '') ? 1 : 0;
  const fault = (message: string, offset = 0) => {
    report(MALFORMED_ROW, message, { ...at, column: at.column + quoted + offset });
    return null;
  };
  const [, method = '', gap = '', written = ''] = /^(\S*)(\s*)(.*)$/s.exec(key) ?? [];
  if (!METHODS.includes(method) || gap === '') return fault(methodFault(method, gap === ''));
  const template = parseBelow(context.servers[0]?.basePath ?? '', written);
  if ('message' in template)
    return fault(template.message, method.length + gap.length + template.offset);
  if (context.broken.has(key)) return null;
  let faults = 0;
  const reportRow: ReportRow = (inner, message, what = undefined) => {
    report(MALFORMED_ROW, message, document.at([...path, ...inner], what));
    faults++;
  };
  const requires = readRow(value, context.schemes, context.extending, reportRow);
  const facts = readFacts(value, context, reportRow);
  const events = (facts.events ?? []).map((event) => event.requires);
  const parts = [requires, ...events, ...(facts.transports?.values() ?? [])];
  for (const { name, message } of parts.flatMap((part) => undeclared(part, context))) {
    report(UNDECLARED_PERMISSION, message, document.at(pathTo(value, path, name)));
    faults++;
  }
  if (faults > 0) return null;
  const location = { file, line: at.line, column: at.column };
  const category = document.comment(path);
  const shown = { api, method, path: template.path, written, template };
  // a row that somebody looked at is hand-kept, whoever wrote the file
  const own = generated && facts.checked === undefined;
  return { ...shown, requires, category, location, facts, generated: own };
}

function methodFault(method: string, alone: boolean): string {
  const reason = NO_ROW.get(method);
  if (reason !== undefined) return reason;
  if (method.startsWith('/')) return 'a row begins with a method: GET /path, or ANY /path for any';
  if (alone) return 'expected METHOD /path';
  const upper = method.toUpperCase();
  if (METHODS.includes(upper)) return `write ${upper}`;
  const hint = didYouMean(method, METHODS) || `; known: ${METHODS.join(', ')}`;
  return `${method} is no method${hint}`;
}

/** A path may be written with the base path of the server or without. */
function parseBelow(base: string, written: string): ReturnType<typeof parseTemplate> {
  const template = parseTemplate(written);
  if ('message' in template || written === base || written.startsWith(`${base}/`)) return template;
  const full = parseTemplate(base + written);
  return 'message' in full ? { ...full, offset: Math.max(0, full.offset - base.length) } : full;
}

function undeclared(requires: Requirements, context: RowContext) {
  const { own, inherited, schemes } = context;
  return [...requires].flatMap(([scheme, requirement]) => {
    const declared = namesOf([...own, ...inherited], scheme);
    const where = schemes.length > 1 ? ` of ${scheme}` : '';
    return [...namesIn(requirement)]
      .filter((name) => !declared.includes(name))
      .map((name) => {
        const hint = didYouMean(name, declared);
        return { name, message: `${name} is not declared below permissions${where}${hint}` };
      });
  });
}

/** Where a name stands in a row. */
function pathTo(
  value: unknown,
  path: readonly (string | number)[],
  name: string,
): (string | number)[] {
  if (value === name) return [...path];
  for (const [key, part] of Object.entries(Object(value)))
    if (JSON.stringify(part)?.includes(JSON.stringify(name)))
      return pathTo(part, [...path, Array.isArray(value) ? Number(key) : key], name);
  return [...path];
}

function readFacts(value: unknown, context: RowContext, report: ReportRow): RowFacts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const row = value as Record<string, unknown>;
  const { operation, tag, media, deprecated, basis, docs, checked, body } = row;
  const stated = { operation, tag, media, deprecated, basis, docs, checked, body };
  const events = row.events && readEvents(row.events, context, report);
  const transports = row.transports && readTransports(row.transports, context, report);
  const facts = Object.entries({ ...stated, events, transports });
  return Object.fromEntries(facts.filter(([, fact]) => fact !== undefined));
}

function readEvents(value: unknown, context: RowContext, report: ReportRow): EventRule[] {
  return Object.entries(value as Record<string, unknown>).flatMap(([pattern, requirement]) => {
    const template: Template | { message: string } = parseTemplate(pattern);
    if ('message' in template) {
      report(['events', pattern], template.message, 'key');
      return [];
    }
    const requires = readSchemes(requirement, context.schemes, ['events', pattern], report);
    return [{ template, requires }];
  });
}

function readTransports(
  value: unknown,
  context: RowContext,
  report: ReportRow,
): Map<string, Requirements> {
  const transports = new Map<string, Requirements>();
  for (const [name, requirement] of Object.entries(value as Record<string, unknown>)) {
    const path = ['transports', name];
    if (!TRANSPORT.test(name))
      report(path, 'the name of a transport has letters, digits, . _ / and hyphens', 'key');
    const twin = knownTransport(name, transports.keys());
    if (twin !== undefined)
      report(path, `${twin} is the same transport: upper and lower case do not differ`, 'key');
    transports.set(name, readSchemes(requirement, context.schemes, path, report));
  }
  if (transports.size === 0) report(['transports'], 'an empty map says nothing here');
  return transports;
}

const TRANSPORT = /^[\w./-]{1,60}$/;
