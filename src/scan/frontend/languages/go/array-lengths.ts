// Types as Go writes them -> what working out the lengths of the arrays in them does, before the statement around.
import type { Node } from '../../node.js';
import type { GoContext } from './context.js';

/** Hoists the lengths of all arrays in these types. */
export function hoistLengths(context: GoContext, ...types: readonly (Node | null)[]): void {
  for (const type of types) {
    if (!type || type.type === 'type_identifier' || type.type === 'qualified_type') continue;
    let end = -1;
    for (const array of type.descendantsOfType('array_type')) {
      const length = array?.childForFieldName('length');
      // an array inside a length belongs to the expression of that length
      if (!length || length.startIndex < end) continue;
      end = length.endIndex;
      context.walker.hoist(...context.walker.effect(length));
    }
  }
}
