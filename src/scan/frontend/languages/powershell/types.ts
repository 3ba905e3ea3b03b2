// A type as PowerShell writes it -> the class that it names, in one spelling.
import type { Expression } from '../../../ir.js';
import { member, name } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { foldName } from './names.js';

/** `[System.Net.WebClient]`, `Net.WebClient`: the namespaces and the class, without arguments and brackets of arrays. */
export function namesOfType(written: string): string[] {
  const plain = written
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/\[[\s\S]*$/, '')
    .trim();
  return plain.split('.').filter(Boolean).map(foldName);
}

/** A type as an expression. */
export const lowerType = (node: Node): Expression => typeNamed(node.text, node);

/** The same of a text: `New-Object Net.WebClient`. */
export function typeNamed(written: string, node: Node): Expression {
  const [first = '', ...rest] = namesOfType(written);
  return rest.reduce<Expression>((of, one) => member(of, one, node), name(first, node));
}
