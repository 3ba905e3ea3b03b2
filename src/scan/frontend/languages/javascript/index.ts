// JavaScript, TypeScript, JSX and TSX -> the IR.

import { childrenOf } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage } from '../../language.js';
import { mentionedModules, namesByPath } from '../../mentions.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
import { brokenSource, CALLS, type Context, emptyModules } from './context.js';
import { lowerExpression } from './expressions.js';
import { lowerStatement } from './statements.js';

const SUFFIXES = ['.js', '.ts', '.mjs', '.cjs', '.jsx', '.tsx', '.mts', '.cts'];
/** What an import leaves out: the suffix of a file, or the name of the file of a folder. */
const ENDINGS = ['', ...SUFFIXES, ...SUFFIXES.map((suffix) => `/index${suffix}`)];

/** JavaScript and TypeScript. */
export const javascript = defineLanguage({
  id: 'javascript',
  summary: 'JavaScript, TypeScript, JSX and TSX',
  extensions: {
    '.js': 'javascript',
    '.mjs': 'javascript',
    '.cjs': 'javascript',
    '.jsx': 'javascript',
    '.ts': 'typescript',
    '.mts': 'typescript',
    '.cts': 'typescript',
    '.tsx': 'tsx',
    // Apps Script
    '.gs': 'javascript',
  },
  interpreters: /^(node|nodejs|bun|deno|tsx|ts-node)$/,
  comments: ['//', '/*'],
  calls: CALLS,
  manifest: 'package.json',
  minified: true,
  traits: {
    ...COMMON_TRAITS,
    assignsOuter: 'all',
    imports: 'modules',
    endings: ENDINGS,
    functionClients: true,
  },
  mentions: mentionedModules,
  names: namesByPath,
  lower: (root) => {
    const walker = new Walker(root, CALLS, {
      expression: (node) => lowerExpression(node, context),
      statement: (node) => lowerStatement(node, context),
    });
    const modules = emptyModules();
    const context: Context = { walker, modules, broken: brokenSource(root) };
    passTypes(root, walker);
    const body = walker.file(root.isError ? [root] : childrenOf(root));
    return { package: null, ...modules, body };
  },
});

const TYPES = [
  'type_annotation',
  'type_arguments',
  'type_query',
  'type_alias_declaration',
  'interface_declaration',
  'ambient_declaration',
];

/** `import('a').B` as a type calls nothing: looked at here, it is no call that the rules have missed. */
function passTypes(root: Node, walker: Walker): void {
  if (!/\bimport\s*\(/.test(root.text)) return;
  for (const type of root.descendantsOfType(TYPES))
    for (const call of type?.descendantsOfType('call_expression') ?? [])
      if (call?.childForFieldName('function')?.type === 'import')
        walker.around(() => {
          walker.expression(call);
          return [];
        });
}
