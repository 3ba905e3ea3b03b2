// What makes objects, dictionaries and lists in C# -> the IR.

import type { Argument, Expression } from '../../../ir.js';
import { argument, childrenOf, placeOf, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain, type Walker } from '../../walker.js';
import { argumentsOf } from './functions.js';
import { identifierOf, operandsIn } from './nodes.js';

type Entry = { key: Expression | null; value: Expression };

/** `new A(b) { C = d }`: what is set at once is a named argument; pairs make an object, items a list. */
export function creation(node: Node, walker: Walker, declared: Node | null = null): Expression {
  const type = node.childForFieldName('type') ?? declared;
  const part = (kind: string) => childrenOf(node).find((child) => child.type === kind) ?? null;
  const args = argumentsOf(part('argument_list'), walker);
  const initializer = part('initializer_expression');
  const at = placeOf(node);
  const made = (given: readonly Argument[]): Expression => ({
    kind: 'new',
    type: type ? walker.expression(type) : unknown(node),
    args: given,
    at,
  });
  const items = operandsIn(initializer);
  if (!initializer || items.length === 0) return made(args);
  if (items.every(isPair)) {
    // a comparer or a size is no entry
    const copied = args.filter(
      ({ value }) => value.kind !== 'text' && !(value.kind === 'member' && isPlain(value)),
    );
    const spread = copied.map(({ value }): Entry => ({ key: null, value }));
    const entries = items.flatMap((item) => entryOf(item, walker));
    return { kind: 'object', entries: [...spread, ...entries], at };
  }
  if (!items.some(({ type: kind }) => kind === 'assignment_expression')) {
    for (const { value } of args) walker.hoistEffect(value);
    return { kind: 'list', items: items.map((item) => walker.expression(item)), at };
  }
  const set = items
    .flatMap((item) => entryOf(item, walker))
    .map(({ key, value }) => {
      if (key?.kind === 'text') return argument(value, key.text);
      if (key) walker.hoistEffect(key);
      return argument(value);
    });
  return made([...args, ...set]);
}

/** `{ a, b }`, `{ A = b }`, `{ ["a"] = b }` and `{ { a, b } }` without a type before them. */
export function initializer(node: Node, walker: Walker): Expression {
  const items = operandsIn(node);
  const at = placeOf(node);
  const keyed = items.some((item) => item.type === 'assignment_expression') || items.every(isPair);
  return keyed && items.length > 0
    ? { kind: 'object', entries: items.flatMap((item) => entryOf(item, walker)), at }
    : { kind: 'list', items: items.map((item) => walker.expression(item)), at };
}

/** `new { A = b, c.D }`: what has no name takes its last one. */
export function anonymousObject(node: Node, walker: Walker): Expression {
  const entries: Entry[] = [];
  const parts = node.children.filter(
    (child) => child !== null && child.type !== 'comment',
  ) as Node[];
  const operands = new Set(operandsIn(node).map(({ id }) => id));
  for (const [index, part] of parts.entries()) {
    const named = parts[index - 1]?.type === '=';
    if (parts[index + 1]?.type === '=' || !operands.has(part.id)) continue;
    const key = named ? parts[index - 2]! : (part.childForFieldName('name') ?? part);
    entries.push({ key: text(identifierOf(key), key), value: walker.expression(part) });
  }
  return { kind: 'object', entries, at: placeOf(node) };
}

/** `a with { B = c }` is a copy with other entries. */
export function copy(node: Node, walker: Walker): Expression {
  const [of, ...changes] = operandsIn(node);
  if (!of) return unknown(node);
  const entries = changes.flatMap((change): Entry[] => {
    const [key, value] = operandsIn(change);
    return key && value
      ? [{ key: text(identifierOf(key), key), value: walker.expression(value) }]
      : [];
  });
  return {
    kind: 'object',
    entries: [{ key: null, value: walker.expression(of) }, ...entries],
    at: placeOf(node),
  };
}

/** `[a, ..b]` */
export function collection(node: Node, walker: Walker): Expression {
  // the grammar finds a missing name in an empty one
  const items = childrenOf(node)
    .flatMap((part) => operandsIn(part))
    .filter((item) => !item.isMissing);
  return { kind: 'list', items: items.map((item) => walker.expression(item)), at: placeOf(node) };
}

/** `{ "a", b }` or `["a"] = b` */
function isPair(node: Node): boolean {
  if (node.type === 'initializer_expression') return operandsIn(node).length === 2;
  return (
    node.type === 'assignment_expression' &&
    node.childForFieldName('left')?.type === 'element_binding_expression'
  );
}

function entryOf(node: Node, walker: Walker): Entry[] {
  if (node.type === 'initializer_expression') {
    const [key, value] = operandsIn(node);
    return key && value
      ? [{ key: walker.expression(key), value: walker.expression(value) }]
      : [
          {
            key: null,
            value: unknown(
              node,
              operandsIn(node).map((n) => walker.expression(n)),
            ),
          },
        ];
  }
  if (node.type !== 'assignment_expression') return [{ key: null, value: walker.expression(node) }];
  const left = node.childForFieldName('left');
  const value = walker.field(node, 'right');
  if (left?.type !== 'element_binding_expression')
    return [{ key: left && text(identifierOf(left), left), value }];
  const [key, ...more] = argumentsOf(left, walker);
  for (const other of more) walker.hoistEffect(other.value);
  return [{ key: key?.value ?? null, value }];
}
