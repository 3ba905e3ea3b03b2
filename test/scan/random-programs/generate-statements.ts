// The features that are switched on, and the names in scope -> random statements.
import fc from 'fast-check';
import type { Feature } from './features.js';
import {
  callee,
  condition,
  lambda,
  methodLiteral,
  methodText,
  type Names,
  oneOf,
  pathLiteral,
  pathText,
  type Switches,
  tailLiteral,
  tailText,
  variable,
} from './generate-texts.js';
import type { Argument, Body, Callee, Condition, Statement, Text } from './tree.js';

type Group = fc.Arbitrary<readonly Statement[]>;
type Option = readonly [feature: Feature | null, make: () => Group];

/** Statements that belong together, some of them. */
export function body(on: Switches, names: Names, depth: number, most = 3): fc.Arbitrary<Body> {
  return fc
    .array(group(on, names, depth), { minLength: 1, maxLength: most })
    .map((groups) => groups.flat());
}

const one = (statement: fc.Arbitrary<Statement>): Group => statement.map((it) => [it]);
const when = (when: Condition, yes: Body, no: Body = []): Statement => ({
  kind: 'if',
  when,
  yes,
  no,
});
const fieldOf = (object: string, key: 'method' | 'path'): Text => ({ kind: 'field', object, key });
const text = (value: Text): Argument => ({ type: 'text', value });
const run = (name: string, ...args: Argument[]): Statement => ({ kind: 'run', name, args });

