// The intermediate representation (IR) that every language is lowered to: small, plain data without a word of any language.
import type { LanguageTraits } from './language-traits.js';

/** Where something stands in its file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}
/** A name that the lowering makes and no source can write; `role` says what it stands for. */
export const syntheticName = (role: string): string => ` ${role}`;
/** Whether the lowering made a name. */
export const isSynthetic = (name: string): boolean => name.startsWith(' ');
/** What may stand beside what the code says, and no code does: a framework, a file or whoever runs it sets it. */
export const SETTINGS = syntheticName('settings');
/** The method that holds what the body of a class does beside declaring members. */
export const STATIC_BLOCK = syntheticName('static');
/** The root of a test of the object of the method around: `self.send`. */
export const SELF = syntheticName('self');
/** The object whose members are the programs that code runs: `curl.exe` beside a command of its own by that name. */
export const PROGRAM = syntheticName('program');
/** What marks a parameter that takes what the function is called on: `void Send(this HttpClient http)`. */
export const RECEIVER = syntheticName('receiver');
/** What the local name of an import begins with that counts for all files of the language: `global using static A.B`. */
export const FOR_ALL = syntheticName('for all ');

/** How a plain test, one of a name or of its members, turned out; it does so again until something changes what it reads. */
export interface Condition {
  /** In one form for all languages; its outcomes are `true` or others: `send`, `kind == null`; a literal: `opts.kind ==`, in any case: `opts.kind ==i`. */
  readonly test: string;
  /** It turned out as one of these, or, where it is negated, as none of them. */
  readonly is: readonly string[];
  readonly negated: boolean;
  /** The names that it begins with: `opts` of `opts.kind`. */
  readonly reads: readonly string[];
}

/** How a literal lies in a text that is tested. */
export type Relation = 'begins' | 'ends' | 'contains';
/** The form of such a test: `opts.path begins "/v1"`. */
export const textTest = (of: string, relation: Relation, literal: string): string =>
  `${of} ${relation} ${JSON.stringify(literal)}`;

/** An expression. What a language has and this form has not is `unknown`, with the calls inside it kept in `parts`. */
export type Expression =
  /** A constant as text: a string after its escapes, a number, a boolean. */
  | { readonly kind: 'text'; readonly text: string; readonly at: Place }
  /** Concatenation and interpolation. */
  | { readonly kind: 'join'; readonly parts: readonly Expression[]; readonly at: Place }
  /** A variable, constant, function, class or package; without sigils (`$path` is `path`). */
  | { readonly kind: 'name'; readonly name: string; readonly at: Place }
  /** `this`, `self`, `$this`; also `static::` and `self::`. */
  | { readonly kind: 'self'; readonly at: Place }
  /** `a.b`, `a->b`, `A::B`, and `a['b']` with a literal key. */
  | {
      readonly kind: 'member';
      readonly of: Expression;
      readonly name: string;
      readonly at: Place;
    }
  /** `a[key]` with any other key. */
  | {
      readonly kind: 'index';
      readonly of: Expression;
      readonly key: Expression;
      readonly at: Place;
    }
  /**
   * `f(x)`, `a.f(x)`; also operators that are functions elsewhere: `"%s" % x` is a call of the member `%` of the text.
   * `at` is where the callee's last name stands (`get` of `platform.get(...)`).
   */
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly args: readonly Argument[];
      readonly at: Place;
    }
  /** `new A(x)`; also `A(x)` and `A.new(x)` where the language makes objects so and the name is surely a class. */
  | {
      readonly kind: 'new';
      readonly type: Expression;
      readonly args: readonly Argument[];
      readonly at: Place;
    }
  /** An object, dict, hash, map, associative array; an entry without a key is spread into it. */
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly key: Expression | null; readonly value: Expression }[];
      readonly at: Place;
    }
  /** An array, list, tuple. */
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly at: Place }
  /** One of several: `a ? b : c` (b, c), a switch or if expression; `a || b`, `a ?? b`. */
  | {
      readonly kind: 'choice';
      readonly of: readonly Expression[];
      /** The conditions of each, all of which hold where it is taken; not set where none is known. */
      readonly on?: readonly (readonly Condition[])[];
      /** The first that is there: `a || b`, `a ?? b`, what is taken out of an argument and its default. */
      readonly first?: true;
      readonly at: Place;
    }
  /** A closure, lambda, block, anonymous function. */
  | { readonly kind: 'lambda'; readonly function: FunctionSyntax; readonly at: Place }
  | { readonly kind: 'unknown'; readonly parts: readonly Expression[]; readonly at: Place };

/** An argument of a call; a keyword argument has a name, a spread one gives any number. */
export interface Argument {
  readonly name: string | null;
  readonly value: Expression;
  readonly spread: boolean;
}

