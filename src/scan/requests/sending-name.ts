// A call in the code -> the name by which it may send a request; most calls have none.
import { constantOf, isSentBy } from '../http/clients/index.js';
import { foldName, maySend } from '../http/names.js';
import { tellsMethod, tellsUrl } from '../http/options.js';
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { isCommand } from './shell/read-command.js';

/** The name of the called function, or the one it was imported as, where calls of that name may send; `null` for all other calls. */
export function sendingName(site: Site, name: string): string | null {
  const { expression, point } = site;
  if (point.scope.file.traits.commands) return isCommand(name) ? name : null;
  const callee = expression.kind === 'call' ? expression.callee : null;
  // client[verb](url): the name of the method is a value
  if (callee?.kind === 'index' && expression.args.length > 0) return 'request';
  // a URL, and an option of a request
  if (callee?.kind !== 'member' && ['url', 'uri'].includes(name.toLowerCase())) return null;
  const constant = constantOf(name);
  if (constant && !isNamed(expression.args[1]?.value, constant)) return null;
  if (maySend(name) || isSentBy(foldName(name), point.scope.file.language)) return name;
  if (callee?.kind === 'name') {
    const { imports, language, traits } = point.scope.file;
    const original = imports.find(({ local }) => local === name)?.name;
    if (
      original &&
      original !== name &&
      (maySend(original) || isSentBy(foldName(original), language))
    )
      return original;
    // a client may itself be a function: axios(url)
    if (traits.functionClients) return name;
  }
  return expression.args.some(({ value }) => isRequest(value)) ? name : null;
}

/** `{ url, method }`. */
function isRequest(value: Expression): boolean {
  if (value.kind !== 'object') return false;
  const keys = value.entries.flatMap(({ key }) => (key?.kind === 'text' ? [key.text] : []));
  return keys.some(tellsUrl) && keys.some(tellsMethod);
}

const isNamed = (value: Expression | undefined, name: string): boolean =>
  value?.kind === 'name' && value.name === name;
