// The rules of a language -> a walk that goes no deeper than it may, keeps what an expression does, and loses no call.

import { type Expression, SETTINGS, type Statement } from '../ir.js';
import { noteTooDeep } from './cut-texts.js';
import { Hoisting } from './hoisting.js';
import { assign, branch, name, placeOf, unknown } from './ir-builders.js';
import type { Node } from './node.js';
import { UnseenNodes } from './unseen-nodes.js';

/** How deep the callee and the arguments of a call may go at least. */
const CALL_ROOM = 20;

/** What a language does with one node. */
export interface Rules {
  expression(node: Node, walker: Walker): Expression;
  statement(node: Node, walker: Walker): Statement[];
}

/** The walk through one file: rules call each other by it, so that their files need not import each other. */
export class Walker extends Hoisting {
  private after: Statement[] = [];
  private readonly unseen: UnseenNodes;
  private readonly locals: ReadonlySet<string>[] = [];

  /** @param calls the types of the nodes that call something, in the grammar of the language */
  constructor(
    private readonly root: Node,
    calls: readonly string[],
    private readonly rules: Rules,
  ) {
    super();
    this.unseen = new UnseenNodes(root, calls);
  }

  /** The statements of the file: these nodes, and behind them what no rule has looked at. */
  file(nodes: readonly Node[]): Statement[] {
    const body = this.statements(nodes);
    return [...body, ...this.around(() => this.rest(this.root))];
  }

  /** The expression of a node; broken source may lack it, then it stands at its parent. */
  expression(node: Node | null | undefined, parent: Node | null = null): Expression {
    if (!node || node.isMissing) return unknown(node ?? parent ?? this.root);
    if (this.isTooDeep(node)) return unknown(node);
    return this.deeper(
      () => {
        this.unseen.see(node);
        const value = this.rules.expression(node, this);
        this.recover(node);
        return value;
      },
      () => this.tooDeep(node, unknown(node)),
    );
  }

  /** The expression in a field; broken source may lack it. */
  field(node: Node, key: string): Expression {
    return this.expression(node.childForFieldName(key), node);
  }

  statements(nodes: readonly Node[]): Statement[] {
    return nodes.flatMap((node) => this.statement(node));
  }

  /** The statements that one node is, behind what its expressions hoist. `lower` stands for the rule of the language. */
  statement(node: Node, lower = () => this.rules.statement(node, this)): Statement[] {
    if (this.isTooDeep(node)) return [];
    return this.deeper(
      () =>
        this.around(() => {
          this.unseen.see(node);
          const statements = lower();
          this.recover(node);
          this.hoist(...this.rest(node));
          return statements;
        }),
      () => this.tooDeep(node, []),
    );
  }

  /** A body that is one expression, which it returns. */
  returning(node: Node, parent: Node = node): Statement[] {
    return this.around(() => {
      const value = this.expression(node, parent);
      this.hoist(...this.rest(node));
      return [{ kind: 'return', value, at: placeOf(node) }];
    });
  }

  /** Behind the statement that is being lowered a variable has a value that is not known. */
  overwrite(left: Expression, node: Node): void {
    this.give(left, unknown(node), node);
  }

  /** Behind the statement that is being lowered a variable has a value. */
  give(left: Expression, value: Expression, node: Node): void {
    this.after.push(assign(this.target(left), value, node));
  }

  /** Behind the statement that is being lowered something outside may have set a variable, or members of it. */
  mayFill(left: Expression, node: Node): void {
    const target = this.target(left);
    const outside = name(SETTINGS, node);
    const isMember = target.kind === 'member' && target.of.kind !== 'self';
    this.after.push(
      isMember
        ? branch([[assign(target, outside, node)]], false, node)
        : assign(target, outside, node, { adds: true }),
    );
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

  /** The expression of a node that is lowered in its place too: what it does is left to that. */
  again(node: Node): Expression {
    let value: Expression | undefined;
    this.around(() => {
      value = this.expression(node);
      return [];
    });
    return value!;
  }

  /** An expression that may not run: what it does is a branch. */
  maybe(node: Node): Expression {
    let value: Expression | undefined;
    const body = this.around(() => {
      value = this.expression(node);
      return [];
    });
    if (body.length > 0) this.hoist(branch([body], false, node));
    return value!;
  }

  /** An expression that may not run, for what it does alone. */
  mayDo(node: Node): void {
    const body = this.around(() => this.effect(node));
    if (body.length > 0) this.hoist(branch([body], false, node));
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

  /** Broken source has errors where no rule looks for them: what stands in them is kept. */
  private recover(node: Node): void {
    for (const error of this.unseen.errorsIn(node)) this.hoist(...this.statements([error]));
  }

  private tooDeep<T>(node: Node, instead: T): T {
    noteTooDeep(this.root, node);
    return instead;
  }

  /** A call is left to the statements around it where its parts would be too deep. */
  private isTooDeep(node: Node): boolean {
    return this.room < CALL_ROOM && this.unseen.has(node);
  }

  /** The calls in a node that no rule has looked at, for what they do: a fault of a rule loses no call. */
  private rest(node: Node): Statement[] {
    const rest: Statement[] = [];
    for (;;) {
      const call = this.unseen.callIn(node);
      if (!call) return rest;
      const found = this.statement(call);
      // too deep here: the statement around looks again
      if (this.unseen.has(call)) return rest;
      rest.push(...found);
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
