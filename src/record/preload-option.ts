// The path of a file -> the option of Node that loads it before a program, as NODE_OPTIONS takes it.

/** Quoted, for a path may have spaces; in quotes a backslash stands for what follows it. */
export const preloadOption = (file: string): string =>
  `--require "${file.replace(/["\\]/g, '\\$&')}"`;

/** The options of Node with the recorder before all others: what they load may take the place of a client. */
export const joinOptions = (preload: string, others: string | undefined): string =>
  others ? `${preload} ${others}` : preload;
