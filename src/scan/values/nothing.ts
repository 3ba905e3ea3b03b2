// The names that code has for nothing. Imports nothing.

/** What code writes for nothing, in all languages. */
export const NOTHINGS = new Set(['null', 'nil', 'None', 'undefined', 'NULL', 'Null']);
