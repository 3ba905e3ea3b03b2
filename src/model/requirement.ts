// Permissions and what needs them: requirements, inclusions, and how well a requirement is met.
import type { Location } from './location.js';

/** Which kind of permission a requirement speaks of; a permission is (scheme, name). */
export type Scheme = string;
/** The scheme of a matrix that declares none. */
export const DEFAULT_SCHEME: Scheme = 'app';

/**
 * What a route needs: a tree of all-of and any-of over permission names; an empty all-of is "nothing".
 * Nobody knows what an `unknown` needs; what meets `atMost` is known to meet it, and nothing else can be needed.
 */
export type Requirement =
  | { readonly kind: 'permission'; readonly name: string }
  | { readonly kind: 'allOf' | 'anyOf'; readonly of: readonly Requirement[] }
  | { readonly kind: 'unknown'; readonly atMost?: Requirement };

/** How well a requirement is met, from worst to best; `assumed`: only through an unverified inclusion. */
export type Truth = 'missing' | 'unknown' | 'assumed' | 'granted';

/** What the app holds of one scheme: permission name -> how well. Absent: missing. */
export type Holdings = ReadonlyMap<string, Truth>;

/** An edge of inclusion: the permission that has it stands for `name` too; unverified unless known to hold. */
export interface Inclusion {
  readonly name: string;
  readonly verified: boolean;
}

/** A name that a matrix declares. */
export interface Permission {
  readonly scheme: Scheme;
  readonly name: string;
  /** What the vendor's console calls it. */
  readonly title: string;
  /** Other spellings of the title. */
  readonly also: readonly string[];
  readonly includes: readonly Inclusion[];
  readonly location: Location;
}
