// What a run says: the grants and the inputs, the verdict, and the report that reporters print.
import type { Accounting, MatchedDoubt } from './accounting.js';
import type { CheckHelp } from './check-help.js';
import type { Counts, Verdict } from './counts.js';
import type { Finding, RelatedLocation, SuppressedFinding } from './finding.js';
import type {
  Api,
  Grant,
  Holdings,
  Location,
  Match,
  Outcome,
  RouteReference,
  Scheme,
  Truth,
} from './model.js';

export * from './accounting.js';
export * from './check-help.js';
export type { Counts, Verdict } from './counts.js';
export * from './finding.js';

/** A granted permission that is no excess only because something could not be judged. */
export interface Withheld {
  readonly scheme: Scheme;
  readonly permission: string;
  readonly reason: string;
  readonly calls: readonly RouteReference[];
}

/** An input that was read: what it is and what it gave. */
export interface InputSummary {
  readonly kind: 'calls' | 'grants' | 'matrix' | 'config';
  readonly file: string;
  /** The id of the source that read it. */
  readonly source: string;
  readonly items: number;
  /** How many files of a folder were looked at. */
  readonly files?: number;
  /** How many of these have to do with an API, and were parsed. */
  readonly parsed?: number;
  /** How many files of the folder were passed over, and why. */
  readonly skipped?: readonly SkippedFiles[];
}

/** Files that were passed over. */
export interface SkippedFiles {
  readonly why: string;
  readonly files: number;
}

/** The grants of a run; `null` instead of one where they were never given. */
export interface GrantSet {
  readonly grants: readonly Grant[];
  /** The schemes that the grants speak of, also those of which nothing is held; `null`: the default scheme. */
  readonly schemes: readonly (Scheme | null)[];
  /** Where each scheme is named that the grants speak of by its name. */
  readonly places?: ReadonlyMap<Scheme, Location>;
  /** Where the list stands that a missing permission goes into. */
  readonly list: Location | null;
  /** Some of what was given could not be read, so that more may be held than is known. */
  readonly incomplete?: boolean;
  /** A second declaration, that does not decide: the list of a config where a token was given. */
  readonly compared?: readonly Grant[];
}

/** Whether the calls are all that the app makes, or only some of it; `incomplete`: an input with more of them was lost. */
export type Coverage = 'whole' | 'part' | 'incomplete';

/** A sign that an app uses an API: what its code imports, its manifest asks for, or a text that names a server. */
export interface Evidence {
  readonly api: string;
  readonly kind: 'import' | 'dependency' | 'mention';
  /** The package, or the host. */
  readonly name: string;
  readonly location: Location;
}

/** What a run found that was told nothing. */
export interface Discovery {
  /** Of the APIs in use, the strongest first; the calls are evidence too. */
  readonly evidence: readonly Evidence[];
  /** The names of the APIs in use. */
  readonly inUse: readonly string[];
  /** What could be in use: rule packs, or the matrices of the command line. */
  readonly known: readonly string[];
  /** The matrices that the command line names. */
  readonly named: readonly string[];
  /** The manifests that were read. */
  readonly manifests: readonly string[];
  /** Folders with a manifest of their own that asks for a client; of one app where there is one at most. */
  readonly apps: readonly string[];
  /** Where the link stands that the grants are taken from. */
  readonly link: Location | null;
  /** Where links stand that are not taken, and why. */
  readonly passed: readonly RelatedLocation[];
  /** Files of code in languages that are not read: how many, by the names of these. */
  readonly foreign: ReadonlyMap<string, number>;
}

/** How many of the planned calls of a run its recordings show. */
export interface SeenCalls {
  readonly planned: readonly Match[];
  /** A recording has their route. */
  readonly seen: readonly Match[];
  /** Too little is known of them: a recording has a route that they may reach. */
  readonly maybeSeen: readonly Match[];
  readonly neverSeen: readonly Match[];
}

/** The outcome of a run: all that reporters print. */
export interface Report {
  /** The name of the app, where a run is of several. */
  readonly app: string | null;
  readonly mode: 'check' | 'audit' | 'calls' | 'lint';
  readonly findings: readonly Finding[];
  /** In the order of findings. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly matches: readonly Match[];
  /** How well each outcome is met, one by one of the schemes that the grants speak of. */
  readonly truths: ReadonlyMap<Outcome, readonly Truth[]>;
  /** How its planned calls compare with its recorded ones. */
  readonly compared: SeenCalls;
  readonly grants: GrantSet | null;
  /** What is held, per API and scheme; only schemes that the grants speak of. */
  readonly held: ReadonlyMap<string, ReadonlyMap<Scheme, Holdings>>;
  readonly apis: readonly Api[];
  readonly inputs: readonly InputSummary[];
  readonly withheld: readonly Withheld[];
  /** How many files and texts that name an API the scan of code accounts for. */
  readonly accounting: Pick<Accounting, 'files' | 'texts'>;
  /** What the scan of code does not account for. */
  readonly doubts: readonly MatchedDoubt[];
  /** Some input could not be read. */
  readonly lost: boolean;
  /** Grants of a permission type that no matrix has: the run is not judged, whatever else is found. */
  readonly misfits: readonly Finding[];
  /** Schemes of the matrices that the grants say nothing of. */
  readonly unjudgedSchemes: readonly Scheme[];
  /** Per scheme: the names common to all ways to meet the requirements of the certain matches. */
  readonly required: ReadonlyMap<Scheme, readonly string[]>;
  readonly coverage: Exclude<Coverage, 'incomplete'>;
  readonly counts: Counts;
  readonly verdict: Verdict;
  readonly checks: readonly CheckHelp[];
  /** The working directory, relative to the root of the repository; empty for the root itself. */
  readonly folder: string;
  /** What is compared, where reporters are to show it. */
  readonly seenCalls?: SeenCalls;
  /** What is not accounted for is listed instead of the calls. */
  readonly listsDoubts?: boolean;
  /** What is no finding, and worth knowing all the same. */
  readonly asides?: readonly RelatedLocation[];
  /** Absent where the run was told what to read. */
  readonly discovery?: Discovery;
}
