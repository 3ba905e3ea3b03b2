// The functions and methods that texts are built with, in all languages, by name: formats, joins, replacements.
import { words } from '../../name-tables.js';
import { type AccessPath, calledPath, lastMember, pathText, writtenText } from '../access-path.js';
import { namesSettings } from '../setting-defaults.js';
import { plainText, textValue } from '../texts.js';
import { type BoundArgument, NOTHING, UNKNOWN, type Value } from '../value.js';
import { madeOf, SPACE, trimmed, without } from './edges.js';
import { emptyOf } from './empty.js';
import { formatted } from './formats.js';
import { joined, joins, listed, mapsBehind } from './joining.js';
import { applyListMethod } from './lists.js';
import { type Ask, byName, type FunctionCall, type FunctionModel } from './model.js';
import { applyObjectFunction } from './objects.js';
import { isPatternFunction, replaced } from './replacing.js';
import { split } from './splitting.js';
import { applyTextMethod } from './strings.js';
import { applyUrlMethod, composed, joinPath, relative } from './urls.js';

/** Functions that give back their first argument; where they take two, a path and what it is relative to. */
const WRAPS = new Set(
  words(`
    str String string strval encodeURI decodeURI await Object.freeze URI URI.create URI.parse Uri.parse
    url.parse HttpUrl.parse HttpUrl.get urllib.parse.unquote url.Parse url.ParseRequestURI
    url.MustParse urlparse urllib.parse.urlparse StringBuilder string.Template Template String.valueOf
    Objects.requireNonNull Addressable::URI.parse UriComponentsBuilder.fromHttpUrl
    UriComponentsBuilder.fromUriString UriBuilder.fromUri UriComponentsBuilder.fromPath Paths.get
    Path.of html.unescape aws.String`),
);
/** Classes whose objects are worth what they are made of. */
const WRAPPERS = new Set(
  words('URL URI Uri HttpUrl StringBuilder StringBuffer UriBuilder URIBuilder'),
);
/** Functions that escape one segment of a path: by their whole name, or their last one. */
const ESCAPES = new Set(
  words(`
    encodeURIComponent urllib.parse.quote quote quote_plus rawurlencode urlencode CGI.escape
    ERB::Util.url_encode url.PathEscape PathEscape QueryEscape URLEncoder.encode Uri.EscapeDataString`),
);
/** Of these, those that can be made of nothing. */
const EMPTY_MADE = ['StringBuilder', 'StringBuffer'];
/** Types of Go whose zero value is an empty text. */
const EMPTY_TEXTS = new Set(['strings.Builder', 'bytes.Buffer']);

/** What methods of texts alone are called: whatever they are methods of is a text. */
const TEXT_ALONE = new Set(
  words('concat append replace replaceAll format gsub rstrip strip trim chomp'),
);

/** A method of a value; `null` where the name is none of those known. */
export function applyMethod(
  receiver: Value,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  if (receiver.kind === 'list') return applyListMethod(receiver, name, args, ask);
  const isOpen = receiver.kind === 'unknown' && TEXT_ALONE.has(name);
  if (receiver.kind !== 'text' && !isOpen) return null;
  return applyTextMethod(receiver, name, args, ask) ?? applyUrlMethod(receiver, name, args, ask);
}

const callOf = (path: AccessPath, args: readonly BoundArgument[]): FunctionCall => ({
  name: writtenText(path),
  path,
  last: lastMember(path),
  args: args.filter(({ spread }) => !spread),
});

/** A function of a foreign package; `null` where it is none of those known. */
export function applyFunction(
  path: AccessPath,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  const call = callOf(path, args);
  const { name, last } = call;
  if (WRAPS.has(name)) return wrapped(name, args, ask);
  return (
    applyObjectFunction(name, last, args, ask) ??
    modelled(call, ask) ??
    emptyOf(name, last, args, ask)
  );
}

/** Making an object of a foreign class; `null` where it is none of those known. */
export function applyNew(
  path: AccessPath,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  const call = callOf(path, args);
  const { name, last } = call;
  if (WRAPPERS.has(last)) return wrapped(name, args, ask);
  if (EMPTY_TEXTS.has(name)) return [textValue('')];
  return modelled({ ...call, name: `new ${name}` }, ask) ?? emptyOf(name, last, args, ask);
}

/** @param args all of them, those that are spread too */
function wrapped(name: string, args: readonly BoundArgument[], ask: Ask): Value[] | null {
  const [first, second] = args.filter(({ spread }) => !spread);
  if (!first) return EMPTY_MADE.some((end) => name.endsWith(end)) ? [textValue('')] : null;
  if (/URL$/i.test(name) && first.name !== null) return composed(args, ask);
  return second ? relative(ask(first), ask(second)) : ask(first);
}

/** One segment, whatever it is: the text where there is one, else a hole that callers do not fill. */
function escaped(values: readonly Value[]): Value {
  const text = values.length === 1 ? plainText(values[0]!) : null;
  return { kind: 'text', parts: [text ?? NOTHING], steps: [] };
}

