// An interface that a client implements + the program -> the bases of the clients that make it: `retrofit.create(Api.class)`.
import type { Client } from '../http/clients/client.js';
import type { Expression } from '../ir.js';
import type { ClassScope, Site } from '../symbols/scope.js';
import { distinct } from '../values/alternatives.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { isText, type Value } from '../values/value.js';
import { basesOfClient } from './base-url.js';

/** What makes an object of an interface. */
const MAKER = 'create';

/** The bases with which the code says that an interface is made; none where it says none. */
export const basesOfMade = (cls: ClassScope, client: Client, evaluator: Evaluator): Value[] =>
  basesAt(
    makers(evaluator).filter((site) => makes(site, cls.syntax.name)),
    client,
    evaluator,
  );

/** Those of all interfaces that are made where their base is said: others have another one. */
export const basesOfAllMade = (client: Client, evaluator: Evaluator): Value[] =>
  basesAt(makers(evaluator), client, evaluator);

const makers = ({ program }: Evaluator): readonly Site[] =>
  (program.sites.get(MAKER) ?? []).filter(({ expression: { args } }) =>
    args.some(({ value }) => classIn(value) !== null),
  );

const makes = ({ expression: { args } }: Site, name: string): boolean =>
  args.some(({ value }) => classIn(value) === name);

/** The name of a class that is given as such: `Api.class`, `Api::class.java`. */
function classIn(value: Expression): string | null {
  if (value.kind !== 'member') return null;
  if (value.name === 'java') return classIn(value.of);
  const { of } = value;
  return value.name === 'class' && (of.kind === 'name' || of.kind === 'member') ? of.name : null;
}

const basesAt = (sites: readonly Site[], client: Client, evaluator: Evaluator): Value[] =>
  distinct(
    sites.flatMap(({ expression, point }) => {
      if (expression.kind !== 'call' || expression.callee.kind !== 'member') return [];
      const of = { expression: expression.callee.of, frame: frameOf(point.scope), point };
      return evaluator
        .ask(of)
        .flatMap((value) => basesOfClient(value, client, evaluator))
        .filter(isText);
    }),
  );
