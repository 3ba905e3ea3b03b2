// A call in the code -> the HTTP request that it may send: which expressions give its method and its URL.
import type { Client } from '../http/clients/client.js';
import { clientNamed } from '../http/clients/index.js';
import {
  foldName,
  isClientsOwn,
  isCommon,
  isWeak,
  maySend,
  senderOf,
  verbOf,
} from '../http/names.js';
import { isUrlElsewhere, opensUrl } from '../http/steps.js';
import type { Site } from '../symbols/scope.js';
import { calledMembers, calledName, isWhole, lastName, pathText } from '../values/access-path.js';
import { bindArguments } from '../values/arguments.js';
import type { Evaluator } from '../values/evaluator.js';
import { accessPathOf, type Frame, isParameter, type Value } from '../values/value.js';
import { basesOf, belowBase } from './base-url.js';
import { stepsAround } from './builder-steps.js';
import type { Request } from './request.js';
import { methodText, readArguments } from './request-arguments.js';
import { readCommand } from './shell/read-command.js';

/** Reads a call; `null` for what sends nothing. */
export function readRequest(
  site: Site,
  name: string,
  frame: Frame,
  evaluator: Evaluator,
): Request | null {
  const { expression, point } = site;
  const { language, traits } = point.scope.file;
  if (traits.commands) return readCommand(site, frame, evaluator);
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  const callees = evaluator.ask({ expression: callee, frame, point });
  const paths = callees.flatMap((v) => accessPathOf(v) ?? []);
  const [client = null] = paths.flatMap((path) => clientNamed(pathText(path), language) ?? []);
  const last = paths.map(lastName).find((foreign) => maySend(foreign)) ?? name;
  const receiver = callee.kind === 'member' ? callee.of : null;
  const own = receiver ? evaluator.ask({ expression: receiver, frame, point }) : [];
  const opened = opensUrl(last) ? own.filter(isUrl) : [];
  const how = howItSends(foldName(last), callees, client, opened.length > 0);
  const args = bindArguments(expression.args, { expression, frame, point });
  const named =
    callee.kind === 'index' ? evaluator.ask({ expression: callee.key, frame, point }) : null;
  const read = readArguments(args, how?.verb ?? null, how?.method, evaluator, named);
  if (!how && !read.told) return null;
  let { methods, methodValues, urls } = read;
  if (urls.length === 0) urls = opened;
  const said = urls.some(({ kind }) => kind === 'text');
  if (!said && how?.verb && own.some(isBuilder)) return null;
  if (how?.verb === null) {
    const steps = stepsAround(site, frame, evaluator);
    const said = steps.methods.flatMap((value) => methodText(value) ?? []);
    if (methodValues.length === 0 && (steps.methods.length > 0 || steps.hasBody)) {
      methodValues = steps.methods;
      methods = steps.methods.length > 0 ? [...new Set(said)] : ['POST'];
    }
    if (urls.length === 0) urls = steps.urls;
  }
  if (urls.length === 0) urls = read.open;
  if (urls.length === 0) return null;
  const makers = [...own, ...callees];
  const bases = client?.joins ? basesOf(site, client, args, makers, frame, evaluator) : [];
  return {
    methods,
    urls:
      bases.length === 0
        ? urls
        : urls.flatMap((url) => bases.flatMap((base) => belowBase(base, url, client?.joins))),
    methodHoles: methodValues.filter(isParameter),
    client: paths[0] ? pathText(paths[0]) : null,
    sure: client !== null && !(isCommon(foldName(last)) && read.urls.length === 0),
  };
}

interface Sending {
  /** The method that the name says. */
  readonly verb: string | null;
  /** The method where the arguments say none. */
  readonly method: string | null;
}

function howItSends(
  folded: string,
  callees: readonly Value[],
  client: Client | null,
  opens: boolean,
): Sending | null {
  if (client?.made?.includes(folded)) return null;
  const own = client?.sends?.[folded];
  if (own !== undefined) return { verb: null, method: own };
  const verb = verbOf(folded);
  if (verb && (client || opens || !isWeak(folded))) return { verb, method: verb };
  if (verb) return null;
  if (
    client?.itself &&
    callees.some((v) => v.kind === 'made' || (v.kind === 'foreign' && isWhole(v.path)))
  )
    return { verb: null, method: client.itself };
  const method = senderOf(folded);
  if (!client && !opens && isClientsOwn(folded)) return null;
  return method === undefined ? null : { verb: null, method };
}

/** A request builder whose URL is set by another call of the chain. */
const isBuilder = (value: Value): boolean =>
  value.kind === 'made' && isUrlElsewhere(calledName(value.path), calledMembers(value.path));

const isUrl = (value: Value): boolean =>
  value.kind === 'text' && /^[a-z]+:\/\/|^\{\}/i.test(String(value.parts[0] ?? ''));
