// What programs that send requests share: the request of one command, its method as words say it, its URLs.
import { pathOf, textOf } from '../../values/substitute.js';
import { plainText } from '../../values/texts.js';
import { type Hole, isParameter, NOTHING, UNKNOWN, type Value } from '../../values/value.js';
import type { Word } from './words.js';

/** A request of a command; no methods where they are not known. */
export interface Sent {
  readonly methods: readonly string[];
  readonly methodHoles: readonly Value[];
  readonly urls: readonly Value[];
  /** The names of its headers, in lower case; not set where they are not known. */
  readonly headers?: ReadonlySet<string>;
}

/** Reads the words of a program, without its name; `null` where it sends nothing. */
export type ReadProgram = (words: readonly Word[]) => Sent | null;

const METHOD = /^[A-Za-z]{3,10}$/;

/** The method that a word says, or the other one where there is no word. */
export function methodOf(
  word: Word | null | undefined,
  otherwise: string,
): Pick<Sent, 'methods' | 'methodHoles'> {
  if (!word) return { methods: [otherwise], methodHoles: [] };
  const holes = word.filter(isParameter);
  const said = word.flatMap((value) => {
    const text = plainText(value);
    return text !== null && METHOD.test(text) ? [text.toUpperCase()] : [];
  });
  // a caller may say another one than those that stand here
  return holes.length > 0
    ? { methods: [], methodHoles: holes }
    : { methods: [...new Set(said)], methodHoles: [] };
}

/** What another command prints. */
const isOutput = (value: Value): boolean =>
  value.kind === 'made' || (value.kind === 'unknown' && !isParameter(value));

/** Whether two values wait for the same argument. */
function isSame(a: Value, b: Value): boolean {
  if (a.kind !== 'unknown' || b.kind !== 'unknown') return false;
  const [one, other] = [a.hole.parameter, b.hole.parameter];
  return one?.scope === other?.scope && one?.name === other?.name;
}

/** The URLs among the words that may be one: those of which nothing is known only where there is no other. */
export function urlsOf(words: readonly Word[], globs: boolean): Value[] {
  const values = words.flat();
  const known = values.filter((value) => /[^{}\s]/.test(textOf(value) ?? ''));
  const open = values.filter(
    (value, index) =>
      isParameter(value) && values.findIndex((other) => isSame(value, other)) === index,
  );
  // a word may be one of several texts, or something that is not known
  const others = words
    .filter((word) => word.some((value) => known.includes(value)))
    .flatMap((word) => word.filter(isOutput));
  const chosen =
    known.length > 0 ? [...known, ...others.slice(0, 1)] : open.length > 0 ? open : values;
  return chosen.filter((value) => !isDoubled(value, chosen)).map((value) => urlOf(value, globs));
}

/** A path below a variable of the environment, where the same stands below what is taken without it. */
function isDoubled(value: Value, all: readonly Value[]): boolean {
  const [base] = value.kind === 'text' ? value.parts : [];
  if (base === undefined || typeof base === 'string' || base.parameter) return false;
  const path = pathOf(textOf(value) ?? '');
  return (
    path.length > 1 &&
    all.some((other) => {
      const text = other === value ? null : textOf(other);
      // the base may have a path of its own
      return text !== null && /^[a-z]+:/i.test(text) && pathOf(text).endsWith(path);
    })
  );
}

const HOST = /^[\w-]+(\.[\w-]+)+(:\d+)?(?=[/?#]|$)/;
const GLOB = /(\{[^{},]*,[^{}]*\}|\[\w+-\w+(?::\d+)?\])/;

/** A URL as it is sent: with a scheme, and what stands for several texts open. */
function urlOf(value: Value, globs: boolean): Value {
  if (value.kind !== 'text') return value.kind === 'unknown' ? value : UNKNOWN;
  const parts = value.parts.flatMap((part): (string | Hole)[] =>
    typeof part === 'string' && globs
      ? part.split(GLOB).map((piece, index) => (index % 2 === 1 ? NOTHING : piece))
      : [part],
  );
  const [first, ...rest] = parts;
  const host =
    typeof first === 'string' && HOST.test(first) && (rest.length === 0 || /[/?#]/.test(first));
  return { ...value, parts: host ? [`https://${first}`, ...rest] : parts };
}
