// Results of Go functions -> values as if errors were thrown: the last of several, an error or a `bool`, is left out.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, member, name, placeOf } from '../../ir-builders.js';
import type { GoContext, Results } from './context.js';

const NONE: Results = { names: [], mayFail: false };

/** What a function or method declares to give back. */
export function resultsOf(node: Node): Results {
  const result = node.childForFieldName('result');
  if (result?.type !== 'parameter_list') return NONE;
  const declared = childrenOf(result);
  const names = declared.flatMap((one) => one.childrenForFieldName('name').map((n) => n!.text));
  const count = Math.max(names.length, declared.length);
  const last = declared.at(-1)?.childForFieldName('type')?.text;
  return { names, mayFail: count > 1 && (last === 'error' || last === 'bool') };
}

/** The results of all functions of a file; a name that stands for different ones is left out. */
export function resultsIn(root: Node): ReadonlyMap<string, Results> {
  const found = new Map<string, Results>();
  const doubtful = new Set<string>();
  for (const node of childrenOf(root)) {
    if (!/^(function|method)_declaration$/.test(node.type)) continue;
    const own = node.childForFieldName('name')?.text ?? '';
    const results = resultsOf(node);
    if (found.has(own) && found.get(own)!.mayFail !== results.mayFail) doubtful.add(own);
    found.set(own, results);
  }
  for (const own of doubtful) found.delete(own);
  return found;
}

const ZERO = /^(nil|""|``|0|false|[\w.[\]*&]+\{\})$/;

/** `return a, err`; with nothing but an error it is a throw, and gives nothing. */
export function lowerReturn(context: GoContext, node: Node): Statement[] {
  const { names, mayFail } = context.around;
  const list = childrenOf(node)[0];
  const nodes = list?.type === 'expression_list' ? childrenOf(list) : list ? [list] : [];
  if (nodes.length === 0) {
    const named = names.map((own) => name(own, node));
    return given(mayFail ? named.slice(0, -1) : named, node);
  }
  const values = nodes.map((value) => context.expression(value, node));
  const last = nodes.at(-1)!;
  // `return f(x)` passes on all that `f` gives
  if (!mayFail || nodes.length === 1) return given(values, node);
  const fails = last.text !== 'nil' && last.text !== 'true';
  const empty = nodes.slice(0, -1).every(({ text }) => ZERO.test(text));
  const error = values.pop()!;
  if (error.kind !== 'name' && error.kind !== 'text') context.frame.hoistEffect(error);
  if (!fails || !empty) return given(values, node);
  return [];
}

function given(values: readonly Expression[], node: Node): Statement[] {
  const [only] = values;
  if (!only) return [];
  const at = placeOf(node);
  if (values.length === 1) return [{ kind: 'return', value: only, at }];
  return [{ kind: 'return', value: { kind: 'list', items: values, at }, at }];
}

const FAILURE = /^(_|e|ok|found|exists|has[A-Z]\w*|is[A-Z]\w*|\w*[eE]rr(or)?\d*)$/;

/** `a, err := f(x)`: what is assigned to each target; targets of errors get nothing. */
export function lowerUnpacking(
  context: GoContext,
  targets: readonly Node[],
  value: Node,
  node: Node,
): Statement[] {
  const from = context.expression(value, node);
  const results =
    from.kind === 'call' && (from.callee.kind === 'name' || from.callee.kind === 'member')
      ? context.results.get(from.callee.name)
      : undefined;
  const last = targets.at(-1)!;
  const isCall = value.type === 'call_expression';
  const fails = !isCall || (results ? results.mayFail : FAILURE.test(last.text));
  const taken = (fails ? targets.slice(0, -1) : targets).filter(({ text }) => text !== '_');
  const [only] = taken;
  if (!only) return from.kind === 'name' ? [] : [{ kind: 'do', value: from, at: placeOf(node) }];
  if (fails && targets.length === 2) return [assign(context.expression(only, node), from, node)];
  // the call stands once, its results are members of what it gives
  const all = name(` ${value.startIndex}`, value);
  const parts = taken.map((target) =>
    assign(
      context.expression(target, node),
      member(all, String(targets.indexOf(target)), target),
      node,
    ),
  );
  return [assign(all, from, node), ...parts];
}
