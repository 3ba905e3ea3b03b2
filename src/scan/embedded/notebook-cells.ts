// The JSON of a notebook -> its cells of code: where their lines stand, and which language each is in.
import { stringEnd, walkJson } from '../../text/json-places.js';
import type { Piece } from './form.js';
import { piece } from './pieces.js';

/** A cell. */
export interface Cell {
  type: string;
  /** Its own language, where it says one. */
  language: string | null;
  /** The texts that it is made of, between their quotes. */
  readonly texts: Piece[];
}

/** A notebook; all its names are as written. */
export interface Notebook {
  readonly cells: readonly Cell[];
  /** The language of its kernel, where it says one. */
  readonly language: string | null;
}

/** What stands around a key or an element. */
interface Level {
  readonly place:
    | 'notebook'
    | 'sheets'
    | 'cells'
    | 'cell'
    | 'source'
    | 'cell metadata'
    | 'metadata'
    | 'kernelspec'
    | 'language_info'
    | 'elsewhere';
  readonly cell: Cell | null;
}

const ELSEWHERE: Level = { place: 'elsewhere', cell: null };
/** Keys -> what their values are, by what stands around them. */
const LEADS: Readonly<Record<string, Level['place']>> = {
  'notebook.cells': 'cells',
  // as in the third version of the format
  'notebook.worksheets': 'sheets',
  'notebook.metadata': 'metadata',
  'metadata.kernelspec': 'kernelspec',
  'metadata.language_info': 'language_info',
  'cell.source': 'source',
  'cell.input': 'source',
  'cell.metadata': 'cell metadata',
  'cell metadata.vscode': 'cell metadata',
  'cell metadata.polyglot_notebook': 'cell metadata',
  'cell metadata.dotnet_interactive': 'cell metadata',
};
const SAYS_LANGUAGE = new Set([
  'cell.language',
  'cell metadata.languageId',
  'cell metadata.kernelName',
  'cell metadata.language',
]);

/** Reads a notebook; `null` for what is no JSON. */
export function readNotebook(text: string): Notebook | null {
  const cells: Cell[] = [];
  /** What says the language of the kernel, the best first. */
  const said: (string | null)[] = [null, null, null];
  const read = (level: Level, key: string, at: number): Level => {
    const path = `${level.place}.${key}`;
    const { cell } = level;
    const value = stringAt(text, at);
    const word = value ? text.slice(value.from, value.to) : null;
    if (cell && path === 'cell.cell_type') cell.type = word ?? '';
    if (cell && SAYS_LANGUAGE.has(path)) cell.language = word;
    if (path === 'kernelspec.language') said[0] = word;
    if (path === 'language_info.name') said[1] = word;
    if (path === 'kernelspec.name') said[2] = word;
    const place = Object.hasOwn(LEADS, path) ? LEADS[path] : undefined;
    if (!place) return ELSEWHERE;
    if (place === 'source' && value) cell?.texts.push(value);
    return { place, cell };
  };
  const error = walkJson<Level>(
    text,
    { place: 'notebook', cell: null },
    {
      key: (level, from, to) =>
        level === ELSEWHERE ? level : read(level, text.slice(from, to), valueBehind(text, to)),
      element: (level, _, at) => {
        if (level.place === 'sheets') return { place: 'notebook', cell: null };
        const value = level.place === 'source' ? stringAt(text, at) : null;
        if (value) level.cell?.texts.push(value);
        if (level.place !== 'cells') return ELSEWHERE;
        const cell: Cell = { type: '', language: null, texts: [] };
        cells.push(cell);
        return { place: 'cell', cell };
      },
    },
  );
  if (error !== null) return null;
  return {
    cells: cells.filter(({ type }) => type === 'code'),
    language: said.find((name) => name !== null) ?? null,
  };
}

/** Where the value behind a key begins. */
function valueBehind(text: string, keyEnd: number): number {
  const colon = /"\s*:\s*/y;
  colon.lastIndex = keyEnd;
  return colon.test(text) ? colon.lastIndex : keyEnd;
}

/** The string that begins at an offset, between its quotes. */
function stringAt(text: string, at: number): Piece | null {
  if (text[at] !== '"') return null;
  const end = stringEnd(text, at);
  return end > at && end <= text.length ? piece(at + 1, end - 1) : null;
}

const ESCAPE = /\\(?:u([\da-fA-F]{4})|(.))/g;
const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

/** The pieces of the text that a string of JSON stands for. */
export function unescaped(text: string, { from, to }: Piece): Piece[] {
  const pieces: Piece[] = [];
  let end = from;
  for (const { index, 0: written, 1: code, 2: sign } of text.slice(from, to).matchAll(ESCAPE)) {
    const at = from + index;
    if (at > end) pieces.push(piece(end, at));
    end = at + written.length;
    const as = code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPED[sign!] ?? sign!);
    pieces.push({ from: at, to: end, as });
  }
  if (to > end) pieces.push(piece(end, to));
  return pieces;
}
