// What is known of a run when the checks look at it: the matches, what is held, and how much of the app was seen.
import type { Api, Holdings, Location, Match, Scheme } from '../model/model.js';
import type { Coverage, GrantSet, MatchedDoubt } from '../model/report.js';

/** A wrapper that a config states, `rc.send(method, path)`, and where. */
export interface UnusedClient {
  readonly text: string;
  readonly location: Location;
}

/** What checks look at. */
export interface Facts {
  readonly matches: readonly Match[];
  /** What may be calls, and nothing accounts for. */
  readonly doubts: readonly MatchedDoubt[];
  /** The wrappers that the config states and no call fits. */
  readonly unused: readonly UnusedClient[];
  readonly apis: readonly Api[];
  readonly grants: GrantSet | null;
  /** What is incomplete is a part, and `lost`. */
  readonly coverage: Exclude<Coverage, 'incomplete'>;
  /** The calls are said to be only part of the app: excess is not judged. */
  readonly partial: boolean;
  /** A folder of code was scanned, not only files of it, and calls were found in it. */
  readonly scanned: boolean;
  /** Some input could not be read, so calls may be missing here. */
  readonly lost: boolean;
  /** Inclusions count as grants. */
  readonly inclusion: boolean;
  /** What is held, per API and scheme; only schemes that the grants speak of. */
  readonly held: ReadonlyMap<string, ReadonlyMap<Scheme, Holdings>>;
}
