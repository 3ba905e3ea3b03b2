// The body of a function -> the same with a declaration of each variable that it uses.
import type { Body, Statement } from './tree.js';

const literal = (text: string) => ({ kind: 'literal', text }) as const;

/** What a variable is to begin with, where nothing is assigned before it is used. */
const LOCALS: Readonly<Record<string, () => Statement>> = {
  act: () => ({
    kind: 'let function',
    name: 'act',
    value: { kind: 'function', name: 'query' },
  }),
  client: () => ({ kind: 'let instance', name: 'client', type: 'Base', given: null }),
  endpoint: () => ({
    kind: 'let instance',
    name: 'endpoint',
    type: 'Endpoint',
    given: literal('/account/~/endpoint'),
  }),
  options: () => ({
    kind: 'let object',
    name: 'options',
    method: literal('GET'),
    path: literal('/account/~/options'),
  }),
  mode: () => ({ kind: 'let', name: 'mode', value: literal('a') }),
  verb: () => ({ kind: 'let', name: 'verb', value: literal('GET') }),
  route: () => ({ kind: 'let', name: 'route', value: literal('/account/~/route') }),
};

/** Declares variables where they are first assigned, or else at the beginning. */
export function declareLocals(body: Body): Body {
  let result = [...body];
  for (const [name, begin] of Object.entries(LOCALS)) {
    const uses = (node: unknown) => JSON.stringify(node).includes(`:"${name}"`);
    const first = result.findIndex(uses);
    if (first < 0) continue;
    const statement = result[first]!;
    const declared = asDeclaration(statement, name, uses);
    result = declared ? result.with(first, declared) : [begin(), ...result];
  }
  return result;
}

function asDeclaration(
  statement: Statement,
  name: string,
  uses: (node: unknown) => boolean,
): Statement | null {
  if (!('name' in statement) || statement.name !== name) return null;
  switch (statement.kind) {
    case 'assign':
      return uses(statement.value) ? null : { ...statement, kind: 'let' };
    case 'assign function':
      return { ...statement, kind: 'let function' };
    case 'assign instance':
      return { ...statement, kind: 'let instance' };
    default:
      return null;
  }
}
