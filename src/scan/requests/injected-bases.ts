// A client that a container gives + the program -> the base that such clients are registered with.
import type { Client } from '../http/clients/client.js';
import { foldName } from '../http/names.js';
import { isMemberKey, lastOf } from '../symbols/binding-names.js';
import { calledName as calledNameOf } from '../symbols/program.js';
import type { Site } from '../symbols/scope.js';
import { calledName } from '../values/access-path.js';
import { distinct, valueKey } from '../values/alternatives.js';
import { bindArguments } from '../values/arguments.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { plainText } from '../values/texts.js';
import { type Bound, isText, UNKNOWN, type Value } from '../values/value.js';

/** What is told of clients where they are registered. */
interface Registration {
  readonly name: string | null;
  readonly bases: readonly Value[];
}

/** Stands for a base that code elsewhere may say: of a class with a registration of its own, in a library. */
export const ANOTHER_BASE: Value = { ...UNKNOWN };

/**
 * The base that the container gives a client; none where the program registers several, or one with a base that is not known.
 * Where no name says which client it is, it may have another one.
 * @param makers what the request is sent by, and what is called
 */
export function injectedBases(
  client: Client,
  makers: readonly Value[],
  evaluator: Evaluator,
  platform: string,
): Value[] {
  const { registered } = client;
  const given = makers.flatMap((value) => injected(value) ?? []);
  if (!registered || given.length === 0) return [];
  const names = new Set(given.flatMap((value) => nameOf(value, evaluator) ?? []));
  // a factory that is asked for no name gives a client without a base
  if (names.size === 0 && given.every((value) => value.kind === 'made' && isFactory(value)))
    return [];
  const all = registrations(client, evaluator, platform);
  const named = all.filter(({ name }) => name !== null && names.has(name));
  const plain = all.filter(({ name }) => name === null);
  for (const some of names.size > 0 ? [named] : [all, plain]) {
    const only = onlyBase(some);
    if (only.length > 0) return names.size > 0 ? only : [...only, ANOTHER_BASE];
  }
  return [];
}

/**
 * The base of all clients of a kind; none where the program registers several.
 * @param except bases of clients that are known by themselves; where there are no others, they count
 */
export function registeredBase(
  client: Client,
  evaluator: Evaluator,
  platform: string,
  except: readonly Value[] = [],
): Value[] {
  const all = registrations(client, evaluator, platform);
  const known = new Set(except.map(valueKey));
  const others = all.filter(({ bases }) => !bases.every((base) => known.has(valueKey(base))));
  return onlyBase(others.length > 0 ? others : all);
}

function onlyBase(some: readonly Registration[]): Value[] {
  const bases = distinct(some.flatMap((one) => one.bases));
  return bases.length === 1 && bases.every(isKnown) ? bases : [];
}

/** Whether a base says where it leads. */
const isKnown = (base: Value): boolean => base.kind === 'text' && typeof base.parts[0] === 'string';

/** What is known by its type alone, or by the name that a factory is asked for. */
function injected(value: Value): Value | null {
  const made = value.kind === 'foreign' ? value.maker : value.kind === 'made' ? value : null;
  if (!made) return null;
  if (made.given || isFactory(made)) return made;
  return made.maker && injected(made.maker);
}

const isFactory = ({ path }: Extract<Value, { kind: 'made' }>): boolean =>
  foldName(calledName(path)) === 'createclient';

function nameOf(value: Value, evaluator: Evaluator): string | null {
  const [first] = value.kind === 'made' && isFactory(value) ? value.args : [];
  const [only, second] = first ? evaluator.ask(first) : [];
  return only && !second ? plainText(only) : null;
}

/** The calls that register clients of a kind, with the bases that they say. */
function registrations(client: Client, evaluator: Evaluator, platform: string): Registration[] {
  const keys = new Set(client.base);
  const sites = [...evaluator.program.sites].flatMap(([name, list]) =>
    list.filter((site) => isNamed(foldName(name), site, client.registered ?? [])),
  );
  return sites.flatMap((site) => {
    const { point, expression } = site;
    if (point.scope.file.platform !== platform) return [];
    const args = bindArguments(expression.args, { expression, frame: frameOf(point.scope), point });
    const [first] = args;
    const texts = first ? evaluator.ask(first).filter(isText) : [];
    const isBase = keys.has(foldName(calledNameOf(site)));
    const all = isBase
      ? first
        ? evaluator.ask(first)
        : []
      : args.flatMap((argument) => basesSaid(argument, keys, evaluator));
    const [text] = texts;
    return all.length > 0 ? [{ name: isBase || !text ? null : plainText(text), bases: all }] : [];
  });
}

/** `name`, or `receiver.name` for one that other things have as well. */
function isNamed(name: string, { expression }: Site, names: readonly string[]): boolean {
  const of =
    expression.kind === 'call' && expression.callee.kind === 'member' && expression.callee.of;
  const receiver = of && of.kind === 'name' ? `${of.name.toLowerCase()}.${name}` : null;
  return names.includes(name) || (receiver !== null && names.includes(receiver));
}

/**
 * The bases in an argument: of an option, of a client that a function makes, or of one that it is given and changes.
 * What is not known is among them.
 */
function basesSaid(
  argument: Bound,
  keys: ReadonlySet<string>,
  evaluator: Evaluator,
  depth = 0,
): Value[] {
  if (depth > MAX_DEPTH) return [];
  const isKey = (name: string | null) => name !== null && keys.has(foldName(name));
  const below = (bound: Bound) => basesSaid(bound, keys, evaluator, depth + 1);
  return evaluator.ask(argument).flatMap((value): Value[] => {
    if (value.kind === 'object')
      return value.entries.flatMap(({ key, value: entry }) =>
        isKey(key) ? evaluator.ask(entry) : below(entry),
      );
    if (value.kind === 'made')
      return value.args.flatMap((one) => (isKey(one.name) ? evaluator.ask(one) : []));
    if (value.kind !== 'function') return [];
    const { bindings, returns } = value.scope;
    const frame = frameOf(value.scope);
    const set = [...bindings].flatMap(([key, list]) =>
      isMemberKey(key) && isKey(lastOf(key)) ? list : [],
    );
    return [
      ...set.flatMap(({ value: expression, point }) => evaluator.ask({ expression, frame, point })),
      ...returns.flatMap(({ value: expression, point }) => below({ expression, frame, point })),
    ];
  });
}

/** Options stand in the value that a function gives, which is itself an option. */
const MAX_DEPTH = 3;
