// A function, a class or an object -> where it goes: the calls of it, and the first place where it gets out of sight.
import type { Expression } from '../ir.js';
import type { Point, Scope, Site } from '../symbols/scope.js';
import { isWithin } from '../symbols/scope-nesting.js';
import type { MemberExpression, Use, Used } from '../symbols/uses.js';
import { accessPathOf, type Value } from '../values/value.js';
import { behind, boundAt, type Prefix, plainArguments } from './argument-lists.js';
import { Escapes } from './escapes.js';
import { FUNCTIONS, type Handling } from './handling.js';
import { gives, invocation, looksAt, loops } from './library-functions.js';
import { passedOn } from './passing.js';
import { isExport, isGlobal } from './targets.js';
import { TrackedValue } from './tracked-value.js';
import type { ArgumentLists, CallGraph, FlowCall } from './uses-of-functions.js';

/** Follows one value. */
export class ValueFlow {
  readonly calls = new Map<Expression, FlowCall>();
  readonly escapes = new Escapes();
  readonly value: TrackedValue;
  private readonly seen = new Set<Use>();
  private readonly names = new Set<string>();
  private readonly queue: string[] = [];
  /** Names that it has in a scope alone. */
  private readonly locals: [scope: Scope, name: string][] = [];

  /**
   * @param matches whether a value is the one that is followed
   * @param does what libraries do with such values
   */
  constructor(
    private readonly graph: CallGraph,
    matches: (value: Value) => boolean,
    private readonly does: Handling = FUNCTIONS,
  ) {
    this.value = new TrackedValue(graph, matches);
  }

  /** Follows it from where it is written and from its names. */
  run(written: readonly Used[], names: readonly string[]): void {
    for (const { use, expression } of written) this.follow(use, expression, [], true);
    for (const name of names) this.carry(name);
    for (;;) {
      const local = this.locals.shift();
      const name = local ? null : this.queue.shift();
      if (local) this.lookIn(...local);
      else if (name == null) return;
      else for (const used of this.graph.references.of(name)) this.look(used);
    }
  }

  /** It gets out of sight. */
  leave(site: Site | null, prefix: Prefix = []): void {
    this.escapes.add(site, prefix);
  }

  /** It may have this name. */
  carry(name: string): void {
    if (this.names.has(name)) return;
    this.names.add(name);
    this.queue.push(name);
    for (const local of this.graph.references.renamed(name)) this.carry(local);
  }

  /** A function of the tree is given it. */
  reach(scope: Scope, parameter: string): void {
    if (this.value.give(scope, parameter)) this.lookIn(scope, parameter);
  }

  /** It may have this name in a scope, and nowhere else. */
  private lookIn(scope: Scope, name: string): void {
    for (const used of this.graph.references.of(name))
      if (isWithin(used.point.scope, scope)) this.look(used);
  }

  /** Follows one place where the value may be, if it is there. */
  private look(used: Used): void {
    const { expression, point, use } = used;
    const alias = this.value.aliasOf(expression, point);
    if (alias) this.follow(use, expression, alias.prefix, true);
    else if (this.value.isAt(expression, point)) this.follow(use, expression, [], false);
    else if (this.does.mayRead(this.value.ask(expression, point), used)) this.leave(null);
  }

  /**
   * Follows what becomes of an expression that is worth the value, or holds it.
   * @param prefix arguments that are bound to it
   * @param told whether it is worth the value, whatever the evaluator says
   */
  private follow(use: Use, expression: Expression, prefix: Prefix, told: boolean): void {
    if (this.seen.has(use)) return;
    this.seen.add(use);
    this.value.add(expression, told);
    if (this.seen.size > this.does.most) this.leave(null);
    else this.use(use, expression, prefix);
  }

  private use(use: Use, expression: Expression, prefix: Prefix): void {
    switch (use.kind) {
      case 'called':
        this.call(use.site, expression, plainArguments(use.site), prefix);
        return;
      case 'argument':
        this.pass(use, prefix);
        return;
      case 'choice':
        this.follow(use.up, use.of, prefix, true);
        return;
      case 'entry':
        if (use.key?.kind === 'text') this.carry(use.key.text);
        this.follow(use.up, use.of, [], true);
        return;
      case 'member':
        this.member(use.expression, use.up, prefix);
        return;
      case 'index': {
        const values = this.value.ask(use.expression, use.point);
        if (values.some((value) => value.kind === 'unknown' || this.value.is(value)))
          this.follow(use.up, use.expression, [], true);
        return;
      }
      case 'assigned':
        this.assign(use.target, use.point, prefix);
        return;
      case 'looped':
        this.assign(use.item, use.point, []);
        return;
      case 'default': {
        const scope = this.graph.references.scopeOf(use.of);
        if (scope) this.reach(scope, use.parameter);
        return;
      }
      case 'returned':
        this.giveBack(use.from);
        return;
      case 'field':
      case 'exported':
        this.carry(use.name);
        return;
      case 'joined':
        if (this.does.join(use.up)) this.follow(use.up, use.of, [], true);
        return;
      case 'part':
        if (use.up.kind !== 'dropped' && !this.does.comparesParts) this.leave(null);
    }
  }

