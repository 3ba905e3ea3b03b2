// The constructor of a class and its arguments -> those that it gives to the constructor of its base.
import type { ClassScope, Site } from '../symbols/scope.js';
import { bindArguments } from './arguments.js';
import { frameOf } from './frames.js';
import type { Frame, Value } from './value.js';

/**
 * The arguments of the base; `null` where they are not known.
 * @param args what the class is made with
 */
export function givenToBase(cls: ClassScope, self: Value, args: Frame['args']): Frame['args'] {
  const made = cls.methods.get('constructor');
  // a class without a constructor has that of its base
  if (!made) return args;
  const [only, second] = made.calls.filter(isToBase);
  if (!only || second) return null;
  const { expression, point } = only;
  return bindArguments(expression.args, { expression, frame: frameOf(made, self, args), point });
}

/** `super(a)` */
const isToBase = ({ expression }: Site): boolean =>
  expression.kind === 'call' &&
  expression.callee.kind === 'name' &&
  expression.callee.name === 'super';
