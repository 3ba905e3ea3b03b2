// A function of an HTTP client that is given to something else -> the requests that it may send there.
import { binds, wraps } from '../callgraph/library-functions.js';
import { clientNamed } from '../http/clients/index.js';
import { foldName, maySend, verbOf } from '../http/names.js';
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { lastName, pathText } from '../values/access-path.js';
import { bindArguments } from '../values/arguments.js';
import type { Evaluator } from '../values/evaluator.js';
import { itemsOf } from '../values/items.js';
import { textValue } from '../values/texts.js';
import { ABSENT, accessPathOf, type Frame, UNKNOWN, type Value } from '../values/value.js';
import { combined } from './combinations.js';
import type { Request } from './request.js';
import { looksLikeUrl } from './request-arguments.js';

/** Whether an argument is named like a function that sends: `map(requests.get, urls)`, `run(fetch, url)`. */
export function handsOn(expression: Site['expression']): boolean {
  if (!expression.args.some(({ value }) => nameOf(value) !== '' && maySend(nameOf(value))))
    return false;
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  // what makes a function of another one is followed to the calls of that
  return !binds(nameOf(callee)) && !wraps(nameOf(callee));
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
    const callee = expression.kind === 'call' ? expression.callee : null;
    const of = callee?.kind === 'member' ? callee.of : null;
    const others = [
      ...args.filter((_, at) => at !== index).flatMap((other) => evaluator.ask(other)),
      ...(of ? evaluator.ask({ expression: of, frame, point }) : []),
    ];
    const urls = others
      .flatMap((value) =>
        value.kind === 'list' ? itemsOf(value, (b) => evaluator.ask(b)) : [value],
      )
      .filter(looksLikeUrl);
    const verb = verbOf(foldName(lastName(path)));
    const method: Value = verb ? textValue(verb) : ABSENT;
    const sendings = combined([method], null, urls.length > 0 ? urls : [UNKNOWN], null);
    return { sendings, client: pathText(path), sure: true };
  }
  return null;
}

function isSender(value: Value, language: string): boolean {
  const path = accessPathOf(value);
  return (
    path !== null && value.kind === 'foreign' && clientNamed(pathText(path), language) !== null
  );
}
