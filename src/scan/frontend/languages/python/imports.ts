// A Python file -> its imports, wherever they stand, and the names that it declares.

import type { Import } from '../../../ir.js';
import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { FileNames } from './context.js';

/** Reads `import a.b`, `import a as b`, `from ..a import b as c` and `from a import *`. */
export function readImports(root: Node): Import[] {
  const nodes = root.descendantsOfType(['import_statement', 'import_from_statement']);
  return nodes.flatMap((node) =>
    !node ? [] : node.type === 'import_statement' ? readModules(node) : readNames(node),
  );
}

function readModules(node: Node): Import[] {
  return named(node).flatMap(({ own, alias }): Import[] => {
    if (alias !== null) return [{ local: alias, from: own, name: null }];
    const first = own.split('.')[0]!;
    const whole: Import = { local: own, from: own, name: null };
    // `import a.b` binds `a`, and what is read through it is mostly `a.b`
    return first === own ? [whole] : [{ local: first, from: first, name: null }, whole];
  });
}

function readNames(node: Node): Import[] {
  const from = node.childForFieldName('module_name')?.text.replace(/\s/g, '') ?? '';
  if (childrenOf(node).some(({ type }) => type === 'wildcard_import'))
    return [{ local: '*', from, name: '*' }];
  return named(node).map(({ own, alias }) => ({ local: alias ?? own, from, name: own }));
}

function named(node: Node): { own: string; alias: string | null }[] {
  return node.childrenForFieldName('name').flatMap((part) => {
    if (!part) return [];
    const own = part.childForFieldName('name')?.text ?? part.text;
    return [{ own: own.replace(/\s/g, ''), alias: part.childForFieldName('alias')?.text ?? null }];
  });
}

/** The names by which the file's lowering tells a class from a function. */
export function readNamesOf(root: Node, imports: readonly Import[]): FileNames {
  const declared = (type: string) =>
    new Set(
      root.descendantsOfType(type).map((node) => node?.childForFieldName('name')?.text ?? ''),
    );
  const locals = imports.map(({ local }) => local);
  return {
    classes: declared('class_definition'),
    functions: declared('function_definition'),
    imported: new Set(locals),
    dotted: new Set(locals.filter((local) => local.includes('.'))),
  };
}
