// A statement of Java -> the one form.
import type { Node } from 'web-tree-sitter';
import type { Statement } from '../../../ir.js';
import { blockOf, condition, lowerFor, lowerWhile } from '../../c-loops.js';
import { assign, childrenOf, name, placeOf } from '../../ir-builders.js';
import type { Descent } from '../../walker.js';
import { lowerClass } from './classes.js';
import { lowerFunction, typeOf } from './functions.js';

/** Lowers a statement; what has no rule lowers its children. */
export function lowerStatement(node: Node, descent: Descent): Statement[] {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const children = childrenOf(node);
  const body = (part = field('body')) => (part ? descent.statements(blockOf(part)) : []);
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
        .flatMap((part) => (part ? declaration(part, type, descent) : []));
    }
    case 'resource':
      return field('name')
        ? declaration(node, typeOf(field('type')), descent)
        : children.flatMap((child) => descent.effect(child));
    case 'return_statement':
    case 'yield_statement':
      return children.map((child) => ({ kind: 'return', value: descent.expression(child), at }));
    case 'if_statement':
      return branches(node, descent);
    case 'switch_expression': {
      const groups = childrenOf(field('body')).map((group) =>
        descent.statements(
          childrenOf(group)
            .filter(({ type }) => type !== 'switch_label')
            .flatMap(blockOf),
        ),
      );
      return [...condition(node, descent), { kind: 'branch', bodies: groups, at }];
    }
    case 'try_statement':
    case 'try_with_resources_statement': {
      const handlers = children.filter(({ type }) => type === 'catch_clause');
      const final = children.find(({ type }) => type === 'finally_clause') ?? null;
      const bodies = handlers.map((part) => body(part.childForFieldName('body')));
      return [
        ...descent.statements(childrenOf(field('resources'))),
        ...body(),
        ...(bodies.length > 0 ? [{ kind: 'branch', bodies, at } as const] : []),
        ...body(childrenOf(final)[0] ?? null),
      ];
    }
    case 'enhanced_for_statement': {
      const item = field('name');
      return [
        {
          kind: 'loop',
          item: item && name(item.text, item),
          of: descent.field(node, 'value'),
          body: body(),
          at,
        },
      ];
    }
    case 'for_statement':
      return lowerFor(node, descent, 'init', body);
    case 'while_statement':
    case 'do_statement':
      return lowerWhile(node, descent, body);
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
    case 'annotation_type_declaration':
      return [{ kind: 'class', class: lowerClass(node, descent) }];
    case 'method_declaration': {
      const own = field('name')?.text ?? '';
      return [{ kind: 'function', function: lowerFunction(node, descent, own) }];
    }
    case 'explicit_constructor_invocation':
      return descent.effect(node);
    case 'expression_statement':
    case 'throw_statement':
    case 'assert_statement':
      return children.flatMap((child) =>
        child.type === 'switch_expression' ? lowerStatement(child, descent) : descent.effect(child),
      );
    case 'labeled_statement':
      return descent.statements(children.slice(1));
    default:
      return /_statement$|^block$|^ERROR$|_body$|_declaration$/.test(node.type)
        ? descent.statements(children)
        : descent.effect(node);
  }
}

function declaration(node: Node, type: string | null, descent: Descent): Statement[] {
  const [own, value] = [node.childForFieldName('name'), node.childForFieldName('value')];
  if (!own || !value) return [];
  const cast = value.type === 'cast_expression' ? typeOf(value.childForFieldName('type')) : null;
  const lowered = descent.expression(value);
  return [assign(name(own.text, own), lowered, node, { type: type ?? cast })];
}

/** `if ... else if ... else` is one branch; a chain of any length is no deep tree here. */
function branches(node: Node, descent: Descent): Statement[] {
  const tested: Statement[] = [];
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  while (rest?.type === 'if_statement') {
    const link: Node = rest;
    tested.push(...descent.around(() => condition(link, descent)));
    const then = link.childForFieldName('consequence');
    bodies.push(then ? descent.statements(blockOf(then)) : []);
    rest = link.childForFieldName('alternative');
  }
  if (rest) bodies.push(descent.statements(blockOf(rest)));
  return [...tested, { kind: 'branch', bodies, at: placeOf(node) }];
}
