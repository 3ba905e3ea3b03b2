// A directive of Blade -> what it is as PHP, and what it does to the text around it.
import type { Piece } from './form.js';
import type { Opened } from './opened.js';
import { glue, piece } from './pieces.js';
import type { TagKind } from './tags.js';

/** What stands in the brackets of a directive. */
export interface Args {
  readonly from: number;
  readonly to: number;
}

/** A directive where it stands. */
export interface Directive {
  readonly name: string;
  readonly from: number;
  /** Where its name ends. */
  readonly end: number;
  readonly args: Args | null;
}

/** What it is read as. */
export interface ReadDirective {
  readonly kind: TagKind;
  /** The same in the words of other template engines. */
  readonly inner: string;
  readonly php: readonly Piece[];
}

/** What PHP begins as well: before and behind what stands in brackets. */
const BEGINS = new Map([
  ['if', ['if(', '){']],
  ['unless', ['if(!(', ')){']],
  ['isset', ['if(isset(', ')){']],
  ['empty', ['if(empty(', ')){']],
  ['for', ['for(', '){']],
  ['foreach', ['foreach(', '){']],
  ['forelse', ['foreach(', '){']],
  ['while', ['while(', '){']],
  ['switch', ['switch(', '){']],
]);
/** What comes between, and may have brackets. */
const PARTS = new Map([
  ['elseif', ['}elseif(', '){', 'elseif']],
  ['case', ['case ', ':', 'when']],
]);
const WORDS = new Map([
  ['else', ['}else{', 'else']],
  ['default', ['default:', 'default']],
  ['break', ['break;', '']],
  ['continue', ['continue;', '']],
]);
/** Blocks that are always written. */
const PLAIN = new Set(
  'section push prepend component slot fragment pushOnce prependOnce'.split(' '),
);
const ENDS_SECTION = new Set(['stop', 'show', 'append', 'overwrite']);
const WRITES = new Set('json js dump include each yield lang choice class style'.split(' '));
/** Rules of style sheets, which look like directives. */
const STYLE = new Set(
  'media supports import charset keyframes container layer page property namespace apply screen theme'.split(
    ' ',
  ),
);
const INJECTED = /^\s*(['"])(\w+)\1\s*,\s*(['"]?)([\w\\]+)(?:\3|::class)\s*$/;

/**
 * Reads a directive.
 * @param open the blocks that are open; changed by it
 * @param ended the names of what `@end` ends somewhere
 * @returns `null` for a word that is no directive
 */
export function readDirective(
  directive: Directive,
  text: string,
  open: Opened<string>,
  ended: ReadonlySet<string>,
): ReadDirective | null {
  const { name, args, from } = directive;
  if (STYLE.has(name)) return null;
  const begin = args && BEGINS.get(name);
  if (begin) {
    open.begin(name, name);
    return flow(`#${name}`, around(directive, begin));
  }
  if (ENDS_SECTION.has(name) || name.startsWith('end'))
    return endOf(ENDS_SECTION.has(name) ? 'section' : name.slice(3), from, open);
  if (ended.has(name)) return blockOf(directive, open);
  const inside = open.last;
  if (name === 'empty' && inside === 'forelse')
    return flow('empty', [glue(from, `}if(${may(directive)}){`)]);
  if (inside === undefined && (PARTS.has(name) || /^(?:else|default$)/.test(name))) return null;
  const parts = args && PARTS.get(name);
  if (parts) return flow(parts[2]!, around(directive, parts));
  const word = args ? undefined : WORDS.get(name);
  if (word) return flow(word[1]!, [glue(from, word[0]!)]);
  if (name.startsWith('else'))
    return flow('elseif', [glue(from, `}elseif(${may(directive)}){`), ...listed(directive)]);
  if (!args) return null;
  const said = text.slice(args.from, args.to);
  if (name === 'inject') return flow('', injected(args, said));
  if (name === 'php') return flow('', around(directive, ['', ';\n']));
  if (WRITES.has(name)) return { kind: 'value', inner: '', php: listed(directive) };
  return /['"$]/.test(said) ? flow('', listed(directive)) : null;
}

/** A condition that is not known, and is that of no other directive. */
const may = ({ from }: Directive): string => `$may${from}`;

const flow = (inner: string, php: readonly Piece[]): ReadDirective => ({
  kind: 'statement',
  inner,
  php,
});

/** What stands in brackets, between two texts. */
const around = ({ args }: Directive, [before, after]: readonly string[]): Piece[] =>
  args ? [glue(args.from, before!), piece(args.from, args.to), glue(args.to, after!)] : [];

/** What stands in brackets, as the items of a list. */
const listed = (directive: Directive): Piece[] => around(directive, ['[', '];\n']);

function blockOf(directive: Directive, open: Opened<string>): ReadDirective {
  const { name, end } = directive;
  open.begin(name, name);
  const isPlain = PLAIN.has(name);
  const begin = glue(end, isPlain ? '{' : `if(${may(directive)}){`);
  return flow(isPlain ? '' : `#${name}`, [...listed(directive), begin]);
}

function endOf(name: string, from: number, open: Opened<string>): ReadDirective | null {
  const before = open.depth;
  if (open.end(name) === undefined) return null;
  return flow(`end${name}`, [glue(from, '}'.repeat(before - open.depth))]);
}

/** `@inject('name', 'App\Service')`: a variable of that class. */
function injected({ from }: Args, said: string): Piece[] {
  const found = INJECTED.exec(said);
  if (!found) return [];
  const [, , variable = '', , type = ''] = found;
  const at = from + said.indexOf(variable);
  const typeAt = from + said.lastIndexOf(type);
  const name = type.replaceAll('\\\\', '\\').replace(/^\\?/, '\\');
  return [
    glue(at, '$'),
    piece(at, at + variable.length),
    glue(typeAt, '=new '),
    { from: typeAt, to: typeAt + type.length, as: name },
    glue(typeAt + type.length, '();\n'),
  ];
}
