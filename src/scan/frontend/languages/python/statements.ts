// A Python statement -> statements of the IR, in their order.

import type { Expression, Statement } from '../../../ir.js';
import { decided, inverted } from '../../conditions.js';
import { branch, childrenOf, leave, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { testOf } from '../../tests.js';
import { lowerAssignment, lowerAugmented } from './assignments.js';
import { lowerIf, lowerMatch, lowerTry, lowerWith } from './branches.js';
import { lowerClass } from './classes.js';
import type { PythonContext } from './context.js';
import { baseEffects, effectsOf, partsOf, tested, typeEffects } from './effects.js';
import { lowerFunction } from './functions.js';
import { lowerFor, lowerWhile } from './loops.js';

/** Lowers one statement; one without a rule lowers its children. */
export function lowerStatement(context: PythonContext, node: Node): Statement[] {
  const { walker } = context;
  const at = placeOf(node);
  switch (node.type) {
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      return [];
    case 'type_alias_statement':
      return typeEffects(walker, node);
    case 'global_statement':
    case 'nonlocal_statement':
      return partsOf(node).map((one) => ({
        kind: 'assign',
        target: name(one.text, one),
        value: unknown(one),
        adds: false,
        type: null,
        declares: false,
        at,
      }));
    case 'return_statement': {
      const [value] = partsOf(node);
      return [{ kind: 'return', value: value ? walker.expression(value) : null, at }];
    }
    case 'break_statement':
      return [leave('break', node)];
    case 'continue_statement':
      return [leave('continue', node)];
    case 'raise_statement':
      return [...partsOf(node).flatMap((part) => tested(walker, part)), leave('throw', node)];
    case 'assert_statement':
      return lowerAssert(context, node);
    case 'if_statement':
      return lowerIf(context, node);
    case 'match_statement':
      return lowerMatch(context, node);
    case 'for_statement':
      return lowerFor(context, node);
    case 'while_statement':
      return lowerWhile(context, node);
    case 'with_statement':
      return lowerWith(context, node);
    case 'try_statement':
      return lowerTry(context, node);
    case 'function_definition':
    case 'class_definition':
      return lowerDefinition(context, node, []);
    case 'decorated_definition':
      return lowerDecorated(context, node);
    case 'assignment':
      return lowerAssignment(context, node);
    case 'augmented_assignment':
      return lowerAugmented(context, node);
    default:
      return /^(ERROR|block|module|decorator|.*(_statement|_clause))$/.test(node.type)
        ? walker.statements(childrenOf(node))
        : effectsOf(walker, node);
  }
}

/** `assert a, b` throws where `a` does not hold, and only then works out `b`. */
function lowerAssert({ walker }: PythonContext, node: Node): Statement[] {
  const [condition = null, ...message] = partsOf(node);
  const thrown = [...message.flatMap((part) => tested(walker, part)), leave('throw', node)];
  const failing = decided([inverted(testOf(condition, walker))]);
  return [...tested(walker, condition), branch([thrown], false, node, false, failing)];
}

function lowerDefinition(
  context: PythonContext,
  node: Node,
  annotations: readonly Expression[],
): Statement[] {
  if (node.type !== 'class_definition')
    return [{ kind: 'function', function: lowerFunction(context, node, annotations) }];
  return [
    ...baseEffects(context.walker, node),
    { kind: 'class', class: lowerClass(context, node, annotations) },
  ];
}

function lowerDecorated(context: PythonContext, node: Node): Statement[] {
  const { walker } = context;
  const annotations = partsOf(node)
    .filter(({ type }) => type === 'decorator')
    .map((decorator) => walker.expression(partsOf(decorator)[0], decorator));
  const definition = node.childForFieldName('definition');
  return definition
    ? lowerDefinition(context, definition, annotations)
    : annotations.map((value) => ({ kind: 'do', value, at: value.at }));
}
