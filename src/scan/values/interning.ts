// Frames, arguments and values -> one object for all that are alike, so that what is asked of one is remembered for each.
import type { Expression } from '../ir.js';
import type { Scope } from '../symbols/scope.js';
import { pathText } from './access-path.js';
import { guarded, unguarded } from './alternatives.js';
import { type Guard, guardKey, sameGuard } from './guards.js';
import {
  type Bound,
  type BoundArgument,
  type Frame,
  type Hole,
  type ObjectEntry,
  UNKNOWN,
  type Value,
} from './value.js';

/** A tree of keys: what is alike has the same way through it. */
class Node {
  private below: Map<unknown, Node> | undefined;
  made: unknown;

  at(key: unknown): Node {
    this.below ??= new Map();
    let node = this.below.get(key);
    if (!node) {
      node = new Node();
      this.below.set(key, node);
    }
    return node;
  }
}

/** Nothing of it outlives the scopes and expressions of a program. */
const byScope = new WeakMap<Scope, Node>();
const byExpression = new WeakMap<Expression, Node>();
const byClass = new WeakMap<object, Node>();
const roots = new WeakMap<object, Node>();

function nodeOf<K extends object>(map: WeakMap<K, Node>, key: K): Node {
  let node = map.get(key);
  if (!node) {
    node = new Node();
    map.set(key, node);
  }
  return node;
}

function made<T>(node: Node, make: () => T): T {
  node.made ??= make();
  return node.made as T;
}

/** The one argument of this name, expression and place. */
function internArgument(argument: BoundArgument): BoundArgument {
  const { expression, frame, point, name, spread } = argument;
  const node = nodeOf(byExpression, expression).at(frame).at(point).at(name).at(spread);
  return made(node, () => argument);
}

/** The one list of these arguments. */
function internArguments(args: readonly BoundArgument[]): readonly BoundArgument[] {
  let node = EMPTY;
  for (const [index, argument] of args.entries()) {
    const own = internArgument(argument);
    node = index === 0 ? nodeOf(roots, own) : node.at(own);
  }
  return made(node.at(END), () => args.map(internArgument));
}

const EMPTY = new Node();
const END = Symbol('end');

/** So often a function may call itself, through whatever others, before its arguments are given up. */
const MOST_NESTED = 2;

/** The one frame of a function with these arguments. */
export function internFrame({
  scope,
  args,
  self,
  outer,
}: Pick<Frame, 'scope' | 'args' | 'self' | 'outer'>): Frame {
  const own = self && internValue(unguarded(self));
  const given = args && internArguments(args);
  const node = nodeOf(byScope, scope).at(given).at(own).at(outer);
  return made(node, () => {
    const nesting = nestingOf(scope, given, own, outer);
    const cut = nesting.get(scope)! > MOST_NESTED;
    if (!cut) return { scope, args: given, self: own, outer, nesting, cut };
    const bare =
      own?.kind === 'instance'
        ? internValue({ kind: 'instance', class: own.class, args: null })
        : null;
    return made(nodeOf(byScope, scope).at('cut').at(bare), () => ({
      scope,
      args: null,
      self: bare,
      outer: null,
      nesting: new Map([[scope, 1]]),
      cut,
    }));
  });
}

function nestingOf(
  scope: Scope,
  args: Frame['args'],
  self: Value | null,
  outer: Frame | null,
): Map<Scope, number> {
  const nesting = new Map<Scope, number>();
  const add = (frame: Frame | null | undefined): void => {
    for (const [other, times] of frame?.nesting ?? [])
      if (times > (nesting.get(other) ?? 0)) nesting.set(other, times);
  };
  add(outer);
  for (const { frame } of args ?? []) add(frame);
  for (const frame of framesIn(self)) add(frame);
  nesting.set(scope, (nesting.get(scope) ?? 0) + 1);
  return nesting;
}

function* framesIn(value: Value | null): Iterable<Frame> {
  if (value?.kind === 'instance') {
    for (const { frame } of value.args ?? []) yield frame;
    for (const entry of value.set ?? []) yield entry.value.frame;
  } else if (value?.kind === 'function') {
    if (value.outer) yield value.outer;
    yield* framesIn(value.self);
  } else if (value?.kind === 'object') for (const entry of value.entries) yield entry.value.frame;
}

