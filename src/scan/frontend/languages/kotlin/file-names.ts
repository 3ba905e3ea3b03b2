// A parsed Kotlin file -> the names that it declares outside of functions, by which bare names are told apart.

import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { plainName } from './context.js';

/** What a file declares. */
export interface FileNames {
  /** Functions, properties and classes, whatever they stand in, and what is imported by name. */
  readonly declared: ReadonlySet<string>;
  /** Functions that are called on what is before them. */
  readonly extensions: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** Properties that can be assigned. */
  readonly variables: ReadonlySet<string>;
  /** Of these, those of the file itself. */
  readonly topVariables: ReadonlySet<string>;
}

/** The names of a file. */
export function fileNames(root: Node): FileNames {
  const functions = root.descendantsOfType('function_declaration');
  const ofFunctions = functions.flatMap((node) => nameOf(node) ?? []);
  const properties = root
    .descendantsOfType(['property_declaration', 'class_parameter'])
    .filter((node) => node.type === 'class_parameter' || !isLocal(node));
  const classes = root.descendantsOfType(['class_declaration', 'object_declaration']);
  const imported = root.descendantsOfType('import').flatMap((node) => localName(node) ?? []);
  const settable = properties.filter((node) => node.children.some(({ type }) => type === 'var'));
  const all = [...properties.flatMap(namesIn), ...classes.flatMap((node) => nameOf(node) ?? [])];
  return {
    declared: new Set([...ofFunctions, ...all, ...imported]),
    extensions: new Set(functions.filter(isExtension).flatMap((node) => nameOf(node) ?? [])),
    functions: new Set(ofFunctions),
    variables: new Set(settable.flatMap(namesIn)),
    topVariables: new Set(
      settable.filter(({ parent }) => parent?.type === 'source_file').flatMap(namesIn),
    ),
  };
}

/** Whether a function is declared for what stands before its name: `fun A.f()`. */
export const isExtension = (node: Node): boolean => receiverType(node) !== null;

/** The type before the name of a function or property. */
export function receiverType(node: Node): Node | null {
  const dot = node.children.findIndex(({ type }) => type === '.');
  return dot > 0 ? node.children[dot - 1]! : null;
}

const isLocal = ({ parent }: Node): boolean =>
  !['source_file', 'class_body', 'enum_class_body'].includes(parent?.type ?? '');

const nameOf = (node: Node): string | null => {
  const own = node.childForFieldName('name');
  return own && plainName(own.text);
};

/** The names that a property or a parameter of a class declares. */
function namesIn(node: Node): string[] {
  if (node.type === 'class_parameter') {
    const own = childrenOf(node).find(({ type }) => type === 'identifier');
    return own ? [plainName(own.text)] : [];
  }
  return childrenOf(node)
    .filter(({ type }) => /variable_declaration$/.test(type))
    .flatMap(variablesIn);
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
