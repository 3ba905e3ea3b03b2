// Something that may be a call, and that nothing accounts for -> what it is, what it may call, and how to settle it.
import type { DoubtKind, MatchedDoubt } from '../model/report.js';
import { pathText } from '../paths/target.js';
import { placeText, wrap } from '../reporters/layout.js';

const WHAT: Readonly<Record<DoubtKind, string>> = {
  'unread file': 'the file names the API and was not read',
  'unaccounted text': 'a text of the API that is part of no call that was found',
  'cut region': 'a part of the code that could not be understood',
};

const SETTLE: Readonly<Record<DoubtKind, string>> = {
  'unread file': 'state the calls in a plan',
  'unaccounted text': 'above it, in a comment: permlint: calls METHOD /path',
  'cut region': 'mend the code, or state the calls in a plan',
};

/** Explains a doubt. */
export function explainDoubt({ kind, location, reason, matches }: MatchedDoubt): string {
  const paths = [...new Set(matches.map(({ call }) => pathText(call)))];
  const known = paths.filter((path) => path !== '{}').sort();
  const rows: [label: string, text: string][] = [
    ['because', reason],
    ...(known.length > 0 ? known : ['anything: no path is known']).map(
      (path, index): [string, string] => [index === 0 ? 'may call' : '', path],
    ),
  ];
  return `${[
    `${placeText(location)}  ${WHAT[kind]}`,
    '',
    ...rows.flatMap(([label, text]) =>
      wrap(text, 66).map((part, index) => `  ${(index === 0 ? label : '').padEnd(10)}${part}`),
    ),
    '',
    '  How to settle it',
    `    it calls the API    ${SETTLE[kind]}`,
    '    it does not         elsewhere: in permlint.yaml, with a reason',
  ].join('\n')}\n`;
}
