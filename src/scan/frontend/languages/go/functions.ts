// Functions, methods and closures of Go -> the IR; inside a method its receiver is `self`.

import { type FunctionSyntax, type Parameter, syntheticName } from '../../../ir.js';
import { assign, childrenOf, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { hoistLengths } from './array-lengths.js';
import { type GoContext, plainType } from './context.js';
import { resultsOf } from './results.js';

const HEADER = ['receiver', 'type_parameters', 'parameters', 'result'];

/** Lowers a function of any kind. */
export function lowerFunction(context: GoContext, node: Node): FunctionSyntax {
  const { receiver, around } = context;
  const body = node.childForFieldName('body');
  const parameters = lowerParameters(node.childForFieldName('parameters'));
  const own = node.type === 'method_declaration' ? receiverName(node) : receiver;
  const hidden = parameters.some((parameter) => parameter.name === own);
  // those of an interface's methods are hoisted by the type declaration around it
  if (node.type !== 'method_elem')
    hoistLengths(context, ...HEADER.map((key) => node.childForFieldName(key)));
  context.around = resultsOf(node);
  context.receiver = hidden ? null : own;
  const shadowed = own !== null && node.type === 'method_declaration' && isDeclared(own, body);
  if (shadowed) context.receiver = null;
  const at = placeOf(node);
  const statements = context.walker.statements(childrenOf(body));
  if (shadowed) statements.unshift(assign(name(own, node), { kind: 'self', at }, node));
  context.receiver = receiver;
  context.around = around;
  return {
    name: node.childForFieldName('name')?.text ?? null,
    parameters,
    body: statements,
    annotations: [],
    at,
  };
}

/** The type that a method belongs to. */
export function receiverType(node: Node): string {
  const [receiver] = childrenOf(node.childForFieldName('receiver'));
  return plainType(receiver?.childForFieldName('type')?.text ?? '');
}

function receiverName(node: Node): string | null {
  const [receiver] = childrenOf(node.childForFieldName('receiver'));
  return receiver?.childForFieldName('name')?.text ?? null;
}

/** Whether a body declares a variable of this name. */
function isDeclared(own: string, body: Node | null): boolean {
  const declarations = body?.descendantsOfType(['short_var_declaration', 'range_clause']) ?? [];
  return declarations.some((declaration) =>
    childrenOf(declaration?.childForFieldName('left') ?? null).some(({ text }) => text === own),
  );
}

function lowerParameters(list: Node | null): Parameter[] {
  return childrenOf(list).flatMap((declaration, index): Parameter[] => {
    const type = declaration.childForFieldName('type')?.text ?? null;
    const rest = declaration.type === 'variadic_parameter_declaration';
    const names = declaration
      .childrenForFieldName('name')
      .flatMap((own) => (own?.isNamed ? own.text : []));
    const unnamed = syntheticName(String(index));
    return (names.length > 0 ? names : ['_']).map((own) => ({
      name: own === '_' ? unnamed : own,
      default: null,
      type,
      rest,
      annotations: [],
    }));
  });
}
