// All that a scan has seen -> its accounts: what is in which column, and the doubts that are left.
import type { IndexedApi } from '../../match/api.js';
import type { Accounting } from '../../model/report.js';
import type { Files } from '../../text/files.js';
import type { FoundIn } from '../api/to-calls.js';
import type { PassedFile } from '../sources/passed-files.js';
import type { Program } from '../symbols/program.js';
import { accountForFiles } from './unread-files.js';

/** What a scan has seen. */
export interface Seen {
  /** Files that were not read. */
  readonly passed: readonly PassedFile[];
  /** Those that were. */
  readonly program: Program;
  readonly apis: readonly IndexedApi[];
  /** The calls of each API. */
  readonly found: readonly FoundIn[];
  readonly files: Files;
  /** What stands before the paths of files, with a slash at its end; may be empty. */
  readonly folder: string;
}

/** Accounts for everything in the code that may be a call of an API. */
export function accountForCode({ passed, program, apis, files, folder }: Seen): Accounting {
  const unread = accountForFiles(passed, apis, files, folder);
  return {
    files: { read: program.files.size, ...unread.files },
    texts: {},
    doubts: unread.doubts,
  };
}
