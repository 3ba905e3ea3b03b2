// The text of a matrix -> the settings of the import that wrote it.
import type { Scheme } from '../../model/model.js';
import { parseYaml } from '../../text/yaml.js';
import type { ImportSettings } from './importer.js';
import { entriesOf, fieldOf } from './source-document.js';

/** What an import does that is told nothing. */
export const DEFAULT_SETTINGS: ImportSettings = {
  scopeList: 'all',
  schemes: [],
  permissionKeys: new Map(),
  absent: 'unknown',
};

/** Reads the key `imported` of a matrix without a fault; `null` where it has none. */
export function readImported(text: string): { format: string; settings: ImportSettings } | null {
  const imported = fieldOf(parseYaml(text).value, 'imported');
  if (imported === undefined) return null;
  const keys = entriesOf(fieldOf(imported, 'permissionKeys')) as [Scheme, string[]][];
  return {
    format: String(fieldOf(imported, 'format')),
    settings: {
      scopeList: fieldOf(imported, 'scopeList') === 'any' ? 'any' : 'all',
      schemes: (fieldOf(imported, 'schemes') ?? []) as string[],
      permissionKeys: new Map(keys),
      absent: fieldOf(imported, 'absent') === 'none' ? 'none' : 'unknown',
    },
  };
}
