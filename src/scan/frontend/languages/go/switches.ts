// `switch`, type switch and `select` of Go -> a branch of their cases.

import type { Statement } from '../../../ir.js';
import { type Decided, decided } from '../../conditions.js';
import { assign, branch, childrenOf, declaring, leave, name, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { matchOf } from '../../tests.js';
import { doing } from '../../walker.js';
import { hoistLengths } from './array-lengths.js';
import { type GoContext, partsOf } from './context.js';

/** Lowers one of them: what it tests, then the cases. */
export function lowerSwitch(context: GoContext, node: Node): Statement[] {
  const { walker } = context;
  const cases = casesOf(node);
  const init = node.childForFieldName('initializer');
  return [
    ...(init ? walker.statement(init) : []),
    ...walker.around(() => subject(context, node)),
    ...cases.flatMap((part) => walker.around(() => tests(context, part))),
    ...bodies(context, node, cases),
  ];
}

const casesOf = (node: Node): Node[] => partsOf(node).filter(({ type }) => /_case$/.test(type));

/** What a `switch` is about; `x := y.(type)` names it. */
function subject(context: GoContext, node: Node): Statement[] {
  const value = node.childForFieldName('value');
  if (!value) return [];
  const [alias] = partsOf(node.childForFieldName('alias'));
  const own = context.walker.expression(value);
  return alias ? [assign(name(alias.text, alias), own, node)] : doing(own, value);
}

/** What is worked out to choose a case: its values, the lengths in its types, or its channel and what it sends. */
function tests(context: GoContext, part: Node): Statement[] {
  const { walker } = context;
  hoistLengths(context, ...part.childrenForFieldName('type'));
  const offered = part.childForFieldName('communication');
  if (offered?.type === 'send_statement') return walker.statement(offered);
  const received = offered?.childForFieldName('right');
  const values = received ? [received] : partsOf(part.childForFieldName('value'));
  return values.flatMap((value) => walker.effect(value));
}

/** What a case of a `select` that was chosen assigns; what came over the channel is not known. */
function taken(context: GoContext, part: Node): Statement[] {
  const { walker } = context;
  const received = part.childForFieldName('communication');
  if (received?.type !== 'receive_statement') return [];
  const targets = partsOf(received.childForFieldName('left'));
  const declares = received.children.some((child) => child?.type === ':=');
  const own = walker.around(() =>
    targets
      .filter(({ text }) => text !== '_')
      .map((target) => assign(walker.expression(target), unknown(received), received)),
  );
  return declares ? declaring(own) : own;
}

/** The cases. One `fallthrough`, or a `break` that is not the end of its case, makes all of them say how they end. */
function bodies(context: GoContext, node: Node, cases: readonly Node[]): Statement[] {
  const isSelect = node.type === 'select_statement';
  // `select {}` waits for ever
  if (isSelect && cases.length === 0) return [];
  const lists = cases.map((part) => {
    const list = partsOf(part).filter(({ type }) => type === 'statement_list');
    return withoutBreak(list.flatMap(childrenOf));
  });
  const falls = lists.some((list) => list.some((own) => runsOn(own) || isLeftIn(node, own)));
  const all = cases.map((part, index) => {
    const list = lists[index]!;
    const body = [...taken(context, part), ...context.walker.statements(list)];
    const ends = body.at(-1)?.kind;
    const ended = list.some(runsOn) || ends === 'return' || ends === 'leave';
    return falls && !ended ? [...body, leave('break', part)] : body;
  });
  const isExhaustive = isSelect || cases.some(({ type }) => type === 'default_case');
  return [branch(all, isExhaustive, node, falls, decidedIn(context, node, cases))];
}

/** What a case says of the value of a `switch`; those of types and channels say nothing. */
function decidedIn({ walker }: GoContext, node: Node, cases: readonly Node[]): Decided {
  if (node.type !== 'expression_switch_statement') return {};
  const value = node.childForFieldName('value');
  return decided(
    cases.map((part) =>
      part.type === 'default_case'
        ? 'other'
        : matchOf(value, partsOf(part.childForFieldName('value')), walker),
    ),
  );
}

const runsOn = (node: Node): boolean => node.type === 'fallthrough_statement';

/** A `break` at the end of a case does nothing. */
function withoutBreak(list: readonly Node[]): readonly Node[] {
  const last = list.at(-1);
  return last?.type === 'break_statement' && !labelOf(last) ? list.slice(0, -1) : list;
}

const labelOf = (node: Node | null): string | null =>
  childrenOf(node).find(({ type }) => type === 'label_name')?.text ?? null;

/** Whether a statement of a case leaves the switch. */
function isLeftIn(outer: Node, statement: Node): boolean {
  return statement.descendantsOfType('break_statement').some((left) => {
    const label = labelOf(left);
    if (label !== null)
      return outer.parent?.type === 'labeled_statement' && labelOf(outer.parent) === label;
    return leftBy(left)?.id === outer.id;
  });
}

const LEFT = /^(for|expression_switch|type_switch|select)_statement$|^func_literal$/;

/** What a `break` without a label leaves. */
function leftBy(node: Node | null): Node | null {
  let around = node?.parent ?? null;
  while (around && !LEFT.test(around.type)) around = around.parent;
  return around;
}
