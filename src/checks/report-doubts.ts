// The doubts of one kind -> a note for each, under one headline.
import type { JudgedFacts } from '../judge/judge-run.js';
import type { DoubtKind, Finding, MatchedDoubt } from '../model/report.js';
import { pathText } from '../paths/target.js';

/** What is said of the doubts of one kind: of one of them in a report, and of one or `{n}` under a headline. */
export interface DoubtWords {
  readonly message: string;
  readonly one: string;
  readonly many: string;
  /** The paths are texts that stand there; else they are what it may call. */
  readonly names?: boolean;
}

/** Reports what the scan of code does not account for. */
export const reportDoubts = (
  { doubts }: JudgedFacts,
  kind: DoubtKind,
  check: string,
  { message, names = false, ...headline }: DoubtWords,
): Finding[] =>
  doubts.flatMap((doubt) => {
    if (doubt.kind !== kind) return [];
    const { reason, location } = doubt;
    const paths = pathsOf(doubt);
    return [
      {
        check,
        severity: 'note' as const,
        message: `${message}: ${reason}`,
        headline,
        location,
        related: [],
        hint: paths.length === 0 ? reason : `${reason}; ${reachOf(paths, names)}`,
        data: {
          ...apiOf(doubt),
          reason,
          ...(paths.length > 0 && { text: folded(paths, ' ') }),
        },
      },
    ];
  });

/** The paths that are known of what it may call. */
const pathsOf = ({ matches }: MatchedDoubt): string[] =>
  [...new Set(matches.map(({ call }) => pathText(call)))].filter((path) => path !== '{}').sort();

const folded = (paths: readonly string[], between: string): string => {
  const more = paths.length - MOST_NAMED;
  return [...paths.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(between);
};

/** What is not known of the end of a text is not in it. */
const reachOf = (paths: readonly string[], names: boolean): string =>
  names
    ? `it names ${folded(
        paths.map((path) => path.replace(/\/\*\*$/, '')),
        ', ',
      )}`
    : `it may call ${folded(paths, ', ')}`;

const MOST_NAMED = 3;

function apiOf({ matches }: MatchedDoubt): { api?: string } {
  const [first, second] = [...new Set(matches.map(({ api }) => api))];
  return first && !second ? { api: first } : {};
}