/** The one object that stands for a piece of code in a frame. */
export const internPair = (code: object | string, frame: Frame): object =>
  nodeOf(roots, frame).at('pair').at(code);

/** The one value that is like this one; texts stay what they are. */
export function internValue(value: Value): Value {
  if (interned.has(value)) return value;
  const { when } = value;
  const one = when && value.kind !== 'text' ? internGuarded(value, when) : internContent(value);
  interned.add(one);
  return one;
}

const interned = new WeakSet<Value>();

function internGuarded(value: Value, when: Guard): Value {
  const content = internValue(unguarded(value));
  return made(nodeOf(roots, content).at(guardKey(when)), () => guarded(content, when));
}

function internContent(value: Value): Value {
  switch (value.kind) {
    case 'text':
    case 'file':
    case 'absent':
      return value;
    case 'unknown':
      return internHole(value, value.hole);
    case 'object':
      return made(entriesNode(EMPTY, value.entries).at('object'), () => value);
    case 'list':
      return made(itemsNode(value.items).at(value.open), () => value);
    case 'class':
      return made(nodeOf(byClass, value.class).at('class'), () => value);
    case 'instance': {
      const args = value.args && internArguments(value.args);
      const node = nodeOf(byClass, value.class).at('instance').at(args).at(value.site);
      return made(entriesNode(node, value.set ?? []).at('set'), () => ({ ...value, args }));
    }
    case 'function': {
      const self = value.self && internValue(value.self);
      const node = nodeOf(byScope, value.scope).at('function').at(self).at(value.outer);
      return made(node, () => ({ ...value, self }));
    }
    case 'foreign': {
      const maker = value.maker && (internValue(value.maker) as Value & { kind: 'made' });
      const node = maker ? nodeOf(roots, maker) : FOREIGN;
      return made(node.at('foreign').at(pathText(value.path)), () => ({ ...value, maker }));
    }
    case 'made': {
      const maker = value.maker && (internValue(value.maker) as Value & { kind: 'made' });
      const args = internArguments(value.args);
      const node = nodeOf(roots, args).at(pathText(value.path)).at(maker);
      return made(node, () => ({ ...value, args, maker }));
    }
  }
}

const FOREIGN = new Node();

function internHole(value: Value, { parameter, fields }: Hole): Value {
  if (!parameter) return fields ? value : UNKNOWN;
  const node = nodeOf(byScope, parameter.scope).at('hole').at(parameter.name);
  return made(node.at(fields?.join()), () => value);
}

function boundNode({ expression, frame, point }: Bound): Node {
  return nodeOf(byExpression, expression).at(frame).at(point);
}

function entriesNode(start: Node, entries: readonly ObjectEntry[]): Node {
  let node = start;
  for (const [index, { key, isSpread, isMaybe, value }] of entries.entries()) {
    const own = boundNode(value);
    node = (index === 0 && start === EMPTY ? own : node.at(own)).at(key).at(isSpread).at(isMaybe);
  }
  return node;
}

function itemsNode(items: readonly Bound[]): Node {
  let node = EMPTY;
  for (const [index, item] of items.entries())
    node = index === 0 ? boundNode(item).at('list') : node.at(boundNode(item));
  return node.at('items');
}

/** Whether two values are the same, whatever code they were read from. */
function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || !sameGuard(a.when, b.when)) return false;
  if (a.kind === 'text' && b.kind === 'text') return sameParts(a.parts, b.parts);
  if (a.kind === 'unknown' && b.kind === 'unknown') return sameHole(a.hole, b.hole);
  return a.kind === 'file' && b.kind === 'file' && a.file === b.file;
}

function sameParts(a: readonly (string | Hole)[], b: readonly (string | Hole)[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((part, index) => {
    const other = b[index]!;
    if (typeof part === 'string' || typeof other === 'string') return part === other;
    return sameHole(part, other);
  });
}

const sameHole = (a: Hole, b: Hole): boolean =>
  a === b ||
  (a.parameter?.scope === b.parameter?.scope &&
    a.parameter?.name === b.parameter?.name &&
    a.fields?.join() === b.fields?.join());

/** Whether two lists hold the same values in the same order. */
export const sameValues = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, index) => sameValue(value, b[index]!));
