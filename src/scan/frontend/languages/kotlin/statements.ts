// A statement of Kotlin -> the IR.

import type { Statement } from '../../../ir.js';
import { labelled } from '../../c-switches.js';
import { name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isLeading } from './annotations.js';
import { blockOf } from './bodies.js';
import { branchStatement, tryStatement } from './branches.js';
import { lowerClass } from './classes.js';
import { type KotlinContext, within } from './context.js';
import { unpack } from './destructuring.js';
import { lowerFunction } from './functions.js';
import { jump } from './jumps.js';
import { partsOf, plainName } from './nodes.js';
import { assignment } from './operators.js';
import { variable } from './properties.js';

/** Lowers a statement; what has no rule lowers its children. */
export function lowerStatement(node: Node, context: KotlinContext): Statement[] {
  const { walker } = context;
  const parts = partsOf(node);
  switch (node.type) {
    case 'import':
    case 'package_header':
    case 'type_alias':
      return [];
    case 'property_declaration':
      return variable(node, context);
    case 'assignment':
      return assignment(node, context);
    case 'function_declaration': {
      const own = plainName(node.childForFieldName('name')?.text ?? '');
      return [{ kind: 'function', function: lowerFunction(node, context, own) }];
    }
    case 'class_declaration':
    case 'object_declaration':
    case 'companion_object':
      return [{ kind: 'class', class: lowerClass(node, context) }];
    case 'if_expression':
    case 'when_expression':
      return branchStatement(node, context);
    case 'try_expression':
      return tryStatement(node, context);
    case 'for_statement':
    case 'while_statement':
    case 'do_while_statement':
      return loop(node, context);
    case 'annotated_expression':
      if (isLeading(node)) return [];
      break;
    case 'labeled_expression': {
      const [label, inner] = parts;
      if (!label || !inner || jump(node, context)) break;
      return labelled(walker.statement(inner), node);
    }
    case 'block':
    case 'source_file':
    case 'class_body':
    case 'enum_class_body':
    case 'ERROR':
      return walker.statements(parts);
  }
  const left = jump(node, context);
  return left ?? walker.effect(node);
}

/** `for (a in b)`, `while (a)`, `do { } while (a)` */
function loop(node: Node, context: KotlinContext): Statement[] {
  const { here, walker } = context;
  const at = placeOf(node);
  const label = partsOf(node)
    .find(({ type }) => type === 'label')
    ?.text.replace(/@\s*$/, '');
  const loops = here.loops + 1;
  const labels = label
    ? [...here.labels, { name: label, leaves: 'loop' as const, depth: loops }]
    : here.labels;
  const inside = (lower: () => Statement[]) => within(context, { labels, loops }, lower);
  if (node.type === 'for_statement') {
    const { item: declared, of, body } = partsOfFor(node);
    const value = of ? walker.expression(of) : null;
    const isPattern = declared?.type === 'multi_variable_declaration';
    const own = declared && partsOf(declared).find(({ type }) => type === 'identifier');
    const item = isPattern
      ? name(walker.hold(), declared)
      : own
        ? name(plainName(own.text), own)
        : null;
    const taken = isPattern ? walker.around(() => unpack(declared, item!, context)) : [];
    const inner = inside(() => [...taken, ...walker.statements(body ? blockOf(body) : [])]);
    return [{ kind: 'loop', item, of: value, body: inner, at }];
  }
  const condition = node.childForFieldName('condition');
  const body = partsOf(node).find((part) => part.type !== 'label' && part.id !== condition?.id);
  const run = inside(() => walker.statements(body ? blockOf(body) : []));
  const tested = condition ? walker.around(() => walker.effect(condition)) : [];
  const isDo = node.type === 'do_while_statement';
  return [
    {
      kind: 'loop',
      item: null,
      of: null,
      body: isDo ? [...run, ...tested] : [...tested, ...run],
      at,
    },
  ];
}

function partsOfFor(node: Node): { item: Node | null; of: Node | null; body: Node | null } {
  const word = node.children.findIndex(({ type }) => type === 'in');
  const end = node.children.findIndex(({ type }, index) => index > word && type === ')');
  const isPart = (part: Node) => part.isNamed && !part.isError && !/comment/.test(part.type);
  return {
    item: node.children.find(({ type }) => /variable_declaration$/.test(type)) ?? null,
    of: node.children.slice(word + 1, end === -1 ? undefined : end).find(isPart) ?? null,
    body: end === -1 ? null : (node.children.slice(end + 1).find(isPart) ?? null),
  };
}
