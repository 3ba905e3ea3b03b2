// A statement of C# -> the IR.

import { type Expression, type Statement, syntheticName } from '../../../ir.js';
import { blockOf, lowerFor, lowerIf, lowerWhile } from '../../c-statements.js';
import {
  assign,
  attempt,
  branch,
  childrenOf,
  declaring,
  leave,
  name,
  placeOf,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing, type Walker } from '../../walker.js';
import { attributeEffects } from './attributes.js';
import { lowerClass } from './classes.js';
import { lowerFunction, parametersOf } from './functions.js';
import { halfCall, isHalf } from './half-statements.js';
import { assignedIn, identifierOf, isStatement, operandsIn, typeOf } from './nodes.js';
import { deconstruct } from './patterns.js';
import { switchStatement } from './switches.js';

/** Lowers a statement; what has no rule lowers its children. */
export function lowerStatement(node: Node, walker: Walker): Statement[] {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const operands = operandsIn(node);
  const first = operands.find(({ isError }) => !isError);
  const body = (part = field('body')) => (part ? walker.statements(blockOf(part)) : []);
  switch (node.type) {
    case 'using_directive':
    case 'file_scoped_namespace_declaration':
    case 'extern_alias_directive':
      return [];
    case 'global_attribute':
      return attributeEffects(node, walker);
    case 'delegate_declaration': {
      const parameters = parametersOf(field('parameters'), walker);
      const defaults = parameters.flatMap((part) =>
        part.default ? doing(part.default, node) : [],
      );
      const lists = childrenOf(field('parameters')).flatMap((part) =>
        attributeEffects(part, walker),
      );
      return [...attributeEffects(node, walker), ...lists, ...defaults];
    }
    case 'break_statement':
      return [leave('break', node)];
    case 'continue_statement':
      return [leave('continue', node)];
    case 'goto_statement':
      return [...operands.flatMap((part) => walker.effect(part)), leave('break', node, true)];
    case 'throw_statement':
    case 'throw_expression':
      return [...operands.flatMap((part) => walker.effect(part)), leave('throw', node)];
    case 'yield_statement':
      return operands.length > 0
        ? operands.flatMap((part) => walker.effect(part))
        : [{ kind: 'return', value: null, at }];
    case 'variable_declaration':
      return operands.flatMap((part) =>
        part.type === 'variable_declarator'
          ? walker.around(() => declaring(declaration(part, field('type'), walker)))
          : [],
      );
    case 'return_statement':
      return [{ kind: 'return', value: first ? walker.expression(first) : null, at }];
    case 'if_statement':
      return lowerIf(node, walker);
    case 'switch_statement':
      return switchStatement(node, walker);
    case 'try_statement': {
      const handlers = operands.filter(({ type }) => type === 'catch_clause');
      const final = operands.find(({ type }) => type === 'finally_clause') ?? null;
      const tried = body();
      const caught = handlers.map((part) =>
        walker.statements(childrenOf(part).filter(isStatement)),
      );
      const last = childrenOf(final).find(({ type }) => type === 'block') ?? null;
      return [...attempt(tried, caught, node), ...body(last)];
    }
    case 'foreach_statement':
      return [loopOver(node, body, walker)];
    case 'for_statement':
      return lowerFor(node, walker, 'initializer', body);
    case 'while_statement':
    case 'do_statement':
      return lowerWhile(node, walker, body);
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
    case 'struct_declaration':
      return [{ kind: 'class', class: lowerClass(node, walker) }];
    case 'local_function_statement':
    case 'method_declaration': {
      if (node.type === 'local_function_statement' && isHalf(node)) return halfCall(node);
      const own = identifierOf(field('name'));
      return [{ kind: 'function', function: lowerFunction(node, walker, own) }];
    }
    case 'preproc_if':
    case 'preproc_elif':
    case 'preproc_else':
      return conditional(node, walker);
    case 'namespace_declaration':
      return walker.statements(childrenOf(field('body')));
    case 'labeled_statement':
      return walker.statements(operands.slice(1));
    default:
      if (node.type.startsWith('preproc_')) return [];
      return isStatement(node) ? walker.statements(operands) : walker.effect(node);
  }
}

function declaration(node: Node, type: Node | null, walker: Walker): Statement[] {
  const [own, value] = [node.childForFieldName('name'), assignedIn(node)];
  const sizes = childrenOf(node).filter((part) => part.type === 'bracketed_argument_list');
  for (const size of sizes) walker.hoistEffect(walker.expression(size));
  if (!value) return [];
  const lowered = walker.expression(value);
  const pattern = childrenOf(node).find((child) => child.type === 'tuple_pattern');
  if (pattern) return deconstruct(pattern, lowered, walker);
  if (!own) return [];
  const cast = value.type === 'cast_expression' ? value.childForFieldName('type') : null;
  const written = typeOf(type) ?? typeOf(cast);
  return [assign(name(identifierOf(own), own), lowered, node, { type: written })];
}

function loopOver(node: Node, body: () => Statement[], walker: Walker): Statement {
  const [left, at] = [node.childForFieldName('left'), placeOf(node)];
  const of = walker.field(node, 'right');
  if (left?.type !== 'tuple_pattern' && left?.type !== 'tuple_expression')
    return { kind: 'loop', item: left && walker.expression(left), of, body: body(), at };
  const item: Expression = name(syntheticName('item'), left);
  const parts = walker.around(() => deconstruct(left, item, walker));
  return { kind: 'loop', item, of, body: [...parts, ...body()], at };
}

/** `#if ... #elif ... #else`: what is compiled is not known. */
function conditional(node: Node, walker: Walker): Statement[] {
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  let last = node;
  while (rest) {
    const link: Node = rest;
    last = link;
    const apart = ['condition', 'alternative'].map((key) => link.childForFieldName(key)?.id);
    bodies.push(walker.statements(childrenOf(link).filter(({ id }) => !apart.includes(id))));
    rest = link.childForFieldName('alternative');
  }
  // declarations stay where others find them
  const declared = bodies.flat().filter(({ kind }) => kind === 'class' || kind === 'function');
  const code = bodies.map((body) => body.filter((statement) => !declared.includes(statement)));
  return code.every((body) => body.length === 0)
    ? declared
    : [...declared, branch(code, node.type === 'preproc_if' && last.type === 'preproc_else', node)];
}
