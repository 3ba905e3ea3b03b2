// Tables of names -> tests whether a text is one of them, begins or ends with one, or contains one. Case does not count. Imports nothing.

/** Tests a text against a table. */
export type NameTest = (text: string) => boolean;

const lower = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());

/** It is one of the names. */
export function oneOf(names: readonly string[]): NameTest {
  const table = new Set(lower(names));
  return (text) => table.has(text.toLowerCase());
}

/** It begins with one of the names. */
export function beginsWith(names: readonly string[]): NameTest {
  const table = lower(names);
  return (text) => table.some((name) => text.toLowerCase().startsWith(name));
}

/** It begins with one of the names, and no letter or digit goes on from there. */
export function beginsWithWord(names: readonly string[]): NameTest {
  const table = lower(names);
  return (text) =>
    table.some(
      (name) => text.toLowerCase().startsWith(name) && !/^\w/.test(text.slice(name.length)),
    );
}

/** It ends with one of the names. */
export function endsWith(names: readonly string[]): NameTest {
  const table = lower(names);
  return (text) => table.some((name) => text.toLowerCase().endsWith(name));
}

/** It has one of the names in it. */
export function contains(names: readonly string[]): NameTest {
  const table = lower(names);
  return (text) => table.some((name) => text.toLowerCase().includes(name));
}

/** Every name that takes one of each of these, in order: `['', 'set'], ['url', 'uri']` are four names. */
export function combined(...parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (names, part) => names.flatMap((name) => part.map((next) => name + next)),
    [''],
  );
}

/** Answers a question about a name once: code has few names, and each of them many times. */
export function remembered<T extends string | boolean>(
  answer: (name: string) => T,
): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) {
      found = answer(name);
      if (known.size >= MOST_NAMES) known.clear();
      known.set(name, found);
    }
    return found;
  };
}

/** So many names are remembered; a program has fewer. */
const MOST_NAMES = 50_000;

/** The names in a text, with spaces between them. */
export const words = (text: string): string[] => text.trim().split(/\s+/);
