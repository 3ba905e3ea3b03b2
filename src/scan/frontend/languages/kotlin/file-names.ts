// A parsed Kotlin file -> the names that it declares outside of functions, by which bare names are told apart.

import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { plainName } from './nodes.js';

/** What a file declares. */
export interface FileNames {
  /** What stands at its top, and what it imports by name. */
  readonly declared: ReadonlySet<string>;
  /** Functions that are called on what is before them. */
  readonly extensions: ReadonlySet<string>;
  /** All functions, methods among them. */
  readonly functions: ReadonlySet<string>;
  /** All properties, and parameters of classes. */
  readonly properties: ReadonlySet<string>;
  /** Where the one parameter of a lambda that declares none may be named: offsets, in order. */
  readonly its: readonly number[];
  /** Returns that name what they leave. */
  readonly labelled: readonly Node[];
  /** Properties at its top that can be assigned. */
  readonly variables: ReadonlySet<string>;
}

const DECLARATIONS = [
  ...['function_declaration', 'class_declaration', 'object_declaration'],
  ...['property_declaration', 'class_parameter'],
];

/** The names of a file. */
export function fileNames(root: Node): FileNames {
  const top = childrenOf(root);
  const functions = root.descendantsOfType('function_declaration');
  const properties = top.filter(({ type }) => type === 'property_declaration');
  const imported = top
    .filter(({ type }) => type === 'import')
    .flatMap((one) => localName(one) ?? []);
  return {
    declared: new Set([...top.flatMap(namesOf), ...imported]),
    extensions: new Set(functions.filter(isExtension).flatMap(namesOf)),
    functions: new Set(functions.flatMap(namesOf)),
    its: [...root.text.matchAll(/\bit\b/g)].map(({ index }) => root.startIndex + index),
    labelled: root
      .descendantsOfType('return_expression')
      .filter((node) => node.childForFieldName('label')),
    properties: new Set(
      root.descendantsOfType(['property_declaration', 'class_parameter']).flatMap(namesOf),
    ),
    variables: new Set(properties.filter(isVariable).flatMap(namesOf)),
  };
}

/** The members that a class declares, those of its companion and its enum constants among them. */
export function memberNames(node: Node): MemberNames {
  const own = partsWithin(node);
  return {
    declared: own.flatMap(namesOf),
    variables: own.filter(isVariable).flatMap(namesOf),
  };
}

/** The names of the members of a class. */
export interface MemberNames {
  readonly declared: readonly string[];
  readonly variables: readonly string[];
}

function partsWithin(node: Node): Node[] {
  const inner = childrenOf(node).filter(({ type }) =>
    /^(class_body|enum_class_body|primary_constructor|class_parameters|companion_object)$/.test(
      type,
    ),
  );
  return [
    ...childrenOf(node).filter(({ type }) => DECLARATIONS.includes(type) || type === 'enum_entry'),
    ...inner.flatMap(partsWithin),
  ];
}

const isVariable = ({ children }: Node): boolean => children.some(({ type }) => type === 'var');

/** Whether a function is declared for what stands before its name: `fun A.f()`. */
export const isExtension = (node: Node): boolean => receiverType(node) !== null;

/** The type before the name of a function or property. */
export function receiverType(node: Node): Node | null {
  const dot = node.children.findIndex(({ type }) => type === '.');
  return dot > 0 ? node.children[dot - 1]! : null;
}

/** The names that a declaration declares. */
function namesOf(node: Node): string[] {
  if (node.type === 'property_declaration')
    return childrenOf(node)
      .filter(({ type }) => /variable_declaration$/.test(type))
      .flatMap(variablesIn);
  const own =
    node.childForFieldName('name') ?? childrenOf(node).find(({ type }) => type === 'identifier');
  return own && /^(class_parameter|enum_entry|\w+_declaration)$/.test(node.type)
    ? [plainName(own.text)]
    : [];
}

/** The names of a declaration of a variable, or of several in parentheses. */
export const variablesIn = (node: Node): string[] =>
  node.descendantsOfType('variable_declaration').flatMap((one) => {
    const own = childrenOf(one).find(({ type }) => type === 'identifier');
    return own ? [plainName(own.text)] : [];
  });

function localName(node: Node): string | null {
  if (node.children.some(({ type }) => type === '*')) return null;
  const alias = childrenOf(node).find(({ type }) => type === 'identifier');
  return plainName(alias?.text ?? childrenOf(node)[0]?.text.split('.').at(-1) ?? '');
}
