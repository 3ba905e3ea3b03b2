// A method of a class -> whether it stands for a field: read like one, or doing nothing but give it.
import type { Expression } from '../ir.js';
import type { Scope } from '../symbols/scope.js';

/** A method that is read like a field. */
export const isProperty = ({ function: syntax }: Scope): boolean =>
  syntax?.annotations.some(
    (one) => (one.kind === 'name' || one.kind === 'member') && marksProperty(one.name),
  ) ?? false;

/** Decorators of Python: `@property`, `@cached_property`. */
const marksProperty = (name: string): boolean =>
  name === 'computed' || name === 'property' || name.endsWith('_property');

/** A method that does nothing but give the field of its own name: `path() { return path; }`, where methods have names of their own. */
export function givesField({ function: syntax, class: cls }: Scope): boolean {
  const [only, second] = syntax?.body ?? [];
  if (!syntax?.name || !cls || second || only?.kind !== 'return' || !only.value) return false;
  return syntax.parameters.length === 0 && isOwn(only.value, syntax.name);
}

/** `this.path` or `path`. */
const isOwn = (expression: Expression, name: string): boolean =>
  (expression.kind === 'name' || (expression.kind === 'member' && expression.of.kind === 'self')) &&
  expression.name === name;
