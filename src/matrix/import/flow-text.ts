// Plain values -> YAML on one line: words as they are, every other text in quotes and in visible characters.

const WORDS = /^[A-Za-z][\w./'()-]*(?::[\w./'()-]+)*(?: [\w./'()-]+(?::[\w./'()-]+)*)*$/;
/** As the schema of a matrix has it. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const KEYWORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;
const UNSAFE = /[\p{C}\u2028\u2029]/gu;

/** A text as YAML has it, in a block and between brackets alike. */
export function scalarText(text: string): string {
  if (DAY.test(text) || (WORDS.test(text) && !KEYWORDS.test(text))) return text;
  return JSON.stringify(text).replace(UNSAFE, (character) =>
    [...Array(character.length).keys()]
      .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** A value on one line. */
export function flowText(value: unknown): string {
  if (typeof value === 'string') return scalarText(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const pairs = Object.entries(value).map(([key, part]) => `${scalarText(key)}: ${flowText(part)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** The key of a row; all its characters are those of a path. */
export const rowKey = (method: string, path: string): string => {
  const key = `${method} ${path}`;
  return key.endsWith(':') ? JSON.stringify(key) : key;
};
