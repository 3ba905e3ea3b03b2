// The shape of what a call in the code may send. Holds no code.
import type { Guard } from '../values/guards.js';
import type { Value } from '../values/value.js';

/** One request that a call may send. */
export interface Sending {
  /** In upper case; one of them is sent; none where nothing is known. */
  readonly methods: readonly string[];
  /** The method is a parameter of the function around. */
  readonly methodHoles: readonly Value[];
  readonly url: Value;
  /** The ways through the code on which it is sent. */
  readonly when: Guard | null;
  /** It combines what the code decides independently: no run need send it. */
  readonly possible: boolean;
}

/** What a call sends, where it sends anything. */
export interface Request {
  readonly sendings: readonly Sending[];
  /** What the call is a member of, by its foreign name: `@ringcentral/sdk.SDK().platform()`. */
  readonly client: string | null;
  /** It is a request and nothing else, by its client. */
  readonly sure: boolean;
  /** The names of its headers, in lower case, apart from those that clients set by themselves; not set where they are not known. */
  readonly headers?: ReadonlySet<string>;
  /** What the program sets for all requests of the client is in them too. */
  readonly hasDefaults?: boolean;
  /** The URL is a path of the API, whatever it begins with. */
  readonly isPath?: boolean;
}
