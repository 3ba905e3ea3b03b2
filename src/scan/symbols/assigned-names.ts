// Expressions of a scope -> the names that they assign, and the closures that run at once.
import type { Expression, FunctionSyntax } from '../ir.js';
import { LOOPING } from './library-methods.js';
import type { Site } from './scope.js';

/** The names that a target assigns. */
export const namesIn = (target: Expression): string[] =>
  target.kind === 'name'
    ? [target.name]
    : target.kind === 'list'
      ? target.items.flatMap(namesIn)
      : [];

/** Closures that run while the call runs that they stand in: those of loops, and one that is called itself. */
export function closuresAtOnce(site: Site['expression']): FunctionSyntax[] {
  if (site.kind !== 'call') return [];
  const { callee, args } = site;
  const named = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
  const closures = LOOPING.has(named) ? [callee, ...args.map(({ value }) => value)] : [callee];
  return closures.flatMap((one) => (one.kind === 'lambda' ? [one.function] : []));
}
