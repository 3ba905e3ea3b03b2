// A call in the code -> the name by which it may send a request; most calls have none.
import { constantOf, isSentBy } from '../http/clients/index.js';
import { foldName, maySend } from '../http/names.js';
import { tellsMethod, tellsUrl } from '../http/options.js';
import type { Expression } from '../ir.js';
import type { Program } from '../symbols/program.js';
import type { Point, Site } from '../symbols/scope.js';
import { handsOn } from './handed-on.js';
import { isCommand, runsCommand } from './shell/read-command.js';

/** The name of the called function, or the one it was imported as, where calls of that name may send; `null` for all other calls. */
export function sendingName(site: Site, name: string, program: Program): string | null {
  const { expression, point } = site;
  if (runsCommand(site)) return isCommand(name) ? name : null;
  const callee = expression.kind === 'call' ? expression.callee : null;
  // what is called is a value: (deletes ? client.delete : client.get)(url)
  if (callee && callee.kind !== 'name' && callee.kind !== 'member' && callee.kind !== 'index')
    return isFunctionValue(callee) && expression.args.length > 0 ? name : null;
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
    if (traits.functionClients || holdsValue(name, point)) return name;
  }
  if (callee?.kind === 'member' && holdsMember(callee.name, program)) return name;
  // the class of a request may be a value: kind.new(url)
  const isMade = callee?.kind === 'member' && callee.name === 'new';
  const of = expression.kind === 'new' ? expression.type : isMade ? callee.of : null;
  if (of?.kind === 'name' && holdsValue(of.name, point)) return name;
  const { args } = expression;
  return args.some(({ value }) => isRequest(value)) || handsOn(expression) ? name : null;
}

/** An expression that may be worth a function: none that calls or makes something. */
const isFunctionValue = ({ kind }: Expression): boolean => kind === 'choice' || kind === 'self';

/** Whether a variable or parameter has the name, which may hold a function of a client: `send = requests.get`. */
function holdsValue(name: string, point: Point): boolean {
  for (let next: Point | null | undefined = point; next; ) {
    const { scope }: Point = next;
    if (scope.functions.has(name)) return false;
    if (scope.bindings.has(name) || scope.parameters.has(name)) return true;
    next = scope.outer ?? scope.class?.outer;
  }
  return false;
}

/** Whether a field or key of the name is given a value somewhere, and no function of the tree has it. */
const holdsMember = (name: string, program: Program): boolean =>
  program.assigned.has(name) && !program.isOwn(name);

/** `{ url, method }`. */
function isRequest(value: Expression): boolean {
  if (value.kind !== 'object') return false;
  const keys = value.entries.flatMap(({ key }) => (key?.kind === 'text' ? [key.text] : []));
  return keys.some(tellsUrl) && keys.some(tellsMethod);
}

const isNamed = (value: Expression | undefined, name: string): boolean =>
  value?.kind === 'name' && value.name === name;
