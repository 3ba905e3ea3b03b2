// Values -> the texts that they are, and those that they make one behind the other.
import { additionsOf, MAX_VALUES } from './alternatives.js';
import { both, type Guard } from './guards.js';
import { withoutSettings } from './setting-defaults.js';
import { type Hole, holeOf, NOTHING, type Step, UNKNOWN, type Value } from './value.js';

/** A text without holes. */
export const textValue = (text: string, steps: readonly Step[] = []): Value => ({
  kind: 'text',
  parts: [text],
  steps,
});

/** Its parts; what is no text is a hole. */
export function partsOf(value: Value): readonly (string | Hole)[] {
  if (value.kind === 'text') return value.parts;
  return [holeOf(value) ?? NOTHING];
}

/** The text itself, where nothing of it is open. */
export function plainText(value: Value): string | null {
  if (value.kind !== 'text' || value.parts.some((part) => typeof part !== 'string')) return null;
  return value.parts.join('');
}

/**
 * The texts that one value of each list make, in every combination; where these are too many, a hole stands for a list.
 * A setting that the code gives a text for is that text, but for the base of a URL.
 */
export function joinValues(lists: readonly (readonly Value[])[]): Value[] {
  let joined: Joined[] = [{ parts: [], steps: [], from: [], when: null }];
  for (const [index, all] of lists.entries()) {
    const list = asQuery(index === 0 ? all : withoutSettings(all));
    let longer = joined.flatMap((before) => list.flatMap((value) => joinedWith(before, value)));
    if (longer.length > MAX_VALUES)
      longer = joined.flatMap((before) => joinedWith(before, merge(list)));
    joined = longer;
  }
  return joined.map(({ parts, steps, from, when }) => {
    const via = additionsOf(from);
    return {
      kind: 'text',
      parts: compact(parts),
      steps,
      ...(via.length > 0 && { via }),
      ...(when && { when }),
    };
  });
}

/** Texts that more may be joined to: where some begin a query with `?`, the others go on with one by `&`. */
export function asQuery(values: readonly Value[]): readonly Value[] {
  const begins = (value: Value, sign: string) => String(partsOf(value)[0] ?? '').startsWith(sign);
  if (!values.some((value) => begins(value, '?'))) return values;
  return values.map((value) =>
    value.kind === 'text' && begins(value, '&')
      ? { ...value, parts: ['?', ...value.parts] }
      : value,
  );
}

/** A text while it is put together. */
interface Joined {
  readonly parts: readonly (string | Hole)[];
  readonly steps: readonly Step[];
  /** The values in it that were added to. */
  readonly from: readonly Value[];
  readonly when: Guard | null;
}

/** Nothing where the value does not hold on the ways that the text before it holds on. */
function joinedWith(before: Joined, value: Value): Joined[] {
  const when = both(before.when, value.when ?? null);
  if (when === false) return [];
  return [
    {
      parts: [...before.parts, ...partsOf(value)],
      steps: value.kind === 'text' ? [...before.steps, ...value.steps] : before.steps,
      from: value.kind === 'text' && value.via ? [...before.from, value] : before.from,
      when,
    },
  ];
}

const merge = (values: readonly Value[]): Value => (values.length === 1 ? values[0]! : UNKNOWN);

function compact(parts: readonly (string | Hole)[]): (string | Hole)[] {
  const compacted: (string | Hole)[] = [];
  for (const part of parts) {
    const last = compacted.at(-1);
    if (typeof part === 'string' && typeof last === 'string')
      compacted[compacted.length - 1] = last + part;
    else if (part !== '') compacted.push(part);
  }
  return compacted;
}
