// The faults that loaders find -> the ids of the checks that document them; loaders stand above the checks.

/** An input, or a part of it, is lost. */
export const UNREADABLE_INPUT = 'unreadable-input';
/** A row of a matrix is left out. */
export const MALFORMED_ROW = 'malformed-row';
export const DUPLICATE_ROUTE = 'duplicate-route';
export const AMBIGUOUS_ROUTE = 'ambiguous-route';
export const UNDECLARED_PERMISSION = 'undeclared-permission';
export const CYCLIC_INCLUSION = 'cyclic-inclusion';
/** An import cannot tell what a row requires. */
export const UNKNOWN_REQUIREMENT = 'unknown-requirement';
