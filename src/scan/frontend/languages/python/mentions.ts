// The text of a Python file -> the modules that its imports name.

const IMPORTS = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+([^\n#]+)|import[ \t]+([^\n#]+))/gm;

/** `from a.b import c` names `b` and `c`, as files of any folder. */
export function mentionsOf(_: string, text: string): Set<string> {
  const found = new Set<string>();
  for (const [, from, names, modules] of text.matchAll(IMPORTS)) {
    for (const word of `${from ?? ''},${names ?? ''},${modules ?? ''}`.split(/[,\s()]+/)) {
      const last = word.split('.').at(-1);
      if (last && last !== 'as' && last !== '*') found.add(`~${last}`);
    }
    const parent = from?.split('.').at(-1);
    if (parent) found.add(`~${parent}`);
  }
  return found;
}
