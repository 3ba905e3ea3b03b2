// Operators of PowerShell -> texts, lists, calls; what has no rule keeps the calls in its operands.
import type { Expression } from '../../../ir.js';
import { allOf, decided } from '../../conditions.js';
import {
  argument,
  call,
  childrenOf,
  choice,
  firstThere,
  join,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { listed } from './collections.js';
import { type PowerShellContext, peel } from './context.js';
import { operandsOf, operatorOf } from './operands.js';
import { testOf } from './tests.js';
import { lowerType, namesOfType } from './types.js';

/** Lowers `$a + $b`, `$a -f $b`, `$a -join $b` and their like. */
export function lowerBinary(context: PowerShellContext, node: Node): Expression {
  const { walker } = context;
  const operator = operatorOf(node);
  const operands = operandsOf(node);
  if (operator === '-xor') return lowerEither(context, operands, node);
  if (operator === '-and' || operator === '-or') {
    const [first, ...others] = operands;
    return unknown(node, [
      walker.expression(first, node),
      ...others.map((one) => walker.maybe(one)),
    ]);
  }
  const values = operands.map((one) => walker.expression(one, node));
  const [left, right, more] = values;
  if (!left || !right) return unknown(node, values);
  const method = (of: Expression, called: string, args: readonly Expression[]) =>
    call(
      member(of, called, node),
      args.map((value) => argument(value)),
      node,
    );
  switch (operator) {
    case '+':
      return lowerSum(values, operands, node);
    case '-f':
      return method(
        left,
        'format',
        values.slice(1).flatMap((value) => itemsOf(value)),
      );
    case '-join':
      return more ? unknown(node, values) : method(listed(left, node), 'join', [right]);
    case '-replace': {
      const [pattern, by] = right.kind === 'list' ? right.items : [right, text('', node)];
      if (more || !pattern) return unknown(node, values);
      return method(left, 'replaceAll', [patternOf(pattern, node), by ?? text('', node)]);
    }
    case '-split': {
      const [by] = itemsOf(right);
      return more || !by ? unknown(node, values) : method(left, 'split', [patternOf(by, node)]);
    }
    case '-as':
      return left;
    default:
      return unknown(node, values);
  }
}

/** `a ? b : c` and `a ?? b`, for which `readable.ts` writes `a -and b -xor c` and `a -xor b`. */
function lowerEither(
  context: PowerShellContext,
  [first, ...others]: readonly Node[],
  node: Node,
): Expression {
  const { walker } = context;
  const own = first && peel(first);
  const isTernary = own?.type.startsWith('logical_') && operatorOf(own) === '-and';
  if (!own || !isTernary) {
    const given = own ? walker.expression(own, node) : unknown(node);
    return firstThere([given, ...others.map((one) => walker.maybe(one))], node);
  }
  const parts = operandsOf(own);
  const conditions = parts.slice(0, -1);
  for (const [index, one] of conditions.entries())
    if (index === 0) walker.hoist(...walker.effect(one));
    else walker.mayDo(one);
  const values = [parts.at(-1)!, ...others].map((one) => walker.maybe(one));
  const test = allOf(conditions.map((one) => testOf(context, one)));
  return choice(values, node, others.length === 1 ? decided([test, 'other']) : {});
}

const itemsOf = (value: Expression): readonly Expression[] =>
  value.kind === 'list' ? value.items : [value];

/** Texts are joined, lists are chained, and hashtables are one. */
function lowerSum(
  values: readonly Expression[],
  operands: readonly Node[],
  node: Node,
): Expression {
  if (values.some(({ kind }) => kind === 'object')) {
    const entries = values.map((value) => ({ key: null, value }));
    return { kind: 'object', entries, at: placeOf(node) };
  }
  // what stands first says whether it is a sum
  if (/^(integer|real)_literal$/.test(operands[0]?.type ?? '')) return unknown(node, values);
  const [first, ...rest] = values;
  if (first?.kind !== 'list') return join(values, node);
  return join([first, ...rest.map((value) => listed(value, node))], node);
}

/** A pattern is one of letters alone, or a regular expression. */
function patternOf(pattern: Expression, node: Node): Expression {
  if (pattern.kind !== 'text') return pattern;
  const plain = pattern.text.replace(/\\([^\w\s])/g, '$1');
  const bare = pattern.text.replace(/\\[^\w\s]/g, '');
  if (!/[\\^$.|?*+()[\]{}]/.test(bare)) return { ...pattern, text: plain };
  const args = [argument(pattern), argument(text('', node))];
  return { kind: 'new', type: name('RegExp', node), args, at: placeOf(node) };
}

/** `-not $a`, `-join $a`, `,$a`, `[A]$b`, `-$a` */
export function lowerUnary(context: PowerShellContext, node: Node): Expression {
  const { walker } = context;
  const children = childrenOf(node);
  const [type, operand] = children;
  if (type?.type === 'type_literal') {
    // the object as one of its base class: `([Base]$this).send()`
    if (operand && /^\$this$/i.test(operand.text.trim())) return name('super', operand);
    const value = operand ? walker.expression(operand, node) : lowerType(type);
    // a list of one is a list; a client that a text is cast to is made of it
    return isListType(type) && value.kind !== 'unknown' ? listed(value, node) : value;
  }
  const sign = node.children
    .find((child) => !child.isNamed)
    ?.text.trim()
    .toLowerCase();
  const values = children.map((child) => walker.expression(child, node));
  const [value] = values;
  if (!value || values.length > 1) return unknown(node, values);
  if (sign === undefined || sign === '+') return value;
  const at = placeOf(node);
  if (sign === '-join')
    return call(member(listed(value, node), 'join', node), [argument(text('', node))], node);
  if (sign === ',') return { kind: 'list', items: [value], at };
  if (sign === '-' && value.kind === 'text') return text(`-${value.text}`, node);
  return unknown(node, values);
}

/** `[string[]]`, `[System.Collections.ArrayList]` */
export const isListType = (node: Node): boolean =>
  /\[\s*\]\s*\]?$/.test(node.text) ||
  /^(array|List|ArrayList)$/.test(namesOfType(node.text).at(-1) ?? '');
