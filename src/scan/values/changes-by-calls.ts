// A variable that is given to functions of the tree -> what they assign to members of it.
import { behindName, isMemberKey } from '../symbols/binding-names.js';
import { calledName, type Program } from '../symbols/program.js';
import { isLoopStep } from '../symbols/reaching-definitions.js';
import type { Binding, Point, Scope, Site } from '../symbols/scope.js';
import { bindArguments } from './arguments.js';
import type { Ask } from './ask.js';
import { joinedWrites } from './field-writes.js';
import { frameOf } from './frames.js';
import { internFrame } from './interning.js';
import { beforeBinding } from './points.js';
import type { Frame, ObjectEntry, Value } from './value.js';

/** An assignment to a member of a parameter, in a function that is given the variable. */
interface Change {
  readonly site: Site;
  readonly callee: Scope;
  readonly key: string;
  readonly binding: Binding;
  /** Another function of the name may be the called one. */
  readonly isOneOfSeveral: boolean;
}

/** The changes of a scope by the variables that are given, found once for all of them. */
const known = new WeakMap<Scope, ReadonlyMap<string, readonly Change[]>>();

function changesOf(name: string, scope: Scope, program: Program): readonly Change[] {
  let changes = known.get(scope);
  if (!changes) {
    changes = find(scope, program);
    known.set(scope, changes);
  }
  return changes.get(name) ?? NONE;
}

const NONE: readonly Change[] = [];

function find(scope: Scope, program: Program): Map<string, Change[]> {
  const byName = new Map<string, Change[]>();
  for (const site of scope.calls) {
    const callees = program.functions.get(calledName(site)) ?? [];
    const isOneOfSeveral = callees.length > 1;
    for (const [index, { value }] of site.expression.args.entries()) {
      if (value.kind !== 'name') continue;
      for (const callee of callees)
        for (const [key, bindings] of writesTo(index, callee))
          for (const binding of bindings) {
            const changes = byName.get(value.name) ?? [];
            changes.push({ site, callee, key, binding, isOneOfSeveral });
            byName.set(value.name, changes);
          }
    }
  }
  return byName;
}

type Write = readonly [key: string, bindings: readonly Binding[]];

const writes = new WeakMap<Scope, readonly (readonly Write[])[]>();

/** What a function assigns to members of a parameter. */
function writesTo(index: number, callee: Scope): readonly Write[] {
  let all = writes.get(callee);
  if (!all) {
    all = [...callee.parameters.keys()].map((parameter) =>
      [...callee.bindings].flatMap(([full, bindings]): Write[] => {
        const key = behindName(full, parameter);
        return key === null || isMemberKey(key) ? [] : [[key, bindings]];
      }),
    );
    writes.set(callee, all);
  }
  return all[index] ?? [];
}

/** Whether a function that is given a variable sets members of it. */
export const isChangedByCalls = (name: string, scope: Scope, program: Program): boolean =>
  changesOf(name, scope, program).length > 0 || changesWithin(name, scope, program).length > 0;

const within = new WeakMap<Scope, Map<string, readonly Change[]>>();

const giving = new WeakMap<Program, GivingScopes>();

/** The scopes that give a variable to calls, by its name: all, and those of each file. */
type GivingScopes = ReadonlyMap<string, ReadonlyMap<string, readonly Scope[]>>;

function givingScopes(program: Program): GivingScopes {
  const known = giving.get(program);
  if (known) return known;
  const found = new Map<string, Map<string, Scope[]>>();
  for (const [file, { scopes }] of program.files)
    for (const scope of scopes)
      for (const name of new Set(scope.calls.flatMap(givenNames))) {
        const byFile = found.get(name) ?? new Map<string, Scope[]>();
        found.set(name, byFile);
        const own = byFile.get(file);
        if (own) own.push(scope);
        else byFile.set(file, [scope]);
      }
  giving.set(program, found);
  return found;
}

const givenNames = ({ expression }: Site): string[] =>
  expression.args.flatMap(({ value }) => (value.kind === 'name' ? [value.name] : []));

