// Go source -> the IR: files, imports and packages.

import type { FunctionSyntax, Statement } from '../../../ir.js';
import { childrenOf, placeOf } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
import type { GoContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { readImports } from './imports.js';
import { mentionsOf, namesOf } from './mentions.js';
import { resultsIn } from './results.js';
import { lowerStatement } from './statements.js';

/** What calls something; `f[T](x)` looks like a conversion to a type. */
const CALLS = ['call_expression', 'type_conversion_expression'];

/** Lowers Go; the files of a package share their names. */
export const go = defineLanguage({
  id: 'go',
  summary: 'Go',
  extensions: { '.go': 'go' },
  interpreters: null,
  comments: ['//', '/*'],
  calls: CALLS,
  manifest: null,
  minified: false,
  traits: {
    ...COMMON_TRAITS,
    typed: true,
    assignsOuter: 'all',
    imports: 'folders',
    packages: 'folder',
    partialClasses: true,
    copiesObjects: true,
  },
  mentions: mentionsOf,
  names: namesOf,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const context = contextOf(root);
  const children = childrenOf(root);
  const body = context.walker.file(children);
  const clause = children.find(({ type }) => type === 'package_clause');
  return {
    package: clause?.namedChild(0)?.text ?? null,
    imports: readImports(root),
    exports: null,
    body: withMethods(body, context.methods, root),
  };
}

function contextOf(root: Node): GoContext {
  let variables: ReadonlySet<string> | null = null;
  const context: GoContext = {
    walker: new Walker(root, CALLS, {
      expression: (node) => lowerExpression(context, node),
      statement: (node) => lowerStatement(context, node),
    }),
    results: resultsIn(root),
    functions: new Set(
      childrenOf(root)
        .filter(({ type }) => type === 'function_declaration')
        .flatMap((node) => node.childForFieldName('name')?.text ?? []),
    ),
    variables: () => (variables ??= variablesIn(root)),
    methods: new Map(),
    receiver: null,
    around: { names: [], mayFail: false },
  };
  return context;
}

/** What declares variables. */
const DECLARING = ['var_spec', 'const_spec', 'parameter_declaration'];
/** What declares the names on its left. */
const ASSIGNING = ['short_var_declaration', 'range_clause'];

function variablesIn(root: Node): Set<string> {
  const declared = root
    .descendantsOfType(DECLARING)
    .flatMap((node) => node?.childrenForFieldName('name') ?? []);
  const assigned = root
    .descendantsOfType(ASSIGNING)
    .flatMap((node) => childrenOf(node?.childForFieldName('left') ?? null));
  return new Set([...declared, ...assigned].flatMap((node) => node?.text ?? []));
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
  const others = [...left].map(
    ([name, methods]): Statement => ({
      kind: 'class',
      class: {
        name,
        bases: [],
        fields: [],
        methods,
        classes: [],
        annotations: [],
        at: methods[0]?.at ?? placeOf(root),
      },
    }),
  );
  return [...own, ...others];
}
