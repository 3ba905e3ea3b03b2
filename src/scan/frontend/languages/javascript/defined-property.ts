// `Object.defineProperty(a, 'b', { value })`, or with a getter -> the assignment that it is: `a.b = value`.
import type { Expression, Statement } from '../../../ir.js';
import { childrenOf, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Context } from './context.js';

const DEFINES = /^(?:Object|Reflect)\.defineProperty$/;

/** The assignment; `null` for any other call, and where the key or the value is not written there. */
export function definedProperty(call: Node, { walker }: Context): Statement | null {
  if (call.type !== 'call_expression') return null;
  if (!DEFINES.test(call.childForFieldName('function')?.text ?? '')) return null;
  const given = call.childForFieldName('arguments');
  const [of, key, descriptor, more] = given ? childrenOf(given) : [];
  if (!of || key?.type !== 'string' || descriptor?.type !== 'object' || more) return null;
  const at = placeOf(call);
  const name = walker.expression(key);
  const value = valueIn(walker.expression(descriptor));
  if (name.kind !== 'text' || !value) return null;
  const target: Expression = { kind: 'member', of: walker.expression(of), name: name.text, at };
  return { kind: 'assign', target, value, adds: false, type: null, at };
}

/** What stands below `value`, or what the function below `get` gives. */
function valueIn(descriptor: Expression): Expression | null {
  if (descriptor.kind !== 'object') return null;
  const below = (name: string) =>
    descriptor.entries.find(({ key }) => key?.kind === 'text' && key.text === name)?.value;
  const getter = below('get');
  if (getter) return { kind: 'call', callee: getter, args: [], at: getter.at };
  return below('value') ?? null;
}
