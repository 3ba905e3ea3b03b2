// A text of a document -> whether it can be the name of a permission in a matrix.

/** As the schema of a matrix has it. */
const NAME =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  /^[^\s,[\]{}\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,200}$/;
const RESERVED = ['unknown', '__proto__'];

/** Whether a matrix can declare a permission of this name. */
export const isPermissionName = (value: unknown): value is string =>
  typeof value === 'string' &&
  NAME.test(value) &&
  value.isWellFormed() &&
  !RESERVED.includes(value);
