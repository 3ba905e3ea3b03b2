// The shape of a request that a call in the code may send. Holds no code.
import type { Value } from '../values/value.js';

/** What a call sends, where it sends anything; methods are upper-case, none where nothing is known. */
export interface Request {
  readonly methods: readonly string[];
  readonly urls: readonly Value[];
  /** The method is a parameter of the function around. */
  readonly methodHoles: readonly Value[];
  /** What the call is a member of, by its foreign name: `@ringcentral/sdk.SDK().platform()`. */
  readonly client: string | null;
  /** It is a request and nothing else, by its client. */
  readonly sure: boolean;
  /** The URL is a path of the API, whatever it begins with. */
  readonly isPath?: boolean;
}
