// The rules of a language -> a walk that never goes too deep and keeps what an expression does beside giving a value.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../ir.js';
import { Frame } from './hoisting.js';
import { assign, placeOf, unknown } from './ir-builders.js';

/** What a language does with one node. */
export interface Rules {
  expression(node: Node, descent: Descent): Expression;
  statement(node: Node, descent: Descent): Statement[];
}

/** The walk through one file: rules call each other by it, so that their files need not import each other. */
export class Descent extends Frame {
  private after: Statement[] = [];
  private readonly salvaged = new Set<number>();
  private readonly locals: ReadonlySet<string>[] = [];

  constructor(private readonly rules: Rules) {
    super();
  }

  expression(node: Node): Expression {
    return this.deeper(
      () => {
        const value = this.rules.expression(node, this);
        this.salvage(node);
        return value;
      },
      () => unknown(node),
    );
  }

  /** The expression in a field; broken source may lack it. */
  field(node: Node, key: string): Expression {
    const child = node.childForFieldName(key);
    return child ? this.expression(child) : unknown(node);
  }

  statements(nodes: readonly Node[]): Statement[] {
    return this.deeper(
      () => nodes.flatMap((node) => this.around(() => this.statement(node))),
      () => [],
    );
  }

  /** Behind the statement that is being lowered a variable has a value that is not known. */
  overwrite(left: Expression, node: Node): void {
    this.after.push(assign(this.target(left), unknown(node), node));
  }

  /** What a piece of code lowers to, with what its expressions put before and behind it. */
  around(lower: () => readonly Statement[]): Statement[] {
    const outer = this.after;
    this.after = [];
    try {
      return this.collect(() => {
        const own = lower();
        return [...own, ...this.after];
      });
    } finally {
      this.after = outer;
    }
  }

  /** An expression that may not run: what it does is a branch. */
  maybe(node: Node): Expression {
    let value: Expression | undefined;
    const body = this.around(() => {
      value = this.expression(node);
      return [];
    });
    if (body.length > 0) this.hoist({ kind: 'branch', bodies: [body], at: placeOf(node) });
    return value!;
  }

  /** An expression that may not run, for what it does alone. */
  mayDo(node: Node): void {
    const body = this.around(() => this.effect(node));
    if (body.length > 0) this.hoist({ kind: 'branch', bodies: [body], at: placeOf(node) });
  }

  /** An expression for what it does alone. */
  effect(node: Node): Statement[] {
    return doing(this.expression(node), node);
  }

  /** An assignment inside an expression runs before it; what it gives is its target. */
  assignment(left: Expression, value: Expression, node: Node, adds = false): Expression {
    const target = this.target(left);
    this.hoist(assign(target, value, node, { adds }));
    return isPlain(target) ? target : unknown(node);
  }

  /** Lowers a method, which declares these names itself. */
  inMethod<T>(declared: Iterable<string>, lower: () => T): T {
    this.locals.push(new Set(declared));
    try {
      return lower();
    } finally {
      this.locals.pop();
    }
  }

  /** In a method a bare name that it does not declare is a field, where it is assigned. */
  private target(left: Expression): Expression {
    if (left.kind !== 'name' || this.locals.length === 0) return left;
    if (this.locals.some((names) => names.has(left.name))) return left;
    const { name, at } = left;
    return { kind: 'member', of: { kind: 'self', at }, name, at };
  }

  private statement(node: Node): Statement[] {
    const statements = this.rules.statement(node, this);
    this.salvage(node);
    return statements;
  }

  /** Broken source has errors where no rule looks for them: what stands in them is kept. */
  private salvage(node: Node): void {
    if (!node.hasError) return;
    const open = [node];
    for (let next = open.pop(); next; next = open.pop()) {
      this.salvaged.add(next.id);
      for (const child of next.namedChildren) {
        if (!child?.hasError || this.salvaged.has(child.id)) continue;
        if (child.isError) this.hoist(...this.statements([child]));
        else open.push(child);
      }
    }
  }
}

/** A value for what working it out does: nothing, where it only names something. */
export const doing = (value: Expression, node: Node): Statement[] =>
  isPlain(value) || value.kind === 'text' || (value.kind === 'unknown' && value.parts.length === 0)
    ? []
    : [{ kind: 'do', value, at: placeOf(node) }];

/** Says whether an expression only names something, so that it may stand twice. */
export function isPlain(expression: Expression): boolean {
  let inner = expression;
  while (inner.kind === 'member') inner = inner.of;
  return inner.kind === 'name' || inner.kind === 'self';
}
