// The shape of an entry for an HTTP client. Imports nothing.

/** An HTTP client as data: what it is called, what of it sends requests, and where the base of its URLs stands. */
export interface Client {
  readonly id: string;
  /** What its foreign names are: packages, classes, and what they make. */
  readonly names: RegExp;
  /** Its calls that are not named like a method, folded, with the method that they send where they say none. */
  readonly sends?: Readonly<Record<string, string | null>>;
  /** It is called itself, and sends this method where the call says none. */
  readonly itself?: string;
  /** Options, methods and properties that give the base of its URLs, folded. */
  readonly base?: readonly string[];
  /** What makes it takes the base as its first argument: the last names of such makers, folded. */
  readonly made?: readonly string[];
  /** A path that begins with a slash goes on from the base (`append`), or replaces its path (`resolve`). */
  readonly joins?: 'append' | 'resolve';
}
