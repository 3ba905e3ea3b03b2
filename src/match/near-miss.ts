// A call that fits no route -> the nearest known routes, and in what each differs. Says nothing of the call's values.
import type { NearMiss, Route, Segment } from '../model/model.js';
import { type Alignment, align, type Difference, type Path, toPath } from './align.js';

const MOST = 3;
const LIMIT = 1.3;
/** The most segments that are missing, or too many; with a prefix missing too. */
const MOST_GAPS = 2;
const MOST_GAPS_AND_PREFIX = 1;
const LONGEST_PREFIX = 3;
const OTHER_METHOD = 0.4;
/** How much farther than the nearest route another may be. */
const AKIN = 0.4;

/** Up to three routes of the fewest differences to the path, however it is read. */
export function nearMisses(
  method: string,
  readings: readonly (readonly Segment[])[],
  routes: readonly Route[],
  basePath: readonly string[],
): NearMiss[] {
  const calls = readings.map(toPath);
  const found = routes.flatMap((route) => {
    const near = calls
      .flatMap((call) => closest(call, route))
      .reduce<Alignment | null>((best, o) => (best && best.cost <= o.cost ? best : o), null);
    if (!near) return [];
    const other = method !== '*' && route.method !== method;
    return [{ route, ...near, other, cost: near.cost + (other ? OTHER_METHOD : 0) }];
  });
  found.sort((a, b) => a.cost - b.cost || (a.route.path < b.route.path ? -1 : 1));
  return found
    .slice(0, MOST)
    .filter(({ cost }) => cost <= found[0]!.cost + AKIN)
    .map(({ route, differences, other }) => {
      const words = differences.map((difference) => inWords(difference, route, basePath));
      return {
        method: route.method,
        path: route.path,
        kind: kindOf(differences[0]!, basePath),
        differences: other ? [...words, WRONG_METHOD] : words,
      };
    });
}

/** The best way to lay the path beside the template, its first literals left out where that helps. */
function closest(call: Path, { template: { segments } }: Route): Alignment[] {
  const rest = segments.at(-1)?.kind === 'rest';
  const fixed = rest ? segments.slice(0, -1) : segments;
  const found: (Alignment | null)[] = [];
  for (let prefix = 0; prefix <= LONGEST_PREFIX; prefix++) {
    if (prefix > 0 && fixed[prefix - 1]?.kind !== 'literal') break;
    const length = rest
      ? Math.min(call.segments.length, fixed.length - prefix)
      : call.segments.length;
    const gaps = fixed.length - prefix - length;
    if (prefix > 0 ? gaps < 0 || gaps > MOST_GAPS_AND_PREFIX : Math.abs(gaps) > MOST_GAPS) continue;
    const cost = prefix > 0 ? 0.1 + 0.05 * prefix : 0;
    const aligned = align(call, length, fixed, prefix, LIMIT - cost);
    if (!aligned) continue;
    const missing: Difference[] = prefix > 0 ? [{ kind: 'prefix', at: prefix }] : [];
    found.push({
      ...aligned,
      cost: aligned.cost + cost,
      differences: [...missing, ...aligned.differences],
    });
  }
  return found.filter(
    (near): near is Alignment => near !== null && near.differences.length > 0 && isNear(near),
  );
}

/** The more of the words that agree, the more may differ. */
const isNear = ({ cost, matched }: Alignment): boolean =>
  matched > 0 && cost < Math.min(LIMIT, 0.35 * matched + 0.3);

/** The words for a method that the path does not have. */
export const WRONG_METHOD = 'wrong method';

const kindOf = ({ kind, at }: Difference, base: readonly string[]): NearMiss['kind'] =>
  kind === 'prefix' && base.length > 0 && at === base.length ? 'base path' : kind;

/** A difference from the side of the route: the path may be personal. */
function inWords(difference: Difference, { path }: Route, base: readonly string[]): string {
  const segments = path.split('/').slice(1);
  const { at } = difference;
  const kind = kindOf(difference, base);
  switch (kind) {
    case 'base path':
    case 'prefix':
      return `missing ${kind} /${segments.slice(0, at).join('/')}`;
    case 'version':
      return `wrong version, ${segments[at]} is known`;
    case 'plural':
      return `singular or plural of ${segments[at]}`;
    case 'case':
      return `upper or lower case of ${segments[at]}`;
    case 'missing segment':
      return `missing segment ${segments[at]}`;
    case 'extra segment':
      return at < segments.length
        ? `extra segment before ${segments[at]}`
        : 'extra segment at the end';
    default:
      return `spelling of ${segments[at]}`;
  }
}
