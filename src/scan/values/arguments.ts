// The arguments of a call -> the same, with what a function passes on of its own (`"$@"`, `...args`) in its place.
import type { Argument } from '../ir.js';
import type { Scope } from '../symbols/scope.js';
import { textValue } from './texts.js';
import { ABSENT, type Bound, type BoundArgument, type Value } from './value.js';

/** More arguments than any call has. */
const MAX_ARGUMENTS = 100;
const MAX_DEPTH = 8;

/** The arguments of a call that stands there. */
export const bindArguments = (
  args: readonly Argument[],
  { frame, point }: Bound,
): BoundArgument[] =>
  args.map(({ name, value, spread }) => ({ name, spread, expression: value, frame, point }));

/** Replaces `"$@"` by the arguments of the surrounding function; `@2` stands for those behind the second. */
export function unwrapped(args: readonly BoundArgument[], depth = 0): readonly BoundArgument[] {
  if (depth > MAX_DEPTH || !args.some((argument) => restOf(argument))) return args;
  return args
    .flatMap((argument) => {
      const rest = restOf(argument);
      const given = rest && argument.frame.args;
      if (!given) return [argument];
      const passed = unwrapped(given, depth + 1).filter(({ name }) => name === null);
      return passed.slice(rest.from);
    })
    .slice(0, MAX_ARGUMENTS);
}

/** What a call gives to a parameter; a spread argument where it is among those that this one stands for. */
export function argumentFor(
  args: readonly BoundArgument[],
  name: string,
  position: number,
): BoundArgument | undefined {
  const all = unwrapped(args);
  const named = all.find((argument) => argument.name === name);
  if (named) return named;
  const positional = all.filter((argument) => argument.name === null);
  return positional.slice(0, position + 1).find(({ spread }) => spread) ?? positional[position];
}

/** What a parameter is that nobody gives. */
export const absentIn = ({ file }: Scope): Value =>
  file.traits.absentIsEmpty ? textValue('') : ABSENT;

/** A hole for the arguments that a function passes on from callers not known yet; `null` for any other argument. */
export function passedOn(argument: BoundArgument): Value[] | null {
  const { frame } = argument;
  const open = restOf(argument) && !frame.args && frame.scope.function;
  const parameter = { scope: frame.scope, name: '@' };
  return open ? [{ kind: 'unknown', hole: { parameter } }] : null;
}

/** Whether an argument stands for all those of the function, or script, around. */
export const isRest = (argument: BoundArgument): boolean => restOf(argument) !== null;

/** Which of the arguments are passed on: those of a shell, whose name no other language can write. */
function restOf({ spread, expression }: BoundArgument): { readonly from: number } | null {
  const name = spread && expression.kind === 'name' ? expression.name : '';
  const match = /^@(\d*)$/.exec(name);
  return match && { from: Number(match[1]) };
}
