// A matrix -> its table, for a terminal or as Markdown; routes as the file writes them.
import type { Matrix, Requirement, Route } from '../model.js';
import { alternatives, hasUnknown, namesIn, necessary } from '../requirement.js';

/** What a cell says of a permission: YES, NO, in one of several ways (ONE OF), or not known. */
function cell(requirement: Requirement | undefined, name: string): string {
  if (!requirement) return '?';
  if (necessary(requirement).has(name)) return 'YES';
  if (namesIn(requirement).has(name)) return 'ONE OF';
  return hasUnknown(requirement) ? '?' : 'NO';
}

interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function tabulate(matrix: Matrix, code: (text: string) => string): Table {
  const base = matrix.servers[0]?.basePath ?? '';
  const several = matrix.schemes.length > 1;
  const columns = matrix.permissions.map(({ scheme, name }) => ({
    head: `Requires ${several ? `${scheme} ` : ''}${code(name)}`,
    cell: (route: Route) => cell(route.requires.get(scheme), name),
  }));
  const route = base === '' ? 'Route' : `Route (below the base path ${code(base)})`;
  return {
    heads: ['Category', 'Method', ...columns.map(({ head }) => head), route],
    rows: matrix.routes.map((row) => [
      row.category.replace(/\n/g, ' '),
      row.method,
      ...columns.map((column) => column.cell(row)),
      row.written,
    ]),
  };
}

/** A Markdown table; `|` in a text is escaped. */
export function showMarkdown(matrix: Matrix): string {
  const { heads, rows } = tabulate(matrix, (text) => `\`${text}\``);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replace(/\|/g, '\\|')).join(' | ')} |`;
  return `${[line(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')}\n`;
}

/** Rows for a terminal: what each route requires in words, its category above it. */
export function showText(matrix: Matrix): string {
  const lines = matrix.routes.flatMap((route) => {
    const above = route.category === '' ? [] : [`# ${route.category.replace(/\n/g, ' ')}`];
    return [...above, `${route.method} ${route.path}`, `    ${inWords(route)}`];
  });
  const { title, file, date, routes } = matrix;
  const count = `${routes.length} ${routes.length === 1 ? 'route' : 'routes'}`;
  return `${[...lines, '', `${title}: ${count}, ${file}${date ? `, ${date}` : ''}`].join('\n')}\n`;
}

function inWords({ requires }: Route): string {
  return [...requires]
    .map(([scheme, requirement]) => {
      const ways = alternatives(requirement).requires?.map(
        (names) => names.join(' and ') || 'nothing',
      );
      return `${requires.size > 1 ? `${scheme}: ` : ''}${ways?.join(', or ') ?? 'not known'}`;
    })
    .join('; ');
}
