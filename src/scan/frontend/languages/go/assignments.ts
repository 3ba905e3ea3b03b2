// Assignments and declarations of variables and constants in Go -> assignments of one target each.

import type { Expression, Statement } from '../../../ir.js';
import { assign, call, declaring, member, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing, isPlain } from '../../walker.js';
import { hoistLengths } from './array-lengths.js';
import { type GoContext, partsOf, plainType } from './context.js';
import { lowerUnpacking } from './results.js';
import { lowerType } from './types.js';

/** `a := b`, `a, b = b, a`, `a, err := f()`, `a += b` */
export const lowerAssignment = (context: GoContext, node: Node): Statement[] =>
  node.type === 'short_var_declaration'
    ? declaring(assignments(context, node))
    : assignments(context, node);

function assignments(context: GoContext, node: Node): Statement[] {
  const { walker } = context;
  const targets = listed(node.childForFieldName('left'));
  const values = listed(node.childForFieldName('right'));
  const [target] = targets;
  const [value] = values;
  if (!target || !value) return [...targets, ...values].flatMap((one) => walker.effect(one));
  if (targets.length > 1 && values.length === 1)
    return lowerUnpacking(context, targets, value, node);
  const operator = node.childForFieldName('operator')?.type ?? '=';
  if (operator === '=' || operator === ':=') return pairs(context, targets, values, null, node);
  const own = walker.expression(target);
  const given = walker.expression(value);
  return operator === '+=' && !/^(int|float)_literal$/.test(value.type)
    ? [assign(own, given, node, { adds: true })]
    : [assign(own, unknown(node, [given]), node)];
}

/** `var a, b T = c, d`, `const ( A = iota )`; a variable without a value has only its type. */
export const lowerDeclaration = (context: GoContext, node: Node): Statement[] =>
  declaring(
    specs(node).flatMap((spec) => context.walker.statement(spec, () => lowerSpec(context, spec))),
  );

function lowerSpec(context: GoContext, spec: Node): Statement[] {
  const targets = spec.childrenForFieldName('name').filter((own) => own?.isNamed) as Node[];
  const values = listed(spec.childForFieldName('value'));
  const type = spec.childForFieldName('type');
  hoistLengths(context, type);
  if (targets.length > 1 && values.length === 1)
    return lowerUnpacking(context, targets, values[0]!, spec);
  if (values.length > 0) return pairs(context, targets, values, type, spec);
  const made = madeBy(type, spec);
  if (!made) return [];
  const written = type?.text ?? null;
  return targets.map((own) => assign(name(own.text, own), made, spec, { type: written }));
}

const specs = (node: Node): Node[] =>
  partsOf(node).flatMap((child) =>
    /_spec_list$/.test(child.type) ? partsOf(child) : /_spec$/.test(child.type) ? [child] : [],
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
  const { walker } = context;
  const changed = targets.map(({ text }) => text);
  const assigned = values.flatMap((value, index): Statement[] => {
    const target = targets[index];
    const own = walker.expression(value);
    if (!target || target.text === '_') return doing(own, node);
    const grown = growth(own, walker.expression(target), [target, value]);
    if (grown) return doing(grown, node);
    const swaps = changed.slice(0, index).includes(value.text);
    const known = swaps ? unknown(value, isPlain(own) ? [] : [own]) : own;
    return [assign(walker.expression(target), known, node, { type: type?.text ?? null })];
  });
  // broken source may have more targets than values
  return [...assigned, ...targets.slice(values.length).flatMap((one) => walker.effect(one))];
}

/** `a = append(a, b)` puts `b` at the end of `a`; `null` for any other value. */
function growth(
  value: Expression,
  target: Expression,
  [written, given]: readonly [Node, Node],
): Expression | null {
  if (value.kind !== 'call' || value.callee.kind !== 'name' || value.callee.name !== 'append')
    return null;
  const [list] = partsOf(given.childForFieldName('arguments') ?? given);
  const isSame = list?.text === written.text && isPlain(target);
  return isSame ? call(member(target, 'append', given), value.args.slice(1), given) : null;
}

const listed = (node: Node | null): Node[] =>
  node?.type === 'expression_list' ? partsOf(node) : node ? [node] : [];
