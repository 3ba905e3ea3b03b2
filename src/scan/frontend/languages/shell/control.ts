// `if`, `case`, loops and `&&` of a shell -> branches and loops of the IR.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { childrenOf, name, placeOf } from '../../ir-builders.js';
import type { ShellContext } from './context.js';

/** Runs a lowering inside a branch or loop, where a `shift` may not happen. */
function nested<T>(context: ShellContext, lower: () => T): T {
  context.nesting++;
  try {
    return lower();
  } finally {
    context.nesting--;
  }
}

/** All conditions come first, then one body each. */
export function lowerIf(context: ShellContext, node: Node): Statement[] {
  const tests: Statement[] = [];
  const bodies: Statement[][] = [];
  for (const clause of [
    node,
    ...childrenOf(node).filter(({ type }) => /^el.*_clause$/.test(type)),
  ]) {
    const children = clause.children.filter((child) => child !== null);
    const then = children.findIndex(({ type }) => type === 'then');
    const named = (from: number, to?: number) =>
      children
        .slice(from, to)
        .filter(({ isNamed, type }) => isNamed && !/^el.*_clause$|^comment$/.test(type));
    if (then !== -1) tests.push(...context.statements(named(0, then)));
    bodies.push(nested(context, () => context.statements(named(then + 1))));
  }
  return [...tests, { kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) }];
}

/** One body a pattern. */
export function lowerCase(context: ShellContext, node: Node): Statement[] {
  const value = node.childForFieldName('value');
  const subject = value ? context.expression(value) : null;
  if (subject) context.frame.hoistEffect(subject);
  const bodies = childrenOf(node)
    .filter(({ type }) => type === 'case_item')
    .map((item) => {
      const patterns = new Set(item.childrenForFieldName('value').map((part) => part?.id));
      for (const part of item.childrenForFieldName('value'))
        if (part?.isNamed) context.frame.hoistEffect(context.expression(part));
      const body = childrenOf(item).filter(({ id }) => !patterns.has(id));
      return nested(context, () => context.statements(body));
    });
  return [{ kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) }];
}

/** `for a in b c`, `select`, `for ((...))`, `while`, `until` */
export function lowerLoop(context: ShellContext, node: Node): Statement[] {
  const at = placeOf(node);
  // a `shift` in a loop runs nobody knows how often
  if (context.positions && /\bshift\b/.test(node.text)) context.positions.unsure = true;
  const run = (key: string): Statement[] =>
    context.statements(node.childrenForFieldName(key).filter((part) => part?.isNamed) as Node[]);
  return nested(context, () => {
    const own = node.childForFieldName('variable');
    if (node.type === 'for_statement' && own) {
      const item = name(own.text, own);
      return [{ kind: 'loop', item, of: valuesOf(context, node), body: run('body'), at }];
    }
    const before = run('initializer');
    const body = [...run('condition'), ...run('body'), ...run('update')];
    return [...before, { kind: 'loop', item: null, of: null, body, at }];
  });
}

/** One array alone is itself; without values the arguments are meant. */
function valuesOf(context: ShellContext, node: Node): Expression {
  const values = node.childrenForFieldName('value').filter((value) => value?.isNamed) as Node[];
  const [only] = values;
  if (!only) return name('@', node);
  const items = values.map((value) => context.expression(value));
  if (items.length === 1 && /^"?\$\{\w+\[[@*]\]\}"?$/.test(only.text)) return items[0]!;
  return { kind: 'list', items, at: placeOf(node) };
}

/** `a && b || c`: the first runs, what follows may; a long list is a deep tree on its left. */
export function lowerList(context: ShellContext, node: Node): Statement[] {
  const rest: { operator: string; node: Node }[] = [];
  let first: Node | undefined = node;
  while (first?.type === 'list') {
    const [left, right]: Node[] = childrenOf(first);
    const operator: string = first.children.find((child) => child && !child.isNamed)?.type ?? '';
    if (right) rest.push({ operator, node: right });
    first = left;
  }
  const statements = first ? context.statements([first]) : [];
  const bodies: Statement[][] = [];
  for (const { operator, node: part } of rest.reverse()) {
    const body = nested(context, () => context.statements([part]));
    if (operator === '&&' && bodies.length > 0) bodies.at(-1)!.push(...body);
    else bodies.push([...body]);
  }
  const at = placeOf(node);
  return [
    ...statements,
    ...bodies
      .filter((body) => body.length > 0)
      .map(
        (body): Statement => ({
          kind: 'branch',
          exhaustive: false,
          falls: false,
          bodies: [body],
          at,
        }),
      ),
  ];
}
