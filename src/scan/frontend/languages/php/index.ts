// PHP source -> the IR: files, namespaces and includes.

import { childrenOf } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import { mentionedClasses, namesByDeclarations } from '../../mentions.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
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
  'shell_command_expression',
  'include_expression',
  'include_once_expression',
  'require_expression',
  'require_once_expression',
];

/** Lowers PHP; every name at the top of a file is given to others. */
export const php = defineLanguage({
  id: 'php',
  summary: 'PHP',
  extensions: {
    '.php': 'php',
    '.php5': 'php',
    '.inc': 'php',
    // modules, installers and themes of Drupal
    '.module': 'php',
    '.install': 'php',
    '.theme': 'php',
  },
  interpreters: /^php[\d.]*$/,
  comments: ['//', '#', '/*'],
  calls: CALLS,
  manifest: 'composer.json',
  minified: false,
  traits: { ...COMMON_TRAITS, callsTexts: true, autoloads: true, endings: ['', '.php'] },
  mentions: mentionedClasses,
  names: namesByDeclarations,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const names = new Names();
  const walker = new Walker(root, CALLS, {
    expression: (node) => lowerExpression(context, node),
    statement: (node) => lowerStatement(context, node),
  });
  const context: PhpContext = { walker, names };
  const body = walker.file(root.isError ? [root] : childrenOf(root));
  return { package: names.package, imports: names.imports, exports: null, body };
}
