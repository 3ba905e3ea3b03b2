// The matrices of one API -> their table, for a terminal or as Markdown; routes as the file writes them.

import type { Permission, Route } from '../model/model.js';
import { alternatives, hasUnknown, namesIn, necessary } from '../requirements/evaluate.js';
import { counted } from '../text/counted.js';
import type { SelectedRoutes } from './select.js';

/** YES, NO, in one of several ways (ONE OF); `?` for what the row, or its file, says nothing of. */
function cell(route: Route, { scheme, name }: Permission): string {
  const requirement = route.requires.get(scheme);
  if (!requirement) return '?';
  if (requirement.kind === 'allOf' && requirement.of.length === 0) return 'NO';
  if (necessary(requirement).has(name)) return 'YES';
  if (namesIn(requirement).has(name)) return 'ONE OF';
  return hasUnknown(requirement) || !route.closedOver.get(scheme)?.has(name) ? '?' : 'NO';
}

interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** With more permissions than this a column for each is no longer a table that people read. */
const MAX_COLUMNS = 12;

function tabulate(
  { api, routes, included }: SelectedRoutes,
  code: (text: string) => string,
): Table {
  const base = api.servers[0]?.basePath ?? '';
  const scheme = (name: string) => (api.schemes.length > 1 ? `${name} ` : '');
  const wide = api.permissions.length > MAX_COLUMNS;
  const columns = wide
    ? ['Requires']
    : api.permissions.map((p) => `Requires ${scheme(p.scheme)}${code(p.name)}`);
  const cells = (row: Route) =>
    wide ? [inWords(row)] : api.permissions.map((permission) => cell(row, permission));
  const route = base === '' ? 'Route' : `Route (below the base path ${code(base)})`;
  const marked = included.size > 0;
  return {
    heads: ['Category', 'Method', ...columns, route, ...(marked ? ['By inclusion of'] : [])],
    rows: routes.map((row) => [
      row.category.replace(/\n/g, ' '),
      row.method,
      ...cells(row),
      row.written,
      ...(marked ? [included.get(row) ?? ''] : []),
    ]),
  };
}

/** A Markdown table; `|` in a text is escaped. What is no whole table says how many rows it has. */
export function showMarkdown(selected: SelectedRoutes): string {
  const { heads, rows } = tabulate(selected, (text) => `\`${text}\``);
  const { api, routes } = selected;
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replace(/\|/g, '\\|')).join(' | ')} |`;
  const table = [line(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map(line)];
  const whole = routes.length === api.routes.length && api.permissions.length <= MAX_COLUMNS;
  return `${[...table, ...(whole ? [] : ['', countRoutes(selected)])].join('\n')}\n`;
}

/** Rows for a terminal: what each route requires in words, its category above it, the rows it wins over below. */
export function showText(selected: SelectedRoutes): string {
  const { api, routes, included } = selected;
  const lines = routes.flatMap((route) => {
    const above = route.category === '' ? [] : [`# ${route.category.replace(/\n/g, ' ')}`];
    const over = overridden(route).map((row) => `    over ${place(row)}: ${inWords(row)}`);
    const { deprecated, events, transports } = route.facts;
    const through = included.get(route);
    const facts = [
      ...(through === undefined ? [] : [`    by inclusion of ${through}`]),
      ...(deprecated ? ['    deprecated'] : []),
      ...(events ? [`    and what each event filter needs (${events.length} known)`] : []),
      ...(transports ? [`    and what their transport needs (${transports.size} known)`] : []),
    ];
    const wins = over.length > 0 ? [`    ${place(route)}`, ...over] : [];
    return [...above, `${route.method} ${route.path}`, `    ${inWords(route)}`, ...facts, ...wins];
  });
  const files = api.files.map(
    ({ file, date, routes: rows }) => `${file}${date ? ` ${date}` : ''} (${count(rows)})`,
  );
  const summary = `${api.title}: ${countRoutes(selected)}, from ${files.join(', ')}`;
  return `${[...lines, '', summary].join('\n')}\n`;
}

const count = (n: number): string => counted(n, 'route');

const countRoutes = ({ api, routes }: SelectedRoutes): string =>
  routes.length === api.routes.length
    ? count(routes.length)
    : `${routes.length} of ${count(api.routes.length)}`;

const place = ({ location }: Route): string => `${location.file}:${location.line}`;

const overridden = (route: Route): Route[] =>
  route.overrides ? [route.overrides, ...overridden(route.overrides)] : [];

/** What a row requires, per scheme. */
export function inWords({ requires }: Pick<Route, 'requires'>): string {
  const said = [...requires].map(([scheme, requirement]) => {
    const ways = alternatives(requirement).requires?.map(
      (names) => names.join(' and ') || 'nothing',
    );
    return `${requires.size > 1 ? `${scheme}: ` : ''}${ways?.join(', or ') ?? 'not known'}`;
  });
  return said.join('; ') || 'says nothing of it';
}
