// A Python file, parsed -> its lowered form: imports before anything else, then the statements.
import type { Node } from 'web-tree-sitter';
import { Hoisting } from '../../hoisting.js';
import { childrenOf, unknown } from '../../ir-builders.js';
import { defineLanguage, type Lowered } from '../../language.js';
import type { PythonContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { lowerFunction } from './functions.js';
import { readImports, readNamesOf } from './imports.js';
import { lowerStatement } from './statements.js';

/** What calls something. */
const CALLS = ['call'];

/** Lowers Python; every name at the top of a file can be imported. */
export const python = defineLanguage({
  id: 'python',
  summary: 'Python',
  extensions: { '.py': 'python' },
  comments: ['#'],
  calls: CALLS,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const imports = readImports(root);
  const frame = new Hoisting();
  const context: PythonContext = {
    ...{ names: readNamesOf(root, imports), frame, self: null, inClass: false },
    expression: (node, parent) =>
      !node || node.isMissing
        ? unknown(node ?? parent)
        : frame.deeper(
            () => lowerExpression(context, node),
            () => unknown(node),
          ),
    statements: (nodes) =>
      nodes.flatMap((node) =>
        frame.deeper(
          () => frame.collect(() => lowerStatement(context, node)),
          () => [],
        ),
      ),
    function: (node, annotations) => lowerFunction(context, node, annotations),
  };
  return { package: null, imports, exports: null, body: context.statements(childrenOf(root)) };
}
