// Kotlin source -> the IR.

import type { Import } from '../../../ir.js';
import { childrenOf } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
import { type KotlinContext, NOWHERE } from './context.js';
import { lowerExpression } from './expressions.js';
import { fileNames } from './file-names.js';
import { mentionsOf, namesOf } from './mentions.js';
import { plainName } from './nodes.js';
import { readable } from './readable.js';
import { lowerStatement } from './statements.js';

/** What calls something. */
const CALLS = ['call_expression', 'constructor_invocation', 'constructor_delegation_call'];

export const kotlin = defineLanguage({
  id: 'kotlin',
  summary: 'Kotlin',
  extensions: { '.kt': 'kotlin', '.kts': 'kotlin' },
  interpreters: /^(kotlin|kscript)$/,
  comments: ['//', '/*'],
  calls: CALLS,
  manifest: null,
  minified: false,
  readable,
  traits: { ...COMMON_TRAITS, assignsOuter: 'all', typed: true, platform: 'java' },
  mentions: mentionsOf,
  names: namesOf,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const walker = new Walker(root, CALLS, {
    expression: (node) => lowerExpression(node, context),
    statement: (node) => lowerStatement(node, context),
  });
  const context: KotlinContext = {
    walker,
    names: fileNames(root),
    delegates: new Set(),
    here: NOWHERE,
  };
  const top = childrenOf(root);
  const declared = top.find(({ type }) => type === 'package_header');
  return {
    package: declared ? pathIn(declared) : null,
    imports: top.filter(({ type }) => type === 'import').map(importOf),
    exports: null,
    body: walker.file(top),
  };
}

/** `a.b.c` of a package or an import. */
const pathIn = (node: Node): string =>
  (childrenOf(node)[0]?.text ?? '')
    .split('.')
    .map((part) => plainName(part.trim()))
    .join('.');

function importOf(node: Node): Import {
  const path = pathIn(node);
  if (node.children.some(({ type }) => type === '*')) return { local: '*', from: path, name: '*' };
  const dot = path.lastIndexOf('.');
  const name = path.slice(dot + 1);
  const alias = childrenOf(node)[1];
  return {
    local: alias ? plainName(alias.text) : name,
    from: path.slice(0, Math.max(dot, 0)),
    name,
  };
}
