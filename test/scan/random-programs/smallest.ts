// A program with a fault -> a smaller one that has it still.
import { isLive, reachable } from './generate.js';
import { type Declaration, nodesOf, type Program } from './tree.js';

/** Takes parts away for as long as the fault stays. */
export async function smallest(
  program: Program,
  isFaulty: (program: Program) => Promise<boolean>,
): Promise<Program> {
  for (const candidate of smaller(program))
    if (isLive(candidate) && (await isFaulty(candidate))) return smallest(candidate, isFaulty);
  return program;
}

/** The program with one part less, in every way. */
function* smaller(program: Program): Generator<Program> {
  if (program.cuts.length > 0) yield { ...structuredClone(program), cuts: [] };
  const size = [...nodesOf(program)].length;
  for (let index = 0; index < size; index++)
    for (const change of CHANGES) {
      const copy = structuredClone(program);
      const node = [...nodesOf(copy)][index]!;
      if (!change(node as Node)) continue;
      const declarations = reachable(copy.declarations as Declaration[], copy.main);
      yield { ...copy, declarations };
    }
}

type Node = Record<string, unknown>;

const become = (node: Node, other: object): boolean => {
  for (const key of Object.keys(node)) delete node[key];
  Object.assign(node, other);
  return true;
};

/** What makes a node smaller; false where it is not of that kind. */
const CHANGES: readonly ((node: Node) => boolean)[] = [
  ...[0, 1, 2, 3, 4, 5, 6].map((index) => (node: Node) => {
    const body = Object.values(node).find(isBody);
    if (!body || index >= body.length) return false;
    body.splice(index, 1);
    return true;
  }),
  (node) => {
    for (const [key, body] of Object.entries(node)) {
      if (!isBody(body)) continue;
      const at = body.findIndex(({ kind }) => kind === 'if');
      if (at < 0) continue;
      const { yes } = body[at] as { yes: Node[] };
      node[key] = [...body.slice(0, at), ...yes, ...body.slice(at + 1)];
      return true;
    }
    return false;
  },
  (node) => node.kind === 'if' && (node.no as unknown[]).splice(0).length > 0,
  (node) => node.kind === 'choose' && become(node, node.yes as object),
  (node) =>
    (node.kind === 'concat' || node.kind === 'format') &&
    become(node, (node.parts as object[])[0]!),
  (node) => node.kind === 'loop' && (node.items as unknown[]).splice(1).length > 0,
];

const isBody = (value: unknown): value is Node[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => STATEMENTS.has((one as Node)?.kind as string));

const STATEMENTS = new Set([
  ...['send', 'let', 'assign', 'append', 'set field', 'return', 'throw', 'break', 'continue', 'if'],
  ...['loop', 'walk', 'each', 'call', 'run', 'try', 'switch', 'give', 'give function'],
  ...['let object', 'let function', 'assign function', 'let instance', 'assign instance'],
]);
