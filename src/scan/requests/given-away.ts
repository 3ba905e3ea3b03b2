// A variable that holds a request -> the calls that are given it and may change what it sends.
import { foldName, isBareVerb } from '../http/names.js';
import { saysBody, saysMethod } from '../http/steps.js';
import { behindName } from '../symbols/binding-names.js';
import type { Program } from '../symbols/program.js';
import type { Point, Scope } from '../symbols/scope.js';
import { isName } from '../symbols/written-names.js';

/** Where a scope gives a variable to functions of the tree that change it, or to functions that are values. */
export function givenAway(name: string, scope: Scope, program: Program): Point[] {
  return scope.calls.flatMap(({ expression, point }) => {
    if (expression.kind !== 'call') return [];
    const { callee, args } = expression;
    const index = args.findIndex(({ value }) => isName(value, name));
    if (index === -1) return [];
    const called = 'name' in callee ? callee.name : '';
    const isValue = callee.kind === 'name' && holds(scope, called);
    const changes = (program.functions.get(called) ?? []).some((own) => changesIts(own, index));
    return isValue || changes ? [point] : [];
  });
}

/** Whether a variable or parameter of the scope has the name. */
const holds = ({ bindings, parameters, functions }: Scope, name: string): boolean =>
  !functions.has(name) && (bindings.has(name) || parameters.has(name));

/** Whether a function assigns to members of a parameter, or calls what says the method of a request on it. */
function changesIts({ parameters, bindings, calls }: Scope, index: number): boolean {
  const parameter = [...parameters.keys()][index];
  if (parameter === undefined) return false;
  if ([...bindings.keys()].some((key) => behindName(key, parameter) !== null)) return true;
  return calls.some(({ expression }) => {
    if (expression.kind !== 'call') return false;
    const { callee, args } = expression;
    if (callee.kind === 'member' && isName(callee.of, parameter)) return saysMore(callee.name);
    const [first, option] = args;
    return isName(first?.value, parameter) && option?.value.kind === 'name'
      ? saysMore(option.value.name)
      : false;
  });
}

function saysMore(name: string): boolean {
  const folded = foldName(name);
  return saysMethod(folded) || saysBody(folded) || isBareVerb(folded);
}
