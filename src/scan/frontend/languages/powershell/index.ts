// A parsed PowerShell file -> its lowered form: its parameters, its statements, and the scripts that it reads.
import { type Expression, SETTINGS, type Statement } from '../../../ir.js';
import { assign, childrenOf, firstThere, member, name } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
import type { PowerShellContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { mentionsOf, namesOf } from './mentions.js';
import { variableName } from './names.js';
import { readable } from './readable.js';
import { signaturesIn } from './signatures.js';
import { lowerStatement } from './statements.js';

/** What calls something. */
const CALLS = ['command', 'invokation_expression'];

/** Lowers PowerShell; names are in one case, and what a function outputs is what it returns. */
export const powershell = defineLanguage({
  id: 'powershell',
  summary: 'PowerShell',
  extensions: { '.ps1': 'powershell', '.psm1': 'powershell', '.psd1': 'powershell' },
  interpreters: /^(pwsh|powershell)(-preview)?$/,
  comments: ['#'],
  calls: CALLS,
  manifest: null,
  minified: false,
  readable,
  traits: {
    ...COMMON_TRAITS,
    assignsOuter: 'closures',
    imports: 'scripts',
    absentIsEmpty: false,
    callsTexts: true,
    sharesFunctions: true,
  },
  mentions: mentionsOf,
  names: namesOf,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const walker = new Walker(root, CALLS, {
    expression: (node) => lowerExpression(context, node),
    statement: (node) => lowerStatement(context, node),
  });
  const context: PowerShellContext = {
    walker,
    imports: [],
    functions: signaturesIn(root),
    outer: new Set(),
    lists: new Set(),
    output: null,
    isLast: false,
    item: null,
    items: 0,
    returns: 'function',
    leaves: 'nothing',
  };
  const nodes = childrenOf(root).flatMap((node) =>
    node.type === 'statement_list' ? childrenOf(node) : [node],
  );
  const body = walker.around(() => [
    ...nodes
      .filter(({ type }) => type === 'param_block')
      .flatMap((node) => givenToFile(context, node)),
  ]);
  const own = walker.file(nodes.filter(({ type }) => type !== 'param_block'));
  return {
    package: null,
    imports: context.imports,
    exports: null,
    body: [...setInside(context, root, own), ...body, ...own],
  };
}

/** The variables of the script that functions alone set: they are there, and nothing. */
function setInside(
  { outer }: PowerShellContext,
  root: Node,
  body: readonly Statement[],
): Statement[] {
  const own = body.flatMap((one) =>
    one.kind === 'assign' && one.target.kind === 'name' ? [one.target.name] : [],
  );
  return [...outer]
    .filter((one) => !own.includes(one))
    .map((one) => assign(name(one, root), name('null', root), root));
}

/** The parameters of a script: whoever runs it gives them. */
function givenToFile({ walker }: PowerShellContext, node: Node): Statement[] {
  const listed = childrenOf(node).filter(({ type }) => type === 'parameter_list');
  return listed.flatMap(childrenOf).flatMap((one) => {
    const own = childrenOf(one).find(({ type }) => type === 'variable');
    const written = childrenOf(one).find(({ type }) => type === 'script_parameter_default');
    if (!own) return walker.effect(one);
    const called = variableName(own.text.trim());
    const outside: Expression = member(name(SETTINGS, one), called, one);
    const value = written ? walker.expression(childrenOf(written)[0], written) : null;
    return [assign(name(called, own), value ? firstThere([outside, value], one) : outside, one)];
  });
}
