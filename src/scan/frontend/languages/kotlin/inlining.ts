// The body of a lambda that runs at once -> statements in the place of the call, with what stands for its parameters.

import type { Expression, Statement } from '../../../ir.js';
import type { Node } from '../../node.js';
import { lastValue } from './bodies.js';
import { type KotlinContext, within } from './context.js';
import { unpack } from './destructuring.js';
import { IT, lambdaBody, lambdaParameters, usesIt } from './lambdas.js';
import { partsOf, plainName } from './nodes.js';

/** What the lambda takes what the function is called on as. */
export type Gives = 'this' | 'it' | null;

/** The statements of a lambda, before the one that is lowered; its value. */
export function inlined(
  lambda: Node,
  held: Expression | null,
  gives: Gives,
  label: string,
  context: KotlinContext,
): Expression | null {
  const { here } = context;
  const receivers =
    gives === 'this' && held ? [...here.receivers, { label, of: held }] : here.receivers;
  const { instead, unpacked } = parametersIn(lambda, gives === 'it' ? [held] : [], context);
  const isOpen = here.isOpen && receivers === here.receivers;
  return within(context, { receivers, instead, isOpen }, () => {
    context.walker.hoist(...unpacked());
    return lastValue(lambdaBody(lambda), context);
  });
}

/** What stands for the parameters of a lambda whose body stands in the place of the call. */
export function parametersIn(
  lambda: Node,
  given: readonly (Expression | null)[],
  context: KotlinContext,
): { instead: Map<string, Expression>; unpacked: () => Statement[] } {
  const instead = new Map(context.here.instead);
  const taken: (() => Statement[])[] = [];
  for (const [index, one] of lambdaParameters(lambda).entries()) {
    const value = given[index];
    if (!value) continue;
    if (one.type === 'multi_variable_declaration') taken.push(() => unpack(one, value, context));
    else {
      const own = partsOf(one).find(({ type }) => type === 'identifier');
      if (own) instead.set(plainName(own.text), value);
    }
  }
  const [only] = given;
  if (usesIt(lambda, context) && only) instead.set(IT, only);
  return { instead, unpacked: () => taken.flatMap((take) => take()) };
}
