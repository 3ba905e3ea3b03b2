// Results of Go functions -> values as if errors were thrown: the last of several, an error or a `bool`, is left out.

import { type Expression, type Statement, syntheticName } from '../../../ir.js';
import { assign, childrenOf, member, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { type GoContext, partsOf, type Results } from './context.js';

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

/** `return a, err`; with nothing but an error it gives no value. */
export function lowerReturn(context: GoContext, node: Node): Statement[] {
  const { walker } = context;
  const { names, mayFail } = context.around;
  const list = partsOf(node)[0];
  const nodes = list?.type === 'expression_list' ? partsOf(list) : list ? [list] : [];
  if (nodes.length === 0) {
    const named = names.map((own) => name(own, node));
    return given(mayFail ? named.slice(0, -1) : named, node);
  }
  const values = nodes.map((value) => walker.expression(value));
  const last = nodes.at(-1)!;
  // `return f(x)` passes on all that `f` gives
  if (!mayFail || nodes.length === 1) return given(values, node);
  const fails = last.text !== 'nil' && last.text !== 'true';
  const empty = nodes.slice(0, -1).every(({ text }) => ZERO.test(text));
  walker.hoist(...doing(values.pop()!, last));
  return given(fails && empty ? [] : values, node);
}

function given(values: readonly Expression[], node: Node): Statement[] {
  const at = placeOf(node);
  if (values.length <= 1) return [{ kind: 'return', value: values[0] ?? null, at }];
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
  const { walker } = context;
  const from = walker.expression(value);
  const results =
    from.kind === 'call' && (from.callee.kind === 'name' || from.callee.kind === 'member')
      ? context.results.get(from.callee.name)
      : undefined;
  const last = targets.at(-1)!;
  const isCall = value.type === 'call_expression';
  const fails = !isCall || (results ? results.mayFail : FAILURE.test(last.text));
  const taken = (fails ? targets.slice(0, -1) : targets).filter(({ text }) => text !== '_');
  // `m[f()]` runs `f`, whatever it gets
  if (fails) walker.hoist(...walker.effect(last));
  const [only] = taken;
  if (!only) return doing(from, node);
  if (fails && targets.length === 2) return [assign(walker.expression(only), from, node)];
  // the call stands once, its results are members of what it gives
  const all = name(syntheticName(String(value.startIndex)), value);
  const parts = taken.map((target) => {
    const result = member(all, String(targets.indexOf(target)), target);
    return assign(walker.expression(target), result, node);
  });
  return [assign(all, from, node), ...parts];
}
