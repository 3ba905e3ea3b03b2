// A matrix that an import wrote + what a later one says -> its new text; comments and rows that a person checked stay.
import { isSeq } from 'yaml';
import type { Matrix } from '../../model/model.js';
import { parseServer } from '../read-matrix.js';
import { flowText, scalarText } from './flow-text.js';
import type { ImportedPack } from './importer.js';
import { applyEdits, type Edit, isBlock, movedBy, PackText } from './pack-text.js';
import { importedValue } from './row-value.js';
import { type RowChange, updateRows } from './update-rows.js';
import { permissionLine } from './write-pack.js';

/** What an update did, or left to a person; the offset is one of the new text. */
export interface PackChange extends RowChange {}

/** The new text with what changed in it, or why the file cannot be brought up to date. */
export type PackUpdate =
  | { readonly text: string; readonly changes: readonly PackChange[] }
  | { readonly obstacle: string };

/**
 * Brings a matrix up to date.
 * @param matrix the same text as it was read, without a finding
 */
export function updatePack(
  text: string,
  matrix: Matrix,
  pack: ImportedPack,
  stated: { readonly date: string | null; readonly title: string | null },
): PackUpdate {
  const source = new PackText(text);
  const obstacle = source.obstacle ?? mismatch(source, matrix, pack);
  if (obstacle !== null) return { obstacle };
  const changes: RowChange[] = [];
  const edits = [
    ...updateHead(source, pack, stated),
    ...updateServers(source, matrix, pack, changes),
    ...updatePermissions(source, matrix, pack, changes),
    ...updateRows(source, matrix, pack, changes),
  ];
  const moved = changes.map((change) => ({ ...change, offset: movedBy(edits, change.offset) }));
  return { text: applyEdits(text, edits), changes: moved };
}

/** What an update must not decide by itself. */
function mismatch(source: PackText, matrix: Matrix, pack: ImportedPack): string | null {
  if (!source.find('imported'))
    return `no import wrote it; with the key "imported: { format: ${pack.format} }" every row without "checked" is taken for one of an import`;
  if (pack.api !== '' && pack.api !== matrix.api)
    return `it is of the API ${matrix.api}, and the import is of ${pack.api}`;
  const base = matrix.servers[0]?.basePath ?? '';
  const strange = pack.rows.find(({ path }) => base !== '' && !path.startsWith(`${base}/`));
  if (strange)
    return `its first server has the path ${base}, and the document has ${strange.path}; import into a new file`;
  const schemes = pack.schemes.length > 0 ? pack.schemes : ['app'];
  if (schemes.join() !== matrix.schemes.join())
    return `its schemes are ${matrix.schemes.join(', ')}, and those of the import ${schemes.join(', ')}; import into a new file`;
  return null;
}

/** The title and the date of the file stay unless others are given. */
function updateHead(
  source: PackText,
  pack: ImportedPack,
  { date, title }: { readonly date: string | null; readonly title: string | null },
): Edit[] {
  const imported = source.find('imported')!;
  const value = importedValue(pack.format, pack.version, pack.settings);
  const before = imported.value?.toJSON();
  const edits: Edit[] = [];
  if (canonical(before) !== canonical(value))
    edits.push(source.replaceValue(imported, flowText(value)));
  for (const [key, wanted] of [
    ['title', title],
    ['date', date],
  ] as const) {
    const item = source.find(key);
    if (wanted === null || String(item?.value?.toJSON()) === wanted) continue;
    const text = scalarText(wanted);
    if (item) edits.push(source.replaceValue(item, text));
    else edits.push(source.insertAfter(imported, [`${key}: ${text}`]));
  }
  return edits;
}

/** The same text for the same content, in whatever order its keys stand. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The first server stays, for the rows are written below its path; new ones are added. */
function updateServers(
  source: PackText,
  matrix: Matrix,
  { servers }: ImportedPack,
  changes: RowChange[],
): Edit[] {
  const item = source.find('servers');
  const known = new Set(matrix.servers.map(({ host, basePath }) => host + basePath));
  const urls = servers.filter((url) => {
    const server = parseServer(url);
    return server && !known.has(server.host + server.basePath);
  });
  if (urls.length === 0) return [];
  if (!item?.value || !isSeq(item.value)) {
    const offset = source.find('routes')!.keyStart;
    const message = `the document has servers and this file none: ${urls.join(', ')}`;
    changes.push({ kind: 'left', message, offset });
    return [];
  }
  changes.push({ kind: 'added', message: `servers ${urls.join(', ')}`, offset: item.keyStart });
  const [first] = item.value.items as { range?: [number, number, number] }[];
  const dash = source.text.slice(source.lineStart(first?.range?.[0] ?? item.keyStart));
  const indent = /^\s*-\s+/.exec(dash)?.[0] ?? '  - ';
  const texts = urls.map(scalarText);
  return [
    source.append(
      item.value as never,
      texts,
      texts.map((url) => indent + url),
    ),
  ];
}

/** New names go to the end; titles, inclusions and names that the document no longer has stay. */
function updatePermissions(
  source: PackText,
  matrix: Matrix,
  { permissions, schemes }: ImportedPack,
  changes: RowChange[],
): Edit[] {
  const known = new Set(matrix.permissions.map(({ scheme, name }) => `${scheme} ${name}`));
  const fresh = permissions.filter(({ scheme, name }) => !known.has(`${scheme} ${name}`));
  const section = source.find('permissions');
  const named = new Set(permissions.map(({ scheme, name }) => `${scheme} ${name}`));
  const gone = matrix.permissions.filter(({ scheme, name }) => !named.has(`${scheme} ${name}`));
  if (gone.length > 0) {
    const names = gone.map(({ name }) => name).join(', ');
    const message = `permissions that the document does not have stay declared: ${names}`;
    changes.push({ kind: 'kept', message, offset: section?.keyStart ?? 0 });
  }
  if (fresh.length === 0) return [];
  const offset = section?.keyStart ?? source.find('routes')!.keyStart;
  const message = `permissions ${fresh.map(({ name }) => name).join(', ')}`;
  changes.push({ kind: 'added', message, offset });
  const groups =
    schemes.length === 0
      ? [{ scheme: null, own: fresh }]
      : schemes.map((scheme) => ({ scheme, own: fresh.filter((one) => one.scheme === scheme) }));
  const missing: string[] = [];
  const items: string[] = [];
  const edits: Edit[] = [];
  for (const { scheme, own } of groups.filter((group) => group.own.length > 0)) {
    const texts = own.map(permissionLine);
    const below = source.itemsOf(section?.value ?? null);
    const holder = scheme === null ? section : below.find(({ key }) => key === scheme);
    if (holder?.value) {
      const [sibling] = source.itemsOf(holder.value);
      const column = sibling ? sibling.keyStart - source.lineStart(sibling.keyStart) : 2;
      const lines = texts.map((line) => ' '.repeat(column) + line);
      edits.push(source.append(holder.value, texts, lines));
    } else if (scheme === null) missing.push(...texts.map((line) => `  ${line}`));
    else {
      missing.push(`  ${scalarText(scheme)}:`, ...texts.map((line) => `    ${line}`));
      items.push(`${scalarText(scheme)}: { ${texts.join(', ')} }`);
    }
  }
  if (missing.length === 0) return edits;
  if (section?.value && (isBlock(section.value) || items.length > 0))
    return [...edits, source.append(section.value, items, missing)];
  const at = source.lineStart(source.find('routes')!.keyStart);
  const lines = ['permissions:', ...missing].map((line) => line + source.eol);
  return [...edits, { start: at, end: at, text: lines.join('') }];
}
