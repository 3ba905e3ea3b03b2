// The methods of lists, texts and loops, by name in all languages -> what a call of them does to a name or a closure.
import { words } from '../name-tables.js';

/** Put something at the end of a list or a text. */
export const GROWING: ReadonlySet<string> = new Set(
  words('push append Append add Add << concat WriteString extend AddRange addAll write'),
);

/** Of these, the methods that add the items of a list, not the list. */
export const SPREADING: ReadonlySet<string> = new Set(words('extend AddRange addAll'));

/** After these nothing is known of a list or a text. */
export const CHANGING: ReadonlySet<string> = new Set(
  words(`
    unshift insert Insert prepend splice pop shift reverse Reverse sort Sort clear Clear Reset
    deleteCharAt setLength setCharAt remove Remove RemoveAt delete`),
);

/** Run the closures that they are given at once, for each item. */
export const LOOPING: ReadonlySet<string> = new Set(
  words(`
    forEach map flatMap filter each each_with_index each_pair each_with_object collect flat_map
    Select ForEach reduce some every find array_map array_walk array_filter`),
);
