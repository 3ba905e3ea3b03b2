// The text of a script -> the scripts that it sources.

const SOURCED =
  /(?:^|[;&|]|\s)(?:source|\.)[ \t]+[^\n;&|]*?([\w-]+)(?:\.\w+)?["']?[ \t]*(?=[;&|\n]|$)/g;

/** The names of the files behind `source` and `.`. */
export const mentionsOf = (_: string, text: string): Set<string> =>
  new Set([...text.matchAll(SOURCED)].map(([, name]) => `~${name}`));
