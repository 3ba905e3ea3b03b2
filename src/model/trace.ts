// How the code scan worked a call out: what it leaves behind for people to look at.
import type { Location } from './location.js';

/** How the code scan worked a call out. */
export interface Trace {
  /** Why nothing is known of the path; `null` where something is. */
  readonly reason: string | null;
  /** The texts of the path, in order, and where each stands. */
  readonly parts: readonly TracePart[];
  /** The functions that the path goes through to the request, the outermost first. */
  readonly through: readonly TracePart[];
  /** A client of the API sends it, so that it goes there whatever its path is. */
  readonly ofClient?: boolean;
  /**
   * The comment that states the call; `unused` where it settles nothing: no unresolved call stands below it, or, with
   * `against`, one that surely goes to the API, while the comment speaks of another host.
   */
  readonly comment?: {
    readonly location: Location;
    readonly unused: boolean;
    readonly against?: boolean;
  };
}

/** A text of the code and where it stands. */
export interface TracePart {
  readonly text: string;
  readonly location: Location;
}
