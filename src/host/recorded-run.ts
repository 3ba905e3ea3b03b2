// A command that was recorded -> how it ended, and what its recorders wrote.

/** A command that ended, and what was recorded of it. */
export interface RecordedRun {
  /** Its exit code; 128 and the number of the signal that ended it; 127 or 126 where it could not be started. */
  readonly code: number;
  /** Why it could not be started; `null`: it was. */
  readonly fault: string | null;
  /** How many Node programs it was made of. */
  readonly programs: number;
  /** Each line of the recorders, and how often it was written. */
  readonly lines: ReadonlyMap<string, number>;
}
