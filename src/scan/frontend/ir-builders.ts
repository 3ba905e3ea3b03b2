// The parts of the IR that all languages build alike: places, texts, calls, branches.

import type { Argument, Expression, Place, Statement } from '../ir.js';
import type { Decided } from './conditions.js';
import type { Node } from './node.js';

/** Where a node begins. Columns count UTF-16 units, as editors do. */
export const placeOf = (node: Node): Place => ({
  line: node.startPosition.row + 1,
  column: node.startPosition.column + 1,
});

/** The named children that are not comments. */
export const childrenOf = (node: Node | null): Node[] =>
  node?.namedChildren.filter((child) => child !== null && !/comment/.test(child.type)) ?? [];

export const text = (value: string, node: Node): Expression => ({
  kind: 'text',
  text: value,
  at: placeOf(node),
});

export const name = (value: string, node: Node): Expression => ({
  kind: 'name',
  name: value,
  at: placeOf(node),
});

/** A concatenation; nested ones are one, and one part is itself. */
export function join(parts: readonly Expression[], node: Node): Expression {
  const flat = parts.flatMap((part) => (part.kind === 'join' ? part.parts : [part]));
  return flat.length === 1 ? flat[0]! : { kind: 'join', parts: flat, at: placeOf(node) };
}

export const unknown = (node: Node, parts: readonly Expression[] = []): Expression => ({
  kind: 'unknown',
  parts: parts
    .flatMap((part) => (part.kind === 'unknown' ? part.parts : [part]))
    .filter((part) => part.kind !== 'text' && part.kind !== 'name'),
  at: placeOf(node),
});

export const argument = (value: Expression, named: string | null = null): Argument => ({
  name: named,
  value,
  spread: false,
});

export const call = (callee: Expression, args: readonly Argument[], node: Node): Expression => ({
  kind: 'call',
  callee,
  args,
  at: 'at' in callee ? callee.at : placeOf(node),
});

export const member = (of: Expression, named: string, node: Node): Expression => ({
  kind: 'member',
  of,
  name: named,
  at: placeOf(node),
});

/** An access by key: a member where the key is a constant. */
export function access(of: Expression, key: Expression, node: Node): Expression {
  return key.kind === 'text'
    ? { kind: 'member', of, name: key.text, at: placeOf(node) }
    : { kind: 'index', of, key, at: placeOf(node) };
}

export const assign = (
  target: Expression,
  value: Expression,
  node: Node,
  more: { adds?: boolean; type?: string | null } = {},
): Statement => ({
  kind: 'assign',
  target,
  value,
  at: placeOf(node),
  adds: more.adds ?? false,
  type: more.type ?? null,
});

/** One of the bodies runs, or, unless it is exhaustive, none. `falls`: a body runs on into the next one. `by` what it is decided. */
export const branch = (
  bodies: readonly (readonly Statement[])[],
  exhaustive: boolean,
  node: Node,
  falls = false,
  by: Decided = {},
): Statement => ({ kind: 'branch', bodies, exhaustive, falls, ...by, at: placeOf(node) });

/** `break`, `continue`, `throw`; `far` where a label or a number says what is left. */
export const leave = (by: 'throw' | 'break' | 'continue', node: Node, far = false): Statement => ({
  kind: 'leave',
  by,
  far,
  at: placeOf(node),
});

/** A body, and the handlers of which one runs where something in it is thrown; without any it is the body. */
export const attempt = (
  body: readonly Statement[],
  handlers: readonly (readonly Statement[])[],
  node: Node,
): Statement[] =>
  handlers.length === 0 ? [...body] : [{ kind: 'try', body, handlers, at: placeOf(node) }];

/** The same statements, their assignments marked as declarations. */
export const declaring = (statements: readonly Statement[]): Statement[] =>
  statements.map((statement) =>
    statement.kind === 'assign' ? { ...statement, declares: true } : statement,
  );

/** Stack frames that lowering may take: deeper nesting is `unknown`. */
export const MAX_DEPTH = 400;

/** A literal with interpolations: neighbouring texts are one. */
export function literal(parts: readonly Expression[], node: Node): Expression {
  const merged: Expression[] = [];
  for (const part of parts.flatMap((one) => (one.kind === 'join' ? one.parts : [one]))) {
    const last = merged.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      merged[merged.length - 1] = { ...last, text: last.text + part.text };
    else merged.push(part);
  }
  return merged.length === 0 ? text('', node) : join(merged, node);
}

/** A list of items; with spread ones it is a chain of lists. */
export function chained(
  items: readonly Expression[],
  isSpread: (index: number) => boolean,
  node: Node,
): Expression {
  const at = placeOf(node);
  const list = (some: readonly Expression[]): Expression => ({ kind: 'list', items: some, at });
  if (!items.some((_, index) => isSpread(index))) return list(items);
  const parts = items.map((item, index) => argument(isSpread(index) ? item : list([item])));
  return call(member(list([]), 'concat', node), parts, node);
}

/** One of several; one alone is itself. */
export const choice = (of: readonly Expression[], node: Node, by: Decided = {}): Expression =>
  of.length === 0
    ? unknown(node)
    : of.length === 1
      ? of[0]!
      : { kind: 'choice', of, ...(by.on && { on: by.on }), at: placeOf(node) };

/** The first of several that is there: `a || b`, `a ?? b`, `${a:-b}`. */
export function firstThere(of: readonly Expression[], node: Node): Expression {
  const either = choice(of, node);
  return either.kind === 'choice' && of.length > 1 ? { ...either, first: true } : either;
}

/** The operands of a chain of one operator, which is a deep tree on its left. */
export function operandsOf(node: Node, type: string, operator: string | undefined): Node[] {
  const operands: Node[] = [];
  let rest: Node | null = node;
  while (rest?.type === type && rest.childForFieldName('operator')?.type === operator) {
    const right: Node | null = rest.childForFieldName('right');
    if (right) operands.push(right);
    rest = rest.childForFieldName('left');
  }
  if (rest) operands.push(rest);
  return operands.reverse();
}

/** Statements where the IR has room for an expression alone: a closure that is called at once. */
export function runAtOnce(body: readonly Statement[], node: Node): Expression {
  const at = placeOf(node);
  const [only] = body;
  if (body.length === 1 && only?.kind === 'return' && only.value) return only.value;
  const run = { name: null, parameters: [], body, annotations: [], at };
  return call({ kind: 'lambda', function: run, at }, [], node);
}

/** A type as written, without its arguments: `Map.Entry<K, V>` is `Map.Entry`. */
export function withoutTypeArguments(type: string): string {
  let depth = 0;
  let plain = '';
  for (const character of type) {
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (depth === 0 && !/\s/.test(character)) plain += character;
  }
  return plain;
}
