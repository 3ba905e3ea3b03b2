// Functions, methods and closures of Go -> the IR; inside a method its receiver is `self`.
import type { Node } from 'web-tree-sitter';
import type { FunctionSyntax, Parameter } from '../../../ir.js';
import { childrenOf, name, placeOf } from '../../ir-builders.js';
import { type GoContext, plainType } from './context.js';
import { resultsOf } from './results.js';

/** Lowers a function of any kind. */
export function lowerFunction(context: GoContext, node: Node): FunctionSyntax {
  const { receiver, around } = context;
  const body = node.childForFieldName('body');
  const parameters = lowerParameters(node.childForFieldName('parameters'));
  const own = node.type === 'method_declaration' ? receiverName(node) : receiver;
  const hidden = parameters.some((parameter) => parameter.name === own);
  context.around = resultsOf(node);
  context.receiver = hidden ? null : own;
  const shadowed = own !== null && node.type === 'method_declaration' && isDeclared(own, body);
  if (shadowed) context.receiver = null;
  const at = placeOf(node);
  const statements = context.statements(childrenOf(body));
  if (shadowed)
    statements.unshift({
      ...{ kind: 'assign', target: name(own, node), value: { kind: 'self', at } },
      ...{ adds: false, type: null, at },
    });
  context.receiver = receiver;
  context.around = around;
  return {
    name: node.childForFieldName('name')?.text ?? null,
    ...{ parameters, body: statements, annotations: [], at },
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
      .flatMap((n) => (n?.isNamed ? n.text : []));
    return (names.length > 0 ? names : [` ${index}`]).map((own) => ({
      ...{ name: own === '_' ? ` ${index}` : own, default: null, type, rest, annotations: [] },
    }));
  });
}
