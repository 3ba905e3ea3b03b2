// Go source -> the IR: files, imports and packages.
import type { Node } from 'web-tree-sitter';
import type { ClassSyntax, FunctionSyntax, Statement } from '../../../ir.js';
import { Salvage, walkOf } from '../../error-recovery.js';
import { Hoisting } from '../../hoisting.js';
import { childrenOf, placeOf } from '../../ir-builders.js';
import { defineLanguage, type Lowered } from '../../language.js';
import type { GoContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { lowerFunction, receiverType } from './functions.js';
import { readImports } from './imports.js';
import { resultsIn } from './results.js';
import { lowerStatement } from './statements.js';

/** What calls something. */
const CALLS = ['call_expression'];

/** Lowers Go; the files of a package share their names. */
export const go = defineLanguage({
  id: 'go',
  summary: 'Go',
  extensions: { '.go': 'go' },
  comments: ['//', '/*'],
  calls: CALLS,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const salvage = new Salvage();
  const context = contextOf(root, salvage);
  const children = childrenOf(root);
  const methods = children.filter(({ type }) => type === 'method_declaration');
  const rest = children.filter(({ type }) => type !== 'method_declaration');
  const byType = new Map<string, FunctionSyntax[]>();
  for (const method of methods) {
    const type = receiverType(method);
    byType.set(type, [...(byType.get(type) ?? []), context.function(method)]);
  }
  const body = [...context.statements(rest), ...context.statements(salvage.missed(root))];
  const clause = children.find(({ type }) => type === 'package_clause');
  return {
    package: clause?.namedChild(0)?.text ?? null,
    imports: readImports(root),
    exports: null,
    body: withMethods(body, byType, root),
  };
}

/** Methods stand beside their types; those of a type of another file make a class of that name with them alone. */
function withMethods(
  body: readonly Statement[],
  byType: ReadonlyMap<string, readonly FunctionSyntax[]>,
  root: Node,
): Statement[] {
  const left = new Map(byType);
  const own = body.map((statement): Statement => {
    const methods = statement.kind === 'class' ? left.get(statement.class.name) : undefined;
    if (statement.kind !== 'class' || !methods) return statement;
    left.delete(statement.class.name);
    const all = [...statement.class.methods, ...methods];
    return { kind: 'class', class: { ...statement.class, methods: all } };
  });
  const others = [...left].map(([name, methods]): Statement => {
    const at = methods[0]?.at ?? placeOf(root);
    const none: Pick<ClassSyntax, 'bases' | 'fields' | 'classes' | 'annotations'> = {
      ...{ bases: [], fields: [], classes: [], annotations: [] },
    };
    return { kind: 'class', class: { ...none, name, methods, at } };
  });
  return [...own, ...others];
}

function contextOf(root: Node, salvage: Salvage): GoContext {
  const frame = new Hoisting();
  const context: GoContext = {
    ...{ frame, results: resultsIn(root), receiver: null },
    around: { names: [], mayFail: false },
    ...walkOf(frame, salvage, {
      expression: (node) => lowerExpression(context, node),
      statement: (node) => lowerStatement(context, node),
    }),
    function: (node) => lowerFunction(context, node),
  };
  return context;
}
