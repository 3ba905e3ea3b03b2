// A statement of C# -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { blockOf, condition, lowerFor, lowerWhile } from '../../c-loops.js';
import { assign, childrenOf, declaring, name, placeOf } from '../../ir-builders.js';
import { doing, type Walker } from '../../walker.js';
import { lowerClass } from './classes.js';
import { assignedIn, identifierOf, lowerFunction, operandsIn, typeOf } from './functions.js';
import { bindPattern, deconstruct } from './patterns.js';

/** Lowers a statement; what has no rule lowers its children. */
export function lowerStatement(node: Node, walker: Walker): Statement[] {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const operands = operandsIn(node);
  const body = (part = field('body')) => (part ? walker.statements(blockOf(part)) : []);
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
          ? declaring(declaration(part, field('type'), walker))
          : [],
      );
    case 'return_statement':
      return operands.map((child) => ({ kind: 'return', value: walker.expression(child), at }));
    case 'if_statement':
      return branches(node, walker);
    case 'switch_statement':
      return switchSections(node, walker);
    case 'try_statement': {
      const handlers = operands.filter(({ type }) => type === 'catch_clause');
      const final = operands.find(({ type }) => type === 'finally_clause') ?? null;
      const bodies = handlers.map((part) => walker.statements(childrenOf(part).filter(isCode)));
      return [
        ...body(),
        ...(bodies.length > 0
          ? [{ kind: 'branch', exhaustive: false, falls: false, bodies, at } as const]
          : []),
        ...body(childrenOf(final)[0] ?? null),
      ];
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
      return isCode(node) ? walker.statements(operands) : walker.effect(node);
  }
}

/** What holds statements, or is one. */
const isCode = ({ type }: Node): boolean =>
  /_statement$|^block$|^ERROR$|_body$|_declaration$|^declaration_list$|^catch_filter_clause$/.test(
    type,
  );

function declaration(node: Node, type: Node | null, walker: Walker): Statement[] {
  const [own, value] = [node.childForFieldName('name'), assignedIn(node)];
  if (!value) return [];
  const lowered = walker.expression(value);
  const pattern = childrenOf(node).find((child) => child.type === 'tuple_pattern');
  if (pattern) return deconstruct(pattern, lowered);
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
  const item: Expression = name(' item', left);
  return { kind: 'loop', item, of, body: [...deconstruct(left, item), ...body()], at };
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

function switchSections(node: Node, walker: Walker): Statement[] {
  const value = walker.field(node, 'value');
  const bodies = childrenOf(node.childForFieldName('body')).map((section) => {
    const parts = childrenOf(section);
    const bound = walker.around(() => {
      for (const part of parts) if (/_pattern$/.test(part.type)) bindPattern(part, value, walker);
      const guards = parts.filter(({ type }) => type === 'when_clause');
      return guards.flatMap(operandsIn).flatMap((part) => walker.effect(part));
    });
    return [...bound, ...walker.statements(parts.filter(isCode))];
  });
  return [
    ...doing(value, node),
    { kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) },
  ];
}

/** `#if ... #elif ... #else`: what is compiled is not known. */
function conditional(node: Node, walker: Walker): Statement[] {
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  while (rest) {
    const link: Node = rest;
    const apart = ['condition', 'alternative'].map((key) => link.childForFieldName(key)?.id);
    bodies.push(walker.statements(childrenOf(link).filter(({ id }) => !apart.includes(id))));
    rest = link.childForFieldName('alternative');
  }
  // declarations stay where others find them
  const declared = bodies.flat().filter(({ kind }) => kind === 'class' || kind === 'function');
  const code = bodies.map((body) => body.filter((statement) => !declared.includes(statement)));
  return code.every((body) => body.length === 0)
    ? declared
    : [
        ...declared,
        { kind: 'branch', exhaustive: false, falls: false, bodies: code, at: placeOf(node) },
      ];
}
