// The text report -> the same with colours. They only repeat what the words say.
import type { Finding } from '../model/report.js';

/** Of the 16 colours; a library for it asks the terminal when it loads, which costs each start. */
const style = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;
const colors = {
  bold: style(1, 22),
  dim: style(2, 22),
  red: style(31, 39),
  green: style(32, 39),
  yellow: style(33, 39),
  cyan: style(36, 39),
};
const SEVERITY_COLORS = { error: colors.red, warning: colors.yellow, note: colors.cyan } as const;
const HEADER = /^(error|warning|note)\[[\w-]+\]/;
const LABEL =
  /^ *(?:(?:expect|proof|fix|withheld):|(?:api|apps|links|known|sure|read|granted|taken|left|next) +(?= ))/;

/** Paints headers, permission names in them, labels, unknown segments in notes, and the word fine. */
export function paint(text: string, findings: readonly Finding[]): string {
  const names = new Set(findings.flatMap(({ data }) => data.permission ?? []));
  let note = false;
  return text
    .split('\n')
    .map((line) => {
      const header = HEADER.exec(line);
      if (header) {
        note = header[1] === 'note';
        const color = SEVERITY_COLORS[header[1] as keyof typeof SEVERITY_COLORS];
        return colors.bold(color(header[0])) + boldNames(line.slice(header[0].length), names);
      }
      if (line === '') note = false;
      if (note) return line.replaceAll('{}', colors.yellow('{}'));
      if (line.startsWith('fine')) return colors.green('fine') + line.slice('fine'.length);
      return line.replace(LABEL, (label) => colors.dim(label));
    })
    .join('\n');
}

const boldNames = (text: string, names: ReadonlySet<string>): string =>
  text.replace(/[^\s,]+/g, (word) => (names.has(word) ? colors.bold(word) : word));
