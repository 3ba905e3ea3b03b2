// A place as outputs name it -> a path from the root of the repository, for programs that look for the file there.
import { posix } from 'node:path';
import type { Location } from '../model/model.js';
import type { Report } from '../model/report.js';

/** A line of a file in the repository. */
export interface RepositoryPlace {
  /** From the root, without `./`, never above it. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Where a place is in the repository; `null` for the command line, standard input, the package's own files, and all outside. */
export function placeInRepository(
  { file, line, column }: Location,
  { folder }: Pick<Report, 'folder'>,
): RepositoryPlace | null {
  if (file === '' || ELSEWHERE.test(file)) return null;
  const path = posix.join(folder, file);
  if (path === '.' || path === '..' || path.startsWith('../') || posix.isAbsolute(path))
    return null;
  return { path, line: Math.max(1, line), column: Math.max(1, column) };
}

const ELSEWHERE = /^(?:<|\/|\\|[A-Za-z]:[\\/]|permlint:)/;

/** What stands for a place that is in no file of the repository: the list of the grants, or where a config would be. */
export function homeOf(report: Pick<Report, 'folder' | 'grants' | 'inputs'>): RepositoryPlace {
  const list = report.grants?.list;
  const read = report.inputs.find(({ kind }) => kind === 'config');
  const places = [list, read && { ...CONFIG, file: read.file }, CONFIG];
  for (const place of places) {
    const home = place && placeInRepository(place, report);
    if (home) return home;
  }
  return ROOT;
}

const CONFIG: Location = { file: 'permlint.yaml', line: 1, column: 1 };
const ROOT: RepositoryPlace = { path: CONFIG.file, line: 1, column: 1 };

/** A path as a relative URI. */
export const uriOf = (path: string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/');
