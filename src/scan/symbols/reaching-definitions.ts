// The definitions of a name in a scope, and a point of it -> those that may hold there.
import type { Binding, Definitions, Point, Reaching, Ways } from './scope.js';

/** A definition that may hold at a point, and on which ways; `null` where it may be that none has run. */
export interface ReachedBy {
  readonly binding: Binding;
  /** The decisions that lead from the definition to the point, and which of their ways do. */
  readonly on: readonly DecidedWay[];
  /** It may have run in an earlier turn of a loop, on other ways. */
  readonly isCarried: boolean;
}

/** A decision and a bit for each of its ways that is meant. */
export interface DecidedWay {
  readonly decision: string;
  readonly taken: number;
}

/** What may hold of a name at a point. */
export interface Reached {
  /** The nearest first. */
  readonly bindings: readonly ReachedBy[];
  /** The ways on which none of them has run; `null` where there are none. */
  readonly entry: readonly DecidedWay[] | null;
}

/**
 * What may hold of a name at a point; where it is looked at later, also what is defined behind the point.
 * @param all the bindings of the name in the scope
 */
export function reachingAt(
  definitions: Definitions,
  name: string,
  point: Point,
  all: readonly Binding[],
): Reached {
  const changes = definitions.get(name) ?? [];
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.order <= point.order) low = middle + 1;
    else high = middle;
  }
  const found = new Map(waysOf(changes[low - 1]?.reaching ?? null));
  if (point.later)
    for (const binding of all)
      if (binding.point.order > point.order && !excludes(binding.point.trail, point.trail))
        found.set(binding, ALWAYS);
  const entry = found.get(null)?.on ?? null;
  const bindings = [...found].flatMap(([binding, led]) => (binding ? [{ binding, ...led }] : []));
  bindings.sort((a, b) => b.binding.point.order - a.binding.point.order);
  return { bindings, entry };
}

type Led = Pick<ReachedBy, 'on' | 'isCarried'>;
type Leading = ReadonlyMap<Binding | null, Led>;

const ALWAYS: Led = { on: [], isCarried: false };

const known = new WeakMap<object, Leading>();

/** All bindings that may hold, and on which ways; `null` where the name may have none yet. */
function waysOf(reaching: Reaching): Leading {
  if (reaching === null || !('ways' in reaching)) return new Map([[reaching, ALWAYS]]);
  // ways into ways, without recursion: a long function joins its ways thousands of times
  const open: Ways[] = [reaching];
  while (open.length > 0) {
    const next = open.at(-1)!;
    const waits = next.ways.filter(
      ({ reaching: inner }) => inner !== null && 'ways' in inner && !known.has(inner),
    );
    if (known.has(next) || waits.length === 0) {
      open.pop();
      known.set(next, known.get(next) ?? joined(next));
    } else open.push(...waits.map(({ reaching: inner }) => inner as Ways));
  }
  return known.get(reaching)!;
}

function joined({ ways, decision }: Ways): Leading {
  const found = new Map<Binding | null, Led>();
  for (const { reaching, taken, isCarried = false } of ways) {
    const inner: Leading =
      reaching !== null && 'ways' in reaching
        ? known.get(reaching)!
        : new Map([[reaching, ALWAYS]]);
    for (const [binding, led] of inner) {
      const on = decision ? [{ decision, taken }, ...led.on].slice(0, MAX_DECISIONS) : led.on;
      const other = found.get(binding);
      found.set(binding, {
        on: other ? inEither(other.on, on) : on,
        isCarried: led.isCarried || isCarried || (other?.isCarried ?? false),
      });
    }
  }
  return found;
}

/** More decisions between a definition and a point are not kept. */
const MAX_DECISIONS = 4;

function inEither(a: readonly DecidedWay[], b: readonly DecidedWay[]): DecidedWay[] {
  return a.flatMap(({ decision, taken }) => {
    const other = b.find((way) => way.decision === decision);
    return other ? [{ decision, taken: taken | other.taken }] : [];
  });
}

/** The step of a trail for a loop, or for one body of a branch. */
export const stepOf = (id: number, body: number | 'loop'): string => `${id}:${body}`;

/** Whether a step of a trail is into a loop. */
export const isLoopStep = (step: string): boolean => step.endsWith(':loop');

/** The branches that a trail goes into, and the body that it takes of each. */
export const bodiesOf = (
  trail: readonly string[],
): { readonly id: string; readonly body: number }[] =>
  trail.flatMap((step) => {
    const [id = '', body] = step.split(':');
    return isLoopStep(step) ? [] : [{ id, body: Number(body) }];
  });

/** Whether two trails take different bodies of one branch. */
function excludes(a: readonly string[], b: readonly string[]): boolean {
  for (const [index, branch] of a.entries()) {
    const other = b[index];
    if (other === undefined || other === branch) continue;
    return other.split(':')[0] === branch.split(':')[0];
  }
  return false;
}