/** A statement. Order and nesting are kept: what a name stands for depends on both. */
export type Statement =
  /** `target` is a name, member or index. `adds` for `+=` and its like. `type` as written, where the language says it. */
  | {
      readonly kind: 'assign';
      readonly target: Expression;
      readonly value: Expression;
      readonly adds: boolean;
      readonly type: string | null;
      /** Whether it makes a variable here, or says that the name is one of what surrounds it; not set where the language does not say. */
      readonly declares?: boolean;
      readonly at: Place;
    }
  | { readonly kind: 'do'; readonly value: Expression; readonly at: Place }
  /** Leaves the function; `value` is `null` where it says none. */
  | { readonly kind: 'return'; readonly value: Expression | null; readonly at: Place }
  /** Leaves the statements around it without a value; what it works out stands before it. */
  | {
      readonly kind: 'leave';
      /** `throw` leaves the function or reaches a handler; `break` and `continue` leave the innermost loop or falling branch. */
      readonly by: 'throw' | 'break' | 'continue';
      /** It names, or counts, what it leaves: more than the innermost may be left. */
      readonly far: boolean;
      readonly at: Place;
    }
  /** One of the bodies runs: if, switch, match. Conditions are `do` statements before it. */
  | {
      readonly kind: 'branch';
      readonly bodies: readonly (readonly Statement[])[];
      /** One of them surely runs: there is an `else`, a `default`, or a match that must match. */
      readonly exhaustive: boolean;
      /** A body that is not left runs on into the next one, and `break` leaves the branch: the `switch` of C. */
      readonly falls: boolean;
      /** The conditions of each body, all of which hold where it is chosen (not where one runs on into it). */
      readonly on?: readonly (readonly Condition[])[];
      /** Those that hold where no body is chosen. */
      readonly otherwise?: readonly Condition[];
      readonly at: Place;
    }
  /** The body runs; where something in it is thrown, one of the handlers does. What always runs behind both stands behind it. */
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly (readonly Statement[])[];
      readonly at: Place;
    }
  /** The body runs any number of times; `item` takes each element of `of` where both are known. */
  | {
      readonly kind: 'loop';
      readonly item: Expression | null;
      readonly of: Expression | null;
      readonly body: readonly Statement[];
      readonly at: Place;
    }
  | { readonly kind: 'function'; readonly function: FunctionSyntax }
  | { readonly kind: 'class'; readonly class: ClassSyntax };

/** A function, method, or closure. */
export interface FunctionSyntax {
  /** `null` for an anonymous one. A constructor is `constructor`, whatever the language calls it. */
  readonly name: string | null;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** Decorators, annotations and attributes, as calls: `@app.get("/x")`, `@GET("/x")`, `[HttpGet("x")]`. */
  readonly annotations: readonly Expression[];
  readonly at: Place;
}

export interface Parameter {
  readonly name: string;
  readonly default: Expression | null;
  /** The declared type as written. */
  readonly type: string | null;
  /** Takes the rest of the arguments: `*args`, `...args`; `keyed`: the rest of those with names, `**options`. */
  readonly rest: boolean;
  readonly keyed?: true;
  readonly annotations: readonly Expression[];
}

/** A class, interface, trait, struct, module of functions, or enum (whose members are fields with values). */
export interface ClassSyntax {
  readonly name: string;
  /** What it extends, implements or mixes in, as written. */
  readonly bases: readonly string[];
  readonly fields: readonly Field[];
  readonly methods: readonly FunctionSyntax[];
  readonly classes: readonly ClassSyntax[];
  readonly annotations: readonly Expression[];
  readonly at: Place;
}

export interface Field {
  readonly name: string;
  readonly value: Expression | null;
  readonly type: string | null;
  readonly at: Place;
}

/** A name that another file gives. */
export interface Import {
  readonly local: string;
  /** As written: `./client`, `requests`, `com.ringcentral`, `App\\Service\\Client`. */
  readonly from: string;
  /** The name in that file; `null`: the file, package or default export as a whole; `*`: every name of it. */
  readonly name: string | null;
}

/** A comment that speaks to permlint. */
export interface Directive {
  /** What stands behind `permlint:`. */
  readonly text: string;
  readonly at: Place;
  /** The lines that it means: its own where code stands before it, else the statement below it. */
  readonly reach: { readonly from: number; readonly to: number };
}

/** Whole lines of a file that were not understood, with blanks for comments; where that begins, and why. */
export type CutText = Readonly<{ at: Place; why: 'syntax' | 'depth'; text: string }>;

/** A source file, lowered. */
export interface FileSyntax {
  readonly file: string;
  /** Its id: the key of tables such as that of HTTP clients. */
  readonly language: string;
  /** The language whose packages and classes it shares: its own, unless its traits say another. */
  readonly platform: string;
  readonly traits: LanguageTraits;
  /** Java package, C# or PHP namespace, Go package; `null` where files are modules. */
  readonly package: string | null;
  readonly imports: readonly Import[];
  /** What it gives others, by name; `default` for a default export; `null`: every name at its top. */
  readonly exports: ReadonlyMap<string, Expression> | null;
  readonly body: readonly Statement[];
  readonly directives: readonly Directive[];
  readonly cuts: readonly CutText[];
}
