// The client objects of an API that code makes -> the places where they get to something that may call the API with them.
import { type ApiProfile, belongs, isClient, isOfVendor } from '../api/api-profile.js';
import { leadsToNoObject } from '../api/package-methods.js';
import { Callers } from '../callgraph/callers.js';
import type { Handling } from '../callgraph/handling.js';
import type { Escape, FlowCall } from '../callgraph/uses-of-functions.js';
import { ValueFlow } from '../callgraph/value-flow.js';
import type { FoundCall } from '../found-call.js';
import { clientNamed } from '../http/clients/index.js';
import { isStore } from '../http/not-clients.js';
import type { Expression } from '../ir.js';
import { oneOf, words } from '../name-tables.js';
import { basesOfClient } from '../requests/base-url.js';
import { SETTING } from '../symbols/library-methods.js';
import { calledName } from '../symbols/program.js';
import type { Site } from '../symbols/scope.js';
import {
  type AccessPath,
  calledNames,
  isWhole,
  calledName as lastCalled,
  lastName,
  pathText,
} from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { textOf } from '../values/substitute.js';
import { plainText } from '../values/texts.js';
import { accessPathOf, type Made, type Value } from '../values/value.js';
import type { SeenOfApi } from './account-for-texts.js';

/** Each place as a call of which nothing is known. */
export function findEscapes({ evaluator, profile: api, found: calls }: SeenOfApi): FoundCall[] {
  const callers = new Callers(evaluator);
  const found = new Map<string, FoundCall>();
  for (const sites of byLanguage(evaluator, api)) {
    const flow = flowOf(sites, callers, evaluator, api);
    const byKey = [...flow.calls.values()].filter((call) => isByKey(call, calls, callers));
    for (const lost of [...flow.escapes.all, ...byKey.map(({ site }) => ({ site }))]) {
      const isLost = !staysIn(lost) && !isOfClass(lost, callers);
      const call = isLost ? callOf(lost, sites[0]!) : null;
      if (call) found.set(`${call.file}:${call.at.line}`, call);
    }
  }
  return [...found.values()];
}

/** The calls that make client objects, those of one platform together. */
function byLanguage(evaluator: Evaluator, api: ApiProfile): Iterable<readonly Site[]> {
  const groups = new Map<string, Site[]>();
  for (const { scope, sites } of evaluator.program.files.values()) {
    const making = sites.filter((site) => makesClient(site, evaluator, api));
    const { platform } = scope.file;
    if (making.length > 0) groups.set(platform, [...(groups.get(platform) ?? []), ...making]);
  }
  return groups.values();
}

/** Whether a method is called whose name the code does not say, and no request was made of that. */
function isByKey({ site, callee }: FlowCall, found: readonly FoundCall[], callers: Callers) {
  if (callee.kind !== 'index') return false;
  if (callers.ask(callee.key, site.point).every((key) => plainText(key) !== null)) return false;
  const { at } = site.expression;
  const { file } = site.point.scope.file;
  return !found.some((call) => call.file === file && call.at.line === at.line);
}

/** Whether a call makes an object by which requests to the API are sent. */
function makesClient({ expression, point }: Site, evaluator: Evaluator, api: ApiProfile): boolean {
  const { language, traits } = point.scope.file;
  if (traits.commands || !api.near.has(point.scope.file.file)) return false;
  const frame = frameOf(point.scope);
  // most calls make no client, and what is called says so at less cost than what it gives
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  const mayMake = evaluator.ask({ expression: callee, frame, point }).some((value) => {
    const path = accessPathOf(value);
    const text = path === null ? '' : pathText(path);
    return isClient(text, api) || clientNamed(text, language) !== null;
  });
  if (!mayMake) return false;
  const values = evaluator.ask({ expression, frame, point });
  return values.some((value) => isClientObject(value, language, evaluator, api));
}

function isClientObject(
  value: Value,
  language: string,
  evaluator: Evaluator,
  api: ApiProfile,
): boolean {
  if (value.kind !== 'made' || !isMade(value.path, api)) return false;
  if (leadsToNoObject(value.path, api)) return false;
  const text = pathText(value.path);
  if (isClient(text, api)) return true;
  const client = clientNamed(text, language);
  return client?.base !== undefined && basesOf(value, client, evaluator).some(isOurs);
  function isOurs(base: string): boolean {
    return belongs(`${base.replace(/\/$/, '')}/x`, [], null, api) === 'ours';
  }
}

const basesOf = (
  value: Made,
  client: NonNullable<ReturnType<typeof clientNamed>>,
  evaluator: Evaluator,
): string[] => basesOfClient(value, client, evaluator).flatMap((base) => textOf(base) ?? []);

/** Whether a path makes a client, and goes on to none but objects of the client by which it sends. */
function isMade({ root, steps }: AccessPath, api: ApiProfile): boolean {
  const call = steps.findIndex(({ kind }) => kind === 'call');
  const made = { root, steps: steps.slice(0, call) };
  const [, ...then] = calledNames({ root, steps });
  return (isWhole(made) || isClientClass(lastName(made), api)) && then.every(getsOrMakes);
}

