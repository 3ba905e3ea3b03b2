// An expression and what becomes of it -> every expression in it, with what becomes of that.
import type { Expression } from '../ir.js';
import type { Point } from './scope.js';
import type { Use } from './uses.js';

/** Gives an expression and those in it, the outer one first; the bodies of closures are not in it. */
export function walkUses(
  expression: Expression,
  point: Point,
  use: Use,
  take: (expression: Expression, point: Point, use: Use) => void,
): void {
  const walk = (part: Expression, becomes: Use) => walkUses(part, point, becomes, take);
  take(expression, point, use);
  switch (expression.kind) {
    case 'member':
      walk(expression.of, { kind: 'member', expression, up: use });
      return;
    case 'index':
      walk(expression.of, { kind: 'index', expression, point, up: use });
      walk(expression.key, { kind: 'dropped' });
      return;
    case 'call':
    case 'new': {
      const site = { expression, point };
      const callee = expression.kind === 'call' ? expression.callee : expression.type;
      walk(callee, { kind: 'called', site, up: use });
      for (const argument of expression.args)
        walk(argument.value, { kind: 'argument', site, argument, up: use });
      return;
    }
    case 'choice':
      for (const part of expression.of) walk(part, { kind: 'choice', of: expression, up: use });
      return;
    case 'list':
      for (const item of expression.items)
        walk(item, { kind: 'entry', of: expression, key: null, up: use });
      return;
    case 'object':
      for (const { key, value } of expression.entries) {
        if (key) walk(key, { kind: 'dropped' });
        walk(value, { kind: 'entry', of: expression, key, up: use });
      }
      return;
    case 'join':
      for (const part of expression.parts) walk(part, { kind: 'joined', of: expression, up: use });
      return;
    case 'unknown':
      for (const part of expression.parts) walk(part, { kind: 'part', up: use });
  }
}
