// Conditions in a frame -> whether one of them surely does not hold there, by what the names that it tests are worth.
import type { Condition } from '../ir.js';
import { expressionOf } from '../symbols/binding-names.js';
import type { Point } from '../symbols/scope.js';
import type { Ask } from './ask.js';
import { plainText } from './texts.js';
import { isThere } from './truth.js';
import type { Frame, Value } from './value.js';

/** Whether code that is reached only under these conditions is surely not reached. */
export function isExcluded(
  conditions: readonly Condition[],
  frame: Frame,
  point: Point,
  ask: Pick<Ask, 'values'>,
): boolean {
  return conditions.some((condition) => {
    const [, name = '', comparison = ''] = TEST.exec(condition.test) ?? [];
    // where no caller is known, a default says nothing of what callers give
    if (name === '' || !frame.args) return false;
    const values = ask.values({ expression: expressionOf(name), frame, point });
    if (values.length === 0) return false;
    const holds = comparison === '' ? isTrue(values) : isOneOf(values, condition.is);
    return holds !== null && holds === condition.negated;
  });
}

/** A name or members of one, alone or compared with a literal. */
const TEST = /^([\w$]+(?:\.[\w$]+)*)( ==)?$/;

/** Whether values are true; `null` where they may be either. */
function isTrue(values: readonly Value[]): boolean | null {
  if (values.every(isThere)) return true;
  return values.every(isNothing) ? false : null;
}

const isNothing = (value: Value): boolean =>
  value.kind === 'absent' || plainText(value)?.toLowerCase() === 'false';

/** Whether values are one of some literals; `null` where they may be or not. */
function isOneOf(values: readonly Value[], literals: readonly string[]): boolean | null {
  const known = values.map((value) => {
    const text = plainText(value);
    if (value.kind === 'absent') return false;
    return text === null ? null : literals.includes(text);
  });
  const [first = null] = known;
  return known.every((one) => one === first) ? first : null;
}
