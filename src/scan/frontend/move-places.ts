// A lowered file + where its places come from -> the same with the places of the outer file.
import type { Directive, FileSyntax, Place } from '../ir.js';

/** Moves all places of a file, each once: parts of the tree may be shared. */
export function movePlaces(syntax: FileSyntax, moved: (place: Place) => Place): FileSyntax {
  const { directives, ...rest } = syntax;
  const seen = new Set<object>();
  const open: object[] = [rest];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'object' || value === null) continue;
      if (key !== 'at') open.push(value);
      else if (!seen.has(value)) {
        seen.add(value);
        Object.assign(value, moved(value as Place));
      }
    }
  }
  return { ...rest, directives: directives.map((one) => moveDirective(one, moved)) };
}

const moveDirective = (
  { text, at, reach }: Directive,
  moved: (place: Place) => Place,
): Directive => ({
  text,
  at: moved(at),
  reach: {
    from: moved({ line: reach.from, column: 1 }).line,
    to: moved({ line: reach.to, column: 1 }).line,
  },
});
