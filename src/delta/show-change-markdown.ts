// What a change does -> Markdown for a comment on a pull request; texts of strangers in it do nothing.
import { callText } from '../paths/target.js';
import { type Block, fitBlocks } from '../reporters/fit-blocks.js';
import { placeText } from '../reporters/layout.js';
import { code, prose } from '../reporters/markdown-text.js';
import {
  type Change,
  fateOf,
  type JudgedChange,
  sayChange,
  sayFindings,
  sayGate,
  unlisted,
} from './change.js';
import type { NeedChange } from './compare-runs.js';

/** The first line, by which a program finds its own comment again. */
const MARKER = '<!-- permlint diff -->';
/** A comment holds 65,536 characters. */
const ROOM = { characters: 65_000, rows: 30 };
const PLACES = 3;

/** For reviewers. */
export function showChangeMarkdown(change: Change): string {
  const { apps, base, skipped } = change;
  const last = [sayFindings(change), `compared with ${base}`, ...skipped].map(prose);
  const blocks: Block[] = [
    lines(`### ${prose(sayChange(change))}`),
    ...apps.flatMap((app) => appBlocks(app, apps.length > 1)),
    lines(`<sub>${last.join('; ')}</sub>`),
  ];
  return `${MARKER}\n${fitBlocks(blocks, ROOM)}\n`;
}

const lines = (...head: string[]): Block => ({ weight: 0, head, rows: [], tail: [] });

function appBlocks(app: JudgedChange, several: boolean): Block[] {
  const rows = [
    ...app.needed.map((need) => needRow(need, '+', app)),
    ...app.noLonger.map((need) => needRow(need, '-', app)),
  ];
  const found = unlisted(app).map(
    ({ severity, check, message, location }) =>
      `| ${severity} | ${code(check)} | ${prose(message)} | ${code(placeText(location))} |`,
  );
  const gate = app.gate.flatMap(({ part, added, removed }) => [
    ...removed.map((text) => `| ${part} | - | ${code(text)} |`),
    ...added.map((text) => `| ${part} | + | ${code(text)} |`),
  ]);
  return [
    ...(several
      ? [lines(`#### ${app.app === null ? 'the app without a name' : code(app.app)}`)]
      : []),
    ...table(['', 'Permission', 'Is', 'Because of'], rows),
    ...table(['New', 'Check', 'What', 'Where'], found),
    lines(`**The gate itself:** ${prose(sayGate(app.gate))}`),
    ...table(['Gate', '', 'Line'], gate),
  ];
}

function needRow(need: NeedChange, sign: '+' | '-', app: JudgedChange): string {
  const shown = need.calls.slice(0, PLACES).map(({ call }) => {
    const [place] = call.locations;
    const gone = sign === '-' && !app.isThere(place!.file);
    const where = gone ? `${code(place!.file)} (deleted)` : code(placeText(place!));
    return `${where} ${code(callText(call))}`;
  });
  const rest = need.calls.length - shown.length;
  const calls = [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('<br>');
  return `| ${sign} | ${code(need.permission)} | ${prose(fateOf(need, sign === '+'))} | ${calls} |`;
}

const table = (columns: readonly string[], rows: readonly string[]): Block[] =>
  rows.length === 0
    ? []
    : [
        {
          weight: 0,
          head: [`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`],
          rows,
          tail: [],
        },
      ];
