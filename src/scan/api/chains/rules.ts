// How the fluent clients of an API are generated from its routes, as data: what a matrix says of them.

/** How the generated clients of one API differ from "each literal is a method, each parameter its argument". */
export interface SdkRules {
  /** Literals that a chain takes as an argument, by the literals before them: `/restapi` -> `v1.0`, also its default. */
  readonly versions: ReadonlyMap<string, string>;
  /** What an omitted argument stands for, by the literal before it, where an operation of that literal takes it. */
  readonly defaults: ReadonlyMap<string, string>;
  /** Further literals that take an argument, by themselves and those before them, and what it is when omitted. */
  readonly optional: ReadonlyMap<string, string>;
  /** Methods whose name at a collection is another where the item has them too: `GET` -> `list`. */
  readonly collection: ReadonlyMap<string, string>;
  /** Literals whose method is named otherwise than by the rule. */
  readonly names: ReadonlyMap<string, string>;
  readonly languages: ReadonlyMap<string, Spelling>;
}

/** How a language spells the names of methods. */
export interface Spelling {
  readonly words: 'camel' | 'pascal';
  /** Older clients ran the words together, in lower case. */
  readonly lowerToo: boolean;
  /** Names that the language reserves, and what stands for them. */
  readonly reserved: ReadonlyMap<string, string>;
}
