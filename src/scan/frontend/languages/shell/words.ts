// The words of a shell command, quoted in any way, with what is expanded in them -> expressions.

import type { Expression } from '../../../ir.js';
import {
  childrenOf,
  join,
  literal,
  operandsOf,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerQuoted, unescapeText } from '../../string-literals.js';
import type { ShellContext } from './context.js';
import { lowerExpansion, lowerVariable } from './expansions.js';
import { contained } from './leaving.js';

/** Lowers a part of a word; what has no rule keeps the calls inside. */
export function lowerPart(context: ShellContext, node: Node): Expression {
  switch (node.type) {
    case 'regex':
    case 'extglob_pattern':
      return context.expand([node.text], node, /[\s\S]/);
    case 'word':
      // in `${a:-b}` the grammar leaves backticks in words
      return node.text.includes('`')
        ? context.expand([node.text], node, /[\s\S]/)
        : text(unescapeWord(node.text), node);
    case 'number':
    case 'test_operator':
    case 'variable_name':
      return text(unescapeWord(node.text), node);
    case 'raw_string':
      return text(node.text.slice(1, -1), node);
    case 'ansi_c_string':
      return text(unescapeText(node.text.slice(2, -1), '\'"?'), node);
    case 'string':
      return lowerString(context, node);
    case 'translated_string':
    case 'command_name':
    case 'concatenation':
      return lowerWord(
        context,
        node.children.filter((child) => child !== null),
        node,
      );
    case 'simple_expansion':
      return lowerVariable(context, childrenOf(node)[0]?.text ?? '', node);
    case 'expansion':
      return lowerExpansion(context, node);
    case 'command_substitution':
      return context.output(childrenOf(node), node);
    case 'process_substitution':
      context.walker.hoist(...contained(context.walker.statements(childrenOf(node)), node));
      return unknown(node);
    case 'array':
      return lowerArray(context, node);
    case 'binary_expression':
    case 'ternary_expression':
      return lowerOperation(context, node);
    default:
      if (isStatement(node.type) || node.isError) {
        context.walker.hoist(...context.walker.statements([node]));
        return unknown(node);
      }
      return unknown(
        node,
        childrenOf(node).map((child) => context.walker.expression(child)),
      );
  }
}

const STATEMENT =
  /^(command|pipeline|list|subshell|compound_statement|do_group|variable_assignments?|function_definition|program|case_item)$|_statement$|_command$|_clause$/;

/** Whether nodes of a type are statements: one in the place of a word is there by an error. */
export const isStatement = (type: string): boolean =>
  type !== 'test_command' && STATEMENT.test(type);

/** `a && b` in `[[ ]]` and `a ? b : c` in `(( ))`: what stands behind the first may not run. */
function lowerOperation({ walker }: ShellContext, node: Node): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const isChoice = node.type === 'ternary_expression' || operator === '&&' || operator === '||';
  const operands = isChoice && operator ? operandsOf(node, node.type, operator) : childrenOf(node);
  const [first, ...rest] = operands.filter(({ type }) => type !== 'test_operator');
  const parts = rest.map((part) => () => (isChoice ? walker.maybe(part) : walker.expression(part)));
  return unknown(node, [walker.expression(first, node), ...parts.map((part) => part())]);
}

const unescapeWord = (raw: string): string =>
  raw.replace(/\\(\n|[\s\S])/g, (_, c: string) => (c === '\n' ? '' : c));

/** Parts without space between them are one word; the grammar cuts `'a'/$B` behind the `$`. */
export function lowerWord(context: ShellContext, nodes: readonly Node[], node: Node): Expression {
  const parts: Expression[] = [];
  let sigil: Node | null = null;
  for (const child of nodes.flatMap((one) =>
    one.type === 'concatenation' ? one.children : [one],
  )) {
    if (!child) continue;
    const cut = sigil && /^([A-Za-z_]\w*|\d)([\s\S]*)$/.exec(child.text);
    if (sigil && cut && (child.type === 'word' || child.type === 'command_name')) {
      parts.push(lowerVariable(context, cut[1]!, sigil));
      if (cut[2]) parts.push(text(unescapeWord(cut[2]), child));
      sigil = null;
      continue;
    }
    if (sigil) parts.push(text('$', sigil));
    sigil = child.type === '$' ? child : null;
    if (!sigil && child.isNamed) parts.push(context.walker.expression(child));
  }
  if (sigil && node.type !== 'translated_string') parts.push(text('$', sigil));
  return literal(parts, node);
}

function lowerString(context: ShellContext, node: Node): Expression {
  const source = {
    text: node.text.slice(1, -1),
    from: node.startIndex + 1,
    to: node.endIndex - 1,
  };
  return lowerQuoted(node, source, {
    isText: ({ type }) => type === 'string_content' || type === '$',
    plain: unescapeQuoted,
    expression: (code) => context.walker.expression(code),
  });
}

/** Of the backslashes in `"..."` and in heredocs only these mean anything. */
export const unescapeQuoted = (raw: string): string =>
  raw.replace(/\\([\\"$`]|\n)/g, (_, escaped: string) => (escaped === '\n' ? '' : escaped));

/** `(a b)`, `([a]=b)` */
function lowerArray(context: ShellContext, node: Node): Expression {
  const at = placeOf(node);
  const runs = runsOf(childrenOf(node));
  const items = runs.map((run) =>
    run.length === 1 ? context.walker.expression(run[0]!) : lowerWord(context, run, run[0]!),
  );
  const keys = runs.map(([first]) => /^\[([^\]$]*)\]=/.exec(first!.text)?.[1]);
  if (items.length === 0 || keys.some((key) => key === undefined))
    return { kind: 'list', items, at };
  const entries = items.map((item, index) => ({
    key: text(keys[index]!.replace(/^["']|["']$/g, ''), node),
    value: afterText(item, /^\[[^\]]*\]=/, node),
  }));
  return { kind: 'object', entries, at };
}

/** Nodes without space between them belong to one word; a `$` may have the space before it. */
export function runsOf(nodes: readonly Node[]): Node[][] {
  const runs: Node[][] = [];
  for (const node of nodes) {
    const before = runs.at(-1)?.at(-1);
    if (before?.endIndex === node.startIndex && !/^\s/.test(node.text)) runs.at(-1)!.push(node);
    else runs.push([node]);
  }
  return runs;
}

/** A word without what it begins with: `A=` of `export A=/x`. */
export function afterText(word: Expression, start: RegExp, node: Node): Expression {
  if (word.kind === 'text') return text(word.text.replace(start, ''), node);
  if (word.kind !== 'join') return word;
  // what it begins with may be several parts
  const parts = [...word.parts];
  let before = '';
  while (parts[0]?.kind === 'text' && !start.test(before)) {
    before += parts[0].text;
    parts.shift();
  }
  const left = before.replace(start, '');
  return join(left === '' ? parts : [text(left, node), ...parts], node);
}

/** What a word says, where it is a constant. */
export const constantOf = (word: Expression | undefined): string | null =>
  word?.kind === 'text' ? word.text : null;