function modelled(call: FunctionCall, ask: Ask): Value[] | null {
  const { name, last, args } = call;
  const [first] = args;
  if (ESCAPES.has(name) || ESCAPES.has(last)) return first ? [escaped(ask(first))] : null;
  return MODELS.get(last)?.(call, ask) ?? null;
}

const isOfStrings = ({ name }: FunctionCall): boolean => name.startsWith('strings.');
const isGlobal = ({ name, last }: FunctionCall): boolean => name === last;

/** The text that an argument is, where it is one alone. */
const textOf = (argument: BoundArgument, ask: Ask): string | null =>
  plainText(ask(argument)[0] ?? UNKNOWN);

/** A method of its first argument that is a function here. */
const asMethod =
  (method: string, applies: (call: FunctionCall) => boolean = () => true): FunctionModel =>
  (call, ask) => {
    const [first] = call.args;
    if (!first || !applies(call)) return null;
    return ask(first).flatMap((text) => applyMethod(text, method, [], ask) ?? [madeOf(text)]);
  };

const trims =
  (side: 'start' | 'end' | 'both', applies: (call: FunctionCall) => boolean): FunctionModel =>
  (call, ask) => {
    const [first, second] = call.args;
    if (!first || !applies(call)) return null;
    const characters = second ? textOf(second, ask) : SPACE;
    return ask(first).flatMap((text) => trimmed(text, side, characters));
  };

const withoutAffix =
  (side: 'start' | 'end'): FunctionModel =>
  (call, ask) => {
    const [first, second] = call.args;
    if (!first || !second || !isOfStrings(call)) return null;
    return ask(first).flatMap((text) => without(text, textOf(second, ask), side));
  };

const formats =
  (printf: boolean): FunctionModel =>
  ({ args: [first, ...rest] }, ask) =>
    first ? ask(first).flatMap((format) => formatted(format, rest, ask, printf)) : null;

/** A setting, or what the code gives in its place. */
const setting =
  (isOne: (path: AccessPath) => boolean): FunctionModel =>
  ({ path, args }, ask) => {
    const [, otherwise] = args;
    if (!isOne(path)) return null;
    const value: Value = { kind: 'made', path: calledPath(path), args, maker: null };
    return otherwise ? [value, ...ask(otherwise)] : [value];
  };

const isOfEnvironment = (path: AccessPath): boolean => /env/i.test(pathText(path));

const splits =
  (once: boolean): FunctionModel =>
  (call, ask) => {
    const [text, by] = call.args;
    if (!text || !by || !isOfStrings(call)) return null;
    return ask(text).flatMap((one) => split(one, by, ask, once));
  };

const MODELS = byName<FunctionModel>([
  ['Split SplitN', splits(false)],
  ['Cut', splits(true)],
  [
    'explode',
    ({ args: [by, text] }, ask) =>
      by && text ? ask(text).flatMap((one) => split(one, by, ask)) : null,
  ],
  ['of asList', listed],
  ['array_map', mapsBehind],
  ['map', (call, ask) => (isGlobal(call) ? mapsBehind(call, ask) : null)],
  ['JoinPath', ({ args }, ask) => joinPath(args.map(ask))],
  ['TrimSuffix', withoutAffix('end')],
  ['TrimPrefix', withoutAffix('start')],
  ['TrimRight', trims('end', isOfStrings)],
  ['TrimLeft', trims('start', isOfStrings)],
  ['Trim TrimSpace', trims('both', isOfStrings)],
  ['rtrim', trims('end', isGlobal)],
  ['ltrim', trims('start', isGlobal)],
  ['trim', trims('both', isGlobal)],
  [
    'Replace ReplaceAll',
    (call, ask) => {
      const [text, search, by] = call.args;
      if (!text || !search || !by || !isOfStrings(call)) return null;
      return ask(text).flatMap((one) => replaced(one, ask(search), ask(by)));
    },
  ],
  ['ToLower', asMethod('ToLower', isOfStrings)],
  ['ToUpper', asMethod('ToUpper', isOfStrings)],
  ['strtolower', asMethod('lower')],
  ['strtoupper', asMethod('upper')],
  ['sprintf Sprintf vsprintf format', formats(true)],
  ['Format', formats(false)],
  ['implode', ({ args: [by, list] }, ask) => (by && list ? joined(list, by, ask) : null)],
  ['Join join', joins],
  [
    'urljoin',
    ({ args: [base, path] }, ask) => (base && path ? relative(ask(path), ask(base)) : null),
  ],
  [
    'str_replace',
    ({ args: [search, by, text] }, ask) =>
      search && by && text ? ask(text).flatMap((one) => replaced(one, ask(search), ask(by))) : null,
  ],
  [
    'preg_replace sub',
    ({ name, args: [search, by, text] }, ask) =>
      search && by && text && isPatternFunction(name)
        ? ask(text).flatMap((one) => replaced(one, ask(search), ask(by), name))
        : null,
  ],
  ['getenv env fetch GetEnvironmentVariable', setting(isOfEnvironment)],
  ['get getOrDefault', setting(namesSettings)],
]);
