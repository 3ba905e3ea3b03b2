// JSON text -> where its first error stands, and where the elements of an array stand. Holds no values.

/** The places in a JSON text, counted from 0. */
export interface JsonPlaces {
  /** The offset of the first error; `null` for valid JSON. */
  readonly error: number | null;
  /** Where the elements of the arrays below the key begin. */
  readonly elements: readonly number[];
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

/** Reads JSON without building it; `key` names the arrays whose elements are wanted. */
export function scanJson(text: string, key: string): JsonPlaces {
  const elements: number[] = [];
  const stack: { array: boolean; key: string }[] = [];
  let at = 0;
  let lastKey = '';
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
      if (!top || character !== ',') return { error: at, elements };
      at++;
      expect = top.array ? 'value' : 'key';
    } else if (expect === 'key' || expect === 'first key') {
      const end = stringEnd(text, at);
      if (end === null) return { error: at, elements };
      lastKey = text.slice(at + 1, end - 1);
      at = end;
      skip();
      if (text[at] !== ':') return { error: at, elements };
      at++;
      expect = 'value';
    } else {
      if (top?.array && top.key === key) elements.push(at);
      if (character === '{' || character === '[') {
        stack.push({ array: character === '[', key: top?.array ? '' : lastKey });
        at++;
        expect = character === '[' ? 'first value' : 'first key';
        continue;
      }
      const end = character === '"' ? stringEnd(text, at) : scalarEnd(text, at);
      if (end === null) return { error: at, elements };
      at = end;
      expect = 'next';
    }
  }
  return { error: stack.length > 0 || expect !== 'next' ? text.length : null, elements };
}

function stringEnd(text: string, start: number): number | null {
  if (text[start] !== '"') return null;
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return null;
}

function scalarEnd(text: string, start: number): number | null {
  SCALAR.lastIndex = start;
  return SCALAR.test(text) ? SCALAR.lastIndex : null;
}

/** Line and column of an offset, counted from 1. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
