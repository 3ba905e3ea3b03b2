// Conditions in a frame -> whether one of them surely does not hold there, by what the names that it tests are worth.
import type { Condition } from '../ir.js';
import { expressionOf } from '../symbols/binding-names.js';
import type { DecidedWay } from '../symbols/reaching-definitions.js';
import type { Point } from '../symbols/scope.js';
import type { Ask } from './ask.js';
import { pointAt } from './points.js';
import { holdsOf, readTextTest } from './text-conditions.js';
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
    const test = readTest(condition);
    // where no caller is known, a default says nothing of what callers give
    if (!test || !frame.args) return false;
    const values = ask.values({ expression: expressionOf(test.of), frame, point });
    const holds = values.length === 0 ? null : alike(values.map(test.holds));
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

/** What is tested of the values of a name, or of members of one. */
interface KnownTest {
  readonly of: string;
  /** Whether it holds of a value; `null` where it may or not. */
  holds(value: Value): boolean | null;
}

/** A name or members of one: alone, compared with a literal, or with what stands for nothing. */
const COMPARED = /^([\w$]+(?:\.[\w$]+)*)(?: (==i?)| ===? (null|nil|none|undefined))?$/i;
/** What is asked of a value: `isset(q)`. */
const ASKED = /^([\w?]+)\(([\w$]+(?:\.[\w$]+)*)\)$/;

function readTest({ test, is }: Condition): KnownTest | null {
  const text = readTextTest(test);
  if (text) return { of: text.of, holds: (value) => holdsOf(value, text) };
  const [, of, literal, nothing] = COMPARED.exec(test) ?? [];
  if (of !== undefined) {
    if (nothing) return { of, holds: isAbsent };
    const inAnyCase = literal === '==i';
    return { of, holds: literal ? (value) => isOneOf(value, is, inAnyCase) : isTrue };
  }
  const [, asked = '', name] = ASKED.exec(test) ?? [];
  const holds = QUESTIONS.find(([names]) => names.test(asked))?.[1];
  return name !== undefined && holds ? { of: name, holds } : null;
}

/** Whether a value is true. */
function isTrue(value: Value): boolean | null {
  if (isThere(value)) return true;
  return value.kind === 'absent' || plainText(value)?.toLowerCase() === 'false' ? false : null;
}

/** Whether nothing is there. */
function isAbsent(value: Value): boolean | null {
  if (value.kind === 'absent') return true;
  return isThere(value) || plainText(value) === '' ? false : null;
}

/** Whether nothing is there, or an empty text. */
function isEmpty(value: Value): boolean | null {
  if (value.kind === 'absent' || plainText(value) === '') return true;
  // a list or an object may be empty
  return isThere(value) && !['list', 'object'].includes(value.kind) ? false : null;
}

const not =
  (holds: KnownTest['holds']): KnownTest['holds'] =>
  (value) => {
    const held = holds(value);
    return held === null ? null : !held;
  };

const QUESTIONS: readonly (readonly [RegExp, KnownTest['holds']])[] = [
  [/^(nil\?|is_?null)$/i, isAbsent],
  [/^(isset|nonNull)$/, not(isAbsent)],
  [/^(empty\??|blank\?|isEmpty|isBlank|IsNullOrEmpty|IsNullOrWhiteSpace)$/, isEmpty],
  [/^present\?$/, not(isEmpty)],
  [/^Boolean$/, isTrue],
];

/** Whether a value is one of some literals; compared loosely, what is written in another way may be the same. */
function isOneOf(value: Value, literals: readonly string[], inAnyCase: boolean): boolean | null {
  const written = value.kind === 'absent' ? '' : plainText(value);
  if (written === null) return null;
  const text = inAnyCase ? written.toLowerCase() : written;
  if (value.kind !== 'absent' && literals.includes(text)) return true;
  return literals.some((literal) => mayEqual(text, literal)) ? null : false;
}

const NUMBER = /^(0|[1-9]\d*)$/;
/** What languages take for the same when they compare it loosely: `true == 1`, `null == ''`, `'1.0' == 1`. */
const LOOSE = /^(true|false|[-+]?\.?\d[\d.e]*)?$/i;

const mayEqual = (text: string, literal: string): boolean =>
  LOOSE.test(text) && LOOSE.test(literal) && !(NUMBER.test(text) && NUMBER.test(literal));

/** What all say; `null` where they differ. */
function alike(said: readonly (boolean | null)[]): boolean | null {
  const [first = null] = said;
  return said.every((one) => one === first) ? first : null;
}
