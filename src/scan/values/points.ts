// Points of a scope that no statement stands at: its beginning, its end, right before a statement, as seen from inside.
import type { Point, Scope } from '../symbols/scope.js';

const starts = new WeakMap<Scope, Point>();
const ends = new WeakMap<Scope, Point>();
const befores = new WeakMap<Point, Point>();
const insides = new WeakMap<Point, Point>();
const laters = new WeakMap<Point, Point>();

/** The same point each time: what is asked at a point is remembered by it. */
function once<K extends object>(known: WeakMap<K, Point>, key: K, make: () => Point): Point {
  let point = known.get(key);
  if (!point) {
    point = make();
    known.set(key, point);
  }
  return point;
}

/** Before the first statement. */
export const startOf = (scope: Scope): Point =>
  once(starts, scope, () => ({ scope, order: 0, trail: [] }));

const inner = new WeakMap<Scope, Map<number, Point>>();

/** A point by its order alone. */
export function pointAt(scope: Scope, order: number): Point {
  const known = inner.get(scope) ?? new Map<number, Point>();
  inner.set(scope, known);
  const point = known.get(order) ?? { scope, order, trail: [] };
  known.set(order, point);
  return point;
}

/** Behind the last statement. */
export const endOf = (scope: Scope): Point =>
  once(ends, scope, () => ({ scope, order: Number.POSITIVE_INFINITY, trail: [] }));

/** Behind the last statement, as other files see it: functions of the file may have run since. */
export const seenByOthers = (scope: Scope): Point => seenFromInside(endOf(scope), true);

/** The point at which what is assigned is worked out: before the name has the new value. */
export const beforeBinding = (point: Point): Point =>
  once(befores, point, () => ({ ...point, order: point.order - 1, later: false, within: false }));

/** A point as a function sees it that stands there; where it is not called at once, statements behind it may have run. */
export const seenFromInside = (point: Point, later: boolean): Point =>
  once(later ? laters : insides, point, () => ({ ...point, within: true, later }));
