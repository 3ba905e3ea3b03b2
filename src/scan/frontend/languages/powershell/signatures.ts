// A parsed file -> the functions that it declares, with their parameters.
import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Signature } from './context.js';
import { isSwitchParameter } from './functions.js';
import { variableName } from './names.js';

/** The functions of a file by their names. */
export function signaturesIn(root: Node): Map<string, Signature> {
  const found = new Map<string, Signature>();
  for (const node of root.descendantsOfType('function_statement')) {
    const own = childrenOf(node).find(({ type }) => type === 'function_name');
    const listed = parametersIn(node);
    const named = (one: Node) =>
      variableName(
        childrenOf(one)
          .find(({ type }) => type === 'variable')
          ?.text.trim() ?? '',
      );
    if (own)
      found.set(own.text.trim().replace(/^\w+:/, '').toLowerCase(), {
        parameters: listed.map(named),
        switches: new Set(listed.filter(isSwitchParameter).map(named)),
      });
  }
  return found;
}

/** The parameters of a function, and not those of functions inside it. */
function parametersIn(node: Node): Node[] {
  return childrenOf(node).flatMap((child) => {
    if (child.type === 'script_parameter') return [child];
    const holds =
      /^(ERROR|function_parameter_declaration|parameter_list|script_block|param_block)$/;
    return holds.test(child.type) ? parametersIn(child) : [];
  });
}
