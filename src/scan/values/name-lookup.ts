// A name and where it is looked for -> what it may stand for: bindings, parameters, what surrounds it.
import type { Expression } from '../ir.js';
import {
  expressionOf,
  isMemberKey,
  keyOfNames,
  memberKey,
  namesOfKey,
  partsOfKey,
} from '../symbols/binding-names.js';
import { hasName, isAssigned, membersOf } from '../symbols/known-names.js';
import type { Program } from '../symbols/program.js';
import { type DecidedWay, reachingAt } from '../symbols/reaching-definitions.js';
import type { Binding, Point, Scope } from '../symbols/scope.js';
import { methodAround } from '../symbols/scope-nesting.js';
import { callsOwn, mayRun } from '../symbols/side-effects.js';
import { rootPath } from './access-path.js';
import { distinct, under, unguarded } from './alternatives.js';
import type { Answers, Found } from './answers.js';
import type { Ask } from './ask.js';
import { changedByCalls, isChangedByCalls, setByCalls } from './changes-by-calls.js';
import { onWays } from './decisions.js';
import { ofClassAround } from './enclosing-classes.js';
import { frameOf } from './frames.js';
import type { Guard } from './guards.js';
import type { ImportLookup } from './import-lookup.js';
import { isClosed } from './known-conditions.js';
import type { MemberLookup } from './member-lookup.js';
import { memberOrTaken } from './member-or-taken.js';
import { withPath } from './models/urls.js';
import { NOTHINGS } from './nothing.js';
import { parameterValues } from './parameter-values.js';
import { beforeBinding, endOf, seenFromInside, startOf } from './points.js';
import { withoutEntry } from './set-members.js';
import { ABSENT, type Frame, type ObjectEntry, type Value } from './value.js';

/** Looks up names. */
export class NameLookup {
  private readonly expressions = new Map<string, Expression>();

  constructor(
    private readonly program: Program,
    private readonly imports: ImportLookup,
    private readonly members: MemberLookup,
    private readonly ask: Pick<Ask, 'values' | 'bound' | 'injected'>,
    private readonly answers: Answers,
  ) {}

  /** A name, or a member of it, looked for from the inside out. */
  named(name: string, start: Frame, from: Point, key: string | null = null): Value[] {
    const inherited = name === 'super' && key !== null && this.ofSuper(start, key, name);
    if (inherited) return inherited;
    const found: Value[] = [];
    let foreign: Value[] | null = null;
    let frame = start;
    let point = from;
    const pick = (values: readonly Value[]) =>
      key === null ? [...values] : this.pick(values, key, name);
    for (;;) {
      const { scope } = frame;
      const own = this.lookIn(name, key, frame, point);
      if (own) {
        found.push(...own.values);
        if (own.sure) return distinct(found);
      }
      const cls = scope.class;
      const inherited =
        cls && this.members.memberOf(frame.self ?? { kind: 'class', class: cls }, name);
      // a base class of a library may have any member: what the file itself says counts first
      if (inherited?.every(({ kind }) => kind === 'foreign')) foreign ??= inherited;
      else if (inherited) return distinct([...found, ...pick(inherited)]);
      const around = cls && ofClassAround(name, cls, this.members);
      if (around) return distinct([...found, ...pick(around)]);
      const next = scope.outer ?? scope.class?.outer;
      if (!next) break;
      const self = scope.outer ? frame.self : null;
      frame = frame.outer ?? frameOf(next.scope, self);
      // by the time a function is called, statements behind it in the scope around may have run
      point = seenFromInside(next, !scope.atOnce);
    }
    const module = key === null ? null : this.imports.ofDotted(name, key, from.scope.file);
    if (module) return distinct([...found, ...this.pick(module.values, module.rest, name)]);
    const outside = this.imports.ofFile(name, from.scope.file) ?? foreign;
    if (outside) found.push(...pick(outside));
    else if (found.length === 0 && NOTHINGS.has(name)) found.push(ABSENT);
    else if (found.length === 0)
      found.push(...pick([{ kind: 'foreign', path: rootPath(name), maker: null }]));
    return distinct(found);
  }

