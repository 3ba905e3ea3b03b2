// The shape of a check: the facts of a run -> findings of one bad state.
import type { Api, Match, Scheme } from '../model.js';
import type { Coverage, Finding, GrantSet, Severity } from '../report.js';
import type { Holdings } from '../requirement.js';

/** What checks look at. */
export interface Facts {
  readonly matches: readonly Match[];
  readonly apis: readonly Api[];
  readonly grants: GrantSet | null;
  readonly coverage: Coverage;
  /** The calls are said to be only part of the app: excess is not judged. */
  readonly partial: boolean;
  /** Some input could not be read, so calls may be missing here. */
  readonly lost: boolean;
  /** Inclusions count as grants. */
  readonly inclusion: boolean;
  /** What is held, per API and scheme; only schemes that the grants speak of. */
  readonly held: ReadonlyMap<string, ReadonlyMap<Scheme, Holdings>>;
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
}

/** Looks for one bad state. One without `run` documents a fault that loaders find. */
export interface Check {
  /** The bad state, adjective-noun; its file name. */
  readonly id: string;
  readonly severity: Severity;
  /** One line: when it is reported. */
  readonly summary: string;
  /** A paragraph or two: why it matters, what to do. */
  readonly help: string;
  /** Cases that report it, and cases near to them that do not. */
  readonly examples: { readonly fail: readonly Example[]; readonly pass: readonly Example[] };
  readonly run?: (facts: Facts) => readonly Finding[];
}

/** Types a check; the id is its file name. */
export const defineCheck = (check: Check): Check => check;
