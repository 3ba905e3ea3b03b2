// A PowerShell statement -> statements of the IR; what it outputs goes where the surroundings say.
import type { Statement } from '../../../ir.js';
import { childrenOf, leave, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { lowerAssigned } from './assignments.js';
import { lowerBody, statementsIn } from './bodies.js';
import { lowerClass, lowerEnum } from './classes.js';
import { nameIn } from './command-words.js';
import { type PowerShellContext, peel, within } from './context.js';
import { lowerForeach, lowerIf, lowerInner, lowerLoop, lowerTry } from './control.js';
import { lowerFunction } from './functions.js';
import { lowerPipeline } from './pipelines.js';
import { lowerSwitch } from './switches.js';

/** Lowers one statement; one without a rule is an expression. */
export function lowerStatement(context: PowerShellContext, node: Node): Statement[] {
  const { walker } = context;
  switch (node.type) {
    case 'pipeline':
    case 'pipeline_chain':
    case 'command':
      return lowerOutput(context, node);
    case 'if_statement':
      return lowerIf(context, node);
    case 'foreach_statement':
      return lowerForeach(context, node);
    case 'for_statement':
    case 'while_statement':
    case 'do_statement':
      return lowerLoop(context, node);
    case 'switch_statement':
      return lowerSwitch(context, node);
    case 'try_statement':
      return lowerTry(context, node);
    case 'flow_control_statement':
      return lowerJump(context, node);
    case 'function_statement':
      return [{ kind: 'function', function: lowerFunction(context, node) }];
    case 'class_statement':
      return [{ kind: 'class', class: lowerClass(context, node) }];
    case 'enum_statement':
      return [{ kind: 'class', class: lowerEnum(context, node) }];
    case 'trap_statement':
      // it runs where something behind it is thrown
      return within(context, { output: null }, () => [
        { kind: 'try', body: [], handlers: [lowerInner(context, node)], at: placeOf(node) },
      ]);
    case 'labeled_statement':
    case 'statement_block':
    case 'statement_list':
    case 'script_block':
    case 'script_block_body':
    case 'named_block_list':
    case 'named_block':
    case 'parallel_statement':
    case 'sequence_statement':
    case 'inlinescript_statement':
    case 'data_statement':
      return lowerBody(context, statementsIn(node));
    case 'empty_statement':
    case 'comment':
    case 'block_name':
    case 'label':
      return [];
    case 'ERROR':
      return [...childrenOf(node).flatMap((child) => walker.statement(child)), ...labelled(node)];
    default:
      return walker.effect(node);
  }
}

/** `break outer`, which the grammar takes for an error. */
function labelled(node: Node): Statement[] {
  const word = node.child(0)?.text.trim().toLowerCase();
  return word === 'break' || word === 'continue' ? [leave(word, node, true)] : [];
}

/** Commands that output nothing, by their verbs or their names. */
const SILENT =
  /^(write-(?!output)|out-|set-|add-|remove-|clear-|start-sleep|import-module|export-|update-|disconnect-|enable-|disable-|stop-|wait-|initialize-|register-)/;
/** Commands that by their verbs are there for what they output. */
const GIVES =
  /^(get|find|search|select|convert\w*|join|split|read|resolve|format|merge|where|foreach|sort|build|make|new|write-output)\b/;

function lowerOutput(context: PowerShellContext, node: Node): Statement[] {
  const { output, isLast, walker } = context;
  const own = peel(node);
  const alone = dropped(own);
  if (alone)
    return within(context, { output: null }, () => {
      const [, stage] = own.type === 'pipeline_chain' ? childrenOf(own) : [];
      if (stage) walker.hoist(...walker.statement(stage, () => []));
      return walkStatement(context, alone);
    });
  if (own.type === 'assignment_expression') return lowerAssigned(context, own).statements;
  const { statements, value } = lowerPipeline(context, own, true);
  if (!value) return statements;
  const last =
    own.type === 'command' ? own : childrenOf(own).findLast(({ type }) => type === 'command');
  const called = last ? nameIn(last) : null;
  if (!output || !isOutput(own, value.kind, called, isLast))
    return [...statements, ...doing(value, node)];
  return [...statements, ...output.give(value, node, isLast)];
}

const walkStatement = (context: PowerShellContext, node: Node): Statement[] =>
  /^pipeline/.test(node.type)
    ? context.walker.statement(node)
    : context.walker.statement(node, () => lowerOutput(context, node));

/** What a statement does whose value it drops: `a | Out-Null`, `[void]a`, `$null = a`. */
function dropped(node: Node): Node | null {
  const children = childrenOf(node);
  if (node.type === 'assignment_expression') {
    const isNull = /^\$null$/i.test(children[0]?.text.trim() ?? '');
    return isNull ? (children.at(-1) ?? null) : null;
  }
  if (/^(cast_expression|expression_with_unary_operator)$/.test(node.type)) {
    const [type, inner] = children;
    if (inner) return /^\[void\]$/i.test(type?.text.trim() ?? '') ? peel(inner) : null;
    return type && type.type === 'cast_expression' ? dropped(type) : null;
  }
  const last = children.at(-1);
  const isOut = node.type === 'pipeline_chain' && children.length === 2 && last?.type === 'command';
  return isOut && nameIn(last) === 'out-null' ? peel(children[0]!) : null;
}

function isOutput(node: Node, kind: string, called: string | null, isLast: boolean): boolean {
  if (called !== null) return !SILENT.test(called) && (isLast || GIVES.test(called));
  if (/increment|decrement/.test(node.type)) return false;
  // what methods that are called for what they do give is hardly ever meant
  return isLast || kind !== 'call' || node.type !== 'invokation_expression';
}

/** `return`, `throw`, `break`, `continue`, `exit` */
function lowerJump(context: PowerShellContext, node: Node): Statement[] {
  const { walker } = context;
  const word = node.child(0)?.text.trim().toLowerCase();
  const at = placeOf(node);
  const [inner] = childrenOf(node).filter(({ type }) => type !== 'label_expression');
  const label = childrenOf(node).some(({ type }) => type === 'label_expression');
  switch (word) {
    case 'return': {
      if (context.returns === 'turn') {
        const given = inner ? walker.statement(inner) : [];
        return [...given, leave('continue', node)];
      }
      const value = inner ? walker.expression(inner, node) : null;
      return [{ kind: 'return', value, at }];
    }
    case 'break':
    case 'continue': {
      const effects = inner ? walker.effect(inner) : [];
      const by = context.leaves === 'switch' ? 'break' : word;
      return [...effects, leave(context.leaves === 'nothing' ? 'throw' : by, node, label)];
    }
    case 'exit':
    case 'throw':
      return [...(inner ? walker.effect(inner) : []), leave('throw', node)];
    default:
      return childrenOf(node).flatMap((child) => walker.effect(child));
  }
}
