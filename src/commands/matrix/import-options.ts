// The options of matrix import -> settings of the import; a wrong one is a UsageError.
import type { Command } from 'commander';
import type { ImportSettings, PackNames } from '../../matrix/import/importer.js';
import { ROW_WORDS } from '../../matrix/read-requirement.js';
import { DEFAULT_SCHEME, type Scheme } from '../../model/model.js';
import { isDay } from '../../text/dates.js';
import { collect, oneOf, shown, UsageError } from '../command.js';

/** The options as commander gives them. */
export interface ImportOptions {
  readonly api?: string;
  readonly title?: string;
  readonly date?: string;
  readonly scheme?: readonly string[];
  readonly scopeList?: string;
  readonly permissionKey?: readonly string[];
  readonly absent?: string;
  readonly write?: string;
}

/** Adds the options to the command. */
export const addImportOptions = (command: Command): Command =>
  command
    .option('--api <name>', 'the name of the API; else made of the title of the document')
    .option('--title <text>', 'what people call the API')
    .option('--date <day>', 'the day that the document was taken, such as 2026-11-20')
    .option(
      '--scheme <name>',
      'security scheme that counts; repeatable; else all that can have scopes',
      collect,
    )
    .option(
      '--scope-list <word>',
      'all: every permission of a list is needed (the default); any: one is enough',
    )
    .option(
      '--permission-key <[scheme=]key>',
      "the vendor's own key that names permissions; repeatable",
      collect,
    )
    .option(
      '--absent <word>',
      'an operation without such a key needs: unknown (the default) or none',
    )
    .option('-w, --write <file>', 'write this matrix; one that is there is brought up to date');

/** What a command line says; `null` and an empty list where it says nothing. */
export interface StatedImport {
  readonly names: PackNames;
  readonly date: string | null;
  readonly settings: Partial<ImportSettings>;
}

const NAME = /^[^\s,[\]{}=]{1,200}$/;
const RESERVED: readonly string[] = ['anyOf', 'allOf', 'unknown', '__proto__', ...ROW_WORDS];

/** Reads the options. */
export function readImportOptions(options: ImportOptions): StatedImport {
  const { api, title, date, scheme, scopeList, permissionKey, absent } = options;
  if (api !== undefined && !/^[a-z][a-z\d-]*$/.test(api))
    throw new UsageError('--api takes a name in lower-case letters, digits and hyphens');
  if (date !== undefined && !isDay(date))
    throw new UsageError('--date takes a day such as 2026-11-20');
  return {
    names: { api: api ?? null, title: title ?? null },
    date: date ?? null,
    settings: {
      ...(scheme && { schemes: scheme }),
      ...(scopeList !== undefined && {
        scopeList: oneOf('--scope-list', scopeList, ['all', 'any'] as const),
      }),
      ...(absent !== undefined && {
        absent: oneOf('--absent', absent, ['unknown', 'none'] as const),
      }),
      ...(permissionKey && { permissionKeys: readKeys(permissionKey) }),
    },
  };
}

function readKeys(words: readonly string[]): Map<Scheme, readonly string[]> {
  const keys = new Map<Scheme, readonly string[]>();
  for (const word of words) {
    const [scheme, key] = /^([^=]*)=(.*)$/s.exec(word)?.slice(1) ?? [DEFAULT_SCHEME, word];
    if (!scheme || !key || !NAME.test(scheme) || RESERVED.includes(scheme))
      throw new UsageError(`--permission-key takes KEY or SCHEME=KEY, not ${shown(word)}`);
    keys.set(scheme, [...(keys.get(scheme) ?? []), key]);
  }
  return keys;
}
