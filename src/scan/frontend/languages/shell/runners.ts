// Commands that run another one, `sudo a`, `xargs a`, `bash -c 'a'`, `eval a`, `trap a EXIT` -> what that one is.

import type { Argument, Expression, Statement } from '../../../ir.js';
import { branch, call, leave, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { type Done, done, effectsOf } from './builtins.js';
import type { Word } from './command-words.js';
import { nested, type ShellContext, within } from './context.js';
import { contained, notLeaving } from './leaving.js';
import { constantOf } from './words.js';
import { spaced } from './written.js';

/** A command around others: its name, the words behind it, and what lowers words as a command. */
interface Around {
  readonly own: string;
  readonly rest: readonly Word[];
  readonly input: readonly Argument[];
  readonly node: Node;
  run(words: readonly Word[]): Statement[];
}

/** Words that the grammar takes for commands where it lost its way, and commands that run the rest. */
const BEFORE_COMMAND = /^(do|then|else|elif|if|while|until|!|\{)$/;
const RUNNERS =
  /^(sudo|doas|command|exec|builtin|time|nohup|env|nice|timeout|xargs|coproc|setsid|stdbuf)$/;
const SHELLS = /^((ba|da|k|z)?sh|su)$/;
/** Their options with a value in the next word. */
const TAKES: Readonly<Record<string, RegExp>> = {
  sudo: /^-[ugpChr]$/,
  env: /^-[uCS]$/,
  nice: /^-n$/,
  timeout: /^-[sk]$/,
  exec: /^-a$/,
  stdbuf: /^-[ioe]$/,
  xargs: /^-[IEdLnPsa]$/,
};

/** Lowers a command that runs others; `null` for any other. */
export function lowerRunner(context: ShellContext, around: Around): Done | null {
  const { rest } = around;
  if (BEFORE_COMMAND.test(around.own))
    return { statements: notLeaving(around.run(rest)), takesInput: true };
  const own = around.own.replace(/^\/.*\//, '');
  if (RUNNERS.test(own)) return prefix(own, around);
  if (SHELLS.test(own)) return shellOf(context, own, around);
  if (own === 'eval') return evaluated(context, around);
  if (own === 'trap') return trapped(context, around);
  return own === 'find' ? found(around) : null;
}

function prefix(own: string, { rest, node, run }: Around): Done | null {
  const start = commandIn(own, rest);
  if (start === -1) return null;
  const before = rest.slice(0, start);
  // what `xargs` reads stands behind the words
  const reads = own === 'xargs' && !before.some(({ value }) => isPlaced(value));
  const more: Word[] = reads ? [{ value: unknown(node), spread: true, node }] : [];
  const statements = [...effectsOf(before), ...run([...rest.slice(start), ...more])];
  // `exec a` never comes back
  if (own === 'exec') statements.push(leave('throw', node));
  return { statements, takesInput: true };
}

/** Where the command begins that another one runs; -1 where there is none. */
function commandIn(own: string, rest: readonly Word[]): number {
  // `coproc NAME { a; }`
  if (own === 'coproc' && constantOf(rest[1]?.value) === '{') return 1;
  const takes = TAKES[own];
  const constants = rest.map(({ value }) => constantOf(value));
  return rest.findIndex(({ value }, index) => {
    if (isOption(value) || takes?.test(constants[index - 1] ?? '')) return false;
    const said = constants.slice(0, index).some((word) => /^[\d.]+[smhd]?$/.test(word ?? ''));
    // `timeout "$T" a`
    return own !== 'timeout' || said || constants[index] !== null || index + 1 === rest.length;
  });
}

const isPlaced = (value: Expression): boolean => /^(-I|-i|--replace)/.test(constantOf(value) ?? '');

const isOption = (value: Expression): boolean => {
  const written = value.kind === 'join' ? value.parts[0] : value;
  return /^(-|\w+=|[\d.]+[smhd]?$|\{\}$)/.test(constantOf(written) ?? '');
};

/** Whether the name of the first command of a text is known. */
function isScript(value: Expression | undefined): value is Expression {
  const start = value?.kind === 'join' ? value.parts[0] : value;
  return /\S/.test(constantOf(start) ?? '');
}

/** `bash -c 'a'`, `bash <<EOF` */
function shellOf(context: ShellContext, own: string, { rest, input, node }: Around): Done | null {
  const option = rest.findIndex(({ value }) => /^-\w*c$/.test(constantOf(value) ?? ''));
  const read = input.find((argument) => argument.name === '<<')?.value;
  const isRead =
    own !== 'su' && rest.every(({ value }) => /^-/.test(constantOf(value) ?? '')) && option === -1;
  const script = isRead ? read : option === -1 ? undefined : rest[option + 1]?.value;
  if (!isScript(script)) return null;
  const body = within(context, { positions: null, leavable: 'nothing' }, () =>
    context.walker.around(() => context.script(script, node)),
  );
  const others = effectsOf(rest.filter(({ value }) => value !== script));
  return { statements: [...others, ...contained(body, node)], takesInput: isRead };
}

function evaluated(context: ShellContext, { rest, node }: Around): Done | null {
  const values = rest.map(({ value }) => value);
  if (!isScript(values[0]) || rest.some(({ spread }) => spread)) return null;
  return done(context.script(spaced(values, node), node));
}

/** What `trap` says runs some time, or never. */
function trapped(context: ShellContext, { rest, node }: Around): Done | null {
  const words = constantOf(rest[0]?.value) === '--' ? rest.slice(1) : rest;
  const [script, ...signals] = words;
  if (!script || signals.length === 0 || /^-?$/.test(constantOf(script.value) ?? 'a'))
    return done(effectsOf(words));
  if (!isScript(script.value)) return null;
  const body = nested(context, () =>
    context.walker.around(() => context.script(script.value, node)),
  );
  return done([...effectsOf(signals), branch([body], false, node)]);
}

/** `find . -exec a {} \;` */
function found({ rest, node, run }: Around): Done | null {
  const own: Word[] = [];
  const commands: Word[][] = [];
  let command: Word[] | null = null;
  for (const word of rest) {
    const written = constantOf(word.value) ?? '';
    if (command && /^(\\?;|\+)$/.test(written)) command = null;
    else if (command) command.push(word);
    else if (/^-(exec|ok)(dir)?$/.test(written)) {
      command = [];
      commands.push(command);
    } else own.push(word);
  }
  if (commands.length === 0) return null;
  const args = own.map(({ value, spread }): Argument => ({ name: null, value, spread }));
  const value = call(name('find', node), args, node);
  return done([{ kind: 'do', value, at: placeOf(node) }, ...commands.flatMap(run)]);
}
