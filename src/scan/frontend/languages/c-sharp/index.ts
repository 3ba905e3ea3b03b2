// C# source -> the IR.

import { FOR_ALL, type Import } from '../../../ir.js';
import { childrenOf, withoutTypeArguments } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
import { lowerExpression } from './expressions.js';
import { mentionsOf, namesOf } from './mentions.js';
import { lowerStatement } from './statements.js';

/** What calls something. */
const CALLS = [
  'invocation_expression',
  'object_creation_expression',
  'implicit_object_creation_expression',
  'constructor_initializer',
  'primary_constructor_base_type',
];

export const cSharp = defineLanguage({
  id: 'c-sharp',
  summary: 'C#',
  extensions: { '.cs': 'c-sharp', '.csx': 'c-sharp' },
  interpreters: null,
  comments: ['//', '/*'],
  calls: CALLS,
  manifest: null,
  minified: false,
  traits: { ...COMMON_TRAITS, assignsOuter: 'all', partialClasses: true, typed: true },
  mentions: mentionsOf,
  names: namesOf,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const walker = new Walker(root, CALLS, {
    expression: lowerExpression,
    statement: lowerStatement,
  });
  const directives = root.descendantsOfType('using_directive').filter((node) => node !== null);
  return {
    package: namespaceOf(root),
    imports: directives.flatMap(importsOf),
    exports: null,
    body: walker.file(childrenOf(root)),
  };
}

/** The namespace of a file; of several the first, with those around it. */
function namespaceOf(root: Node): string | null {
  const names: string[] = [];
  let rest: Node | null = root;
  while (rest) {
    const found: Node | undefined = childrenOf(rest).find(({ type }) =>
      /namespace_declaration$/.test(type),
    );
    if (found) names.push(found.childForFieldName('name')?.text.replace(/\s/g, '') ?? '');
    rest = found?.childForFieldName('body') ?? null;
  }
  return names.length > 0 ? names.join('.') : null;
}

/** `using A.B` and `using static A.B` give every name of it, `using C = A.B` one; with `global` before it to all files. */
function importsOf(node: Node): Import[] {
  const alias = node.childForFieldName('name');
  const path = childrenOf(node).find((child) => child.startIndex !== alias?.startIndex);
  const from = withoutTypeArguments(path?.text ?? '').replace(/^global::/, '');
  if (from === '') return [];
  const own: Import = alias
    ? { local: alias.text, from, name: null }
    : { local: '*', from, name: '*' };
  const isGlobal = node.children.some((part) => part?.type === 'global');
  return [isGlobal ? { ...own, local: `${FOR_ALL}${own.local}` } : own];
}
