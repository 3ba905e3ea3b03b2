// Calls, members and objects made, of PHP -> the IR.

import { type Expression, syntheticName } from '../../../ir.js';
import {
  access,
  argument,
  assign,
  call,
  childrenOf,
  leave,
  member,
  name,
  placeOf,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerArguments } from './arguments.js';
import { lowerClass } from './classes.js';
import { isExit, isReference, mayRun, type PhpContext, plainName } from './context.js';

/** `f(x)`, `$f(x)`, `A\f(x)`; `define('A', x)` sets a constant, `exit(x)` leaves. */
export function lowerFunctionCall(context: PhpContext, node: Node): Expression {
  const { walker } = context;
  const callee = node.childForFieldName('function');
  const args = lowerArguments(context, node.childForFieldName('arguments'));
  if (isExit(node)) {
    for (const { value } of args) walker.hoistEffect(value);
    walker.hoist(leave('throw', node));
    return unknown(node);
  }
  const [constant, value, ...more] = args;
  if (callee?.text.toLowerCase() === 'define' && constant?.value.kind === 'text' && value) {
    const target: Expression = { ...constant.value, kind: 'name', name: constant.value.text };
    walker.hoist(assign(target, value.value, node));
    for (const other of more) walker.hoistEffect(other.value);
    return unknown(node);
  }
  if (/^\\?extract$/i.test(callee?.text ?? ''))
    for (const own of assignedAround(node)) walker.mayFill(name(own, node), node);
  const called = walker.expression(callee, node);
  return isReference(node) ? called : call(called, args, node);
}

const FUNCTION = /^(function_definition|method_declaration|anonymous_function\w*)$/;

/** The variables that the function around assigns before: `extract` may set each of them. */
function assignedAround(node: Node): Set<string> {
  let around = node;
  while (around.parent && !FUNCTION.test(around.type)) around = around.parent;
  const before = around
    .descendantsOfType('assignment_expression')
    .filter((one) => one !== null && one.startIndex < node.startIndex);
  return new Set(
    before.flatMap((one) => {
      const left = one?.childForFieldName('left');
      return left?.type === 'variable_name' ? [plainName(left)] : [];
    }),
  );
}

/** `$a->f(x)`, `$a?->f(x)`, `A::f(x)`, `parent::__construct(x)` */
export function lowerMethodCall(context: PhpContext, node: Node): Expression {
  const callee = lowerMember(context, node);
  if (isReference(node)) return callee;
  const given = () => lowerArguments(context, node.childForFieldName('arguments'));
  const args = node.type.startsWith('nullsafe') ? mayRun(context, node, given) : given();
  if (callee.kind === 'member' && callee.name === '__construct') {
    const { of } = callee;
    return call(of.kind === 'name' && of.name === 'super' ? of : callee, args, node);
  }
  return call(callee, args, node);
}

/** `$a->b`, `A::$b`, `A::B`, `self::B`; `A::class` is the class, `A::B->value` the case itself. */
export function lowerMember(context: PhpContext, node: Node): Expression {
  const { walker } = context;
  const scoped = node.type.startsWith('scoped') || node.type === 'class_constant_access_expression';
  const [first, second] = childrenOf(node).filter(({ isError }) => !isError);
  const holder = node.childForFieldName(scoped ? 'scope' : 'object') ?? first;
  const key = node.childForFieldName('name') ?? second;
  const of = scoped ? lowerScope(context, holder, node) : walker.expression(holder, node);
  if (!key) return unknown(node, [of]);
  if (scoped && key.text === 'class' && holder?.type !== 'variable_name') return of;
  if (key.text === 'value' && holder?.type === 'class_constant_access_expression') return of;
  const isProperty = node.type === 'scoped_property_access_expression';
  // the grammar calls `f()` of `A::{f()}` a name too
  const [worked] = key.type === 'name' || isProperty ? childrenOf(key) : [];
  const isPlain = key.type === 'name' ? !worked : isProperty && key.type === 'variable_name';
  if (isPlain) return member(of, plainName(key), key);
  const chosen = access(of, walker.expression(worked ?? key, node), node);
  return { ...chosen, at: placeOf(key) } as Expression;
}

function lowerScope({ walker }: PhpContext, node: Node | undefined, parent: Node): Expression {
  if (!node) return unknown(parent);
  if (/^(self|static)$/i.test(node.text)) return { kind: 'self', at: placeOf(node) };
  if (/^parent$/i.test(node.text)) return name('super', node);
  return walker.expression(node, parent);
}

/** `new A(x)`, `new static`, `new $class(x)`, `new class(x) extends B { ... }` */
export function lowerNew(context: PhpContext, node: Node): Expression {
  const [made, ...rest] = childrenOf(node).filter(
    ({ type, isError }) => type !== 'attribute_list' && !isError,
  );
  if (!made) return unknown(node);
  const at = placeOf(node);
  const given = rest.find(({ type }) => type === 'arguments') ?? null;
  if (made.type !== 'anonymous_class') {
    const type = lowerScope(context, made, node);
    return { kind: 'new', type, args: lowerArguments(context, given), at };
  }
  const own = syntheticName(`class ${at.line}:${at.column}`);
  context.walker.hoist({ kind: 'class', class: lowerClass(context, made, own) });
  const args = childrenOf(made).find(({ type }) => type === 'arguments') ?? null;
  return { kind: 'new', type: name(own, made), args: lowerArguments(context, args), at };
}

/** `$a[b]`; `$a[]`, which adds to it, is the array itself. */
export function lowerSubscript({ walker }: PhpContext, node: Node): Expression {
  const [of, key] = childrenOf(node).filter(({ isError }) => !isError);
  const holder = walker.expression(of, node);
  if (!key) return { kind: 'index', of: holder, key: unknown(node), at: placeOf(node) };
  const found = access(holder, walker.expression(key, node), node);
  return { ...found, at: placeOf(key) } as Expression;
}

/** `require 'x.php'` as an expression: a call of `require`. */
export function lowerInclude({ walker }: PhpContext, node: Node): Expression {
  const value = walker.expression(childrenOf(node)[0], node);
  return call(name('require', node), [argument(value)], node);
}
