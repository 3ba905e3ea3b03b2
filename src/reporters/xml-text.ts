// Text of strangers -> text within an element or an attribute of XML 1.0.
import { printable } from '../text/printable.js';

/** Escapes a text; characters that XML does not allow are shown as `\uffff`. */
export const xmlText = (text: string): string =>
  printable(text)
    .replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
