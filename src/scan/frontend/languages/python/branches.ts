// `if`, `match`, `try` and `with` of Python -> branches and attempts of the IR.

import type { Statement } from '../../../ir.js';
import { decided, guarded, NO_TEST } from '../../conditions.js';
import { attempt, branch, childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { decidedBy, matchOf } from '../../tests.js';
import type { PythonContext } from './context.js';
import { effectsOf, mayTest, partsOf, tested, typeEffects } from './effects.js';
import { lowerTarget } from './targets.js';

/** A chain of `elif` is one branch: behind the first condition any may not be worked out. */
export function lowerIf({ walker }: PythonContext, node: Node): Statement[] {
  const others = node.childrenForFieldName('alternative').filter((one) => one !== null);
  const parts = [node, ...others];
  const conditions = others.flatMap((part) => mayTest(walker, part.childForFieldName('condition')));
  const bodies = parts.map((part) =>
    walker.statements(
      childrenOf(part.childForFieldName('consequence') ?? part.childForFieldName('body')),
    ),
  );
  const exhaustive = others.some(({ type }) => type === 'else_clause');
  const asked = parts.filter(({ type }) => type !== 'else_clause');
  const by = decidedBy(
    asked.map((part) => part.childForFieldName('condition')),
    exhaustive,
    walker,
  );
  return [
    ...tested(walker, node.childForFieldName('condition')),
    ...conditions,
    branch(bodies, exhaustive, node, false, by),
  ];
}

/** The patterns and guards of a `match` may not be worked out. */
export function lowerMatch({ walker }: PythonContext, node: Node): Statement[] {
  const cases = childrenOf(node.childForFieldName('body'));
  const clauses = cases.filter(({ type }) => type === 'case_clause');
  const subjects = node.childrenForFieldName('subject').filter((one) => one !== null);
  const before = clauses.flatMap((one) => {
    const patterns = partsOf(one).filter(({ type }) => type === 'case_pattern');
    const guards = partsOf(one.childForFieldName('guard'));
    const body = walker.around(() => [
      ...patterns.flatMap((pattern) => typeEffects(walker, pattern)),
      ...guards.flatMap((guard) => effectsOf(walker, guard)),
    ]);
    return body.length > 0 ? [branch([body], false, one)] : [];
  });
  const bodies = clauses.map((one) =>
    walker.statements(childrenOf(one.childForFieldName('consequence'))),
  );
  const [subject = null, ...more] = subjects;
  const arms = clauses.map((one) => {
    if (isIrrefutable(one)) return 'other';
    const patterns = partsOf(one).filter(({ type }) => type === 'case_pattern');
    const isOne = patterns.length === 1 && more.length === 0 && subject !== null;
    const own = isOne ? matchOf(subject, patterns, walker) : NO_TEST;
    return one.childForFieldName('guard') ? guarded(own) : own;
  });
  return [
    ...subjects.flatMap((one) => tested(walker, one)),
    ...before,
    branch(bodies, clauses.some(isIrrefutable), node, false, decided(arms)),
    // what is no case stands in broken source
    ...walker.statements(cases.filter(({ type }) => type !== 'case_clause')),
  ];
}

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** `case _`, `case a`, `case (a)`, `case _ as a`, `case 1 | _`, without a guard. */
function isIrrefutable(clause: Node): boolean {
  const [pattern, ...more] = clause.children.filter((child) => child?.type !== 'case');
  if (pattern?.type !== 'case_pattern' || more[0]?.type !== ':') return false;
  return pattern.text.split('|').some((one) => {
    const [own = '', as, ...rest] = one.trim().split(/\s+/);
    const bare = own.startsWith('(') && own.endsWith(')') ? own.slice(1, -1) : own;
    if (as !== undefined && (as !== 'as' || rest.length !== 1)) return false;
    return NAME.test(bare) && !/^(None|True|False)$/.test(bare);
  });
}

/** A handler works out what it takes; `else` runs where nothing was thrown. */
export function lowerTry({ walker }: PythonContext, node: Node): Statement[] {
  const clauses = childrenOf(node);
  const bodiesOf = (pattern: RegExp) =>
    clauses
      .filter(({ type }) => pattern.test(type))
      .map((clause) => {
        const taken = clause.childrenForFieldName('value').filter((one) => one !== null);
        const block = childrenOf(clause).find(({ type }) => type === 'block') ?? null;
        return [
          ...taken.flatMap((one) =>
            tested(walker, one.type === 'as_pattern' ? partsOf(one)[0]! : one),
          ),
          ...walker.statements(childrenOf(block)),
        ];
      });
  const body = clauses
    .filter(({ type }) => type === 'block' || type === 'ERROR')
    .flatMap((part) => walker.statements(part.isError ? [part] : childrenOf(part)));
  const otherwise = bodiesOf(/^else_clause$/).flat();
  const handlers = bodiesOf(/^except/);
  const final = bodiesOf(/^finally_clause$/).flat();
  return [...attempt([...body, ...otherwise], handlers, node), ...final];
}

/** `with a() as b:` sets `b`. What is opened may keep what is thrown from going on. */
export function lowerWith(context: PythonContext, node: Node): Statement[] {
  const { walker } = context;
  const clause = childrenOf(node).find(({ type }) => type === 'with_clause') ?? null;
  const opened = partsOf(clause).flatMap((item) =>
    walker.statement(item, () => open(context, item)),
  );
  const block = node.childForFieldName('body');
  const body = walker.statements(childrenOf(block));
  const throws = block !== null && block.descendantsOfType('raise_statement').length > 0;
  return [...opened, ...(throws ? attempt(body, [[]], node) : body)];
}

function open(context: PythonContext, item: Node): Statement[] {
  const { walker } = context;
  const value = item.childForFieldName('value') ?? item;
  const [target] = partsOf(value.childForFieldName('alias'));
  const [opened] = value.type === 'as_pattern' ? partsOf(value) : [value];
  if (!opened) return [];
  return target
    ? lowerTarget(context, target, walker.expression(opened), item)
    : effectsOf(walker, opened);
}
