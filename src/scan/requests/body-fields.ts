// The arguments of a request + a field of its body -> what the code says of the field.
import { isBodyKey, makesText } from '../http/options.js';
import { isMemberKey, lastOf } from '../symbols/binding-names.js';
import type { Site } from '../symbols/scope.js';
import { calledMember, calledName } from '../values/access-path.js';
import { distinct } from '../values/alternatives.js';
import type { Evaluator } from '../values/evaluator.js';
import type { BoundArgument, Frame, Value } from '../values/value.js';
import { keysIn } from './object-keys.js';

/**
 * What the body of a request has in a field; nothing where the code does not say it.
 * @param field keys joined by dots
 */
export function bodyField(
  site: Site,
  args: readonly BoundArgument[],
  field: string,
  frame: Frame,
  evaluator: Evaluator,
): Value[] {
  const keys = field.split('.');
  const given = args.flatMap((argument) => {
    const values = evaluator.ask(argument);
    const inner = values.flatMap((value) =>
      [...new Set(keysIn(value, evaluator))]
        .filter(isBodyKey)
        .flatMap((key) => evaluator.memberOf(value, key) ?? []),
    );
    return [...values, ...inner];
  });
  let values = given;
  for (const key of keys) {
    const found = values.flatMap((value) => fieldOf(value, key, evaluator));
    const known = found.filter(({ kind }) => kind !== 'unknown' && kind !== 'foreign');
    values = known.length > 0 ? known : [...setNearby(site, key, frame, evaluator), ...found];
  }
  return distinct(values);
}

function fieldOf(value: Value, key: string, evaluator: Evaluator): Value[] {
  if (value.kind !== 'made') return evaluator.memberOf(value, key) ?? [];
  const named = value.args.find(({ name }) => name?.toLowerCase() === key.toLowerCase());
  if (named) return evaluator.ask(named);
  for (let link: typeof value | null = value; link; link = link.maker) {
    const [first] = link.args;
    if (first && sets(calledMember(link.path), key)) return evaluator.ask(first);
  }
  const [text] = value.args;
  if (!text || !makesText(calledName(value.path))) return [];
  return evaluator.ask(text).flatMap((inner) => fieldOf(inner, key, evaluator));
}

/** Whether a method sets a field by its name: `eventFilters(x)`, `setEventFilters(x)`, `withEventFilters(x)`. */
const sets = (name: string, field: string): boolean =>
  name.toLowerCase().replace(/^(set|with)_?/, '') === field.toLowerCase();

/** What the function that sends the request assigns to a field of that name, of whatever object. */
function setNearby(
  { point: { scope } }: Site,
  key: string,
  frame: Frame,
  evaluator: Evaluator,
): Value[] {
  const point = { scope, order: Number.POSITIVE_INFINITY, trail: [] };
  const assigned = [...scope.bindings].flatMap(([name, bindings]) =>
    isMemberKey(name) && lastOf(name).toLowerCase() === key.toLowerCase()
      ? bindings.flatMap((binding) =>
          evaluator.ask({ expression: binding.value, frame, point: binding.point }),
        )
      : [],
  );
  const sites = evaluator.program.files.get(scope.file.file)?.sites ?? [];
  const called = sites.flatMap(({ expression, point: at }) => {
    const [first] = expression.args;
    if (at.scope !== scope || expression.kind !== 'call' || !first) return [];
    const { callee } = expression;
    return callee.kind === 'member' && sets(callee.name, key)
      ? evaluator.ask({ expression: first.value, frame, point })
      : [];
  });
  return [...assigned, ...called];
}
