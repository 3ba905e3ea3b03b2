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

/** Whether a nested array stands under the key, or under keys from the top on where it has dots. */
function isAt(stack: readonly { readonly key: string }[], key: string): boolean {
  if (!key.includes('.')) return stack.at(-1)?.key === key;
  return stack.map((level) => level.key).join('.') === `.${key}`;
}

/** Reads JSON without building it; `key` names the arrays whose elements are wanted, `a.b` from the top on. */
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
      const end = text[at] === '"' ? stringEnd(text, at) : at;
      if (end <= at) return { error: at, elements };
      if (end > text.length) return { error: text.length, elements };
      lastKey = text.slice(at + 1, end - 1);
      at = end;
      skip();
      if (text[at] !== ':') return { error: Math.min(at, text.length), elements };
      at++;
      expect = 'value';
    } else {
      if (top?.array && isAt(stack, key)) elements.push(at);
      if (character === '{' || character === '[') {
        stack.push({ array: character === '[', key: top?.array ? '' : lastKey });
        at++;
        expect = character === '[' ? 'first value' : 'first key';
        continue;
      }
      const end = character === '"' ? stringEnd(text, at) : scalarEnd(text, at);
      if (end <= at) return { error: at, elements };
      if (end > text.length) return { error: text.length, elements };
      at = end;
      expect = 'next';
    }
  }
  return { error: stack.length > 0 || expect !== 'next' ? text.length : null, elements };
}

const BAD_IN_STRING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings hold none
  /[\u0000-\u001f]|\\(?:[^"\\/bfnrtu]|u(?![\da-fA-F]{4}))/;

/** Where the string that begins at `start` ends; `start` itself for a bad one, beyond the text for one cut off. */
function stringEnd(text: string, start: number): number {
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

/** Line and column of an offset, counted from 1. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
