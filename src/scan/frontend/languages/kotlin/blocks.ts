// A lambda that says in bare calls and assignments how something is made (`get { url(a); method = b }`) -> named
// arguments of the call beside it: what the lambda sets is an option of the call.

import type { Argument, Expression } from '../../../ir.js';
import {
  argument,
  call,
  childrenOf,
  choice,
  join,
  member,
  name,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { argumentsOf } from './arguments.js';
import type { KotlinContext } from './context.js';
import { lambdaBody, lambdaIn, lambdaParameters } from './lambdas.js';
import { partsOf, plainName } from './nodes.js';

/** What a lambda sets under a name. */
interface Setting {
  readonly key: string;
  readonly value: Expression;
  /** It stands in a branch. */
  readonly isMaybe: boolean;
}

/** How deep blocks in a block are looked at. */
const MAX_DEPTH = 3;
/** The block that builds a URL, and the option that says it. */
const URL = 'url';
const METHOD = 'method';

/**
 * The options that a lambda says, and the arguments besides; a block that builds a URL begins with the first of them.
 * The lambda itself is lowered in its place, so this is only looked at.
 */
export function optionsSaid(
  lambda: Node,
  args: readonly Argument[],
  context: KotlinContext,
): Argument[] {
  if (lambdaParameters(lambda).length > 0) return [...args];
  const built = lambdaBody(lambda).flatMap((one) => urlBlock(one) ?? [])[0];
  const isFirstUrl = built && args[0]?.name === null && args[0].value.kind !== 'lambda';
  const settings = settingsIn(lambdaBody(lambda), context, false, 0);
  const first = isFirstUrl ? args[0]!.value : null;
  const url = built && builtUrl(built, first, context);
  // what it begins with may be replaced
  if (url && first) context.walker.hoistEffect(first);
  const said = url ? [{ key: URL, value: url, isMaybe: false }, ...settings] : settings;
  return [...(url && isFirstUrl ? args.slice(1) : args), ...named(said, lambda)];
}

/** The last setting of a name counts; one in a branch leaves those before it standing. */
function named(settings: readonly Setting[], node: Node): Argument[] {
  const values = new Map<string, Expression[]>();
  for (const { key, value, isMaybe } of settings)
    values.set(key, isMaybe ? [...(values.get(key) ?? [name('null', node)]), value] : [value]);
  return [...values].map(([key, of]) => argument(choice(of, node), key));
}

function settingsIn(
  nodes: readonly Node[],
  context: KotlinContext,
  isMaybe: boolean,
  depth: number,
): Setting[] {
  return nodes.flatMap((node): Setting[] => {
    if (node.type === 'assignment') {
      const left = node.childForFieldName('left');
      const right = node.childForFieldName('right');
      const isPlain = node.childForFieldName('operator')?.type === '=';
      const key = left && keyOf(left, context);
      return key && right && isPlain ? [{ key, value: looked(right, context), isMaybe }] : [];
    }
    if (node.type === 'call_expression') return settingsOfCall(node, context, isMaybe, depth);
    if (node.type !== 'if_expression' && node.type !== 'when_expression') return [];
    const inner = node.descendantsOfType(['assignment', 'call_expression']);
    return settingsIn(inner, context, true, MAX_DEPTH);
  });
}

function settingsOfCall(
  node: Node,
  context: KotlinContext,
  isMaybe: boolean,
  depth: number,
): Setting[] {
  const [of, ...rest] = partsOf(node);
  if (of?.type !== 'identifier') return [];
  const key = plainName(of.text);
  // the function that the caller gives may set anything
  if (context.here.locals.has(key)) return [{ key: 'method', value: unknown(node), isMaybe: true }];
  const inner = rest.map(lambdaIn).find((one) => one !== null);
  if (inner && key !== URL && depth < MAX_DEPTH)
    return settingsIn(lambdaBody(inner.lambda), context, isMaybe, depth + 1);
  const given = rest.find(({ type }) => type === 'value_arguments');
  const [first] = given ? childrenOf(given).filter(({ type }) => type === 'value_argument') : [];
  const value = partsOf(first ?? null).at(-1);
  // a function that is given the whole may set anything
  const isGiven = context.here.locals.has(value?.text ?? '') && key === 'apply';
  if (isGiven || (context.here.locals.has(key) && (!value || value.text === 'this')))
    return [{ key: METHOD, value: unknown(node), isMaybe: true }];
  if (!value || isOwn(key, context)) return [];
  return [{ key, value: looked(value, context), isMaybe }];
}

/** `method` and `this.method` */
function keyOf(node: Node, context: KotlinContext): string | null {
  const [of, key] = node.type === 'navigation_expression' ? partsOf(node) : [null, node];
  if (!key || (of ? of.text !== 'this' : isOwn(key.text, context))) return null;
  return plainName(key.text);
}

const isOwn = (key: string, { here, names }: KotlinContext): boolean =>
  here.locals.has(plainName(key)) || names.functions.has(plainName(key));

/** A value that is lowered in its place too; closures stay there. */
const looked = (node: Node, { walker }: KotlinContext): Expression =>
  node.descendantsOfType('lambda_literal').length > 0 ? unknown(node) : walker.again(node);

/** `url { ... }` */
function urlBlock(node: Node): Node | null {
  const [of, given] = node.type === 'call_expression' ? partsOf(node) : [];
  return of?.text === URL && given ? (lambdaIn(given)?.lambda ?? null) : null;
}

/** The URL that a block builds on what is given before it; `null` where it builds none. */
function builtUrl(
  lambda: Node,
  start: Expression | null,
  context: KotlinContext,
): Expression | null {
  let url = start;
  const appended = (node: Node, args: readonly Argument[]) =>
    call(member(url ?? text('', node), 'appendPathSegments', node), args, node);
  const replaced = (node: Node, args: readonly Argument[]) =>
    url && args[0] ? call(member(url, 'replacePath', node), [args[0]], node) : appended(node, args);
  for (const node of lambdaBody(lambda)) {
    const isSet = node.type === 'assignment';
    const key = (isSet ? node.childForFieldName('left') : partsOf(node)[0])?.text;
    const right = node.childForFieldName('right');
    const list = partsOf(node).find(({ type }) => type === 'value_arguments') ?? null;
    const args = isSet && right ? [argument(looked(right, context))] : lookedAt(list, context);
    const [first] = args;
    if (key === 'takeFrom' && first) url = first.value;
    else if (key === 'host' && first) url = join([text('https://', node), first.value], node);
    else if (key === 'path' || key === 'encodedPath')
      url = isHost(url) ? appended(node, args) : replaced(node, args);
    else if (/^append(Encoded)?PathSegments$/.test(key ?? '')) url = appended(node, args);
    else if (/^(if|when|for)_/.test(node.type))
      url = choice([url ?? unknown(node), unknown(node)], node);
  }
  return url === start ? null : url;
}

const isHost = (url: Expression | null): boolean =>
  url?.kind === 'join' && url.parts.length === 2 && url.parts[0]?.kind === 'text';

function lookedAt(node: Node | null, context: KotlinContext): Argument[] {
  let args: Argument[] = [];
  context.walker.around(() => {
    args = argumentsOf(node, context);
    return [];
  });
  return args;
}
