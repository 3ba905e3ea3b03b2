// The matrices of one API -> their table, for a terminal or as Markdown; routes as the file writes them.
import type { Api, Permission, Route } from '../model.js';
import { alternatives, hasUnknown, namesIn, necessary } from '../requirement.js';

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

function tabulate(api: Api, code: (text: string) => string): Table {
  const base = api.servers[0]?.basePath ?? '';
  const scheme = (name: string) => (api.schemes.length > 1 ? `${name} ` : '');
  const columns = api.permissions.map((p) => `Requires ${scheme(p.scheme)}${code(p.name)}`);
  const route = base === '' ? 'Route' : `Route (below the base path ${code(base)})`;
  return {
    heads: ['Category', 'Method', ...columns, route],
    rows: api.routes.map((row) => [
      row.category.replace(/\n/g, ' '),
      row.method,
      ...api.permissions.map((permission) => cell(row, permission)),
      row.written,
    ]),
  };
}

/** A Markdown table; `|` in a text is escaped. */
export function showMarkdown(api: Api): string {
  const { heads, rows } = tabulate(api, (text) => `\`${text}\``);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replace(/\|/g, '\\|')).join(' | ')} |`;
  return `${[line(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')}\n`;
}

/** Rows for a terminal: what each route requires in words, its category above it, the rows it wins over below. */
export function showText(api: Api): string {
  const lines = api.routes.flatMap((route) => {
    const above = route.category === '' ? [] : [`# ${route.category.replace(/\n/g, ' ')}`];
    const over = overridden(route).map((row) => `    over ${place(row)}: ${inWords(row)}`);
    const { deprecated, events } = route.facts;
    const facts = [
      ...(deprecated ? ['    deprecated'] : []),
      ...(events ? [`    and what each event filter needs (${events.length} known)`] : []),
    ];
    const wins = over.length > 0 ? [`    ${place(route)}`, ...over] : [];
    return [...above, `${route.method} ${route.path}`, `    ${inWords(route)}`, ...facts, ...wins];
  });
  const count = (n: number) => `${n} ${n === 1 ? 'route' : 'routes'}`;
  const files = api.files.map(
    ({ file, date, routes }) => `${file}${date ? ` ${date}` : ''} (${count(routes)})`,
  );
  return `${[...lines, '', `${api.title}: ${count(api.routes.length)}, from ${files.join(', ')}`].join('\n')}\n`;
}

const place = ({ location }: Route): string => `${location.file}:${location.line}`;

const overridden = (route: Route): Route[] =>
  route.overrides ? [route.overrides, ...overridden(route.overrides)] : [];

function inWords({ requires }: Route): string {
  const said = [...requires].map(([scheme, requirement]) => {
    const ways = alternatives(requirement).requires?.map(
      (names) => names.join(' and ') || 'nothing',
    );
    return `${requires.size > 1 ? `${scheme}: ` : ''}${ways?.join(', or ') ?? 'not known'}`;
  });
  return said.join('; ') || 'says nothing of it';
}
