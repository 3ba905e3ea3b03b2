// Random classes: a base that sends, a subclass that overrides what it asks, and one that is given its path.
import fc from 'fast-check';
import { methodLiteral, pathLiteral } from './generate-texts.js';
import { named } from './statement-groups.js';
import type { Body, Declaration, Text } from './tree.js';

export function classes(): fc.Arbitrary<Declaration>[] {
  const sends = (path: Text): Body => [
    {
      kind: 'send',
      method: { kind: 'own', method: 'verb', above: false },
      path: { kind: 'concat', parts: [path, named('to')] },
    },
  ];
  const path: Text = { kind: 'own', method: 'path', above: false };
  return [
    fc.tuple(pathLiteral(), methodLiteral()).map(([value, method]) => ({
      kind: 'class',
      name: 'Base',
      base: null,
      given: false,
      texts: [
        { name: 'path', value },
        { name: 'verb', value: method },
      ],
      sends: sends(path),
    })),
    fc
      .tuple(fc.constantFrom('path', 'verb', 'both'), pathLiteral(), methodLiteral(), fc.boolean())
      .map(([which, literal, method, above]) => {
        const over: Text = {
          kind: 'concat',
          parts: [
            { kind: 'own', method: 'path', above: true },
            { kind: 'literal', text: '/over' },
          ],
        };
        return {
          kind: 'class',
          name: 'Derived',
          base: 'Base',
          given: false,
          texts: [
            ...(which === 'verb' ? [] : [{ name: 'path', value: above ? over : literal }]),
            ...(which === 'path' ? [] : [{ name: 'verb', value: method }]),
          ],
          sends: null,
        };
      }),
    methodLiteral().map((method) => ({
      kind: 'class',
      name: 'Endpoint',
      base: null,
      given: true,
      texts: [{ name: 'verb', value: method }],
      sends: sends({ kind: 'given' }),
    })),
  ];
}
