// The rows of a matrix + those of a later import -> the edits that bring them up to date, and what is told of it.
import type { Matrix, Route, Template } from '../../model/model.js';
import { parseTemplate, templateKey } from '../../paths/template.js';
import { lineFinder } from '../../text/line-index.js';
import { flowText } from './flow-text.js';
import type { ImportedPack, ImportedRow } from './importer.js';
import type { Edit, Item, PackText } from './pack-text.js';
import { requiresValue, rowValue } from './row-value.js';
import { requiresKey } from './settle-rows.js';
import { rowLine } from './write-pack.js';

/** What happened, or what is left to a person; the offset is where. */
export interface RowChange {
  readonly kind: 'added' | 'changed' | 'removed' | 'kept' | 'left';
  readonly message: string;
  readonly offset: number;
}

/** A row of the new text: one of the file, or a new one. */
interface Line {
  readonly key: string;
  readonly item: Item | null;
  readonly own: readonly string[];
  next: Line | null;
}

/**
 * A row that was checked is never touched. Any other is the import's: rewritten where it differs, removed where the
 * document no longer has it (comments stay, parted from the row that follows), new ones put below their neighbours.
 */
export function updateRows(
  source: PackText,
  matrix: Matrix,
  pack: ImportedPack,
  changes: RowChange[],
): Edit[] {
  const basePath = matrix.servers[0]?.basePath ?? '';
  const context = { source, basePath, schemes: matrix.schemes, changes };
  const rows = new Map(pack.rows.map((row) => [keyOf(row.method, row.path), row]));
  const routes = routesByPlace(source, matrix);
  const section = source.find('routes')!;
  const items = source.itemsOf(section.value);
  const [first] = items;
  const indent = first ? source.text.slice(source.lineStart(first.keyStart), first.keyStart) : '  ';

  const lines: Line[] = [];
  const known = new Set<string>();
  for (const item of items) {
    const route = routes(item.keyStart);
    if (!route) continue;
    const key = `${route.method} ${templateKey(route.template)}`;
    known.add(key);
    const own = ownLines(item, route, rows.get(key), indent, context);
    lines.push({ key, item, own, next: null });
  }
  const fresh = [...rows].filter(([key]) => !known.has(key));
  const texts = fresh.map(([key, row]) => ({
    key,
    text: indent + rowLine(row, { basePath, schemes: pack.schemes }),
  }));
  if (fresh.length > 0) {
    const names = fresh.slice(0, 3).map(([, { method, path }]) => `${method} ${path}`);
    const more = fresh.length > 3 ? ` and ${fresh.length - 3} more` : '';
    const message = `${fresh.length === 1 ? 'the row' : 'the rows'} ${names.join(', ')}${more}`;
    changes.push({ kind: 'added', message, offset: section.keyStart });
  }
  if (lines.length === 0) {
    if (texts.length === 0) return [];
    const text = texts.map((row) => source.eol + row.text).join('');
    return [{ start: section.keyEnd, end: section.end, text: `:${text}` }];
  }
  const heads = new Set(lines);
  insertAll(lines, texts);
  return [...heads].flatMap((line): Edit[] => {
    const { item } = line;
    const all = [...line.own];
    for (let next = line.next; next && !heads.has(next); next = next.next) all.push(...next.own);
    const start = source.lineStart(item!.keyStart);
    const end = source.lineEnd(item!.end);
    const text = all.join(source.eol);
    if (text === source.text.slice(start, end)) return [];
    // where nothing is left of it the line goes too
    const after = source.text.indexOf('\n', end);
    return [{ start, end: all.length === 0 && after !== -1 ? after + 1 : end, text }];
  });
}

const keyOf = (method: string, path: string): string =>
  `${method} ${templateKey(parseTemplate(path) as Template)}`;

