// Assignments and declarations of variables and constants in Go -> assignments of one target each.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, declaring, name, placeOf, unknown } from '../../ir-builders.js';
import { type GoContext, plainType } from './context.js';
import { lowerUnpacking } from './results.js';
import { lowerType } from './types.js';

/** `a := b`, `a, b = b, a`, `a, err := f()`, `a += b` */
export const lowerAssignment = (context: GoContext, node: Node): Statement[] =>
  node.type === 'short_var_declaration'
    ? declaring(assignments(context, node))
    : assignments(context, node);

function assignments(context: GoContext, node: Node): Statement[] {
  const targets = listed(node.childForFieldName('left'));
  const values = listed(node.childForFieldName('right'));
  const [target] = targets;
  const [value] = values;
  if (!target || !value)
    return values.map((one) => ({
      ...{ kind: 'do', value: context.expression(one, node), at: placeOf(node) },
    }));
  if (targets.length > 1 && values.length === 1)
    return lowerUnpacking(context, targets, value, node);
  const operator = node.childForFieldName('operator')?.type ?? '=';
  if (operator === '=' || operator === ':=') return pairs(context, targets, values, null, node);
  const own = context.expression(target, node);
  const given = context.expression(value, node);
  return operator === '+=' && !/^(int|float)_literal$/.test(value.type)
    ? [assign(own, given, node, { adds: true })]
    : [assign(own, unknown(node, [given]), node)];
}

/** `var a, b T = c, d`, `const ( A = iota )`; a variable without a value has only its type. */
export function lowerDeclaration(context: GoContext, node: Node): Statement[] {
  const statements = specs(node).flatMap((spec): Statement[] => {
    const targets = spec.childrenForFieldName('name').filter((own) => own?.isNamed) as Node[];
    const values = listed(spec.childForFieldName('value'));
    const type = spec.childForFieldName('type');
    if (targets.length > 1 && values.length === 1)
      return lowerUnpacking(context, targets, values[0]!, spec);
    if (values.length > 0) return pairs(context, targets, values, type, spec);
    const made = madeBy(type, spec);
    if (!made) return [];
    const written = type?.text ?? null;
    return targets.map((own) => assign(name(own.text, own), made, spec, { type: written }));
  });
  return declaring(statements);
}

const specs = (node: Node): Node[] =>
  childrenOf(node).flatMap((child) =>
    /_spec_list$/.test(child.type) ? childrenOf(child) : /_spec$/.test(child.type) ? [child] : [],
  );

/** The zero value: of a struct it is one, of a text the empty one. */
function madeBy(type: Node | null, spec: Node): Expression | null {
  const at = placeOf(spec);
  if (!type) return null;
  if (type.type === 'map_type') return { kind: 'object', entries: [], at };
  if (type.type === 'slice_type') return { kind: 'list', items: [], at };
  if (/^(strings\.Builder|bytes\.Buffer)$/.test(type.text))
    return { kind: 'new', type: lowerType(type), args: [], at };
  return plainType(type.text) === 'string' ? { kind: 'text', text: '', at } : unknown(spec);
}

/** All values are taken before any target changes; what reads a target that comes earlier is not known. */
function pairs(
  context: GoContext,
  targets: readonly Node[],
  values: readonly Node[],
  type: Node | null,
  node: Node,
): Statement[] {
  const changed = targets.map(({ text }) => text);
  return values.flatMap((value, index): Statement[] => {
    const target = targets[index];
    const own = context.expression(value, node);
    const swaps = changed.slice(0, index).includes(value.text);
    const known = swaps ? unknown(value) : own;
    if (!target || target.text === '_') return [{ kind: 'do', value: own, at: placeOf(node) }];
    return [assign(context.expression(target, node), known, node, { type: type?.text ?? null })];
  });
}

const listed = (node: Node | null): Node[] =>
  node?.type === 'expression_list' ? childrenOf(node) : node ? [node] : [];
