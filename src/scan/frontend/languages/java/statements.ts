// A statement of Java -> the IR.

import type { Statement } from '../../../ir.js';
import { blockOf, lowerFor, lowerIf, lowerWhile } from '../../c-statements.js';
import { labelled } from '../../c-switches.js';
import { decided, inverted } from '../../conditions.js';
import {
  assign,
  attempt,
  branch,
  call,
  childrenOf,
  leave,
  name,
  placeOf,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { testOf } from '../../tests.js';
import type { Walker } from '../../walker.js';
import { annotationEffects } from './annotations.js';
import { lowerClass } from './classes.js';
import { lowerFunction, typeOf } from './functions.js';
import { isStatement } from './statement-types.js';
import { switchStatement } from './switches.js';

/** Lowers a statement; what has no rule lowers its children. */
export function lowerStatement(node: Node, walker: Walker): Statement[] {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const children = childrenOf(node);
  const body = (part = field('body')) => (part ? walker.statements(blockOf(part)) : []);
  switch (node.type) {
    case 'import_declaration':
      return [];
    case 'package_declaration':
      return annotationEffects(node, walker);
    case 'break_statement':
    case 'continue_statement':
      return [leave(node.type === 'break_statement' ? 'break' : 'continue', node, !!children[0])];
    case 'local_variable_declaration':
    case 'field_declaration':
    case 'constant_declaration':
      return variables(node, walker);
    case 'resource':
      return field('name')
        ? [...annotationEffects(node, walker), ...declaration(node, typeOf(field('type')), walker)]
        : children.flatMap((child) => walker.effect(child));
    case 'return_statement':
    case 'yield_statement': {
      const value = children.find(({ isError }) => !isError);
      return [{ kind: 'return', value: value ? walker.expression(value) : null, at }];
    }
    case 'throw_statement':
      return [...children.flatMap((child) => walker.effect(child)), leave('throw', node)];
    case 'assert_statement': {
      const [tested, said] = children;
      // the message of an `assert` is worked out only where the assertion fails
      const fails = said ? walker.around(() => walker.effect(said)) : [];
      const failing = decided([inverted(testOf(tested ?? null, walker))]);
      return [
        ...(tested ? walker.effect(tested) : []),
        branch([[...fails, leave('throw', node)]], false, node, false, failing),
      ];
    }
    case 'if_statement':
      return lowerIf(node, walker);
    case 'switch_expression':
      return switchStatement(node, walker);
    case 'try_statement':
    case 'try_with_resources_statement': {
      const handlers = children.filter(({ type }) => type === 'catch_clause');
      const final = children.find(({ type }) => type === 'finally_clause') ?? null;
      const tried = [...walker.statements(childrenOf(field('resources'))), ...body()];
      return [
        ...attempt(
          tried,
          handlers.map((part) => handler(part, walker)),
          node,
        ),
        ...body(childrenOf(final).find(({ type }) => type === 'block') ?? null),
      ];
    }
    case 'enhanced_for_statement': {
      const own = field('name');
      walker.hoist(...annotationEffects(node, walker));
      const of = walker.field(node, 'value');
      return [{ kind: 'loop', item: own && name(own.text, own), of, body: body(), at }];
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
    case 'method_declaration':
      return method(node, field('name')?.text ?? '', walker);
    case 'constructor_declaration':
    case 'compact_constructor_declaration':
      return method(node, 'constructor', walker);
    case 'labeled_statement':
      return labelled(walker.statements(children.slice(1)), node);
    case 'expression_statement':
      return children.flatMap((child) =>
        child.type === 'switch_expression' ? walker.statement(child) : walker.effect(child),
      );
    default:
      return isStatement(node) ? walker.statements(children) : walker.effect(node);
  }
}

/** `A b = c, d;` */
function variables(node: Node, walker: Walker): Statement[] {
  const type = typeOf(node.childForFieldName('type'));
  const made = node
    .childrenForFieldName('declarator')
    .flatMap((part) => (part ? walker.around(() => declaration(part, type, walker)) : []));
  // a half statement before a call: the parser takes both for the type and the name of a variable
  const own = node.lastChild?.isMissing && node.childForFieldName('declarator');
  const half = own && own.namedChildCount === 1 && node.nextSibling?.text.startsWith('(');
  const called: Statement[] = half
    ? [{ kind: 'do', value: call(name(own.text, own), [], own), at: placeOf(own) }]
    : [];
  return [...annotationEffects(node, walker), ...made, ...called];
}

function declaration(node: Node, type: string | null, walker: Walker): Statement[] {
  const [own, value] = [node.childForFieldName('name'), node.childForFieldName('value')];
  if (!own || !value) return [];
  const cast = value.type === 'cast_expression' ? typeOf(value.childForFieldName('type')) : null;
  const lowered = walker.expression(value);
  return [assign(name(own.text, own), lowered, node, { type: type ?? cast })];
}

const method = (node: Node, own: string, walker: Walker): Statement[] => [
  { kind: 'function', function: lowerFunction(node, walker, own) },
];

function handler(node: Node, walker: Walker): Statement[] {
  const parameter = childrenOf(node).find(({ type }) => type === 'catch_formal_parameter');
  const body = node.childForFieldName('body');
  return walker.around(() => [
    ...(parameter ? annotationEffects(parameter, walker) : []),
    ...(body ? walker.statements(blockOf(body)) : []),
  ]);
}
