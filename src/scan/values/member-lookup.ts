// A value and the name of a member -> what the member may be worth: entries, fields, methods, properties.
import type { Expression } from '../ir.js';
import type { Program } from '../symbols/program.js';
import type { ClassScope } from '../symbols/scope.js';
import { simpleName } from '../symbols/type-names.js';
import { calledPath, memberPath, rootPath } from './access-path.js';
import { givesField, isProperty } from './accessors.js';
import { distinct, guarded, under, unguarded } from './alternatives.js';
import type { Answers } from './answers.js';
import type { Ask } from './ask.js';
import { givenToBase } from './base-arguments.js';
import {
  filled,
  isFilled,
  isFilling,
  isFillingBy,
  joinedWrites,
  openEnded,
  orOutside,
} from './field-writes.js';
import { frameOf } from './frames.js';
import { givenMember } from './given-members.js';
import { loosely } from './guards.js';
import type { ImportLookup } from './import-lookup.js';
import { internValue } from './interning.js';
import { memberOrTaken } from './member-or-taken.js';
import { urlMember } from './models/urls.js';
import { initializerOf, outsideWrites } from './outside-writes.js';
import { startOf } from './points.js';
import { ABSENT, type Bound, type Frame, type ObjectEntry, UNKNOWN, type Value } from './value.js';

/** How many members deep a member is looked for: an object may be spread into itself. */
const MAX_MEMBERS = 16;

/** The parts of a pair by their names. */
const PLACES = ['first', 'second', 'third'];

/** What a chain of a client begins with, where its client is not known. */
const NOT_KNOWN = rootPath('?');

/** Looks up members. */
export class MemberLookup {
  /** How many lookups of members stand inside each other now. */
  private open = 0;

  /** @param roots members of what is not known that are kept: chains of clients begin with them */
  constructor(
    private readonly program: Program,
    private readonly imports: ImportLookup,
    private readonly ask: Pick<Ask, 'values' | 'named' | 'returned' | 'bound'>,
    private readonly answers: Answers,
    private readonly roots: ReadonlySet<string>,
  ) {}

  /** A member by name; `null` where a class has none. */
  memberOf(value: Value, name: string): Value[] | null {
    if (this.open >= MAX_MEMBERS) return [UNKNOWN];
    this.open++;
    try {
      const found = this.memberIn(internValue(unguarded(value)), name);
      return found && under(value.when, found);
    } finally {
      this.open--;
    }
  }

  private memberIn(value: Value, name: string): Value[] | null {
    switch (value.kind) {
      case 'object': {
        const own = value.entries.filter((entry) => !isFilling(entry));
        const isOpen = own.length < value.entries.length;
        const found = this.answers.member(value, name, () => {
          const members = this.ofEntries(own, name);
          return isOpen ? orOutside(members, name) : members;
        });
        return found?.every(({ kind }) => kind === 'absent') ? null : found;
      }
      case 'list': {
        const place = PLACES.indexOf(name);
        const item = value.items[place === -1 ? Number(name) : place];
        const moved = value.open === 'any' || (value.open && name !== '0') ? [UNKNOWN] : [];
        return item ? [...this.ask.values(item), ...moved] : null;
      }
      case 'class':
      case 'instance': {
        if (value.kind === 'instance' && value.set && isFilled(value.set)) {
          const own = { ...value, set: value.set.filter((entry) => !isFilling(entry)) };
          const found = this.memberIn(internValue(own), name);
          return found && orOutside(found, name);
        }
        const set =
          (value.kind === 'instance' && value.set?.filter(({ key }) => key === name)) || [];
        if (set.length > 0) return this.ofSet(set, value, name);
        const given = value.kind === 'instance' && initializerOf(value, name);
        if (given)
          return joinedWrites(
            this.ask.values(given),
            outsideWrites(value, name, this.program, this.ask),
          );
        return this.answers.member(value, name, () => {
          const found = this.ofClass(value.class, value, name, new Set());
          return found && value.kind === 'instance' ? givenMember(value, name, found) : found;
        });
      }
      case 'file': {
        const file = this.program.files.get(value.file)!.scope.file;
        return this.imports.exportedOrNull(file, name);
      }
      case 'foreign':
        return [{ ...value, path: memberPath(value.path, name) }];
      case 'made':
        return [{ kind: 'foreign', path: memberPath(value.path, name), maker: value }];
      case 'text':
        return urlMember(value, name);
      default:
        return this.roots.has(name)
          ? [{ kind: 'foreign', path: memberPath(NOT_KNOWN, name), maker: null }]
          : null;
    }
  }

  /** What was assigned to a field from outside; where it need not have been, what the object is made with as well. */
  private ofSet(set: readonly ObjectEntry[], value: Value, name: string): Value[] {
    const sure = set.findLastIndex(({ isMaybe }) => !isMaybe);
    const values = distinct(
      set.slice(Math.max(sure, 0)).flatMap((one) => this.ask.values(one.value)),
    );
    if (sure === set.length - 1) return values;
    const own = value.kind === 'instance' ? { ...value, set: [] } : value;
    return joinedWrites(sure < 0 ? (this.memberOf(own, name) ?? []) : [], values);
  }

