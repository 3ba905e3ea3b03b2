// A function of the tree that is called -> whether it sends itself, and the client that it stands before by its name.
import type { Client } from '../http/clients/client.js';
import { clientNamed, isSentBy } from '../http/clients/index.js';
import { foldName, maySend } from '../http/names.js';
import { calledName } from '../symbols/program.js';
import type { Value } from '../values/value.js';

/** Whether a value is a function of the tree that calls what may send. */
export const sendsInside = (value: Value): boolean =>
  value.kind === 'function' &&
  value.scope.calls.some((site) => {
    const name = calledName(site);
    return maySend(name) || isSentBy(foldName(name), value.scope.file.language);
  });

/** The client that functions of the tree stand before by their name, and that sends what they are given. */
export function clientBehind(
  name: string,
  callees: readonly Value[],
  language: string,
): Client | null {
  const isOwn = callees.length > 0 && callees.every(({ kind }) => kind === 'function');
  const client = isOwn ? clientNamed(name, language) : null;
  return client?.wrapped ? client : null;
}
