// Reports -> Markdown for a job summary or a comment on a pull request: the verdict, what to do, the rest folded.

import { servingCandidates } from '../judge/serving.js';
import type { Location, Match } from '../model/model.js';
import { type Finding, type Report, type Says, saysOf } from '../model/report.js';
import { methodsText, pathText } from '../paths/target.js';
import { counted } from '../text/counted.js';
import { groupByNeed } from './audit.js';
import { type Block, fitBlocks } from './fit-blocks.js';
import { readText } from './layout.js';
import { needsText } from './list-calls.js';
import { code, prose } from './markdown-text.js';
import { placeInRepository } from './place-in-repository.js';
import { defineReporter } from './reporter.js';

/** The first line, by which a program finds its own comment again. */
const MARKER = '<!-- permlint -->';
/** A comment holds 65,536 characters, a job summary 1 MiB; some are left for what a program puts around. */
const COMMENT = { characters: 65_000, rows: 30 };
const SUMMARY = { characters: 250_000, rows: 2_000 };

/** For reviewers. */
export const markdown = defineReporter({
  id: 'markdown',
  summary: 'for reviewers: a comment or a job summary (--all: not folded)',
  render(reports, { all }) {
    const blocks = reports.flatMap((report) => [
      titleOf(report),
      ...mainTables(report),
      ...foldedParts(report),
      { weight: 1 as const, head: [footer(report)], rows: [], tail: [] },
    ]);
    return `${MARKER}\n${fitBlocks(blocks, all ? SUMMARY : COMMENT)}\n`;
  },
});

const LONGEST_TITLE = 1_000;

function titleOf({ app, mode, verdict, counts, doubts: lost, suppressed }: Report): Block {
  const sentence = mode === 'calls' ? counted(counts.calls, 'call') : verdict.sentence;
  const head = app === null ? '' : `${code(app.slice(0, LONGEST_TITLE))}: `;
  // a sentence counts what cannot be told or accounted for, and what is suppressed, and no other doubt
  const isAside = suppressed.some(({ by }) => !by.settles);
  const kinds = new Set(lost.map(({ kind }) => kind)).size;
  const besides = Number(counts.cannotTell > 0) + Number(isAside) + kinds;
  const told = verdict.kind === 'open' || verdict.kind === 'unjudged' || mode === 'calls';
  const open = !told && verdict.doubts.length > besides;
  const doubts = open ? verdict.doubts.join('; ').slice(0, LONGEST_TITLE) : '';
  const lines = [`### ${head}${prose(sentence.slice(0, LONGEST_TITLE))}`];
  if (doubts) lines.push('', `Open: ${prose(doubts)}`);
  return { weight: 0, head: lines, rows: [], tail: [] };
}

function mainTables(report: Report): Block[] {
  const { mode, findings, matches } = report;
  const grave = groupFindings(
    findings.filter((finding) => isMain(finding, report)),
    report,
  );
  const rows = [...grave.map((group) => findingRow(group, report)), ...withheldRows(report)];
  const { groups, unjudged } = groupByNeed(report);
  const needs = groups.map(([name, of]) => [code(name), callsText(of, report)]);
  const open = unjudged.length > 0 ? [['cannot tell', callsText(unjudged, report)]] : [];
  return [
    ...(mode === 'audit' ? table(['Permission', 'Needed by'], [...needs, ...open], 0) : []),
    ...table(['', 'Permission', 'Why', 'Fix'], rows, 0),
    ...(mode === 'calls' ? table(CALL_COLUMNS, matches.flatMap(callRow(report)), 0) : []),
  ];
}

/** Whether a finding says that something is missing or excess. */
const isJudged = (says: Says | undefined): says is 'missing' | 'excess' =>
  says === 'missing' || says === 'excess';

/** In an audit the calls that cannot be judged stand in the table of what is needed. */
function isMain(finding: Finding, { mode, checks }: Report): boolean {
  const says = saysOf(finding, checks);
  return (
    mode === 'lint' ||
    finding.severity === 'error' ||
    isJudged(says) ||
    (mode !== 'audit' && says === 'cannot tell')
  );
}

/** Findings of one cause, and what they say. */
interface Group {
  readonly says: Says | undefined;
  readonly findings: [Finding, ...Finding[]];
}

/** Those that cannot be told are one. */
function groupFindings(findings: readonly Finding[], { checks }: Report): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const { check, severity, data, message } = finding;
    const says = saysOf(finding, checks);
    const about = isJudged(says) ? (data.permission ?? data.missing ?? message) : message;
    const key = JSON.stringify([check, severity, says === 'cannot tell' ? '' : about]);
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { says, findings: [finding] });
  }
  return [...groups.values()];
}

