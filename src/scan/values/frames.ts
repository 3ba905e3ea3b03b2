// A function -> the frame in which it is looked at, where nobody is known to call it.
import type { Scope } from '../symbols/scope.js';
import { internFrame } from './interning.js';
import type { Frame, Value } from './value.js';

const bare = new WeakMap<Scope, Frame>();

/** A frame for a function; what is not given is as for a caller that is not known. */
export function frameOf(
  scope: Scope,
  self: Value | null = null,
  args: Frame['args'] = null,
): Frame {
  if (self || args) return internFrame({ scope, args, self: self ?? selfOf(scope), outer: null });
  let frame = bare.get(scope);
  if (!frame) {
    frame = internFrame({ scope, args, self: selfOf(scope), outer: null });
    bare.set(scope, frame);
  }
  return frame;
}

/** An object of the class that a function is a method of, or stands in a method of. */
function selfOf({ class: cls, outer }: Scope): Value | null {
  return cls ? { kind: 'instance', class: cls, args: null } : outer && selfOf(outer.scope);
}
