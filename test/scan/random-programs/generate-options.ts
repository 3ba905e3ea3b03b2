// The features that are switched on -> random statements about options objects.
import fc from 'fast-check';
import { condition, methodLiteral, type Names, pathText, type Switches } from './generate-texts.js';
import { fieldOf, type Group, type Option, one, run, sendBoth, when } from './statement-groups.js';
import type { Statement } from './tree.js';

/** Options objects: changed, maybe under a condition, and sent. */
export function objectGroups(on: Switches, names: Names): Option[] {
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