function findingRow(group: Group, report: Report): string[] {
  const { data, details = [] } = group.findings[0];
  const fix = details.find(({ label }) => label === 'fix')?.text ?? '';
  const ways = data.missing?.map((names) => names.map(code).join(' and ')).join(', or ');
  return [
    labelOf(group),
    data.permission === undefined ? (ways ?? '') : code(data.permission),
    whyOf(group, report),
    group.says === 'cannot tell' ? '' : prose(fix),
  ];
}

function labelOf({ says, findings: [{ check, severity }] }: Group): string {
  if (says === 'cannot tell') return says;
  if (!isJudged(says)) return code(check);
  return severity === 'error' ? `**${says}**` : `maybe ${says}`;
}

function whyOf({ says, findings: [first, ...others] }: Group, report: Report): string {
  const { data, message, hint, details = [], location } = first;
  const at = code(placeText(location, report));
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  if (says === 'excess') {
    const [proof = ''] = details.find(({ label }) => label === 'proof')?.text.split('\n') ?? [];
    return `granted at ${at}${more}; ${prose(proof)}`;
  }
  if (!data.call) return `${at}${more}: ${prose(message)}`;
  const call = code(`${data.call.method} ${data.call.path}`);
  if (says !== 'cannot tell') return `${call} at ${at}${more}`;
  return `${call} at ${at}${hint ? ` (${prose(hint)})` : ''}${more}`;
}

const withheldRows = ({ withheld, mode, verdict }: Report): string[][] =>
  mode !== 'check' || verdict.kind === 'fine'
    ? []
    : withheld.map(({ permission, reason }) => [
        'cannot tell',
        code(permission),
        `maybe excess: ${prose(reason)}`,
        '',
      ]);

function foldedParts(report: Report): Block[] {
  const { mode, findings, suppressed, matches } = report;
  const rest = findings.filter((finding) => !isMain(finding, report));
  const calls = mode === 'calls' || mode === 'lint' ? [] : matches.flatMap(callRow(report));
  return [
    ...folded(counted(calls.length, 'call'), table(CALL_COLUMNS, calls, 1)),
    ...folded(
      `${rest.length} further ${rest.length === 1 ? 'finding' : 'findings'}`,
      table(FINDING_COLUMNS, rest.map(plainRow(report)), 1),
    ),
    ...folded(
      `${counted(suppressed.length, 'finding')} suppressed`,
      table(
        [...FINDING_COLUMNS, 'Suppressed by'],
        suppressed.map(({ finding, by }) => [
          ...plainRow(report)(finding),
          [`${by.kind} at ${code(placeText(by.location, report))}`]
            .concat(by.reason ? prose(by.reason) : [], by.until ? `until ${code(by.until)}` : [])
            .join(', '),
        ]),
        1,
      ),
    ),
  ];
}

const CALL_COLUMNS = ['Call', 'At', 'Needs'];
const FINDING_COLUMNS = ['', 'Check', 'At', 'Finding'];

const plainRow =
  (report: Report) =>
  ({ severity, check, location, message }: Finding): string[] => [
    severity,
    code(check),
    code(placeText(location, report)),
    prose(message),
  ];

const callRow =
  (report: Report) =>
  ({ call, outcomes }: Match): string[][] =>
    outcomes.map((outcome) => {
      const [sole, second] = outcome.kind === 'routed' ? servingCandidates(outcome) : [];
      return [
        `${code(`${outcome.method} ${pathText(call)}`)}${call.possible ? ' possibly' : ''}`,
        code(placeText(call.locations[0]!, report)),
        sole && !second ? prose(needsText(sole.route, call)) : 'cannot tell',
      ];
    });

function callsText(matches: readonly Match[], report: Report): string {
  const [{ call }] = matches as [Match];
  const more = matches.length > 1 ? `, and ${matches.length - 1} more` : '';
  const at = code(placeText(call.locations[0]!, report));
  const maybe = call.possible ? ' possibly' : '';
  return `${code(`${methodsText(call)} ${pathText(call)}`)}${maybe} at ${at}${more}`;
}

/** As a reviewer looks for it: the path from the root of the repository, and the line. */
function placeText(location: Location, report: Report): string {
  const { file, line } = location;
  const path = placeInRepository(location, report)?.path ?? file;
  return file.startsWith('<') ? file : `${path}:${line}`;
}

const footer = (report: Report): string => `Read: ${prose(readText(report).slice(0, 2_000))}`;

function table(head: readonly string[], rows: readonly string[][], weight: 0 | 1): Block[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  if (rows.length === 0) return [];
  return [
    { weight, head: [line(head), line(head.map(() => '---'))], rows: rows.map(line), tail: [] },
  ];
}

const folded = (summary: string, blocks: readonly Block[]): Block[] =>
  blocks.map(({ head, tail, ...block }) => ({
    ...block,
    head: ['<details>', `<summary>${summary}</summary>`, '', ...head],
    tail: [...tail, '', '</details>'],
  }));
