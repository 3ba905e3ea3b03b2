// A simple command of a shell -> a call with one argument a word, or what the builtin of that name does.
import type { Node } from 'web-tree-sitter';
import type { Argument, Expression, Statement } from '../../../ir.js';
import { argument, assign, call, join, name, placeOf, text, unknown } from '../../ir-builders.js';
import { lowerAssigned } from './assignments.js';
import { type CommandWords, readWords, type Word } from './command-words.js';
import type { ShellContext } from './context.js';
import { afterText, constantOf } from './words.js';

/** Lowers a command; `input` is what a heredoc gives it. */
export const lowerCommand = (
  context: ShellContext,
  node: Node,
  input: readonly Argument[] = [],
): Statement[] => lowerRead(context, readWords(context, node), input, node);

function lowerRead(
  context: ShellContext,
  { assignments, words, isPrefix }: CommandWords,
  input: readonly Argument[],
  node: Node,
): Statement[] {
  const own = assignments.flatMap(({ node: one, rest }) => lowerAssigned(context, one, rest));
  // `A=1 f` sets `A` for `f` alone
  if (isPrefix)
    for (const statement of own)
      if (statement.kind === 'assign') context.frame.hoistEffect(statement.value);
  const before = isPrefix ? [] : own;
  return words.length === 0 ? before : [...before, ...lowerWords(context, words, input, node)];
}

/** What a command writes: `echo` its words, `printf` its format, `cat` its heredoc, others what they return. */
export function outputOf(
  context: ShellContext,
  node: Node,
  input: readonly Argument[] = [],
): Expression {
  // read once: reading twice at every level would never end
  const read = readWords(context, node);
  const { words } = read;
  const own = constantOf(words[0]?.value);
  if (own === 'echo') return echoed(words.slice(1), node);
  if (own === 'cat' && words.length === 1 && input[0]) return withoutNewline(input[0].value);
  const statements = lowerRead(context, read, input, node);
  const last = statements.pop();
  context.frame.hoist(...statements);
  if (last?.kind !== 'do') {
    if (last) context.frame.hoist(last);
    return unknown(node);
  }
  return own === 'printf' ? printed(last.value) : last.value;
}

/** `$(...)` takes the newlines at the end away. */
export function withoutNewline(value: Expression): Expression {
  const parts = value.kind === 'join' ? value.parts : [value];
  const last = parts.at(-1);
  if (last?.kind !== 'text') return value;
  const cut = { ...last, text: last.text.replace(/\n$/, '') };
  if (value.kind !== 'join') return cut;
  return { ...value, parts: cut.text === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), cut] };
}

/** `echo -n a b` writes `a b`. */
export function echoed(words: readonly Word[], node: Node): Expression {
  const values = words.map(({ value }) => value);
  while (/^-[neE]+$/.test(constantOf(values[0]) ?? '')) values.shift();
  const parts = values.flatMap((value, index) =>
    index === 0 ? [value] : [text(' ', node), value],
  );
  return parts.length === 0 ? text('', node) : join(parts, node);
}

/** `printf` as the function that gives what it formats. */
export function printed(value: Expression): Expression {
  if (value.kind !== 'call') return value;
  const args = constantOf(value.args[0]?.value) === '--' ? value.args.slice(1) : value.args;
  return { ...value, callee: { kind: 'name', name: 'sprintf', at: value.at }, args };
}

