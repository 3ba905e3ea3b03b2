// The checks of a report -> the rules of a SARIF run, with what GitHub asks of a rule.
import type { CheckHelp, Report, Severity } from '../model/report.js';
import { printable } from '../text/printable.js';
import { prose } from './markdown-text.js';

/** The severity that a check has where nothing else is asked for, in the words of SARIF, which are the same. */
type Level = Severity;

const SECURITY = ['security', 'external/cwe/cwe-250', 'external/cwe/cwe-272'];

/** The tags of a rule, and the number that GitHub sorts alerts of security by. */
function weightOf({ risk }: CheckHelp): { tags: readonly string[]; security?: string } {
  if (risk === undefined) return { tags: ['correctness'] };
  return risk === 'availability' ? { tags: [risk] } : { tags: SECURITY, security: risk.security };
}

/** Severity is certainty: what is proven, what is possible, what cannot be told. */
const PRECISION: Readonly<Record<Level, string>> = {
  error: 'very-high',
  warning: 'high',
  note: 'medium',
};
const PROBLEM: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

/** The rules that the results of a run name, in the order of the checks. */
export function rulesFor({ checks }: Pick<Report, 'checks'>, ids: ReadonlySet<string>) {
  const known = checks.filter(({ id }) => ids.has(id));
  const others = [...ids].filter((id) => known.every((check) => check.id !== id)).sort();
  return [...known, ...others.map(undocumented)].map(toRule);
}

const undocumented = (id: string): CheckHelp => ({
  id,
  severity: 'warning',
  summary: id,
  help: id,
});

function toRule(check: CheckHelp) {
  const { id, severity } = check;
  const summary = printable(check.summary) || id;
  const help = printable(check.help) || summary;
  const { tags, security } = weightOf(check);
  const more = `permlint explain ${id}`;
  return {
    id,
    name: cut(pascal(id), 255),
    shortDescription: { text: cut(summary, 1024) },
    fullDescription: { text: cut(help, 1024) },
    help: {
      text: `${help}\n\nMore: ${more}`,
      markdown: `${help.split('\n\n').map(prose).join('\n\n')}\n\nMore: \`npx ${more}\``,
    },
    defaultConfiguration: { level: severity },
    properties: {
      tags: ['permissions', ...tags],
      precision: PRECISION[severity],
      'problem.severity': PROBLEM[severity],
      ...(security !== undefined && { 'security-severity': security }),
    },
  };
}

const pascal = (id: string): string =>
  id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