  /** The last entry of a name counts; one that may be of it leaves those before it standing. */
  private ofEntries(entries: readonly ObjectEntry[], name: string): Value[] {
    const found: Value[] = [];
    let isLoose = false;
    const loose = (values: readonly Value[]): readonly Value[] =>
      isLoose ? values.map((one) => guarded(one, loosely(one.when ?? null))) : values;
    for (const { key, isSpread, isMaybe, value } of entries.toReversed()) {
      if (key !== null && key !== name) continue;
      isLoose ||= isMaybe === true;
      const values = loose(this.ask.values(value));
      if (key !== null && !isMaybe) return distinct([...found, ...values]);
      if (isMaybe) {
        found.push(...values);
        continue;
      }
      const members = isSpread
        ? values.flatMap((inner) => memberOrTaken(this, inner, [], name))
        : [...values, ABSENT];
      found.push(...members.filter(({ kind }) => kind !== 'absent'));
      if (members.every(({ kind }) => kind !== 'absent' && kind !== 'unknown'))
        return distinct(found);
    }
    return distinct([...found, ...loose([ABSENT])]);
  }

  /** What an object of Python gives for a member that its class has not; `null` where that is not known. */
  answered(self: Value, name: string): Value[] | null {
    if (self.kind !== 'instance') return null;
    const { methods, outer } = self.class;
    const scope = methods.get('__getattr__') ?? methods.get('__getitem__');
    if (!scope) return null;
    const given = { expression: nameText(name), frame: frameOf(outer.scope), point: outer };
    const argument = { ...given, name: null, spread: false };
    const values = this.ask.returned({ kind: 'function', scope, self, outer: null }, [argument]);
    return values.every(({ kind }) => kind === 'unknown') ? null : values;
  }

  private ofClass(
    cls: ClassScope,
    self: Value,
    name: string,
    seen: Set<ClassScope>,
    args = self.kind === 'instance' ? self.args : null,
  ): Value[] | null {
    if (seen.has(cls)) return null;
    seen.add(cls);
    const method = cls.methods.get(name);
    if (method && !givesField(method)) {
      const own = { kind: 'function', scope: method, self, outer: null } as const;
      return isProperty(method) && self.kind === 'instance' ? this.ask.returned(own, []) : [own];
    }
    const inner = cls.classes.get(name);
    if (inner) return [{ kind: 'class', class: inner }];
    const values: Value[] = [];
    const made = cls.methods.get('constructor');
    let grows = false;
    let by: Bound | null = null;
    for (const [key, scope] of cls.methods) {
      const bindings = scope.fields.get(name);
      if (!bindings) continue;
      const frame = frameOf(scope, self, key === 'constructor' ? args : null);
      const plain = bindings.filter(({ adds }) => !adds);
      const filling = bindings.find(({ value }) => isFillingBy(value));
      if (filling) by = { expression: filling.value, frame, point: filling.point };
      // how often a method is called that adds to the field is not known
      grows ||= plain.length === 0 && !bindings.every(({ value }) => isFillingBy(value));
      if (plain.length === 0) continue;
      const earlier = () => plain.flatMap((other) => this.ask.bound(other, () => [], frame));
      values.push(...bindings.flatMap((binding) => this.ask.bound(binding, earlier, frame)));
    }
    for (const field of cls.syntax.fields.filter((f) => f.name === name)) {
      const scope = made ?? cls.initial;
      // a field of a class is made once, whoever looks at it
      const holder = self.kind === 'class' ? null : self;
      const frame = frameOf(scope, holder, made ? args : null);
      const point = startOf(scope);
      if (field.value) values.push(...this.ask.values({ expression: field.value, frame, point }));
      const known = values.some(({ kind }) => kind !== 'unknown');
      const typed = field.type && !known ? this.imports.ofType(field.type, cls.file) : [];
      values.push(...typed.filter(({ kind }) => values.length === 0 || kind !== 'unknown'));
    }
    const isData = self.kind === 'instance' || self.kind === 'class';
    const outside = isData ? outsideWrites(self, name, this.program, this.ask) : [];
    if (values.length > 0 || outside.length > 0) {
      const own = grows ? distinct(values.map(openEnded)) : values;
      return joinedWrites(by ? own.flatMap((value) => filled(value, by!)) : own, outside);
    }
    if (grows) return [UNKNOWN];
    return this.inherited(cls, self, name, seen, args);
  }

  /** A member of what a class inherits; `null` where it inherits none of that name. */
  inherited(
    cls: ClassScope,
    self: Value,
    name: string,
    seen = new Set<ClassScope>(),
    args: Frame['args'] = null,
  ): Value[] | null {
    for (const base of cls.syntax.bases) {
      const [value] = this.ask.named(simpleName(base), frameOf(cls.outer.scope), cls.outer);
      if (value?.kind === 'class') {
        const given = givenToBase(cls, self, args);
        const found = this.ofClass(value.class, self, name, seen, given);
        if (found) return found;
      } else if (value?.kind === 'foreign') {
        const path = memberPath(calledPath(value.path), name);
        return [{ kind: 'foreign', path, maker: null }];
      }
    }
    return null;
  }
}

const nameTexts = new Map<string, Expression>();

/** The name of a member as a text: the same expression each time, since answers are remembered by it. */
function nameText(name: string): Expression {
  const text = nameTexts.get(name) ?? { kind: 'text', text: name, at: { line: 0, column: 0 } };
  nameTexts.set(name, text);
  return text;
}
