// The features that are switched on -> random statements that call what the program declares.
import fc from 'fast-check';
import type { Feature } from './features.js';
import {
  callee,
  condition,
  lambda,
  methodLiteral,
  pathLiteral,
  type Switches,
  tailLiteral,
  variable,
} from './generate-texts.js';
import { type Group, type Option, run, text, when, withMode } from './statement-groups.js';
import type { Argument, Callee, Condition, Statement, Text } from './tree.js';

/** Calls of what the program declares. */
export function callGroups(on: Switches, path: () => fc.Arbitrary<Text>): Option[] {
  const wrapper = fc.constantFrom('query', 'erase');
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
        'constructor argument',
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
  ).map(([feature, make]) => [feature, () => withMode(on, make())] as const);
}

const flag = (on: Switches): fc.Arbitrary<Argument> =>
  fc
    .oneof(
      condition(on),
      fc.boolean().map((value): Condition => ({ kind: 'constant', value })),
    )
    .map((value) => ({ type: 'flag', value }));
