// Python source -> the IR: imports before anything else, then the statements.

import { childrenOf } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import { namesByPath } from '../../mentions.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
import type { PythonContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { readImports, readNamesOf } from './imports.js';
import { mentionsOf } from './mentions.js';
import { lowerStatement } from './statements.js';

/** What calls something. */
const CALLS = ['call'];

/** Lowers Python; every name at the top of a file can be imported. */
export const python = defineLanguage({
  id: 'python',
  summary: 'Python',
  extensions: { '.py': 'python', '.pyw': 'python', '.pyi': 'python' },
  interpreters: /^python[\d.]*$/,
  comments: ['#'],
  calls: CALLS,
  manifest: null,
  minified: false,
  traits: {
    ...COMMON_TRAITS,
    endings: ['', '.py', '/__init__.py'],
    submodules: true,
    iteratesKeys: true,
  },
  mentions: mentionsOf,
  names: namesByPath,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const imports = readImports(root);
  const walker = new Walker(root, CALLS, {
    expression: (node) => lowerExpression(context, node),
    statement: (node) => lowerStatement(context, node),
  });
  const context: PythonContext = {
    names: readNamesOf(root, imports),
    walker,
    isBroken: root.hasError,
    self: null,
    inClass: false,
  };
  return { package: null, imports, exports: null, body: walker.file(childrenOf(root)) };
}
