// The name of a file -> its ending. Imports nothing.

/** The ending of a file name, with the dot, in lower case. */
export const endingOf = (file: string): string => /\.[^./]+$/.exec(file)?.[0].toLowerCase() ?? '';
