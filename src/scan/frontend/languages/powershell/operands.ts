// The operators of PowerShell's trees -> their one form, and their operands.
import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { peel } from './context.js';

/** The operator of a node, in one form: `-creplace` is `-replace`. */
export function operatorOf(node: Node): string {
  const own = node.children.find(
    (child) => /_operator$/.test(child.type) || (!child.isNamed && child.text.trim() !== ''),
  );
  const written = own?.text.trim().toLowerCase() ?? '';
  return written.replace(
    /^-[ci](?=(eq|ne|[gl][te]|(not)?(like|match|contains|in)|replace|split)$)/,
    '-',
  );
}

/** The operands of a chain of one operator, which is a deep tree on its left. */
export function operandsOf(node: Node): Node[] {
  const operator = operatorOf(node);
  const operands: Node[] = [];
  let rest: Node | undefined = node;
  while (rest && rest.type === node.type && operatorOf(rest) === operator) {
    const [left, ...others]: Node[] = childrenOf(rest).filter(
      ({ type }) => !/_operator$/.test(type),
    );
    operands.push(...others.reverse());
    rest = left && peel(left);
  }
  if (rest) operands.push(rest);
  return operands.reverse();
}
