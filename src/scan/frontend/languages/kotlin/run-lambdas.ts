// Functions of the library that do more with a lambda than to run it: loops, what catches, builds or waits -> the IR.

import type { Argument, Expression } from '../../../ir.js';
import { heldOnce, hoistMaybe } from '../../c-switches.js';
import { attempt, choice, name, placeOf, runAtOnce, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { armOf, returningLast, settingTo } from './bodies.js';
import { type KotlinContext, within } from './context.js';
import { inlined, parametersIn } from './inlining.js';
import { lambdaBody } from './lambdas.js';

/** What a call is worth that gives nothing. */
export const nothing = (node: Node): Expression => name('null', node);

/** `a.forEach { ... }` and `repeat(n) { ... }` are loops. */
export function loop(
  own: string,
  callee: Expression,
  args: readonly Argument[],
  { lambda, label }: { lambda: Node; label: string | null },
  whole: Node,
  context: KotlinContext,
): Expression | null {
  const { here, walker } = context;
  const of =
    callee.kind === 'member' && own !== 'repeat' ? heldOnce(callee.of, whole, walker) : null;
  if (!of && own !== 'repeat') return null;
  if (own === 'repeat') for (const { value } of args) walker.hoistEffect(value);
  const item = name(walker.hold(), whole);
  const given = own === 'forEachIndexed' ? [name(walker.hold(), whole), item] : [item];
  const loops = here.loops + 1;
  const leaves = { leaves: 'loop' as const, depth: loops };
  const labels = [
    ...here.labels,
    { name: own, ...leaves },
    ...(label ? [{ name: label, ...leaves }] : []),
  ];
  const { instead, unpacked } = parametersIn(lambda, given, context);
  const body = within(context, { instead, labels, loops }, () =>
    walker.around(() => [...unpacked(), ...walker.statements(lambdaBody(lambda))]),
  );
  const at = placeOf(whole);
  walker.hoist({ kind: 'loop', item: of && item, of, body, at });
  return own === 'onEach' ? of : nothing(whole);
}

/** `runCatching { ... }` gives the value, or what was thrown. */
export function caught(
  lambda: Node,
  receiver: Expression | null,
  label: string,
  whole: Node,
  context: KotlinContext,
): Expression {
  const { walker } = context;
  const held = name(walker.hold(), whole);
  const of = receiver && heldOnce(receiver, whole, walker);
  const arm = armOf(context, () => inlined(lambda, of, of ? 'this' : null, label, context));
  walker.hoist(...attempt(settingTo(held, arm, whole), [[]], whole));
  return held;
}

/** `lazy { value }`: the value, once it is asked for. */
export function lazily(lambda: Node, whole: Node, context: KotlinContext): Expression {
  const closure = { leaves: false };
  const body = within(context, { closure, loops: 0 }, () =>
    returningLast(lambdaBody(lambda), lambda, context),
  );
  return runAtOnce(body, whole);
}

/** `buildString { append(a) }` */
export function built(lambda: Node, whole: Node, context: KotlinContext): Expression {
  const { walker } = context;
  const at = placeOf(whole);
  const type = name('StringBuilder', whole);
  const held = heldOnce({ kind: 'new', type, args: [], at }, whole, walker);
  const value = inlined(lambda, held, 'this', 'buildString', context);
  if (value) walker.hoistEffect(value);
  return held;
}
/** What is there, or else what a lambda gives: `a.getOrElse { b }`. */
export function orElse(
  lambda: Node,
  of: Expression,
  label: string,
  whole: Node,
  context: KotlinContext,
): Expression {
  const { instead } = parametersIn(lambda, [unknown(whole)], context);
  const arm = armOf(context, () =>
    within(context, { instead }, () => inlined(lambda, null, null, label, context)),
  );
  hoistMaybe(whole, context.walker, () => arm.body);
  return choice(arm.value ? [of, arm.value] : [of], whole);
}
