// Where something stands in the inputs of a run. Imports nothing.

/** A place in an input. `file` is as a person would type it from the working directory; line and column count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The `file` of a location that stands on the command line; its line is the ordinal of the argument. */
export const COMMAND_LINE = '<command line>';
/** The `file` of a location on standard input. */
export const STANDARD_INPUT = '<stdin>';
