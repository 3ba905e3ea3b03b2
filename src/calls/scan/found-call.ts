// What the scan finds: a call of an API in the code, and how it was worked out.
import type { Place } from './syntax.js';
import type { Step } from './value.js';

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
}
