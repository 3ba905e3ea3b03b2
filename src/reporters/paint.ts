// The text report -> the same with colours. They only repeat what the words say.
import pc from 'picocolors';
import type { Finding } from '../report.js';

const colors = pc.createColors(true);
const SEVERITY_COLORS = { error: colors.red, warning: colors.yellow, note: colors.cyan } as const;
const HEADER = /^(error|warning|note)\[[\w-]+\]/;
const LABEL = /^ *(?:(?:expect|proof|fix|withheld):|(?:read|granted|taken|left|next) (?= ))/;

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
