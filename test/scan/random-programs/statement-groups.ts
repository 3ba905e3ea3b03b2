// What the groups of random statements are made with.
import fc from 'fast-check';
import type { Feature } from './features.js';
import { condition, type Switches } from './generate-texts.js';
import type { Argument, Body, Condition, Statement, Text } from './tree.js';

export type Group = fc.Arbitrary<readonly Statement[]>;
export type Option = readonly [feature: Feature | null, make: () => Group];

export const one = (statement: fc.Arbitrary<Statement>): Group => statement.map((it) => [it]);
export const when = (when: Condition, yes: Body, no: Body = []): Statement => ({
  kind: 'if',
  when,
  yes,
  no,
});
export const fieldOf = (object: string, key: 'method' | 'path'): Text => ({
  kind: 'field',
  object,
  key,
});
export const text = (value: Text): Argument => ({ type: 'text', value });
export const run = (name: string, ...args: Argument[]): Statement => ({ kind: 'run', name, args });

export const named = (name: string): Text => ({ kind: 'variable', name });
export const part = (): Text => named('part');
export const sendBoth = (method: Text, path: Text): Statement => ({ kind: 'send', method, path });

/** Sets `mode` under a condition, for statements that choose by it. */
export const withMode = (on: Switches, statements: Group): Group =>
  fc
    .tuple(condition(on), statements)
    .map(([test, rest]) =>
      JSON.stringify(rest).includes('"mode"') ? [...chooseMode(test, 'b'), ...rest] : rest,
    );

/** `mode` is `a`, or something else under a condition. */
export const chooseMode = (test: Condition, other: string): Statement[] => [
  { kind: 'assign', name: 'mode', value: { kind: 'literal', text: 'a' } },
  when(test, [{ kind: 'assign', name: 'mode', value: { kind: 'literal', text: other } }]),
];
