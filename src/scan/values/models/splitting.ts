// A text and what parts it -> the list of its pieces: `call.split(' ')`, `explode(' ', $call)`, `strings.Cut(call, " ")`.
import { standingFor } from '../standing.js';
import { plainText } from '../texts.js';
import { type Bound, type Hole, type Step, UNKNOWN, type Value } from '../value.js';

type Text = Extract<Value, { kind: 'text' }>;

/** A text of more pieces is no request. */
const MOST_PIECES = 50;

/**
 * The pieces of a text; what is not known of it is taken to have no white space.
 * @param by where it is parted: a constant
 * @param once at the first place alone, as `strings.Cut` does
 */
export function split(
  text: Value,
  by: Bound,
  ask: (bound: Bound) => readonly Value[],
  once = false,
): Value[] {
  // callers may say it
  if (text.kind === 'unknown') return [text];
  const [only, second] = ask(by);
  const separator = only && !second ? plainText(only) : null;
  if (text.kind !== 'text' || !separator) return [UNKNOWN];
  if (plainText(text) === null && separator.trim() !== '') return [UNKNOWN];
  const pieces = piecesOf(text, separator, once);
  if (pieces.length > MOST_PIECES) return [UNKNOWN];
  const { frame, point, expression } = by;
  const items = pieces.map(
    (piece): Bound => ({ expression: standingFor(piece, expression), frame, point }),
  );
  return [{ kind: 'list', items }];
}

/** What stands before the first place, the place, and what stands behind it. */
export function partition(
  text: Value,
  by: Bound,
  ask: (bound: Bound) => readonly Value[],
): Value[] {
  return split(text, by, ask, true).map((list) => {
    if (list.kind !== 'list') return list;
    const [before, ...behind] = list.items;
    return before && behind.length > 0 ? { ...list, items: [before, by, ...behind] } : UNKNOWN;
  });
}

function piecesOf(text: Text, separator: string, once: boolean): Text[] {
  const pieces: (string | Hole)[][] = [[]];
  for (const part of text.parts) {
    if (typeof part !== 'string') {
      pieces.at(-1)!.push(part);
      continue;
    }
    const at = once && pieces.length === 1 ? part.indexOf(separator) : -1;
    const parted =
      at !== -1
        ? [part.slice(0, at), part.slice(at + separator.length)]
        : once
          ? [part]
          : part.split(separator);
    parted.forEach((one, index) => {
      if (index > 0) pieces.push([]);
      if (one !== '') pieces.at(-1)!.push(one);
    });
  }
  return pieces.map((parts) => ({
    kind: 'text',
    parts: parts.length > 0 ? parts : [''],
    steps: text.steps.flatMap((step) => stepsIn(step, parts, separator)),
  }));
}

/** What of a step is in a piece. */
const stepsIn = (step: Step, parts: readonly (string | Hole)[], separator: string): Step[] =>
  step.text
    .split(separator)
    .filter((one) => one !== '' && parts.some((part) => part !== '' && String(part).includes(one)))
    .map((one) => ({ ...step, text: one }));
