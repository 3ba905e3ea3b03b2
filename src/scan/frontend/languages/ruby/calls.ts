// A Ruby call -> a call, a new object, or what a method of the language itself means.

import { type Argument, type Expression, type Statement, syntheticName } from '../../../ir.js';
import { access, argument, call, childrenOf, member, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { BLOCK, firstOf, maybe, type RubyContext } from './context.js';
import { symbolText } from './file.js';
import { lowerClosure, plainParameter } from './functions.js';
import { lowerPair } from './lists.js';

/** Methods that give the text itself. */
const IDENTITY = /^(freeze|to_s|to_str|to_sym|dup|clone|itself)$/;

/** Lowers a call with or without a receiver, arguments and a block. */
export function lowerCall(context: RubyContext, node: Node): Expression {
  const receiver = node.childForFieldName('receiver');
  const method = node.childForFieldName('method');
  const listed = node.childForFieldName('arguments');
  const block = node.childForFieldName('block');
  const own = method?.text ?? '';
  if (method?.type === 'super')
    return call(context.walker.expression(method), argumentsOf(context, node), method);
  if (!receiver) return lowerPlain(context, node, own);
  const of = context.walker.expression(receiver, node);
  const place = method ?? receiver;
  if (!method || (own === 'call' && receiver.type === 'identifier' && of.kind === 'name'))
    return call(of, argumentsOf(context, node), node);
  if (block && own === 'new' && receiver.text === 'Proc') return lowerProc(context, node, block);
  if (own === 'new' || (own === 'class' && of.kind === 'self'))
    return own === 'class'
      ? of
      : { kind: 'new', type: of, args: argumentsOf(context, node), at: placeOf(place) };
  if (!listed && !block && IDENTITY.test(own)) return of;
  const args = argumentsOf(context, node);
  const sends = /^(send|public_send|__send__)$/.test(own);
  const first = firstOf(listed);
  if (sends && first && (own !== 'send' || args.length > 1 || symbolText(first) !== null)) {
    const [verb, ...rest] = args;
    if (verb && verb.name === null && !verb.spread)
      return call(access(of, verb.value, first), rest, node);
  }
  const named = /^(public_)?method$/.test(own) && first && args.length === 1 && symbolText(first);
  return named ? member(of, named, place) : call(member(of, own, place), args, node);
}

/** A call without a receiver. */
function lowerPlain(context: RubyContext, node: Node, own: string): Expression {
  const block = node.childForFieldName('block');
  if (block && /^(lambda|proc)$/.test(own)) return lowerProc(context, node, block);
  const args = argumentsOf(context, node);
  const place = node.childForFieldName('method') ?? node;
  const self: Expression = { kind: 'self', at: placeOf(place) };
  if (own === 'new') return { kind: 'new', type: self, args, at: placeOf(place) };
  const first = firstOf(node.childForFieldName('arguments'));
  const named = own === 'method' && first && args.length === 1 ? symbolText(first) : null;
  return named === null ? call(name(own, place), args, node) : name(named, place);
}

/** `lambda { ... }`, `Proc.new { ... }` */
function lowerProc(context: RubyContext, node: Node, block: Node): Expression {
  context.walker.hoist(...argumentEffects(context, node.childForFieldName('arguments')));
  return { kind: 'lambda', function: lowerClosure(context, block), at: placeOf(node) };
}

/** `super` alone is given what the method was given; before arguments it is the method of the parent. */
export function lowerSuper(context: RubyContext, node: Node): Expression {
  const { method } = context;
  const parent = name('super', node);
  const callee =
    method && method.name !== 'constructor' ? member(parent, method.name, node) : parent;
  if (node.parent?.childForFieldName('method')?.id === node.id) return callee;
  const given = (method?.parameters ?? [])
    .filter((one) => one.name !== BLOCK)
    .map((one): Argument => ({ name: null, value: name(one.name, node), spread: one.rest }));
  return call(callee, given, node);
}

/** `yield a` calls the block that the method was given. */
export function lowerYield(context: RubyContext, node: Node): Expression {
  if (context.method) context.method.yields = true;
  return call(name(BLOCK, node), lowerArguments(context, firstOf(node)), node);
}

/** What arguments do that the IR has no other place for. */
export const argumentEffects = (context: RubyContext, node: Node | null): Statement[] =>
  lowerArguments(context, node).flatMap(({ value }) => (node ? doing(value, node) : []));

/** The arguments and the block of a call; those of `a&.b(c)` may not run. */
function argumentsOf(context: RubyContext, node: Node): Argument[] {
  const lower = () => lowerArguments(context, node.childForFieldName('arguments'));
  const isSafe = node.children.some((child) => child?.type === '&.');
  const args = isSafe ? maybe(context.walker, node, lower) : lower();
  const block = node.childForFieldName('block');
  if (!block) return args;
  const at = placeOf(block);
  return [...args, argument({ kind: 'lambda', function: lowerClosure(context, block), at }, BLOCK)];
}

/** Symbols as keys are names; other keys without braces are one hash. */
function lowerArguments(context: RubyContext, node: Node | null): Argument[] {
  const entries: { key: Expression; value: Expression }[] = [];
  const listed = childrenOf(node).filter(({ type }) => type !== 'heredoc_body');
  const args = listed.flatMap((child): Argument[] => {
    const inner = firstOf(child);
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
        const value = inner ? context.walker.expression(inner, child) : name(child.text, child);
        return [{ name: null, value, spread: true }];
      }
      case 'block_argument':
        return [argument(lowerBlockArgument(context, child, inner), BLOCK)];
      default:
        return [argument(context.walker.expression(child, child))];
    }
  });
  if (entries.length > 0 && node)
    args.push(argument({ kind: 'object', entries, at: placeOf(node) }));
  return args;
}

/** `&:name` is a block that calls the method of what it is given. */
function lowerBlockArgument(context: RubyContext, node: Node, inner: Node | null): Expression {
  const at = placeOf(node);
  if (!inner) return name(BLOCK, node);
  const own = symbolText(inner);
  if (own === null) return context.walker.expression(inner, node);
  const given = syntheticName('0');
  const of = name(given, node);
  const value = IDENTITY.test(own) ? of : call(member(of, own, inner), [], node);
  const body = [{ kind: 'return', value, at } as const];
  return {
    kind: 'lambda',
    function: { name: null, parameters: [plainParameter(given)], body, annotations: [], at },
    at,
  };
}
