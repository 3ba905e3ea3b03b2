// The features that are switched on -> everything that a random program may declare, each in its role.
import fc from 'fast-check';
import { classes } from './generate-classes.js';
import { body } from './generate-statements.js';
import {
  condition,
  lambda,
  methodLiteral,
  methodText,
  type Names,
  oneOf,
  pathLiteral,
  type Switches,
  tailText,
  variable,
} from './generate-texts.js';
import { declareLocals } from './locals.js';
import { named } from './statement-groups.js';
import type { Body, Declaration, Parameter, Statement, Text } from './tree.js';

const to: Parameter = { name: 'to', type: 'text' };
const how: Parameter = { name: 'how', type: 'text' };

function names(on: Switches, own: Partial<Names>): Names {
  const shared = on.has('shared object') ? ['SHARED'] : [];
  const none = { methods: [], tails: [], objects: shared, inLoop: false };
  return { paths: ['to', 'to', 'route'], calls: 'texts', ...none, ...own };
}

const procedure = (
  name: string,
  parameters: readonly Parameter[],
  made: fc.Arbitrary<Body>,
  gives: 'nothing' | 'text' | 'function' = 'nothing',
): fc.Arbitrary<Declaration> =>
  made.map((statements) => ({
    kind: 'function',
    name,
    parameters,
    gives,
    body: declareLocals(statements),
  }));

/** All declarations that the main function may use; those that it does not use are taken away later. */
export function declarations(on: Switches): fc.Arbitrary<readonly Declaration[]> {
  return fc.tuple(...tables(), ...functions(on), ...classes(), handlers(on));
}

const tables = (): fc.Arbitrary<Declaration>[] => [
  fc.tuple(pathLiteral(), pathLiteral()).map(([a, b]) => ({
    kind: 'map',
    name: 'PATHS',
    entries: [
      ['a', a],
      ['b', b],
    ],
  })),
  fc.tuple(methodLiteral(), methodLiteral()).map(([a, b]) => ({
    kind: 'map',
    name: 'VERBS',
    entries: [
      ['a', a],
      ['b', b],
    ],
  })),
  fc
    .array(fc.tuple(methodLiteral(), pathLiteral()), { minLength: 1, maxLength: 3 })
    .map((rows) => ({ kind: 'table', name: 'ROWS', rows })),
  fc
    .tuple(methodLiteral(), pathLiteral())
    .map(([method, path]) => ({ kind: 'object', name: 'SHARED', method, path })),
];

function functions(on: Switches): fc.Arbitrary<Declaration>[] {
  const own = names(on, {});
  const sendOf = (method: fc.Arbitrary<Text>, path: fc.Arbitrary<Text>): fc.Arbitrary<Statement> =>
    fc.tuple(method, path).map(([m, p]) => ({ kind: 'send', method: m, path: p }));
  const give = (path: fc.Arbitrary<Text>): fc.Arbitrary<Statement> =>
    path.map((value) => ({ kind: 'give', value }));
  const joined = (name: string) =>
    oneOf<Text>(on, [
      [null, () => variable(name)],
      [
        'concat',
        () => tailText(on, own).map((tail) => ({ kind: 'concat', parts: [named(name), tail] })),
      ],
    ]);
  const wrapper = (name: string) =>
    procedure(
      name,
      [to],
      fc
        .tuple(
          fc.option(body(on, own, 1, 1)),
          sendOf(methodText(on, names(on, { objects: [] })), joined('to')),
        )
        .map(([before, send]) => [...(before ?? []), send]),
    );
  return [
    procedure('pathOf', [to], textFunction(on, give, joined), 'text'),
    wrapper('query'),
    wrapper('erase'),
    procedure(
      'request',
      [how, to],
      oneOf<Body>(on, [
        [null, () => fc.tuple(sendOf(variable('how'), joined('to')))],
        ['if', () => body(on, { ...own, methods: ['how'] }, 1, 1)],
      ]).map((statements) => [
        ...statements,
        { kind: 'send', method: named('how'), path: named('to') },
      ]),
    ),
    procedure(
      'withDefault',
      [to, { ...how, fallback: { kind: 'literal', text: 'GET' } }],
      fc.tuple(sendOf(variable('how'), joined('to'))),
    ),
    procedure(
      'flagged',
      [{ name: 'flag', type: 'flag' }, to],
      fc
        .tuple(sendOf(methodLiteral(), joined('to')), sendOf(methodLiteral(), joined('to')))
        .map(([yes, no]) => [
          {
            kind: 'if',
            when: { kind: 'flag', name: 'flag' },
            yes: [yes],
            no: [no],
          },
        ]),
    ),
    procedure(
      'apply',
      [{ name: 'action', type: 'function' }, to],
      joined('to').map((path) => [
        { kind: 'call', callee: { kind: 'variable', name: 'action' }, path },
      ]),
    ),
    procedure(
      'maker',
      [to],
      lambda(on, variable('to')).map((value) => [{ kind: 'give function', value }]),
      'function',
    ),
    procedure(
      'sendOptions',
      [{ name: 'given', type: 'object' }],
      fc.constant([
        {
          kind: 'send',
          method: { kind: 'field', object: 'given', key: 'method' },
          path: { kind: 'field', object: 'given', key: 'path' },
        },
      ]),
    ),
    procedure('change', [{ name: 'given', type: 'object' }], changes(on)),
  ];
}

function textFunction(
  on: Switches,
  give: (path: fc.Arbitrary<Text>) => fc.Arbitrary<Statement>,
  joined: (name: string) => fc.Arbitrary<Text>,
): fc.Arbitrary<Body> {
  return oneOf<Body>(on, [
    [null, () => fc.tuple(give(joined('to')))],
    [
      'early return',
      () =>
        fc
          .tuple(condition(on), give(joined('to')), give(pathLiteral()))
          .map(([when, early, late]) => [{ kind: 'if', when, yes: [early], no: [] }, late]),
    ],
    [
      'append',
      () =>
        fc.tuple(condition(on), tailText(on, names(on, {}))).map(([when, value]) => [
          { kind: 'assign', name: 'route', value: named('to') },
          ...(on.has('if')
            ? [
                {
                  kind: 'if',
                  when,
                  yes: [{ kind: 'append', name: 'route', value }],
                  no: [],
                } as const,
              ]
            : [{ kind: 'append', name: 'route', value } as const]),
          { kind: 'give', value: named('route') },
        ]),
    ],
  ]);
}

function changes(on: Switches): fc.Arbitrary<Body> {
  const set = fc
    .oneof(
      methodLiteral().map((value) => ({ key: 'method', value }) as const),
      pathLiteral().map((value) => ({ key: 'path', value }) as const),
    )
    .map(({ key, value }): Statement => ({ kind: 'set field', object: 'given', key, value }));
  return oneOf<Body>(on, [
    [null, () => fc.tuple(set)],
    [
      'if',
      () =>
        fc
          .tuple(condition(on), set)
          .map(([when, yes]) => [{ kind: 'if', when, yes: [yes], no: [] }]),
    ],
  ]);
}

const handlers = (on: Switches): fc.Arbitrary<Declaration> =>
  fc
    .tuple(
      fc.constantFrom('query', 'erase'),
      oneOf(on, [
        [null, () => fc.constant<string>('erase')],
        ['bound function', () => fc.constant('')],
      ]),
      methodLiteral(),
    )
    .map(([a, b, first]) => ({
      kind: 'handlers',
      name: 'HANDLERS',
      entries: [
        ['a', { kind: 'function', name: a }],
        ['b', b ? { kind: 'function', name: b } : { kind: 'bound', name: 'request', first }],
      ],
    }));
