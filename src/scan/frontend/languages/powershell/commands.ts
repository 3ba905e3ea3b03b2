// A command of PowerShell -> a call of its name with its parameters as named arguments, or what a known one does.
import { type Argument, type Expression, PROGRAM } from '../../../ir.js';
import { argument, call, childrenOf, member, name, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerCmdlet } from './cmdlets.js';
import { calleeIn, nameIn, type Part, partsOf, splatted, valueOfRun } from './command-words.js';
import { PIPED, type PowerShellContext } from './context.js';
import { includeFile } from './includes.js';
import { isProgram } from './programs.js';
import { isWeb, webParameter } from './web-cmdlets.js';

/** Parameters that every function may have, and those that are switches wherever they stand. */
const SWITCHES =
  /^(verbose|debug|whatif|confirm|force|passthru|recurse|asjob|usebasicparsing|skip\w+|allow\w+|noprofile|noproxy|raw)$/;

/** Lowers a command; `given` is what the stage before it gives. */
export function lowerCommand(
  context: PowerShellContext,
  node: Node,
  given: Expression | null,
): Expression {
  const { walker } = context;
  const own = nameIn(node);
  for (const child of childrenOf(node))
    if (child.type === 'command_elements' || child.type === 'foreach_command')
      for (const part of childrenOf(child))
        if (part.type === 'redirection') walker.hoist(...walker.effect(part));
  if (includeFile(context, node)) return unknown(node);
  if (own !== '' && isProgram(own, node)) return lowerProgram(context, own, node, given);
  const declared = context.functions.get(own);
  const parts = partsOf(
    node,
    (parameter) => declared?.switches.has(parameter) || (!declared && SWITCHES.test(parameter)),
  );
  const args = parts.map((part) => argumentOf(context, own, part, node));
  const known = declared ? null : lowerCmdlet(context, { own, args, given, node });
  if (known) return known;
  const piped = given ? [argument(given, isWeb(own) ? 'body' : PIPED)] : [];
  const of = own === '' ? calleeIn(node) : null;
  const callee = of ? walker.expression(of, node) : name(own, nameNodeOf(node));
  return call(callee, [...args, ...piped], node);
}

const nameNodeOf = (node: Node): Node =>
  childrenOf(node).find(({ type }) =>
    /^(command_name|command_name_expr|foreach_command)$/.test(type),
  ) ?? node;

function argumentOf(
  context: PowerShellContext,
  own: string,
  { parameter, written, run, isSplat }: Part,
  node: Node,
): Argument {
  if (isSplat && run[0]) {
    context.walker.expression(run[0], node);
    return { name: null, value: name(splatted(run[0]), run[0]), spread: true };
  }
  const value =
    run.length === 0 ? text('true', written ?? node) : valueOfRun(context, run, run[0]!);
  return argument(value, parameter === null ? null : parameterOf(context, own, parameter));
}

/** A parameter by its whole name: the beginning of it is enough. */
function parameterOf(context: PowerShellContext, own: string, parameter: string): string {
  if (isWeb(own)) return webParameter(parameter);
  const declared = context.functions.get(own)?.parameters ?? [];
  if (declared.includes(parameter)) return parameter;
  const [only, second] = declared.filter((one) => one.startsWith(parameter));
  return only && !second ? only : parameter;
}

/** `curl.exe -X POST $url`: a program, with one argument a word. */
function lowerProgram(
  context: PowerShellContext,
  own: string,
  node: Node,
  given: Expression | null,
): Expression {
  const args = partsOf(node, () => true).map((part): Argument => {
    const { written, run, isSplat } = part;
    if (isSplat && run[0])
      return { name: null, value: name(splatted(run[0]), run[0]), spread: true };
    return argument(
      written ? text(written.text.trim(), written) : valueOfRun(context, run, run[0]!),
    );
  });
  if (given) context.walker.hoistEffect(given);
  const callee = member(name(PROGRAM, node), own.replace(/\.exe$/, ''), nameNodeOf(node));
  return call(callee, args, node);
}
