// A chain of calls of a generated client -> the request that it sends: `rc.restapi().account().callLog().list()`.
import type { Site } from '../symbols/scope.js';
import { calledMember, isName, pathText } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { joinValues, plainText, textValue } from '../values/texts.js';
import {
  accessPathOf,
  type BoundArgument,
  type Frame,
  UNKNOWN,
  type Value,
} from '../values/value.js';
import type { ApiProfile } from './api-profile.js';
import type { ChainStep } from './chains/chain.js';
import type { ChainTable } from './chains/chains.js';

/** What a chain sends; the URL has the values of its arguments. */
export interface ChainCall {
  readonly method: string;
  readonly url: Value;
  /** No route of today has such a chain. */
  readonly guessed: boolean;
  /** The foreign name of what the chain begins with. */
  readonly client: string | null;
  /** The chain in short: `restapi().account().callLog().list()`. */
  readonly written: string;
}

interface Link {
  readonly name: string;
  readonly args: readonly BoundArgument[];
}

/** Reads a call as the end of a chain, whose links may stand in variables and other functions. */
export function readChain(
  { expression, point }: Site,
  frame: Frame,
  table: ChainTable,
  evaluator: Evaluator,
  short: ApiProfile['shortChains'] = [],
): ChainCall[] {
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return [];
  const { of, name } = expression.callee;
  const receivers = evaluator.ask({ expression: of, frame, point });
  return receivers.flatMap((receiver) => {
    const links = linksOf(receiver);
    const chain = chainOf(receiver, links, name, table, short);
    if (!chain) return [];
    const steps = [
      ...chain.map((link) => stepOf(link, evaluator)),
      { name, argument: 'omitted' } as const,
    ];
    const known = table.lookup(steps);
    const request = known ?? table.guess(steps);
    if (!request) return [];
    const segments = request.segments.map((segment) =>
      typeof segment === 'string' ? [textValue(segment)] : argumentOf(chain[segment]!, evaluator),
    );
    const [url = UNKNOWN] = joinValues(segments.flatMap((segment) => [[textValue('/')], segment]));
    const client = receiver.kind === 'made' ? pathText(receiver.path) : null;
    const written = steps.map((step) => `${step.name}()`).join('.');
    return [{ method: request.method, url, guessed: known === null, client, written }];
  });
}

/** The links that the chain has, from its root; a client of which all chains have the same root leaves it out. */
function chainOf(
  receiver: Value,
  links: readonly Link[],
  end: string,
  table: ChainTable,
  short: ApiProfile['shortChains'],
): readonly Link[] | null {
  const root = links.findIndex((link) => table.roots.includes(link.name));
  if (root !== -1) return links.slice(root);
  const path = accessPathOf(receiver);
  const own = path && short.find(({ begins }) => path.root.startsWith(begins));
  if (!own) return null;
  const steps = (chain: readonly Link[]) =>
    [...chain.map(({ name }) => name), end].map((name) => ({ name, argument: 'omitted' }) as const);
  const whole = links.map((_, from) => [{ name: own.root, args: [] }, ...links.slice(from)]);
  return whole.find((chain) => table.lookup(steps(chain))) ?? null;
}

/** What stands for no value, in all languages. */
const NULLS = new Set(['null', 'None', 'nil', 'undefined']);
/** Those of them that a language has as plain names, so that they are foreign. */
const MISSING = ['null', 'undefined'];

/** The links that made a value, the first first. */
function linksOf(value: Value): Link[] {
  if (value.kind !== 'made') return [];
  const before = value.maker ? linksOf(value.maker) : [];
  return [...before, { name: calledMember(value.path), args: value.args }];
}

function stepOf({ name, args }: Link, evaluator: Evaluator): ChainStep {
  const [first] = args;
  if (!first) return { name, argument: 'omitted' };
  const value = first.expression;
  const isNull =
    (value.kind === 'name' && NULLS.has(value.name)) ||
    evaluator
      .ask(first)
      .some((v) => v.kind === 'foreign' && MISSING.some((name) => isName(v.path, name)));
  if (!isNull) return { name, argument: 'given' };
  return {
    name,
    argument: value.kind === 'name' && value.name === 'undefined' ? 'omitted' : 'null',
  };
}

/** One segment: a value with a slash would be several, and is not known. */
function argumentOf({ args }: Link, evaluator: Evaluator): Value[] {
  const [first] = args;
  if (!first) return [UNKNOWN];
  return evaluator.ask(first).map((value) => {
    const text = plainText(value);
    return text !== null && !text.includes('/') && text !== '' ? value : UNKNOWN;
  });
}
