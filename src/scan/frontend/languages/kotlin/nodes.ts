// A node of Kotlin -> its parts, and the name that it is.

import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';

/** A name without the backticks that it may stand in. */
export const plainName = (written: string): string => written.replace(/^`(.*)`$/, '$1');

/** The named children but comments and errors; the walk looks into an error by itself. */
export const partsOf = (node: Node | null): Node[] =>
  childrenOf(node).filter(({ isError }) => !isError);
