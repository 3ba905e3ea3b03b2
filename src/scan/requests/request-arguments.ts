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
  TYPE_KEY,
  URL_KEYS,
} from '../http/options.js';
import { calledName, lastMember, pathText } from '../values/access-path.js';
import { distinct, under } from '../values/alternatives.js';
import type { Evaluator } from '../values/evaluator.js';
import { withoutSettings } from '../values/setting-defaults.js';
import { textOf } from '../values/substitute.js';
import { joinValues, plainText, textValue } from '../values/texts.js';
import { ABSENT, type BoundArgument, isParameter, isText, type Value } from '../values/value.js';
import { lineOf } from './request-lines.js';

/** What the arguments say. */
export interface Said {
  /** In alternatives; what is absent is the method that is sent where nothing says one. None where no argument is for it. */
  readonly methods: readonly Value[];
  readonly urls: readonly Value[];
  /** What stands in the place of the URL, where it is not known to be one. */
  readonly open: readonly Value[];
  /** What stands there and was made by a library. */
  readonly made: readonly Value[];
  /** The options say both a method and a URL: it is a request, whatever function they are given to. */
  readonly told: boolean;
  /** The arguments have a body, by a keyword. */
  readonly hasBody: boolean;
}

/** A URL or a method stands among so many first arguments; behind them are callbacks and values. */
const MOST = 4;

/**
 * Reads arguments.
 * @param verb the method that the name of the call says
 * @param named what the call is called, where that is a value
 * @param each what of a value is a request: the items of a list, where a call sends all of one
 * @param takesOptions an argument behind the URL is an object of options, which may say the method
 */
export function readArguments(
  args: readonly BoundArgument[],
  verb: string | null,
  evaluator: Evaluator,
  named: readonly Value[] | null = null,
  takesOptions = false,
  each: (value: Value) => readonly Value[] = (value) => [value],
): Said {
  const positional = args.filter(
    ({ name, spread, expression }) =>
      name === null && !spread && !(expression.kind === 'name' && isContext(expression.name)),
  );
  const values = positional.slice(0, MOST).map((argument) =>
    evaluator
      .ask(argument)
      .flatMap(each)
      .flatMap((value) => insideMethod(value, evaluator)),
  );
  const spread = args
    .filter((argument) => argument.spread)
    .map((argument) => evaluator.ask(argument));
  const option = (keys: readonly string[]) =>
    optionsIn(args, [...values, ...spread], keys, evaluator);
  let methods: readonly Value[] = named ?? (verb ? [textValue(verb)] : methodOption(option));
  const given = (keys: readonly string[]) => option(keys).filter(({ kind }) => kind !== 'absent');
  const urlOptions = given(URL_KEYS);
  const told = !verb && methods.some((value) => methodText(value)) && urlOptions.some(isText);
  let urlIndex = indexOfUrl(values);
  let methodIndex = -1;
  const says = methods.some(({ kind }) => kind !== 'absent');
  const lines = verb || says ? [] : linesIn(values);
  if (lines.length > 0) {
    const said = lines.map((value) => lineOf(value) ?? { method: ABSENT, url: value });
    const urls = said.map(({ url }) => url);
    const hasBody = args.some(({ name }) => name !== null && isBodyArgument(name));
    return { methods: said.map((s) => s.method), urls, open: [], made: [], told: false, hasBody };
  }
  if (!verb && !says) {
    const index = values.findIndex((list) => list.some((value) => methodText(value) !== null));
    const [first, second] = values;
    if (index !== -1) {
      methodIndex = index;
      methods = methodsOf(values[index]!);
      urlIndex = values.findIndex(
        (list, at) => at !== index && list.some((v) => isText(v) && methodText(v) === null),
      );
      if (urlIndex === -1) urlIndex = index === 0 ? 1 : 0;
    } else if (first && second && isPair(first, second)) {
      // request(method, url): both may be parameters
      methodIndex = 0;
      methods = first;
      urlIndex = 1;
    } else if (takesOptions && urlIndex !== -1)
      methods = [...methods, ...(values[urlIndex + 1] ?? []).filter(mayBeOptions)];
  } else if (!verb) {
    // request(method, url, **options), where the options have the method too
    const isMethod = (list: readonly Value[]) => list.some((value) => methodText(value) !== null);
    urlIndex = indexOfUrl(values.map((list) => (isMethod(list) ? [] : list)));
  }
  const said = withoutSettings((values[urlIndex] ?? []).filter(mayBeUrl));
  const known = said.some((value) => isText(value) || isParameter(value));
  const urls = known ? said : withHost(urlOptions, given(HOST_KEYS));
  return {
    methods,
    urls: urls.length > 0 ? urls : [behindObjects(values), ...spread].flat().filter(isParameter),
    open: behindObjects(methodIndex === 0 ? values.slice(1) : values).filter(mayBeOpenUrl),
    made: (values[methodIndex === 0 ? 1 : 0] ?? []).filter(({ kind }) => kind === 'made'),
    told,
    hasBody: args.some(({ name }) => name !== null && isBodyArgument(name)),
  };
}

