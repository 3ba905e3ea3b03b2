// A parameter of a function and a frame -> what a caller gives for it, its default, or a hole that callers may fill.

import type { Expression } from '../ir.js';
import type { Scope } from '../symbols/scope.js';
import { distinct, under } from './alternatives.js';
import { absentIn, argumentFor, passedOn } from './arguments.js';
import type { Ask } from './ask.js';
import { leftOut } from './decisions.js';
import type { ImportLookup } from './import-lookup.js';
import { startOf } from './points.js';
import { ABSENT, type BoundArgument, type Frame, UNKNOWN, type Value } from './value.js';

/** What a parameter of the function that a frame is of may be worth. */
export function parameterValues(
  name: string,
  frame: Frame,
  imports: ImportLookup,
  ask: Pick<Ask, 'values' | 'injected'>,
): Value[] {
  const { scope, args } = frame;
  if (frame.cut) return [UNKNOWN];
  const parameter = scope.parameters.get(name)!;
  const fallback = (): Value[] | null =>
    parameter.default &&
    ask.values({ expression: parameter.default, frame, point: startOf(scope) });
  const open = (): Value[] => {
    const injected = ask.injected(scope, name);
    if (injected) return injected;
    const typed = parameter.type ? imports.ofType(parameter.type, scope.file) : [UNKNOWN];
    const given = { parameter: { scope, name } };
    return typed.map((value) => {
      if (value.kind === 'made' || value.kind === 'instance') return { ...value, given };
      // `typeof fetch` says which function it is
      const isNamed = value.kind === 'foreign' || value.kind === 'function';
      return isNamed ? value : { kind: 'unknown', hole: given };
    });
  };
  if (!args) return distinct([...open(), ...under(leftOut(frame), fallback() ?? [])]);
  const names = [...scope.parameters.keys()];
  // what is given by its name takes no place
  const isNamed = (one: string) => args.some((argument) => argument.name === one);
  const position = names.slice(0, names.indexOf(name)).filter((one) => !isNamed(one)).length;
  if (parameter.keyed) return [namedArguments(frame.scope, args)];
  if (parameter.rest) {
    const items = args.filter((argument) => argument.name === null);
    const whole = !items.some((argument) => argument.spread);
    return whole ? [{ kind: 'list', items: items.slice(position) }] : [UNKNOWN];
  }
  const given = argumentFor(args, name, position);
  const entries = given?.name === name ? null : spreadEntries(args, name, ask);
  if (entries) return entries;
  if (given?.spread) return passedOn(given) ?? spreadValues(given, args, position, ask) ?? open();
  if (given) return ask.values(given);
  return fallback() ?? [absentIn(scope)];
}

/** The arguments with names that are none of other parameters, and what is spread among them, as an object. */
function namedArguments({ parameters }: Scope, args: readonly BoundArgument[]): Value {
  const others = args.filter(
    ({ name, spread }) => spread || (name !== null && !parameters.has(name)),
  );
  const entries = others.map((value) => ({ key: value.name, isSpread: value.spread, value }));
  return { kind: 'object', entries };
}

const members = new WeakMap<Expression, Map<string, Expression>>();

/** A member of an expression: the same one each time, since answers are remembered by it. */
function memberOf(of: Expression, name: string): Expression {
  const known = members.get(of) ?? new Map<string, Expression>();
  members.set(of, known);
  const made = known.get(name) ?? { kind: 'member', of, name, at: of.at };
  known.set(name, made);
  return made;
}

/** What objects that are spread among the arguments have for a parameter by its name; `null` where none has it. */
function spreadEntries(
  args: readonly BoundArgument[],
  name: string,
  ask: Pick<Ask, 'values'>,
): Value[] | null {
  for (const argument of args) {
    if (!argument.spread || !ask.values(argument).some(({ kind }) => kind === 'object')) continue;
    const expression = memberOf(argument.expression, name);
    const found = ask.values({ ...argument, expression });
    if (found.some(({ kind }) => kind !== 'absent')) return found;
  }
  return null;
}

/** What a spread list gives to a parameter; `null` where nothing is known of it. */
function spreadValues(
  given: BoundArgument,
  args: readonly BoundArgument[],
  position: number,
  ask: Pick<Ask, 'values'>,
): Value[] | null {
  const positional = args.filter(({ name }) => name === null);
  const index = position - positional.indexOf(given);
  const found = ask.values(given).map((value): Value[] | null => {
    // what a function passes on of its own arguments, its callers say
    if (value.kind === 'unknown' && value.hole.parameter) return [value];
    if (value.kind !== 'list' || value.open) return null;
    const item = value.items[index];
    return item ? ask.values(item) : [ABSENT];
  });
  return found.length === 0 || found.includes(null)
    ? null
    : distinct(found.flatMap((v) => v ?? []));
}