function routesByPlace({ text }: PackText, matrix: Matrix): (offset: number) => Route | undefined {
  const position = lineFinder(text);
  const routes = new Map(
    matrix.routes.map((route) => [`${route.location.line}:${route.location.column}`, route]),
  );
  return (offset) => {
    const { line, column } = position(offset);
    return routes.get(`${line}:${column}`);
  };
}

interface Context {
  readonly source: PackText;
  readonly basePath: string;
  readonly schemes: readonly string[];
  readonly changes: RowChange[];
}

/** The lines of a row of the file, as they are or anew; those of a removed one are its comments. */
function ownLines(
  item: Item,
  route: Route,
  row: ImportedRow | undefined,
  indent: string,
  { source, schemes, changes }: Context,
): string[] {
  const start = source.lineStart(item.keyStart);
  const end = source.lineEnd(item.end);
  const asIs = [source.text.slice(start, end)];
  const name = `${route.method} ${route.path}`;
  const tell = (kind: RowChange['kind'], message: string) =>
    changes.push({ kind, message: `${name} ${message}`, offset: item.keyStart });
  const was = flowText(requiresValue(route.requires, schemes));
  const says = row && flowText(requiresValue(row.requires, schemes));
  if (route.facts.checked !== undefined) {
    if (!row) tell('kept', `is no operation of the document any more, and was checked: ${was}`);
    else if (says !== 'unknown' && requiresKey(row.requires) !== requiresKey(route.requires))
      tell('kept', `was checked and needs ${was}; the document says ${says}`);
    return asIs;
  }
  if (!row) {
    const comments = source.commentsBetween(item.keyEnd, end);
    const above = source.hasCommentAbove(item.keyStart);
    const stays = above || comments.length > 0 ? '; its comment stays' : '';
    const message = `${name} is no operation of the document any more${stays}`;
    changes.push({ kind: 'removed', message, offset: start });
    // an empty line, or the comment would become that of the next row
    const gap = stays === '' ? [] : [''];
    return [...comments.map((comment) => indent + comment), ...gap];
  }
  if (isSame(route, row)) return asIs;
  tell('changed', was === says ? 'has other facts' : `needs ${says}, was ${was}`);
  const value = flowText(rowValue(row, schemes, otherFacts(item)));
  const edit = source.replaceValue(item, value);
  return [edit.text + source.text.slice(edit.end, end)];
}

function isSame({ requires, facts }: Route, row: ImportedRow): boolean {
  return (
    requiresKey(requires) === requiresKey(row.requires) &&
    facts.operation === row.operation &&
    facts.tag === row.tag &&
    (facts.deprecated === true) === (row.deprecated === true)
  );
}

const KEPT_FACTS = ['media', 'basis', 'docs', 'events', 'transports', 'body'];

/** What a person added to a row of an import. */
function otherFacts({ value }: Item): Record<string, unknown> {
  const plain: unknown = value?.toJSON();
  if (typeof plain !== 'object' || plain === null) return {};
  return Object.fromEntries(Object.entries(plain).filter(([key]) => KEPT_FACTS.includes(key)));
}

/** Puts each new row below the last one that shares the longest beginning of its path. */
function insertAll(
  lines: Line[],
  fresh: readonly { readonly key: string; readonly text: string }[],
): void {
  const last = new Map<string, Line>();
  for (const [index, line] of lines.entries()) {
    line.next = lines[index + 1] ?? null;
    for (const prefix of prefixesOf(line.key)) last.set(prefix, line);
  }
  for (const { key, text } of fresh) {
    const prefixes = prefixesOf(key);
    const neighbour = prefixes.map((prefix) => last.get(prefix)).findLast((line) => line)!;
    const line: Line = { key, item: null, own: [text], next: neighbour.next };
    neighbour.next = line;
    for (const prefix of prefixes)
      if (!last.has(prefix) || last.get(prefix) === neighbour) last.set(prefix, line);
  }
}

/** `GET /a/b` begins with nothing, `/a` and `/a/b`. */
function prefixesOf(key: string): string[] {
  const path = key.slice(key.indexOf(' ') + 1);
  return path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
}