  /** A member of what the class of the method around inherits, on the same object. */
  private ofSuper({ scope, self }: Frame, key: string, name: string): Value[] | null {
    const cls = methodAround(scope)?.class;
    const [first = key, ...rest] = namesOfKey(key);
    const found = cls && self ? this.members.inherited(cls, self, first) : null;
    return found && (rest.length > 0 ? this.pick(found, keyOfNames(rest), name) : found);
  }

  inScope(name: string, frame: Frame, point: Point): Value[] | null {
    return this.lookIn(name, null, frame, point)?.values ?? null;
  }

  private lookIn(name: string, key: string | null, frame: Frame, point: Point): Found | null {
    // most scopes around do not have a name: that is no answer to remember
    if (!hasName(frame.scope, name)) return null;
    const full = key === null ? name : memberKey(name, key);
    // what is the same everywhere in a scope is worked out once for all points
    const at = this.isFixed(name, frame.scope) ? startOf(frame.scope) : point;
    return this.answers.found(full, frame, at, () => this.find(name, key, frame, at));
  }

  /** Whether nothing is assigned to a parameter, function or class, nor to members of it. */
  private isFixed(name: string, scope: Scope): boolean {
    return !isAssigned(scope, name) && !isChangedByCalls(name, scope, this.program);
  }

  private find(name: string, key: string | null, frame: Frame, point: Point): Found | null {
    const { scope } = frame;
    const of = (map: Scope['bindings'], full: string) => map.get(full) ?? [];
    const full = key === null ? name : memberKey(name, key);
    if (key !== null && !scope.bindings.has(full) && !scope.captured.has(full)) {
      const [of, last] = partsOfKey(key);
      const whole = this.lookIn(name, of, frame, point);
      if (!whole) return null;
      const own = whole.values.map((value) => withoutEntry(value, this.memberExpression(full)));
      const picked = this.pick(own, last, of ?? name);
      return { ...whole, values: this.withMembers(picked, full, frame, point) };
    }
    const both = (map: Scope['bindings']): readonly Binding[] =>
      key === null
        ? of(map, name)
        : [...of(map, name), ...of(map, full)].sort((a, b) => a.point.order - b.point.order);
    const bindings = both(scope.bindings);
    const captured = both(scope.captured);
    if (bindings.length === 0 && captured.length === 0)
      return this.declared(name, key, frame, point);
    const wholes = new Set([...of(scope.bindings, name), ...of(scope.captured, name)]);
    const value = (binding: Binding): Value[] => {
      const inside = binding.point.scope === scope ? frame : this.frameIn(binding, frame);
      const at = beforeBinding(binding.point);
      const [from, then] = binding.byOtherName ? [frame, endOf(scope)] : [inside, at];
      const earlier = () => this.named(name, from, then, wholes.has(binding) ? null : key);
      const values = this.ask.bound(binding, earlier, inside);
      return key !== null && wholes.has(binding) ? this.pick(values, key, name) : values;
    };
    const tracked = scope.bindings.has(full) ? full : name;
    const { bindings: reached, entry } = reachingAt(scope.definitions, tracked, point, bindings);
    const hidden = entry === null;
    const last = hidden && !point.within ? reached.at(-1)?.binding : undefined;
    const changing = captured.filter(
      (binding) => !last || mayRun(this.program, binding, last, point),
    );
    const sure =
      hidden && (!scope.borrowed.has(name) || !callsOwn(this.program, scope, last, point));
    const values = [
      ...reached.flatMap(({ binding, on, isCarried }) => {
        const guard = this.waysTaken(on, frame);
        const own = isCarried ? value(binding).map(unguarded) : value(binding);
        return guard === false ? [] : under(guard, own);
      }),
      ...changing.flatMap(value),
    ];
    if (!hidden) {
      const parameter = this.declared(name, key, frame, point);
      const guard = this.waysTaken(entry, frame);
      if (parameter && guard !== false) values.push(...under(guard, parameter.values));
      else if (values.length === 0 && !scope.borrowed.has(name) && wholes.size > 0)
        // an assignment that only adds, such as +=, or to a member, does not make the name belong to this scope
        values.push(...bindings.filter(({ adds }) => !adds).flatMap(value));
    }
    const after = reached[0]?.binding.point.order;
    const whole =
      key === null
        ? this.withMembers(values, name, frame, point)
        : changedByCalls(values, { name, key, frame, point, after }, this.program, this.ask);
    const mine =
      sure ||
      (!scope.borrowed.has(name) && [...wholes].some(({ adds }) => !adds)) ||
      scope.parameters.has(name);
    return { values: distinct(whole), sure: mine };
  }

