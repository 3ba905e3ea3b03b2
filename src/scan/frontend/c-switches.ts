// What the switches of Java and C# have in common -> the IR: values that stand once, arms that may run, breaks.

import type { Expression, Statement } from '../ir.js';
import type { Decided } from './conditions.js';
import { assign, branch, leave, name } from './ir-builders.js';
import type { Node } from './node.js';
import { isPlain, type Walker } from './walker.js';

/** A value that several places need is worked out once: it gets a name, unless it is a name or a text. */
export function heldOnce(value: Expression, node: Node, walker: Walker): Expression {
  if (isPlain(value) || value.kind === 'text') return value;
  const own = name(walker.hold(), node);
  walker.hoist(assign(own, value, node));
  return own;
}

/** Puts statements that may not run before the one that is being lowered. */
export function hoistMaybe(node: Node, walker: Walker, lower: () => Statement[]): void {
  const body = walker.around(lower);
  if (body.length > 0) walker.hoist(branch([body], false, node));
}

/** A switch whose bodies do not run on into each other, though a `break` may leave them. */
export function closedSwitch(
  bodies: readonly (readonly Statement[])[],
  exhaustive: boolean,
  node: Node,
  by: Decided = {},
): Statement {
  const ended = bodies.map((body) => (isBreak(body.at(-1)) ? body.slice(0, -1) : body));
  if (!ended.some(breaks)) return branch(ended, exhaustive, node, false, by);
  const left = ended.map((body) => (isLeft(body) ? body : [...body, leave('break', node)]));
  return branch(left, exhaustive, node, true, by);
}

/** A statement with a label. One that is no loop becomes a branch of one body, which a `break` with the label leaves. */
export function labelled(body: readonly Statement[], node: Node): Statement[] {
  const isLoop = body.at(-1)?.kind === 'loop';
  return isLoop || !leavesFar(body) ? [...body] : [branch([body.map(farther)], true, node, true)];
}

/** Whether a `break` in statements has a label. */
const leavesFar = (body: readonly Statement[]): boolean =>
  body.some(
    (statement) =>
      (statement.kind === 'leave' && statement.by === 'break' && statement.far) ||
      bodiesIn(statement).some(leavesFar),
  );

/** The same statement, each `break` marked as `far`: it leaves more than the branch that `labelled` puts around it. */
function farther(statement: Statement): Statement {
  if (statement.kind === 'branch' && !statement.falls)
    return { ...statement, bodies: statement.bodies.map((body) => body.map(farther)) };
  if (statement.kind === 'try')
    return {
      ...statement,
      body: statement.body.map(farther),
      handlers: statement.handlers.map((body) => body.map(farther)),
    };
  return isBreak(statement) ? { ...(statement as Leave), far: true } : statement;
}

type Leave = Extract<Statement, { kind: 'leave' }>;

function bodiesIn(statement: Statement): readonly (readonly Statement[])[] {
  if (statement.kind === 'branch') return statement.bodies;
  if (statement.kind === 'try') return [statement.body, ...statement.handlers];
  return statement.kind === 'loop' ? [statement.body] : [];
}

/** Whether the end of a body is surely not reached. */
export function isLeft(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  return last?.kind === 'return' || last?.kind === 'leave';
}

const isBreak = (statement: Statement | undefined): boolean =>
  statement?.kind === 'leave' && statement.by === 'break' && !statement.far;

/** Whether a `break` in a body leaves what is around the body. */
function breaks(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    const keeps = statement.kind === 'loop' || (statement.kind === 'branch' && statement.falls);
    return isBreak(statement) || (!keeps && bodiesIn(statement).some(breaks));
  });
}
