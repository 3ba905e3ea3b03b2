// A PowerShell expression -> the IR; what has no rule is unknown, with the calls inside it kept.
import { type Expression, SETTINGS } from '../../../ir.js';
import {
  access,
  argument,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerAssigned } from './assignments.js';
import { statementsIn } from './bodies.js';
import { lowerHash, lowerSequence, valueOfAll } from './collections.js';
import { lowerCommand } from './commands.js';
import { type PowerShellContext, peel } from './context.js';
import { lowerBlock } from './functions.js';
import { environmentName, foldName, functionName, variableName } from './names.js';
import { lowerBinary, lowerUnary } from './operators.js';
import { lowerPipeline } from './pipelines.js';
import { lowerString, lowerToken } from './strings.js';
import { lowerType } from './types.js';

/** Lowers one expression. */
export function lowerExpression(context: PowerShellContext, outer: Node): Expression {
  const { walker } = context;
  const node = peel(outer);
  if (node !== outer) return walker.expression(node, outer);
  const at = placeOf(node);
  const children = childrenOf(node);
  const inner = () => children.map((child) => walker.expression(child, node));
  switch (node.type) {
    case 'variable':
      return lowerVariable(context, node);
    case 'string_literal':
      return children[0] ? walker.expression(children[0], node) : text('', node);
    case 'expandable_string_literal':
    case 'expandable_here_string_literal':
    case 'verbatim_string_characters':
    case 'verbatim_here_string_characters':
      return lowerString(context, node);
    case 'integer_literal':
    case 'real_literal':
    case 'decimal_integer_literal':
    case 'hexadecimal_integer_literal':
    case 'simple_name':
      return text(node.text.trim(), node);
    case 'generic_token':
    case 'path_command_name':
    case 'path_command_name_token':
    case 'command_name':
    case 'command_parameter':
      return lowerToken(context, node);
    case 'type_literal':
      return lowerType(node);
    case 'member_access':
    case 'element_access':
      return lowerAccess(context, node);
    case 'invokation_expression':
      return lowerInvocation(context, node);
    case 'parenthesized_expression':
      return children.length === 1 ? walker.expression(children[0], node) : unknown(node, inner());
    case 'sub_expression':
      return valueOfAll(context, statementsIn(node), node);
    case 'array_expression':
      return lowerSequence(context, statementsIn(node), node);
    case 'hash_literal_expression':
      return lowerHash(context, node);
    case 'script_block_expression':
      return { kind: 'lambda', function: lowerBlock(context, node), at };
    case 'pipeline':
    case 'pipeline_chain':
      return lowerPipeline(context, node, false).value ?? unknown(node);
    case 'command':
      return lowerCommand(context, node, null);
    case 'assignment_expression': {
      const { statements, value } = lowerAssigned(context, node);
      walker.hoist(...statements);
      return value;
    }
    case 'array_literal_expression':
      return { kind: 'list', items: inner(), at };
    case 'cast_expression':
    case 'expression_with_unary_operator':
      return lowerUnary(context, node);
    case 'logical_expression':
    case 'bitwise_expression':
    case 'comparison_expression':
    case 'additive_expression':
    case 'multiplicative_expression':
    case 'format_expression':
    case 'range_expression':
    case 'additive_argument_expression':
    case 'bitwise_argument_expression':
    case 'comparison_argument_expression':
    case 'format_argument_expression':
    case 'logical_argument_expression':
    case 'multiplicative_argument_expression':
    case 'range_argument_expression':
      return lowerBinary(context, node);
    case 'if_statement':
    case 'switch_statement':
    case 'foreach_statement':
    case 'for_statement':
    case 'while_statement':
    case 'do_statement':
    case 'try_statement':
    case 'statement_block':
    case 'flow_control_statement':
      return valueOfAll(context, [node], node);
    case 'command_argument_sep':
    case 'comment':
      return unknown(node);
    default:
      return unknown(node, inner());
  }
}

