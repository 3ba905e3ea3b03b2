// Calls, members and objects made, of PHP -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Argument, Expression } from '../../../ir.js';
import {
  access,
  assign,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import { type PhpContext, plainName } from './context.js';

/** `f(x)`, `$f(x)`, `A\f(x)`; `define('A', x)` sets a constant too. */
export function lowerFunctionCall(context: PhpContext, node: Node): Expression {
  const callee = node.childForFieldName('function');
  const args = lowerArguments(context, node.childForFieldName('arguments'));
  const [constant, value] = args;
  if (callee?.text.toLowerCase() === 'define' && constant?.value.kind === 'text' && value) {
    const target: Expression = { ...constant.value, kind: 'name', name: constant.value.text };
    context.frame.hoist(assign(target, value.value, node));
    return unknown(node);
  }
  const called = context.expression(callee, node);
  return isReference(node) ? called : call(called, args, node);
}

/** `f(...)` is the function itself. */
const isReference = (node: Node): boolean =>
  childrenOf(node.childForFieldName('arguments'))[0]?.type === 'variadic_placeholder';

/** `$a->f(x)`, `$a?->f(x)`, `A::f(x)`, `parent::__construct(x)` */
export function lowerMethodCall(context: PhpContext, node: Node): Expression {
  const args = lowerArguments(context, node.childForFieldName('arguments'));
  const callee = lowerMember(context, node);
  if (isReference(node)) return callee;
  if (callee.kind === 'member' && callee.name === '__construct') {
    const { of } = callee;
    return call(of.kind === 'name' && of.name === 'super' ? of : callee, args, node);
  }
  return call(callee, args, node);
}

/** `$a->b`, `A::$b`, `A::B`, `self::B`; `A::class` is the class, `A::B->value` the case itself. */
export function lowerMember(context: PhpContext, node: Node): Expression {
  const scoped = node.type.startsWith('scoped') || node.type === 'class_constant_access_expression';
  const [first, second] = childrenOf(node);
  const holder = node.childForFieldName(scoped ? 'scope' : 'object') ?? first;
  const key = node.childForFieldName('name') ?? second;
  const of = scoped ? lowerScope(context, holder, node) : context.expression(holder, node);
  if (!key) return unknown(node, [of]);
  if (scoped && key.text === 'class' && holder?.type !== 'variable_name') return of;
  if (key.text === 'value' && holder?.type === 'class_constant_access_expression') return of;
  const isName = key.type === 'name' || node.type === 'scoped_property_access_expression';
  if (isName) return member(of, plainName(key), key);
  const chosen = context.expression(key, node);
  return { ...access(of, chosen, node), at: placeOf(key) } as Expression;
}

function lowerScope(context: PhpContext, node: Node | undefined, parent: Node): Expression {
  if (!node) return unknown(parent);
  if (/^(self|static)$/i.test(node.text)) return { kind: 'self', at: placeOf(node) };
  if (/^parent$/i.test(node.text)) return name('super', node);
  return context.expression(node, parent);
}

/** `new A(x)`, `new static`, `new $class(x)`, `new class(x) extends B { ... }` */
export function lowerNew(context: PhpContext, node: Node): Expression {
  const [made, ...rest] = childrenOf(node).filter(({ type }) => type !== 'attribute_list');
  if (!made) return unknown(node);
  const at = placeOf(node);
  const given = rest.find(({ type }) => type === 'arguments') ?? null;
  if (made.type !== 'anonymous_class') {
    const type = lowerScope(context, made, node);
    return { kind: 'new', type, args: lowerArguments(context, given), at };
  }
  const own = ` class ${at.line}:${at.column}`;
  context.frame.hoist({ kind: 'class', class: context.class(made, own) });
  const args = childrenOf(made).find(({ type }) => type === 'arguments') ?? null;
  return { kind: 'new', type: name(own, made), args: lowerArguments(context, args), at };
}

/** Arguments by position, by name, or spread. */
export function lowerArguments(context: PhpContext, node: Node | null): Argument[] {
  return childrenOf(node).flatMap((child): Argument[] => {
    if (child.type !== 'argument')
      return [{ name: null, value: context.expression(child, child), spread: false }];
    const named = child.childForFieldName('name');
    const value = childrenOf(child)
      .filter(({ id, type }) => id !== named?.id && type !== 'reference_modifier')
      .at(-1);
    return [
      {
        name: named?.text ?? null,
        value: context.expression(value, child),
        spread: value?.type === 'variadic_unpacking',
      },
    ];
  });
}

/** `[a, 'k' => b, ...c]`: an object where a key is written, or all is spread; else a list. */
export function lowerArray(context: PhpContext, node: Node): Expression {
  const at = placeOf(node);
  let position = 0;
  const entries = childrenOf(node).map((element) => {
    const [first, second] = element.type === 'array_element_initializer' ? childrenOf(element) : [];
    const value = context.expression(second ?? first ?? element, element);
    if (second) return { isKeyed: true, key: context.expression(first, element), value };
    if (first?.type === 'variadic_unpacking') return { isKeyed: false, key: null, value };
    return { isKeyed: false, key: text(String(position++), element), value };
  });
  const isObject =
    entries.some(({ isKeyed }) => isKeyed) ||
    (entries.length > 0 && entries.every(({ key }) => key === null));
  return isObject
    ? { kind: 'object', entries: entries.map(({ key, value }) => ({ key, value })), at }
    : { kind: 'list', items: entries.map(({ value }) => value), at };
}

/** `$a[b]`; `$a[]`, which adds to it, is the array itself. */
export function lowerSubscript(context: PhpContext, node: Node): Expression {
  const [of, key] = childrenOf(node);
  const holder = context.expression(of, node);
  if (!key) return { kind: 'index', of: holder, key: unknown(node), at: placeOf(node) };
  const found = access(holder, context.expression(key, node), node);
  return { ...found, at: placeOf(key) } as Expression;
}

/** `require 'x.php'` as an expression: a call of `require`. */
export function lowerInclude(context: PhpContext, node: Node): Expression {
  const target: Expression = name('require', node);
  const value = context.expression(childrenOf(node)[0], node);
  return call(target, [{ name: null, value, spread: false }], node);
}
