// The core types: what every stage takes and gives. Imports nothing but types.
import type { Location } from './location.js';
import type { Refusal, RefusalForms } from './refusal.js';
import type { Permission, Requirement, Scheme } from './requirement.js';
import type { Sdk } from './sdk.js';
import type { Trace } from './trace.js';

export * from './location.js';
export * from './requirement.js';
export type { Trace, TracePart } from './trace.js';

/** One segment of a path template, from most to least specific. */
export type TemplateSegment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'mixed'; readonly parts: readonly (string | null)[] }
  | { readonly kind: 'parameter' }
  | { readonly kind: 'glob'; readonly text: string; readonly test: (segment: string) => boolean }
  | { readonly kind: 'rest' };

/** A parsed path template; `path` keeps the names of its parameters. */
export interface Template {
  readonly path: string;
  readonly segments: readonly TemplateSegment[];
}

/** The method of a row that stands for any. */
export const ANY_METHOD = 'ANY';

/** What a row may say besides its requirement; a key that it does not state is absent. */
export interface RowFacts {
  /** The vendor's name of the operation. */
  readonly operation?: string;
  readonly tag?: string;
  /** Served by the host for media. */
  readonly media?: boolean;
  readonly deprecated?: boolean;
  /** `prefix`: known of a whole product only, so that one of its calls needs at most what the row requires. */
  readonly basis?: 'prefix';
  /** Where the vendor documents the requirement. */
  readonly docs?: string;
  /** The day that somebody looked. */
  readonly checked?: string;
  /** What subscribing to an event requires on top, by the pattern of its filter. */
  readonly events?: readonly EventRule[];
  /** What each transport of the events requires on top, by its name. */
  readonly transports?: ReadonlyMap<string, Requirements>;
  /** Where the body of a call has its event filters and their transport: keys joined by dots. */
  readonly body?: { readonly events?: string; readonly transport?: string };
}

/** What is required of each scheme; one that nothing is said of is absent. */
export type Requirements = ReadonlyMap<Scheme, Requirement>;

/** The requirement of an event filter. */
export interface EventRule {
  readonly template: Template;
  readonly requires: Requirements;
}

/** One row of a matrix: method, path template, and what each scheme requires. */
export interface Route {
  readonly api: string;
  readonly method: string;
  /** The full path (base path of the server included) with parameter names. */
  readonly path: string;
  /** The path as its file writes it. */
  readonly written: string;
  readonly template: Template;
  readonly requires: Requirements;
  /** The comment directly above the row. */
  readonly category: string;
  readonly location: Location;
  readonly facts: RowFacts;
  /** The permissions that the file of the row declares, per scheme: the row is closed over them. */
  readonly closedOver: ReadonlyMap<Scheme, ReadonlySet<string>>;
  /** The row was written by a program, not kept by hand. */
  readonly generated: boolean;
  /** The row of an earlier matrix that this one wins over. */
  readonly overrides: Route | null;
}

/** One host and base path that serve an API. */
export interface Server {
  /** Host and port as in `Target.host`; `${NAME}` where a variable of the environment holds the URL. */
  readonly host: string;
  /** The name of that variable. */
  readonly setting?: string;
  /** Normalised, without trailing slash; empty for the root. */
  readonly basePath: string;
}

/** One validated YAML document: the routes of one API and what each requires. */
export interface Matrix {
  readonly api: string;
  readonly title: string;
  readonly file: string;
  readonly date: string | null;
  /** The rows were written by a program from what the vendor publishes. */
  readonly generated: boolean;
  /** Some of it, or of what was named beside it, could not be read, so that its routes may require something else. */
  readonly incomplete?: boolean;
  /** Paths that calls of the API begin with where the host is not known. */
  readonly prefixes: readonly string[];
  /** What clients put before a path that begins with none of the prefixes. */
  readonly implied: readonly string[];
  /** The header that carries the token of each call, in lower case; `null` where calls may go without it. */
  readonly tokenHeader: string | null;
  readonly sdk: Sdk | null;
  /** Names of permissions that are used no more, and what became of each. */
  readonly legacy: ReadonlyMap<string, string>;
  /** Where the permissions are switched on, in the vendor's words. */
  readonly console: string | null;
  /** The URL that makes an app, `{permissions}` for those that it holds, parted by commas. */
  readonly newApp: string | null;
  /** The first has the base path of the routes. */
  readonly servers: readonly Server[];
  readonly schemes: readonly Scheme[];
  readonly permissions: readonly Permission[];
  readonly routes: readonly Route[];
  readonly refusal: Refusal | null;
  readonly refusals: RefusalForms | null;
}

