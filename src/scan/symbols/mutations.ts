// A statement that is a call -> what it puts at the end of a list or a text: `push`, `append`, `<<`.
import type { Expression } from '../ir.js';
import { CHANGING, GROWING, SPREADING } from './library-methods.js';

/** What grows, and by which items. */
export interface Growth {
  readonly target: Expression;
  readonly items: Expression;
}

/** Reads a statement; a chain of such calls grows what it begins with. */
export function growthOf(expression: Expression): Growth | null {
  const items: Expression[] = [];
  let changes = false;
  let rest = expression;
  while (rest.kind === 'call') {
    const { callee, args } = rest;
    if (callee.kind !== 'member') return null;
    if (CHANGING.has(callee.name)) changes = true;
    else if (!GROWING.has(callee.name)) return null;
    const spreads = SPREADING.has(callee.name);
    const given = args.map(({ value, spread }): Expression => {
      if (!spread && !spreads) return value;
      // any number of items: what stands there is not known
      return value.kind === 'list' ? value : { kind: 'unknown', parts: [], at: value.at };
    });
    items.unshift(...given.flatMap((one) => (spreads && one.kind === 'list' ? one.items : [one])));
    rest = callee.of;
  }
  if (rest === expression || !isTarget(rest)) return null;
  const { at } = expression;
  return {
    target: rest,
    items: changes ? { kind: 'unknown', parts: [], at } : { kind: 'list', items, at },
  };
}

/** What is a name, or a member of names. */
export function isTarget(expression: Expression): boolean {
  let inner = expression;
  while (inner.kind === 'member') inner = inner.of;
  return inner.kind === 'name' || inner.kind === 'self';
}
