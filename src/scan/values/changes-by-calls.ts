// A variable that is given to functions of the tree -> what they assign to members of it.
import { behindName, isMemberKey } from '../symbols/binding-names.js';
import { calledName, type Program } from '../symbols/program.js';
import { isLoopStep } from '../symbols/reaching-definitions.js';
import type { Binding, Point, Scope, Site } from '../symbols/scope.js';
import { bindArguments } from './arguments.js';
import type { Ask } from './ask.js';
import { internFrame } from './interning.js';
import { joinedWrites } from './member-lookup.js';
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

const known = new WeakMap<Scope, Map<string, readonly Change[]>>();

function changesOf(name: string, scope: Scope, program: Program): readonly Change[] {
  const byName = known.get(scope) ?? new Map<string, readonly Change[]>();
  known.set(scope, byName);
  const changes = byName.get(name) ?? find(name, scope, program);
  byName.set(name, changes);
  return changes;
}

function find(name: string, scope: Scope, program: Program): Change[] {
  return scope.calls.flatMap((site) => {
    const callees = program.functions.get(calledName(site)) ?? [];
    return site.expression.args.flatMap(({ value }, index) => {
      if (value.kind !== 'name' || value.name !== name) return [];
      return callees.flatMap((callee) => {
        const parameter = [...callee.parameters.keys()][index];
        if (parameter === undefined) return [];
        return [...callee.bindings].flatMap(([full, bindings]) => {
          const key = behindName(full, parameter);
          if (key === null || isMemberKey(key)) return [];
          const isOneOfSeveral = callees.length > 1;
          return bindings.map((binding) => ({ site, callee, key, binding, isOneOfSeveral }));
        });
      });
    });
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
  return changesOf(name, frame.scope, program).flatMap(
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
