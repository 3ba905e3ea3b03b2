// Dockerfiles: the commands of their steps, with what ENV and ARG set.
import { defineForm, type EmbeddedCode, type Piece } from '../form.js';
import { glue, lineEnd, piece, replacing } from '../pieces.js';
import { shellProgram, type Template, type Variable } from '../programs.js';
import { escapedPieces } from '../scalar-pieces.js';
import { QUOTE } from '../shell-quotes.js';

const FILE =
  /(?:^|\/)(?:(?:Docker|Container)file(?:[.-][\w.-]+)?|[\w.-]+\.(?:Docker|Container)file)$/i;
const STEP = /^[ \t]*(?:ONBUILD[ \t]+)?(RUN|CMD|ENTRYPOINT|HEALTHCHECK|ENV|ARG|SHELL)\b/i;
const HEREDOC = /<<(-?)(["']?)(\w+)\2/g;
/** What may stand between the word of a step and its command. */
const FLAGS = /^(?:\s|\\\r?\n|--[\w-]+(?:=\S*)?|CMD\b)*/i;

/** A value reads other variables as a shell does. */
const VALUES: Template = {
  find: (code, isValue) =>
    isValue
      ? [...code.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)].map(({ index, 0: written, 1: a, 2: b }) => ({
          from: index,
          to: index + written.length,
          variable: (a ?? b)!,
        }))
      : [],
};

/** Images. */
export const dockerfile = defineForm({
  id: 'dockerfile',
  summary: 'commands of RUN, CMD, ENTRYPOINT and HEALTHCHECK in Dockerfiles',
  languages: ['shell', 'powershell'],
  isForm: (path) => FILE.test(path),
  codeIn(text) {
    const found: EmbeddedCode[] = [];
    const variables: Variable[] = [];
    let language = 'shell';
    for (const { word, from, to, body } of stepsOf(text)) {
      if (word === 'ENV') variables.push(...valuesOf(text, from, to));
      else if (word === 'ARG')
        variables.push(...valuesOf(text, from, to).map((one) => ({ ...one, isDefault: true })));
      else if (word === 'SHELL')
        language = /powershell|pwsh/i.test(text.slice(from, to)) ? 'powershell' : 'shell';
      else {
        const pieces = [...commandOf(text, from, to), ...body];
        if (language === 'shell') found.push(shellProgram(text, pieces, variables, VALUES));
        else found.push({ language, pieces });
      }
    }
    return found;
  },
  standsAlone: true,
  unread: 'only the commands in it are read',
});

/** A step: its word, where what it says begins and ends, and the lines of its heredocs. */
interface Step {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly body: readonly Piece[];
}

function* stepsOf(text: string): Generator<Step> {
  for (let at = 0; at < text.length; ) {
    const end = stepEnd(text, at);
    const [head, word] = STEP.exec(text.slice(at, end)) ?? [];
    if (head === undefined || word === undefined) {
      at = end + 1;
      continue;
    }
    const said = text.slice(at + head.length, end);
    const from = at + head.length + FLAGS.exec(said)![0].length;
    const body: Piece[] = [];
    let next = end + 1;
    // the lines of a heredoc are the command itself where nothing stands before it
    for (const [, , , mark] of said.matchAll(HEREDOC)) {
      const close = new RegExp(`^\\s*${mark}[ \\t]*\\r?$`, 'm').exec(text.slice(next));
      const last = close ? next + close.index : text.length;
      const whole = close ? last + close[0].length : last;
      body.push(glue(next, '\n'), piece(next, isBare(said) ? last : whole));
      next = whole + 1;
    }
    const to = body.length > 0 && isBare(said) ? from : end;
    yield { word: word.toUpperCase(), from: Math.min(from, to), to, body };
    at = next;
  }
}

const isBare = (said: string): boolean => /^(?:\s|--\S+)*<<-?["']?\w+["']?\s*$/.test(said);

/** Where a step that begins at an offset ends: its lines go on behind a backslash, with comments and empty lines between. */
function stepEnd(text: string, at: number): number {
  let from = at;
  for (;;) {
    const end = lineEnd(text, from);
    if (end >= text.length || !/\\[ \t\r]*$/.test(text.slice(from, end))) return end;
    from = end + 1;
    for (let next = lineEnd(text, from); /^\s*(?:#.*)?$/.test(text.slice(from, next)); ) {
      if (next >= text.length) return next;
      from = next + 1;
      next = lineEnd(text, from);
    }
  }
}

const WORDS = /^\s*\[\s*(?:"(?:[^"\\]|\\.)*"\s*,?\s*)*\]\s*$/;

/** A command as it is, without comments between its lines; a list of words is quoted. */
function commandOf(text: string, from: number, to: number): Piece[] {
  const said = text.slice(from, to);
  if (!WORDS.test(said)) {
    const pieces: Piece[] = [];
    let at = from;
    for (const { index, 0: comment } of said.matchAll(/(?<=\n)[ \t]*#[^\n]*\n/g)) {
      pieces.push(piece(at, from + index));
      at = from + index + comment.length;
    }
    return [...pieces, piece(at, to)];
  }
  return [...said.matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(({ index, 1: word = '' }) => {
    const start = from + index + 1;
    const end = start + word.length;
    const quoted = escapedPieces(text, start, end).flatMap((one) => {
      if (one.as !== undefined) return one.as === "'" ? [{ ...one, as: QUOTE }] : [one];
      return replacing(text, one.from, one.to, /'/g, () => QUOTE);
    });
    return [glue(start, " '"), ...quoted, glue(end, "'")];
  });
}

const PAIR = /([A-Za-z_]\w*)=(?:"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|((?:[^\s\\]|\\[\s\S])*))/g;

/** `A=b C="d e"`, or `A b c`. */
function valuesOf(text: string, from: number, to: number): Variable[] {
  const said = text.slice(from, to);
  const [old, name] = /^\s*([A-Za-z_]\w*)[ \t]+(?=[^=\s])/.exec(said) ?? [];
  if (old !== undefined && name !== undefined)
    return [{ name, value: [piece(from + old.length, to)] }];
  return [...said.matchAll(PAIR)].map(({ index, 0: pair, 1: given = '', 2: a, 3: b, 4: c }) => {
    const value = a ?? b ?? c ?? '';
    const end = from + index + pair.length - (a !== undefined || b !== undefined ? 1 : 0);
    return { name: given, value: [piece(end - value.length, end)] };
  });
}
