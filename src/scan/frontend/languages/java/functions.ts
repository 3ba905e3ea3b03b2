// Methods, constructors and lambdas of Java, and their parameters -> the IR.

import type { FunctionSyntax, Parameter, Statement } from '../../../ir.js';
import { childrenOf, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';
import { annotationsOf } from './annotations.js';

/** Lowers a method (with its name) or a lambda (without). */
export function lowerFunction(node: Node, walker: Walker, name: string | null): FunctionSyntax {
  const lower = (): FunctionSyntax => {
    let parameters: Parameter[] = [];
    const body = walker.around(() => {
      parameters = parametersOf(node.childForFieldName('parameters'), walker);
      return bodyOf(node.childForFieldName('body'), walker);
    });
    const at = placeOf(node.childForFieldName('name') ?? node);
    return { name, parameters, body, annotations: annotationsOf(node, walker), at };
  };
  return name === null ? lower() : walker.inMethod(declaredIn(node), lower);
}

function bodyOf(body: Node | null, walker: Walker): Statement[] {
  if (!body) return [];
  return body.type === 'block' || body.type === 'constructor_body'
    ? walker.statements(childrenOf(body))
    : walker.returning(body);
}

const DECLARING = [
  ...['variable_declarator', 'formal_parameter', 'catch_formal_parameter', 'resource'],
  ...['enhanced_for_statement', 'instanceof_expression'],
];

const PATTERNS = ['type_pattern', 'record_pattern_component'];

/** The names that a piece of code declares, with those of the closures in it. */
export const declaredIn = (node: Node): string[] =>
  node.descendantsOfType([...DECLARING, ...PATTERNS]).flatMap((child) => {
    const own = PATTERNS.includes(child?.type ?? '')
      ? childrenOf(child).at(-1)
      : child?.childForFieldName('name');
    return own?.text ?? [];
  });

/** The parameters of a method, lambda or record. */
export function parametersOf(node: Node | null, walker: Walker): Parameter[] {
  if (!node) return [];
  const bare = (name: string): Parameter => ({
    name,
    default: null,
    type: null,
    rest: false,
    annotations: [],
  });
  if (node.type === 'identifier') return [bare(node.text)];
  return childrenOf(node).flatMap((child): Parameter[] => {
    if (child.type === 'identifier') return [bare(child.text)];
    const rest = child.type === 'spread_parameter';
    if (!rest && child.type !== 'formal_parameter') return [];
    const parts = childrenOf(child).filter(({ type }) => type !== 'modifiers');
    const declared = rest ? parts.at(-1) : child;
    const type = typeOf(rest ? (parts[0] ?? null) : child.childForFieldName('type'));
    const annotations = annotationsOf(child, walker);
    const name = declared?.childForFieldName('name')?.text ?? '';
    return [{ name, default: null, type, rest, annotations }];
  });
}

/** A declared type as written; `var` says none. */
export const typeOf = (node: Node | null): string | null =>
  node && node.text !== 'var' ? node.text : null;
