// Requests and statuses of a text with their places -> those that belong to a body.
import type { Body } from './join-loose.js';
import type { SeenRequest } from './seen-refusal.js';

/** Where something stands: line, order in the text, outermost object (0 for none). */
interface Place {
  readonly line: number;
  readonly order: number;
  readonly root: number;
}

type Placed<T> = Place & { readonly value: T };

/** Lines that a request may stand before the body of its answer: headers of both lie between. */
const BEFORE = 60;
/** Lines between the method and the target of one request. */
const PAIR = 12;
const MOST = 10_000;

/** Remembers what stands around bodies. */
export class Surroundings {
  private requests: Placed<{ method: string; target: string }>[] = [];
  private statuses: Placed<number>[] = [];
  private method: Placed<string> | null = null;
  private target: Placed<string> | null = null;
  private after = 0;
  private until = Number.POSITIVE_INFINITY;

  addStatus(value: number, place: Place): void {
    this.statuses.push({ ...place, value });
    this.statuses = bounded(this.statuses);
  }

  addMethod(value: string, place: Place): void {
    const { target } = this;
    if (target && arePair(target, place)) this.addRequest(value, target.value, place);
    else this.method = { ...place, value };
  }

  addTarget(value: string, method: string | null, place: Place): void {
    const known = this.method;
    if (method !== null) this.addRequest(method, value, place);
    else if (known && arePair(known, place)) this.addRequest(known.value, value, place);
    else this.target = { ...place, value };
  }

  private addRequest(method: string, target: string, place: Place): void {
    const { line, order, root } = place;
    this.requests.push({ line, order, root, value: { method, target } });
    this.requests = bounded(this.requests);
    this.method = null;
    this.target = null;
  }

  /** Says which bodies stand before and after the one that is asked for next: what is theirs is not its. */
  between(before: Body | null, next: Body | null): void {
    this.after = before?.lastOrder ?? this.after;
    this.until = next?.firstOrder ?? Number.POSITIVE_INFINITY;
  }

  /** The request that a body answers, as far as the text shows. */
  requestOf(body: Body): { request: SeenRequest; isSure: boolean } | null {
    const found = this.nearest(this.requests, body);
    if (!found) return null;
    const { line, order, root, value } = found;
    const linked = this.statuses.some(
      (status) => status.order > order && status.order < body.firstOrder,
    );
    const together = (root !== 0 && root === body.root) || isWithin(line, body);
    return { request: { ...value, line }, isSure: together || linked };
  }

  /** The status that a body came with. */
  statusOf(body: Body): number | null {
    return this.nearest(this.statuses, body)?.value ?? null;
  }

  /** Drops what no later body can belong to. */
  forget(line: number, order: number): void {
    this.after = order;
    const keep = <T>(list: Placed<T>[]) =>
      list.filter((placed) => placed.order > order && line - placed.line <= BEFORE);
    this.requests = keep(this.requests);
    this.statuses = keep(this.statuses);
  }

  private nearest<T>(list: readonly Placed<T>[], body: Body): Placed<T> | null {
    const from = firstAfter(list, this.after);
    const begin = firstAfter(list, body.firstOrder);
    const before = begin - 1 >= from ? list[begin - 1] : undefined;
    const follows = list[begin];
    const next = follows && follows.order < this.until ? follows : undefined;
    const alike = (placed: Place) => placed.root !== 0 && placed.root === body.root;
    const beside = (placed: Place) => isWithin(placed.line, body);
    if (next && next.order <= body.lastOrder) return next;
    if (before && alike(before)) return before;
    if (next && alike(next)) return next;
    if (before && beside(before)) return before;
    if (next && beside(next)) return next;
    return before && body.firstLine - before.line <= BEFORE ? before : null;
  }
}

const isWithin = (line: number, { firstLine, lastLine }: Body): boolean =>
  line >= firstLine && line <= lastLine;

const arePair = (one: Place, other: Place): boolean =>
  (one.line === other.line || (one.root !== 0 && one.root === other.root)) &&
  Math.abs(one.line - other.line) <= PAIR;

/** The index of the first that stands after a place in the text. */
function firstAfter(list: readonly Place[], order: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.order <= order) low = middle + 1;
    else high = middle;
  }
  return low;
}

const bounded = <T>(list: T[]): T[] => (list.length > 2 * MOST ? list.slice(-MOST) : list);