  /** The guard of ways through the code; `false` where no run takes them in this frame. */
  private waysTaken(on: readonly DecidedWay[], frame: Frame): Guard | null | false {
    return on.some((way) => isClosed(way, frame, this.ask)) ? false : onWays(on, frame);
  }

  /** A parameter, function or class of a scope. */
  private declared(name: string, key: string | null, frame: Frame, point: Point): Found | null {
    const { scope } = frame;
    const found = this.declaredAs(name, frame);
    if (!found) return null;
    const values =
      key === null ? this.withMembers(found, name, frame, point) : this.pick(found, key, name);
    return { values, sure: scope.parameters.has(name) || found.length > 0 };
  }

  private declaredAs(name: string, frame: Frame): Value[] | null {
    const { scope } = frame;
    if (scope.parameters.has(name)) return parameterValues(name, frame, this.imports, this.ask);
    const fn = scope.functions.get(name);
    if (fn) return [{ kind: 'function', scope: fn, self: frame.self, outer: frame }];
    const cls = scope.classes.get(name);
    return cls ? [{ kind: 'class', class: cls }] : null;
  }

  /** @param key a member, or members of members, joined by dots */
  private pick(values: readonly Value[], key: string, name: string): Value[] {
    const [of, last] = partsOfKey(key);
    const inner = of === null ? values : this.pick(values, of, name);
    return inner.flatMap((value) => memberOrTaken(this.members, value, [name], last));
  }

  /** The frame of a function inside that assigns a name. */
  private frameIn({ point: { scope } }: Binding, frame: Frame): Frame {
    for (let next: Frame | null = frame; next; next = next.outer)
      if (next.scope === scope) return next;
    return frameOf(scope);
  }

  /** The same expression each time: what it is worth is remembered by it. */
  private memberExpression(full: string): Expression {
    const known = this.expressions.get(full);
    if (known) return known;
    const made = expressionOf(full);
    this.expressions.set(full, made);
    return made;
  }

  /** Values with what the scope assigns to members of the name that holds them. */
  private withMembers(values: Value[], name: string, frame: Frame, point: Point): Value[] {
    const { bindings, captured } = frame.scope;
    const keys = [...membersOf(frame.scope, name)];
    const set = isMemberKey(name) ? [] : setByCalls(name, frame, point, this.program);
    if (keys.length === 0 && set.length === 0) return values;
    const entry = (key: string): ObjectEntry => ({
      key,
      isSpread: false,
      value: { expression: this.memberExpression(memberKey(name, key)), frame, point },
    });
    const own = keys.flatMap((key) => {
      const full = memberKey(name, key);
      const all = [...(bindings.get(full) ?? []), ...(captured.get(full) ?? [])];
      // members of it alone are assigned
      if (all.length === 0) return [entry(key)];
      const { bindings: reached } = reachingAt(frame.scope.definitions, full, point, all);
      const isReached = (one: Binding) => reached.some(({ binding }) => binding === one);
      if (all.every((one) => one.point.scope === point.scope && !isReached(one))) return [];
      return [entry(key)];
    });
    const entries = [...own, ...set];
    return values.flatMap((value): Value[] | Value => {
      if (value.kind === 'text') return withPath(value, entries, (bound) => this.ask.values(bound));
      if (value.kind === 'object') return { ...value, entries: [...value.entries, ...entries] };
      if (value.kind === 'instance') return { ...value, set: [...(value.set ?? []), ...entries] };
      return value;
    });
  }
}
