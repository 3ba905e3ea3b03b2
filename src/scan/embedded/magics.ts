// A line of a cell of IPython, with those that it goes on in -> which of it is Python, and which is a command of the shell.

/** A stretch of a line, up to an offset in it; what is in no language is left out, and `as` stands for it. */
export interface LinePart {
  readonly end: number;
  readonly language: 'python' | 'shell' | null;
  readonly as?: string;
}

/** What stands for a value that is not known. */
const UNKNOWN = 'ipython';
/** A magic that runs a statement of Python, with its options. */
const RUNS =
  /^(\s*)%{1,2}(?:time|timeit|prun|memit|lprun|mprun)\b(?:[ \t]+-(?:[fmTsDl][ \t]+\S+|\w+(?:[ \t]+\d+)?))*[ \t]*/;
const ASSIGNED = /^(\s*[A-Za-z_][\w, .]*=\s*)(!{1,2}|%)(?=\S)/;
const COMMAND = /^(\s*)(?:!{1,2}|%{1,2}(?:sx|system|sh)\s+)/;
const MAGIC = /^(\s*)(?:%{1,2}[A-Za-z_]|\?|[\w.]+\?{1,2}\s*$)/;
/** A value of Python in a command: `{name}`. */
const VALUE = /\\.|['"]|(\$?)\{[A-Za-z_][\w.]*(?:\[[^\][{}]*\])?\}/g;

/** The parts of a line at which a statement begins; `null` where all of it is Python. */
export function partsOfMagic(line: string): LinePart[] | null {
  const runs = RUNS.exec(line);
  if (runs) {
    const [begin, space = ''] = runs;
    const rest = line.length > begin.length;
    return [
      { end: space.length, language: 'python' },
      { end: begin.length, language: null, as: rest ? '' : 'pass' },
      { end: line.length, language: 'python' },
    ];
  }
  const assigned = ASSIGNED.exec(line);
  if (assigned) {
    const [begin, target = '', sign = ''] = assigned;
    const value: LinePart[] = [
      { end: target.length, language: 'python' },
      { end: begin.length, language: null, as: UNKNOWN },
    ];
    return sign === '%'
      ? [...value, { end: line.length, language: null }]
      : [...value, ...commandParts(line, begin.length)];
  }
  const command = COMMAND.exec(line);
  const magic = command ?? MAGIC.exec(line);
  if (!magic) return null;
  const [begin, space = ''] = magic;
  const end = command ? begin.length : line.length;
  return [
    { end: space.length, language: 'python' },
    { end, language: null, as: 'pass' },
    ...(command ? commandParts(line, end) : []),
  ];
}

/** A command, in which values of Python are not known. */
function commandParts(line: string, from: number): LinePart[] {
  const parts: LinePart[] = [];
  let quote = '';
  const value = new RegExp(VALUE);
  value.lastIndex = from;
  for (let found = value.exec(line); found; found = value.exec(line)) {
    const [sign, dollar] = found;
    if (sign === "'" || sign === '"') {
      if (quote === '' || quote === sign) quote = quote === '' ? sign : '';
      continue;
    }
    if (dollar !== '') continue;
    parts.push({ end: found.index, language: 'shell' });
    const as = quote === "'" ? `'"$${UNKNOWN}"'` : `$${UNKNOWN}`;
    parts.push({ end: value.lastIndex, language: 'shell', as });
  }
  return [...parts, { end: line.length, language: 'shell' }];
}

const TOKEN = /"""|'''|["']|#.*|[([{]|[)\]}]/g;

/** Whether a line of Python goes on with what the lines before have begun. */
export class OpenLines {
  private depth = 0;
  private quote = '';
  private isJoined = false;

  /** Whether something is open before the next line. */
  get isOpen(): boolean {
    return this.depth > 0 || this.quote !== '' || this.isJoined;
  }

  /** Goes over a line. */
  pass(line: string): void {
    const token = new RegExp(TOKEN);
    if (this.quote !== '') {
      const end = closing(line, this.quote, 0);
      if (end === -1) return;
      token.lastIndex = end;
      this.quote = '';
    }
    for (let found = token.exec(line); found; found = token.exec(line)) {
      const [sign] = found;
      if ('([{'.includes(sign)) this.depth++;
      if (')]}'.includes(sign)) this.depth = Math.max(0, this.depth - 1);
      if (!/["']/.test(sign[0]!)) continue;
      const end = closing(line, sign, token.lastIndex);
      if (end === -1 && sign.length === 3) this.quote = sign;
      if (end === -1) break;
      token.lastIndex = end;
    }
    this.isJoined = /\\\r?$/.test(line);
  }
}

/** Where a text of several lines ends in a line; -1 where it does not. */
function closing(line: string, quote: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line.startsWith(quote, at)) return at + quote.length;
  }
  return -1;
}
