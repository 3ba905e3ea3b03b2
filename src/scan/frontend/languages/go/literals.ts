// Literals of Go: texts, numbers, and composite literals of structs, maps and slices -> the IR.

import type { Expression } from '../../../ir.js';
import { argument, placeOf, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { unescapeText } from '../../string-literals.js';
import { hoistLengths } from './array-lengths.js';
import { type GoContext, partsOf } from './context.js';
import { lowerType } from './types.js';

/** A text, rune or number. */
export function lowerConstant(node: Node): Expression {
  switch (node.type) {
    case 'interpreted_string_literal':
      return text(unescapeText(node.text.replace(/^"|"$/g, ''), '"'), node);
    case 'raw_string_literal':
      return text(node.text.replace(/^`|`$/g, '').replaceAll('\r', ''), node);
    case 'rune_literal':
      return text(unescapeText(node.text.replace(/^'|'$/g, ''), "'"), node);
    default:
      return text(node.text, node);
  }
}

/** `T{a: b}` makes a struct of its fields; a map is an object, a slice a list. */
export function lowerComposite(context: GoContext, node: Node): Expression {
  const body = node.childForFieldName('body');
  const type = node.childForFieldName('type');
  hoistLengths(context, type);
  return body ? lowerValue(context, type, body, node) : unknown(node);
}

function lowerValue(context: GoContext, type: Node | null, body: Node, node: Node): Expression {
  return context.walker.deeper(
    () => {
      switch (type?.type) {
        case 'slice_type':
        case 'array_type':
        case 'implicit_length_array_type':
          return lowerList(context, type.childForFieldName('element'), body, node);
        case 'map_type':
          return lowerMap(context, type.childForFieldName('value'), body, node);
        case 'pointer_type':
          return lowerValue(context, partsOf(type)[0] ?? null, body, node);
        case 'type_identifier':
        case 'qualified_type':
        case 'generic_type':
          return lowerStruct(context, type, body, node);
        default:
          return hasKeys(body)
            ? lowerMap(context, null, body, node)
            : lowerList(context, null, body, node);
      }
    },
    () => unknown(node),
  );
}

const hasKeys = (body: Node): boolean => partsOf(body)[0]?.type === 'keyed_element';

/** A named type may be a map too: the keys of a struct are bare names. */
function lowerStruct(context: GoContext, type: Node, body: Node, node: Node): Expression {
  const elements = partsOf(body);
  const isMap = elements.some((element) => {
    const key = element.childForFieldName('key');
    return key && partsOf(key)[0]?.type !== 'identifier';
  });
  if (isMap) return lowerMap(context, null, body, node);
  const args = elements.map((element) => {
    const key = element.childForFieldName('key')?.text ?? null;
    return argument(
      lowerElement(context, null, element.childForFieldName('value') ?? element),
      key,
    );
  });
  return { kind: 'new', type: lowerType(type), args, at: placeOf(node) };
}

function lowerMap(context: GoContext, type: Node | null, body: Node, node: Node): Expression {
  const entries = partsOf(body).map((element) => {
    const [key, value] = [element.childForFieldName('key'), element.childForFieldName('value')];
    return {
      key: key && structKey(context, key, type),
      value: lowerElement(context, type, value ?? element),
    };
  });
  return { kind: 'object', entries, at: placeOf(node) };
}

const structKey = (context: GoContext, key: Node, type: Node | null): Expression =>
  // without a type, it is a struct inside a slice of unnamed ones
  !type && partsOf(key)[0]?.type === 'identifier'
    ? text(key.text, key)
    : lowerElement(context, null, key);

function lowerList(context: GoContext, type: Node | null, body: Node, node: Node): Expression {
  const { walker } = context;
  const items = partsOf(body).map((element) => {
    const key = element.childForFieldName('key');
    if (key) walker.hoist(...walker.effect(key));
    return lowerElement(context, type, element.childForFieldName('value') ?? element);
  });
  return { kind: 'list', items, at: placeOf(node) };
}

/** An element of a literal; where it has no type of its own it has the element type of the literal. */
function lowerElement(context: GoContext, type: Node | null, element: Node): Expression {
  const [inner = element] = element.type === 'literal_element' ? partsOf(element) : [];
  return inner.type === 'literal_value'
    ? lowerValue(context, type, inner, inner)
    : context.walker.expression(inner);
}

/** `make(map[string]string)`, `make([]string, 0)`, `new(T)`; of the sizes only what they do counts. */
export function lowerMake(context: GoContext, node: Node, args: readonly Node[]): Expression {
  const { walker } = context;
  const [type, ...sizes] = args;
  for (const size of sizes) walker.hoist(...walker.effect(size));
  if (!type) return unknown(node);
  if (!/_type$|identifier$/.test(type.type)) return unknown(node, [walker.expression(type)]);
  hoistLengths(context, type);
  const at = placeOf(node);
  if (type.type === 'map_type') return { kind: 'object', entries: [], at };
  if (type.type === 'slice_type') return { kind: 'list', items: [], at };
  return /^(type_identifier|qualified_type|generic_type|identifier)$/.test(type.type)
    ? { kind: 'new', type: lowerType(type), args: [], at }
    : unknown(node);
}
