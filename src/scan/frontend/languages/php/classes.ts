// Functions, classes, interfaces, traits and enums of PHP -> the IR.
import type { Node } from 'web-tree-sitter';
import type {
  ClassSyntax,
  Expression,
  Field,
  FunctionSyntax,
  Parameter,
  Statement,
} from '../../../ir.js';
import { call, childrenOf, name, placeOf } from '../../ir-builders.js';
import { lowerArguments } from './calls.js';
import { type PhpContext, plainName } from './context.js';

/** A function, method, closure or arrow function. */
export function lowerFunction(context: PhpContext, node: Node): FunctionSyntax {
  const own = node.childForFieldName('name')?.text ?? null;
  const body = node.childForFieldName('body');
  const parameters = childrenOf(node.childForFieldName('parameters'))
    .filter(({ type }) => /_parameter$/.test(type))
    .map((parameter) => lowerParameter(context, parameter));
  return {
    name: own?.toLowerCase() === '__construct' ? 'constructor' : own,
    parameters,
    body: node.type === 'arrow_function' ? returned(context, body) : context.block(body),
    annotations: lowerAttributes(context, node),
    at: placeOf(node),
  };
}

function returned(context: PhpContext, body: Node | null): Statement[] {
  if (!body) return [];
  return context.frame.collect(() => [
    { kind: 'return', value: context.expression(body, body), at: placeOf(body) },
  ]);
}

function lowerParameter(context: PhpContext, node: Node): Parameter {
  const fallback = node.childForFieldName('default_value');
  return {
    name: plainName(node.childForFieldName('name')),
    default: fallback && context.expression(fallback, node),
    type: node.childForFieldName('type')?.text ?? null,
    rest: node.type === 'variadic_parameter',
    annotations: lowerAttributes(context, node),
  };
}

/** `#[Route('/x')]`: a call of its class. */
export function lowerAttributes(context: PhpContext, node: Node): Expression[] {
  return childrenOf(node.childForFieldName('attributes'))
    .flatMap((group) => childrenOf(group))
    .filter(({ type }) => type === 'attribute')
    .map((attribute) => {
      const [own] = childrenOf(attribute);
      const args = lowerArguments(context, attribute.childForFieldName('parameters'));
      return call(context.expression(own, attribute), args, attribute);
    });
}

/** A class of any kind; a used trait is a base, a promoted parameter a field. */
export function lowerClass(context: PhpContext, node: Node, own: string): ClassSyntax {
  const body =
    node.childForFieldName('body') ??
    childrenOf(node).find(({ type }) => /declaration_list$/.test(type)) ??
    null;
  const bases = childrenOf(node)
    .filter(({ type }) => /^(base_clause|class_interface_clause)$/.test(type))
    .flatMap((clause) => childrenOf(clause));
  const fields: Field[] = [];
  const methods: FunctionSyntax[] = [];
  for (const part of childrenOf(body)) {
    if (part.type === 'use_declaration')
      bases.push(...childrenOf(part).filter(({ type }) => /name$/.test(type)));
    else if (part.type === 'method_declaration') {
      fields.push(...promoted(part));
      methods.push(context.function(part));
    } else fields.push(...lowerFields(context, part));
  }
  return {
    ...{ name: own, fields, methods, classes: [] },
    bases: bases.map((base) => {
      context.qualified(base);
      return base.text.replace(/^\\/, '');
    }),
    annotations: lowerAttributes(context, node),
    at: placeOf(node),
  };
}

/** Properties, constants, and the cases of an enum. */
function lowerFields(context: PhpContext, node: Node): Field[] {
  const type = node.childForFieldName('type')?.text ?? null;
  const field = (key: string, value: Node | null | undefined, part: Node): Field => ({
    ...{ name: key, type, at: placeOf(part) },
    value: value ? context.expression(value, part) : null,
  });
  switch (node.type) {
    case 'property_declaration':
      return childrenOf(node)
        .filter((part) => part.type === 'property_element')
        .map((part) =>
          field(
            plainName(part.childForFieldName('name')),
            part.childForFieldName('default_value'),
            part,
          ),
        );
    case 'const_declaration':
      return childrenOf(node)
        .filter((part) => part.type === 'const_element')
        .map((part) => {
          const [own, value] = childrenOf(part);
          return field(own?.text ?? '', value, part);
        });
    case 'enum_case':
      return [
        field(node.childForFieldName('name')?.text ?? '', node.childForFieldName('value'), node),
      ];
    default:
      return [];
  }
}

/** `__construct(private Client $http)` declares a field. */
function promoted(method: Node): Field[] {
  return childrenOf(method.childForFieldName('parameters'))
    .filter((parameter) => parameter.type === 'property_promotion_parameter')
    .map((parameter): Field => {
      const own = plainName(parameter.childForFieldName('name'));
      const type = parameter.childForFieldName('type')?.text ?? null;
      return { name: own, value: name(own, parameter), type, at: placeOf(parameter) };
    });
}
