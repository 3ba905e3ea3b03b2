// A pipeline of PowerShell -> its value, and the loops that its last stage is.
import type { Expression, Statement } from '../../../ir.js';
import { argument, call, childrenOf, member, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerBody, statementsIn } from './bodies.js';
import { takesWhole } from './cmdlets.js';
import { listed } from './collections.js';
import { blocksOf, elementsOf, nameIn } from './command-words.js';
import { lowerCommand } from './commands.js';
import { newItem, type PowerShellContext, peel, within } from './context.js';
import { lowerBlock } from './functions.js';

/** What a pipeline does, and what it gives; `null` where that is nothing. */
export interface Piped {
  readonly statements: Statement[];
  readonly value: Expression | null;
}

/** Lowers `a | b | c && d`; the last stage of a statement may be a loop. */
export function lowerPipeline(context: PowerShellContext, node: Node, isStatement: boolean): Piped {
  const { walker } = context;
  if (!/^pipeline(_chain)?$/.test(node.type))
    return { statements: [], value: walker.expression(node) };
  const parts = childrenOf(node);
  // `a && b || c`
  const chains = parts.filter(({ type }) => type === 'pipeline_chain');
  if (node.type === 'pipeline' && chains.length > 1) {
    const [first, ...others] = chains;
    walker.hoist(...walker.effect(first!));
    for (const one of others) walker.mayDo(one);
    return { statements: [], value: null };
  }
  const own = node.type === 'pipeline' && chains[0] ? chains[0] : node;
  const stages = own === node && node.type === 'pipeline' ? parts : childrenOf(own);
  let value: Expression | null = null;
  for (const [index, stage] of stages.entries()) {
    if (stage.type === 'redirection' || stage.type === 'pipeline_chain_tail') {
      walker.hoist(...walker.effect(stage));
      continue;
    }
    const isLast = index === stages.length - 1;
    if (index === 0 || value === null) value = walker.expression(stage, own);
    else if (isLast && isStatement) return lastStage(context, peel(stage), value);
    else {
      const given: Expression = value;
      value = within(context, {}, () => staged(context, peel(stage), given));
    }
  }
  return { statements: [], value };
}

/** A stage that gives a value. */
function staged(context: PowerShellContext, stage: Node, given: Expression): Expression {
  const { walker } = context;
  let value: Expression = unknown(stage);
  const before = walker.statement(stage, () => {
    value = stageValue(context, stage, given);
    return [];
  });
  walker.hoist(...before);
  return value;
}

function stageValue(context: PowerShellContext, stage: Node, given: Expression): Expression {
  const { walker } = context;
  const own = nameIn(stage);
  const blocks = blocksOf(stage);
  switch (own) {
    case 'foreach-object': {
      const [block, ...others] = blocks;
      if (block && others.length === 0) return each(context, 'map', given, block);
      const key = wordsOf(stage)[0];
      if (key && !block) return eachMember(context, given, key, stage);
      break;
    }
    case 'where-object': {
      const [block, ...others] = blocks;
      if (block && others.length === 0) return each(context, 'filter', given, block);
      break;
    }
    case 'select-object': {
      const expanded = wordsAfter(stage, /^-exp/i);
      if (expanded) return eachMember(context, given, expanded, stage);
      break;
    }
    default:
      if (takesWhole(own) || isSingle(given)) return lowerCommand(context, stage, given);
      return perItem(context, stage, given);
  }
  // the items stay what they are
  for (const { value } of argumentsOf(context, stage)) walker.hoistEffect(value);
  return given;
}

/** Whether a value surely is no list. */
const isSingle = ({ kind }: Expression): boolean =>
  kind === 'text' || kind === 'object' || kind === 'lambda';

function each(
  context: PowerShellContext,
  method: string,
  given: Expression,
  block: Node,
): Expression {
  const closure: Expression = {
    kind: 'lambda',
    function: lowerBlock(context, block, true),
    at: placeOf(block),
  };
  return call(member(listed(given, block), method, block), [argument(closure)], block);
}