/** The first argument that says the method and the URL at once: `request('GET /user')`. */
const linesIn = (values: readonly (readonly Value[])[]): readonly Value[] =>
  values.find((list) => list.some((value) => lineOf(value) !== null)) ?? [];

/** What the first argument is worth that is no object of some class, as loggers and contexts are. */
const behindObjects = (values: readonly (readonly Value[])[]): readonly Value[] =>
  values.find((list) => !list.every(isObject) || list.some(mayBeOpenUrl)) ?? [];

const isObject = ({ kind }: Value): boolean => kind === 'made' || kind === 'instance';

/** The argument that is the URL: the first text; where one stands before it of which nothing is known, only a text that looks like a URL. */
function indexOfUrl(values: readonly (readonly Value[])[]): number {
  const text = values.findIndex((list) => list.some(isText));
  const open = values.findIndex((list) => list.length > 0 && list.every(isOpen));
  if (open === -1 || open > text) return text;
  return values.findIndex((list) => list.some(looksLikeUrl)) === text ? text : open;
}

const isOpen = (value: Value): boolean => value.kind === 'unknown';

/** Whether a text begins like a URL or a path. */
export const looksLikeUrl = (value: Value): boolean =>
  value.kind === 'text' && /^([a-z]+:)?\/|^\{\}/i.test(textOf(value)!);

/** What options say of the method; a `type` is one only where it is the text of one. */
function methodOption(option: (keys: readonly string[]) => Value[]): Value[] {
  const said = methodsOf(option(METHOD_KEYS));
  if (said.some(({ kind }) => kind !== 'absent')) return said;
  const typed = option([TYPE_KEY]);
  return typed.some((value) => methodText(value) || isOpen(value)) ? methodsOf(typed) : said;
}

/** The alternatives of a method: a text that is none is something else of that name, and one with a hole may be any. */
const methodsOf = (values: readonly Value[]): Value[] =>
  values.flatMap((value) => {
    if (!isText(value) || methodText(value) !== null) return [value];
    const hole = value.kind === 'text' && value.parts.find((part) => typeof part !== 'string');
    return hole ? [{ kind: 'unknown' as const, hole }] : [];
  });

/** What the code does not say, and may be an object that has a method. */
const mayBeOptions = (value: Value): boolean => value.kind === 'unknown' || value.kind === 'made';

function optionsIn(
  args: readonly BoundArgument[],
  values: readonly (readonly Value[])[],
  keys: readonly string[],
  evaluator: Evaluator,
): Value[] {
  const named = args.find(({ name }) => name !== null && keys.includes(foldName(name)));
  if (named) return evaluator.ask(named);
  const said = values
    .map((list) => distinct(list.flatMap((value) => optionIn(value, keys, evaluator))))
    .filter((list) => list.length > 0);
  return said.find((list) => list.some(({ kind }) => kind !== 'absent')) ?? said[0] ?? [];
}

/** What one value says of an option; nothing where it holds no options. */
function optionIn(value: Value, keys: readonly string[], evaluator: Evaluator): Value[] {
  // a context that is made of options
  const wrapped = value.kind === 'made' ? optionsUnder(calledName(value.path)) : null;
  if (value.kind === 'made' && wrapped !== null) {
    const [options] = value.args;
    const inner = options
      ? evaluator.ask(options).flatMap((v) => evaluator.memberOf(v, wrapped) ?? [])
      : [];
    return under(
      value.when,
      inner.flatMap((one) => optionIn(one, keys, evaluator)),
    );
  }
  if (value.kind !== 'object') return value.kind === 'absent' ? [value] : [];
  const spelled = new Map(value.entries.map(({ key }) => [foldName(key ?? ''), key]));
  const key = keys.find((wanted) => spelled.has(wanted));
  // without an entry whose key is not known there is no other
  const isClosed = value.entries.every((entry) => entry.key !== null);
  if (key === undefined && isClosed) return under(value.when, [ABSENT]);
  const found =
    key === undefined
      ? keys
          .map((wanted) => evaluator.memberOf(value, wanted) ?? [])
          .find((list) => list.some(({ kind }) => kind !== 'absent'))
      : evaluator.memberOf(value, spelled.get(key) ?? key);
  return found && found.length > 0 ? found : under(value.when, [ABSENT]);
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

/** Whether a value may be a URL; objects, lists and functions are not. */
const mayBeUrl = (value: Value): boolean =>
  ['text', 'unknown', 'foreign', 'made', 'instance'].includes(value.kind);

/** Whether a value of which little is known may be a URL, where no text stands beside it. */
const mayBeOpenUrl = (value: Value): boolean =>
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
