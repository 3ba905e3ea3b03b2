// The shapes of this part: signs found in a text, and the refusals that they make. Types alone.
import type { Scheme } from '../../model/model.js';
import type { RefusalForms } from '../../model/refusal.js';

/** How the refusals of one API are recognised, and which of its permissions have which titles. */
export interface ApiForms {
  readonly api: string;
  readonly forms: RefusalForms;
  /** Names, and titles in lower case, -> name. */
  readonly names: ReadonlyMap<string, string>;
}

/** A request that a text shows near a refusal; it never leaves here unconcealed. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  readonly line: number;
}

/** What one refusal says of itself. */
export interface SeenRefusal {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly api: string;
  /** The status that stands beside it. */
  readonly status: number | null;
  readonly code: string | null;
  /** A code that says another scheme than that one. */
  readonly otherCode: string | null;
  /** The status that the matrix says the code comes with. */
  readonly usualStatus: number | null;
  /** The scheme that the code says, and that the wording says. */
  readonly codeScheme: Scheme | null;
  readonly wordingScheme: Scheme | null;
  /** Any-of of all-of; empty where the text names none. */
  readonly permissions: readonly (readonly string[])[];
  /** A name stands there, but it cannot be one, or looks like a secret. */
  readonly concealed: boolean;
  /** What lacks instead of a permission. */
  readonly means: string | null;
  readonly request: SeenRequest | null;
  /** The request stands in the same record, or a status line links the two. */
  readonly requestIsSure: boolean;
}

/** A piece of a text that tells of a refusal. */
export type Sign =
  | {
      readonly kind: 'code';
      readonly code: string;
      readonly api: string;
      readonly scheme: Scheme | null;
      readonly means: string | null;
      readonly status: number | null;
    }
  | {
      readonly kind: 'wording';
      readonly api: string;
      readonly scheme: Scheme | null;
      readonly means: string | null;
      readonly permissions: readonly (readonly string[])[];
      readonly concealed: boolean;
    }
  | {
      readonly kind: 'field';
      readonly api: string;
      readonly permissions: readonly (readonly string[])[];
      readonly concealed: boolean;
    };

/** What else of a text matters: where objects begin and end, lines, statuses and requests. */
export type Mark =
  | Sign
  | { readonly kind: 'open' | 'close' | 'line' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'method'; readonly method: string }
  | { readonly kind: 'target'; readonly target: string; readonly method: string | null };
