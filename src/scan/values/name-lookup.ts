// A name and where it is looked for -> what it may stand for: bindings, parameters, what surrounds it.
import { reachingAt } from '../symbols/reaching-definitions.js';
import type { Binding, Point, Scope } from '../symbols/scope.js';
import { callsOwn, mayRun } from '../symbols/side-effects.js';
import { grown } from './append.js';
import { absentIn, argumentFor, passedOn } from './arguments.js';
import { MemberLookup } from './member-lookup.js';
import { withPath } from './models/urls.js';
import { distinct, type Frame, taken, UNKNOWN, type Value } from './value.js';

interface Found {
  readonly values: Value[];
  /** Nothing else may hold: what surrounds the scope is not asked. */
  readonly sure: boolean;
}

interface Looked {
  readonly binding: Binding;
  readonly frame: Frame;
  /** It leads back to itself. */
  again: boolean;
}

/** Looks up names; what an expression is worth is asked of the evaluator. */
export abstract class Lookup extends MemberLookup {
  /** Takes a step; `false` where a question has taken too many. */
  protected abstract spend(): boolean;

  /** The bindings that are being looked at, the outermost first. */
  private readonly open: Looked[] = [];

  /** A name, or a member of it, looked for from the inside out. */
  protected named(name: string, start: Frame, from: Point, key: string | null = null): Value[] {
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
      } else {
        const cls = scope.class;
        const inherited = cls && this.memberOf(frame.self ?? { kind: 'class', class: cls }, name);
        // a class from outside the tree may have any member: what the file says goes before it
        if (inherited?.every(({ kind }) => kind === 'foreign')) foreign ??= inherited;
        else if (inherited) return distinct([...found, ...pick(inherited)]);
      }
      const next = scope.outer ?? scope.class?.outer;
      if (!next) break;
      const self = scope.outer ? frame.self : null;
      frame = frame.outer ?? this.frameOf(next.scope, self, null, frame.depth);
      // what surrounds a function may have run on when it is called
      point = { ...next, within: true, later: !scope.atOnce };
    }
    const outside = this.ofFile(name, from.scope.file) ?? foreign;
    if (outside) found.push(...pick(outside));
    else if (found.length === 0) found.push(...pick([{ kind: 'foreign', name, maker: null }]));
    return distinct(found);
  }

  protected inScope(name: string, frame: Frame, point: Point): Value[] | null {
    return this.lookIn(name, null, frame, point)?.values ?? null;
  }

  private lookIn(name: string, key: string | null, frame: Frame, point: Point): Found | null {
    const { scope } = frame;
    const of = (map: Scope['bindings'], full: string) => map.get(full) ?? [];
    const full = `${name}.${key}`;
    if (key !== null && !scope.bindings.has(full) && !scope.captured.has(full)) {
      const whole = this.lookIn(name, null, frame, point);
      return whole && { ...whole, values: this.pick(whole.values, key, name) };
    }
    const both = (map: Scope['bindings']): readonly Binding[] =>
      key === null
        ? of(map, name)
        : [...of(map, name), ...of(map, `${name}.${key}`)].sort(
            (a, b) => a.point.order - b.point.order,
          );
    const bindings = both(scope.bindings);
    const captured = both(scope.captured);
    if (bindings.length === 0 && captured.length === 0)
      return this.declared(name, key, frame, point);
    const wholes = new Set([...of(scope.bindings, name), ...of(scope.captured, name)]);
    const value = (binding: Binding): Value[] => {
      const inside = binding.point.scope === scope ? frame : this.frameIn(binding, frame);
      const at = before(binding.point);
      const earlier = () => this.named(name, inside, at, wholes.has(binding) ? null : key);
      const values = this.bound(binding, earlier, inside);
      return key !== null && wholes.has(binding) ? this.pick(values, key, name) : values;
    };
    const tracked = scope.bindings.has(full) ? full : name;
    const { bindings: reached, entry } = reachingAt(scope.definitions, tracked, point, bindings);
    const hidden = !entry;
    const last = hidden && !point.within ? reached.at(-1) : undefined;
    const changing = captured.filter(
      (binding) => !last || mayRun(this.program, binding, last, point),
    );
    const sure =
      hidden && (!scope.borrowed.has(name) || !callsOwn(this.program, scope, last, point));
    const values = [...reached, ...changing].flatMap(value);
    if (!hidden) {
      const parameter = this.declared(name, key, frame, point);
      if (parameter) values.push(...parameter.values);
      else if (values.length === 0 && !scope.borrowed.has(name))
        // what only adds to a name does not make it: an import is of the file
        values.push(...bindings.filter(({ adds }) => !adds).flatMap(value));
    }
    const whole = key === null ? this.withMembers(values, name, frame, point) : values;
    const mine =
      sure ||
      (!scope.borrowed.has(name) && [...wholes].some(({ adds }) => !adds)) ||
      scope.parameters.has(name);
    return { values: distinct(whole), sure: mine };
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
    if (scope.parameters.has(name)) return this.parameter(name, frame);
    const fn = scope.functions.get(name);
    if (fn) return [{ kind: 'function', scope: fn, self: frame.self, outer: frame }];
    const cls = scope.classes.get(name);
    return cls ? [{ kind: 'class', class: cls }] : null;
  }

  private pick(values: readonly Value[], key: string, name: string): Value[] {
    return values.flatMap((value) => this.memberOf(value, key) ?? [taken(value, [name], key)]);
  }

  /** The frame of a function inside that assigns a name. */
  private frameIn({ point: { scope } }: Binding, frame: Frame): Frame {
    for (let next: Frame | null = frame; next; next = next.outer)
      if (next.scope === scope) return next;
    return this.frameOf(scope, null, null, frame.depth);
  }

  /** Objects and instances with what is assigned to their members by this name. */
  private withMembers(values: Value[], name: string, frame: Frame, point: Point): Value[] {
    const { bindings, captured } = frame.scope;
    const keys = [...bindings.keys(), ...captured.keys()].flatMap((full) =>
      full.startsWith(`${name}.`) && !full.slice(name.length + 1).includes('.')
        ? [full.slice(name.length + 1)]
        : [],
    );
    if (keys.length === 0) return values;
    const at = { line: 0, column: 0 };
    const entries = [...new Set(keys)].flatMap((key) => {
      const all = [
        ...(bindings.get(`${name}.${key}`) ?? []),
        ...(captured.get(`${name}.${key}`) ?? []),
      ];
      const full = `${name}.${key}`;
      const { bindings: reached } = reachingAt(frame.scope.definitions, full, point, all);
      if (all.every((one) => one.point.scope === point.scope && !reached.includes(one))) return [];
      const of = { kind: 'name', name, at } as const;
      return [
        {
          key,
          value: { expression: { kind: 'member', of, name: key, at } as const, frame, point },
        },
      ];
    });
    return values.flatMap((value): Value[] | Value => {
      if (value.kind === 'text') return withPath(value, entries, (bound) => this.values(bound));
      if (value.kind === 'object') return { ...value, entries: [...value.entries, ...entries] };
      if (value.kind === 'instance') return { ...value, set: [...(value.set ?? []), ...entries] };
      return value;
    });
  }

  protected bound(binding: Binding, earlier: () => Value[], frame: Frame): Value[] {
    const { value, item, adds, type, point } = binding;
    const same = this.open.filter((looked) => looked.binding === binding);
    const first = same.find((looked) => looked.frame === frame) ?? (same.length > 1 && same[0]);
    if (first) {
      // all that is looked at since then may happen any number of times
      for (const looked of this.open.slice(this.open.indexOf(first))) looked.again = true;
      return adds ? [] : [UNKNOWN];
    }
    if (!this.spend()) return [UNKNOWN];
    const looked: Looked = { binding, frame, again: false };
    this.open.push(looked);
    try {
      const found = this.values({ expression: value, frame, point: before(point) });
      if (adds) {
        const base = earlier();
        return grown(base, found, { grows: binding.grows ?? false, again: looked.again }, (b) =>
          this.values(b),
        );
      }
      const values = item ? found.flatMap((list) => this.items(list)) : found;
      const typed = type && values.every(({ kind }) => kind === 'unknown');
      return typed ? this.ofType(type, point.scope.file) : values;
    } finally {
      this.open.pop();
    }
  }

  protected items(list: Value): Value[] {
    if (list.kind === 'list')
      return [
        ...list.items.flatMap((item) => this.values(item)),
        ...(list.open === 'end' ? [UNKNOWN] : []),
      ];
    if (list.kind === 'object') return list.entries.flatMap(({ value }) => this.values(value));
    return [list.kind === 'unknown' ? list : UNKNOWN];
  }

  private parameter(name: string, frame: Frame): Value[] {
    const { scope, args } = frame;
    const parameter = scope.parameters.get(name)!;
    const point: Point = { scope, order: 0, trail: [] };
    const fallback = (): Value[] | null =>
      parameter.default && this.values({ expression: parameter.default, frame, point });
    const open = (): Value[] => {
      const typed = parameter.type ? this.ofType(parameter.type, scope.file) : [UNKNOWN];
      if (typed.some(({ kind }) => kind !== 'unknown')) return typed;
      return [{ kind: 'unknown', hole: { parameter: { scope, name } } }];
    };
    if (!args) return distinct([...open(), ...(fallback() ?? [])]);
    const position = [...scope.parameters.keys()].indexOf(name);
    if (parameter.rest) {
      const items = args.filter((argument) => argument.name === null);
      const whole = !items.some((argument) => argument.spread);
      return whole ? [{ kind: 'list', items: items.slice(position) }] : [UNKNOWN];
    }
    const given = argumentFor(args, name, position);
    if (given?.spread) return passedOn(given) ?? open();
    if (given) return this.values(given);
    return fallback() ?? [absentIn(scope)];
  }
}

/** Where what a binding is worth is worked out: before it holds. */
const before = (point: Point): Point => ({
  ...point,
  order: point.order - 1,
  later: false,
  within: false,
});
