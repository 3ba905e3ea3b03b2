// The shape of a check: the facts of a run -> findings of one bad state.
import type { JudgedFacts } from '../judge/judge-run.js';
import type { Api, Matrix, Route } from '../model/model.js';
import type { CheckHelp, Finding } from '../model/report.js';

/** What checks of matrices look at. */
export interface MatrixFacts {
  readonly matrices: readonly Matrix[];
  readonly apis: readonly Api[];
  /** The route of an API that serves a path of which everything is known. */
  serving(api: Api, method: string, segments: readonly string[]): Route | undefined;
  /** The day of the run, as `2026-11-23`. */
  readonly today: string;
  /** How many days old what a row says may be. */
  readonly stale: number;
}

/** A small case: run as a test, printed in the documentation. */
export interface Example {
  /** A whole matrix; the rows of the default one where it is left out. */
  readonly matrix?: string;
  /** What stands on the command line. */
  readonly calls?: readonly string[];
  /** File name -> text, for calls that name files. */
  readonly files?: Readonly<Record<string, string>>;
  /** The word of `--grants`; left out: never given. */
  readonly grants?: string;
  /** The file of `--baseline`. */
  readonly baseline?: string;
  /** The day of the run, where it matters. */
  readonly today?: string;
}

/** Looks for one bad state. One without `run` and `lint` documents a fault that loaders find. */
export interface Check extends CheckHelp {
  /** Cases that report it, and cases near to them that do not. */
  readonly examples: { readonly fail: readonly Example[]; readonly pass: readonly Example[] };
  readonly run?: (facts: JudgedFacts) => readonly Finding[];
  /** Looks at matrices alone, for `permlint matrix lint`; its examples are run with that. */
  readonly lint?: (facts: MatrixFacts) => readonly Finding[];
}

/** Types a check; the id is its file name, and no other file names it. */
export const defineCheck = (check: Check): Check => check;
