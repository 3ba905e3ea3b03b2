// A request and its client -> the base that the client puts before its URLs.
import type { Client } from '../http/clients/client.js';
import { foldName } from '../http/names.js';
import type { Expression } from '../ir.js';
import { isMemberKey, lastOf, rootOf } from '../symbols/binding-names.js';
import type { Point, Scope, Site } from '../symbols/scope.js';
import { calledName } from '../values/access-path.js';
import { distinct } from '../values/alternatives.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { joinValues, partsOf, textValue } from '../values/texts.js';
import { type BoundArgument, type Frame, isText, type Value } from '../values/value.js';
import { ANOTHER_BASE, injectedBases } from './injected-bases.js';

/**
 * The bases that the URL of a request may have; none where the code does not say one.
 * @param makers the receiver of the call and what is called: values that know what made them
 */
export function basesOf(
  site: Site,
  client: Client,
  args: readonly BoundArgument[],
  makers: readonly Value[],
  frame: Frame,
  evaluator: Evaluator,
): Value[] {
  const keys = new Set(client.base);
  const own = args.flatMap((argument) => optionIn(argument, keys, evaluator));
  if (own.length > 0) return distinct(own);
  const made = makers.flatMap((value) => basesIn(value, client, keys, evaluator));
  if (made.length > 0) return distinct(made);
  const said = assigned(site, keys, frame, evaluator);
  if (said.some(isText)) return distinct(said.filter(isText));
  const sent = distinct(ofSender(site, client, keys, frame, evaluator));
  if (sent.length > 0 || said.length > 0) return sent;
  return injectedBases(client, makers, evaluator, site.point.scope.file.platform);
}

/** The base of the client that the request is later given to: `client.execute(request)`. */
function ofSender(
  { expression, point }: Site,
  client: Client,
  keys: ReadonlySet<string>,
  frame: Frame,
  evaluator: Evaluator,
): Value[] {
  const { scope } = point;
  const names = [...scope.bindings].flatMap(([name, list]) =>
    list.some(({ value }) => value === expression) ? [name] : [],
  );
  const { sites = [] } = evaluator.program.files.get(scope.file.file) ?? {};
  return sites.flatMap(({ expression: call, point: at }) => {
    if (at.scope !== scope || call.kind !== 'call' || call.callee.kind !== 'member') return [];
    const given = call.args.some(
      ({ value }) => value === expression || (value.kind === 'name' && names.includes(value.name)),
    );
    if (!given) return [];
    const receivers = evaluator.ask({ expression: call.callee.of, frame, point: at });
    return receivers.flatMap((receiver) => basesIn(receiver, client, keys, evaluator));
  });
}

/** The bases that a client object was made with, whatever is sent by it. */
export function basesOfClient(value: Value, client: Client, evaluator: Evaluator): Value[] {
  return basesIn(value, client, new Set(client.base), evaluator);
}

/** The bases given to the calls that made a value: `axios.create({ baseURL })`, `builder().baseUrl(base).build()`. */
function basesIn(
  value: Value,
  client: Client,
  keys: ReadonlySet<string>,
  evaluator: Evaluator,
): Value[] {
  if (value.kind === 'foreign')
    return value.maker ? basesIn(value.maker, client, keys, evaluator) : [];
  if (value.kind !== 'made') return [];
  const found = value.args.flatMap((argument) => optionIn(argument, keys, evaluator));
  const name = foldName(calledName(value.path));
  const [first] = value.args;
  if (first && first.name === null && (keys.has(name) || client.made?.includes(name)))
    found.push(
      ...evaluator.ask(first).flatMap((base) => {
        if (base.kind === 'text') return mayBeBase(base) ? [base] : [];
        // options of a client: new RestClient(new RestClientOptions(base))
        return basesIn(base, client, keys, evaluator);
      }),
    );
  if (found.length > 0) return found;
  return value.maker ? basesIn(value.maker, client, keys, evaluator) : [];
}

/** Whether a text that makes a client may be a base: a URL, a host or a path; a name or an id is none. */
function mayBeBase(base: Value): boolean {
  const [start = ''] = partsOf(base);
  return typeof start !== 'string' || /^[a-z]+:|^\/|^[\w-]+(?:\.[\w-]+)+|^localhost\b/i.test(start);
}

/** What an option may be as a base: the texts, else what is not known. */
function basesAmong(values: readonly Value[]): readonly Value[] {
  const texts = values.filter(isText);
  if (texts.length > 0) return texts;
  return values.filter(({ kind }) => kind === 'unknown' || kind === 'foreign' || kind === 'made');
}

