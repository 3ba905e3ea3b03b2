// The parts of a command as the grammar gives them -> its name, its words and its parameters.
import type { Expression } from '../../../ir.js';
import { childrenOf, join, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { type PowerShellContext, peel } from './context.js';
import { commandName, variableName } from './names.js';

/** A word, a parameter, or both: `-Uri $u`. */
export interface Part {
  /** Without its sign and in lower case. */
  readonly parameter: string | null;
  /** As it is written, where there is one. */
  readonly written: Node | null;
  /** Nodes without space between them; none behind a parameter alone. */
  readonly run: readonly Node[];
  /** The entries of a hashtable, or the items of an array: `@params`. */
  readonly isSplat: boolean;
}

/** What stands behind the name of a command, without spaces. */
export const elementsOf = (command: Node): Node[] =>
  childrenOf(command)
    .filter(({ type }) => type !== 'command_name' && type !== 'command_name_expr')
    .flatMap((child) =>
      child.type === 'command_elements' || child.type === 'foreach_command'
        ? childrenOf(child)
        : [child],
    )
    .filter(
      ({ type }) =>
        !/^(command_argument_sep|command_invokation_operator|redirection|ERROR)$/.test(type),
    );

/** The closures that a command is given without a parameter. */
export const blocksOf = (command: Node): Node[] =>
  elementsOf(command)
    .map(peel)
    .filter(({ type }) => type === 'script_block_expression');

const nameNode = (command: Node): Node | null =>
  command.childForFieldName('command_name') ??
  childrenOf(command).find(({ type }) =>
    /^(command_name|command_name_expr|foreach_command)$/.test(type),
  ) ??
  null;

/** What a command is called; empty where that is a value. */
export function nameIn(command: Node): string {
  const own = nameNode(command);
  if (!own) return '';
  if (own.type === 'foreach_command') return 'foreach-object';
  if (own.type === 'command_name') return commandName(own.text);
  const [only, second] = childrenOf(own);
  if (!only || second) return '';
  if (only.type === 'command_name') return commandName(only.text);
  const text = only.type === 'string_literal' ? only.text.slice(1, -1) : '';
  return /[$`]/.test(text) ? '' : commandName(text);
}

/** What is called, where it is a value: `& $block`, `& { ... }`. */
export function calleeIn(command: Node): Node | null {
  const own = nameNode(command);
  if (own?.type !== 'command_name_expr') return null;
  const [only, second] = childrenOf(own);
  if (!only || second) return own;
  const [inner, more] = only.type === 'path_command_name' ? childrenOf(only) : [only];
  return inner && !more ? inner : only;
}

/** Whether a parameter takes no value. */
export type IsSwitch = (parameter: string) => boolean;

/** Reads what stands behind the name of a command. */
export function partsOf(command: Node, isSwitch: IsSwitch): Part[] {
  const parts: Part[] = [];
  let before: Node | null = null;
  let open: { parameter: string; written: Node } | null = null;
  const close = () => {
    if (open) parts.push({ ...open, run: [], isSplat: false });
    open = null;
  };
  for (const element of elementsOf(command)) {
    const joined = before !== null && before.endIndex === element.startIndex;
    before = element;
    if (element.type === 'command_parameter') {
      close();
      const parameter = element.text
        .trim()
        .replace(/^[-\u2013\u2014]+|:$/g, '')
        .toLowerCase();
      const isSet = element.nextSibling?.text.startsWith(':') ?? false;
      open = { parameter, written: element };
      if (!isSet && isSwitch(parameter)) close();
      continue;
    }
    const last = parts.at(-1);
    if (joined && last && !open && last.run.length > 0) {
      parts[parts.length - 1] = { ...last, run: [...last.run, element] };
      continue;
    }
    const isSplat = /^@[\w{:]/.test(peel(element).text.trim()) && peel(element).type === 'variable';
    if (isSplat) close();
    const named: Pick<Part, 'parameter' | 'written'> = open ?? { parameter: null, written: null };
    parts.push({ ...named, run: [element], isSplat });
    open = null;
  }
  close();
  return parts;
}

/** What nodes without space between them are worth: a text, or a list where commas part them. */
export function valueOfRun(
  { walker }: PowerShellContext,
  run: readonly Node[],
  node: Node,
): Expression {
  const values = run.map((one) => walker.expression(one, node));
  const [only, second] = values;
  if (only && !second) return only;
  const isComma = (one: Node) => one.type === 'generic_token' && one.text.trim().startsWith(',');
  if (!run.slice(1).some(isComma)) return join(values, node);
  const items = values.map((value, index) =>
    isComma(run[index]!) && value.kind === 'text' ? { ...value, text: value.text.slice(1) } : value,
  );
  return { kind: 'list', items, at: placeOf(node) };
}

/** The variable of `@params`. */
export const splatted = (node: Node): string => variableName(peel(node).text.trim());
