// An expression -> the text that it is, as far as it is written in that place.
import type { Expression } from '../ir.js';

/** A text, or one that is put together, with `{}` for what is not known in this place; `null` for anything else. */
export function writtenText(expression: Expression): string | null {
  if (expression.kind === 'text') return expression.text;
  if (expression.kind !== 'join') return null;
  return expression.parts.map((part) => writtenText(part) ?? '{}').join('');
}
