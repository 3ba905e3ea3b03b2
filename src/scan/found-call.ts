// What the scan finds: a call of an API in the code, and how it was worked out.
import type { Place } from './ir.js';
import type { Step } from './values/value.js';

/** A call of the API in the code. */
export interface FoundCall {
  /** None where it is not known. */
  readonly methods: readonly string[];
  /** With `{}` for what is not known; `{}` alone where nothing is. */
  readonly url: string;
  readonly file: string;
  readonly at: Place;
  /** The texts of its path, and where they stand. */
  readonly steps: readonly Step[];
  /** What it goes through from where it stands to the request: functions by name, or the chain of a client. */
  readonly through: readonly Step[];
  /** Why nothing is known of the path. */
  readonly reason: string | null;
  /** The event filters of a subscription; `null` where the code does not say them. */
  readonly events: readonly string[] | null;
  readonly transport: string | null;
  /** One of several combinations of what the code chooses independently: no run need send it. */
  readonly possible: boolean;
  /** A client of the API sends it: whatever its path is, it goes there. */
  readonly ofClient?: boolean;
}

/**
 * Sorts calls by file and line. Drops a call that is only the inner call of a wrapper: another call at the same place goes
 * through more functions and says at least as much of the path and the method. Of a call that is certain and possible,
 * the certain one is kept.
 */
export function withoutShadows(calls: readonly FoundCall[]): FoundCall[] {
  const byPlace = new Map<string, FoundCall[]>();
  for (const call of calls) {
    const place = `${call.file}:${call.at.line}:${call.at.column}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), call]);
  }
  return calls
    .filter((call) => {
      const others = byPlace.get(`${call.file}:${call.at.line}:${call.at.column}`)!;
      return !others.some((other) => shadows(other, call) || isSurer(other, call));
    })
    .sort((a, b) =>
      a.file < b.file
        ? -1
        : a.file > b.file
          ? 1
          : a.at.line - b.at.line || a.at.column - b.at.column,
    );
}

function shadows(other: FoundCall, call: FoundCall): boolean {
  if (other.through.length <= call.through.length) return false;
  // what no run need send says more only than what says nothing
  if (other.possible && !call.possible && call.url !== '{}') return false;
  const sameMethod = call.methods.every((method) => other.methods.includes(method));
  return sameMethod && (call.url === '{}' || other.url.endsWith(call.url));
}

/** Whether the other is the same call, and certain where this one is only possible. */
function isSurer(other: FoundCall, call: FoundCall): boolean {
  if (!call.possible || other.possible || other.url !== call.url) return false;
  return sameList(other.methods, call.methods) && sameList(other.events, call.events);
}

const sameList = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
