// The shape of an entry for an HTTP client. Imports nothing.

/**
 * An HTTP client as data: what it is called, what of it sends requests, and where the base of its URLs stands.
 * Names are folded: in lower case, without `_`, and without `async` at their end.
 */
export interface Client {
  /** What people call it, for the documentation. */
  readonly title: string;
  /** What the foreign names of it begin with or contain: packages, classes, and what they make. */
  readonly names: RegExp;
  /** Its calls that are not named like a method, with the method that they send where they say none. */
  readonly sends?: Readonly<Record<string, string | null>>;
  /** Of these calls, those that send only where their second argument is this constant: `curl_setopt($ch, CURLOPT_URL, ...)`. */
  readonly sendsWith?: Readonly<Record<string, string>>;
  /** Of these calls, those that send every request of a list. */
  readonly lists?: readonly string[];
  /** It is called itself, and sends this method where the call says none. */
  readonly itself?: string;
  /** Options, methods and properties that give the base of its URLs. */
  readonly base?: readonly string[];
  /** What makes it takes the base as its first argument: the last names of such makers. */
  readonly made?: readonly string[];
  /** Calls that say the base of clients which a container gives: `AddHttpClient(c => c.BaseAddress = ...)`. */
  readonly registered?: readonly string[];
  /** Its functions that send no header but what their arguments say, and where these stand. */
  readonly headers?: readonly HeaderPlaces[];
  /** A path that begins with a slash goes on from the base (`append`), or replaces its path (`resolve`). */
  readonly joins?: 'append' | 'resolve';
  /** A request that is made without a URL goes to the base itself. */
  readonly bare?: true;
  /** A function of the tree by the name of such a call stands before it: where it sends nothing itself, the client sends. */
  readonly wrapped?: true;
  /** A request with a body is sent by the same method as one without. */
  readonly keepsMethod?: true;
  /** Calls on a URL itself that send a request to it: `url.openConnection()`, `URI(path).read`. */
  readonly opens?: readonly string[];
  /** What is taken out of a client by a key is one for the path below: `resource['/path'].get`. */
  readonly keyed?: true;
  /** What its requests are made by, in lower case, where they are put together in steps: a part of the name is enough. */
  readonly builders?: readonly string[];
  /** Steps of a request, and options that say them, beside those whose names say it themselves. */
  readonly steps?: Partial<StepNames>;
  /** A function that wraps options, and the key under which they stand. */
  readonly options?: { readonly by: string; readonly under: string };
}

/** Functions whose requests have no headers but those of the call. */
export interface HeaderPlaces {
  /** The foreign names of the functions. */
  readonly of: RegExp;
  /** The position of the options, one of which holds the headers. */
  readonly options?: number;
  /** The position of the headers themselves. */
  readonly at?: number;
  /** A program may set headers for all of them. */
  readonly hasDefaults?: true;
  /** Keyword arguments are headers. */
  readonly named?: true;
}

/** What steps by which a request is put together are called. */
export interface StepNames {
  /** Say the method. */
  readonly method: readonly string[];
  /** Give the URL by an assignment or an option; a call that is given it is one that sends. */
  readonly url: readonly string[];
  /** Give a body. */
  readonly body: readonly string[];
  /** Say by `true` that there is a body. */
  readonly bodyFlag: readonly string[];
  /** Make it a request without an answer's body. */
  readonly head: readonly string[];
}
