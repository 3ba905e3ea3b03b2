// The abstract tree of a random program: what every language can say about requests, without a word of any language.

/** What a program reads from its environment: nothing but these. */
export const INPUTS = ['P', 'Q', 'R', 'S'] as const;
export type Input = (typeof INPUTS)[number];

export type Condition =
  | { readonly kind: 'input'; readonly input: Input; readonly not: boolean }
  /** A parameter that is true or false. */
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'and' | 'or'; readonly both: readonly [Condition, Condition] };

/** An expression that is a text: a path, a part of one, a method or a key. */
export type Text =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'concat' | 'format'; readonly parts: readonly Text[] }
  | {
      readonly kind: 'choose';
      readonly when: Condition;
      readonly yes: Text;
      readonly no: Text;
    }
  /** A field of an options object. */
  | { readonly kind: 'field'; readonly object: string; readonly key: Key }
  /** What a map has under a key. */
  | { readonly kind: 'entry'; readonly map: string; readonly key: Text }
  /** What a function of the program gives. */
  | { readonly kind: 'result'; readonly of: string; readonly args: readonly Text[] }
  /** What a method of the same object gives; `above` asks the base class. */
  | { readonly kind: 'own'; readonly method: string; readonly above: boolean }
  /** The text that the constructor was given. */
  | { readonly kind: 'given' };

/** The fields of an options object. */
export type Key = 'method' | 'path';

/** An expression that is a function of one path. */
export type Callee =
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  /** A function of two texts whose first is given. */
  | { readonly kind: 'bound'; readonly name: string; readonly first: Text }
  | { readonly kind: 'method'; readonly object: string; readonly name: string }
  | { readonly kind: 'entry'; readonly map: string; readonly key: Text }
  /** What a function gives that makes functions. */
  | { readonly kind: 'made'; readonly by: string; readonly arg: Text }
  | { readonly kind: 'lambda'; readonly parameter: string; readonly body: readonly Statement[] };

export type Argument =
  | { readonly type: 'text'; readonly value: Text }
  | { readonly type: 'function'; readonly value: Callee }
  | { readonly type: 'flag'; readonly value: Condition }
  | { readonly type: 'object'; readonly value: string };

export type Body = readonly Statement[];

export type Statement =
  | { readonly kind: 'send'; readonly method: Text; readonly path: Text }
  | { readonly kind: 'let' | 'assign' | 'append'; readonly name: string; readonly value: Text }
  | {
      readonly kind: 'let object';
      readonly name: string;
      readonly method: Text;
      readonly path: Text;
    }
  | { readonly kind: 'set field'; readonly object: string; readonly key: Key; readonly value: Text }
  | { readonly kind: 'let function' | 'assign function'; readonly name: string; value: Callee }
  | {
      readonly kind: 'let instance' | 'assign instance';
      readonly name: string;
      readonly type: string;
      /** What its constructor takes. */
      readonly given: Text | null;
    }
  | { readonly kind: 'if'; readonly when: Condition; readonly yes: Body; readonly no: Body }
  | {
      readonly kind: 'switch';
      readonly on: string;
      readonly cases: readonly { readonly key: string; readonly body: Body }[];
      readonly fallback: Body | null;
    }
  /** Runs the body for each item. */
  | { readonly kind: 'loop'; readonly item: string; readonly items: readonly Text[]; body: Body }
  /** Runs the body for each row of a table, taken apart. */
  | {
      readonly kind: 'walk';
      readonly table: string;
      readonly method: string;
      readonly path: string;
      readonly body: Body;
    }
  /** Hands each item to a function. */
  | { readonly kind: 'each'; readonly items: readonly Text[]; readonly callee: Callee }
  | { readonly kind: 'break' | 'continue' | 'return' | 'throw' }
  | { readonly kind: 'try'; readonly body: Body; readonly handler: Body }
  /** Calls a function of one path. */
  | { readonly kind: 'call'; readonly callee: Callee; readonly path: Text }
  /** Calls a declared function. */
  | { readonly kind: 'run'; readonly name: string; readonly args: readonly Argument[] }
  | { readonly kind: 'give'; readonly value: Text }
  | { readonly kind: 'give function'; readonly value: Callee };

export interface Parameter {
  readonly name: string;
  readonly type: Argument['type'];
  /** What it is where nothing is given. */
  readonly fallback?: Text;
}

export type Declaration =
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly parameters: readonly Parameter[];
      readonly gives: 'nothing' | 'text' | 'function';
      readonly body: Body;
    }
  | {
      readonly kind: 'map';
      readonly name: string;
      readonly entries: readonly (readonly [string, Text])[];
    }
  | {
      readonly kind: 'handlers';
      readonly name: string;
      readonly entries: readonly (readonly [string, Callee])[];
    }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly rows: readonly (readonly [Text, Text])[];
    }
  /** An options object that the whole program shares. */
  | { readonly kind: 'object'; readonly name: string; readonly method: Text; readonly path: Text }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly base: string | null;
      /** Its constructor takes a text. */
      readonly given: boolean;
      /** Methods without parameters that give a text. */
      readonly texts: readonly { readonly name: string; readonly value: Text }[];
      /** The method of one path that sends; a subclass inherits it. */
      readonly sends: Body | null;
    };

export interface Program {
  readonly declarations: readonly Declaration[];
  readonly main: Body;
  /** How many declarations stand in each file before the last. */
  readonly cuts: readonly number[];
  /** Names of libraries are imported one by one. */
  readonly importsByName: boolean;
}

/** Every node below a node, itself first. */
export function* nodesOf(node: unknown): Generator<{ readonly kind?: string }> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield node;
  for (const child of Object.values(node)) yield* nodesOf(child);
}
