// The commands in `$(...)` -> the value that they write.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { childrenOf, placeOf, unknown } from '../../ir-builders.js';
import { outputOf } from './commands.js';
import type { ShellContext } from './context.js';
import { readInput } from './redirects.js';

/** Lowers what stands in `$(...)`: its last command gives the value, the others run before. */
export function lowerOutput(context: ShellContext, nodes: readonly Node[], node: Node): Expression {
  const last = nodes.at(-1);
  if (!last) return unknown(node);
  context.frame.hoist(...context.statements(nodes.slice(0, -1)));
  return writtenBy(context, last);
}

function writtenBy(context: ShellContext, node: Node): Expression {
  return context.frame.deeper(
    () => {
      switch (node.type) {
        case 'command':
          return outputOf(context, node, readInput(context, node).input);
        case 'redirected_statement':
          return redirected(context, node);
        case 'pipeline':
          return unknown(
            node,
            childrenOf(node).map((part) => writtenBy(context, part)),
          );
        case 'list':
          return eitherOf(context, node);
        default: {
          const statements = context.statements([node]);
          context.frame.hoist(...statements);
          return unknown(node);
        }
      }
    },
    () => unknown(node),
  );
}

/** `a || b` writes what either does, `a && b` most likely what the last one does. */
function eitherOf(context: ShellContext, node: Node): Expression {
  const [left, right] = childrenOf(node);
  if (!left || !right) return unknown(node);
  if (!node.children.some((child) => child?.type === '||')) {
    context.frame.hoist(...context.statements([left]));
    return writtenBy(context, right);
  }
  const of = [writtenBy(context, left), writtenBy(context, right)];
  return { kind: 'choice', of, at: placeOf(node) };
}

function redirected(context: ShellContext, node: Node): Expression {
  const body = node.childForFieldName('body');
  const { input, after } = readInput(context, node);
  if (body?.type !== 'command') {
    const value = body ? writtenBy(context, body) : unknown(node);
    context.frame.hoist(...after);
    return value;
  }
  const value = outputOf(context, body, input);
  return after.length === 0 ? value : piped(context, value, after, node);
}

function piped(
  context: ShellContext,
  value: Expression,
  after: readonly Statement[],
  node: Node,
): Expression {
  context.frame.hoistEffect(value);
  context.frame.hoist(...after);
  return unknown(node);
}
