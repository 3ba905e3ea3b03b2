// Strings and keys of JavaScript -> their text.
import type { Node } from '../../node.js';
import { CONTROL_ESCAPES, characterOf } from '../../string-literals.js';

/** The text of a key, quoted or not. */
export const keyText = (node: Node): string =>
  node.type === 'string' ? stringText(node) : node.text.replace(/^#/, '');

/** The text of a string, after its escapes. */
export function stringText(node: Node): string {
  return node.namedChildren
    .map((part) =>
      part?.type === 'escape_sequence' ? unescapeText(part.text) : (part?.text ?? ''),
    )
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...CONTROL_ESCAPES,
  0: '\0',
};

/** The character that an escape stands for. */
export function unescapeText(sequence: string): string {
  const code = /^\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\})$/i.exec(sequence);
  const digits = code?.[1] ?? code?.[2] ?? code?.[3];
  if (digits !== undefined) return characterOf(Number.parseInt(digits, 16));
  const character = sequence.slice(1);
  return character === '\n' ? '' : (ESCAPES[character] ?? character);
}