  /** Notes a call of it. */
  private call(site: Site, callee: Expression, lists: ArgumentLists, prefix: Prefix): void {
    if (!this.calls.has(callee)) this.calls.set(callee, { site, callee, lists, prefix });
  }

  /** A name, or a member, takes it. */
  private assign(target: Expression, point: Point, prefix: Prefix): void {
    const after = { ...point, order: point.order + 1.5 };
    const isSeen = prefix.length === 0 && this.value.isAt(target, after);
    if (target.kind === 'name') {
      const { scope } = point;
      if (scope.function && !scope.borrowed.has(target.name))
        this.locals.push([scope, target.name]);
      else this.carry(target.name);
      if (isSeen) return;
      const isOnly = scope.bindings.get(target.name)?.length === 1;
      const isShared = this.graph.references
        .of(target.name)
        .some((used) => used.point.scope.file !== scope.file);
      if (isOnly && (scope.function || !isShared))
        this.value.addAlias({ scope, name: target.name, prefix });
      else this.leave(null);
    } else if (target.kind === 'member' && !isGlobal(target)) {
      this.carry(target.name);
      const isOwn = target.of.kind === 'self' || isExport(target);
      // what the object of a library is given, the library may call
      const isShown = this.value.ask(target.of, after).some(accessPathOf);
      if (!isOwn && (!isSeen || isShown)) this.leave(null);
    } else this.leave(null);
  }

  /** A member of it is taken: a method of functions that calls it, or of lists that gives it. */
  private member(expression: MemberExpression, up: Use, prefix: Prefix): void {
    if (up.kind !== 'called') return;
    const { name, of } = expression;
    const { site } = up;
    const { point } = site;
    const invoked = invocation(name, point.scope.file.language);
    if (this.value.isAt(expression, point)) {
      this.follow(up, expression, [], false);
      // a parameter may be the function itself, or an object that has it under this name
      const lists = invoked && this.value.parameterAt(of, point) && behind(site, invoked);
      if (lists) this.call(site, of, lists, prefix);
      return;
    }
    const itself = this.value.ask(of, point).filter(this.value.matches);
    const becomes = itself.length > 0 ? this.does.method(name) : null;
    if (becomes === 'given back' || (gives(name) && itself.length === 0))
      this.follow(up.up, site.expression, [], true);
    else if (becomes === 'out of sight') this.leave(site);
    else if (becomes) return;
    else if (invoked) this.call(site, of, behind(site, invoked), prefix);
    else if (name === 'bind')
      this.follow(up.up, site.expression, [...prefix, ...boundAt(site, 1)], true);
    else if (loops(name)) this.giveItems(site);
    else if (itself.some(({ kind }) => kind === 'function') && !looksAt(name))
      if (this.value.ask(expression, point).some(({ kind }) => kind === 'unknown'))
        // a method of functions that is not known: `curry`, `andThen`
        this.leave(site);
  }

  /** The items of what holds the value are given to a function. */
  private giveItems(site: Site): void {
    const [first] = site.expression.args;
    if (!first) return;
    for (const value of this.value.ask(first.value, site.point))
      if (value.kind === 'function') {
        const [parameter] = value.scope.parameters.keys();
        if (parameter !== undefined) this.reach(value.scope, parameter);
      } else if (!this.value.matches(value)) this.leave(site);
  }

  /** It is an argument of a call. */
  private pass(use: Extract<Use, { kind: 'argument' }>, prefix: Prefix): void {
    const { site, argument, up } = use;
    const ask = (e: Expression) => this.value.ask(e, site.point);
    for (const what of passedOn(use, ask, this.does.take))
      switch (what.kind) {
        case 'parameter':
          this.reach(what.scope, what.name);
          break;
        case 'field':
          this.carry(what.name);
          break;
        case 'called':
          this.call(site, what.callee ?? argument.value, what.lists, prefix);
          break;
        case 'bound':
          this.follow(up, site.expression, [...prefix, ...boundAt(site, what.from)], true);
          break;
        case 'given back':
          if (argument.name !== null) this.carry(argument.name);
          this.follow(up, site.expression, prefix, true);
          break;
        case 'put into':
          this.assign(what.target, site.point, []);
          break;
        case 'out of sight':
          this.leave(site, prefix);
      }
  }

  /** A function gives it back to its callers. */
  private giveBack(from: Scope): void {
    const { callers, open } = this.graph.of(from);
    if (open || (!from.function && this.does.leavesFiles)) this.leave(open?.site ?? null);
    for (const { site } of callers)
      this.follow(this.graph.references.useOf(site.expression), site.expression, [], true);
  }
}
