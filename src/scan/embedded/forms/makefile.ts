// Makefiles: the commands of their recipes, with the variables that the file sets.
import { defineForm, type EmbeddedCode, type Piece } from '../form.js';
import { glue, lineEnd, piece, replacing } from '../pieces.js';
import { type Filling, shellProgram, type Template, type Variable } from '../programs.js';

const FILE = /(?:^|\/)(?:(?:GNU)?makefile|[\w.-]+\.(?:mk|mak))$/i;
const ASSIGNMENT =
  /^ *(?:(?:export|override|private) +)*([\w.-]+)[ \t]*(\?|:{0,3}|\+|!)=[ \t]*(.*?)[ \t\r]*$/s;
/** A variable of some targets alone, and the lines of one that has several. */
const OTHER = /^[^\t#=]+:[^:=]*?([\w.-]+)[ \t]*[?:+!]*=|^ *define[ \t]+([\w.-]+)/;
const RULE = /^[^\t#=][^=]*?:(?!=)/;

/** What make replaces before a shell reads a recipe, or where it reads a value. */
const REFERENCES: Template = { find: referencesIn };

/** Recipes of make. */
export const makefile = defineForm({
  id: 'makefile',
  summary: 'commands of the recipes in Makefiles',
  languages: ['shell'],
  isForm: (path) => FILE.test(path),
  codeIn(text) {
    const commands: Piece[][] = [];
    const set = new Map<string, Variable | null>();
    const isOneShell = /^\.ONESHELL *:/m.test(text);
    let isRecipe = false;
    for (const { from, to } of logicalLines(text)) {
      const line = text.slice(from, to);
      if (line.startsWith('\t') && isRecipe) {
        if (!isOneShell) commands.push([]);
        commands.at(-1)!.push(...commandOf(text, from + 1, to));
        continue;
      }
      const [, name, sign = '', value = ''] = ASSIGNMENT.exec(line) ?? [];
      const [, own, defined = own] = OTHER.exec(line) ?? [];
      if (name !== undefined) {
        const start = from + line.lastIndexOf(value);
        const pieces = withoutBreaks(text, start, start + value.length);
        const isKnown = !set.has(name) && !/[+!]/.test(sign);
        set.set(name, isKnown ? { name, value: pieces, isDefault: sign === '?' } : null);
        // what it prints is taken where the file is read
        if (/\$[({]shell\b/.test(value)) commands.push([glue(start, 'echo '), ...pieces]);
      } else if (defined !== undefined) set.set(defined, null);
      else if (RULE.test(line)) {
        const inline = line.indexOf(';');
        commands.push(inline === -1 ? [] : commandOf(text, from + inline + 1, to));
        isRecipe = true;
      }
    }
    // what is set twice, or for some targets alone, may be either
    const variables = [...set.values()].filter((one) => one !== null);
    return commands.flatMap((pieces): EmbeddedCode[] =>
      pieces.length === 0 ? [] : [shellProgram(text, pieces, variables, REFERENCES)],
    );
  },
  standsAlone: true,
  unread: 'only the recipes in it are read',
});

/** The lines of a text; one that ends with a backslash goes on in the next one. */
function* logicalLines(text: string): Generator<{ from: number; to: number }> {
  for (let from = 0; from < text.length; ) {
    let to = lineEnd(text, from);
    while (
      to < text.length &&
      /(?:^|[^\\])(?:\\\\)*\\\r?$/.test(text.slice(Math.max(from, to - 9), to))
    )
      to = lineEnd(text, to + 1);
    yield { from, to };
    from = to + 1;
  }
}

/** A command without the signs before it, and without the tabs of the lines in which it goes on. */
function commandOf(text: string, from: number, to: number): Piece[] {
  const said = text.slice(from, to);
  const start = from + /^[\s@+-]*/.exec(said)![0].length;
  const pieces: Piece[] = [];
  let at = start;
  for (const { index } of text.slice(start, to).matchAll(/\n\t/g)) {
    pieces.push(piece(at, start + index + 1));
    at = start + index + 2;
  }
  return [...pieces, piece(at, to), glue(to, '\n')];
}

/** A value in one line. */
const withoutBreaks = (text: string, from: number, to: number): Piece[] =>
  replacing(text, from, to, /\s*\\\r?\n\s*/g, () => ' ');

/** `$(NAME)` is a variable of that name, `$(shell a)` what a command prints, `$$` a dollar; the rest is not known. */
function referencesIn(code: string): Filling[] {
  const found: Filling[] = [];
  for (let at = code.indexOf('$'); at !== -1; at = code.indexOf('$', at)) {
    const sign = code[at + 1] ?? '';
    const from = at;
    if (sign === '$') {
      at += 2;
      found.push({ from, to: at, as: '$' });
      continue;
    }
    const closed = sign === '(' || sign === '{' ? closing(code, at + 1) : at + 1;
    at = Math.max(closed + 1, from + 1);
    const asked = closed > from + 1 ? code.slice(from + 2, closed) : sign;
    const command = asked.length < MOST_ASKED ? /^shell\s+([\s\S]*)$/.exec(asked)?.[1] : undefined;
    if (command !== undefined) found.push({ from, to: at, as: `$(${filledCommand(command)})` });
    else found.push({ from, to: at, variable: nameOf(asked) });
  }
  return found;
}

/** Nobody writes more into a pair of brackets. */
const MOST_ASKED = 2000;

/** The same in a command. Variables stand where they are read. */
function filledCommand(command: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const one of referencesIn(command)) {
    parts.push(command.slice(end, one.from), 'as' in one ? one.as : `\${${one.variable}}`);
    end = one.to;
  }
  return parts.join('') + command.slice(end);
}

/** A variable that a shell may have; what make works out itself is in one that nobody sets. */
const nameOf = (asked: string): string =>
  /^[A-Za-z_]\w*$/.test(asked) ? asked : `make_${asked.slice(0, 40).replace(/\W+/g, '_')}`;

/** Where a bracket is closed; the end of the line where it is not. */
function closing(code: string, at: number): number {
  const [opens, closes] = code[at] === '(' ? '()' : '{}';
  let depth = 0;
  for (let end = at; end < code.length; end++) {
    if (code[end] === opens) depth++;
    else if (code[end] === closes && --depth === 0) return end;
  }
  return code.length - 1;
}
