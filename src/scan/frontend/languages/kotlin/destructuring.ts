// `(a, b) = value` of Kotlin -> the assignments that take the value apart.

import type { Expression, Statement } from '../../../ir.js';
import { heldOnce } from '../../c-switches.js';
import { assign, member, name } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import type { KotlinContext } from './context.js';
import { partsOf, plainName } from './nodes.js';
import { declaredType } from './types.js';

/** The variables of a declaration, and what each is given. */
export function unpack(node: Node, value: Expression, context: KotlinContext): Statement[] {
  const { walker } = context;
  const held = heldOnce(value, node, walker);
  const parts = partsOf(node).filter(({ type }) => type === 'variable_declaration');
  if (parts.length === 0) return doing(held, node);
  return parts.flatMap((part, index) => declare(part, member(held, String(index), part), node));
}

/** `val a: A = value` */
export function declare(part: Node, value: Expression, node: Node): Statement[] {
  const own = partsOf(part).find(({ type }) => type === 'identifier');
  if (!own || own.text === '_') return [];
  const set = assign(name(plainName(own.text), own), value, node, { type: declaredType(part) });
  return [{ ...set, declares: true } as Statement];
}
