// Calls and accesses of C#, with what stands behind a `?` -> the IR.

import type { Argument, Expression } from '../../../ir.js';
import { access, branch, call, childrenOf, MAX_DEPTH, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain, type Walker } from '../../walker.js';
import { argumentsOf } from './functions.js';
import { identifierOf, operandsIn } from './nodes.js';

/** The name of a member, without the types given to it. */
export const simpleName = (node: Node): string =>
  identifierOf(node.type === 'generic_name' ? (childrenOf(node)[0] ?? node) : node);

/** What stands before the `?` of `a?.b` or `a?[b]`; `null` where there is none. */
export function conditionOf(binding: Node): Node | null {
  let rest: Node | null = binding;
  while (rest?.parent && rest.parent.type !== 'conditional_access_expression') {
    if (rest.parent.startIndex !== binding.startIndex) return null;
    rest = rest.parent;
  }
  return operandsIn(rest?.parent ?? null)[0] ?? null;
}

export function element(of: Expression, list: Node | null, node: Node, walker: Walker): Expression {
  const [key, ...more] = argumentsOf(list, walker).map(({ value }) => value);
  if (!key || more.length > 0) return unknown(node, [of, ...(key ? [key] : []), ...more]);
  return access(of, key, node);
}

/** `f(x)`; `nameof(a.b)` is a text. */
export function invocation(node: Node, walker: Walker): Expression {
  const callee = walker.field(node, 'function');
  const list = node.childForFieldName('arguments');
  let args: readonly Argument[] = [];
  const before = walker.collect(() => {
    args = argumentsOf(list, walker);
    return [];
  });
  // the arguments of `a?.b(c = d)` may not be worked out
  if (before.length > 0 && isConditional(node)) walker.hoist(branch([before], false, node));
  else walker.hoist(...before);
  const [only, second] = args;
  const isTried = callee.kind === 'member' && callee.name === 'TryGetValue' && args.length === 2;
  if (isTried && second && isPlain(second.value)) {
    // what is found is given to a variable, which gives the call nothing
    walker.give(second.value, access(callee.of, only!.value, node), node);
    return call(callee, [only!], node);
  }
  if (callee.kind === 'name' && callee.name === 'nameof' && args.length === 1) {
    const { value } = only!;
    if (value.kind === 'name' || value.kind === 'member') {
      walker.hoistEffect(value);
      return text(value.name, node);
    }
  }
  return call(callee, args, node);
}

/** Whether a `?.` stands in the chain of receivers of a call. */
function isConditional(call: Node): boolean {
  let rest: Node | null = call;
  for (let depth = 0; rest && depth < MAX_DEPTH; depth++) {
    if (rest.type === 'conditional_access_expression') return true;
    rest = rest.childForFieldName('function') ?? rest.childForFieldName('expression');
  }
  return false;
}
