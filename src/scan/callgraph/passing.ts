// A value that is an argument of a call -> what the callee does with it: gives it to a parameter, calls it, wraps it, or nobody knows.
import type { Argument, Expression } from '../ir.js';
import { GROWING } from '../symbols/library-methods.js';
import { calledName } from '../symbols/program.js';
import type { Scope, Site } from '../symbols/scope.js';
import type { Use } from '../symbols/uses.js';
import type { Value } from '../values/value.js';
import { behind, itemsAsArguments, itemsOfList, passedBehindFirst } from './argument-lists.js';
import {
  binds,
  collects,
  looksAt,
  loops,
  RUNNERS,
  sendsName,
  takesName,
  wraps,
} from './library-functions.js';
import type { ArgumentLists } from './uses-of-functions.js';

/** A value as an argument of a call. */
export type Passed = Extract<Use, { kind: 'argument' }>;
type Ask = (expression: Expression) => readonly Value[];

/** What is done with an argument. */
export type PassedOn =
  | { readonly kind: 'parameter'; readonly scope: Scope; readonly name: string }
  /** It becomes a field of what is made. */
  | { readonly kind: 'field'; readonly name: string }
  /** `callee`: what is called, where it is not the argument as a whole. */
  | { readonly kind: 'called'; readonly lists: ArgumentLists; readonly callee?: Expression }
  /** The call gives a function that has the arguments from one on bound to it. */
  | { readonly kind: 'bound'; readonly from: number }
  /** The call gives it back, or something that holds it. */
  | { readonly kind: 'given back' }
  | { readonly kind: 'put into'; readonly target: Expression }
  | { readonly kind: 'out of sight' };

const OUT_OF_SIGHT: PassedOn = { kind: 'out of sight' };

/**
 * What the callees of a call may do with an argument.
 * @param take what is known of a callee that is not in the tree, beyond what its name says
 */
export function passedOn(
  use: Passed,
  ask: Ask,
  take: (use: Passed, callee: Value) => PassedOn | readonly PassedOn[] | null,
): PassedOn[] {
  const { expression } = use.site;
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  return ask(callee).flatMap((value): PassedOn | readonly PassedOn[] => {
    if (value.kind === 'function') return entered(value.scope, use);
    if (value.kind !== 'class') return take(use, value) ?? given(use, ask);
    const made = value.class.methods.get('constructor');
    if (made) return entered(made, use);
    const { name } = use.argument;
    return name === null ? OUT_OF_SIGHT : { kind: 'field', name };
  });
}

/** It is given to a function of the tree. */
function entered(scope: Scope, { site, argument }: Passed): PassedOn | PassedOn[] {
  const parameters = [...scope.parameters.values()];
  const rest = parameters.find((parameter) => parameter.rest);
  const positional = site.expression.args.filter(({ name }) => name === null);
  const before = positional.slice(0, Math.max(positional.indexOf(argument), 0));
  const isMoved = argument.spread || before.some(({ spread }) => spread);
  if (isMoved && !(rest && argument.spread)) return OUT_OF_SIGHT;
  const same = (name: string) => name === argument.name;
  const taker = isMoved
    ? rest
    : ((argument.name === null
        ? parameters[before.length]
        : parameters.find(({ name }) => same(name))) ?? rest);
  if (taker) return { kind: 'parameter', scope, name: taker.name };
  // what a function does not take is dropped; a block may be called by yield
  return argument.name === null ? [] : OUT_OF_SIGHT;
}

/** It is given to something that is not in the tree. */
function given({ site, argument }: Passed, ask: Ask): PassedOn | PassedOn[] {
  const { expression } = site;
  const { args } = expression;
  const name = calledName(site);
  const index = args.indexOf(argument);
  const callee = expression.kind === 'call' ? expression.callee : null;
  const receiver = callee?.kind === 'member' ? callee.of : null;
  if (site.point.scope.file.traits.commands) return runByShell(site, argument, name);
  if (looksAt(name) || (index === 0 && receiver && takesThis(name))) return [];
  if (sendsName(name))
    return { kind: 'called', lists: behind(site, { from: index + 1, list: false }) };
  if (loops(name)) {
    // map(f, list), array_walk(list, f), or list.map(f)
    const other = args.find((one) => one !== argument && one.name === null)?.value;
    const list = other && !(receiver && ask(receiver).some(isList)) ? other : receiver;
    return list ? { kind: 'called', lists: itemsOfList(site, list) } : OUT_OF_SIGHT;
  }
  if (binds(name)) return { kind: 'bound', from: index + 1 };
  if (wraps(name) || collects(name)) return { kind: 'given back' };
  const between = RUNNERS.get(name);
  if (between !== undefined)
    return { kind: 'called', lists: behind(site, { from: index + 1 + between, list: false }) };
  const behindIt = args[index + 1];
  if (name === 'call_user_func_array' && behindIt)
    return { kind: 'called', lists: itemsAsArguments(site, behindIt.value) };
  if (argument.name === 'target') {
    const listed = args.find((one) => one.name === 'args');
    const none = behind(site, { from: args.length, list: false });
    return { kind: 'called', lists: listed ? itemsAsArguments(site, listed.value) : none };
  }
  if (receiver && GROWING.has(name)) return { kind: 'put into', target: receiver };
  return OUT_OF_SIGHT;
}

/** A command of a shell that is no function of it can call none, but for those that run commands. */
function runByShell(site: Site, argument: Argument, name: string): PassedOn | PassedOn[] {
  if (name !== 'eval') return takesName(name) ? OUT_OF_SIGHT : [];
  const { value, spread } = argument;
  if (!spread)
    return argument === site.expression.args[0]
      ? { kind: 'called', lists: behind(site, { from: 1, list: false }) }
      : [];
  const callee: Expression = { kind: 'member', of: value, name: '0', at: value.at };
  return { kind: 'called', lists: passedBehindFirst(site), callee };
}

/** Methods of functions whose first argument is what the function is called on. */
const takesThis = (name: string): boolean => name === 'bind' || name === 'call' || name === 'apply';

/** Whether a method of it that loops goes through its own items. */
const isList = ({ kind }: Value): boolean =>
  kind === 'list' || kind === 'object' || kind === 'unknown';
