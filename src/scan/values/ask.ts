// What the parts of the evaluator ask of each other while one question is answered: an interface, which the evaluator fulfils.
import type { Binding, Point, Scope } from '../symbols/scope.js';
import type { Bound, Frame, FunctionValue, Value } from './value.js';

/**
 * A value depends on names, names on files and classes, and these on values again. Each lookup is given this interface
 * and imports nothing of the others that would lead back to it.
 */
export interface Ask {
  /** What an expression may be worth. */
  values(bound: Bound): Value[];
  /** What a name may stand for, looked for from the inside out; with a key, what that member of it may be worth. */
  named(name: string, frame: Frame, point: Point, key?: string | null): Value[];
  /** What a name stands for in one scope alone; `null` where the scope does not have it. */
  inScope(name: string, frame: Frame, point: Point): Value[] | null;
  /** What a function gives back to a caller with these arguments. */
  returned(called: FunctionValue, args: Frame['args']): Value[];
  /**
   * What a binding makes of its name.
   * @param earlier what the name was worth before, for a binding that adds to it
   */
  bound(binding: Binding, earlier: () => Value[], frame: Frame): Value[];
  /** What a container gives a parameter; `null` where its marks name nothing that the program puts there. */
  injected(scope: Scope, parameter: string): Value[] | null;
  /** The question at hand leads back to itself: what adds to a text may add to it any number of times. */
  isCircling(): boolean;
}
