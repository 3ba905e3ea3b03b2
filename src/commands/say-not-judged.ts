// What a diff passes over: of the repository, and of its apps before and after -> the sentences that say so.
import type { Report } from '../model/report.js';
import { UNNAMED } from '../scan/sources/exclusions.js';

/** What of the repository is not compared. */
export interface PassedOver {
  readonly submodules: Iterable<string>;
  /** How many files are not checked out. */
  readonly absent: number;
  readonly outside: Iterable<string>;
}

/** One sentence each. */
export function sayNotJudged(
  { submodules, absent, outside }: PassedOver,
  before: readonly Report[],
  now: readonly Report[],
): string[] {
  const files = absent === 1 ? '1 file is' : `${absent} files are`;
  return [
    ...[...submodules].map((path) => `the submodule ${path} is left out`),
    ...sayGone(before, now),
    ...(absent > 0 ? [`${files} not checked out, and left out on both sides`] : []),
    ...sayLeftOut(before, now),
    ...[...outside].map((path) => `${path} is outside of the repository, and read as it is now`),
  ];
}

/** The code of an app that is gone may still be there. */
const sayGone = (before: readonly Report[], now: readonly Report[]): string[] =>
  before
    .filter(({ app }) => !now.some((other) => other.app === app))
    .map(({ app }) => `${app ?? 'the app without a name'} is an app no more, and not judged`);

/** A file that says it is generated, or is named as a test, is judged by nobody. */
function sayLeftOut(before: readonly Report[], now: readonly Report[]): string[] {
  const [old, left] = [leftOut(before), leftOut(now)];
  return [...left].flatMap(([what, files]) => {
    const more = files - (old.get(what) ?? 0);
    const many = more === 1 ? '1 more file' : `${more} more files`;
    return more > 0 ? [`left out: ${many} ${what}`] : [];
  });
}

/** Where and why files are left out, though they may name the API -> how many. */
const leftOut = (reports: readonly Report[]): Map<string, number> =>
  new Map(
    reports
      .flatMap(({ inputs }) => inputs)
      .flatMap(({ file, skipped = [] }) =>
        skipped
          .filter(({ why }) => why !== UNNAMED)
          .map(({ why, files }) => [`below ${file}, ${why}`, files] as const),
      ),
  );
