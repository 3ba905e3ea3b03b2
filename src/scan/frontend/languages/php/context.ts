// What the parts of the PHP lowering share: the walk, the names of the file, and a few readings of nodes.

import type { Statement } from '../../../ir.js';
import { branch, childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';
import type { Names } from './names.js';

/** The lowering of one file. */
export interface PhpContext {
  readonly walker: Walker;
  readonly names: Names;
}

/** A variable or constant without its sigil; of `${x}` the inner name. */
export const plainName = (node: Node | null): string => (node?.text ?? '').replace(/^[$&{\s]+/, '');

/** The statements of a body, braced or not. */
export const block = ({ walker }: PhpContext, node: Node | null): Statement[] =>
  walker.statements(node ? [node] : []);

/** Lowers code that may not run: what it does beside its value is a branch. */
export function mayRun<T>({ walker }: PhpContext, node: Node, lower: () => T): T {
  const values: T[] = [];
  const body = walker.around(() => {
    values.push(lower());
    return [];
  });
  if (body.length > 0) walker.hoist(branch([body], false, node));
  return values[0]!;
}

/** Whether a name, or the name that a call calls, is `exit` or `die`, which leave the program. */
export function isExit(node: Node): boolean {
  const own = node.type === 'function_call_expression' ? node.childForFieldName('function') : node;
  return own?.type === 'name' && /^(exit|die)$/i.test(own.text) && !isReference(node);
}

/** `f(...)` is the function itself. */
export function isReference(node: Node): boolean {
  const args = childrenOf(node.childForFieldName('arguments'));
  return args.length === 1 && args[0]!.type === 'variadic_placeholder';
}

/** Whether an expression never gives a value: `throw`, `exit`, `die`. */
export function isLeaving(node: Node): boolean {
  let inner: Node | undefined = node;
  while (inner?.type === 'parenthesized_expression') inner = childrenOf(inner)[0];
  return inner !== undefined && (inner.type === 'throw_expression' || isExit(inner));
}
