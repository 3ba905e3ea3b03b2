// A call in the code -> the HTTP request that it may send: which expressions give its method and its URL.
import type { Client } from '../http/clients/client.js';
import { clientNamed, takesKeys } from '../http/clients/index.js';
import { METHODS } from '../http/methods.js';
import {
  foldName,
  isClientsOwn,
  isCommon,
  isWeak,
  maySend,
  senderOf,
  verbOf,
} from '../http/names.js';
import { isUrlElsewhere, opensUrl, saysUrl } from '../http/steps.js';
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import {
  type AccessPath,
  calledMembers,
  calledName,
  isWhole,
  lastName,
  pathText,
} from '../values/access-path.js';
import { under } from '../values/alternatives.js';
import { bindArguments } from '../values/arguments.js';
import { decisionOf, guardAt, waysTo } from '../values/decisions.js';
import type { Evaluator } from '../values/evaluator.js';
import { itemsOf } from '../values/items.js';
import { isClosed } from '../values/known-conditions.js';
import { textOf } from '../values/substitute.js';
import { textValue } from '../values/texts.js';
import {
  ABSENT,
  accessPathOf,
  type Bound,
  type BoundArgument,
  type Frame,
  type Value,
} from '../values/value.js';
import { basesOf, belowBase } from './base-url.js';
import { stepsAround } from './builder-steps.js';
import { builtBy } from './built-urls.js';
import { combined } from './combinations.js';
import { handsOn, readHandedOn } from './handed-on.js';
import { readKeyed } from './keyed-paths.js';
import { knownHeaders } from './known-headers.js';
import { clientBehind, sendsInside } from './own-functions.js';
import type { Request, Sending } from './request.js';
import { readArguments } from './request-arguments.js';
import { readCommand, runsCommand } from './shell/read-command.js';
import { mayTell } from './written-options.js';

/** Reads a call; `null` for what sends nothing. */
export function readRequest(
  site: Site,
  name: string,
  frame: Frame,
  evaluator: Evaluator,
): Request | null {
  const { expression, point } = site;
  if (runsCommand(site)) return readCommand(site, frame, evaluator);
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  const callees = evaluator.ask({ expression: callee, frame, point });
  const of = (e: Expression) => evaluator.ask({ expression: e, frame, point });
  const own = callee.kind === 'member' ? of(callee.of) : [];
  // client[verb](url): the name of the method is a value, unless what it names is known
  const isKnown = callees.some((value) => accessPathOf(value));
  const named = callee.kind === 'index' && !isKnown ? of(callee.key) : null;
  const args = bindArguments(expression.args, { expression, frame, point });
  const read = (alternatives: readonly Value[]) =>
    readCall({ site, name, frame, args, own, named, callees: alternatives }, evaluator);
  const handed = () => (handsOn(expression) ? readHandedOn(site, frame, evaluator) : null);
  // a function of the tree sends nothing itself: the request is inside it
  if (callee.kind === 'name' && callees.length > 0 && callees.every(sendsInside)) return handed();
  // nor does one that makes a URL, whatever it is a member of
  if (saysUrl(name) && callees.length > 0 && callees.every(({ kind }) => kind === 'function'))
    return handed();
  // what is called may be one of several functions, each with its own way to send
  const paths = callees.filter((value) => accessPathOf(value));
  const found =
    paths.length < 2
      ? [read(callees)]
      : callees.map((value) => {
          const one = accessPathOf(value) ? read([value]) : null;
          return one && { ...one, sendings: one.sendings.flatMap((sent) => on(value, sent)) };
        });
  const [first, ...others] = found.filter((one) => one !== null);
  if (!first) return handed();
  return {
    ...first,
    sendings: [first, ...others].flatMap(({ sendings }) => sendings),
    sure: first.sure || others.some(({ sure }) => sure),
  };
}

/** The class that a path makes an object of by its method `new`; any other path as it is. */
function classOf(path: AccessPath): AccessPath {
  const last = path.steps.at(-1);
  const makes = last?.kind === 'member' && last.name === 'new';
  return makes ? { ...path, steps: path.steps.slice(0, -1) } : path;
}

/** Whether an argument says a method of HTTP alone, as a constant: `Method.POST`. */
const isMethod = ({ expression }: BoundArgument): boolean =>
  expression.kind === 'member' && METHODS.has(expression.name.toUpperCase());

/** What a call sends where it calls this function. */
function on(callee: Value, sent: Sending): Sending[] {
  const [url] = under(callee.when, [sent.url]);
  return url ? [{ ...sent, url }] : [];
}

/** A call, and what was found out about it. */
interface Called {
  readonly site: Site;
  /** The last name of what is called. */
  readonly name: string;
  readonly frame: Frame;
  readonly args: readonly BoundArgument[];
  /** What the called function is a member of. */
  readonly own: readonly Value[];
  /** What names the called function, where that is a value. */
  readonly named: readonly Value[] | null;
  readonly callees: readonly Value[];
}

