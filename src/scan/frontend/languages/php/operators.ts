// Operators of PHP and the expressions that choose -> joins and choices, with what may not run in branches.

import type { Expression, Statement } from '../../../ir.js';
import { type Decided, decided, present } from '../../conditions.js';
import {
  argument,
  assign,
  branch,
  call,
  childrenOf,
  choice,
  firstThere,
  join,
  name,
  placeOf,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { behind, decidedBy, matchOf } from '../../tests.js';
import { isPlain, type Walker } from '../../walker.js';
import { isLeaving, type PhpContext } from './context.js';

/** `a . b`, `a ?? b`, `[...] + [...]`; chains of one operator are walked without recursion. */
export function lowerBinary({ walker }: PhpContext, node: Node): Expression {
  const operator = node.childForFieldName('operator')?.type.toLowerCase();
  const operands = operandsOf(node, operator);
  if (operator === '??') return firstThere(firstOf(walker, operands), node);
  if (operator && ['&&', '||', 'and', 'or'].includes(operator))
    return unknown(node, tested(walker, operands, /^(\|\||or)$/.test(operator)));
  const parts = operands.map((part) => walker.expression(part, node));
  if (operator === '.') return join(parts, node);
  if (operator === '|>') return piped(parts, node);
  if (operator === '+' && parts.some(({ kind }) => kind === 'object')) {
    // the left side wins
    const entries = parts.reverse().map((value) => ({ key: null, value }));
    return { kind: 'object', entries, at: placeOf(node) };
  }
  return unknown(node, parts);
}

function operandsOf(node: Node, operator: string | undefined): Node[] {
  const operands: Node[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const left = next.childForFieldName('left');
    const right = next.childForFieldName('right');
    const own = next.childForFieldName('operator')?.type.toLowerCase();
    if (next.type === node.type && own === operator && left && right) open.push(right, left);
    else operands.push(next);
  }
  return operands;
}

/** `a |> f(...)` is `f(a)`. */
const piped = ([first, ...steps]: readonly Expression[], node: Node): Expression =>
  steps.reduce((value, step) => call(step, [argument(value)], node), first ?? unknown(node));

/** What an expression that may not run does beside its value. */
function lazily(walker: Walker, node: Node): { body: Statement[]; value: Expression | null } {
  let value: Expression | null = null;
  const body = walker.around(() => {
    const given = walker.expression(node);
    if (!isLeaving(node)) value = given;
    return [];
  });
  return { body, value };
}

/** The operands of `a && b && c`: where a later one does something, the ones before it come first. */
function tested(walker: Walker, operands: readonly Node[], isOr: boolean): Expression[] {
  const [first, ...others] = operands;
  const parts = [walker.expression(first)];
  for (const [index, node] of others.entries()) {
    const { body, value } = lazily(walker, node);
    if (body.length > 0) {
      for (const part of parts.splice(0)) walker.hoistEffect(part);
      const by = behind(operands.slice(0, index + 1), isOr, walker);
      walker.hoist(branch([body], false, node, false, by));
    }
    if (value) parts.push(value);
  }
  return parts;
}

/** The values of `a ?? b ?? c` or `a ?: b`: where a later one does something, the ones before it come first. */
function firstOf(walker: Walker, [first, ...others]: readonly Node[]): Expression[] {
  const parts = [walker.expression(first)];
  for (const node of others) {
    const { body, value } = lazily(walker, node);
    if (body.length > 0) {
      for (const [index, part] of parts.entries()) parts[index] = held(walker, part, node);
      walker.hoist(branch([body], false, node));
    }
    if (value) parts.push(value);
  }
  return parts;
}

/** A value that is worked out before what follows. */
function held(walker: Walker, value: Expression, node: Node): Expression {
  if (value.kind === 'text' || isPlain(value)) return value;
  const own = name(walker.hold(), node);
  walker.hoist(assign(own, value, node));
  return own;
}

/** Arms of which one surely runs. */
function arms(walker: Walker, nodes: readonly Node[], node: Node, by: Decided): Expression {
  const lowered = nodes.map((part) => lazily(walker, part));
  const bodies = lowered.map(({ body }) => body);
  if (bodies.some(({ length }) => length > 0)) walker.hoist(branch(bodies, true, node, false, by));
  const values = lowered.map(({ value }) => value);
  const { of, by: own } = present(values, by);
  return choice(of, node, own);
}

/** `a ? b : c`, `a ?: c` */
export function lowerConditional({ walker }: PhpContext, node: Node): Expression {
  const [condition, body, other] = ['condition', 'body', 'alternative'].map((key) =>
    node.childForFieldName(key),
  );
  if (!condition || !other) return unknown(node, within(walker, node));
  if (!body) return firstThere(firstOf(walker, [condition, other]), node);
  walker.hoistEffect(walker.expression(condition));
  return arms(walker, [body, other], node, decidedBy([condition], true, walker));
}

/** `match (x) { a => b, default => c }` */
export function lowerMatch(context: PhpContext, node: Node): Expression {
  const { walker } = context;
  walker.hoistEffect(walker.field(node, 'condition'));
  const listed = childrenOf(node.childForFieldName('body'));
  const conditions = listed.flatMap((arm) =>
    childrenOf(arm.childForFieldName('conditional_expressions')),
  );
  walker.hoist(...lowerTests(context, conditions));
  const taken = listed.filter((arm) => arm.childForFieldName('return_expression'));
  const results = taken.map((arm) => arm.childForFieldName('return_expression')!);
  const value = node.childForFieldName('condition');
  const tests = taken.map((arm) => {
    const own = arm.childForFieldName('conditional_expressions');
    return own ? matchOf(value, childrenOf(own), walker) : 'other';
  });
  return arms(walker, results, node, decided(tests));
}

/** Conditions that are tested one after the other: all but the first may not run, which counts where one assigns. */
export const lowerTests = ({ walker }: PhpContext, conditions: readonly Node[]): Statement[] =>
  conditions.flatMap((condition, index) => {
    const done = walker.around(() => walker.effect(condition));
    const isSure = index === 0 || done.every(({ kind }) => kind === 'do');
    return isSure ? done : [branch([done], false, condition)];
  });

const within = (walker: Walker, node: Node): Expression[] =>
  childrenOf(node).map((child) => walker.expression(child, node));
