// A value -> whether it surely is neither empty nor missing.
import type { Value } from './value.js';

/** Constants that are texts in the intermediate representation, and false or nothing in code. */
const MAY_BE_EMPTY = /^(0|false|null|nil|none|undefined)?$/i;

/** Neither empty nor missing. */
export function isThere(value: Value): boolean {
  if (value.kind === 'text')
    return value.parts.some((part) => typeof part === 'string' && !MAY_BE_EMPTY.test(part));
  return ['object', 'list', 'function', 'class', 'instance'].includes(value.kind);
}
