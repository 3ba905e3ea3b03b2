// Notebooks of Jupyter: their cells of code, in order, each in its language; commands and cells of the shell are shell.
import { endingOf } from '../../../text/ending.js';
import { defineForm, type EmbeddedCode, type Piece } from '../form.js';
import { OpenLines, partsOfMagic } from '../magics.js';
import { type Cell, readNotebook, unescaped } from '../notebook-cells.js';
import { glue, PieceReader, textOf } from '../pieces.js';

/** Names of languages, as kernels, cells and magics say them, and the languages that they are. */
const LANGUAGES = new Map([
  ['python', 'python'],
  ['python2', 'python'],
  ['python3', 'python'],
  ['ipython', 'python'],
  ['pyspark', 'python'],
  ['javascript', 'javascript'],
  ['js', 'javascript'],
  ['typescript', 'javascript'],
  ['deno', 'javascript'],
  ['bash', 'shell'],
  ['sh', 'shell'],
  ['zsh', 'shell'],
  ['shell', 'shell'],
  ['shellscript', 'shell'],
  ['ruby', 'ruby'],
  ['csharp', 'c-sharp'],
  ['c#', 'c-sharp'],
]);
/** Magics of a cell below which it is Python. */
const AROUND_PYTHON = /^(?:time|timeit|capture|prun|memit|px|local|debug|ipytest|track)$/;
/** Magics that are one of a cell where nothing stands beside them: those of Databricks. */
const OF_CELL = /^%(?:md|md-sandbox|sql|scala|r|sh|python|fs|html)[ \t]*$/;

/** Jupyter notebooks. */
export const notebook = defineForm({
  id: 'notebook',
  summary: 'code cells of Jupyter notebooks, and their shell commands',
  languages: ['python', 'javascript', 'shell', 'ruby', 'c-sharp'],
  isForm: (path) => endingOf(path) === '.ipynb',
  codeIn(text) {
    const read = readNotebook(text);
    if (!read) return [];
    const kernel = read.language === null ? 'python' : languageOf(read.language);
    const codes = new Codes();
    for (const cell of read.cells) addCell(text, cell, kernel, codes);
    return codes.list();
  },
  standsAlone: false,
  unread: 'only its code cells are read',
});

const languageOf = (name: string): string | null => LANGUAGES.get(name.toLowerCase()) ?? null;

/** The pieces of each language. */
class Codes {
  private readonly of = new Map<string, Piece[]>();

  add(language: string, pieces: readonly Piece[]): void {
    const own = this.of.get(language) ?? [];
    // a line may have more pieces than a call may have arguments
    for (const one of pieces) own.push(one);
    this.of.set(language, own);
  }

  list = (): EmbeddedCode[] =>
    Array.from(this.of, ([language, pieces]) => ({
      language,
      // kernels of JavaScript read types too
      ...(language === 'javascript' && { ending: '.ts' }),
      pieces,
    }));
}

function addCell(text: string, cell: Cell, kernel: string | null, codes: Codes): void {
  const pieces = cell.texts.flatMap((one) => unescaped(text, one));
  const code = textOf(text, pieces);
  const reader = new PieceReader(pieces);
  const end = cell.texts.at(-1)?.to ?? 0;
  const own = cell.language ? languageOf(cell.language) : kernel;
  const first = /^.*/.exec(code)![0];
  const magic = own === 'python' ? magicOfCell(first) : null;
  const language = magic ? languageOfMagic(magic) : own;
  if (language === null) return;
  if (language === 'python') {
    addPython(code, reader, codes, end);
    return;
  }
  if (magic) reader.until(first.length);
  for (const line of linesOf(code, reader))
    if (language !== 'c-sharp' || !FOR_KERNEL.test(line.text)) codes.add(language, line.pieces);
  codes.add(language, [glue(end, language === 'javascript' ? '\n;\n' : '\n')]);
}

/** The magic of a cell as a whole: its name, and what stands behind it. */
const magicOfCell = (line: string): RegExpExecArray | null =>
  /^%%([\w!]+)[ \t]*(\w*)/.exec(line) ?? (OF_CELL.test(line) ? /^%([\w-]+)(.*)/.exec(line) : null);

function languageOfMagic([, name = '', argument = '']: RegExpExecArray): string | null {
  if (AROUND_PYTHON.test(name)) return 'python';
  if (/^(?:sx|system|!)$/.test(name)) return 'shell';
  return languageOf(name === 'script' ? argument : name);
}

function addPython(code: string, reader: PieceReader, codes: Codes, end: number): void {
  const open = new OpenLines();
  const lines = code.split('\n');
  let at = 0;
  for (let index = 0; index < lines.length; index++) {
    let line = lines[index]!;
    const isMagic = !open.isOpen && partsOfMagic(line) !== null;
    // a command goes on in the next line
    while (isMagic && /\\\r?$/.test(line) && index + 1 < lines.length)
      line += `\n${lines[++index]}`;
    const parts = isMagic ? partsOfMagic(line.replace(/\r$/, '')) : null;
    if (!parts) open.pass(line);
    for (const part of parts ?? []) {
      const taken = reader.until(at + part.end);
      if (part.as !== undefined)
        codes.add(part.language ?? 'python', [glue(taken[0]?.from ?? end, part.as)]);
      else if (part.language) codes.add(part.language, taken);
    }
    if (parts?.some(({ language }) => language === 'shell')) codes.add('shell', [glue(end, '\n')]);
    at += line.length + 1;
    codes.add('python', reader.until(at));
  }
  codes.add('python', [glue(end, '\n')]);
}

/** Lines of C# that are for the kernel: `#r "nuget: …"`, `#!csharp`. */
const FOR_KERNEL = /^\s*#(?:!|r\b|i\b)/;

/** The lines of a code with their pieces. */
function linesOf(code: string, reader: PieceReader) {
  let at = 0;
  return code.split('\n').map((text) => {
    at += text.length + 1;
    return { text, pieces: reader.until(at) };
  });
}