/** All that the matrices of one API say together; the later wins, row by row. */
export interface Api extends Omit<Matrix, 'api' | 'file' | 'date' | 'generated' | 'incomplete'> {
  readonly name: string;
  readonly files: readonly (Pick<Matrix, 'file' | 'date'> & { readonly routes: number })[];
  /** The scheme that a plain list of grants speaks of. */
  readonly defaultScheme: Scheme;
}

/** One segment of a call: text, or what is known of it with `null` for each unknown part (`[null]`: nothing). */
export type Segment = string | readonly (string | null)[];

/** A request target taken apart and normalised. */
export interface Target {
  /** Lower-case host with its port unless that is the default one; `null` where it is not known. */
  readonly host: string | null;
  readonly segments: readonly Segment[];
  /** Whether an unknown number of segments may follow. */
  readonly open: boolean;
}

/** One planned request. */
export interface Call extends Target {
  /** One method; several where it is one of them; none where nothing is known of it. */
  readonly methods: readonly string[];
  /** A call that a person stated (command line, plan, config): it belongs to the API whatever its host. */
  readonly stated: boolean;
  /** Path values may be personal (a recording): outputs show `{}` for every value that meets a parameter. */
  readonly personal: boolean;
  /** The event filters in the body of a subscription; `null` where the body is not known. */
  readonly events: readonly string[] | null;
  /** How a subscription has its events delivered; `null` where it is not known. */
  readonly transport: string | null;
  /** One of several combinations of what the code chooses independently: no run need send it. */
  readonly possible?: true;
  /** The API that the call names itself, where its path fits several. */
  readonly api: string | null;
  /** How often it was seen or planned. */
  readonly count: number;
  /** The id of the call source. */
  readonly source: string;
  /** At least one, the first is the primary. */
  readonly locations: readonly Location[];
  /** How the code scan worked it out; absent where it did not. */
  readonly trace?: Trace;
}

/** A permission that the app holds. */
export interface Grant {
  readonly name: string;
  /** `null`: the first scheme of the matrix. */
  readonly scheme: Scheme | null;
  /** How the input spells it, where that is the console's title and not the name. */
  readonly written?: string;
  /** Read from a token's scope, not from a list that somebody wrote. */
  readonly confirmed: boolean;
  readonly location: Location;
}

/** A route that a call may reach. */
export interface Candidate {
  readonly route: Route;
  /**
   * `certain`: this route and no other; `either`: certain should the call be made at all, and with this one of its methods;
   * `possible`: should an unknown segment be what the route says; `remote`: the same, but a more general route is
   * taken to serve the call, so that this one only counts as a use.
   */
  readonly certainty: 'certain' | 'either' | 'possible' | 'remote';
}

/** A known route near to a call that fits none, and in what the two differ. */
export interface NearMiss {
  readonly method: string;
  readonly path: string;
  /** The first of its differences. */
  readonly kind:
    | ('method' | 'base path' | 'prefix' | 'version' | 'plural' | 'case' | 'spelling')
    | ('missing segment' | 'extra segment');
  /** Each in words. */
  readonly differences: readonly string[];
}

/** Where one method of a call leads. */
export type Outcome =
  | { readonly kind: 'routed'; readonly method: string; readonly candidates: readonly Candidate[] }
  | {
      readonly kind: 'unknown-route' | 'unsupported-method';
      readonly method: string;
      readonly near: readonly NearMiss[];
    }
  | {
      readonly kind: 'unresolved';
      readonly method: string;
      readonly reason: string;
      readonly candidates: readonly Candidate[];
    };

/** A call with where it leads: one outcome per method. `api` is `null` for a call out of scope. */
export interface Match {
  readonly call: Call;
  readonly api: string | null;
  readonly outcomes: readonly Outcome[];
  /** The routes of the part of the API that the path is of; looked for where no known route surely serves the call. */
  readonly part: readonly Route[];
}

/** A route as outputs name it. */
export interface RouteReference {
  readonly method: string;
  readonly path: string;
}
