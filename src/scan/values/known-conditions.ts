// Conditions in a frame -> whether one of them surely does not hold there, by what the names that it tests are worth.
import type { Condition } from '../ir.js';
import { expressionOf } from '../symbols/binding-names.js';
import type { DecidedWay } from '../symbols/reaching-definitions.js';
import type { Point } from '../symbols/scope.js';
import type { Ask } from './ask.js';
import { pointAt } from './points.js';
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

/** Whether no run in a frame goes any of some ways of a branch: the condition of each is one that does not hold. */
export function isClosed(
  { decision, taken }: DecidedWay,
  frame: Frame,
  ask: Pick<Ask, 'values'>,
): boolean {
  const branch = frame.scope.branches.get(decision);
  const ways = branch?.on.filter((_, way) => taken & (1 << way)) ?? [];
  if (!branch || ways.length === 0) return false;
  const point = pointAt(frame.scope, branch.order);
  return ways.every((way) => isExcluded(way, frame, point, ask));
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
