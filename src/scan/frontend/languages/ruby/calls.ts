// A Ruby call -> a call, a new object, or what a method of the language itself means.
import type { Node } from 'web-tree-sitter';
import type { Argument, Expression } from '../../../ir.js';
import {
  access,
  argument,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  unknown,
} from '../../ir-builders.js';
import { BLOCK, type RubyContext } from './context.js';
import { symbolText } from './file.js';
import { lowerClosure } from './functions.js';

/** They give the text itself. */
const IDENTITY = /^(freeze|to_s|to_str|to_sym|dup|clone|itself)$/;

/** Lowers a call with or without a receiver, arguments and a block. */
export function lowerCall(context: RubyContext, node: Node): Expression {
  const receiver = node.childForFieldName('receiver');
  const method = node.childForFieldName('method');
  const listed = node.childForFieldName('arguments');
  const block = node.childForFieldName('block');
  const own = method?.text ?? '';
  if (method?.type === 'super') return lowerSuper(context, method, argumentsOf(context, node));
  if (!receiver) return lowerPlain(context, node, own);
  const of = context.expression(receiver, node);
  const place = method ?? receiver;
  if (!method || (own === 'call' && receiver.type === 'identifier' && of.kind === 'name'))
    return call(of, argumentsOf(context, node), node);
  if (block && own === 'new' && receiver.text === 'Proc')
    return { kind: 'lambda', function: lowerClosure(context, block), at: placeOf(node) };
  if (own === 'new' || (own === 'class' && of.kind === 'self'))
    return own === 'class'
      ? of
      : { kind: 'new', type: of, args: argumentsOf(context, node), at: placeOf(place) };
  if (!listed && !block && IDENTITY.test(own)) return of;
  const args = argumentsOf(context, node);
  const sends = /^(send|public_send|__send__)$/.test(own);
  const [first] = childrenOf(listed);
  if (sends && first && (own !== 'send' || args.length > 1 || symbolText(first) !== null)) {
    const [verb, ...rest] = args;
    if (verb && verb.name === null && !verb.spread)
      return call(access(of, verb.value, first), rest, node);
  }
  return call(member(of, own, place), args, node);
}

/** A call without a receiver. */
function lowerPlain(context: RubyContext, node: Node, own: string): Expression {
  const block = node.childForFieldName('block');
  if (block && /^(lambda|proc)$/.test(own))
    return { kind: 'lambda', function: lowerClosure(context, block), at: placeOf(node) };
  const args = argumentsOf(context, node);
  const place = node.childForFieldName('method') ?? node;
  const self: Expression = { kind: 'self', at: placeOf(place) };
  if (own === 'new') return { kind: 'new', type: self, args, at: placeOf(place) };
  const [first] = childrenOf(node.childForFieldName('arguments'));
  const named = own === 'method' && first ? symbolText(first) : null;
  return named === null ? call(name(own, place), args, node) : name(named, place);
}

/** `super` alone is given what the method was given. */
export function lowerSuper(
  context: RubyContext,
  node: Node,
  args: readonly Argument[] | null,
): Expression {
  const { method } = context;
  const given =
    args ??
    method?.parameters
      .filter((one) => one.name !== BLOCK)
      .map((one): Argument => ({ name: null, value: name(one.name, node), spread: one.rest })) ??
    [];
  const parent = name('super', node);
  const callee =
    method && method.name !== 'constructor' ? member(parent, method.name, node) : parent;
  return call(callee, given, node);
}

/** `yield a` calls the block that the method was given. */
export function lowerYield(context: RubyContext, node: Node): Expression {
  if (context.method) context.method.yields = true;
  return call(name(BLOCK, node), lowerArguments(context, childrenOf(node)[0] ?? null), node);
}

function argumentsOf(context: RubyContext, node: Node): Argument[] {
  const args = lowerArguments(context, node.childForFieldName('arguments'));
  const block = node.childForFieldName('block');
  if (!block) return args;
  const at = placeOf(block);
  return [...args, argument({ kind: 'lambda', function: lowerClosure(context, block), at }, BLOCK)];
}

/** Symbols as keys are names; other keys without braces are one hash. */
function lowerArguments(context: RubyContext, node: Node | null): Argument[] {
  const entries: { key: Expression; value: Expression }[] = [];
  const args = childrenOf(node).flatMap((child): Argument[] => {
    const [inner] = childrenOf(child);
    switch (child.type) {
      case 'pair': {
        const { key, value, symbol } = lowerPair(context, child);
        if (symbol !== null) return [argument(value, symbol)];
        entries.push({ key, value });
        return [];
      }
      case 'splat_argument':
      case 'hash_splat_argument':
      case 'forward_argument': {
        const value = inner ? context.expression(inner, child) : name(child.text, child);
        return [{ name: null, value, spread: true }];
      }
      case 'block_argument':
        return [argument(lowerBlockArgument(context, child, inner), BLOCK)];
      default:
        return [argument(context.expression(child, child))];
    }
  });
  if (entries.length > 0 && node)
    args.push(argument({ kind: 'object', entries, at: placeOf(node) }));
  return args;
}

/** `&:name` is a block that calls the method of what it is given. */
function lowerBlockArgument(context: RubyContext, node: Node, inner: Node | undefined): Expression {
  const at = placeOf(node);
  if (!inner) return name(BLOCK, node);
  const own = symbolText(inner);
  if (own === null) return context.expression(inner, node);
  const given = name(' 0', node);
  const value = IDENTITY.test(own) ? given : call(member(given, own, inner), [], node);
  const parameter = { name: ' 0', default: null, type: null, rest: false, annotations: [] };
  const body = [{ kind: 'return', value, at } as const];
  return {
    kind: 'lambda',
    function: { name: null, parameters: [parameter], body, annotations: [], at },
    at,
  };
}

/** An entry of a hash: `a: 1`, `:a => 1`, `'a' => 1`, `a:`. */
export function lowerPair(
  context: RubyContext,
  node: Node,
): { key: Expression; value: Expression; symbol: string | null } {
  const [key, value] = [node.childForFieldName('key'), node.childForFieldName('value')];
  if (!key) return { key: unknown(node), value: unknown(node), symbol: null };
  const isArrow = node.children.some((child) => child?.type === '=>');
  const isSymbol = key.type === 'hash_key_symbol' || key.type === 'simple_symbol' || !isArrow;
  const lowered: Expression =
    key.type === 'hash_key_symbol'
      ? { kind: 'text', text: key.text, at: placeOf(key) }
      : context.expression(key, node);
  // `a:` is `a: a`
  const own = value ? context.expression(value, node) : context.word(key);
  return {
    key: lowered,
    value: own,
    symbol: isSymbol && lowered.kind === 'text' ? lowered.text : null,
  };
}
