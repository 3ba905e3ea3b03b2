// What was imported -> the text of a new matrix; the same content gives the same bytes.
import { flowText, rowKey, scalarText } from './flow-text.js';
import type { ImportedPack, ImportedPermission, ImportedRow } from './importer.js';
import { importedValue, rowValue } from './row-value.js';

const HEAD = (
  format: string,
) => `# yaml-language-server: $schema=node_modules/permlint/schema/matrix.json
#
# Written by \`permlint matrix import ${format}\`. A row that says \`checked: DATE\` was looked at by a person:
# an import with --write leaves it as it is, and comments too.
`;

/** Writes a matrix; `date` is the day that the document was taken. */
export function writePack(pack: ImportedPack, date: string | null): string {
  const { format, version, api, title, settings, servers, schemes, permissions, rows } = pack;
  const list = (key: string, lines: readonly string[], none = '') =>
    lines.length > 0 ? [`${key}:`, ...lines] : none === '' ? [] : [`${key}: ${none}`];
  const lines = [
    'version: 1',
    `api: ${api}`,
    `title: ${scalarText(title)}`,
    ...(date === null ? [] : [`date: ${date}`]),
    'generated: true',
    `imported: ${flowText(importedValue(format, version, settings))}`,
    ...list(
      'servers',
      servers.map((url) => `  - ${scalarText(url)}`),
    ),
    ...(schemes.length > 0 ? [`schemes: ${flowText(schemes)}`] : []),
    '',
    ...list('permissions', permissionLines(permissions, schemes)),
    ...(permissions.length > 0 ? [''] : []),
    ...list(
      'routes',
      rows.map((row) => `  ${rowLine(row, pack)}`),
      '{}',
    ),
  ];
  return `${HEAD(format)}${lines.join('\n')}\n`;
}

function permissionLines(
  permissions: readonly ImportedPermission[],
  schemes: readonly string[],
): string[] {
  if (schemes.length === 0)
    return permissions.map((permission) => `  ${permissionLine(permission)}`);
  return schemes.flatMap((scheme) => {
    const own = permissions.filter((permission) => permission.scheme === scheme);
    if (own.length === 0) return [];
    return [`  ${scalarText(scheme)}:`, ...own.map((one) => `    ${permissionLine(one)}`)];
  });
}

/** One permission and its title. */
export const permissionLine = ({ name, title }: ImportedPermission): string =>
  `${scalarText(name)}: ${scalarText(title)}`;

/** One row; its path is written below that of the first server. */
export const rowLine = (
  row: ImportedRow,
  { basePath, schemes }: Pick<ImportedPack, 'basePath' | 'schemes'>,
  others: Readonly<Record<string, unknown>> = {},
): string =>
  `${rowKey(row.method, writtenPath(row.path, basePath))}: ${flowText(rowValue(row, schemes, others))}`;

/** A path that begins with that of the server even below it would be taken for a full one. */
export function writtenPath(path: string, basePath: string): string {
  if (basePath === '' || !path.startsWith(`${basePath}/`)) return path;
  const below = path.slice(basePath.length);
  return below === basePath || below.startsWith(`${basePath}/`) ? path : below;
}
