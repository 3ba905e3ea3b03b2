// What a run saw and concluded -> numbers, and the one sentence.

/** How many of what a run saw. Permissions count once per scheme. */
export interface Counts {
  /** Calls that belong to a known API. */
  readonly calls: number;
  readonly outOfScope: number;
  /** Permissions that some call needs and that are not granted. */
  readonly missing: number;
  readonly excess: number;
  /** Calls that cannot be judged. */
  readonly cannotTell: number;
  readonly needed: number;
  readonly granted: number;
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  /** Findings set aside; they are in none of the other numbers. */
  readonly suppressed: number;
}

/** What a run says in one sentence; `fine` only where nothing is left open, `unjudged` where no call was there to judge. */
export interface Verdict {
  readonly kind: 'fine' | 'open' | 'findings' | 'audit' | 'unjudged';
  readonly sentence: string;
  /** Why `fine` is not said where nothing is found. */
  readonly doubts: readonly string[];
}
