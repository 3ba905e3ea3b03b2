// A parameter of a function and a frame -> what a caller gives for it, its default, or a hole that callers may fill.

import { distinct, under } from './alternatives.js';
import { absentIn, argumentFor, passedOn } from './arguments.js';
import type { Ask } from './ask.js';
import { leftOut } from './decisions.js';
import type { ImportLookup } from './import-lookup.js';
import { startOf } from './points.js';
import { type Frame, UNKNOWN, type Value } from './value.js';

/** What a parameter of the function that a frame is of may be worth. */
export function parameterValues(
  name: string,
  frame: Frame,
  imports: ImportLookup,
  ask: Pick<Ask, 'values'>,
): Value[] {
  const { scope, args } = frame;
  if (frame.cut) return [UNKNOWN];
  const parameter = scope.parameters.get(name)!;
  const fallback = (): Value[] | null =>
    parameter.default &&
    ask.values({ expression: parameter.default, frame, point: startOf(scope) });
  const open = (): Value[] => {
    const typed = parameter.type ? imports.ofType(parameter.type, scope.file) : [UNKNOWN];
    if (typed.some(({ kind }) => kind !== 'unknown')) return typed;
    return [{ kind: 'unknown', hole: { parameter: { scope, name } } }];
  };
  if (!args) return distinct([...open(), ...under(leftOut(frame), fallback() ?? [])]);
  const position = [...scope.parameters.keys()].indexOf(name);
  if (parameter.rest) {
    const items = args.filter((argument) => argument.name === null);
    const whole = !items.some((argument) => argument.spread);
    return whole ? [{ kind: 'list', items: items.slice(position) }] : [UNKNOWN];
  }
  const given = argumentFor(args, name, position);
  if (given?.spread) return passedOn(given) ?? open();
  if (given) return ask.values(given);
  return fallback() ?? [absentIn(scope)];
}
