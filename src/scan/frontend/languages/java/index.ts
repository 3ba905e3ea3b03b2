// Java source -> the IR.

import type { Import } from '../../../ir.js';
import { childrenOf } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import { mentionedClasses, namesByDeclarations } from '../../mentions.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
import { lowerExpression } from './expressions.js';
import { lowerStatement } from './statements.js';

/** What calls something. */
const CALLS = [
  'method_invocation',
  'object_creation_expression',
  'explicit_constructor_invocation',
];

export const java = defineLanguage({
  id: 'java',
  summary: 'Java',
  extensions: { '.java': 'java' },
  interpreters: null,
  comments: ['//', '/*'],
  calls: CALLS,
  manifest: null,
  minified: false,
  traits: { ...COMMON_TRAITS, typed: true },
  mentions: mentionedClasses,
  names: namesByDeclarations,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const top = childrenOf(root);
  const declared = top.find(({ type }) => type === 'package_declaration');
  const walker = new Walker(root, CALLS, {
    expression: lowerExpression,
    statement: lowerStatement,
  });
  return {
    package: declared ? pathIn(declared) : null,
    imports: top.filter(({ type }) => type === 'import_declaration').map(importOf),
    exports: null,
    body: walker.file(top),
  };
}

/** `a.b.c` of a package or an import. */
const pathIn = (node: Node): string =>
  (childrenOf(node).find(({ type }) => /identifier$/.test(type))?.text ?? '').replace(/\s/g, '');

function importOf(node: Node): Import {
  const path = pathIn(node);
  if (node.namedChildren.some((child) => child?.type === 'asterisk'))
    return { local: '*', from: path, name: '*' };
  const dot = path.lastIndexOf('.');
  const name = path.slice(dot + 1);
  return { local: name, from: path.slice(0, Math.max(dot, 0)), name };
}
