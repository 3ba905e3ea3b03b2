// How a language writes the calls that the test makes itself: what most languages do, and what the file of one says otherwise.

/** What differs between languages. */
export interface Forms {
  /** The ending of the files: the grammar with everything in it; `null` stands for the first one of the language. */
  readonly extension: string | null;
  /** The first line of every file. */
  readonly head: string;
  /** A call with an argument, which may be empty. */
  call(name: string, argument: string): string;
  /** The lines that hold a call at the top of a file. */
  statement(call: string): string;
}

export const COMMON_FORMS: Forms = {
  extension: null,
  head: '',
  call: (name, argument) => `${name}(${argument})`,
  statement: (call) => `${call};`,
};
