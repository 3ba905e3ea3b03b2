// A format and what stands for its places -> the texts that it makes: printf, braces, by position or by name.
import { joinValues, partsOf, textValue } from '../texts.js';
import { type Bound, type BoundArgument, UNKNOWN, type Value } from '../value.js';

const PRINTF = /%(?:(\d+)\$)?[-+ 0#]*\d*(?:\.\d+)?[sdvqifxXt]/g;
const BRACES = /\{(\d+|\w+)?(?:[:!][^{}]*)?\}/g;

/** Fills a format; one of `printf` has percent signs, any other braces. */
export function formatted(
  format: Value,
  args: readonly BoundArgument[],
  ask: (bound: Bound) => Value[],
  printf: boolean,
): Value[] {
  const list = args.length === 1 && args[0]!.name === null ? ask(args[0]!) : [];
  const [only] = list.length === 1 ? list : [];
  const items = only?.kind === 'list' ? only.items : null;
  const entries = only?.kind === 'object' ? only.entries : null;
  const positional: Bound[] = [...(items ?? args.filter(({ name }) => name === null))];
  let next = 0;
  const pick = (key: string | undefined): Value[] => {
    if (key !== undefined && !/^\d+$/.test(key)) {
      const named =
        args.find(({ name }) => name === key) ?? entries?.find((entry) => entry.key === key)?.value;
      return named ? ask(named) : [UNKNOWN];
    }
    const bound = positional[key === undefined ? next++ : Number(key) - (printf ? 1 : 0)];
    return bound ? ask(bound) : [UNKNOWN];
  };
  const pattern = printf ? PRINTF : BRACES;
  const lists = partsOf(format).flatMap((part): Value[][] => {
    if (typeof part !== 'string') return [[{ kind: 'unknown', hole: part }]];
    const found: Value[][] = [];
    let end = 0;
    for (const match of part.matchAll(pattern)) {
      found.push([textValue(part.slice(end, match.index))], pick(match[1]));
      end = match.index + match[0].length;
    }
    return [...found, [textValue(part.slice(end))]];
  });
  const written = format.kind === 'text' ? [[textValue('', format.steps)]] : [];
  return joinValues([...written, ...lists]);
}
