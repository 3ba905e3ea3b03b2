// `if`, `when` and `try` of Kotlin, as statements and as values -> the IR.

import type { Expression, Statement } from '../../../ir.js';
import { anyOf, decided, inverted, type Test } from '../../conditions.js';
import { assign, attempt, branch, name } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { compared, testOf, truthOf } from '../../tests.js';
import { doing } from '../../walker.js';
import { type Arm, armOf, blockOf, lastValue, settingTo, valueOfArms } from './bodies.js';
import type { KotlinContext } from './context.js';
import { partsOf, plainName } from './nodes.js';
import { isUnderSign } from './signs.js';
import { declaredType } from './types.js';

/** Which body runs, and by what that is decided. */
interface Way {
  readonly test: Test | 'other';
  readonly body: readonly Node[];
}

/** A test; the grammar takes `!a.b()` for a call of `!a`. */
function conditionOf(node: Node, context: KotlinContext): Test {
  let inner = node;
  while (inner.type === 'parenthesized_expression' && partsOf(inner)[0]) inner = partsOf(inner)[0]!;
  return isUnderSign(inner, '!')
    ? inverted(truthOf(inner, context.walker))
    : testOf(inner, context.walker);
}

/** `if ... else if ... else`: a chain of any length is no deep tree here. */
function waysOfIf(node: Node, context: KotlinContext): Way[] {
  const ways: Way[] = [];
  let rest: Node | null = node;
  while (rest?.type === 'if_expression') {
    const tested: Node | null = rest.childForFieldName('condition');
    const isFirst = rest === node;
    if (tested) workOut(tested, isFirst, context);
    const { then, otherwise } = armsOfIf(rest);
    ways.push({
      test: tested ? conditionOf(tested, context) : decidedByNothing,
      body: then ? blockOf(then) : [],
    });
    rest = otherwise;
    if (rest && rest.type !== 'if_expression') ways.push({ test: 'other', body: blockOf(rest) });
  }
  return ways;
}

const decidedByNothing: Test = { holds: [], fails: [] };

/** What working out a condition does; only the first of several surely runs. */
function workOut(node: Node, isFirst: boolean, context: KotlinContext): void {
  const { walker } = context;
  if (isFirst) walker.hoist(...walker.around(() => walker.effect(node)));
  else walker.mayDo(node);
}

/** The bodies stand without a name: before `else`, and behind it. */
function armsOfIf(node: Node): { then: Node | null; otherwise: Node | null } {
  const from = node.children.findIndex(({ type }) => type === ')') + 1;
  const middle = node.children.findIndex(({ type }, index) => index >= from && type === 'else');
  const end = middle === -1 ? node.childCount : middle;
  const isBody = (part: Node) => part.isNamed && !part.isError && !/comment/.test(part.type);
  const then = node.children.slice(from, end).find(isBody) ?? null;
  const otherwise = middle === -1 ? null : (node.children.slice(middle + 1).find(isBody) ?? null);
  return { then, otherwise };
}

/** The ways of a `when`, and what it compares. */
function waysOfWhen(node: Node, context: KotlinContext): Way[] {
  const { walker } = context;
  const subject = partsOf(node).find(({ type }) => type === 'when_subject');
  const value = subject ? valueOfSubject(subject, context) : null;
  return partsOf(node)
    .filter(({ type }) => type === 'when_entry')
    .map((entry) => {
      const conditions = entry.childrenForFieldName('condition').filter(({ isNamed }) => isNamed);
      for (const one of conditions) walker.mayDo(one);
      const isOther = entry.children.some(({ type }) => type === 'else');
      const arrow = entry.children.findIndex(({ type }) => type === '->');
      const [body] = entry.children
        .slice(arrow + 1)
        .filter((part) => part.isNamed && !part.isError);
      const tests = conditions.map((one) =>
        value ? compared(value, one, walker) : conditionOf(one, context),
      );
      return { test: isOther ? 'other' : anyOf(tests), body: body ? blockOf(body) : [] };
    });
}

/** `when (val a = b)` compares `a`. */
function valueOfSubject(node: Node, context: KotlinContext): Node | null {
  const { walker } = context;
  const parts = partsOf(node).filter(({ type }) => type !== 'annotation');
  const given = parts.at(-1);
  if (!given) return null;
  const declared = parts.find(({ type }) => type === 'variable_declaration');
  const own = declared && partsOf(declared).find(({ type }) => type === 'identifier');
  const value = walker.expression(given);
  if (!own) {
    walker.hoist(...doing(value, given));
    return given;
  }
  const type = declaredType(declared);
  const set = assign(name(plainName(own.text), own), value, node, { type });
  walker.hoist({ ...set, declares: true } as Statement);
  return own;
}

/** An `if` or a `when` that is a statement. */
export function branchStatement(node: Node, context: KotlinContext): Statement[] {
  const ways = waysIn(node, context);
  const bodies = ways.map(({ body }) => context.walker.statements(body));
  const by = decided(ways.map(({ test }) => test));
  return bodies.length === 0 ? [] : [branch(bodies, isExhaustive(ways), node, false, by)];
}

/** One that is a value: one of its bodies must run. */
export function branchValue(node: Node, context: KotlinContext): Expression {
  const ways = waysIn(node, context);
  const arms = ways.map(({ body }) => armOf(context, () => lastValue(body, context)));
  const hasRest = isExhaustive(ways) || node.type === 'when_expression';
  return valueOfArms(arms, hasRest, node, context, decided(ways.map(({ test }) => test)));
}

const waysIn = (node: Node, context: KotlinContext): Way[] =>
  node.type === 'if_expression' ? waysOfIf(node, context) : waysOfWhen(node, context);

const isExhaustive = (ways: readonly Way[]): boolean => ways.some(({ test }) => test === 'other');

/** A `try` that is a statement. */
export function tryStatement(node: Node, context: KotlinContext): Statement[] {
  const { walker } = context;
  const { body, handlers, last } = partsOfTry(node);
  const lowered = handlers.map((one) => walker.around(() => walker.statements(one)));
  return [...attempt(walker.statements(body), lowered, node), ...walker.statements(last)];
}

/** One that is a value. */
export function tryValue(node: Node, context: KotlinContext): Expression {
  const { walker } = context;
  const { body, handlers, last } = partsOfTry(node);
  const arms: Arm[] = [body, ...handlers].map((one) =>
    armOf(context, () => lastValue(one, context)),
  );
  const held = name(walker.hold(), node);
  const [tried = [], ...rest] = arms.map((arm) => settingTo(held, arm, node));
  walker.hoist(...attempt(tried, rest, node), ...walker.statements(last));
  return held;
}

function partsOfTry(node: Node): { body: Node[]; handlers: Node[][]; last: Node[] } {
  const parts = partsOf(node);
  const block = (of: Node) => partsOf(partsOf(of).find(({ type }) => type === 'block') ?? null);
  const handlers = parts.filter(({ type }) => type === 'catch_block').map(block);
  const final = parts.find(({ type }) => type === 'finally_block');
  return { body: block(node), handlers, last: final ? block(final) : [] };
}