function optionIn(
  argument: BoundArgument,
  keys: ReadonlySet<string>,
  evaluator: Evaluator,
): Value[] {
  if (argument.name !== null)
    return keys.has(foldName(argument.name)) ? [...basesAmong(evaluator.ask(argument))] : [];
  return evaluator.ask(argument).flatMap((value) => {
    if (value.kind !== 'object') return [];
    return value.entries.flatMap(({ key, value: entry }) =>
      key !== null && keys.has(foldName(key)) ? basesAmong(evaluator.ask(entry)) : [],
    );
  });
}

/** Bases set elsewhere in the file: `client.BaseAddress = ...`, `axios.defaults.baseURL = ...`, `base_uri '...'`. */
function assigned(
  { expression, point }: Site,
  keys: ReadonlySet<string>,
  frame: Frame,
  evaluator: Evaluator,
): Value[] {
  const file = evaluator.program.files.get(point.scope.file.file);
  const root = beginningOf(expression.kind === 'call' ? expression.callee : expression.type);
  const bindings = (file?.scopes ?? []).flatMap((scope) =>
    [...scope.bindings, ...scope.captured].flatMap(([name, list]) => {
      const fits = isMemberKey(name) && rootOf(name) === root && keys.has(foldName(lastOf(name)));
      return fits ? list.filter((binding) => mayBeSame(root, binding.point, point)) : [];
    }),
  );
  const calls = (file?.sites ?? []).filter(
    (site) =>
      site.expression.kind === 'call' &&
      site.expression.callee.kind === 'name' &&
      keys.has(foldName(site.expression.callee.name)),
  );
  return [
    ...bindings.flatMap(({ value, point: at }) =>
      evaluator.ask({ expression: value, frame: frameOf(at.scope), point: at }),
    ),
    ...calls.flatMap(({ expression: call, point: at }) => {
      const [first] = call.args;
      return first ? evaluator.ask({ expression: first.value, frame, point: at }) : [];
    }),
  ];
}

/** Whether a name may stand for the same variable at two points: what a closure takes is its own. */
function mayBeSame(name: string, a: Point, b: Point): boolean {
  const [one, other] = [ownerOf(name, a.scope), ownerOf(name, b.scope)];
  if (one === other) return true;
  if (one && other) return false;
  const owner = one ?? other;
  return owner?.function?.name != null;
}

/** The function around whose variable a name is; `null` for what stands outside of functions, or in fields. */
function ownerOf(name: string, from: Scope): Scope | null {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer?.scope)
    if (scope.function && (scope.parameters.has(name) || scope.declared.has(name))) return scope;
  return null;
}

/** The name that a chain of members begins with, or the field of `self`. */
function beginningOf(expression: Expression): string | null {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'call') return beginningOf(expression.callee);
  if (expression.kind !== 'member') return null;
  return expression.of.kind === 'self' ? expression.name : beginningOf(expression.of);
}

/** Puts a base before a URL; a URL with a host of its own stays as it is. */
export function belowBase(base: Value, url: Value, joins: Client['joins']): Value[] {
  const [start = ''] = partsOf(url);
  if (typeof start === 'string' && /^[a-z]+:\/\//i.test(start)) return [url];
  const [origin = ''] = partsOf(base);
  const host = typeof origin === 'string' ? /^([a-z]+:\/\/)?[^/]+/i.exec(origin)?.[0] : undefined;
  const rooted = typeof start === 'string' && start.startsWith('/');
  // what follows on from a base says nothing without it
  if (base === ANOTHER_BASE) return rooted && joins === 'resolve' ? [url] : [];
  const trimmed = trim(base, /\/+$/, -1);
  if (rooted && joins === 'resolve')
    return joinValues([[host === undefined ? base : textValue(withScheme(host))], [url]]);
  const based = host === undefined ? trimmed : withHost(trimmed);
  return joinValues([[based], [textValue('/')], [trim(url, /^\/+/, 0)]]);
}

const withScheme = (host: string): string => (host.includes('://') ? host : `https://${host}`);

/** A base without a scheme that begins like a host. */
function withHost(base: Value): Value {
  const [start = ''] = partsOf(base);
  const bare =
    typeof start === 'string' && !start.includes('://') && /^[\w-]+\.[\w.-]+/.test(start);
  return bare ? (joinValues([[textValue('https://')], [base]])[0] ?? base) : base;
}

function trim(value: Value, sign: RegExp, index: number): Value {
  if (value.kind !== 'text') return value;
  const at = index < 0 ? value.parts.length + index : index;
  const parts = value.parts.map((part, i) =>
    i === at && typeof part === 'string' ? part.replace(sign, '') : part,
  );
  return { ...value, parts };
}
