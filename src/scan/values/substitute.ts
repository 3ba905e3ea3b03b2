// Values with holes: their text, the parameters that they wait for, and the same with what a caller gives.
import type { Scope } from '../symbols/scope.js';
import { frameOf } from './frames.js';
import { internFrame } from './interning.js';
import { type Frame, type Hole, holeOf, NOTHING, type Value } from './value.js';

/**
 * The frame again, with what a caller gives to one of the functions in it.
 * @param outer the frame that this function stands in, where it is a closure
 */
export function fill(
  frame: Frame,
  scope: Scope,
  args: Frame['args'],
  self: Value | null,
  outer: Frame | null = null,
): Frame | null {
  if (frame.scope === scope)
    return internFrame({ ...frame, args, self: self ?? frame.self, outer: outer ?? frame.outer });
  const made = frame.self?.kind === 'instance' ? frame.self : null;
  if (scope.function?.name === 'constructor' && self && !made?.args)
    return internFrame({ ...frame, self });
  const inFrames = (all: Frame['args']): Frame['args'] => {
    const given = all?.map((argument) => {
      const filled = fill(argument.frame, scope, args, self, outer);
      return filled ? { ...argument, frame: filled } : argument;
    });
    return given?.some((argument, index) => argument !== all?.[index]) ? given : null;
  };
  // the parameter may be that of a caller, whose frame the arguments stand in, or of what made the object
  const given = inFrames(frame.args);
  if (given) return internFrame({ ...frame, args: given });
  const makers = made && inFrames(made.args);
  if (makers) return internFrame({ ...frame, self: { ...made, args: makers } });
  const point = frame.scope.outer;
  if (!point) return null;
  const around = frame.outer ?? frameOf(point.scope, frame.self);
  const filled = fill(around, scope, args, self, outer);
  return filled && internFrame({ ...frame, outer: filled, self: filled.self ?? frame.self });
}

/** A text with `{}` for its holes; `null` for what is none. */
export function textOf(value: Value): string | null {
  if (value.kind !== 'text') return null;
  return value.parts.map((part) => (typeof part === 'string' ? part : '{}')).join('');
}

/** Whether a parameter stands beside text in a segment: it may hold further segments, which callers know. */
export function isGlued(value: Value): boolean {
  if (value.kind !== 'text') return false;
  return value.parts.some((part, index) => {
    if (typeof part === 'string' || !part.parameter) return false;
    const [before, after] = [value.parts[index - 1] ?? '/', value.parts[index + 1] ?? '/'];
    if (typeof before === 'string' && before.includes('?')) return false;
    return (
      !(typeof before === 'string' && before.endsWith('/')) ||
      !(typeof after === 'string' && /^[/?]/.test(after))
    );
  });
}

/** The path of a URL, without its host or an unknown base. */
export const pathOf = (text: string): string =>
  text.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/^(\{\})+(?=\/)/, '');

/** The parameters that a value waits for. */
export const holesOf = (value: Value): Hole[] => {
  const parts = value.kind === 'text' ? value.parts : [holeOf(value) ?? NOTHING];
  return parts.flatMap((part) => (typeof part !== 'string' && part.parameter ? [part] : []));
};
