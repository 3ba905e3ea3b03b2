// The expression that an `if` or `switch` tests, in any language -> what is known where it holds and where it fails.

import type { Expression } from '../ir.js';
import {
  allOf,
  anyOf,
  type Decided,
  decided,
  guarded,
  inverted,
  NO_TEST,
  type Test,
  testing,
} from './conditions.js';
import { childrenOf } from './ir-builders.js';
import type { Node } from './node.js';
import { type Operand, operandIn, pathOf, truth } from './operands.js';
import { holding, positionTest, SEARCHES, searchTest } from './text-tests.js';
import type { Walker } from './walker.js';

/** The nodes that a plain test is made of. What is not here, in whatever language, makes a test of which nothing is known. */
const PLAIN = new RegExp(
  `^(${[
    '(\\w+_)?identifier|name|constant|(variable|dotted)_name|(instance|class|global)_variable|this|self',
    '(nullsafe_)?member(_access)?_expression|(navigation|unary|this)_expression|(subscript|selector|index|element_access|non_null)_expression',
    '(field|array)_access|attribute|subscript|element_reference|scope_resolution|optional_chain|bracketed_argument_list',
    '(class_constant|scoped_property)_access_expression|(simple_)?expansion|constant_pattern|predefined_type',
    '\\w*string(_\\w+)?|(simple|bare)_symbol|word|extglob_pattern|(character|rune)_literal(_content)?',
    'number(_literal)?|integer|(decimal_)?int(eger)?_literal|(boolean|null)_literal|boolean|true|false|null|nil|none|undefined',
    'arguments?|value_arguments?|argument_list|tuple|regex(_pattern|_flags)?',
  ].join('|')})$`,
);
const CALL =
  /^(call(_expression)?|method_invocation|(member|function)_call_expression|invocation_expression)$/;
/** Of a longer chain of `&&` the first operands are looked at. */
const FEW = 4;
/** More nodes than a plain test has. */
const MANY = 40;
const WRAPPED = /^(parenthesized_(expression|statements|pattern)|(constant|case)_pattern|pattern)$/;
const ALTERNATIVES = /^(or|union|alternative)_pattern$/;
const EQUAL = /^(===?|is)$/;
const UNEQUAL = /^(!==?|<>|is not)$/;
/** What compares, and what may compare where something was found. */
const ORDERS = /^([<>]=?|[!=]==?)$/;
const NULL = /^(null|nil|none|undefined)$/i;
/** Methods and functions that compare two values. */
const COMPARES = /^([eE]quals|eql\?)$/;
/** Classes that have it as a function. */
const COMPARERS = /^(Objects|[sS]tring|[oO]bject)$/;
/** Those that say of one value whether it is there or holds anything. */
const ASKS =
  /^(nil\?|empty\?|blank\?|present\?|isEmpty|isBlank|isNull|nonNull|isset|empty|is_null|Boolean|IsNullOrEmpty|IsNullOrWhiteSpace)$/;
const SAYS = new RegExp(
  [COMPARES, ASKS, SEARCHES].map(({ source }) => source.slice(1, -1)).join('|'),
);

/** What a condition says. */
export function testOf(node: Node | null, walker: Walker): Test {
  let test = node && unwrapped(node);
  let isNegated = false;
  for (let of = test && negatedBy(test); of; of = negatedBy(test!)) {
    isNegated = !isNegated;
    test = unwrapped(of);
  }
  const own = test ? comparison(test, walker) : NO_TEST;
  return isNegated ? inverted(own) : own;
}

/** The conditions of `if (a) ... else if (b) ... else ...`. */
export function decidedBy(
  conditions: readonly (Node | null)[],
  hasElse: boolean,
  walker: Walker,
): Decided {
  if (conditions.slice(1).some(assigns)) return {};
  const tests = conditions.map((node) => testOf(node, walker));
  return decided(hasElse ? [...tests, 'other'] : tests);
}

/** Those of what stands behind `a &&`, `a && b &&`, and, where it is `||`, runs where these fail. */
export function behind(operands: readonly Node[], isOr: boolean, walker: Walker): Decided {
  if (operands.slice(1).some(assigns)) return {};
  const tests = operands.slice(0, FEW).map((node) => testOf(node, walker));
  const test = isOr ? inverted(anyOf(tests)) : allOf(tests);
  return decided([operands.length > FEW ? guarded(test) : test]);
}

/** Whether a value is one of several: the values of a `case`, or patterns. Without a value they are conditions. */
export function matchOf(value: Node | null, patterns: readonly Node[], walker: Walker): Test {
  if (!value) return anyOf(patterns.map((pattern) => testOf(pattern, walker)));
  if (unwrapped(value).text === 'true') return guarded(matchOf(null, patterns, walker));
  return anyOf(patterns.map((pattern) => matches(value, pattern, walker)));
}

function matches(value: Node, pattern: Node, walker: Walker, sign = '=='): Test {
  const own = unwrapped(pattern);
  const [only] = childrenOf(own);
  if (own.type === 'negated_pattern' && only)
    return own.descendantCount > MANY ? NO_TEST : inverted(matches(value, only, walker));
  if (!ALTERNATIVES.test(own.type)) return compared(value, own, walker, sign);
  return own.descendantCount > MANY ? NO_TEST : matchOf(value, childrenOf(own), walker);
}

