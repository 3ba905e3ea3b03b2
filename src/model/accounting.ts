// What a scan accounts for: how many files and texts that name an API are in which column, and the doubts that are left.
import type { Location } from './location.js';
import type { Call, Match } from './model.js';

/** What is not accounted for; each kind has a check that reports it. */
export const DOUBT_KINDS = ['unread file', 'unaccounted text', 'cut region'] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** Something that may make calls of an API, and that nothing accounts for. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly location: Location;
  /** What stands there, or why it is not read, without a full stop: `Swift files are not read`. */
  readonly reason: string;
  /** The language of a file that is not read, as far as its name says it: `Swift`. */
  readonly language?: string;
  /** What it may call, as far as its texts say it: calls whose methods, and the end of whose paths, are not known. */
  readonly calls: readonly Call[];
}

/** How many of one kind of item are in each column. */
export type Columns = Readonly<Record<string, number>>;

/** The accounts of a scan. */
export interface Accounting {
  /** Files that name an API: `read`, `prose`, `data`, `test`, `package`, `build output`, `input`, `not read`. */
  readonly files: Columns;
  /** Texts of an API in files that were read: `request`, `event filter`, `own route`, `not sent`, `stated`, `unaccounted`. */
  readonly texts: Columns;
  readonly doubts: readonly Doubt[];
}

/** A doubt, with the routes that it may reach. */
export interface MatchedDoubt extends Omit<Doubt, 'calls'> {
  readonly matches: readonly Match[];
}

export const NOTHING_SCANNED: Accounting = { files: {}, texts: {}, doubts: [] };

/** The accounts of several scans as one. */
export function mergeAccounts(all: readonly Accounting[]): Accounting {
  return {
    files: addColumns(all.map(({ files }) => files)),
    texts: addColumns(all.map(({ texts }) => texts)),
    doubts: all.flatMap(({ doubts }) => doubts),
  };
}

function addColumns(all: readonly Columns[]): Columns {
  const sum: Record<string, number> = {};
  for (const columns of all)
    for (const [column, count] of Object.entries(columns)) sum[column] = (sum[column] ?? 0) + count;
  return sum;
}