function lowerVariable(context: PowerShellContext, node: Node): Expression {
  const written = node.text.trim();
  const setting = environmentName(written);
  if (setting !== null) return member(name(SETTINGS, node), setting, node);
  const of = functionName(written);
  if (of !== null) return name(of, node);
  const own = variableName(written);
  switch (own) {
    case 'true':
    case 'false':
      return text(own, node);
    case 'this':
      return { kind: 'self', at: placeOf(node) };
    case '_':
    case 'psitem':
      return name(context.item ?? '_', node);
    default:
      return name(own, node);
  }
}

/** What a member is called: `.a`, `.'a'`, `.$a`. */
function keyOf(context: PowerShellContext, node: Node | undefined): Expression | null {
  const [own] = node?.type === 'member_name' ? childrenOf(node) : [node];
  if (!own) return null;
  if (own.type === 'simple_name') return text(own.text.trim().toLowerCase(), own);
  const value = context.walker.expression(own, node);
  return value.kind === 'text' ? { ...value, text: value.text.toLowerCase() } : value;
}

/** Properties of URLs, by what all languages call them. */
const PROPERTIES: Readonly<Record<string, string>> = {
  absoluteuri: 'href',
  originalstring: 'href',
  absolutepath: 'pathname',
  localpath: 'pathname',
  pathandquery: 'pathname',
};

/** `$a.b`, `[A]::b`, `$a[b]` */
function lowerAccess(context: PowerShellContext, node: Node): Expression {
  const { walker } = context;
  const [first, second, ...more] = childrenOf(node);
  const of = walker.expression(first, node);
  if (node.type === 'member_access') {
    // the grammar takes the name before a block for an error: `$a.Where{ ... }`
    const block = more.find(({ type }) => type === 'member_name');
    const named = second?.isError && block ? childrenOf(second)[0] : second;
    const key = keyOf(context, named);
    if (!key) return of;
    if (block && key.kind === 'text')
      return call(
        member(of, foldName(key.text), second!),
        [argument(walker.expression(childrenOf(block)[0], block))],
        second!,
      );
    if (key.kind !== 'text') return access(of, key, second!);
    const given = member(of, PROPERTIES[key.text] ?? key.text, second!);
    // properties that other languages call
    return /^(keys|values)$/.test(key.text) ? call(given, [], node) : given;
  }
  const keys = [second, ...more].filter((one) => one !== undefined);
  const values = keys.map((key) => walker.expression(key, node));
  const [key, other] = values;
  if (!key || other) return unknown(node, [of, ...values]);
  if (key.kind === 'list') return unknown(node, [of, key]);
  return access(of, key.kind === 'text' ? { ...key, text: key.text.toLowerCase() } : key, node);
}

/** `$a.b(c)`, `[A]::b(c)`, `[A]::new(c)`, `$a.b{ c }` */
function lowerInvocation(context: PowerShellContext, node: Node): Expression {
  const { walker } = context;
  const [first, second, ...rest] = childrenOf(node);
  const of = walker.expression(first, node);
  const key = keyOf(context, second);
  const args = rest
    .flatMap((one) => (one.type === 'argument_list' ? argumentsIn(one) : [one]))
    .map((one) => argument(walker.expression(one, node)));
  if (!key || !second) return call(of, args, node);
  if (key.kind !== 'text') return call(access(of, key, second), args, node);
  // a closure is one without asking
  if (key.text.toLowerCase() === 'getnewclosure') return of;
  if (key.text === 'new' && isBase(first)) return call(name('super', second), args, second);
  if (key.text === 'new' && first?.type === 'type_literal')
    return { kind: 'new', type: of, args, at: placeOf(second) };
  return call(member(of, foldName(key.text), second), args, second);
}

/** What `readable.ts` writes for `: base(a)`. */
const isBase = (node: Node | undefined): boolean => /^\[__base\]$/.test(node?.text.trim() ?? '');

const argumentsIn = (node: Node): Node[] =>
  childrenOf(node).flatMap((child) =>
    child.type === 'argument_expression_list' ? childrenOf(child) : [child],
  );