function group(on: Switches, names: Names, depth: number): Group {
  const path = () => pathText(on, names, 1);
  const send = (): fc.Arbitrary<Statement> =>
    fc
      .tuple(methodText(on, names), path())
      .map(([method, sent]) => ({ kind: 'send', method, path: sent }));
  const other = path().filter((value) => value.kind !== 'variable' || value.name !== 'route');
  const setMode: Group = condition(on).map((test) => [
    { kind: 'assign', name: 'mode', value: { kind: 'literal', text: 'a' } },
    when(test, [{ kind: 'assign', name: 'mode', value: { kind: 'literal', text: 'b' } }]),
  ]);
  const behindMode = (statement: fc.Arbitrary<Statement>): Group =>
    fc
      .tuple(setMode, statement)
      .map(([before, it]) => (JSON.stringify(it).includes('"mode"') ? [...before, it] : [it]));
  const plain: readonly Option[] = [
    [null, () => behindMode(other.map((value) => ({ kind: 'assign', name: 'route', value })))],
    [null, () => behindMode(send())],
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
        { kind: 'assign', name: 'mode', value: { kind: 'literal', text: 'a' } },
        when(first, [{ kind: 'assign', name: 'mode', value: { kind: 'literal', text: 'b' } }]),
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

const named = (name: string): Text => ({ kind: 'variable', name });
const part = (): Text => named('part');
const sendBoth = (method: Text, path: Text): Statement => ({ kind: 'send', method, path });

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

/** Options objects: changed, maybe under a condition, and sent. */
function objectGroups(on: Switches, names: Names): Option[] {
  const object = fc.constantFrom(...names.objects);
  const set = fc.oneof(
    fc
      .tuple(object, methodLiteral())
      .map(([it, value]): Statement => ({ kind: 'set field', object: it, key: 'method', value })),
    fc
      .tuple(object, pathText(on, names, 0))
      .map(([it, value]): Statement => ({ kind: 'set field', object: it, key: 'path', value })),
  );
  const send = object.map((it) => sendBoth(fieldOf(it, 'method'), fieldOf(it, 'path')));
  const given = (name: string): Group =>
    object.map((value) => [run(name, { type: 'object', value })]);
  return [
    ['options object', () => one(set)],
    ['options object', () => one(send)],
    ...(on.has('if')
      ? [
          [
            'options object',
            () =>
              fc
                .tuple(condition(on), set, send)
                .map(([test, it, sent]) => [when(test, [it]), sent]),
          ] as const,
        ]
      : []),
    ...(names.calls === 'all'
      ? ([
          ['object parameter', () => given('sendOptions')],
          [
            'changed by a callee',
            () =>
              object.map((it) => [
                run('change', { type: 'object', value: it }),
                sendBoth(fieldOf(it, 'method'), fieldOf(it, 'path')),
              ]),
          ],
        ] as const)
      : []),
  ];
}

/** Calls of what the program declares. */
function callGroups(on: Switches, path: () => fc.Arbitrary<Text>): Option[] {
  const wrapper = fc.constantFrom('get', 'remove');
  const act = (value: Callee): Callee => value;
  const called = (to: Text): Statement => ({
    kind: 'call',
    callee: { kind: 'variable', name: 'act' },
    path: to,
  });
  const keep = (value: Callee): Statement => ({ kind: 'assign function', name: 'act', value });
  const made = (type: string, given: Text | null = null): Statement => ({
    kind: 'assign instance',
    name: given ? 'endpoint' : 'client',
    type,
    given,
  });
  const method = (object = 'client'): Callee => ({ kind: 'method', object, name: 'transmit' });
  const send = (tail: Text, object?: string): Statement => ({
    kind: 'call',
    callee: method(object),
    path: tail,
  });
  const setMode: Group = condition(on).map((test) => [
    { kind: 'assign', name: 'mode', value: { kind: 'literal', text: 'a' } },
    when(test, [{ kind: 'assign', name: 'mode', value: { kind: 'literal', text: 'b' } }]),
  ]);
  const withMode = (statements: Group): Group =>
    fc
      .tuple(setMode, statements)
      .map(([mode, rest]) => (JSON.stringify(rest).includes('"mode"') ? [...mode, ...rest] : rest));
  const tuple = fc.tuple<any>;
  return (
    [
      ['wrapper', () => tuple(wrapper, path()).map(([name, to]) => [run(name, text(to))])],
      [
        'wrapper',
        () =>
          tuple(methodLiteral(), path()).map(([how, to]) => [run('request', text(how), text(to))]),
      ],
      [
        'default parameter',
        () =>
          tuple(path(), fc.option(methodLiteral())).map(([to, how]) => [
            run('withDefault', text(to), ...(how ? [text(how)] : [])),
          ]),
      ],
      [
        'flag parameter',
        () =>
          tuple(flag(on), flag(on), path(), path()).map(([a, b, to, other]) => [
            run('flagged', a, text(to)),
            run('flagged', b, text(other)),
          ]),
      ],
      ['alias', () => tuple(callee(on), path()).map(([f, to]) => [keep(f), called(to)])],
      [
        'chosen function',
        () =>
          tuple(callee(on), condition(on), callee(on), path()).map(([f, test, other, to]) => [
            keep(f),
            when(test, [keep(other)]),
            called(to),
          ]),
      ],
      [
        'callback',
        () =>
          tuple(callee(on), path()).map(([f, to]) => [
            run('apply', { type: 'function', value: f }, text(to)),
          ]),
      ],
      [
        'bound function',
        () =>
          tuple(methodLiteral(), path()).map(([first, to]) => [
            { kind: 'call', callee: act({ kind: 'bound', name: 'request', first }), path: to },
          ]),
      ],
      [
        'dispatch map',
        () =>
          tuple(path(), fc.constant(null)).map(([to]) => [
            {
              kind: 'call',
              callee: { kind: 'entry', map: 'HANDLERS', key: { kind: 'variable', name: 'mode' } },
              path: to,
            },
          ]),
      ],
      [
        'forEach',
        () =>
          tuple(fc.array(pathLiteral(), { minLength: 1, maxLength: 2 }), callee(on)).map(
            ([items, f]) => [{ kind: 'each', items, callee: f }],
          ),
      ],
      [
        'lambda',
        () =>
          tuple(lambda(on, pathLiteral()), tailLiteral()).map(([f, tail]) => [
            keep(f),
            called(tail),
          ]),
      ],
      [
        'captured variable',
        () =>
          tuple(
            pathLiteral(),
            lambda(on, variable('route')),
            tailLiteral(),
            fc.option(pathLiteral()),
          ).map(([before, f, tail, after]) => [
            { kind: 'assign', name: 'route', value: before },
            keep(f),
            ...(after ? [{ kind: 'assign', name: 'route', value: after }] : []),
            called(tail),
          ]),
      ],
      [
        'closure',
        () =>
          tuple(path(), tailLiteral()).map(([arg, tail]) => [
            { kind: 'call', callee: { kind: 'made', by: 'maker', arg }, path: tail },
          ]),
      ],
      ['class', () => tailLiteral().map((tail) => [made('Base'), send(tail)])],
      [
        'overridden text',
        () =>
          tuple(tailLiteral(), tailLiteral()).map(([tail, other]) => [
            made('Base'),
            send(tail),
            made('Derived'),
            send(other),
          ]),
      ],
      [
        'chosen object',
        () =>
          tuple(condition(on), tailLiteral()).map(([test, tail]) => [
            made('Base'),
            when(test, [made('Derived')]),
            send(tail),
          ]),
      ],
      [
        'constructor',
        () =>
          tuple(path(), tailLiteral()).map(([given, tail]) => [
            made('Endpoint', given),
            send(tail, 'endpoint'),
          ]),
      ],
      [
        'method reference',
        () =>
          tuple(
            fc.constantFrom('Base', ...(on.has('overridden text') ? ['Derived'] : [])),
            tailLiteral(),
          ).map(([type, tail]) => [made(type), keep(method()), called(tail)]),
      ],
    ] as [Feature, () => Group][]
  ).map(([feature, make]) => [feature, () => withMode(make())] as const);
}

const flag = (on: Switches): fc.Arbitrary<Argument> =>
  fc
    .oneof(
      condition(on),
      fc.boolean().map((value): Condition => ({ kind: 'constant', value })),
    )
    .map((value) => ({ type: 'flag', value }));
