// The arguments of a call that may send a request -> what they say of its method and its URL.
import { optionsUnder } from '../http/clients/index.js';
import { METHODS } from '../http/methods.js';
import { foldName } from '../http/names.js';
import {
  givesUrl,
  HOST_KEYS,
  isBodyArgument,
  isContext,
  isMethodType,
  METHOD_KEYS,
  namesMethods,
  URL_KEYS,
} from '../http/options.js';
import { calledName, lastMember, pathText } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import {
  type BoundArgument,
  isParameter,
  isText,
  joinValues,
  plainText,
  textValue,
  type Value,
} from '../values/value.js';

/** What the arguments say. */
export interface Said {
  readonly methods: readonly string[];
  readonly methodValues: readonly Value[];
  readonly urls: readonly Value[];
  /** What stands in the place of the URL, where it is not known to be one. */
  readonly open: readonly Value[];
  /** The options say both a method and a URL: it is a request, whatever function they are given to. */
  readonly told: boolean;
}

/** A URL or a method stands among so many first arguments; behind them are callbacks and values. */
const MOST = 4;

/**
 * Reads arguments.
 * @param verb the method that the name of the call says
 * @param fallback the method where nothing says one
 * @param named what the call is called, where that is a value
 */
export function readArguments(
  args: readonly BoundArgument[],
  verb: string | null,
  fallback: string | null | undefined,
  evaluator: Evaluator,
  named: readonly Value[] | null = null,
): Said {
  const positional = args.filter(
    ({ name, spread, expression }) =>
      name === null && !spread && !(expression.kind === 'name' && isContext(expression.name)),
  );
  const values = positional
    .slice(0, MOST)
    .map((argument) => evaluator.ask(argument).flatMap((value) => insideMethod(value, evaluator)));
  const option = (keys: readonly string[]): Value[] => optionsIn(args, values, keys, evaluator);
  let methodValues: readonly Value[] = named ?? (verb ? [] : option(METHOD_KEYS));
  const told = methodValues.some((value) => methodText(value)) && option(URL_KEYS).some(isText);
  let urlIndex = values.findIndex((list) => list.some(isText));
  if (!verb && methodValues.length === 0) {
    const index = values.findIndex((list) => list.some((value) => methodText(value) !== null));
    const [first, second] = values;
    if (index !== -1) {
      methodValues = values[index]!;
      urlIndex = values.findIndex(
        (list, at) => at !== index && list.some((v) => isText(v) && methodText(v) === null),
      );
      if (urlIndex === -1) urlIndex = index === 0 ? 1 : 0;
    } else if (first && second && isPair(first, second)) {
      // request(method, url): both may be parameters
      methodValues = first;
      urlIndex = 1;
    }
  }
  const said = (values[urlIndex] ?? []).filter((v) => isText(v) || isParameter(v));
  const urls = said.length > 0 ? said : withHost(option(URL_KEYS), option(HOST_KEYS));
  const beside = methodValues.length > 0 && methodValues === values[0] ? 1 : 0;
  const known = methodValues.flatMap((value) => methodText(value) ?? []);
  const sent = args.some(({ name }) => name !== null && isBodyArgument(name)) ? 'POST' : fallback;
  const unsaid = methodValues.length === 0 && sent ? [sent] : [];
  return {
    methods: verb ? [verb] : [...new Set(known.length > 0 ? known : unsaid)],
    methodValues,
    urls: urls.length > 0 ? urls : (values[0] ?? []).filter(isParameter),
    open: (values[beside] ?? []).filter(mayBeUrl),
    told,
  };
}

function optionsIn(
  args: readonly BoundArgument[],
  values: readonly (readonly Value[])[],
  keys: readonly string[],
  evaluator: Evaluator,
): Value[] {
  const named = args.find(({ name }) => name !== null && keys.includes(foldName(name)));
  if (named) return evaluator.ask(named);
  return values.flat().flatMap((value): Value[] => {
    // a context that is made of options
    const under = value.kind === 'made' ? optionsUnder(calledName(value.path)) : null;
    if (value.kind === 'made' && under !== null) {
      const [options] = value.args;
      const [http] = options
        ? evaluator.ask(options).flatMap((v) => evaluator.memberOf(v, under) ?? [])
        : [];
      return http ? optionsIn([], [[http]], keys, evaluator) : [];
    }
    if (value.kind !== 'object') return [];
    const spelled = new Map(value.entries.map(({ key }) => [foldName(key ?? ''), key]));
    const key = keys.find((wanted) => spelled.has(wanted));
    if (key === undefined)
      return keys.flatMap((wanted) => evaluator.memberOf(value, wanted) ?? []).slice(0, 1);
    return evaluator.memberOf(value, spelled.get(key) ?? key) ?? [];
  });
}

/** `{ hostname, path }`. */
function withHost(urls: readonly Value[], hosts: readonly Value[]): readonly Value[] {
  const relative = (url: Value) => url.kind === 'text' && String(url.parts[0]).startsWith('/');
  if (hosts.length === 0 || !urls.every(relative)) return urls;
  const origin = hosts.map((host) =>
    host.kind === 'text' && !String(host.parts[0]).includes('://')
      ? (joinValues([[textValue('https://')], [host]])[0] ?? host)
      : host,
  );
  return joinValues([origin, urls]);
}

/** What `new HttpMethod("PATCH")` is made of. */
function insideMethod(value: Value, evaluator: Evaluator): Value[] {
  const [name] = value.kind === 'made' && isMethodType(calledName(value.path)) ? value.args : [];
  return name ? evaluator.ask(name) : [value];
}

/** Whether a value of which little is known may be a URL; objects, lists and functions are not. */
const mayBeUrl = (value: Value): boolean =>
  value.kind === 'unknown' ||
  value.kind === 'foreign' ||
  (value.kind === 'made' && givesUrl(calledName(value.path)));

const isPair = (first: readonly Value[], second: readonly Value[]): boolean =>
  first.every(isParameter) &&
  second.some((v) => isText(v) || isParameter(v)) &&
  !second.some(({ kind }) => kind === 'object');

/** `'POST'`, `HttpMethod.Post`, `http.MethodGet`, `Method.POST`; `null` for what is no method. */
export function methodText(value: Value): string | null {
  if (value.kind === 'foreign' && namesMethods(pathText(value.path))) {
    const last = lastMember(value.path)
      .replace(/^Method/, '')
      .toUpperCase();
    return METHODS.has(last) ? last : null;
  }
  const text = plainText(value)?.toUpperCase();
  return text && METHODS.has(text) ? text : null;
}
