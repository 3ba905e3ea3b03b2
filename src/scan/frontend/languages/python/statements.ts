// A Python statement -> statements of the IR, in their order.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, name, placeOf, unknown } from '../../ir-builders.js';
import { lowerClass } from './classes.js';
import type { PythonContext } from './context.js';
import { lowerItem, lowerTarget } from './targets.js';

/** Lowers one statement; one without a rule lowers its children. */
export function lowerStatement(context: PythonContext, node: Node): Statement[] {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const block = (part: Node | null) => context.statements(childrenOf(part));
  switch (node.type) {
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
    case 'type_alias_statement':
      return [];
    case 'global_statement':
    case 'nonlocal_statement':
      return childrenOf(node).map((one) => ({
        ...{ kind: 'assign', target: name(one.text, one), value: unknown(one) },
        ...{ adds: false, type: null, declares: false, at },
      }));
    case 'return_statement': {
      const [value] = childrenOf(node);
      return value ? [{ kind: 'return', value: context.expression(value, node), at }] : [];
    }
    case 'if_statement':
      return lowerIf(context, node);
    case 'match_statement': {
      const cases = childrenOf(field('body'));
      const bodies = cases.map((one) => [
        ...childrenOf(one.childForFieldName('guard')).map((guard) => effect(context, guard)),
        ...block(one.childForFieldName('consequence')),
      ]);
      const subject = node.childrenForFieldName('subject').filter((one) => one !== null);
      return [
        ...subject.map((one) => effect(context, one)),
        { kind: 'branch', exhaustive: false, falls: false, bodies, at },
      ];
    }
    case 'for_statement': {
      const of = context.expression(field('right'), node);
      const { item, unpacked } = lowerItem(context, field('left'));
      const body = [...unpacked, ...block(field('body'))];
      return [{ kind: 'loop', item, of, body, at }, ...block(bodyOf(field('alternative')))];
    }
    case 'while_statement': {
      const condition = field('condition');
      const body = block(field('body'));
      return [
        ...(condition ? [effect(context, condition)] : []),
        { kind: 'loop', item: null, of: null, body, at },
        ...block(bodyOf(field('alternative'))),
      ];
    }
    case 'with_statement':
      return [...lowerWith(context, node), ...block(field('body'))];
    case 'try_statement':
      return lowerTry(context, node);
    case 'function_definition':
      return [{ kind: 'function', function: context.function(node, []) }];
    case 'class_definition':
      return [{ kind: 'class', class: lowerClass(context, node, []) }];
    case 'decorated_definition':
      return lowerDecorated(context, node);
    default:
      return /^(ERROR|block|module|.*(_statement|_clause))$/.test(node.type)
        ? context.statements(childrenOf(node))
        : lowerEffect(context, node);
  }
}

const effect = (context: PythonContext, node: Node): Statement => ({
  kind: 'do',
  value: context.expression(node, node),
  at: placeOf(node),
});

const bodyOf = (clause: Node | null) => clause?.childForFieldName('body') ?? null;

/** An expression for what it does: an assignment is one. */
function lowerEffect(context: PythonContext, node: Node): Statement[] {
  if (node.type === 'assignment') return lowerAssignment(context, node);
  if (node.type !== 'augmented_assignment') return [effect(context, node)];
  const right = node.childForFieldName('right');
  const target = context.expression(node.childForFieldName('left'), node);
  const value = context.expression(right, node);
  const isNumber = right?.type === 'integer' || right?.type === 'float';
  return node.childForFieldName('operator')?.type === '+=' && !isNumber
    ? [assign(target, value, node, { adds: true })]
    : [assign(target, unknown(node, [value]), node)];
}

/** `a = b = value` sets `b` first; `a: T` alone sets nothing. */
function lowerAssignment(context: PythonContext, node: Node): Statement[] {
  const targets: Node[] = [];
  let right: Node | null = node;
  let type: string | null = null;
  while (right?.type === 'assignment') {
    const left = right.childForFieldName('left');
    if (left) targets.unshift(left);
    type ??= right.childForFieldName('type')?.text ?? null;
    right = right.childForFieldName('right');
  }
  if (!right) return [];
  const value = context.expression(right, node);
  const [first, ...others] = targets;
  if (!first) return [];
  const held: Expression = first.type === 'identifier' ? context.expression(first, node) : value;
  return [
    ...lowerTarget(context, first, value, node, type),
    ...others.flatMap((other) => lowerTarget(context, other, held, node)),
  ];
}

function lowerIf(context: PythonContext, node: Node): Statement[] {
  const parts = [node, ...node.childrenForFieldName('alternative').filter((one) => one !== null)];
  const conditions = parts.flatMap((part) => part.childForFieldName('condition') ?? []);
  const bodies = parts.map((part) =>
    context.statements(
      childrenOf(part.childForFieldName('consequence') ?? part.childForFieldName('body')),
    ),
  );
  const before = conditions.map((condition) => effect(context, condition));
  return [
    ...before,
    { kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) },
  ];
}

/** `with a() as b:` sets `b`. */
function lowerWith(context: PythonContext, node: Node): Statement[] {
  const clause = childrenOf(node).find(({ type }) => type === 'with_clause') ?? null;
  return childrenOf(clause).flatMap((item): Statement[] => {
    const value = item.childForFieldName('value') ?? item;
    const target = childrenOf(value.childForFieldName('alias'))[0];
    const [opened] = value.type === 'as_pattern' ? childrenOf(value) : [value];
    if (!opened) return [];
    return target
      ? lowerTarget(context, target, context.expression(opened, item), item)
      : [effect(context, opened)];
  });
}

function lowerTry(context: PythonContext, node: Node): Statement[] {
  const blockOf = (clause: Node) =>
    context.statements(childrenOf(childrenOf(clause).find(({ type }) => type === 'block') ?? null));
  const clauses = childrenOf(node);
  const some = (pattern: RegExp) => clauses.filter(({ type }) => pattern.test(type));
  return [
    ...some(/^(block|ERROR)$/).flatMap((body) => context.statements(childrenOf(body))),
    ...some(/^else_clause$/).flatMap(blockOf),
    {
      kind: 'branch',
      exhaustive: false,
      falls: false,
      bodies: some(/^except/).map(blockOf),
      at: placeOf(node),
    },
    ...some(/^finally_clause$/).flatMap(blockOf),
  ];
}

function lowerDecorated(context: PythonContext, node: Node): Statement[] {
  const annotations = childrenOf(node)
    .filter(({ type }) => type === 'decorator')
    .map((decorator) => context.expression(childrenOf(decorator)[0] ?? null, decorator));
  const definition = node.childForFieldName('definition');
  if (definition?.type === 'class_definition')
    return [{ kind: 'class', class: lowerClass(context, definition, annotations) }];
  return definition
    ? [{ kind: 'function', function: context.function(definition, annotations) }]
    : annotations.map((value) => ({ kind: 'do', value, at: value.at }));
}
