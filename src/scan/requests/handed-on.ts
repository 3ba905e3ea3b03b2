// A function of an HTTP client that is given to something else -> the requests that it may send there.
import { binds, wraps } from '../callgraph/library-functions.js';
import { clientNamed } from '../http/clients/index.js';
import { foldName, maySend, senderOf, verbOf } from '../http/names.js';
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { lastName, pathText } from '../values/access-path.js';
import { bindArguments } from '../values/arguments.js';
import type { Evaluator } from '../values/evaluator.js';
import { itemsOf } from '../values/items.js';
import {
  ABSENT,
  accessPathOf,
  type Bound,
  type BoundArgument,
  type Frame,
  UNKNOWN,
  type Value,
} from '../values/value.js';
import { combined } from './combinations.js';
import type { Request } from './request.js';
import { looksLikeUrl, readArguments } from './request-arguments.js';

/** Whether an argument is named like a function that sends: `map(requests.get, urls)`, `run(fetch, url)`. */
export function handsOn(expression: Site['expression']): boolean {
  if (!expression.args.some(({ value }) => nameOf(value) !== '' && maySend(nameOf(value))))
    return false;
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  // what makes a function of another one is followed to the calls of that
  return nameOf(callee) !== 'bind' && !binds(nameOf(callee)) && !wraps(nameOf(callee));
}

const nameOf = (value: Expression): string =>
  value.kind === 'name' || value.kind === 'member' ? value.name : '';

/** The requests of such a call: to the URLs among its other arguments, else to one that is not known. */
export function readHandedOn(
  { expression, point }: Site,
  frame: Frame,
  evaluator: Evaluator,
): Request | null {
  const { language } = point.scope.file;
  const args = bindArguments(expression.args, { expression, frame, point });
  for (const [index, argument] of args.entries()) {
    if (!maySend(nameOf(argument.expression))) continue;
    const senders = evaluator.ask(argument).filter((value) => isSender(value, language));
    const [sender] = senders;
    const path = sender && accessPathOf(sender);
    if (!path) continue;
    const callee = expression.kind === 'call' ? expression.callee : expression.type;
    const of = callee.kind === 'member' ? callee.of : null;
    const asked = (bound: Bound) => evaluator.ask(bound);
    const callees = asked({ expression: callee, frame, point });
    // what is in a list of arguments is one of them
    const rest = args
      .filter((_, at) => at !== index)
      .flatMap((other): BoundArgument[] => {
        const [only, second] = evaluator.ask(other);
        const items = only?.kind === 'list' && !second ? only.items : [other];
        return items.map((item) => ({ name: null, spread: false, ...item }));
      });
    const values = rest.map((other) => asked(other));
    const receivers = of ? asked({ expression: of, frame, point }) : [];
    const urls = [...values.flat(), ...receivers]
      .flatMap((value) => (value.kind === 'list' ? itemsOf(value, asked) : [value]))
      .filter(looksLikeUrl);
    // a function of the tree that calls it by a name that sends is looked at itself
    const isCalled = (value: Value) =>
      value.kind === 'function' && maySend([...value.scope.parameters.keys()][index] ?? '');
    if (urls.length === 0 && callees.some(isCalled)) continue;
    const folded = foldName(lastName(path));
    const client = clientNamed(pathText(path), language);
    const { methods } = readArguments(rest, verbOf(folded), evaluator);
    // what else is given may say the method
    const isTold = values.every((list) => list.every(isPlain));
    const fallback = isTold ? (client?.itself ?? senderOf(folded) ?? null) : null;
    const said = methods.length > 0 ? methods : [ABSENT];
    const sendings = combined(said, fallback, urls.length > 0 ? urls : [UNKNOWN], null);
    return { sendings, client: pathText(path), sure: true };
  }
  return null;
}

const isPlain = ({ kind }: Value): boolean => ['text', 'object', 'absent'].includes(kind);

function isSender(value: Value, language: string): boolean {
  const path = accessPathOf(value);
  return (
    path !== null && value.kind === 'foreign' && clientNamed(pathText(path), language) !== null
  );
}
