// The features that are switched on, and the names in scope -> random statements.
import fc from 'fast-check';
import { callGroups } from './generate-calls.js';
import { objectGroups } from './generate-options.js';
import {
  condition,
  methodLiteral,
  methodText,
  type Names,
  oneOf,
  pathText,
  type Switches,
  tailLiteral,
  tailText,
} from './generate-texts.js';
import {
  chooseMode,
  type Group,
  named,
  type Option,
  one,
  part,
  sendBoth,
  when,
  withMode,
} from './statement-groups.js';
import type { Body, Statement } from './tree.js';

/** Statements that belong together, some of them. */
export function body(on: Switches, names: Names, depth: number, most = 3): fc.Arbitrary<Body> {
  return fc
    .array(group(on, names, depth), { minLength: 1, maxLength: most })
    .map((groups) => groups.flat());
}

function group(on: Switches, names: Names, depth: number): Group {
  const path = () => pathText(on, names, 1);
  const send = (): fc.Arbitrary<Statement> =>
    fc
      .tuple(methodText(on, names), path())
      .map(([method, sent]) => ({ kind: 'send', method, path: sent }));
  const other = path().filter((value) => value.kind !== 'variable' || value.name !== 'route');
  const plain: readonly Option[] = [
    [
      null,
      () => withMode(on, one(other.map((value) => ({ kind: 'assign', name: 'route', value })))),
    ],
    [null, () => withMode(on, one(send()))],
    [
      'append',
      () => one(tailText(on, names).map((value) => ({ kind: 'append', name: 'route', value }))),
    ],
    [
      'method variable',
      () => one(methodLiteral().map((value) => ({ kind: 'assign', name: 'verb', value }))),
    ],
    ...(names.objects.length > 0 ? objectGroups(on, names) : []),
    ...(names.calls === 'all' ? callGroups(on, path) : []),
  ];
  if (depth === 0) return oneOf(on, plain);
  const calm: Switches = new Map([...on.keys()].map((feature) => [feature, 1]));
  const inner = (also: Partial<Names> = {}) => body(calm, { ...names, ...also }, depth - 1, 2);
  const leave = (kind: 'return' | 'throw' | 'break' | 'continue'): Group =>
    fc
      .tuple(condition(on), fc.option(inner()), inner())
      .map(([test, before, after]) => [when(test, [...(before ?? []), { kind }]), ...after]);
  const choose = (fallback: boolean): Group =>
    fc
      .tuple(condition(on), condition(on), inner(), inner(), inner())
      .map(([first, second, a, b, c]) => [
        ...chooseMode(first, 'b'),
        when(second, [{ kind: 'assign', name: 'mode', value: { kind: 'literal', text: 'c' } }]),
        {
          kind: 'switch',
          on: 'mode',
          cases: [
            { key: 'a', body: a },
            { key: 'b', body: b },
          ],
          fallback: fallback ? c : null,
        },
      ]);
  return oneOf<readonly Statement[]>(on, [
    ...plain,
    ['if', () => fc.tuple(condition(on), inner()).map(([test, yes]) => [when(test, yes)])],
    [
      'if else',
      () =>
        fc.tuple(condition(on), inner(), inner()).map(([test, yes, no]) => [when(test, yes, no)]),
    ],
    [
      'same condition',
      () =>
        fc
          .tuple(condition(on), inner(), inner(), inner())
          .map(([test, a, b, c]) => [when(test, a), ...b, when(structuredClone(test), c)]),
    ],
    ['switch', () => choose(false)],
    ['switch with default', () => choose(true)],
    ['early return', () => leave('return')],
    ['throw', () => leave('throw')],
    [
      'try',
      () =>
        fc
          .tuple(inner(), condition(on), inner(), inner())
          .map(([first, test, second, handler]) => [
            { kind: 'try', body: [...first, when(test, [{ kind: 'throw' }]), ...second], handler },
          ]),
    ],
    ...(names.inLoop
      ? ([
          ['break', () => leave('break')],
          ['break', () => leave('continue')],
        ] as const)
      : ([
          ['loop', () => loop(inner({ tails: ['part'], inLoop: true }))],
          ['loop', () => loop(fc.constant([{ kind: 'append', name: 'route', value: part() }]))],
          [
            'table',
            () => walk(inner({ paths: ['rowPath'], methods: ['rowMethod'], inLoop: true })),
          ],
        ] as const)),
  ]);
}

const walk = (inner: fc.Arbitrary<Body>): Group =>
  inner.map((statements) => [
    {
      kind: 'walk',
      table: 'ROWS',
      method: 'rowMethod',
      path: 'rowPath',
      body: [...statements, sendBoth(named('rowMethod'), named('rowPath'))],
    },
  ]);

const loop = (inner: fc.Arbitrary<Body>): Group =>
  fc
    .tuple(fc.array(tailLiteral(), { minLength: 1, maxLength: 2 }), inner)
    .map(([items, statements]) => [{ kind: 'loop', item: 'part', items, body: statements }]);
