// The statements of one scope, in order -> its bindings, returns and calls, and what may hold of its names where.
import type { ClassSyntax, Expression, Statement } from '../ir.js';
import { namesIn } from './assigned-names.js';
import { bindingKey } from './binding-names.js';
import { type ExpressionSink, ExpressionWalk } from './expression-walk.js';
import { branchKey, followFlow } from './flow.js';
import { growthOf } from './mutations.js';
import { changeOf } from './object-changes.js';
import { stepOf } from './reaching-definitions.js';
import type { Binding, ClassScope, FlowBody, FlowEvent, Point } from './scope.js';
import type { ScopeDraft } from './scope-draft.js';
import { className } from './type-names.js';

/** Takes the functions, classes and calls of a file. */
export interface FileSink extends ExpressionSink {
  class(syntax: ClassSyntax, outer: Point): ClassScope;
}

/** One scope being walked, statement by statement. */
export class ScopeWalk {
  private order = 0;
  private branches = 0;
  private events: FlowEvent[] = [];
  private readonly expressions: ExpressionWalk;

  constructor(
    private readonly file: FileSink,
    private readonly scope: ScopeDraft,
  ) {
    this.expressions = new ExpressionWalk(file);
  }

  /** The body of a function or file. */
  body(body: readonly Statement[]): void {
    this.statements(body, []);
    if (this.events.length > 0) this.scope.definitions = followFlow(this.events);
  }

  /** What the head of a class works out: values of fields, defaults and annotations of its methods. */
  classHead(syntax: ClassSyntax): void {
    const point = { scope: this.scope, order: 0, trail: [] };
    this.expressions.annotations(syntax.annotations, point);
    for (const { name, value } of syntax.fields)
      if (value) this.expressions.root(value, point, { kind: 'field', name });
    for (const method of syntax.methods) this.expressions.head(method, point);
  }

  private at(trail: readonly string[]): Point {
    return { scope: this.scope, order: ++this.order, trail };
  }

  private statements(body: readonly Statement[], trail: readonly string[]): void {
    for (const statement of body) this.statement(statement, trail);
  }

  /** The statements of a body that may not run, and what they do to names. */
  private inner(trail: readonly string[], walk: () => void): FlowBody {
    const outer = this.events;
    this.events = [];
    const start = this.at(trail).order;
    walk();
    const body = { start, events: this.events };
    this.events = outer;
    return body;
  }

  private statement(statement: Statement, trail: readonly string[]): void {
    switch (statement.kind) {
      case 'assign': {
        const point = this.at(trail);
        const { target } = statement;
        this.expressions.root(statement.value, point, { kind: 'assigned', target, point });
        this.expressions.root(target, point, { kind: 'dropped' });
        const { value, adds, type } = statement;
        if (this.isBareDeclaration(statement)) return;
        // what is assigned counts from the next statement on
        this.bind(statement.target, { value, adds, type, item: false, point: this.at(trail) });
        return;
      }
      case 'do': {
        this.expressions.root(statement.value, this.at(trail), { kind: 'dropped' });
        const growth = changeOf(statement.value) ?? growthOf(statement.value);
        if (!growth) return;
        this.bind(growth.target, {
          value: growth.items,
          adds: true,
          grows: true,
          type: null,
          item: false,
          point: this.at(trail),
        });
        return;
      }
      case 'return': {
        const { value } = statement;
        if (value) {
          const point = this.at(trail);
          this.expressions.root(value, point, { kind: 'returned', from: this.scope });
          this.scope.returns.push({ value, point });
        }
        this.events.push({ kind: 'leave', by: 'return' });
        return;
      }
      case 'leave':
        this.events.push({ kind: 'leave', by: statement.by });
        return;
      case 'branch': {
        const { exhaustive, falls } = statement;
        const id = ++this.branches;
        const { on, otherwise = [] } = statement;
        if (on)
          this.scope.put('branches', branchKey(id), { order: this.order, on: [...on, otherwise] });
        const bodies = this.bodies(statement.bodies, trail, id);
        const end = this.at(trail).order;
        this.events.push({ kind: 'branch', id, bodies, exhaustive, falls, end });
        return;
      }
      case 'try': {
        const body = this.inner(trail, () => this.statements(statement.body, trail));
        const handlers = this.bodies(statement.handlers, trail, ++this.branches);
        this.events.push({ kind: 'try', body, handlers, end: this.at(trail).order });
        return;
      }
      case 'loop':
        this.loop(statement, trail);
        return;
      case 'function': {
        const { function: syntax } = statement;
        const scope = this.file.scope(syntax, null, this.at(trail), syntax.body);
        if (syntax.name !== null) this.scope.put('functions', syntax.name, scope);
        this.expressions.head(syntax, this.at([]));
        return;
      }
      case 'class': {
        const cls = this.file.class(statement.class, this.at(trail));
        this.scope.put('classes', statement.class.name, cls);
      }
    }
  }

