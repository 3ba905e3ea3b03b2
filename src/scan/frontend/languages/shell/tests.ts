// What a shell tests: `[ ... ]`, `[[ ... ]]`, `test ...`, the patterns of a `case`, lists -> what is known where it holds.

import type { Condition } from '../../../ir.js';
import { all, type Decided, decided, inverted, NO_TEST, type Test } from '../../conditions.js';
import type { Node } from '../../node.js';
import { compared, emptyOf, matchOf } from '../../tests.js';
import type { Walker } from '../../walker.js';

/** More nodes than a plain test has. */
const MANY = 40;

/** What a command says by succeeding. */
export function commandTest(nodes: readonly Node[], walker: Walker): Test {
  const [node] = nodes;
  if (nodes.length !== 1 || !node || node.descendantCount > MANY) return NO_TEST;
  const [first, second] = node.children;
  if (node.type === 'negated_command' && second) return inverted(commandTest([second], walker));
  const isTest =
    node.type === 'test_command' || (node.type === 'command' && first?.text === 'test');
  if (!isTest) return NO_TEST;
  const words = node.children.flatMap((part) => (part ? tokensOf(part) : []));
  return tokenTest(
    words.filter(({ type, text }) => type !== 'command_name' && !/^\[\[?$|^\]\]?$/.test(text)),
    walker,
  );
}

/** What a pattern of a `case` says of its value, if nothing in it stands for several texts. */
export const patternTest = (value: Node | null, patterns: readonly Node[], walker: Walker): Test =>
  patterns.every(isLiteral) ? matchOf(value, patterns, walker) : NO_TEST;

/** What `before && node` or `before || node` says, and what is known where the node runs. */
export function listTest(
  before: Test,
  isOr: boolean,
  nodes: readonly Node[],
  walker: Walker,
): Test {
  const own = commandTest(nodes, walker);
  const left = (conditions: readonly Condition[]) =>
    conditions.filter(({ reads }) => !nodes.some((node) => assigns(node, reads)));
  if (isOr) return { holds: [], fails: all([left(before.fails), own.fails]) };
  // an assignment succeeds, unless it takes what a command writes
  const succeeds = nodes.every(
    (node) =>
      /^variable_assignments?$/.test(node.type) &&
      node.descendantsOfType('command_substitution').length === 0,
  );
  return {
    holds: all([left(before.holds), own.holds]),
    fails: succeeds ? left(before.fails) : [],
  };
}

/** The conditions of `if ...; then`, `elif ...; then`, `else`. */
export function decidedByCommands(
  conditions: readonly (readonly Node[])[],
  hasElse: boolean,
  walker: Walker,
): Decided {
  const tests = conditions.map((nodes) => commandTest(nodes, walker));
  const later = conditions.slice(1).flat();
  const read = tests.flatMap(({ holds }) => holds.flatMap(({ reads }) => reads));
  if (later.some((node) => assigns(node, read))) return {};
  return decided(hasElse ? [...tests, 'other'] : tests);
}

/** Whether a command may set one of some variables. */
const assigns = (node: Node, names: readonly string[]): boolean =>
  /\b(read|unset|shift|set|eval)\b/.test(node.text) ||
  node
    .descendantsOfType('variable_assignment')
    .some((part) => names.includes(part?.childForFieldName('name')?.text ?? ''));

function tokenTest(words: readonly Node[], walker: Walker): Test {
  const [first, second, third, ...more] = words;
  if (!first || more.length > 1) return NO_TEST;
  if (first.text === '!') return inverted(tokenTest(words.slice(1), walker));
  if (more.length > 0) return NO_TEST;
  if (!second) return inverted(emptyOf(first, walker));
  if (!third) {
    if (first.text === '-z') return emptyOf(second, walker);
    return first.text === '-n' ? inverted(emptyOf(second, walker)) : NO_TEST;
  }
  if (!isLiteral(third)) return NO_TEST;
  switch (second.text) {
    case '=':
    case '==':
      return compared(first, third, walker);
    case '!=':
      return inverted(compared(first, third, walker));
    case '-eq':
      return compared(first, third, walker, '-eq');
    case '-ne':
      return inverted(compared(first, third, walker, '-eq'));
    default:
      return NO_TEST;
  }
}

/** The words of a test, which the grammar makes expressions of. */
const tokensOf = (node: Node): Node[] =>
  /^(unary|binary)_expression$/.test(node.type)
    ? node.children.flatMap((part) => (part ? tokensOf(part) : []))
    : [node];

/** Whether a word, unless it is quoted, stands for itself alone. */
const isLiteral = (node: Node): boolean =>
  !/^(word|extglob_pattern|regex|concatenation)$/.test(node.type) || !/[*?[\\]/.test(node.text);

/** Whether one of the patterns is `*`. */
export const takesAll = (item: Node): boolean =>
  item.childrenForFieldName('value').some((part) => part?.text === '*');

/** The patterns of an item of a `case`. */
export const patternsOf = (item: Node): Node[] =>
  item.childrenForFieldName('value').filter((part): part is Node => part?.isNamed ?? false);
