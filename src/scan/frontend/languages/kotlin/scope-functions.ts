// Functions of the library that run their lambda at once (`apply`, `let`, `with`, `forEach`, `runBlocking`) -> its
// statements in the place of the call, so that what it sets and returns counts around it.

import type { Argument, Expression } from '../../../ir.js';
import { heldOnce, hoistMaybe } from '../../c-switches.js';
import { argument, call } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { armOf } from './bodies.js';
import { type KotlinContext, selfIn } from './context.js';
import { type Gives, inlined } from './inlining.js';
import { lambdaIn } from './lambdas.js';
import { partsOf } from './nodes.js';
import { built, caught, lazily, loop, nothing, orElse } from './run-lambdas.js';

/** What a function does with what it is called on. */
interface ScopeFunction {
  /** The lambda takes it as `this`, as its argument, or not at all. */
  readonly gives: Gives;
  /** The call is worth what the lambda gives, or what it is called on. */
  readonly isWorth: 'lambda' | 'receiver';
}

const worth = (
  names: string,
  gives: Gives,
  isWorth: ScopeFunction['isWorth'],
): [string, ScopeFunction][] => names.split(' ').map((own) => [own, { gives, isWorth }]);

/** Called on something. */
const ON = new Map<string, ScopeFunction>([
  ...worth('let use', 'it', 'lambda'),
  ...worth('also takeIf takeUnless', 'it', 'receiver'),
  ...worth('apply', 'this', 'receiver'),
  ...worth('run with', 'this', 'lambda'),
  ...worth('launch async withLock', null, 'lambda'),
]);
/** Called by their names alone. */
const BARE = new Map<string, ScopeFunction>([
  ...worth(
    `run runBlocking withContext coroutineScope supervisorScope withTimeout withTimeoutOrNull launch async thread
    synchronized runTest measureTimeMillis`.replace(/\s+/g, ' '),
    null,
    'lambda',
  ),
]);
const ELSE = /^(getOrElse|ifEmpty|ifBlank|recover|recoverCatching)$/;
/** Each has a way of its own. */
const MADE = /^(runCatching|lazy|buildString)$/;
const LOOPS = /^(forEach|forEachIndexed|onEach|repeat)$/;

/** What a call with a lambda does, where the lambda can stand in its place; `null` for any other. */
export function inPlace(
  base: Expression,
  node: Node,
  whole: Node,
  context: KotlinContext,
): Expression | null {
  const found = lambdaIn(node);
  if (base.kind !== 'call' || !found) return null;
  const { callee, args } = base;
  const own = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  if (
    context.names.functions.has(own) ||
    leavesTo(found.lambda, [own, found.label ?? own], own, context)
  )
    return null;
  if (LOOPS.test(own)) return loop(own, callee, args, found, whole, context);
  if (ELSE.test(own) && callee.kind === 'member' && args.length === 0)
    return orElse(found.lambda, callee.of, own, whole, context);
  const receiver = receiverOf(own, callee, args, node, context);
  if (own === 'runCatching') return caught(found.lambda, receiver, own, whole, context);
  const known = callee.kind === 'name' ? (bareKind(own, context) ?? BARE.get(own)) : ON.get(own);
  if (!known && !MADE.test(own)) return null;
  // what the call works out besides
  const besides = own === 'with' ? [] : args.map(({ value }) => value);
  if (callee.kind === 'member' && known?.gives === null) besides.push(callee.of);
  for (const value of besides) context.walker.hoistEffect(value);
  if (own === 'lazy') return lazily(found.lambda, whole, context);
  if (own === 'buildString' && callee.kind === 'name') return built(found.lambda, whole, context);
  if (!known) return null;
  const isMaybe = isSafe(whole);
  const held = known.gives && receiver ? heldOnce(receiver, whole, context.walker) : receiver;
  const run = () => inlined(found.lambda, held, known.gives, found.label ?? own, context);
  if (!isMaybe && known.isWorth === 'lambda') return run() ?? nothing(whole);
  const arm = armOf(context, run);
  if (!isMaybe) {
    context.walker.hoist(...arm.body);
    for (const value of arm.value ? [arm.value] : []) context.walker.hoistEffect(value);
    return held ?? nothing(whole);
  }
  if (known.isWorth === 'receiver') {
    const effect = armOf(context, () => {
      if (arm.value) context.walker.hoistEffect(arm.value);
      return null;
    });
    hoistMaybe(whole, context.walker, () => [...arm.body, ...effect.body]);
    return held ?? nothing(whole);
  }
  hoistMaybe(whole, context.walker, () => arm.body);
  return arm.value ?? nothing(whole);
}

/** `a.let(::f)` calls what it is given; `null` for what is no such function. */
export function givenTo(
  { of, name: own }: Extract<Expression, { kind: 'member' }>,
  given: Expression,
  node: Node,
  context: KotlinContext,
): Expression | null {
  const known = ON.get(own);
  if (!known?.gives || own === 'with' || context.names.functions.has(own)) return null;
  const held = heldOnce(of, node, context.walker);
  const run = call(given, [argument(held)], node);
  if (known.isWorth === 'lambda') return run;
  context.walker.hoistEffect(run);
  return held;
}

/** `apply { }` without a receiver is called on `this`. */
const bareKind = (own: string, { here }: KotlinContext): ScopeFunction | undefined =>
  own !== 'run' && own !== 'with' && (here.isInClass || here.receivers.length > 0)
    ? ON.get(own)
    : own === 'with'
      ? ON.get(own)
      : undefined;

/** What the function is called on: what stands before it, the argument of `with`, or `this`. */
function receiverOf(
  own: string,
  callee: Expression,
  args: readonly Argument[],
  node: Node,
  context: KotlinContext,
): Expression | null {
  if (own === 'with') return args[0]?.value ?? null;
  if (callee.kind === 'member') return callee.of;
  return own === 'apply' || own === 'also' || own === 'let' ? selfIn(context, node) : null;
}

/** `a?.let { ... }` need not run. */
function isSafe(node: Node): boolean {
  let of: Node | undefined = partsOf(node)[0];
  if (of?.type === 'call_expression') of = partsOf(of)[0];
  return of?.type === 'navigation_expression' && of.children.some(({ text }) => text === '?.');
}

/** Whether a lambda is left by a label of its own in the middle: then it is a closure. */
const leavesTo = (
  lambda: Node,
  labels: readonly string[],
  own: string,
  { names }: KotlinContext,
): boolean =>
  !LOOPS.test(own) &&
  names.labelled.some(
    (node) =>
      node.startIndex >= lambda.startIndex &&
      node.endIndex <= lambda.endIndex &&
      labels.includes(node.childForFieldName('label')?.text ?? ''),
  );