/** The changes in functions inside a scope, or in files that import its names, that see its variable. */
function changesWithin(name: string, scope: Scope, program: Program): readonly Change[] {
  const byName = within.get(scope) ?? new Map<string, readonly Change[]>();
  within.set(scope, byName);
  const known = byName.get(name);
  if (known) return known;
  const byFile = givingScopes(program).get(name);
  // the variables of a function are seen in its own file alone
  const inside = scope.function
    ? (byFile?.get(scope.file.file) ?? [])
    : [...(byFile?.values() ?? [])].flat();
  const found = inside.flatMap((inner) =>
    inner !== scope && isSeenFrom(inner, name, scope, program)
      ? changesOf(name, inner, program)
      : [],
  );
  byName.set(name, found);
  return found;
}

/** Whether a name of a scope is the same variable in a function inside it, or in another file. */
function isSeenFrom(inner: Scope, name: string, owner: Scope, program: Program): boolean {
  for (let next: Scope | undefined = inner; next; next = (next.outer ?? next.class?.outer)?.scope) {
    if (next === owner) return true;
    const isOwn = next.bindings.has(name) && !next.borrowed.has(name);
    if (isOwn || next.parameters.has(name) || next.declared.has(name)) return false;
  }
  const { imports } = inner.file;
  return imports.some((one) => {
    const isNamed = one.name === '*' || one.local === name;
    return isNamed && program.resolve(inner.file, one)?.file === owner.file.file;
  });
}

/** What other scopes let functions set in a variable of this one: whether it is set by then is not known. */
function setElsewhere(name: string, scope: Scope, program: Program): ObjectEntry[] {
  return changesWithin(name, scope, program).map(({ site, callee, key, binding }) => {
    const { expression, point } = site;
    const args = bindArguments(expression.args, { expression, frame: frameOf(point.scope), point });
    const inside = internFrame({ scope: callee, args, self: null, outer: null });
    const at = beforeBinding(binding.point);
    const value = { expression: binding.value, frame: inside, point: at };
    return { key, isSpread: false, isMaybe: true, value };
  });
}

/**
 * The entries that functions which are given a variable before a point have set in it by then, in order.
 * @param after only those that are called behind this point count
 */
export function setByCalls(
  name: string,
  frame: Frame,
  point: Point,
  program: Program,
  after = Number.NEGATIVE_INFINITY,
): ObjectEntry[] {
  const own = changesOf(name, frame.scope, program).flatMap(
    ({ site, callee, key, binding, isOneOfSeveral }) => {
      const { order, trail } = site.point;
      const isAgain = trail.some((step, index) => isLoopStep(step) && point.trail[index] === step);
      if (order < after || (order >= point.order && !isAgain && !point.later)) return [];
      const args = bindArguments(site.expression.args, {
        expression: site.expression,
        frame,
        point: site.point,
      });
      const inside = internFrame({ scope: callee, args, self: null, outer: null });
      const isSure =
        !isOneOfSeveral &&
        order < point.order &&
        binding.point.trail.length === 0 &&
        trail.every((step, index) => point.trail[index] === step);
      const value = {
        expression: binding.value,
        frame: inside,
        point: beforeBinding(binding.point),
      };
      return [{ key, isSpread: false, value, ...(!isSure && { isMaybe: true as const }) }];
    },
  );
  return [...own, ...setElsewhere(name, frame.scope, program)];
}

/** A member of a variable at a point, and where it was assigned last in the function itself. */
interface Member {
  readonly name: string;
  readonly key: string;
  readonly frame: Frame;
  readonly point: Point;
  readonly after: number | undefined;
}

/** A member with what functions set in it that are given the variable after it was assigned. */
export function changedByCalls(
  values: Value[],
  { name, key, frame, point, after }: Member,
  program: Program,
  ask: Pick<Ask, 'values'>,
): Value[] {
  const set = setByCalls(name, frame, point, program, after).filter((entry) => entry.key === key);
  return set.reduce<Value[]>((before, { value, isMaybe }) => {
    const given = ask.values(value);
    return isMaybe ? joinedWrites(before, given) : given;
  }, values);
}
