// Properties, indexers and events of C# -> fields with values, and methods that nobody calls by name.

import type { Expression, Field, FunctionSyntax, Parameter } from '../../../ir.js';
import { orSetOutside } from '../../annotated-fields.js';
import { childrenOf, placeOf, runAtOnce } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';
import { attributeEffects, attributesOf } from './attributes.js';
import { bodyOf, declaredIn, parametersOf } from './functions.js';
import { identifierOf, typeOf } from './nodes.js';

/** What a property adds to its class. */
interface Members {
  readonly fields: Field[];
  readonly methods: FunctionSyntax[];
}

/** A property is a field; what its getter works out is its value, unless it has another. */
export function property(node: Node, walker: Walker, members: Members): void {
  const own = node.childForFieldName('name') ?? node;
  walker.hoist(...attributeEffects(node, walker));
  const written = node.childForFieldName('value');
  const value =
    written?.type === 'arrow_expression_clause'
      ? runBody(written, node, walker)
      : written && walker.expression(written);
  const getter = value ? null : getterOf(node);
  if (getter) walker.hoist(...attributeEffects(getter, walker));
  const computed = getter?.childForFieldName('body');
  const named = identifierOf(own);
  members.fields.push({
    name: named,
    value:
      orSetOutside(named, value, attributesOf(node, walker)) ??
      (computed ? runBody(computed, node, walker) : null),
    type: typeOf(node.childForFieldName('type')),
    at: placeOf(own),
  });
  accessors(node, getter, walker, members);
}

const getterOf = (node: Node): Node | null =>
  childrenOf(node.childForFieldName('accessors')).find(
    (part) => part.childForFieldName('name')?.type === 'get',
  ) ?? null;

/** What a body returns: a single expression as it is, more as a closure that is called at once. */
function runBody(body: Node, node: Node, walker: Walker): Expression {
  const statements = walker.inMethod(declaredIn(node), () => bodyOf(body, walker));
  return runAtOnce(statements, node);
}

/** Setters and the like are methods with a space in their names, which nobody can call by it. */
export function accessors(node: Node, getter: Node | null, walker: Walker, members: Members): void {
  const own = node.childForFieldName('name');
  const named = own ? identifierOf(own) : 'Item';
  const arrow = node.type === 'indexer_declaration' ? node.childForFieldName('value') : null;
  const list = childrenOf(node.childForFieldName('accessors'));
  let parameters = parametersOf(node.childForFieldName('parameters'), walker);
  for (const part of arrow ? [arrow] : list) {
    const kind = part.childForFieldName('name')?.text ?? 'get';
    const body = part === arrow ? part : part.childForFieldName('body');
    if (part.id === getter?.id) continue;
    if (!body) walker.hoist(...attributeEffects(part, walker));
    else {
      members.methods.push({
        name: `${named} ${kind}`,
        parameters: kind === 'get' ? parameters : [...parameters, VALUE],
        body: walker.inMethod(declaredIn(node), () => bodyOf(body, walker)),
        annotations: attributesOf(part, walker),
        at: placeOf(part),
      });
      // each default stands once
      parameters = parameters.map((one) => ({ ...one, default: null }));
    }
  }
}

const VALUE: Parameter = { name: 'value', default: null, type: null, rest: false, annotations: [] };
