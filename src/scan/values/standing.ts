// A text that no expression of the code is -> an expression that stands for it, the same each time: lists hold expressions.
import type { Expression } from '../ir.js';
import { valueKey } from './alternatives.js';
import type { Value } from './value.js';

type Text = Extract<Value, { kind: 'text' }>;

const standing = new WeakMap<Expression, Map<string, Expression>>();
const values = new WeakMap<Expression, Value>();

/** @param by the expression that makes the text of another one */
export function standingFor(text: Text, by: Expression): Expression {
  const known = standing.get(by) ?? new Map<string, Expression>();
  standing.set(by, known);
  const places = text.steps.map(({ file, at }) => `${file}:${at.line}:${at.column}`);
  const key = [String(valueKey(text)), ...places].join('\n');
  const one = known.get(key);
  if (one) return one;
  const expression: Expression = { kind: 'unknown', parts: [], at: by.at };
  known.set(key, expression);
  values.set(expression, text);
  return expression;
}

/** What an expression stands for; nothing where it stands for itself. */
export const stoodFor = (expression: Expression): Value | undefined => values.get(expression);
