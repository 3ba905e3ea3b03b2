// `if`, `case`, loops and `&&` of a shell -> branches and loops of the IR.

import type { Expression, Statement } from '../../../ir.js';
import { decided, guarded, inverted, type Test } from '../../conditions.js';
import { branch, childrenOf, leave, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { nested, type ShellContext, within } from './context.js';
import {
  commandTest,
  decidedByCommands,
  listTest,
  patternsOf,
  patternTest,
  takesAll,
} from './tests.js';

/** All conditions come first, then one body each. */
export function lowerIf(context: ShellContext, node: Node): Statement[] {
  const { walker } = context;
  const tests: Statement[] = [];
  const conditions: Node[][] = [];
  const bodies: Statement[][] = [];
  const clauses = childrenOf(node).filter(({ type }) => /^el.*_clause$/.test(type));
  for (const clause of [node, ...clauses]) {
    const children = clause.children.filter((child) => child !== null);
    const then = children.findIndex(({ type }) => type === 'then');
    const named = (from: number, to?: number) =>
      children
        .slice(from, to)
        .filter(({ isNamed, type }) => isNamed && !/^el.*_clause$|^comment$/.test(type));
    if (then !== -1) {
      conditions.push(named(0, then));
      const own = walker.statements(conditions.at(-1)!);
      // what is tested behind others may not be
      const sure = clause === node || own.every(({ kind }) => kind === 'do');
      tests.push(...(sure ? own : [branch([own], false, clause)]));
    }
    bodies.push(nested(context, () => walker.statements(named(then + 1))));
  }
  const hasElse = clauses.some(({ type }) => type === 'else_clause');
  const by = decidedByCommands(conditions, hasElse, walker);
  return [...tests, branch(bodies, hasElse, node, false, by)];
}

/** One body a pattern; `*` is any. */
export function lowerCase(context: ShellContext, node: Node): Statement[] {
  const { walker } = context;
  const value = node.childForFieldName('value');
  if (value) walker.hoistEffect(walker.expression(value));
  const items = childrenOf(node).filter(({ type }) => type === 'case_item');
  const ends = items.map((item) => item.childForFieldName('fallthrough')?.text ?? ';;');
  const falls = ends.includes(';&') && !ends.includes(';;&');
  const bodies = items.map((item, index) => {
    const patterns = patternsOf(item);
    for (const part of patterns) walker.hoistEffect(walker.expression(part));
    const ids = new Set(patterns.map(({ id }) => id));
    const own = childrenOf(item).filter(({ id }) => !ids.has(id));
    const leavable = falls && context.leavable === 'loop' ? 'case' : context.leavable;
    const body = nested(context, () => within(context, { leavable }, () => walker.statements(own)));
    return falls && ends[index] === ';;' ? [...body, leave('break', item)] : body;
  });
  // behind `;;&` any of the others may run: a branch each
  if (ends.includes(';;&'))
    return bodies.map((body, index) => branch([body], false, items[index]!));
  const by = decided(items.map((item) => patternTest(value, patternsOf(item), walker)));
  return [branch(bodies, items.some(takesAll), node, falls, by)];
}

/** `for a in b c`, `select`, `for ((...))`, `while`, `until` */
export function lowerLoop(context: ShellContext, node: Node): Statement[] {
  const { walker } = context;
  const at = placeOf(node);
  // a `shift` in a loop runs nobody knows how often
  if (context.positions && /\bshift\b/.test(node.text)) context.positions.unsure = true;
  const run = (key: string): Statement[] =>
    walker.statements(node.childrenForFieldName(key).filter((part) => part?.isNamed) as Node[]);
  const own = node.childForFieldName('variable');
  const isList = node.type === 'for_statement' && own !== null;
  const item = isList ? name(own.text, own) : null;
  const of = isList ? valuesOf(context, node) : null;
  const before = isList ? [] : run('initializer');
  const body = nested(context, () =>
    within(context, { leavable: 'loop' }, () => [
      ...(isList ? [] : run('condition')),
      ...run('body'),
      ...(isList ? [] : run('update')),
    ]),
  );
  return [...before, { kind: 'loop', item, of, body, at }];
}

/** One array alone is itself; without values the arguments are meant. */
function valuesOf(context: ShellContext, node: Node): Expression {
  const values = node.childrenForFieldName('value').filter((value) => value?.isNamed) as Node[];
  const [only] = values;
  if (!only) return name('@', node);
  const items = values.map((value) => context.walker.expression(value));
  if (items.length === 1 && /^"?\$\{\w+\[[@*]\]\}"?$/.test(only.text)) return items[0]!;
  return { kind: 'list', items, at: placeOf(node) };
}

/** `a && b || c`: the first runs, what follows may; a long list is a deep tree on its left. */
export function lowerList(context: ShellContext, node: Node): Statement[] {
  const { walker } = context;
  const rest: { operator: string; nodes: Node[] }[] = [];
  let first: Node | undefined = node;
  while (first?.type === 'list') {
    const [left, ...nodes]: Node[] = childrenOf(first);
    const operator: string =
      first.children.find((child) => child && /^(&&|\|\|)$/.test(child.type))?.type ?? '';
    if (nodes.length > 0) rest.push({ operator, nodes });
    first = left;
  }
  const statements = first ? walker.statements([first]) : [];
  const bodies: { readonly body: Statement[]; on: Test }[] = [];
  let test = commandTest(first ? [first] : [], walker);
  let before = '';
  for (const { operator, nodes } of rest.reverse()) {
    const isOr = operator === '||';
    const body = nested(context, () => walker.statements(nodes));
    // behind `a || b && c` the last runs also where the second does not
    const last = bodies.at(-1);
    if (last && last.body.length > 0 && operator === '&&' && before === '&&') {
      last.body.push(...body);
      // this may not run where what is before it does
      last.on = guarded(last.on);
    } else bodies.push({ body: [...body], on: isOr ? inverted(test) : test });
    test = listTest(test, isOr, nodes, walker);
    before = operator;
  }
  const own = bodies.filter(({ body }) => body.length > 0);
  return [
    ...statements,
    ...own.map(({ body, on }) => branch([body], false, node, false, decided([on]))),
  ];
}
