// A report -> what a person reads in a terminal or a log: missing, excess, cannot tell, one line worth quoting.
import { COMMAND_LINE, STANDARD_INPUT } from '../model/model.js';
import { type Finding, type Report, type Severity, saying, saysOf } from '../model/report.js';
import { printable } from '../text/printable.js';
import { renderAudit } from './audit.js';
import { detailText } from './details.js';
import { apiRows, layRows, nextRows, renderNothing, sureRows } from './discovery.js';
import { inColumns, labelled, placeText, readText, suppressedText, wrap } from './layout.js';
import { renderCalls } from './list-calls.js';
import { paint } from './paint.js';
import { defineReporter, type RenderOptions } from './reporter.js';

/** The report for people. */
export const text = defineReporter({
  id: 'text',
  summary: 'for people: grouped by cause, folded by count, 80 columns',
  render(reports, options) {
    const several = reports.length > 1;
    const pages = reports.map((report) => {
      const head = several ? `app ${report.app}\n\n` : '';
      return `${head}${report.mode === 'calls' ? renderCalls(report, options) : renderReport(report, options)}`;
    });
    const plain = printable(pages.join('\n'));
    return options.color
      ? paint(
          plain,
          reports.flatMap(({ findings }) => findings),
        )
      : plain;
  },
});

function renderReport(report: Report, options: RenderOptions): string {
  // an audit shows what concerns a call beside the call
  const empty = report.matches.length === 0 && report.lost;
  const judged = report.verdict.kind !== 'unjudged';
  const audit = report.mode === 'audit' && judged;
  const isOfCall = saying('cannot tell', report.checks);
  const isBeside = (finding: Finding) => isOfCall(finding) && finding.data.call !== undefined;
  const groups = groupFindings(report.findings.filter((one) => !audit || !isBeside(one)));
  const crowded = report.findings.length > CROWDED && !options.all;
  const blocks = groups
    .filter(([first]) => !options.quiet || first.severity === 'error')
    .map((group) => renderGroup(group, report, crowded, options).join('\n'));
  const nothing = report.discovery && report.counts.calls === 0;
  if (nothing) return `${[...blocks, renderNothing(report)].join('\n\n')}`;
  const verdict = empty
    ? []
    : [[...wrap(report.verdict.sentence, 80), ...renderFooter(report, options)].join('\n')];
  return `${(audit ? [renderAudit(report, options), ...blocks] : [...blocks, ...verdict]).join('\n\n')}\n`;
}

/** Above this many findings a warning shows one place, a note none. */
const CROWDED = 20;
const PLACES = 3;
const CROWDED_HELP = [
  'everything: --all',
  'start today, fail on new ones only: --write-baseline .permlint-baseline.json',
];

/** Findings that share a headline are one group; `findings` come sorted. */
function groupFindings(findings: readonly Finding[]): [Finding, ...Finding[]][] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const shared = finding.headline?.many ?? `${finding.message}\n${placeText(finding.location)}`;
    const key = [finding.check, finding.severity, shared].join('\n');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

function renderGroup(
  group: [Finding, ...Finding[]],
  { checks }: Report,
  crowded: boolean,
  options: RenderOptions,
): string[] {
  const [first] = group;
  const shown = options.all ? group.length : placesShown(first.severity, crowded);
  const rows = group.slice(0, shown).map((finding) => ({
    place: placeText(finding.location),
    text: callText(finding, group.length),
    ...(finding.hint && { hint: finding.hint }),
  }));
  const rest = group.slice(shown);
  const files = new Set(rest.map(({ location }) => location.file)).size;
  // what several calls lack is mended once
  const shared = group.length === 1 || saysOf(first, checks) === 'missing';
  const details = shared ? first.details : [];
  return [
    ...wrap(`${first.severity}[${first.check}]: ${headline(group)}`, 80),
    ...inColumns(rows, '  '),
    ...(rest.length > 0 ? [`  ${moreText(rest.length, rows.length, files)}`] : []),
    ...(details ?? []).flatMap(({ label, text: detail }) => labelled(label, detail, '  ')),
  ];
}

/** What is not shown; where nothing is, there is nothing to add to. */
function moreText(rest: number, shown: number, files: number): string {
  const where = `in ${files} ${files === 1 ? 'file' : 'files'}`;
  return shown === 0 ? `${where}; --all shows them` : `and ${rest} more ${where}`;
}

const headline = (group: readonly Finding[]): string => {
  const { headline: shared, message } = group[0]!;
  if (!shared) return message;
  return group.length === 1 ? shared.one : shared.many.replace('{n}', String(group.length));
};

const placesShown = (severity: Severity, crowded: boolean): number => {
  if (!crowded || severity === 'error') return PLACES;
  return severity === 'warning' ? 1 : 0;
};

const callText = ({ data: { call, permission } }: Finding, groupSize: number): string => {
  if (call) return `${call.method} ${call.path}`;
  return groupSize > 1 ? (permission ?? '') : '';
};

/** The width of the labels below a verdict. */
const LABELS = 'granted'.length;

function renderFooter(report: Report, options: RenderOptions): string[] {
  if (options.quiet || report.apis.length === 0) return [];
  const lines: string[] = [];
  const said = report.discovery !== undefined || options.verbose;
  if (report.verdict.kind !== 'fine') {
    const rows = report.withheld.map(({ permission, reason }) => `${permission}: ${reason}`);
    lines.push(...rows.flatMap((row) => labelled('withheld', row, '  ')));
  }
  if (report.mode !== 'lint' || report.verdict.kind !== 'findings' || said)
    lines.push(
      '',
      ...layRows(apiRows(report), LABELS),
      ...(options.verbose && report.mode !== 'lint'
        ? detailText(report)
        : [`read     ${readText(report)}`]),
    );
  if (report.mode === 'check' && (report.verdict.kind !== 'findings' || said))
    lines.push(`granted  ${grantedText(report)}`);
  lines.push(...suppressedText(report, options.verbose));
  if (options.verbose) lines.push(...asidesText(report));
  const respelled = (report.grants?.grants ?? []).filter(({ written }) => written !== undefined);
  for (const { name, written } of respelled) lines.push(`taken    "${written}" as ${name}`);
  for (const scheme of report.unjudgedSchemes)
    lines.push(`left     ${scheme} permissions: the grants name none`);
  lines.push(...layRows([...sureRows(report), ...nextRows(report)], LABELS));
  if (!options.all && report.findings.length > CROWDED) lines.push(...CROWDED_HELP);
  return lines;
}

const asidesText = ({ asides = [] }: Report): string[] =>
  asides.flatMap(({ location, message }) => [
    '',
    placeText(location),
    ...wrap(message, 76).map((line) => `    ${line}`),
  ]);

const grantedText = ({ grants, discovery }: Report): string => {
  const link = discovery?.link;
  if (link) return `as asked for by the link in ${link.file}:${link.line}, not confirmed`;
  const [first] = grants?.grants ?? [];
  if (!first) return 'nothing';
  if (first.confirmed) {
    const where =
      first.location.file === STANDARD_INPUT ? 'on standard input' : `in ${first.location.file}`;
    return `by the scope of a token response ${where}`;
  }
  const where =
    first.location.file === COMMAND_LINE
      ? 'on the command line'
      : `in ${first.location.file}:${first.location.line}`;
  return `as declared ${where}, not confirmed by a token`;
};
