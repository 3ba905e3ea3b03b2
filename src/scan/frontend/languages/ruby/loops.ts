// Loops of Ruby, and calls with a block that loop or define a method -> statements.

import type { Statement } from '../../../ir.js';
import { childrenOf, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { argumentEffects } from './calls.js';
import { firstOf, jumping, type RubyContext } from './context.js';
import { symbolText } from './file.js';
import { lowerClosure, parametersOf } from './functions.js';
import { lowerItem, lowerTarget } from './targets.js';

/** `while a`, `a until b`: the condition runs as often as the body, behind it where that is `begin ... end`. */
export function lowerWhile(context: RubyContext, node: Node): Statement[] {
  const { walker } = context;
  const [condition, inner] = [node.childForFieldName('condition'), node.childForFieldName('body')];
  const tested = condition ? walker.around(() => walker.effect(condition)) : [];
  const own = jumping(context, 'loop', () => context.body(inner, null));
  const body = inner?.type === 'begin' ? [...own, ...tested] : [...tested, ...own];
  return [{ kind: 'loop', item: null, of: null, body, at: placeOf(node) }];
}

/** `for a, b in c` */
export function lowerFor(context: RubyContext, node: Node): Statement[] {
  const { walker } = context;
  const pattern = node.childForFieldName('pattern');
  const targets = pattern?.type === 'left_assignment_list' ? childrenOf(pattern) : [pattern];
  const of = walker.expression(firstOf(node.childForFieldName('value')), node);
  const body = loopBody(context, () => {
    const nodes = targets.filter((one) => one !== null);
    const { item, unpacked } = lowerItem(context, nodes, node);
    return { item, body: [...unpacked, ...context.body(node.childForFieldName('body'), null)] };
  });
  return [{ kind: 'loop', ...body, of, at: placeOf(node) }];
}

type LoopBody = Pick<Extract<Statement, { kind: 'loop' }>, 'item' | 'body'>;

/** What the parts of a loop hoist runs in each of its turns. */
function loopBody(context: RubyContext, lower: () => LoopBody): LoopBody {
  let item: LoopBody['item'] = null;
  const body = jumping(context, 'loop', () =>
    context.walker.around(() => {
      const lowered = lower();
      item = lowered.item;
      return lowered.body;
    }),
  );
  return { item, body };
}

const EACH = /^(each|each_pair|each_with_index|find_each|reverse_each|each_entry)$/;
const COUNTS = /^(times|upto|downto|step|loop)$/;

/** `list.each do |a| ... end` and `loop do ... end`; `null` for any other call. */
export function lowerLoopCall(context: RubyContext, node: Node): Statement[] | null {
  const { walker } = context;
  const block = node.childForFieldName('block');
  const method = node.childForFieldName('method')?.text ?? '';
  const receiver = node.childForFieldName('receiver');
  const goesThrough = EACH.test(method) && receiver !== null;
  if (!block || !(goesThrough || (COUNTS.test(method) && (receiver || method === 'loop'))))
    return null;
  const parameters = block.childForFieldName('parameters');
  // `_1` and `it` are parameters of a closure
  if (!parameters && goesThrough) return null;
  const through = receiver && walker.expression(receiver, node);
  if (through && !goesThrough) walker.hoist(...doing(through, receiver));
  walker.hoist(...argumentEffects(context, node.childForFieldName('arguments')));
  const kind = parameters ? 'block' : 'bare block';
  const { value } = context.locals.inside(kind, () =>
    loopBody(context, () => {
      const nodes = parametersOf(context, parameters);
      const taken = goesThrough
        ? nodes.slice(0, method === 'each_with_index' ? 1 : nodes.length)
        : [];
      const { item, unpacked } = lowerItem(context, taken, node);
      const counts = nodes
        .slice(taken.length)
        .flatMap((one) => lowerTarget(context, one, unknown(one), one));
      const own = context.body(block.childForFieldName('body'), null);
      return { item, body: [...unpacked, ...counts, ...own] };
    }),
  );
  return [{ kind: 'loop', ...value, of: goesThrough ? through : null, at: placeOf(node) }];
}

/** `define_method(:a) { ... }` and `let(:a) { ... }`; `null` for any other call. */
export function lowerDefinition(context: RubyContext, node: Node): Statement[] | null {
  const method = node.childForFieldName('method')?.text ?? '';
  const block = node.childForFieldName('block');
  if (!block || node.childForFieldName('receiver') || !/^(define_method|let!?)$/.test(method))
    return null;
  const listed = node.childForFieldName('arguments');
  const first = firstOf(listed);
  const own = first ? symbolText(first) : null;
  if (own === null) return null;
  context.walker.hoist(...argumentEffects(context, listed));
  const closure = lowerClosure(context, block);
  return [{ kind: 'function', function: { ...closure, name: own } }];
}