/** Classes that send, and what makes them; those of messages, options and events have other names. */
const isClientClass = (name: string, api: ApiProfile): boolean =>
  (/sdk|client|platform|session|api$/i.test(name) &&
    !/(parameters|request|response)$/i.test(name)) ||
  isMaker(name) ||
  isClient(name, api);
const getsOrMakes = (name: string): boolean => getsClient(name) || isMaker(name);
const getsClient = oneOf(words('platform getPlatform get_platform getClient get_client http'));
const isMaker = oneOf(words('new New create extend default'));

function flowOf(
  sites: readonly Site[],
  callers: Callers,
  evaluator: Evaluator,
  api: ApiProfile,
): ValueFlow {
  const { language, traits } = sites[0]!.point.scope.file;
  const is = (value: Value) => isClientObject(value, language, evaluator, api);
  const flow = new ValueFlow(callers, is, handling(api, traits.typed, evaluator));
  const written = sites.map(({ expression, point }) => ({
    expression,
    point,
    use: callers.references.useOf(expression),
  }));
  flow.run(written, []);
  return flow;
}

/** How client objects are handled. */
const handling = (api: ApiProfile, isTyped: boolean, evaluator: Evaluator): Handling => ({
  // all objects of a language are followed together
  most: 50_000,
  take({ site }, callee) {
    const name = calledName(site);
    const path = accessPathOf(callee);
    // the vendor's own: extensions, subscriptions, phones
    const makes = api.subscribing?.calls.some((own) => own === name || path?.root === own);
    if (makes || (path && isOfVendor(pathText(path), api))) return [];
    if (isTyped && injects(name)) return [];
    if (shows(name)) return [];
    const { expression } = site;
    const { callee: called } = expression.kind === 'call' ? expression : { callee: null };
    const target = called?.kind === 'member' && SETTING.has(name) ? called.of : null;
    // a map of the tree, which code takes it out of by its name
    if (target && ((path && isMapOf(path)) || isObjectOf(target, site, evaluator)))
      return { kind: 'put into', target };
    const [, key] = expression.args;
    if (takesMember(name) && key?.value.kind === 'text') return [];
    return adds(name) ? { kind: 'given back' } : null;
  },
  method(name) {
    if (callsByName(name)) return 'out of sight';
    return getsOrMakes(name) ? 'given back' : 'looked at';
  },
  mayRead: () => false,
  leavesFiles: false,
  join: () => false,
  comparesParts: true,
});

const isMapOf = (path: AccessPath): boolean =>
  isStore(pathText(path), calledNames(path), lastCalled(path));

/** Whether what a method is called on is a map whose entries the code says. */
function isObjectOf(expression: Expression, { point }: Site, evaluator: Evaluator): boolean {
  const values = evaluator.ask({ expression, frame: frameOf(point.scope), point });
  return values.length > 0 && values.every(({ kind }) => kind === 'object');
}

/** Registers an object under its type: who asks for the type calls it under its name. */
const injects = (name: string): boolean =>
  /^(?:try_?)?(?:add|register|bind|to|provide|supply)/i.test(name);
const shows = oneOf(words('log debug info warn error inspect typeof dump var_dump p pp puts'));
const takesMember = oneOf(words('getattr hasattr setattr'));
const callsByName = oneOf(words('public_send __send__ instance_eval instance_exec'));
/** Gives the client back with something added. */
const adds = (name: string): boolean =>
  /retry|rate_?limit|throttl|cache|intercept|wrap|mock|instrument|mount|trac(?:e|ing)|proxy/i.test(
    name,
  );

/** Whether it is a class that gets there, whose methods have a client: what they give is asked for by name. */
function isOfClass({ site }: Escape, callers: Callers): boolean {
  const given = site?.expression.args.flatMap(({ value }) => callers.ask(value, site!.point)) ?? [];
  const kinds = new Set(given.map(({ kind }) => kind));
  return (
    (kinds.has('class') || kinds.has('instance')) && !kinds.has('function') && !kinds.has('made')
  );
}

/** What a function gives that is called there goes on inside the code around it. */
const staysIn = ({ site }: Escape): boolean => site !== null && handsBack(calledName(site));
const handsBack = oneOf(
  words('then catch finally useMemo useState useRef useEffect useCallback tap lazy'),
);

/** @param made where the client is made */
function callOf({ site }: Escape, made: Site): FoundCall | null {
  const { traits, file } = (site ?? made).point.scope.file;
  if (!site && traits.typed) return null;
  const name = site ? calledName(site) : '';
  const how = name === '' ? 'is used where it cannot be followed' : `is given to ${name}()`;
  return {
    methods: [],
    url: '{}',
    file,
    at: (site ?? made).expression.at,
    steps: [],
    through: [],
    events: null,
    transport: null,
    possible: false,
    reason: `a client of the API ${how}, which may call it`,
  };
}
