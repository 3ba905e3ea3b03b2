// The builtins of a shell -> the assignments, imports and leaving that they are.

import type { Expression, Statement } from '../../../ir.js';
import { assign, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Word } from './command-words.js';
import type { ShellContext } from './context.js';
import { leaving } from './leaving.js';
import { afterText, constantOf } from './words.js';

/** What a command is that is no call; whether the call that it runs takes what redirections give. */
export interface Done {
  readonly statements: Statement[];
  readonly takesInput: boolean;
}

export const done = (statements: Statement[]): Done => ({ statements, takesInput: false });

const DECLARES = /^(export|local|readonly|declare|typeset)$/;
/** Words that end something where the grammar lost its beginning, commands that do nothing, marks of conflicts. */
const IDLE = /^(done|fi|esac|\}|in|case|:|true|false|;+|[<>=|]{3,}[^\w/]*.*|)$/s;

/** Lowers a builtin; `null` for any other command. */
export function lowerBuiltin(
  context: ShellContext,
  own: string,
  rest: readonly Word[],
  node: Node,
): Done | null {
  if (IDLE.test(own)) return done(effectsOf(rest));
  if (DECLARES.test(own)) return done(declared(rest, node));
  switch (own) {
    case 'source':
    case '.':
      included(context, rest[0]);
      return done(effectsOf(rest));
    case 'shift':
      shift(context, rest[0]);
      return done(effectsOf(rest));
    case 'set':
      if (context.positions && rest.some(({ value }) => constantOf(value) === '--'))
        context.positions.unsure = true;
      return done(effectsOf(rest));
    case 'read': {
      const isName = ({ value }: Word) => /^\w+$/.test(constantOf(value) ?? '');
      const names = rest.filter(isName);
      return done([
        ...effectsOf(rest.filter((word) => !isName(word))),
        ...names.map(({ value, node: word }) =>
          assign(name(constantOf(value)!, word), unknown(word), node),
        ),
      ]);
    }
    case 'for':
      return done(lostLoop(rest, node));
    case 'exit':
    case 'return':
    case 'break':
    case 'continue': {
      const count = rest.length === 0 ? '1' : constantOf(rest[0]!.value);
      return done([...effectsOf(rest), ...leaving(context, own, count, node)]);
    }
    default:
      return null;
  }
}

/** Words for what working them out does. */
export const effectsOf = (words: readonly Word[]): Statement[] =>
  words.flatMap(({ value }): Statement[] =>
    isIdle(value) ? [] : [{ kind: 'do', value, at: value.at }],
  );

/** Whether a value is made without a command. */
function isIdle(value: Expression): boolean {
  switch (value.kind) {
    case 'text':
    case 'name':
      return true;
    case 'join':
    case 'unknown':
      return value.parts.every(isIdle);
    case 'choice':
      return value.of.every(isIdle);
    case 'member':
      return isIdle(value.of);
    case 'index':
      return isIdle(value.of) && isIdle(value.key);
    default:
      return false;
  }
}

/** `export A=/x` where the grammar takes it for words. */
export function declared(words: readonly Word[], node: Node): Statement[] {
  return words.flatMap((word) => {
    const { value } = word;
    const start = constantOf(value.kind === 'join' ? value.parts[0] : value);
    const own = /^(\w+)=/.exec(start ?? '')?.[1];
    if (!own) return effectsOf([word]);
    return [assign(name(own, word.node), afterText(value, /^\w+=/, word.node), node)];
  });
}

/** `for a in b c` where the grammar lost the body: the variable may be any of them there. */
function lostLoop([own, , ...values]: readonly Word[], node: Node): Statement[] {
  const target = constantOf(own?.value);
  if (!own || target === null) return effectsOf(own ? [own, ...values] : values);
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
