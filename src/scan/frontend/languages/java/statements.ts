// A statement of Java -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Statement } from '../../../ir.js';
import { blockOf, condition, lowerFor, lowerWhile } from '../../c-loops.js';
import { assign, childrenOf, name, placeOf } from '../../ir-builders.js';
import type { Walker } from '../../walker.js';
import { lowerClass } from './classes.js';
import { lowerFunction, typeOf } from './functions.js';

/** Lowers a statement; what has no rule lowers its children. */
export function lowerStatement(node: Node, walker: Walker): Statement[] {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const children = childrenOf(node);
  const body = (part = field('body')) => (part ? walker.statements(blockOf(part)) : []);
  switch (node.type) {
    case 'package_declaration':
    case 'import_declaration':
    case 'break_statement':
    case 'continue_statement':
      return [];
    case 'local_variable_declaration':
    case 'field_declaration': {
      const type = typeOf(field('type'));
      return node
        .childrenForFieldName('declarator')
        .flatMap((part) => (part ? declaration(part, type, walker) : []));
    }
    case 'resource':
      return field('name')
        ? declaration(node, typeOf(field('type')), walker)
        : children.flatMap((child) => walker.effect(child));
    case 'return_statement':
    case 'yield_statement':
      return children.map((child) => ({ kind: 'return', value: walker.expression(child), at }));
    case 'if_statement':
      return branches(node, walker);
    case 'switch_expression': {
      const groups = childrenOf(field('body')).map((group) =>
        walker.statements(
          childrenOf(group)
            .filter(({ type }) => type !== 'switch_label')
            .flatMap(blockOf),
        ),
      );
      return [
        ...condition(node, walker),
        { kind: 'branch', exhaustive: false, falls: false, bodies: groups, at },
      ];
    }
    case 'try_statement':
    case 'try_with_resources_statement': {
      const handlers = children.filter(({ type }) => type === 'catch_clause');
      const final = children.find(({ type }) => type === 'finally_clause') ?? null;
      const bodies = handlers.map((part) => body(part.childForFieldName('body')));
      return [
        ...walker.statements(childrenOf(field('resources'))),
        ...body(),
        ...(bodies.length > 0
          ? [{ kind: 'branch', exhaustive: false, falls: false, bodies, at } as const]
          : []),
        ...body(childrenOf(final)[0] ?? null),
      ];
    }
    case 'enhanced_for_statement': {
      const item = field('name');
      return [
        {
          kind: 'loop',
          item: item && name(item.text, item),
          of: walker.field(node, 'value'),
          body: body(),
          at,
        },
      ];
    }
    case 'for_statement':
      return lowerFor(node, walker, 'init', body);
    case 'while_statement':
    case 'do_statement':
      return lowerWhile(node, walker, body);
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
    case 'annotation_type_declaration':
      return [{ kind: 'class', class: lowerClass(node, walker) }];
    case 'method_declaration': {
      const own = field('name')?.text ?? '';
      return [{ kind: 'function', function: lowerFunction(node, walker, own) }];
    }
    case 'explicit_constructor_invocation':
      return walker.effect(node);
    case 'expression_statement':
    case 'throw_statement':
    case 'assert_statement':
      return children.flatMap((child) =>
        child.type === 'switch_expression' ? lowerStatement(child, walker) : walker.effect(child),
      );
    case 'labeled_statement':
      return walker.statements(children.slice(1));
    default:
      return /_statement$|^block$|^ERROR$|_body$|_declaration$/.test(node.type)
        ? walker.statements(children)
        : walker.effect(node);
  }
}

function declaration(node: Node, type: string | null, walker: Walker): Statement[] {
  const [own, value] = [node.childForFieldName('name'), node.childForFieldName('value')];
  if (!own || !value) return [];
  const cast = value.type === 'cast_expression' ? typeOf(value.childForFieldName('type')) : null;
  const lowered = walker.expression(value);
  return [assign(name(own.text, own), lowered, node, { type: type ?? cast })];
}

/** `if ... else if ... else` is one branch; a chain of any length is no deep tree here. */
function branches(node: Node, walker: Walker): Statement[] {
  const tested: Statement[] = [];
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  while (rest?.type === 'if_statement') {
    const link: Node = rest;
    tested.push(...walker.around(() => condition(link, walker)));
    const then = link.childForFieldName('consequence');
    bodies.push(then ? walker.statements(blockOf(then)) : []);
    rest = link.childForFieldName('alternative');
  }
  if (rest) bodies.push(walker.statements(blockOf(rest)));
  return [
    ...tested,
    { kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) },
  ];
}
