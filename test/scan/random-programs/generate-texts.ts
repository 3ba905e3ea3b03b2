// The features that are switched on, and the names in scope -> random expressions.
import fc from 'fast-check';
import type { Feature } from './features.js';
import type { Callee, Condition, Statement, Text } from './tree.js';
import { INPUTS } from './tree.js';

/** What is switched on, each with how often it is taken. */
export type Switches = ReadonlyMap<Feature, number>;

/** The names that an expression may use. */
export interface Names {
  readonly paths: readonly string[];
  readonly methods: readonly string[];
  readonly tails: readonly string[];
  readonly objects: readonly string[];
  /** Text functions, wrappers and classes of the program may be called. */
  readonly calls: 'nothing' | 'texts' | 'all';
  readonly inLoop: boolean;
}

type Option<T> = readonly [feature: Feature | null, make: () => fc.Arbitrary<T>];

/** One of the options whose features are switched on. */
export function oneOf<T>(on: Switches, options: readonly Option<T>[]): fc.Arbitrary<T> {
  const open = options.filter(([feature]) => feature === null || on.has(feature));
  return fc.oneof(
    ...open.map(([feature, make]) => ({
      weight: feature === null ? 2 : on.get(feature)!,
      arbitrary: make(),
    })),
  );
}

export const literal = (...texts: readonly string[]): fc.Arbitrary<Text> =>
  fc.constantFrom(...texts).map((text) => ({ kind: 'literal', text }));
export const variable = (...names: readonly string[]): fc.Arbitrary<Text> =>
  fc.constantFrom(...names).map((name) => ({ kind: 'variable', name }));

export const pathLiteral = (): fc.Arbitrary<Text> =>
  literal('/account/~', '/account/~/extension', '/account/~/call-log', '/account/~/device');
export const tailLiteral = (): fc.Arbitrary<Text> => literal('/1', '/2', '/3', '/4');
export const methodLiteral = (): fc.Arbitrary<Text> => literal('GET', 'POST', 'PUT', 'DELETE');

export function condition(on: Switches): fc.Arbitrary<Condition> {
  const input = fc
    .record({ input: fc.constantFrom(...INPUTS), not: fc.boolean() })
    .map(({ input, not }): Condition => ({ kind: 'input', input, not }));
  return oneOf<Condition>(on, [
    [null, () => input],
    [
      'and, or',
      () =>
        fc
          .tuple(fc.constantFrom('and' as const, 'or' as const), input, input)
          .map(([kind, left, right]) => ({ kind, both: [left, right] })),
    ],
  ]);
}

const choose = (on: Switches, arm: () => fc.Arbitrary<Text>): fc.Arbitrary<Text> =>
  fc
    .tuple(condition(on), arm(), arm())
    .map(([when, yes, no]) => ({ kind: 'choose', when, yes, no }));

const join = (
  kind: 'concat' | 'format',
  ...parts: readonly fc.Arbitrary<Text>[]
): fc.Arbitrary<Text> => fc.tuple(...parts).map((all) => ({ kind, parts: all }));

const field = (names: Names, key: 'method' | 'path'): fc.Arbitrary<Text> =>
  fc.constantFrom(...names.objects).map((object) => ({ kind: 'field', object, key }));

/** A key of a map: chosen on the spot, or by what `mode` has become. */
export function keyText(on: Switches): fc.Arbitrary<Text> {
  return oneOf<Text>(on, [
    [null, () => variable('mode')],
    ['ternary', () => choose(on, () => literal('a', 'b'))],
  ]);
}

const entry = (on: Switches, map: string): fc.Arbitrary<Text> =>
  keyText(on).map((key) => ({ kind: 'entry', map, key }));

/** A path from its beginning. */
export function pathText(on: Switches, names: Names, depth: number): fc.Arbitrary<Text> {
  const leaf: readonly Option<Text>[] = [
    [null, pathLiteral],
    [null, () => variable(...names.paths)],
  ];
  if (depth === 0) return oneOf(on, leaf);
  const below = () => pathText(on, names, depth - 1);
  return oneOf<Text>(on, [
    ...leaf,
    ['concat', () => join('concat', below(), tailText(on, names))],
    ['format', () => join('format', below(), tailText(on, names))],
    ['ternary', () => choose(on, below)],
    ['map of texts', () => entry(on, 'PATHS')],
    ...(names.objects.length > 0
      ? [['options object', () => field(names, 'path')] as Option<Text>]
      : []),
    ...(names.calls === 'nothing'
      ? []
      : [
          [
            'text function',
            () => below().map((path) => ({ kind: 'result', of: 'pathOf', args: [path] })),
          ] as Option<Text>,
        ]),
  ]);
}

/** What stands behind a path. */
export function tailText(on: Switches, names: Names): fc.Arbitrary<Text> {
  return oneOf<Text>(on, [
    [null, tailLiteral],
    ...(names.tails.length > 0 ? [[null, () => variable(...names.tails)] as Option<Text>] : []),
    ['ternary', () => choose(on, tailLiteral)],
  ]);
}

export function methodText(on: Switches, names: Names): fc.Arbitrary<Text> {
  return oneOf<Text>(on, [
    [null, methodLiteral],
    ...(names.methods.length > 0 ? [[null, () => variable(...names.methods)] as Option<Text>] : []),
    ['method variable', () => variable('verb')],
    ['ternary', () => choose(on, methodLiteral)],
    ['map of texts', () => entry(on, 'VERBS')],
    ...(names.objects.length > 0
      ? [['options object', () => field(names, 'method')] as Option<Text>]
      : []),
  ]);
}

/** A function in place: it sends something that begins with a text of the scope around it. */
export function lambda(on: Switches, base: fc.Arbitrary<Text>): fc.Arbitrary<Callee> {
  const send = fc
    .tuple(methodLiteral(), join('concat', base, variable('tail')))
    .map(([method, path]): Statement => ({ kind: 'send', method, path }));
  const body = oneOf<readonly Statement[]>(on, [
    [null, () => fc.tuple(send)],
    [
      'if else',
      () =>
        fc
          .tuple(condition(on), send, send)
          .map(([when, yes, no]) => [{ kind: 'if', when, yes: [yes], no: [no] }]),
    ],
  ]);
  return body.map((statements) => ({ kind: 'lambda', parameter: 'tail', body: statements }));
}

/** A function of a whole path. */
export function callee(on: Switches): fc.Arbitrary<Callee> {
  return oneOf<Callee>(on, [
    [null, () => fc.constantFrom('query', 'erase').map((name) => ({ kind: 'function', name }))],
    [
      'bound function',
      () => methodLiteral().map((first) => ({ kind: 'bound', name: 'request', first })),
    ],
    ['dispatch map', () => keyText(on).map((key) => ({ kind: 'entry', map: 'HANDLERS', key }))],
  ]);
}
