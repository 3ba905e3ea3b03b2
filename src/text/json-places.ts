// A JSON text -> the offsets at which its keys and elements stand, and where its first error is; without building its values.

/** The keys and list positions that lead to a value. */
export type JsonPath = readonly (string | number)[];

/** What is told of the keys and elements of a text, in order. `Level` is what the reader keeps of what stands around. */
export interface JsonReader<Level> {
  /** A key, between its quotes as written, which stand at these offsets; gives what is around its value. */
  key(around: Level, from: number, to: number): Level;
  /** An element of a list, at an offset; gives what is around what stands in it. */
  element(around: Level, index: number, at: number): Level;
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

/** Reads a text; gives the offset of the first error, `null` for valid JSON. */
export function walkJson<Level>(
  text: string,
  root: Level,
  reader: JsonReader<Level>,
): number | null {
  const stack: { readonly array: boolean; readonly level: Level; index: number }[] = [];
  let at = 0;
  let around = root;
  let expect: 'value' | 'first key' | 'first value' | 'key' | 'next' = 'value';
  const skip = () => {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
  };
  for (skip(); at < text.length; skip()) {
    const character = text[at]!;
    const top = stack.at(-1);
    const closes = top && (top.array ? ']' : '}');
    if (character === closes && expect !== 'value' && expect !== 'key') {
      stack.pop();
      at++;
      expect = 'next';
    } else if (expect === 'next') {
      if (!top || character !== ',') return at;
      at++;
      expect = top.array ? 'value' : 'key';
    } else if (expect === 'key' || expect === 'first key') {
      const end = character === '"' ? stringEnd(text, at) : at;
      if (end <= at) return at;
      if (end > text.length) return text.length;
      around = reader.key(top!.level, at + 1, end - 1);
      at = end;
      skip();
      if (text[at] !== ':') return Math.min(at, text.length);
      at++;
      expect = 'value';
    } else {
      if (top?.array) around = reader.element(top.level, top.index++, at);
      if (character === '{' || character === '[') {
        stack.push({ array: character === '[', level: around, index: 0 });
        at++;
        expect = character === '[' ? 'first value' : 'first key';
        continue;
      }
      const end = character === '"' ? stringEnd(text, at) : scalarEnd(text, at);
      if (end <= at) return at;
      if (end > text.length) return text.length;
      at = end;
      expect = 'next';
    }
  }
  return stack.length > 0 || expect !== 'next' ? text.length : null;
}

/** Where the elements of some lists begin, and where the first error stands; `null` for valid JSON. */
export interface JsonElements {
  readonly error: number | null;
  readonly elements: readonly number[];
}

/** The keys around a place, the innermost first; an element of a list has an empty one. */
interface Keys {
  readonly key: string;
  readonly above: Keys | null;
}

/** Finds the elements of the lists below a key; `a.b` is looked for from the top on, a key without dots anywhere. */
export function scanJson(text: string, wanted: string): JsonElements {
  const elements: number[] = [];
  const whole = wanted.includes('.');
  const isWanted = (keys: Keys) => (whole ? keyPath(keys) === wanted : keys.key === wanted);
  const error = walkJson<Keys>(
    text,
    { key: '', above: null },
    {
      key: (above, from, to) => ({ key: text.slice(from, to), above }),
      element(above, _, at) {
        if (isWanted(above)) elements.push(at);
        return { key: '', above };
      },
    },
  );
  return { error, elements };
}

/** The keys from the top on, joined by dots. */
function keyPath({ key, above }: Keys): string {
  const before = above?.above ? `${keyPath(above)}.` : '';
  return before + key;
}

/** Wanted keys and elements below one place. */
interface Wanted {
  readonly below: Map<string, Wanted>;
  offset: number | null;
}

/** Finds paths in a valid text, in one pass; one that is not there has the place of the nearest one above it. */
export function findInJson(text: string, paths: readonly JsonPath[]): (path: JsonPath) => number {
  const root: Wanted = { below: new Map(), offset: 0 };
  for (const path of paths) {
    let at = root;
    for (const key of path.map(String)) {
      const next: Wanted = at.below.get(key) ?? { below: new Map(), offset: null };
      at.below.set(key, next);
      at = next;
    }
  }
  const found = (wanted: Wanted | undefined, offset: number) => {
    if (wanted) wanted.offset = offset;
    return wanted;
  };
  walkJson<Wanted | undefined>(text, root, {
    key(around, from, to) {
      if (!around) return undefined;
      const key = String(JSON.parse(text.slice(from - 1, to + 1)));
      return found(around.below.get(key), from - 1);
    },
    element: (around, index, at) => found(around?.below.get(String(index)), at),
  });
  return (path) => {
    let [at, offset]: [Wanted | undefined, number] = [root, 0];
    for (const key of path.map(String)) {
      at = at?.below.get(key);
      offset = at?.offset ?? offset;
    }
    return offset;
  };
}

const BAD_IN_STRING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings hold none
  /[\u0000-\u001f]|\\(?:[^"\\/bfnrtu]|u(?![\da-fA-F]{4}))/;

/** Where the string that begins at `start` ends; `start` itself for a bad one, beyond the text for one cut off. */
export function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 1) continue;
    const inner = text.slice(start + 1, at).replaceAll('\\\\', '__');
    return BAD_IN_STRING.test(inner) ? start : at + 1;
  }
  return text.length + 1;
}

/** The same for true, false, null and numbers. */
function scalarEnd(text: string, start: number): number {
  SCALAR.lastIndex = start;
  if (SCALAR.test(text)) return SCALAR.lastIndex;
  const rest = text.slice(start, start + 6);
  const cutOff = ['true', 'false', 'null', '-'].some((word) => word.startsWith(rest));
  return cutOff && start + rest.length === text.length ? text.length + 1 : start;
}
