// Places and texts -> lines that fit 80 columns; a text that does not fit goes on its own indented line.
import { type Location, STANDARD_INPUT } from '../model/model.js';
import type { Report } from '../model/report.js';

const WIDTH = 80;

/** A place as people click and grep it. */
export const placeText = ({ file, line, column }: Location): string =>
  file.startsWith('<') && file !== STANDARD_INPUT ? file : `${oneLine(file)}:${line}:${column}`;

/** The name of a file may have line ends, which must not begin a line of the report. */
const oneLine = (text: string): string =>
  text.replace(/[\r\n]/g, (end) => (end === '\n' ? '\\u000a' : '\\u000d'));

/** The matrices that a run used: rule packs by their name and day, which stand for the rows kept beside them too. */
export const matrixNames = ({ apis }: Pick<Report, 'apis'>): string[] =>
  apis.flatMap(({ files }) => {
    const packed = files.some(({ file }) => PACK.test(file));
    return files
      .filter(({ file }) => !packed || !file.startsWith('permlint:') || PACK.test(file))
      .map(({ file, date, routes }) => {
        const name = file.replace(PACK, '$1');
        return `${name}${date ? ` ${date}` : ''} (${routes} ${routes === 1 ? 'route' : 'routes'})`;
      });
  });

/** The inputs that calls were read from, and the matrices. */
export const readText = (report: Pick<Report, 'apis' | 'inputs'>): string => {
  const files = report.inputs.flatMap(({ kind, file, files: looked }) => {
    if (kind !== 'calls') return [];
    if (looked === undefined) return [file];
    const below = file === '.' ? '' : ` below ${file}`;
    return [`${looked} source ${looked === 1 ? 'file' : 'files'}${below}`];
  });
  const more = files.length - MOST_INPUTS;
  const folded = more > 0 ? [...files.slice(0, MOST_INPUTS), `${more} more inputs`] : files;
  return [...folded, ...matrixNames(report)].join(', ');
};

const MOST_INPUTS = 6;

const PACK = /^permlint:rules\/(.+)\.yaml$/;

/** Lines of `place  text`, texts in one column where they fit. */
export function inColumns(
  rows: readonly { readonly place: string; readonly text: string; readonly hint?: string }[],
  indent: string,
): string[] {
  const width = Math.max(0, ...rows.map(({ place }) => place.length));
  return rows.flatMap(({ place, text, hint }) => {
    const line = `${indent}${place.padEnd(width)}  ${text}`.trimEnd();
    const lines = line.length <= WIDTH ? [line] : [`${indent}${place}`, `${indent}    ${text}`];
    const hints = hint?.split('\n').map((part) => `${indent}    ${part}`) ?? [];
    return [...lines, ...hints];
  });
}

/** `label: text`, wrapped at spaces and commas, continued below the text. */
export function labelled(label: string, text: string, indent: string): string[] {
  const [first = '', ...rest] = text.split('\n');
  const head = `${indent}${label}: `;
  const hanging = ' '.repeat(head.length);
  return [
    ...wrap(first, WIDTH - head.length).map((part, index) => (index ? hanging : head) + part),
    ...rest.map((part) => `${indent}    ${part}`),
  ];
}

/** Breaks a text at spaces; a word longer than the width stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

const BY = {
  comment: 'by comments',
  config: 'by the config',
  baseline: 'by the baseline',
} as const;

/** How many findings were set aside, and by what; each of them where `every`. */
export function suppressedText(report: Report, every: boolean): string[] {
  const suppressed = report.suppressed.filter(({ by }) => !by.settles);
  const settled = report.suppressed.length - suppressed.length;
  const kinds = (Object.keys(BY) as (keyof typeof BY)[]).flatMap((kind) => {
    const n = suppressed.filter(({ by }) => by.kind === kind).length;
    return n === 0 ? [] : [`${n} ${BY[kind]}`];
  });
  const rows = report.suppressed.map(({ finding, by }) => ({
    place: placeText(finding.location),
    text: `${finding.check}: ${finding.message}`,
    hint: [placeText(by.location), by.reason, by.until && `until ${by.until}`]
      .filter((part) => part)
      .join(', '),
  }));
  return [
    ...(suppressed.length > 0 ? [`ignored  ${kinds.join(', ')}`] : []),
    ...(settled > 0 ? [`settled  ${settled} in files that are said to call no API`] : []),
    ...(every ? inColumns(rows, '  ') : []),
  ];
}
