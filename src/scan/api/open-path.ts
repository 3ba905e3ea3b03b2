// The path of a route or a server -> the same with `{}` for its parameters. Imports nothing.

/** A path with `{}` for its parameters. */
export const open = (path: string): string => path.replace(/\{[^}]*\}/g, '{}');