/** Words that the grammar takes for commands where it lost its way, and commands that run the rest. */
const BEFORE_COMMAND = /^(do|then|else|elif|if|while|until|!|\{)$/;
const RUNNERS = /^(sudo|doas|command|exec|builtin|time|nohup|env|nice|timeout|xargs)$/;
/** Their options with a value in the next word. */
const TAKES: Readonly<Record<string, RegExp>> = {
  ...{ sudo: /^-[ugpChr]$/, env: /^-[uCS]$/, nice: /^-n$/, timeout: /^-[sk]$/, exec: /^-a$/ },
  xargs: /^-[IEdLnPsa]$/,
};
const DECLARES = /^(export|local|readonly|declare|typeset)$/;

function lowerWords(
  context: ShellContext,
  words: readonly Word[],
  input: readonly Argument[],
  node: Node,
): Statement[] {
  const [first, ...rest] = words;
  const own = constantOf(first?.value);
  if (!first) return [];
  if (own !== null && BEFORE_COMMAND.test(own)) return lowerWords(context, rest, input, node);
  if (own !== null && RUNNERS.test(own)) {
    const takes = TAKES[own];
    const run = rest.findIndex(
      ({ value }, index) =>
        !isOption(value) && !takes?.test(constantOf(rest[index - 1]?.value) ?? ''),
    );
    // what `xargs` reads stands behind the words
    const read = own === 'xargs' && !rest.slice(0, run).some(({ value }) => isPlaced(value));
    const more: Word[] = read ? [{ value: unknown(node), spread: true, node }] : [];
    if (run !== -1) return lowerWords(context, [...rest.slice(run), ...more], input, node);
  }
  if (own !== null && DECLARES.test(own)) return declared(rest, node);
  switch (own) {
    case 'source':
    case '.':
      included(context, rest[0]);
      return rest[0] ? effectOf(rest[0].value) : [];
    case 'shift':
      shift(context, rest[0]);
      return [];
    case 'set':
      if (context.positions && rest.some(({ value }) => constantOf(value) === '--'))
        context.positions.unsure = true;
      return [];
    case 'read':
      return rest
        .filter(({ value }) => /^\w+$/.test(constantOf(value) ?? ''))
        .map(({ value, node: word }) =>
          assign(name(constantOf(value)!, word), unknown(word), node),
        );
    case 'for':
      return lostLoop(rest, node);
    case 'done':
    case 'fi':
    case 'esac':
    case 'break':
    case 'continue':
    case ':':
    case 'true':
    case 'false':
      return [];
  }
  // a command whose name is a variable is read by the shell once more
  const again = own === null && first.value.kind !== 'call';
  const callee = own === null ? first.value : name(own.replace(/^\/.*\//, ''), first.node);
  const args = (again ? words : rest).map(
    ({ value, spread }): Argument => ({ name: null, value, spread }),
  );
  const value = call(again ? name('eval', first.node) : callee, [...args, ...input], node);
  return [{ kind: 'do', value, at: placeOf(node) }];
}

const isPlaced = (value: Expression): boolean => /^(-I|-i|--replace)/.test(constantOf(value) ?? '');

const isOption = (value: Expression): boolean => {
  const written = value.kind === 'join' ? value.parts[0] : value;
  return /^(-|\w+=|[\d.]+[smhd]?$|\{\}$)/.test(constantOf(written) ?? '');
};

function effectOf(value: Expression): Statement[] {
  return value.kind === 'text' || value.kind === 'name'
    ? []
    : [{ kind: 'do', value, at: value.at }];
}

/** `export A=/x` where the grammar takes it for a command. */
function declared(words: readonly Word[], node: Node): Statement[] {
  return words.flatMap(({ value, node: word }) => {
    const start = constantOf(value.kind === 'join' ? value.parts[0] : value);
    const own = /^(\w+)=/.exec(start ?? '')?.[1];
    return own ? [assign(name(own, word), afterText(value, /^\w+=/, word), node)] : [];
  });
}

/** `for a in b c` where the grammar lost the body: the variable may be any of them there. */
function lostLoop([own, , ...values]: readonly Word[], node: Node): Statement[] {
  const target = constantOf(own?.value);
  if (!own || target === null) return [];
  const of = values.map(({ value, spread }) => (spread ? unknown(node) : value));
  return [assign(name(target, own.node), { kind: 'choice', of, at: placeOf(node) }, node)];
}

/** `. ./lib.sh`; a path that begins with a folder of the script is beside it. */
function included(context: ShellContext, word: Word | undefined): void {
  const { value } = word ?? {};
  const written =
    value?.kind === 'join' && value.parts[0]?.kind !== 'text' ? value.parts.at(-1) : value;
  const path = constantOf(written);
  if (path === null) return;
  const from = value === written ? path : `./${path.replace(/^\/+/, '')}`;
  const lost = value?.kind === 'join' && value !== written && value.parts.length > 2;
  if (!lost) context.imports.push({ local: '*', from, name: '*' });
}

function shift(context: ShellContext, word: Word | undefined): void {
  const { positions } = context;
  if (!positions) return;
  const count = word ? Number(constantOf(word.value)) : 1;
  if (context.nesting > 0 || !Number.isInteger(count)) positions.unsure = true;
  else positions.shifted += count;
}

/** The arguments that heredocs and `<<<` give: under the name of the operator. */
export const inputArgument = (value: Expression): Argument => argument(value, '<<');
