// `$a`, `$1`, `${a:-b}`, `${a%/}`, `${a[0]}` of a shell -> names, choices, members and calls.

import type { Expression } from '../../../ir.js';
import {
  access,
  argument,
  assign,
  branch,
  call,
  childrenOf,
  firstThere,
  leave,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { rawPieces, type ShellContext } from './context.js';

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
  const others = (from: number) =>
    children
      .slice(from)
      .filter(({ isNamed }) => isNamed)
      .map((child) => context.walker.expression(child));
  if (!own) return unknown(node, others(0));
  // `${#a}` is a length, `${!a}` the variable that it names
  if (at > 1) return unknown(node, own.type === 'subscript' ? [lowerBase(context, own)] : []);
  const base = lowerBase(context, own);
  const operator = children[at + 1];
  if (!operator || operator.type === '}') return base;
  const operand = () => lowerOperand(context, node, operator);
  // one that may not be looked at
  const maybe = (target: Expression | null = null): Expression => {
    let value: Expression = unknown(node);
    const body = context.walker.around(() => {
      value = operand();
      // the environment may have set it
      return target ? [assign(target, firstThere([target, value], node), node)] : [];
    });
    if (body.length > 0) context.walker.hoist(branch([body], false, node));
    return value;
  };
  const on = (method: string, ...args: Expression[]) =>
    call(
      member(base, method, own),
      args.map((value) => argument(value)),
      node,
    );
  const stripped = (method: string): Expression => {
    const pattern = operand();
    return isSlash(pattern) ? on(method, text('/', node)) : unknown(node, [base, pattern]);
  };
  switch (operator.type) {
    case ':-':
    case '-':
    case ':=':
    case '=': {
      if (operator.type.endsWith('=') && isAssignable(base)) {
        maybe(base);
        return base;
      }
      const other = maybe();
      const empty = other.kind === 'text' && other.text === '';
      if (!empty && defaultTo(context, base, other)) return base;
      return empty ? base : firstThere([base, other], node);
    }
    case ':+':
    case '+':
      return { kind: 'choice', of: [text('', node), maybe()], at: placeOf(node) };
    case ':?':
    case '?':
      return orLeave(context, base, operand, node);
    case '^^':
    case ',,': {
      const patterns = others(at + 2);
      if (patterns.length > 0) return unknown(node, [base, ...patterns]);
      return on(operator.type === ',,' ? 'lower' : 'upper');
    }
    case '%':
    case '%%':
      return stripped('rstrip');
    case '#':
    case '##':
      return stripped('lstrip');
    case '/':
    case '//':
      return lowerReplacement(context, node, base, own) ?? unknown(node, [base, ...others(at + 1)]);
    default:
      return unknown(node, [base, ...others(at + 1)]);
  }
}

/** `${a:?text}`: where there is no value, the text is written and the script ends. */
function orLeave(
  { walker }: ShellContext,
  base: Expression,
  operand: () => Expression,
  node: Node,
): Expression {
  const body = walker.around(() => {
    walker.hoistEffect(operand());
    return [leave('throw', node)];
  });
  walker.hoist(branch([body], false, node));
  return base;
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

const isAssignable = (base: Expression): boolean =>
  base.kind === 'member' ||
  base.kind === 'index' ||
  (base.kind === 'name' && /^\D/.test(base.name));

const isSlash = (pattern: Expression): boolean => pattern.kind === 'text' && pattern.text === '/';

/** `a`, `a[0]`, `a[key]`; `a[@]` is all of it. */
function lowerBase(context: ShellContext, node: Node): Expression {
  if (node.type !== 'subscript') return lowerVariable(context, node.text, node);
  const own = node.childForFieldName('name');
  const index = node.childForFieldName('index');
  if (!own) return unknown(node);
  const of = name(own.text, own);
  if (!index || /^[@*]$/.test(index.text)) return of;
  return access(of, context.walker.expression(index), node);
}

/** What stands behind the operator, spaces included. */
function lowerOperand(context: ShellContext, node: Node, operator: Node): Expression {
  const [from, to] = [operator.endIndex, node.endIndex - 1];
  const source = { text: node.text.slice(from - node.startIndex, -1), from, to };
  const pieces = rawPieces(context, node, source, ({ type }) =>
    /^(word|regex|number|extglob_pattern)$/.test(type),
  );
  return context.expand(pieces, node, /[\s\S]/);
}

/** `${a//b/c}` without patterns. */
function lowerReplacement(
  context: ShellContext,
  node: Node,
  base: Expression,
  own: Node,
): Expression | null {
  const [, pattern, by] = childrenOf(node);
  if (!pattern || /[*?[\]\\`$]/.test(pattern.text)) return null;
  const search = text(pattern.text, pattern);
  const other = by ? context.walker.expression(by) : text('', node);
  return call(member(base, 'replace', own), [argument(search), argument(other)], node);
}
