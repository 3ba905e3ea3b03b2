// Functions of a shell -> the IR: `$1` is a parameter, what is written last is returned.

import type { Expression, FunctionSyntax, Parameter, Statement } from '../../../ir.js';
import { childrenOf, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { effectsOf } from './builtins.js';
import { type Positions, type ShellContext, within } from './context.js';
import { containedBody } from './leaving.js';
import { readInput } from './redirects.js';
import { echoed, printed, withoutNewline } from './written.js';

/** Lowers a function; its parameters are the arguments that it uses. */
export function lowerFunction(context: ShellContext, node: Node): FunctionSyntax {
  const positions: Positions = {
    highest: 0,
    shifted: 0,
    unsure: false,
    rest: false,
    defaults: new Map(),
  };
  const statements = within(context, { positions, nesting: 0, leavable: 'nothing' }, () =>
    lowerBody(context, node),
  );
  const parameter = (name: string, rest: boolean): Parameter => ({
    name,
    rest,
    default: positions.defaults.get(name) ?? null,
    type: null,
    annotations: [],
  });
  const numbered = Array.from({ length: Math.min(positions.highest, 99) }, (_, index) =>
    parameter(String(index + 1), false),
  );
  return {
    name: node.childForFieldName('name')?.text ?? null,
    parameters: positions.rest ? [...numbered, parameter('@', true)] : numbered,
    body: returning(statements, node, true),
    annotations: [],
    at: placeOf(node),
  };
}

/** The body, behind what its redirections do each time. */
function lowerBody(context: ShellContext, node: Node): Statement[] {
  const { walker } = context;
  const body = node.childForFieldName('body');
  return walker.around(() => {
    const { input, last, after } = readInput(context, node);
    for (const { value } of input) walker.hoistEffect(value);
    const before = effectsOf(last);
    if (!body) return [...before, ...after];
    const own =
      body.type === 'subshell'
        ? containedBody(walker.statement(body, () => walker.statements(childrenOf(body))))
        : walker.statements([body]);
    return [...before, ...own, ...after];
  });
}

/** `echo` at the end, or before what leaves, gives the value of `$(f)`. */
function returning(body: readonly Statement[], node: Node, isEnd: boolean): Statement[] {
  let returned = false;
  return body.flatMap((statement, index): Statement[] => {
    const next = body[index + 1];
    const ends = next ? isLeaving(next) : isEnd;
    const isDone = returned && isLeaving(statement);
    returned = false;
    if (isDone) return [];
    if (statement.kind === 'branch') {
      const bodies = statement.bodies.map((inner, at) => {
        const last = inner.at(-1);
        if (!ends || !statement.falls) return returning(inner, node, ends);
        // a body that falls into the next one writes more
        if (last?.kind !== 'leave')
          return returning(inner, node, at === statement.bodies.length - 1);
        return [...returning(inner.slice(0, -1), node, last.by === 'break'), last];
      });
      return [{ ...statement, bodies }];
    }
    // a shell of its own: what leaves it goes on behind it
    if (statement.kind === 'try' && ends)
      return [{ ...statement, body: returning(statement.body, node, ends) }];
    const written = ends && statement.kind === 'do' ? writtenBy(statement.value, node) : null;
    returned = written !== null;
    return [written ? { kind: 'return', value: written, at: written.at } : statement];
  });
}

const isLeaving = (statement: Statement): boolean =>
  (statement.kind === 'return' && !statement.value) ||
  (statement.kind === 'leave' && statement.by === 'throw');

function writtenBy(value: Expression, node: Node): Expression | null {
  if (value.kind !== 'call') return null;
  switch (value.callee.kind === 'name' ? value.callee.name : '') {
    case 'echo':
      return { ...echoed(value.args, node), at: value.at };
    case 'printf':
      return printed(value);
    case 'cat': {
      const input = value.args.find(({ name }) => name === '<<')?.value;
      return value.args.length === 1 && input ? withoutNewline(input) : null;
    }
    default:
      return value;
  }
}
