// The shape of a call source: the text of one input -> the calls in it.
import type { Call, RowFacts } from '../model/model.js';
import type { Finding, Loaded } from '../model/report.js';

/** The calls of one input, and whether they are all that the app makes or only some of it. */
export interface CallSet {
  readonly calls: readonly Call[];
  readonly coverage: 'whole' | 'part';
}

/** Where the body of a recorded call has its event filters; `null`: nowhere, or it is not known which route it has. */
export type BodyFieldsOf = (call: Omit<Call, 'locations'>) => RowFacts['body'] | null;

/** Reads one kind of input. Never throws on bad input: every fault is a finding. */
export interface CallSource {
  /** Its file name, and the value of `--as`. */
  readonly id: string;
  /** One line: what it reads. */
  readonly summary: string;
  /** Whether a text looks like this kind. */
  recognises(text: string): boolean;
  /**
   * @param file what locations call the input
   * @param fieldsOf what may be read of a body
   */
  read(text: string, file: string, fieldsOf?: BodyFieldsOf): Loaded<CallSet>;
}

/** Types a source; the id is its file name. */
export const defineCallSource = (source: CallSource): CallSource => source;

/** Nothing but findings. */
export const noCalls = (findings: readonly Finding[]): Loaded<CallSet> => ({
  value: { calls: [], coverage: 'part' },
  findings,
});
