// A variable that holds a request -> the calls that are given it and may change what it sends.
import { foldName, isBareVerb } from '../http/names.js';
import { saysBody, saysMethod } from '../http/steps.js';
import type { Expression } from '../ir.js';
import { oneOf, words } from '../name-tables.js';
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
    const isValue = isCalledValue(callee, scope);
    const changes = (program.functions.get(called) ?? []).some((own) => changesIts(own, index));
    return isValue || changes ? [point] : [];
  });
}

/** Where a scope gives the end of a chain, as it stands, to functions that are values; or a link of it is given one. */
export const chainGivenAway = (
  top: Expression,
  scope: Scope,
): { readonly point: Point } | undefined =>
  scope.calls.find(
    ({ expression }) =>
      expression.kind === 'call' &&
      ((isCalledValue(expression.callee, scope) &&
        expression.args.some(({ value }) => value === top)) ||
        (expression === top && isGivenFunction(expression, scope))),
  );

/** `.also(init)`, `.apply(init)`: a function that is a value may do anything with what the method is called on. */
function isGivenFunction(
  { callee, args }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
): boolean {
  const [first, second] = args;
  const isScope = callee.kind === 'member' && handsOver(callee.name);
  return isScope && !second && first?.value.kind === 'name' && holds(scope, first.value.name);
}

/** A function that is a value, called by its name or by the method of its interface. */
function isCalledValue(callee: Expression, scope: Scope): boolean {
  if (callee.kind === 'name') return holds(scope, callee.name);
  if (callee.kind !== 'member' || callee.of.kind !== 'name') return false;
  return calls(callee.name) && scope.parameters.has(callee.of.name);
}

const handsOver = oneOf(words('also apply let run tap then pipe'));
const calls = oneOf(words('apply accept invoke call Invoke run'));

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
