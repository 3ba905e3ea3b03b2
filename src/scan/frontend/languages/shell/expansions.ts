// `$a`, `$1`, `${a:-b}`, `${a%/}`, `${a[0]}` of a shell -> names, choices, members and calls.
import type { Node } from 'web-tree-sitter';
import type { Expression } from '../../../ir.js';
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
import { lowerQuoted } from '../../string-literals.js';
import type { ShellContext } from './context.js';

/** A variable or an argument of the function around, counted from the first one given. */
export function lowerVariable(context: ShellContext, written: string, node: Node): Expression {
  const { positions } = context;
  if (!positions) return name(written, node);
  if (written === '@' || written === '*') {
    positions.rest = true;
    // `@2`: those behind the second, which `shift` has left
    return positions.unsure ? unknown(node) : name(`@${positions.shifted || ''}`, node);
  }
  if (!/^[1-9]$/.test(written)) return name(written, node);
  if (positions.unsure) return unknown(node);
  const number = Number(written) + positions.shifted;
  positions.highest = Math.max(positions.highest, number);
  return name(String(number), node);
}

/** `${...}` of any kind; what has no rule is unknown. */
export function lowerExpansion(context: ShellContext, node: Node): Expression {
  const children = node.children.filter((child) => child !== null);
  const at = children.findIndex(({ type }) =>
    /^(variable_name|special_variable_name|subscript)$/.test(type),
  );
  const own = children[at];
  if (!own) return unknown(node);
  // `${#a}` is a length, `${!a}` the variable that it names
  if (at > 1) return unknown(node);
  const base = lowerBase(context, own);
  const operator = children[at + 1];
  if (!operator || operator.type === '}') return base;
  const operand = () => lowerOperand(context, node, operator);
  const on = (method: string, ...args: Expression[]) =>
    call(
      member(base, method, own),
      args.map((value) => argument(value)),
      node,
    );
  switch (operator.type) {
    case ':-':
    case '-':
    case ':=':
    case '=': {
      const other = operand();
      const empty = other.kind === 'text' && other.text === '';
      if (!empty && defaultTo(context, base, other)) return base;
      return empty ? base : { kind: 'choice', of: [base, other], at: placeOf(node) };
    }
    case ':+':
    case '+':
      return { kind: 'choice', of: [text('', node), operand()], at: placeOf(node) };
    case ':?':
    case '?':
      return base;
    case '^^':
      return on('upper');
    case ',,':
      return on('lower');
    case '%':
    case '%%':
      return isSlash(operand()) ? on('rstrip', text('/', node)) : unknown(node, [base]);
    case '#':
    case '##':
      return isSlash(operand()) ? on('lstrip', text('/', node)) : unknown(node, [base]);
    case '/':
    case '//':
      return lowerReplacement(context, node, base, own) ?? unknown(node, [base]);
    default:
      return unknown(node, [base]);
  }
}

/** `${1:-a}`: the argument has a value where no caller gives it; whether it is the only one. */
function defaultTo({ positions }: ShellContext, base: Expression, other: Expression): boolean {
  if (!positions || base.kind !== 'name' || !/^\d+$/.test(base.name)) return false;
  const { defaults } = positions;
  const own = defaults.get(base.name);
  if (own || (other.kind !== 'text' && other.kind !== 'name')) return false;
  defaults.set(base.name, other);
  return true;
}

const isSlash = (pattern: Expression): boolean => pattern.kind === 'text' && pattern.text === '/';

/** `a`, `a[0]`, `a[key]`; `a[@]` is all of it. */
function lowerBase(context: ShellContext, node: Node): Expression {
  if (node.type !== 'subscript') return lowerVariable(context, node.text, node);
  const own = node.childForFieldName('name');
  const index = node.childForFieldName('index');
  if (!own) return unknown(node);
  const of = name(own.text, own);
  if (!index || /^[@*]$/.test(index.text)) return of;
  return access(of, context.expression(index), node);
}

/** What stands behind the operator, spaces included. */
function lowerOperand(context: ShellContext, node: Node, operator: Node): Expression {
  const [from, to] = [operator.endIndex, node.endIndex - 1];
  const source = { text: node.text.slice(from - node.startIndex, -1), ...{ from, to } };
  return lowerQuoted(node, source, {
    isText: ({ type }) => /^(word|regex|number|extglob_pattern)$/.test(type),
    plain: (raw) => raw.replace(/\\([\s\S])/g, '$1'),
    expression: (code) => context.expression(code),
  });
}

/** `${a//b/c}` without patterns. */
function lowerReplacement(
  context: ShellContext,
  node: Node,
  base: Expression,
  own: Node,
): Expression | null {
  const [, pattern, by] = childrenOf(node);
  if (!pattern || /[*?[\]\\]/.test(pattern.text)) return null;
  const search = text(pattern.text, pattern);
  const other = by ? context.expression(by) : text('', node);
  return call(member(base, 'replace', own), [argument(search), argument(other)], node);
}