/** `% id`, `select -ExpandProperty id` */
function eachMember(
  context: PowerShellContext,
  given: Expression,
  key: Node,
  node: Node,
): Expression {
  const own = newItem(context);
  const value = member(
    name(own, node),
    key.text
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase(),
    node,
  );
  return mapped(own, value, given, node);
}

/** A command that is run for each item. */
function perItem(context: PowerShellContext, stage: Node, given: Expression): Expression {
  const own = newItem(context);
  let value: Expression = unknown(stage);
  const inner = context.walker.around(() => {
    value = lowerCommand(context, stage, name(own, stage));
    return [];
  });
  context.walker.hoist(...inner);
  return mapped(own, value, given, stage);
}

function mapped(own: string, value: Expression, given: Expression, node: Node): Expression {
  const at = placeOf(node);
  const parameter = { name: own, default: null, type: null, rest: false, annotations: [] };
  const body = [{ kind: 'return', value, at } as const];
  const closure: Expression = {
    kind: 'lambda',
    function: { name: null, parameters: [parameter], body, annotations: [], at },
    at,
  };
  return call(member(listed(given, node), 'map', node), [argument(closure)], node);
}

/** The last stage of a statement: what runs for each item is a loop. */
function lastStage(context: PowerShellContext, stage: Node, given: Expression): Piped {
  const { walker } = context;
  const own = nameIn(stage);
  const blocks = blocksOf(stage);
  if (own === 'foreach-object' && blocks.length > 0) {
    const item = newItem(context);
    const surroundings = { item, isLast: false, returns: 'turn', leaves: 'nothing' } as const;
    const statements = walker.statement(stage, () => {
      const bodies = within(context, surroundings, () =>
        blocks.map((block) => lowerBody(context, statementsIn(block))),
      );
      // begin, process, end; the items are those of the one in the middle
      const isOne = bodies.length === 1;
      const before = isOne ? [] : bodies[0]!;
      const after = isOne ? [] : bodies.slice(2).flat();
      const body = isOne ? bodies[0]! : (bodies[1] ?? []);
      const of = listed(given, stage);
      const target = name(item, stage);
      return [...before, { kind: 'loop', item: target, of, body, at: placeOf(stage) }, ...after];
    });
    return { statements, value: null };
  }
  if (/^(foreach|where|select)-object$/.test(own) || takesWhole(own) || isSingle(given))
    return { statements: [], value: staged(context, stage, given) };
  const item = newItem(context);
  const target = name(item, stage);
  let value: Expression = unknown(stage);
  const body = walker.statement(stage, () => {
    value = lowerCommand(context, stage, target);
    const { output } = context;
    if (output) return output.give(value, stage, false);
    return [{ kind: 'do', value, at: placeOf(stage) }];
  });
  const of = listed(given, stage);
  return {
    statements: [{ kind: 'loop', item: target, of, body, at: placeOf(stage) }],
    value: null,
  };
}

const argumentsOf = (context: PowerShellContext, stage: Node) => {
  const value = lowerCommand(context, stage, null);
  return value.kind === 'call' ? value.args : [];
};

/** The words of a command that are no parameters. */
const wordsOf = (stage: Node): Node[] =>
  elementsOf(stage)
    .map(peel)
    .filter(({ type }) => /^(generic_token|string_literal|path_command_name_token)$/.test(type));

/** The word behind a parameter. */
function wordsAfter(stage: Node, parameter: RegExp): Node | null {
  const elements = elementsOf(stage);
  const at = elements.findIndex(
    (one) => one.type === 'command_parameter' && parameter.test(one.text.trim()),
  );
  const next = at === -1 ? undefined : elements[at + 1];
  return next && next.type !== 'command_parameter' ? peel(next) : null;
}
