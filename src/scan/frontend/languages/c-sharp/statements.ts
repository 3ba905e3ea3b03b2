// A statement of C# -> the one form.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { blockOf, condition, lowerFor, lowerWhile } from '../../c-loops.js';
import { assign, childrenOf, declaring, name, placeOf } from '../../ir-builders.js';
import { type Descent, doing } from '../../walker.js';
import { lowerClass } from './classes.js';
import { assignedIn, identifierOf, lowerFunction, operandsIn, typeOf } from './functions.js';
import { bindPattern, deconstruct } from './patterns.js';

/** Lowers a statement; what has no rule lowers its children. */
export function lowerStatement(node: Node, descent: Descent): Statement[] {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const operands = operandsIn(node);
  const body = (part = field('body')) => (part ? descent.statements(blockOf(part)) : []);
  switch (node.type) {
    case 'using_directive':
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
    case 'file_scoped_namespace_declaration':
    case 'delegate_declaration':
    case 'global_attribute':
    case 'extern_alias_directive':
      return [];
    case 'variable_declaration':
      return operands.flatMap((part) =>
        part.type === 'variable_declarator'
          ? declaring(declaration(part, field('type'), descent))
          : [],
      );
    case 'return_statement':
      return operands.map((child) => ({ kind: 'return', value: descent.expression(child), at }));
    case 'if_statement':
      return branches(node, descent);
    case 'switch_statement':
      return switchSections(node, descent);
    case 'try_statement': {
      const handlers = operands.filter(({ type }) => type === 'catch_clause');
      const final = operands.find(({ type }) => type === 'finally_clause') ?? null;
      const bodies = handlers.map((part) => descent.statements(childrenOf(part).filter(isCode)));
      return [
        ...body(),
        ...(bodies.length > 0 ? [{ kind: 'branch', bodies, at } as const] : []),
        ...body(childrenOf(final)[0] ?? null),
      ];
    }
    case 'foreach_statement':
      return [loopOver(node, body, descent)];
    case 'for_statement':
      return lowerFor(node, descent, 'initializer', body);
    case 'while_statement':
    case 'do_statement':
      return lowerWhile(node, descent, body);
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
    case 'struct_declaration':
      return [{ kind: 'class', class: lowerClass(node, descent) }];
    case 'local_function_statement':
    case 'method_declaration': {
      const own = identifierOf(field('name'));
      return [{ kind: 'function', function: lowerFunction(node, descent, own) }];
    }
    case 'preproc_if':
    case 'preproc_elif':
    case 'preproc_else':
      return conditional(node, descent);
    case 'namespace_declaration':
      return descent.statements(childrenOf(field('body')));
    case 'labeled_statement':
      return descent.statements(operands.slice(1));
    default:
      if (node.type.startsWith('preproc_')) return [];
      return isCode(node) ? descent.statements(operands) : descent.effect(node);
  }
}

/** What holds statements, or is one. */
const isCode = ({ type }: Node): boolean =>
  /_statement$|^block$|^ERROR$|_body$|_declaration$|^declaration_list$|^catch_filter_clause$/.test(
    type,
  );

function declaration(node: Node, type: Node | null, descent: Descent): Statement[] {
  const [own, value] = [node.childForFieldName('name'), assignedIn(node)];
  if (!value) return [];
  const lowered = descent.expression(value);
  const pattern = childrenOf(node).find((child) => child.type === 'tuple_pattern');
  if (pattern) return deconstruct(pattern, lowered);
  if (!own) return [];
  const cast = value.type === 'cast_expression' ? value.childForFieldName('type') : null;
  const written = typeOf(type) ?? typeOf(cast);
  return [assign(name(identifierOf(own), own), lowered, node, { type: written })];
}

function loopOver(node: Node, body: () => Statement[], descent: Descent): Statement {
  const [left, at] = [node.childForFieldName('left'), placeOf(node)];
  const of = descent.field(node, 'right');
  if (left?.type !== 'tuple_pattern' && left?.type !== 'tuple_expression')
    return { kind: 'loop', item: left && descent.expression(left), of, body: body(), at };
  const item: Expression = name(' item', left);
  return { kind: 'loop', item, of, body: [...deconstruct(left, item), ...body()], at };
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

function switchSections(node: Node, descent: Descent): Statement[] {
  const value = descent.field(node, 'value');
  const bodies = childrenOf(node.childForFieldName('body')).map((section) => {
    const parts = childrenOf(section);
    const bound = descent.around(() => {
      for (const part of parts) if (/_pattern$/.test(part.type)) bindPattern(part, value, descent);
      const guards = parts.filter(({ type }) => type === 'when_clause');
      return guards.flatMap(operandsIn).flatMap((part) => descent.effect(part));
    });
    return [...bound, ...descent.statements(parts.filter(isCode))];
  });
  return [...doing(value, node), { kind: 'branch', bodies, at: placeOf(node) }];
}

/** `#if ... #elif ... #else`: what is compiled is not known. */
function conditional(node: Node, descent: Descent): Statement[] {
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  while (rest) {
    const link: Node = rest;
    const apart = ['condition', 'alternative'].map((key) => link.childForFieldName(key)?.id);
    bodies.push(descent.statements(childrenOf(link).filter(({ id }) => !apart.includes(id))));
    rest = link.childForFieldName('alternative');
  }
  // declarations stay where others find them
  const declared = bodies.flat().filter(({ kind }) => kind === 'class' || kind === 'function');
  const code = bodies.map((body) => body.filter((statement) => !declared.includes(statement)));
  return code.every((body) => body.length === 0)
    ? declared
    : [...declared, { kind: 'branch', bodies: code, at: placeOf(node) }];
}
