// All that a scan has seen -> its accounts: what is in which column, and the doubts that are left.
import { type Accounting, type Doubt, mergeAccounts } from '../../model/report.js';
import type { PassedFile } from '../sources/passed-files.js';
import type { Program } from '../symbols/program.js';
import { accountForTexts, type SeenOfApi } from './account-for-texts.js';
import { accountForCuts } from './cuts.js';
import { accountForLinks } from './kept-links.js';
import { accountForFiles } from './unread-files.js';

/** What a scan has seen. */
export interface Seen {
  /** Files that name an API and were not read, and what else was not. */
  readonly passed: readonly PassedFile[];
  /** How many files that name an API were read. */
  readonly named: number;
  /** How many are a copy of a client. */
  readonly copied: number;
  /** All that was read. */
  readonly program: Program;
  /** What was made of them, for each API. */
  readonly seen: readonly SeenOfApi[];
  /** What stands before the paths of files, with a slash at its end; may be empty. */
  readonly folder: string;
}

/** Accounts for everything in the code that may be a call of an API. */
export function accountForCode({ passed, named, copied, program, seen, folder }: Seen): Accounting {
  const apis = seen.map(({ api }) => api);
  const unread = accountForFiles(passed, apis, (path) => program.files.has(path), folder);
  return mergeAccounts([
    { texts: {}, ...unread, files: { read: named, ...unread.files } },
    ...seen.map((one) => ({ files: {}, ...accountForTexts(one, folder) })),
    {
      files: copied > 0 ? { package: copied } : {},
      texts: {},
      doubts: seen.flatMap((one) => [
        ...accountForCuts(one, folder),
        ...accountForLinks(one, folder),
      ]),
    },
  ]);
}

/** The same, without doubts about texts that comments state the calls of. */
export function settleStated(accounts: Accounting, settled: ReadonlySet<Doubt>): Accounting {
  if (settled.size === 0) return accounts;
  const { texts, doubts } = accounts;
  const unaccounted = (texts.unaccounted ?? 0) - settled.size;
  return {
    ...accounts,
    texts: { ...texts, unaccounted, stated: settled.size },
    doubts: doubts.filter((doubt) => !settled.has(doubt)),
  };
}
