// The words of a command + which of its options take a value -> its options in order, and what is no option.
import { behind, leadOf, type Word } from './words.js';

/** How a program reads its options. */
export interface OptionTable {
  /** The letters of those that take a value. */
  readonly letters: string;
  /** The long names of those that take a value, without dashes. */
  readonly names: ReadonlySet<string>;
}

/** An option, with the value where it takes one; or a word that is none, whose name is empty. */
export interface Given {
  readonly name: string;
  readonly value: Word | null;
}

/** Writes a table down: the letters, and the long names with spaces between them. */
export const optionTable = (letters: string, names: string): OptionTable => ({
  letters,
  names: new Set(names.split(/\s+/)),
});

/** Reads words as the program does: `-sXPOST`, `-X POST`, `--request POST`, `--request=POST`, `--`. */
export function readOptions(words: readonly Word[], { letters, names }: OptionTable): Given[] {
  const given: Given[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const [value] = word;
    const lead = word.length === 1 && value ? leadOf(value) : '';
    if (lead === '--' && value?.kind === 'text' && value.parts.length === 1) {
      given.push(...words.slice(index + 1).map((rest) => ({ name: '', value: rest })));
      break;
    }
    if (!/^-./.test(lead) || !value) given.push({ name: '', value: word });
    else if (lead.startsWith('--')) {
      const [, name = '', equals] = /^--([^=]*)(=?)/.exec(lead)!;
      const own = equals ? behind(value, name.length + 3) : null;
      const takes = names.has(name);
      const next = takes && !equals ? (words[++index] ?? null) : null;
      given.push({ name, value: own ? [own] : next });
    } else {
      const taking = [...lead.slice(1)].findIndex((letter) => letters.includes(letter));
      const flags = taking === -1 ? lead.slice(1) : lead.slice(1, taking + 1);
      given.push(...[...flags].map((name) => ({ name, value: null })));
      if (taking === -1) continue;
      const own = behind(value, taking + 2);
      given.push({ name: lead[taking + 1]!, value: own ? [own] : (words[++index] ?? null) });
    }
  }
  return given;
}
