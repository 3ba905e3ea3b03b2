// The commands in `$(...)` -> the value that they write.

import type { Expression } from '../../../ir.js';
import { branch, childrenOf, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { outputOf } from './commands.js';
import type { ShellContext } from './context.js';
import { contained } from './leaving.js';
import { readInput } from './redirects.js';

/** Lowers what stands in `$(...)`: its last command gives the value, the others run before. */
export function lowerOutput(context: ShellContext, nodes: readonly Node[], node: Node): Expression {
  const { walker } = context;
  const last = nodes.at(-1);
  if (!last) return unknown(node);
  let value: Expression = unknown(node);
  const before = walker.around(() => {
    walker.hoist(...walker.statements(nodes.slice(0, -1)));
    value = writtenBy(context, last);
    return [];
  });
  walker.hoist(...contained(before, node));
  return value;
}

function writtenBy(context: ShellContext, node: Node): Expression {
  const { walker } = context;
  let value: Expression = unknown(node);
  const before = walker.statement(node, () => {
    value = writtenValue(context, node);
    return [];
  });
  walker.hoist(...before);
  return value;
}

function writtenValue(context: ShellContext, node: Node): Expression {
  switch (node.type) {
    case 'command':
      return outputOf(context, node, readInput(context, node));
    case 'redirected_statement':
      return redirected(context, node);
    case 'pipeline':
      return unknown(
        node,
        childrenOf(node).map((part) => writtenBy(context, part)),
      );
    case 'list':
      return eitherOf(context, node);
    default:
      context.walker.hoist(...context.walker.statements([node]));
      return unknown(node);
  }
}

/** `a || b` writes what either does, `a && b` most likely what the last one does. */
function eitherOf(context: ShellContext, node: Node): Expression {
  const { walker } = context;
  const [left, right, ...others] = childrenOf(node);
  if (!left || !right) return unknown(node, left ? [writtenBy(context, left)] : []);
  const isOr = node.children.some((child) => child?.type === '||');
  const first = isOr ? writtenBy(context, left) : null;
  if (!isOr) walker.hoist(...walker.statements([left]));
  let last: Expression = unknown(node);
  const body = walker.around(() => {
    last = writtenBy(context, right);
    return [];
  });
  if (body.length > 0) walker.hoist(branch([body], false, node));
  walker.hoist(...walker.statements(others));
  // `a || exit` writes what `a` does
  if (first && body.at(-1)?.kind === 'leave') return first;
  return first ? { kind: 'choice', of: [first, last], at: placeOf(node) } : last;
}

function redirected(context: ShellContext, node: Node): Expression {
  const { walker } = context;
  const body = node.childForFieldName('body');
  const given = readInput(context, node);
  if (!body || given.first.length > 0) {
    walker.hoist(...walker.statements([node]));
    return unknown(node);
  }
  let value: Expression = unknown(node);
  if (body.type !== 'command') {
    for (const { value: read } of [...given.input, ...given.last]) walker.hoistEffect(read);
    value = writtenBy(context, body);
  } else
    walker.hoist(
      ...walker.statement(body, () => {
        value = outputOf(context, body, given);
        return [];
      }),
    );
  if (given.after.length === 0) return value;
  walker.hoistEffect(value);
  walker.hoist(...given.after);
  return unknown(node);
}
