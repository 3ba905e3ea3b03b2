// A file that a scan passed over, and its text -> the column of the accounts that it is in.
import { posix } from 'node:path';

/** A file that a scan passed over. */
export interface PassedFile {
  /** From the folder that is scanned. */
  readonly path: string;
  /** Why it was not read, without a full stop. */
  readonly why: string;
}

/** The columns of files that are passed over. */
export type FileColumn =
  | 'prose'
  | 'data'
  | 'test'
  | 'package'
  | 'build output'
  | 'input'
  | 'not read';

const PROSE =
  /\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc)$|(?:^|\/)(?:LICEN[CS]E|NOTICE|CHANGELOG|AUTHORS)[^/]*$/i;
const DATA =
  /(?:^|\/)(?:\.env(?:\.[^/]*)?|[^/]*\.lock|package-lock\.json|package\.json|composer\.json|go\.(?:mod|sum)|requirements[^/]*\.txt|Gemfile[^/]*|pom\.xml|[^/]*\.csproj)$/i;

/** The column of a file that names an API. */
export function columnOf({ path }: PassedFile, _text: string): FileColumn {
  if (DATA.test(path)) return 'data';
  if (PROSE.test(path)) return 'prose';
  return 'not read';
}

/** Why a file in no language that is read is passed over. */
export function unknownLanguage(path: string): string {
  const ending = posix.extname(path);
  return ending === '' ? 'its language is not known' : `${ending} files are not read`;
}
