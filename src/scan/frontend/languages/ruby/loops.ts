// Ruby calls with a block that are statements of their own: `each` is a loop, `define_method` a method.
import type { Node } from 'web-tree-sitter';
import type { Statement } from '../../../ir.js';
import { childrenOf, placeOf, unknown } from '../../ir-builders.js';
import type { RubyContext } from './context.js';
import { symbolText } from './file.js';
import { lowerClosure, parametersOf } from './functions.js';
import { lowerItem, lowerTarget } from './targets.js';

const EACH = /^(each|each_pair|each_with_index|find_each|reverse_each|each_entry)$/;
const COUNTS = /^(times|upto|downto|step|loop)$/;

/** `list.each do |a| ... end` and `loop do ... end`; `null` for any other call. */
export function lowerLoopCall(context: RubyContext, node: Node): Statement[] | null {
  const block = node.childForFieldName('block');
  const method = node.childForFieldName('method')?.text ?? '';
  const receiver = node.childForFieldName('receiver');
  const goesThrough = EACH.test(method) && receiver !== null;
  if (!block || !(goesThrough || (COUNTS.test(method) && (receiver || method === 'loop'))))
    return null;
  const parameters = block.childForFieldName('parameters');
  // `_1` and `it` are parameters of a closure
  if (!parameters && goesThrough) return null;
  const through = receiver && context.expression(receiver, node);
  if (through && !goesThrough) context.frame.hoistEffect(through);
  const outer = context.inClosure;
  context.inClosure = false;
  const { value } = context.locals.inside('block', (): Statement[] => {
    const nodes = parametersOf(parameters);
    const taken = method === 'each_with_index' ? nodes.slice(0, 1) : nodes;
    const { item, unpacked } = lowerItem(context, goesThrough ? taken : [], node);
    const counts = nodes
      .filter((one) => one.type === 'identifier' && !(goesThrough && taken.includes(one)))
      .flatMap((one) => lowerTarget(context, one, unknown(one), one));
    const body = [...unpacked, ...counts, ...context.body(block.childForFieldName('body'), null)];
    return [{ kind: 'loop', item, of: goesThrough ? through : null, body, at: placeOf(node) }];
  });
  context.inClosure = outer;
  return value;
}

/** `define_method(:a) { ... }` and `let(:a) { ... }`; `null` for any other call. */
export function lowerDefinition(context: RubyContext, node: Node): Statement[] | null {
  const method = node.childForFieldName('method')?.text ?? '';
  const block = node.childForFieldName('block');
  if (!block || node.childForFieldName('receiver') || !/^(define_method|let!?)$/.test(method))
    return null;
  const [first] = childrenOf(node.childForFieldName('arguments'));
  const own = first ? symbolText(first) : null;
  if (own === null) return null;
  const closure = lowerClosure(context, block);
  return [{ kind: 'function', function: { ...closure, name: own } }];
}
