// What a matrix says of the clients of its API, as it is written. Types alone; imports nothing.

/** What a matrix says of the clients of its API: package names, and how chains of methods become paths. */
export interface Sdk {
  readonly packages: readonly string[];
  /** Packages and classes that are named like clients and send nothing to the API: a phone, a widget. */
  readonly bystanders?: readonly string[];
  /** What a file declares that is a copy of the client: the client itself first, of the others one is enough. */
  readonly copies?: readonly string[];
  /** The classes of packages that files import as a whole, by what the package begins with: `RingCentral`, and `RestClient`. */
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  readonly versions?: Readonly<Record<string, string>>;
  readonly defaults?: Readonly<Record<string, string>>;
  readonly optional?: Readonly<Record<string, string>>;
  readonly collection?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly languages?: Readonly<
    Record<
      string,
      {
        readonly words: 'camel' | 'pascal';
        readonly lowerToo?: boolean;
        readonly reserved?: Readonly<Record<string, string>>;
      }
    >
  >;
  /** Packages of clients whose chains leave out the root, and that root: `ringcentral-client`, and `restapi`. */
  readonly shortChains?: Readonly<Record<string, string>>;
  /** What the fields of answers lead to: `recording.contentUri`, and a path, or `same` for that of the call. */
  readonly links?: Readonly<Record<string, string>>;
  /** Methods of clients that send one request: `messages.sms.create`, and `METHOD /path`. */
  readonly helpers?: Readonly<Record<string, string>>;
  /** The entries that mark a message over a socket as a request, which says its `method` and `path`: `type`, and `ClientRequest`. */
  readonly messages?: Readonly<Record<string, string>>;
  /** By language and package, or module of it, the calls that are known of those that send some of their own. */
  readonly sends?: Readonly<Record<string, Readonly<Record<string, PackageSends>>>>;
  /** By language, the packages that send requests of their own which are not known: `NAME`, or `NAME <5`. */
  readonly senders?: Readonly<Record<string, readonly string[]>>;
  /** How clients subscribe to events. */
  readonly subscriptions?: {
    readonly route: string;
    readonly calls: readonly string[];
    readonly transports?: Readonly<Record<string, string>>;
    /** By language, the packages of a manifest and their transports: `NAME`, or `NAME <5` for what is below a major version. */
    readonly packages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly otherwise?: Readonly<Record<string, string>>;
  };
}

/** What a package sends. */
export interface PackageSends {
  /** What is sent by whoever imports it. */
  readonly itself?: SentCalls;
  /** By the name that code gives to its objects, what their methods send: `bot`, and `sendMessage`. */
  readonly objects?: Readonly<Record<string, Readonly<Record<string, SentCalls>>>>;
}

type SentCalls = SentCall | readonly SentCall[];

/** `METHOD /path`, with ` possibly` behind it where no run need send it; or a subscription. */
export type SentCall =
  | string
  | {
      readonly call: string;
      readonly events?: readonly string[];
      /** The function of the app that gives the filters; without one they are `events`. */
      readonly eventsBy?: string;
      /** `client`: that of the client which the app subscribes with. */
      readonly transport?: string;
    };
