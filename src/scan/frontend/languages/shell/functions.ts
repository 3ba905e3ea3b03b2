// Functions of a shell -> the IR: `$1` is a parameter, what is written last is returned.
import type { Node } from 'web-tree-sitter';
import type { Expression, FunctionSyntax, Parameter, Statement } from '../../../ir.js';
import { placeOf } from '../../ir-builders.js';
import { echoed, printed, withoutNewline } from './commands.js';
import type { Positions, ShellContext } from './context.js';

/** Lowers a function; its parameters are the arguments that it uses. */
export function lowerFunction(context: ShellContext, node: Node): FunctionSyntax {
  const { positions: outer, nesting } = context;
  const positions: Positions = {
    ...{ highest: 0, shifted: 0, unsure: false, rest: false, defaults: new Map() },
  };
  context.positions = positions;
  context.nesting = 0;
  const body = node.childForFieldName('body');
  const statements = body ? context.statements([body]) : [];
  context.positions = outer;
  context.nesting = nesting;
  const parameter = (name: string, rest: boolean): Parameter => ({
    ...{ name, rest, default: positions.defaults.get(name) ?? null, type: null, annotations: [] },
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

/** `echo` at the end, or before a `return`, gives the value of `$(f)`. */
function returning(body: readonly Statement[], node: Node, isEnd: boolean): Statement[] {
  const kept = body.filter((statement) => !isReturn(statement));
  return body.flatMap((statement, index): Statement[] => {
    if (isReturn(statement)) return [];
    const next = body[index + 1];
    const ends = (isEnd && statement === kept.at(-1)) || (next !== undefined && isReturn(next));
    if (statement.kind === 'branch')
      return [
        { ...statement, bodies: statement.bodies.map((inner) => returning(inner, node, ends)) },
      ];
    const written = ends && statement.kind === 'do' ? writtenBy(statement.value, node) : null;
    return written ? [{ kind: 'return', value: written, at: written.at }] : [statement];
  });
}

const isReturn = (statement: Statement): boolean =>
  statement.kind === 'do' && /^(return|exit)$/.test(calledBy(statement.value));

const calledBy = (value: Expression): string =>
  value.kind === 'call' && value.callee.kind === 'name' ? value.callee.name : '';

function writtenBy(value: Expression, node: Node): Expression | null {
  if (value.kind !== 'call') return null;
  switch (calledBy(value)) {
    case 'echo':
      return {
        ...echoed(
          value.args.map((argument) => ({ ...argument, node })),
          node,
        ),
        at: value.at,
      };
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
