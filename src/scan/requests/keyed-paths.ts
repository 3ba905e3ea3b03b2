// What a request is called on -> the client that keys were taken out of, and the paths that they say: `site['a']["b/#{id}"].get`.
import type { Client } from '../http/clients/client.js';
import { clientNamed } from '../http/clients/index.js';
import type { Expression } from '../ir.js';
import { type AccessPath, pathText } from '../values/access-path.js';
import { joinValues, textValue } from '../values/texts.js';
import { accessPathOf, isText, type Value } from '../values/value.js';

interface Keyed {
  readonly client: Client;
  readonly urls: readonly Value[];
  /** The values that the first key was taken out of. */
  readonly makers: readonly Value[];
}

type AskFor = (expression: Expression) => readonly Value[];

/** Reads what a call is a member of; `null` where no key says a path. */
export function readKeyed(of: Expression, language: string, ask: AskFor): Keyed | null {
  let base = of;
  while (base.kind === 'index') base = base.of;
  const makers = ask(base);
  const client = makers
    .flatMap((value) => accessPathOf(value) ?? [])
    .flatMap((path) => clientNamed(pathText(path), language) ?? [])
    .find(({ keyed }) => keyed);
  const urls = client ? pathsOf(of, ask) : [];
  return client && urls.length > 0 ? { client, urls, makers } : null;
}

function pathsOf(of: Expression, ask: AskFor): Value[] {
  if (of.kind !== 'index') return ask(of).flatMap((value) => keysIn(accessPathOf(value)));
  const own = ask(of.key).filter(isText);
  const before = pathsOf(of.of, ask);
  return before.length > 0 ? joinValues([before, [textValue('/')], own]) : own;
}

/** The keys behind the call that made a client. */
function keysIn(path: AccessPath | null): Value[] {
  const steps = path?.steps ?? [];
  const made = steps.findLastIndex(({ kind }) => kind === 'call');
  const keys = steps.slice(made + 1).flatMap((step) => (step.kind === 'member' ? step.name : []));
  return made < 0 || keys.length === 0 ? [] : [textValue(keys.join('/'))];
}
