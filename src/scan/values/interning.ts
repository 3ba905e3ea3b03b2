// Frames, arguments and values -> one object for all that are alike, so that what is asked of one is remembered for each.
import type { Scope } from '../symbols/scope.js';
import { pathText } from './access-path.js';
import { guarded, unguarded } from './alternatives.js';
import { type Guard, guardKey } from './guards.js';
import { Pool } from './pools.js';
import { sameEntries, sameHole, sameItems } from './same-values.js';
import { type BoundArgument, type Frame, type Hole, UNKNOWN, type Value } from './value.js';

type Of<K extends Value['kind']> = Extract<Value, { kind: K }>;

const BOUNDS = new Pool<BoundArgument>();
const ARGUMENTS = new Pool<readonly BoundArgument[]>();
const FRAMES = new Pool<Frame>();
const CUT_FRAMES = new Pool<Frame>();
const PAIRS = new Pool<object>();
const GUARDED = new Pool<Value>();
const OBJECTS = new Pool<Of<'object'>>();
const LISTS = new Pool<Of<'list'>>();
const CLASSES = new Pool<Of<'class'>>();
const INSTANCES = new Pool<Of<'instance'>>();
const FUNCTIONS = new Pool<Of<'function'>>();
const FOREIGN = new Pool<Of<'foreign'>>();
const MADE = new Pool<Of<'made'>>();
const HOLES = new Pool<Of<'unknown'>>();

/** For what two parts tell apart already. */
const always = (): boolean => true;

/** The one argument of this name, expression and place. */
function internArgument(argument: BoundArgument): BoundArgument {
  const { expression, frame, point, name, spread } = argument;
  return BOUNDS.one(
    expression,
    frame,
    (other) => other.point === point && other.name === name && other.spread === spread,
    () => argument,
  );
}

/** The one list of these arguments. */
function internArguments(args: readonly BoundArgument[]): readonly BoundArgument[] {
  if (args.length === 0) return NO_ARGUMENTS;
  const own = args.map(internArgument);
  return ARGUMENTS.one(
    own[0]!,
    own.length,
    (other) => other.every((argument, index) => argument === own[index]),
    () => own,
  );
}

const NO_ARGUMENTS: readonly BoundArgument[] = [];

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
  return FRAMES.one(
    scope,
    given,
    (other) => other.self === own && other.outer === outer,
    () => {
      const nesting = nestingOf(scope, given, own, outer);
      const cut = nesting.get(scope)! > MOST_NESTED;
      return cut ? cutFrame(scope, own) : { scope, args: given, self: own, outer, nesting, cut };
    },
  );
}

/** The frame of a function that calls itself too often: nothing is known of its arguments. */
function cutFrame(scope: Scope, self: Value | null): Frame {
  const bare =
    self?.kind === 'instance'
      ? internValue({ kind: 'instance', class: self.class, args: null })
      : null;
  return CUT_FRAMES.one(scope, bare, always, () => ({
    scope,
    args: null,
    self: bare,
    outer: null,
    nesting: new Map([[scope, 1]]),
    cut: true,
  }));
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
  PAIRS.one(frame, code, always, () => ({}));

/** The one value that is like this one; texts stay what they are. */
export function internValue(value: Value): Value {
  if (value.kind === 'text' || interned.has(value)) return value;
  const { when } = value;
  const one = when ? internGuarded(value, when) : internContent(value);
  interned.add(one);
  return one;
}

const interned = new WeakSet<Value>();

function internGuarded(value: Value, when: Guard): Value {
  const content = internValue(unguarded(value));
  return GUARDED.one(content, guardKey(when), always, () => guarded(content, when));
}

function internContent(value: Value): Value {
  switch (value.kind) {
    case 'text':
    case 'file':
    case 'absent':
      return value;
    case 'unknown':
      return internHole(value, value.hole);
    case 'object': {
      const { entries } = value;
      // the last entry says most: what grows begins alike, and is added to at many points
      const { expression, point } = entries.at(-1)?.value ?? NOWHERE;
      const isAlike = (other: Of<'object'>) => sameEntries(other.entries, entries);
      return OBJECTS.one(expression, point, isAlike, () => value);
    }
    case 'list': {
      const { items, open } = value;
      const { expression, frame } = items.at(-1) ?? NOWHERE;
      const isAlike = (other: Of<'list'>) => other.open === open && sameItems(other.items, items);
      return LISTS.one(expression, frame, isAlike, () => value);
    }
    case 'class':
      return CLASSES.one(value.class, null, always, () => value);
    case 'instance': {
      const args = value.args && internArguments(value.args);
      const { site, set = [], given } = value;
      const isAlike = (other: Of<'instance'>) =>
        other.args === args &&
        other.site === site &&
        sameHole(other.given, given) &&
        sameEntries(other.set ?? [], set);
      return INSTANCES.one(value.class, set.at(-1)?.value.point ?? args, isAlike, () => ({
        ...value,
        args,
      }));
    }
    case 'function': {
      const self = value.self && internValue(value.self);
      const isAlike = (other: Of<'function'>) => other.self === self;
      return FUNCTIONS.one(value.scope, value.outer, isAlike, () => ({ ...value, self }));
    }
    case 'foreign': {
      const maker = value.maker && (internValue(value.maker) as Of<'made'>);
      const path = pathText(value.path);
      return FOREIGN.one(maker ?? NOWHERE, path, always, () => ({ ...value, maker }));
    }
    case 'made': {
      const maker = value.maker && (internValue(value.maker) as Of<'made'>);
      const args = internArguments(value.args);
      // the maker says more than the arguments: most calls behind another one have none
      const isAlike = (other: Of<'made'>) =>
        other.args === args && other.maker === maker && sameHole(other.given, value.given);
      const path = pathText(value.path);
      return MADE.one(maker ?? args, path, isAlike, () => ({ ...value, args, maker }));
    }
  }
}

/** Where the last item of an object or a list stands that has none. */
const NOWHERE = { expression: {}, frame: null, point: null };

function internHole(value: Of<'unknown'>, { parameter, fields }: Hole): Value {
  if (!parameter) return fields ? value : UNKNOWN;
  const own = fields?.join();
  const isAlike = ({ hole }: Of<'unknown'>) => hole.fields?.join() === own;
  return HOLES.one(parameter.scope, parameter.name, isAlike, () => value);
}