/** Whether two expressions are equal, as far as both are plain. */
export function compared(left: Node, right: Node, walker: Walker, sign = '=='): Test {
  return equal(operandOf(left, walker), operandOf(right, walker), sign);
}

/** Whether a value is the empty text. */
export const emptyOf = (node: Node, walker: Walker): Test =>
  equal(operandOf(node, walker), { text: '', reads: [], is: 'literal' }, '==');

/** Whether an expression holds, or is there, as far as it is plain. */
export function truthOf(node: Node, walker: Walker): Test {
  const value = plainOf(node, walker);
  if (value?.kind === 'call') return asked(value);
  const path = value && pathOf(value);
  return path ? testing(truth(path.text, path.reads)) : NO_TEST;
}

function comparison(node: Node, walker: Walker): Test {
  const [left, sign, right, ...more] = node.children;
  if (!left || !right || more.length > 0) return truthOf(node, walker);
  const searched = ORDERS.test(sign!.type) && plainOf(unwrapped(left), walker);
  const found =
    searched && searched.kind === 'call' && positionTest(searched, sign!.type, right.text);
  if (found) return found;
  if (sign!.type === 'in' || sign!.type === 'not in')
    return within(left, right, sign!.type, walker);
  const isEqual = EQUAL.test(sign?.type ?? '');
  if (!isEqual && !UNEQUAL.test(sign?.type ?? '')) return truthOf(node, walker);
  const isStrict = /==$/.test(sign!.type) && sign!.type.length === 3;
  const test = matches(left, right, walker, isStrict ? '===' : '==');
  return isEqual ? test : inverted(test);
}

/** `'x' in a`, of a text. */
function within(left: Node, right: Node, sign: string, walker: Walker): Test {
  const [part, of] = [plainOf(unwrapped(left), walker), plainOf(unwrapped(right), walker)];
  const test = part?.kind === 'text' && of ? holding(of, part.text) : NO_TEST;
  return sign === 'in' ? test : inverted(test);
}

/** `a.equals(b)`, `equals(a, b)`, `a.empty?`, `isset(a)` */
function asked(call: Extract<Expression, { kind: 'call' }>): Test {
  const { callee, args } = call;
  const own = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
  const given = args.map(({ value }) => value);
  const object = callee.kind === 'member' ? callee.of : null;
  const isFunction = COMPARES.test(own)
    ? object?.kind === 'name' && COMPARERS.test(object.name)
    : given.length > 0;
  const of = object && !isFunction ? [object, ...given] : given;
  const [first = null, second = null] = of.map((value) => operandIn(value, false));
  if (COMPARES.test(own)) return of.length === 2 ? equal(first, second, '==') : NO_TEST;
  if (SEARCHES.test(own)) return searchTest(call);
  if (!ASKS.test(own) || of.length !== 1 || first?.is !== 'path') return NO_TEST;
  return testing(truth(`${own}(${first.text})`, first.reads));
}

function equal(left: Operand | null, right: Operand | null, sign: string): Test {
  if (!left || !right) return NO_TEST;
  if (left.is !== 'path') return right.is === 'path' ? equal(right, left, sign) : NO_TEST;
  const { text, reads } = left;
  if (right.is === 'literal') {
    const test = `${text} ${sign.replace('===', '==')}`;
    return testing({ test, is: [right.text], negated: false, reads });
  }
  return testing(truth(`${text} ${sign} ${right.text}`, [...reads, ...right.reads]));
}

function operandOf(node: Node, walker: Walker): Operand | null {
  const own = unwrapped(node);
  if (NULL.test(own.text)) return { text: own.text, reads: [], is: 'constant' };
  const value = plainOf(own, walker);
  return value && operandIn(value, /^(true|false|boolean|boolean_literal)$/.test(own.type));
}

/** The value of an expression that is made of plain nodes. */
function plainOf(node: Node, walker: Walker): Expression | null {
  if (node.descendantCount > MANY || node.hasError || !isPlainNode(node)) return null;
  return walker.again(node);
}

const isPlainNode = (node: Node): boolean =>
  (PLAIN.test(node.type) || (CALL.test(node.type) && SAYS.test(node.text))) &&
  // what the language itself sets: `$1`, `$?`
  (node.type !== 'global_variable' || /^\$[A-Za-z_]\w*$/.test(node.text)) &&
  childrenOf(node).every(isPlainNode);

/** Whether an expression may assign, so that the tests before it may not hold any more; a sign in a text counts too. */
const assigns = (node: Node | null): boolean =>
  node !== null && /(^|[^=!<>])=([^=>~]|$)|\+\+|--/.test(node.text);

/** What is tested to fail: `!a`, `not a`. */
const negatedBy = (node: Node): Node | null =>
  node.childCount === 2 && /^(!|not)$/.test(node.child(0)?.type ?? '') ? node.child(1) : null;

/** What stands in parentheses, or is a pattern by itself. */
function unwrapped(node: Node): Node {
  let inner = node;
  for (;;) {
    const [only, ...more] = childrenOf(inner);
    const isWrapped = /^parenthesized_/.test(inner.type) || inner.text === only?.text;
    if (!only || more.length > 0 || !WRAPPED.test(inner.type) || !isWrapped) return inner;
    inner = only;
  }
}
