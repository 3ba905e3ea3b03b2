// The methods of lists, texts and loops, by name in all languages -> what a call of them does to a name or a closure.
import { words } from '../name-tables.js';

/** Put something at the end of a list or a text. */
export const GROWING: ReadonlySet<string> = new Set(
  words(`
    push append Append add Add << concat WriteString extend AddRange addAll write Push Enqueue enqueue
    offer AddLast addLast`),
);

/** Of these, the methods that add the items of a list, not the list. */
export const SPREADING: ReadonlySet<string> = new Set(words('extend AddRange addAll'));

/** Put the entries of other objects into an object. */
export const MERGING: ReadonlySet<string> = new Set(
  words('update merge! deep_merge! update! putAll'),
);

/** Put a value under a key of an object. */
export const SETTING: ReadonlySet<string> = new Set(words('set put store Add setProperty Set add'));

/** Put a value under a key that has none. */
export const SETTING_ABSENT: ReadonlySet<string> = new Set(words('setdefault putIfAbsent TryAdd'));

/** Functions that put the entries of all other arguments into the first. */
export const ASSIGNING: ReadonlySet<string> = new Set(
  words(`
    Object.assign _.assign _.merge _.extend _.set _.defaults lodash.assign lodash.merge jQuery.extend $.extend
    angular.extend maps.Copy`),
);

/** Set members of an object that they are given, by what a file or whoever runs the program says. */
export const FILLING: ReadonlySet<string> = new Set(
  words('Bind PopulateObject readerForUpdating updateValue populate'),
);

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
