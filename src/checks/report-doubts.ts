// The doubts of one kind -> a note for each, under one headline.
import { callReference, inWords } from '../judge/describe.js';
import type { JudgedFacts } from '../judge/judge-run.js';
import type { DoubtKind, Finding, MatchedDoubt } from '../model/report.js';
import { methodsText } from '../paths/target.js';

/** What is said of several doubts of one kind: for one of them, and for `{n}`. */
export interface DoubtHeadline {
  readonly one: string;
  readonly many: string;
}

/** Reports what the scan of code does not account for. */
export const reportDoubts = (
  { doubts }: JudgedFacts,
  kind: DoubtKind,
  check: string,
  headline: DoubtHeadline,
): Finding[] =>
  doubts.flatMap((doubt) =>
    doubt.kind === kind
      ? [
          {
            check,
            severity: 'note' as const,
            message: doubt.reason,
            headline,
            location: doubt.location,
            related: [],
            hint: reach(doubt),
            data: {
              ...apiOf(doubt),
              reason: doubt.reason,
            },
          },
        ]
      : [],
  );

/** What the doubt may be. */
function reach({ matches, reason }: MatchedDoubt): string {
  const calls = [
    ...new Set(matches.map(({ call }) => inWords(callReference(methodsText(call), call)))),
  ];
  const known = calls.filter((call) => call !== '* {}').slice(0, MOST_NAMED);
  return known.length === 0 ? reason : `${reason}; it may call ${known.join(', ')}`;
}

const MOST_NAMED = 3;

function apiOf({ matches }: MatchedDoubt): { api?: string } {
  const [first, second] = [...new Set(matches.map(({ api }) => api))];
  return first && !second ? { api: first } : {};
}