  private bodies(
    bodies: readonly (readonly Statement[])[],
    trail: readonly string[],
    id: number,
  ): FlowBody[] {
    return bodies.map((body, index) => {
      const inner = [...trail, stepOf(id, index)];
      return this.inner(inner, () => this.statements(body, inner));
    });
  }

  private loop(loop: Extract<Statement, { kind: 'loop' }>, trail: readonly string[]): void {
    const inner = [...trail, stepOf(++this.branches, 'loop')];
    const body = this.inner(inner, () => {
      const point = this.at(inner);
      const { item, of } = loop;
      if (of)
        this.expressions.root(
          of,
          point,
          item ? { kind: 'looped', item, point } : { kind: 'dropped' },
        );
      if (item && of) {
        for (const own of namesIn(item)) this.scope.note('declared', own);
        const point = this.at(inner);
        this.bind(item, { value: of, adds: false, type: null, item: true, point });
      }
      this.statements(loop.body, inner);
    });
    this.events.push({ kind: 'loop', body, end: this.at(trail).order });
  }

  /** True for a bare declaration such as `let x`, which gives no value. */
  private isBareDeclaration(statement: Extract<Statement, { kind: 'assign' }>): boolean {
    const { target, value, declares } = statement;
    if (declares === undefined) return false;
    for (const own of namesIn(target)) this.scope.note(declares ? 'declared' : 'borrowed', own);
    const nothing = value.kind === 'unknown' && value.parts.length === 0;
    // a declared class says what the variable holds
    return target.kind === 'name' && nothing && !(statement.type && className(statement.type));
  }

  /** `options[key] = value`: an entry whose key is worked out. */
  private setUnderKey(
    { of, key, at }: Extract<Expression, { kind: 'index' }>,
    binding: Binding,
  ): void {
    const value: Expression = { kind: 'object', entries: [{ key, value: binding.value }], at };
    if (of.kind !== 'index')
      this.bind(of, { ...binding, value, adds: true, grows: true, type: null });
  }

  private bind(target: Expression, binding: Binding): void {
    const { value } = binding;
    if (value.kind === 'lambda' && (target.kind === 'name' || target.kind === 'member'))
      this.file.names.set(value.function, target.name);
    if (target.kind === 'index') {
      this.setUnderKey(target, binding);
      return;
    }
    const own = bindingKey(target);
    if (target.kind === 'member' && target.of.kind === 'self') {
      this.scope.bind('fields', target.name, binding);
    } else if (own !== null) {
      this.scope.bind('bindings', own, binding);
      this.events.push({ kind: 'define', name: own, binding });
    } else if (target.kind === 'list') {
      for (const [index, part] of target.items.entries()) {
        const at = part.kind === 'name' ? part.at : { line: 0, column: 0 };
        const value = { kind: 'member', of: binding.value, name: String(index), at } as const;
        this.bind(part, { ...binding, value });
      }
    }
  }
}
