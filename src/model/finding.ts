// What a check says: findings, what sets them aside, and what loaders give beside a value.
import type { Location, NearMiss, RouteReference, Scheme } from './model.js';

/** How sure a finding is: proven, possible, cannot tell. */
export type Severity = 'error' | 'warning' | 'note';
/** All severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
/** Whether one severity is graver than another. */
export const isGraver = (one: Severity, other: Severity): boolean =>
  SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other);

/** Machine-readable facts of a finding; `response` is the predicted answer of the API. */
export interface FindingData {
  readonly api?: string;
  readonly scheme?: Scheme;
  readonly permission?: string;
  /** Open alternatives, any-of of all-of, where no single permission is the missing one. */
  readonly missing?: readonly (readonly string[])[];
  /** The call may also reach a route that needs less, so that nothing is proven missing. */
  readonly possible?: true;
  /** All that a requirement which is not known may need, and is not granted. */
  readonly atMost?: readonly string[];
  readonly route?: RouteReference;
  readonly call?: RouteReference;
  readonly response?: { readonly status: number; readonly body: unknown };
  readonly near?: readonly NearMiss[];
  readonly suggestions?: readonly string[];
  readonly proof?: Proof;
  /** The granted permission that stands for the one needed, and whether that is verified. */
  readonly includedIn?: string;
  readonly verified?: boolean;
  /** The permission that would do. */
  readonly narrower?: string;
  readonly reason?: string;
  /** The paths of an API that stand in what is not accounted for. */
  readonly text?: string;
}

/** Why a granted permission is proven to be needed by no call. */
export interface Proof {
  /** The routes that need it; none of the calls reaches one. */
  readonly routes: readonly RouteReference[];
  /** The calls that could not be judged and yet cannot need it. */
  readonly unjudged: number;
  readonly argument: string;
}

/** A further place that a finding speaks of. */
export interface RelatedLocation {
  readonly location: Location;
  readonly message: string;
}

/** What a check, or a loader, reports. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  /** One sentence without a full stop. */
  readonly message: string;
  /** The sentence that several findings of one cause share: for one of them, and for `{n}`. */
  readonly headline?: { readonly one: string; readonly many: string };
  readonly location: Location;
  readonly related: readonly RelatedLocation[];
  /** What may be said below the place: a guess, a reason. */
  readonly hint?: string;
  /** What to expect, why it is proven, how to mend it; the same for all findings of one cause. */
  readonly details?: readonly {
    readonly label: 'expect' | 'proof' | 'fix';
    readonly text: string;
  }[];
  readonly data: FindingData;
}

/** What sets a finding aside: a comment beside it, an item of the config, or an entry of the baseline. */
export interface Suppression {
  readonly kind: 'comment' | 'config' | 'baseline';
  /** Where it stands. */
  readonly location: Location;
  /** `null`: none is given, as always by a baseline. */
  readonly reason: string | null;
  /** The last day on which it holds, as `2027-01-31`. */
  readonly until: string | null;
  /** It says that the file calls no API, so that no doubt is left. */
  readonly settles?: true;
}

/** A finding that is known and accepted: it is counted, and fails no run. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: Suppression;
}

/** `permlint: ignore[check] reason` in a comment of code or YAML, and the lines that it means. */
export interface IgnoreComment {
  /** What stands behind `permlint:`. */
  readonly text: string;
  readonly location: Location;
  readonly from: number;
  readonly to: number;
}

/** What a loader gives: a value, and a finding for each fault of its input. */
export interface Loaded<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}
