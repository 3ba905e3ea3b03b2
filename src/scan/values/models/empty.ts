// What makes an empty list or map, in all languages, by name -> the value that it begins with.
import { words } from '../../name-tables.js';
import type { BoundArgument, Value } from '../value.js';
import type { Ask } from './model.js';

/** Classes and functions by their last name, or by a name as it is written in one language. */
const LISTS = new Set(
  words(`
    List ArrayList LinkedList HashSet LinkedHashSet TreeSet SortedSet ArrayDeque Vector Collection
    CopyOnWriteArrayList Lists.newArrayList Sets.newHashSet Set Array list set deque Array.new Set.new
    ArrayObject SplObjectStorage Queue Stack SplQueue mutableListOf mutableSetOf arrayListOf emptyList emptySet
    Collections.emptyList Collections.emptySet`),
);
const MAPS = new Set(
  words(`
    Map HashMap LinkedHashMap TreeMap ConcurrentHashMap ConcurrentMap Dictionary SortedDictionary
    ConcurrentDictionary Maps.newHashMap OrderedDict defaultdict Counter Hash.new mutableMapOf hashMapOf
    emptyMap Collections.emptyMap LinkedMultiValueMap URLSearchParams`),
);

/** What a call makes of nothing; `null` where it is given what may be in it. A number is the room that it has, or a comparer its order. */
export function emptyOf(
  name: string,
  last: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  const kind =
    LISTS.has(name) || LISTS.has(last) ? 'list' : MAPS.has(name) || MAPS.has(last) ? 'map' : null;
  if (kind === null || args.some((one) => ask(one).some(mayHoldItems))) return null;
  return kind === 'list' ? [{ kind: 'list', items: [] }] : [{ kind: 'object', entries: [] }];
}

/** Whether a value may be the items; a function makes what is missing, a foreign name says how things are compared. */
const mayHoldItems = ({ kind }: Value): boolean =>
  kind !== 'text' && kind !== 'function' && kind !== 'class';
