// What becomes of the value of an expression: it is called, passed, assigned, returned, put into something. Holds no code.
import type { Argument, Expression, FunctionSyntax } from '../ir.js';
import type { Point, Scope, Site } from './scope.js';

/** What becomes of an expression that stands in no other. */
export type RootUse =
  | { readonly kind: 'assigned'; readonly target: Expression; readonly point: Point }
  /** Its items are what the name of a loop stands for. */
  | { readonly kind: 'looped'; readonly item: Expression; readonly point: Point }
  | { readonly kind: 'returned'; readonly from: Scope }
  /** The default of a parameter. */
  | { readonly kind: 'default'; readonly of: FunctionSyntax; readonly parameter: string }
  /** The value of a field of a class. */
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'exported'; readonly name: string }
  | { readonly kind: 'annotation'; readonly of: Expression }
  | { readonly kind: 'dropped' };

/** What becomes of a value; `up` is what becomes of what it is a part of. */
export type Use =
  | RootUse
  | { readonly kind: 'called'; readonly site: Site; readonly up: Use }
  | {
      readonly kind: 'argument';
      readonly site: Site;
      readonly argument: Argument;
      readonly up: Use;
    }
  /** A member of it is taken, or an item by a key that is worked out. */
  | { readonly kind: 'member'; readonly expression: MemberExpression; readonly up: Use }
  | {
      readonly kind: 'index';
      readonly expression: IndexExpression;
      readonly point: Point;
      readonly up: Use;
    }
  /** It is an item of a list, or an entry of an object. */
  | {
      readonly kind: 'entry';
      readonly of: Expression;
      readonly key: Expression | null;
      readonly up: Use;
    }
  | { readonly kind: 'choice'; readonly of: Expression; readonly up: Use }
  /** It is a part of a text. */
  | { readonly kind: 'joined'; readonly of: Expression; readonly up: Use }
  /** It is in something that the lowered form does not tell. */
  | { readonly kind: 'part'; readonly up: Use };

export type MemberExpression = Extract<Expression, { kind: 'member' }>;
export type IndexExpression = Extract<Expression, { kind: 'index' }>;

/** An expression, where it stands, and what becomes of it. */
export interface Used<U extends Use = Use> {
  readonly expression: Expression;
  readonly point: Point;
  readonly use: U;
}
