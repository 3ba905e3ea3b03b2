// What differs between two matrices, and what that means for the calls of an app -> text, Markdown or JSON.

import type { Finding } from '../model/report.js';
import { placeText } from '../reporters/layout.js';
import { counted } from '../text/counted.js';
import type { MatrixChanges, RowChange, RowDescription } from './compare-matrices.js';
import type { Impact } from './find-impact.js';

/** A delta; `impact` has one per app, none where no calls are known. */
export interface Delta {
  readonly changes: MatrixChanges;
  readonly impacts: readonly AppImpact[];
}

/** The impact on one app. */
export interface AppImpact extends Impact {
  readonly app: string | null;
  /** No grants are given: what the old matrix requires is taken to be granted. */
  readonly assumed: boolean;
}

/** One heading and its lines; without lines it is not shown. */
interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

const nameOf = ({ method, path }: RowDescription | RowChange): string => `${method} ${path}`;

function sectionsOf({ changes, impacts }: Delta): Section[] {
  const { added, removed, changed, permissions, others } = changes;
  return [
    { title: 'Rows added', lines: added.map((row) => `+ ${nameOf(row)}: ${row.requires}`) },
    { title: 'Rows removed', lines: removed.map((row) => `- ${nameOf(row)}: ${row.requires}`) },
    {
      title: 'Rows changed',
      lines: changed.flatMap((row) =>
        row.changes.map(({ of, old, new: now }) => `~ ${nameOf(row)}: ${of} ${old} -> ${now}`),
      ),
    },
    {
      title: 'Permissions',
      lines: [
        ...permissions.added.map((name) => `+ ${name}`),
        ...permissions.removed.map((name) => `- ${name}`),
        ...permissions.changed.map(
          ({ name, old, new: now }) => `~ ${name}: includes ${old} -> ${now}`,
        ),
      ],
    },
    {
      title: 'Of the API itself',
      lines: [
        ...others.added.map((other) => `+ ${other}`),
        ...others.removed.map((other) => `- ${other}`),
      ],
    },
    ...impacts.flatMap(impactSections),
  ];
}

function impactSections({ app, assumed, breaks, excess, doubts, needed }: AppImpact): Section[] {
  const of = app === null ? '' : ` of ${app}`;
  const held = assumed ? ', should it hold what the old matrix requires' : '';
  const lineOf = ({ location, message }: Finding) => `${placeText(location)}  ${message}`;
  return [
    {
      title: `The calls${of} need`,
      lines: [
        ...needed.added.map((name) => `+ ${name}`),
        ...needed.removed.map((name) => `- ${name}`),
      ],
    },
    { title: `Calls${of} that break${held}`, lines: breaks.map(lineOf) },
    { title: `Grants${of} that become excess`, lines: assumed ? [] : excess.map(lineOf) },
    { title: `Calls${of} that can no longer be judged for sure`, lines: doubts.map(lineOf) },
  ];
}

/** The last line: how much changed, and what that means. */
function summaryOf({ changes, impacts }: Delta): string {
  const { added, removed, changed, permissions, others } = changes;
  const sizes = [added, removed, changed, ...Object.values(permissions), ...Object.values(others)];
  const same = sizes.every((list) => list.length === 0);
  const rows = `rows: ${added.length} added, ${removed.length} removed, ${changed.length} changed`;
  const sum = (of: 'breaks' | 'excess' | 'doubts') =>
    impacts.reduce(
      (total, impact) => total + (impact.assumed && of === 'excess' ? 0 : impact[of].length),
      0,
    );
  const breaks = sum('breaks');
  const broken =
    breaks === 0 ? 'no call is known to break' : `calls break in ${counted(breaks, 'way')}`;
  const doubts = sum('doubts') === 0 ? [] : [`${counted(sum('doubts'), 'call')} less sure`];
  const excess = sum('excess') === 0 ? [] : [`${counted(sum('excess'), 'grant')} more than needed`];
  const impact = impacts.length === 0 ? '' : `; ${[broken, ...excess, ...doubts].join(', ')}`;
  return `${same ? 'the matrices say the same' : rows}${impact}`;
}

/** For a terminal. */
export function showDeltaText(delta: Delta): string {
  const blocks = sectionsOf(delta)
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
  return `${[...blocks, summaryOf(delta)].join('\n\n')}\n`;
}

/** For a comment on a pull request. */
export function showDeltaMarkdown(delta: Delta): string {
  const blocks = sectionsOf(delta)
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => `### ${title}\n\n\`\`\`diff\n${lines.join('\n')}\n\`\`\``);
  return `${[...blocks, summaryOf(delta)].join('\n\n')}\n`;
}

/** For programs. */
export function showDeltaJson({ changes, impacts }: Delta): string {
  const show = ({ check, severity, message, location, data }: Finding) => ({
    check,
    severity,
    message,
    location,
    data,
  });
  const shown = impacts.map(({ breaks, excess, doubts, ...rest }) => ({
    ...rest,
    breaks: breaks.map(show),
    excess: rest.assumed ? [] : excess.map(show),
    doubts: doubts.map(show),
  }));
  return `${JSON.stringify({ version: 1, ...changes, impacts: shown }, null, 2)}\n`;
}
