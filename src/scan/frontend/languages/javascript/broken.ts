// Errors in the tree of JavaScript -> the statements and calls that can still be read in them.

import type { Expression, Statement } from '../../../ir.js';
import { argument, call, childrenOf, name } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { type Context, hasCall } from './context.js';
import { lowerFunction } from './functions.js';
import { keyText } from './texts.js';

/** An error holds pieces of code in a row; the outermost one is searched for calls that are no nodes. */
export function lowerBroken(node: Node, context: Context): Statement[] {
  const { walker, broken } = context;
  if (broken.inError) return walker.statements(childrenOf(node));
  broken.inError = true;
  try {
    const found = walker.statements(childrenOf(node));
    return [...found, ...scattered(node, context)];
  } finally {
    broken.inError = false;
  }
}

/** `name()` and a block behind it that an error parts from it: a call, and what stands in the block. */
export function lowerBrokenMethod(node: Node, context: Context): Statement[] {
  const method: Statement = { kind: 'function', function: lowerFunction(node, context) };
  const isCut = node.children.some((child) => child?.isError);
  return isCut ? [...lowerCut(node, context), method] : [method];
}

/** `name()` that the parser took for the head of a method. */
export function lowerCut(node: Node, { walker }: Context): Statement[] {
  const own = node.childForFieldName('name');
  const parameters = childrenOf(node.childForFieldName('parameters'));
  const args = parameters.map((one) => argument(walker.expression(plain(one))));
  return own ? doing(call(name(keyText(own), own), args, node), node) : [];
}

const NAMES = [
  'identifier',
  'property_identifier',
  'private_property_identifier',
  'type_identifier',
  'shorthand_property_identifier',
];
/** Words with a bracket behind them that call nothing. */
const WORDS = /^(if|for|while|switch|catch|with|function|return|typeof|await|async|get|set)$/;

/** How far behind a name its bracket is looked for. */
const LOOK = 40;

/** Names with a bracket behind them, wherever the parser put the bracket. */
function scattered(error: Node, context: Context): Statement[] {
  const { walker, broken } = context;
  const rows = new Map<number, Node[]>();
  return error.descendantsOfType(NAMES).flatMap((own): Statement[] => {
    if (!own || WORDS.test(own.text) || isPlaced(own)) return [];
    const end = own.endIndex - broken.from;
    const opened = /^[ \t]*\(/.exec(broken.source.slice(end, end + LOOK));
    if (!opened) return [];
    const args = bracketed(error, own.endIndex + opened[0].length - 1, rows);
    return walker.around(() => {
      const given = args.map((arg) => argument(walker.expression(arg)));
      return doing(call(called(own, context), given, own), own);
    });
  });
}

/** A name, or the member that it is the end of. */
function called(own: Node, { walker }: Context): Expression {
  const { parent } = own;
  const isMember = parent?.type === 'member_expression' && parent.endIndex === own.endIndex;
  return isMember ? walker.expression(parent) : name(keyText(own), own);
}

/** Whether a name is that of a function, or of what a call node calls: others look at those. */
function isPlaced(own: Node): boolean {
  const { parent } = own;
  if (!parent) return false;
  const isField = (of: Node, key: string, node: Node) => of.childForFieldName(key)?.id === node.id;
  if (/^(method_definition$|function|generator)/.test(parent.type))
    return isField(parent, 'name', own);
  if (/^(abstract_)?method_signature$/.test(parent.type))
    return /^(class|interface)_body$/.test(parent.parent?.type ?? '');
  const isMember = parent.type === 'member_expression' && isField(parent, 'property', own);
  const [callee, around] = isMember ? [parent, parent.parent] : [own, parent];
  return (
    around !== null &&
    (isField(around, 'function', callee) || isField(around, 'constructor', callee))
  );
}

/** What stands behind a bracket at an offset, as far as it is plain. */
function bracketed(error: Node, offset: number, rows: Map<number, Node[]>): Node[] {
  const around = error.tree.rootNode.descendantForIndex(offset, offset + 1)?.parent;
  if (!around) return [];
  const row = rows.get(around.id) ?? around.children.filter((child) => child !== null);
  rows.set(around.id, row);
  const parts: Node[] = [];
  for (let index = row.findIndex(({ startIndex }) => startIndex === offset) + 1; ; index++) {
    const part = row[index];
    if (!part || /^[);]$/.test(part.type) || parts.length === MAX_ARGUMENTS) break;
    if (part.isNamed) parts.push(part);
  }
  return parts.map(plain).filter((part) => VALUE.test(part.type) && !hasCall(part));
}

/** More than these are not read of a call that is no node. */
const MAX_ARGUMENTS = 8;
const VALUE = /^(string|template_string|number|object|identifier|member_expression)$/;

/** The parser may have taken a value for a type or a parameter. */
function plain(node: Node): Node {
  const inner = /^(parenthesized_type|literal_type|required_parameter)$/.test(node.type)
    ? childrenOf(node)[0]
    : null;
  return inner ? plain(inner) : node;
}
