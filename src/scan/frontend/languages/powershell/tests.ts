// What an `if` or `switch` of PowerShell tests -> what is known where it holds and where it fails.
import type { Condition } from '../../../ir.js';
import {
  allOf,
  anyOf,
  type Decided,
  decided,
  inverted,
  NO_TEST,
  type Test,
  testing,
} from '../../conditions.js';
import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { type Operand, operandIn, pathOf, truth } from '../../operands.js';
import { searchTest } from '../../text-tests.js';
import { type PowerShellContext, peel } from './context.js';
import { operandsOf, operatorOf } from './operands.js';

const PLAIN =
  /^(variable|braced_variable|member_access|member_name|simple_name|element_access|(\w+_)?string_literal|verbatim_\w+|(\w+_)?integer_literal|generic_token|invokation_expression|argument_list|argument_expression_list|type_\w+)$/;
const ASSIGNS = /[^-=!<>+*/%]=|\+\+|--/;
const MANY = 40;

/** The conditions of `if (a) ... elseif (b) ... else ...`. */
export function decidedBy(
  context: PowerShellContext,
  conditions: readonly (Node | null)[],
  hasElse: boolean,
): Decided {
  if (conditions.some((node) => node !== null && ASSIGNS.test(node.text))) return {};
  const tests = conditions.map((node) => testOf(context, node));
  return decided(hasElse ? [...tests, 'other'] : tests);
}

/** What a condition says. */
export function testOf(context: PowerShellContext, outer: Node | null): Test {
  const node = outer && unwrapped(outer);
  if (!node || node.hasError || node.descendantCount > MANY * 20) return NO_TEST;
  const children = childrenOf(node).filter(({ type }) => !/_operator$/.test(type));
  if (node.type === 'expression_with_unary_operator') {
    const sign = node.child(0)?.text.trim().toLowerCase();
    const isNot = (sign === '-not' || sign === '!') && children.length === 1;
    return isNot ? inverted(testOf(context, children[0]!)) : NO_TEST;
  }
  const operator = operatorOf(node);
  if (node.type === 'logical_expression') {
    const tests = operandsOf(node).map((one) => testOf(context, one));
    if (operator === '-and') return allOf(tests);
    return operator === '-or' ? anyOf(tests) : NO_TEST;
  }
  if (node.type === 'comparison_expression') {
    const [left = null, right = null, more] = children;
    if (more || !/^-i?(eq|ne)$/.test(operator)) return NO_TEST;
    const test = compared(context, left, right);
    return operator.endsWith('eq') ? test : inverted(test);
  }
  return truthOf(context, node);
}

/** Whether two expressions are equal, in whatever case. */
export function compared(context: PowerShellContext, left: Node | null, right: Node | null): Test {
  const [first, second] = [left, right].map((node) => node && operandOf(context, unwrapped(node)));
  if (!first || !second) return NO_TEST;
  const [path, other] = first.is === 'path' ? [first, second] : [second, first];
  if (path.is !== 'path') return NO_TEST;
  const { text, reads } = path;
  if (other.is !== 'literal')
    return testing(truth(`${text} == ${other.text}`, [...reads, ...other.reads]));
  const is = [other.text.toLowerCase()];
  const condition: Condition = { test: `${text} ==i`, is, negated: false, reads };
  return testing(condition);
}

function operandOf(context: PowerShellContext, node: Node): Operand | null {
  if (/^\$(null|true|false)$/i.test(node.text.trim()))
    return { text: node.text.trim().slice(1).toLowerCase(), reads: [], is: 'constant' };
  if (!isPlainNode(node)) return null;
  const value = context.walker.again(node);
  return operandIn(value, false);
}

/** Whether an expression holds, or is there, as far as it is plain. */
function truthOf(context: PowerShellContext, node: Node): Test {
  if (!isPlainNode(node)) return NO_TEST;
  const value = context.walker.again(node);
  if (value.kind === 'call') return asked(value);
  const path = pathOf(value);
  return path ? testing(truth(path.text, path.reads)) : NO_TEST;
}

/** `[string]::IsNullOrEmpty($a)`, `$a.StartsWith('/b')` */
function asked(call: Parameters<typeof searchTest>[0]): Test {
  const { callee, args } = call;
  if (callee.kind !== 'member') return NO_TEST;
  if (!/^IsNullOr(Empty|WhiteSpace)$/.test(callee.name)) return searchTest(call);
  const path = args.length === 1 ? pathOf(args[0]!.value) : null;
  return path ? testing(truth(`${callee.name}(${path.text})`, path.reads)) : NO_TEST;
}

const isPlainNode = (node: Node): boolean =>
  node.descendantCount <= MANY * 20 &&
  !node.hasError &&
  (peel(node) !== node || PLAIN.test(node.type)) &&
  childrenOf(node).every(isPlainNode);

function unwrapped(node: Node): Node {
  let inner = peel(node);
  while (inner.type === 'parenthesized_expression') {
    const [only, more] = childrenOf(inner);
    if (!only || more) return inner;
    inner = peel(only);
  }
  return inner;
}
