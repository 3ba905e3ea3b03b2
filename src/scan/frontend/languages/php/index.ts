// PHP source -> the IR: files, namespaces and includes.
import type { Node } from 'web-tree-sitter';
import { Salvage, walkOf } from '../../error-recovery.js';
import { Hoisting } from '../../hoisting.js';
import { childrenOf } from '../../ir-builders.js';
import { defineLanguage, type Lowered } from '../../language.js';
import { lowerClass, lowerFunction } from './classes.js';
import type { PhpContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { Names } from './names.js';
import { lowerStatement } from './statements.js';

/** What calls something. */
const CALLS = [
  'function_call_expression',
  'member_call_expression',
  'nullsafe_member_call_expression',
  'scoped_call_expression',
  'object_creation_expression',
];

/** Lowers PHP; every name at the top of a file is given to others. */
export const php = defineLanguage({
  id: 'php',
  summary: 'PHP',
  extensions: { '.php': 'php' },
  comments: ['//', '#', '/*'],
  calls: CALLS,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const names = new Names();
  const frame = new Hoisting();
  const salvage = new Salvage();
  const context: PhpContext = {
    frame,
    ...walkOf(frame, salvage, {
      expression: (node) => lowerExpression(context, node),
      statement: (node) => lowerStatement(context, node),
    }),
    block: (node) => (node ? context.statements([node]) : []),
    function: (node) => lowerFunction(context, node),
    class: (node, name) => lowerClass(context, node, name),
    use: (node) => names.use(node),
    include: (node, local) => names.include(node, local),
    qualified: (node) => names.qualified(node),
    enterNamespace: (name) => names.enterNamespace(name),
  };
  const found = context.statements(childrenOf(root));
  const body = [...found, ...context.statements(salvage.missed(root))];
  return { package: names.package, imports: names.imports, exports: null, body };
}