function readCall(called: Called, evaluator: Evaluator): Request | null {
  const { site, name, frame, args, own, named, callees } = called;
  const { language, traits } = site.point.scope.file;
  const paths = callees.flatMap((v) => accessPathOf(v) ?? []).map(classOf);
  const keyed = ofKeys(called, evaluator);
  const [client = keyed?.client ?? clientBehind(name, callees, language)] = paths.flatMap(
    (path) => clientNamed(pathText(path), language) ?? [],
  );
  // what is taken out of a parameter has the name that it has there: ({ fetch: send }) => send(url)
  const names = [...paths.map(lastName), ...callees.flatMap(takenName)];
  const last = names.find((foreign) => maySend(foreign)) ?? name;
  const opened = opensUrl(last) ? own.filter(isUrl) : [];
  const how = howItSends(foldName(last), callees, client, opened.length > 0);
  // most calls that are looked at are of functions that send nothing, and need no values
  if (!how && !mayTell(site.expression.args)) return null;
  const ask = { values: (bound: Bound) => evaluator.ask(bound) };
  const isRequest = (path: AccessPath) =>
    clientNamed(pathText(path), language) !== null || maySend(calledName(path));
  const takesOptions = traits.functionClients && client !== null;
  const each = (value: Value): Value[] =>
    itemsOf(value, ask.values, decisionOf(site.expression, frame, true));
  const isEach = client?.lists?.includes(foldName(last)) ?? false;
  const ofEach = (value: Value) =>
    isEach && value.kind === 'list'
      ? each(value)
      : saysUrl(foldName(last)) && value.kind === 'function'
        ? builtBy(value, evaluator)
        : [value];
  const read = readArguments(args, how?.verb ?? null, evaluator, named, takesOptions, ofEach);
  if (!how && !read.told) return null;
  const here = guardAt(site.point, frame);
  const isClosedOff = waysTo(site.point).some((way) => isClosed(way, frame, ask));
  if (here === false || isClosedOff) return NOTHING_SENT;
  let { methods, urls } = read;
  // what is given is a body, or headers
  if (keyed) urls = [...keyed.urls];
  if (urls.length === 0) urls = opened;
  const said = urls.some(({ kind }) => kind === 'text');
  if (!said && how?.verb && own.some(isBuilder)) return null;
  const isPost = read.hasBody && !client?.keepsMethod;
  const fallback = isPost ? 'POST' : (how?.method ?? null);
  if (how?.verb === null) {
    const steps = stepsAround(site, frame, evaluator, methods);
    methods = steps.methods;
    if (urls.length === 0) urls = steps.urls;
  }
  if (urls.length === 0) urls = read.open;
  // what a library made of something is a URL where a URL is taken, unless it is a request itself
  if (urls.length === 0 && client && how)
    urls = read.made.filter(
      (one) => !isRequest(accessPathOf(one)!) || (takesOptions && isGivenOptions(one)),
    );
  if (client?.bare && how && args.every(isMethod)) urls = [textValue('')];
  if (urls.length === 0) return null;
  const makers = [...(keyed?.makers ?? []), ...own, ...callees];
  const bases = client?.joins ? basesOf(site, client, args, makers, frame, evaluator) : [];
  const based =
    bases.length === 0
      ? urls
      : urls.flatMap((url) => bases.flatMap((base) => belowBase(base, url, client?.joins)));
  const isOpen = based.some((url) => /^(?:\{\})+(?:\?|$)/.test(textOf(url) ?? '{}'));
  return {
    sendings: combined(methods.length > 0 ? methods : [ABSENT], fallback, based, here),
    ...(isOpen && knownHeaders(client, paths, site.expression.args)),
    client: paths[0] ? pathText(paths[0]) : null,
    sure: client !== null && !(isCommon(foldName(last)) && read.urls.length === 0),
  };
}

function ofKeys({ site, frame }: Called, evaluator: Evaluator): ReturnType<typeof readKeyed> {
  const { expression, point } = site;
  const { language } = point.scope.file;
  if (!takesKeys(language)) return null;
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return null;
  const ask = (e: Expression) => evaluator.ask({ expression: e, frame, point });
  return readKeyed(expression.callee.of, language, ask);
}

/** The name under which something was taken out of what is not known. */
const takenName = (value: Value): string[] =>
  value.kind === 'unknown' ? (value.hole.fields?.slice(-1) ?? []) : [];

/** A request in code that no run reaches. */
const NOTHING_SENT: Request = { sendings: [], client: null, sure: false };

interface How {
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
): How | null {
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
  // what reads a URL asks for it
  if (method === undefined) return opens ? { verb: null, method: 'GET' } : null;
  return { verb: null, method };
}

/** Options that callers give, by their type: `config: AxiosRequestConfig`. */
const isGivenOptions = (value: Value): boolean =>
  value.kind === 'made' && value.given?.parameter != null && !maySend(calledName(value.path));

/** A request builder whose URL is set by another call of the chain. */
const isBuilder = (value: Value): boolean =>
  value.kind === 'made' && isUrlElsewhere(calledName(value.path), calledMembers(value.path));

const isUrl = (value: Value): boolean =>
  value.kind === 'text' && /^[a-z]+:\/\/|^\{\}/i.test(String(value.parts[0] ?? ''));
