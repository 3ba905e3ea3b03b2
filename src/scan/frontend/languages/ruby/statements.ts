// A Ruby statement -> statements of the IR; its last value goes where the tail says.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { childrenOf, placeOf, unknown } from '../../ir-builders.js';
import { lowerAppend, lowerAssignment } from './assignments.js';
import { lowerClass } from './classes.js';
import type { RubyContext, Tail } from './context.js';
import { readAttributes, readImport } from './file.js';
import { lowerMethod } from './functions.js';
import { lowerDefinition, lowerLoopCall } from './loops.js';
import { lowerItem } from './targets.js';

/** Lowers one statement; one without a rule is an expression. */
export function lowerStatement(context: RubyContext, node: Node, tail: Tail): Statement[] {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  switch (node.type) {
    case 'method':
    case 'singleton_method':
      return [{ kind: 'function', function: lowerMethod(context, node) }];
    case 'class':
    case 'module':
      return [{ kind: 'class', class: lowerClass(context, node) }];
    case 'assignment':
    case 'operator_assignment': {
      const { statements, value } = lowerAssignment(context, node);
      return tail ? [...statements, tail(value)] : statements;
    }
    case 'binary':
      return lowerAppend(context, node) ?? last(context, node, tail);
    case 'if':
    case 'unless':
      return lowerIf(context, node, tail);
    case 'if_modifier':
    case 'unless_modifier': {
      const condition = effect(context, field('condition') ?? node, node);
      return [
        condition,
        {
          kind: 'branch',
          exhaustive: false,
          falls: false,
          bodies: [context.body(field('body'), tail)],
          at,
        },
      ];
    }
    case 'case':
    case 'case_match':
      return lowerCase(context, node, tail);
    case 'while':
    case 'until':
    case 'while_modifier':
    case 'until_modifier': {
      const condition = effect(context, field('condition') ?? node, node);
      const body = context.body(field('body'), null);
      return [condition, { kind: 'loop', item: null, of: null, body, at }];
    }
    case 'for': {
      const of = context.expression(childrenOf(field('value'))[0] ?? null, node);
      const pattern = field('pattern');
      const nodes = pattern?.type === 'left_assignment_list' ? childrenOf(pattern) : [pattern];
      const { item, unpacked } = lowerItem(
        context,
        nodes.filter((one) => one !== null),
        node,
      );
      const body = [...unpacked, ...context.body(field('body'), null)];
      return [{ kind: 'loop', item, of, body, at }];
    }
    case 'rescue_modifier': {
      const bodies = [context.body(field('handler'), tail)];
      return [
        ...context.body(field('body'), tail),
        { kind: 'branch', exhaustive: false, falls: false, bodies, at },
      ];
    }
    case 'return':
    case 'next':
    case 'break':
      return lowerJump(context, node);
    case 'call':
      return (
        lowerVisibility(context, node) ??
        (readImport(node) || (readAttributes(node).length > 0 && !field('receiver')) ? [] : null) ??
        lowerDefinition(context, node) ??
        lowerLoopCall(context, node) ??
        last(context, node, tail)
      );
    case 'singleton_class':
      return context.body(field('body'), null);
    case 'begin':
    case 'body_statement':
    case 'parenthesized_statements':
    case 'begin_block':
    case 'end_block':
    case 'then':
    case 'else':
    case 'ERROR':
      return context.body(node, tail);
    case 'identifier':
      return VISIBILITY.test(node.text) ? [] : last(context, node, tail);
    case 'heredoc_body':
    case 'uninterpreted':
    case 'empty_statement':
    case 'alias':
    case 'undef':
    case 'redo':
    case 'retry':
      return [];
    default:
      return last(context, node, tail);
  }
}

const VISIBILITY = /^(private|protected|public|module_function|private_class_method)$/;

/** `private def a ... end` declares `a`. */
function lowerVisibility(context: RubyContext, node: Node): Statement[] | null {
  const method = node.childForFieldName('method')?.text ?? '';
  if (node.childForFieldName('receiver') || !VISIBILITY.test(method)) return null;
  const args = childrenOf(node.childForFieldName('arguments'));
  return args.flatMap((one) => (one.type === 'method' ? context.statement(one, null) : []));
}

function last(context: RubyContext, node: Node, tail: Tail): Statement[] {
  const value = context.expression(node, node);
  return [tail ? tail(value) : { kind: 'do', value, at: placeOf(node) }];
}

const effect = (context: RubyContext, node: Node, parent: Node): Statement => ({
  kind: 'do',
  value: node === parent ? unknown(node) : context.expression(node, parent),
  at: placeOf(node),
});

/** `next` gives a block's value, `break` and `return` of several values give a list. */
function lowerJump(context: RubyContext, node: Node): Statement[] {
  const at = placeOf(node);
  const values = childrenOf(childrenOf(node)[0] ?? null).map((one) =>
    context.expression(one, node),
  );
  const value: Expression | undefined =
    values.length > 1 ? { kind: 'list', items: values, at } : values[0];
  if (!value) return [];
  const returns = node.type === 'return' || (node.type === 'next' && context.inClosure);
  return [{ kind: returns ? 'return' : 'do', value, at }];
}

/** `elsif` is nested in the tree and flat here. */
function lowerIf(context: RubyContext, node: Node, tail: Tail): Statement[] {
  const conditions: Statement[] = [];
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  while (rest && /^(if|unless|elsif)$/.test(rest.type)) {
    const condition = rest.childForFieldName('condition');
    if (condition) conditions.push(...collected(context, condition, rest));
    bodies.push(context.body(rest.childForFieldName('consequence'), tail));
    rest = rest.childForFieldName('alternative');
  }
  if (rest) bodies.push(context.body(rest, tail));
  return [
    ...conditions,
    { kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) },
  ];
}

/** `elsif a = b` sets `a` behind the conditions before it. */
const collected = (context: RubyContext, node: Node, parent: Node): Statement[] =>
  context.frame.collect(() => [effect(context, node, parent)]);

function lowerCase(context: RubyContext, node: Node, tail: Tail): Statement[] {
  const value = node.childForFieldName('value');
  const before = value ? [effect(context, value, node)] : [];
  const clauses = childrenOf(node).filter(({ type }) => /^(when|in_clause|else)$/.test(type));
  const bodies = clauses.map((clause): Statement[] => {
    if (clause.type === 'else') return context.body(clause, tail);
    for (const name of clause.childForFieldName('pattern')?.descendantsOfType('identifier') ?? [])
      if (name && clause.type === 'in_clause') context.locals.add(name.text);
    return context.body(clause.childForFieldName('body'), tail);
  });
  return [
    ...before,
    { kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) },
  ];
}
