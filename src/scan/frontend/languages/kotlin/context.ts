// A rule of Kotlin -> what all rules share: the walk, the names of the file, and what bare names and `this` mean here.

import type { Expression } from '../../../ir.js';
import { member, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';
import type { FileNames } from './file-names.js';

/** What `this` is in a lambda or an extension function, and the label that says it from inside others. */
interface Receiver {
  readonly label: string;
  readonly of: Expression;
}

/** Where `return` and `continue` of a label lead: out of a closure, or on to the next turn of a loop. */
interface Label {
  readonly name: string;
  readonly leaves: 'closure' | 'loop';
  /** How many loops of the function stand around what it leaves. */
  readonly depth: number;
}

/** What changes from place to place. */
interface Here {
  /** The variables of the functions around, parameters among them. */
  readonly locals: ReadonlySet<string>;
  /** What stands for a name: the parameter of a lambda whose body stands in its place, a field in its accessor. */
  readonly instead: ReadonlyMap<string, Expression>;
  readonly receivers: readonly Receiver[];
  /** A closure stands around that may be called on something that is not known. */
  readonly isOpen: boolean;
  readonly labels: readonly Label[];
  readonly loops: number;
  /** The closure around is called by others: a `return` without a label leaves the function around it. */
  readonly closure: { leaves: boolean } | null;
  readonly isInClass: boolean;
  /** The members of the classes around. */
  readonly members: {
    readonly declared: ReadonlySet<string>;
    readonly variables: ReadonlySet<string>;
  };
}

/** The lowering of one file. */
export interface KotlinContext {
  readonly walker: Walker;
  readonly names: FileNames;
  /** The ids of calls that are none: the braces behind them are the body of a class. */
  readonly delegates: Set<number>;
  here: Here;
}

export const NOWHERE: Here = {
  locals: new Set(),
  instead: new Map(),
  receivers: [],
  isOpen: false,
  labels: [],
  loops: 0,
  closure: null,
  isInClass: false,
  members: { declared: new Set(), variables: new Set() },
};

/** Lowers something where other things hold. */
export function within<T>(context: KotlinContext, change: Partial<Here>, lower: () => T): T {
  const outer = context.here;
  context.here = { ...outer, ...change };
  try {
    return lower();
  } finally {
    context.here = outer;
  }
}

/** What `this` is here. */
export function selfIn({ here }: KotlinContext, node: Node, label?: string): Expression {
  const at = placeOf(node);
  const receiver = label
    ? here.receivers.findLast((one) => one.label === label)
    : here.receivers.at(-1);
  return receiver ? { ...receiver.of, at } : { kind: 'self', at };
}

/**
 * What a bare name means: a variable, what stands for it, or a member of what the lambda around is called on. What the
 * file does not declare is a variable of another one where it is read, and a method of that where it is called.
 */
export function bareName(
  own: string,
  node: Node,
  context: KotlinContext,
  isCalled = false,
): Expression {
  const { here, names } = context;
  const other = here.instead.get(own);
  if (other) return other.kind === 'text' ? other : { ...other, at: placeOf(node) };
  const isOwn = here.locals.has(own) || /^[A-Z]/.test(own);
  if (isOwn || here.isOpen || here.receivers.length === 0) return name(own, node);
  const isDeclared = names.declared.has(own) || here.members.declared.has(own);
  if (isDeclared && !(isCalled && names.extensions.has(own))) return name(own, node);
  if (!isCalled && !names.properties.has(own)) return name(own, node);
  return member(selfIn(context, node), own, node);
}

/** The same of a name that is assigned: a constant of the file is none. */
export function assignedName(own: string, node: Node, context: KotlinContext): Expression {
  const { here, names } = context;
  const isSet =
    here.locals.has(own) ||
    here.instead.has(own) ||
    names.variables.has(own) ||
    here.members.variables.has(own);
  if (isSet || here.isOpen || here.receivers.length === 0) return bareName(own, node, context);
  return member(selfIn(context, node), own, node);
}
