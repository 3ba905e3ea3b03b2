// What the HTML page shows, as plain data: made of reports, written out as JSON, drawn by the script of the page.

/**
 * What a cell says of a route and a permission: missing, possibly missing, one of several that lack, cannot tell,
 * held over an unverified inclusion, ok, needed (no grants are given), stands for an included one, another way,
 * excess, possibly excess, required by a row that no call reaches, nothing.
 */
export type CellKind = 'm' | 'p' | 'c' | '?' | 'i' | 'o' | 'n' | 'v' | 'a' | 'e' | 'x' | 'r' | '.';
/** All kinds of cells, what weighs most first. */
export const CELL_KINDS = 'mpc?ionvaexr.';

/** How a column stands, in the order of columns. */
export type ColumnStatus = 'missing' | 'excess' | 'open' | 'fine';

/** A permission that is needed or granted. */
export interface Column {
  /** Its name, with API and scheme where another has the same. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** The scheme, where it is not the default one. */
  readonly scheme: string;
  readonly status: ColumnStatus;
  /** One or two words: NO, yes, incl., not said. */
  readonly granted: string;
  /** Where that is said. */
  readonly where: string;
  /** Why it is excess, or cannot be told to be. */
  readonly argument: string;
  readonly notes: readonly Note[];
  readonly fix: readonly string[];
  /** A line for a shell. */
  readonly copy: string;
}

/** What a finding says. */
export interface Note {
  readonly check: string;
  readonly severity: string;
  readonly text: string;
  /** By what it is set aside; empty where it is not. */
  readonly suppressed: string;
}

/** A call that stands in a row. */
export interface RowCall {
  readonly text: string;
  readonly count: number;
  readonly places: readonly string[];
  /** How it was worked out: texts and their places. */
  readonly how: readonly string[];
  /** It may reach another route too. */
  readonly maybe: boolean;
}

/** A route of a matrix, or a call that has none. */
export interface Row {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Why a call has no route of its own; empty for a route. */
  readonly lost: string;
  /** The app touches it, or a permission that nothing needs stands in it. */
  readonly own: boolean;
  /** How many calls of the code, or of the plan, there are. */
  readonly times: number;
  /** One character per column. */
  readonly cells: string;
  readonly needs: string;
  /** The row of the matrix: its place, and the name and day of the matrix. */
  readonly source: string;
  readonly docs: string;
  readonly calls: readonly RowCall[];
  readonly notes: readonly Note[];
  readonly expect: readonly string[];
  /** The body of the answer to expect, as JSON. */
  readonly body: string;
  readonly fix: readonly string[];
}

/** One app of the page. */
export interface AppPage {
  /** Empty where the run is of one app without a name. */
  readonly name: string;
  readonly mode: string;
  readonly verdict: string;
  readonly kind: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly findings: readonly (Note & { readonly place: string; readonly details: string[] })[];
  readonly suppressed: readonly (Note & { readonly place: string; readonly by: string })[];
  readonly counts: readonly (readonly [label: string, n: number])[];
  /** What was read, with labels. */
  readonly read: readonly (readonly [label: string, text: string])[];
}
