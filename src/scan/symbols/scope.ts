// The shape of scopes: what functions and files bind, in which order, and which calls they make.
import type {
  ClassSyntax,
  Condition,
  Expression,
  FileSyntax,
  FunctionSyntax,
  Parameter,
} from '../ir.js';

/** A place in the order of a scope: statements before it have lower numbers; `trail` is the branches around it. */
export interface Point {
  readonly scope: Scope;
  readonly order: number;
  readonly trail: readonly string[];
  /** The statements behind the point may have run too: it is looked at from a function that is called later. */
  readonly later?: boolean;
  /** It is looked at from a closure inside. */
  readonly within?: boolean;
}

/** What a name is bound to at a point of its scope. */
export interface Binding {
  readonly value: Expression;
  readonly adds: boolean;
  /** It adds by a method (`push`, `append`), which changes lists and texts only. */
  readonly grows?: boolean;
  readonly type: string | null;
  /** The name is another one where this stands: an import of the variable, an alias. */
  readonly byOtherName?: true;
  /** The value is one of the items of the expression. */
  readonly item: boolean;
  readonly point: Point;
}

/** An assignment to a member of something. */
export interface MemberWrite {
  readonly of: Expression;
  readonly binding: Binding;
}

/** A function or a whole file. */
export interface Scope {
  readonly file: FileSyntax;
  /** `null` for a file. */
  readonly function: FunctionSyntax | null;
  /** The class of a method. */
  readonly class: ClassScope | null;
  /** Where a closure or inner function stands; `null` for a file and for methods of its classes. */
  readonly outer: Point | null;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  /** Which of these may hold where. */
  readonly definitions: Definitions;
  /** Its branches by their keys. */
  readonly branches: ReadonlyMap<string, Branching>;
  /** Names that it declares. */
  readonly declared: ReadonlySet<string>;
  /** What functions inside it assign to its names. */
  readonly captured: ReadonlyMap<string, readonly Binding[]>;
  /** Names that it assigns and that belong to what surrounds it. */
  readonly borrowed: ReadonlySet<string>;
  /** The calls that it makes itself. */
  readonly calls: readonly Site[];
  /** A closure that runs where it stands, and never later. */
  readonly atOnce: boolean;
  readonly functions: ReadonlyMap<string, Scope>;
  readonly classes: ReadonlyMap<string, ClassScope>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The fields of `self` that it assigns. */
  readonly fields: ReadonlyMap<string, readonly Binding[]>;
  readonly returns: readonly { readonly value: Expression; readonly point: Point }[];
}

/** A class with the scopes of its methods. */
export interface ClassScope {
  readonly syntax: ClassSyntax;
  readonly file: FileSyntax;
  readonly outer: Point;
  /** The class that it stands in. */
  readonly around: ClassScope | null;
  readonly methods: ReadonlyMap<string, Scope>;
  /** Where the values of its fields stand. */
  readonly initial: Scope;
  readonly classes: ReadonlyMap<string, ClassScope>;
}

/** A call, or the making of an object, where it stands. */
export interface Site {
  readonly expression: Extract<Expression, { kind: 'call' | 'new' }>;
  readonly point: Point;
}

/** What a scope does to its names. Orders count the points of the scope. */
export type FlowEvent =
  | { readonly kind: 'define'; readonly name: string; readonly binding: Binding }
  | {
      readonly kind: 'branch';
      /** Counts the branches of the scope. */
      readonly id: number;
      readonly bodies: readonly FlowBody[];
      readonly exhaustive: boolean;
      readonly falls: boolean;
      readonly end: number;
    }
  | { readonly kind: 'loop'; readonly body: FlowBody; readonly end: number }
  | {
      readonly kind: 'try';
      readonly body: FlowBody;
      readonly handlers: readonly FlowBody[];
      readonly end: number;
    }
  | { readonly kind: 'leave'; readonly by: 'return' | 'throw' | 'break' | 'continue' };

/** What is known of the conditions of a branch. */
export interface Branching {
  /** Where its conditions are tested. */
  readonly order: number;
  /** For each body, and behind them for the way around all. */
  readonly on: readonly (readonly Condition[])[];
}

/** The events of a body, and the order of its beginning. */
export interface FlowBody {
  readonly start: number;
  readonly events: readonly FlowEvent[];
}

/** What may hold of a name: a binding, nothing yet (`null`), or what holds on one of several ways. */
export type Reaching = Binding | null | Ways;

/** What holds on each of the ways that meet at a point. */
export interface Ways {
  readonly ways: readonly Way[];
  /** The branch that decides which way is taken; `null` where several may be taken, as in a loop. */
  readonly decision: string | null;
}

/** `taken`: a bit for each of the ways on which this holds. */
export interface Way {
  readonly reaching: Reaching;
  readonly taken: number;
  /** It was defined in an earlier turn of a loop: what was decided then may be decided otherwise now. */
  readonly isCarried?: true;
}

/** For each name the points where what may hold of it changes, in order. */
export type Definitions = ReadonlyMap<string, readonly Change[]>;

/** What may hold of a name from a point on. */
export interface Change {
  readonly order: number;
  readonly reaching: Reaching;
}
