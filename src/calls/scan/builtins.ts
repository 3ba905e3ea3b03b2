// The functions and methods that texts are built with, in all languages, by name: formats, joins, replacements.
import {
  type Bound,
  type BoundArgument,
  type Hole,
  joinValues,
  NOTHING,
  partsOf,
  plainText,
  textValue,
  UNKNOWN,
  type Value,
} from './value.js';

type Ask = (bound: Bound) => Value[];

/** Give back their receiver, as far as paths are concerned. */
const SAME = new Set(
  'toString to_s to_str toASCIIString toExternalForm strip trim rstrip lstrip freeze dup String valueOf encode decode chomp Trim TrimEnd TrimStart TrimSuffix ToString href build toUri toUriString encodeURI'.split(
    ' ',
  ),
);
/** Give back their first argument. */
const WRAPS = new Set([
  ...['str', 'String', 'string', 'strval', 'encodeURI', 'decodeURI', 'await', 'Object.freeze'],
  ...['URI', 'URI.create', 'URI.parse', 'Uri.parse', 'url.parse', 'HttpUrl.parse', 'HttpUrl.get'],
  ...['new URL', 'new URI', 'new Uri', 'new HttpUrl', 'urllib.parse.unquote'],
  ...['StringBuilder', 'new StringBuilder', 'new StringBuffer'],
]);
/** One segment of a path, escaped. */
const ESCAPES = new Set(
  'encodeURIComponent urllib.parse.quote quote quote_plus rawurlencode urlencode CGI.escape ERB::Util.url_encode url.PathEscape PathEscape QueryEscape URLEncoder.encode Uri.EscapeDataString'.split(
    ' ',
  ),
);
const PRINTF = /%(?:(\d+)\$)?[-+ 0#]*\d*(?:\.\d+)?[sdvqifxXt]/g;
const BRACES = /\{(\d+|\w+)?(?:[:!][^{}]*)?\}/g;

/** A method of a value; `null` where the name is none of those known. */
export function applyMethod(
  receiver: Value,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  const first = () => (args[0] ? ask(args[0]) : [UNKNOWN]);
  if (receiver.kind === 'list') {
    if (/^(join|Join)$/.test(name))
      return joinItems(receiver, args[0] ? first() : [textValue('')], ask);
    return name === 'filter' || name === 'compact' ? [receiver] : null;
  }
  if (
    receiver.kind !== 'text' &&
    !(receiver.kind === 'unknown' && /^(concat|append|replace|format)$/.test(name))
  )
    return null;
  if (SAME.has(name)) return [receiver];
  switch (name) {
    case 'concat':
    case 'append':
    case 'plus':
      return joinValues([[receiver], ...args.map(ask)]);
    case 'toUpperCase':
    case 'upper':
    case 'upcase':
    case 'ToUpper':
    case 'toLowerCase':
    case 'lower':
    case 'downcase':
    case 'ToLower': {
      const text = plainText(receiver);
      return text === null
        ? [receiver]
        : [textValue(/up/i.test(name) ? text.toUpperCase() : text.toLowerCase())];
    }
    case 'format':
    case 'formatted':
    case '%':
      return formatted(receiver, args, ask, name === '%' || name === 'formatted');
    case 'join':
      return args[0]
        ? first().flatMap((list) =>
            list.kind === 'list' ? joinItems(list, [receiver], ask) : [UNKNOWN],
          )
        : null;
    case 'replace':
    case 'replaceAll':
    case 'replaceFirst':
    case 'gsub':
    case 'sub':
    case 'Replace':
    case 'ReplaceAll':
      return args[1] ? replaced(receiver, first(), ask(args[1])) : null;
    default:
      return null;
  }
}

/** A function of a foreign package by its name; `null` where it is none of those known. */
export function applyFunction(
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  const given = args.filter(({ spread }) => !spread);
  const [first, second, third] = given;
  const last = name.replace(/^new /, '').split(/[.:]+/).at(-1)!;
  if (WRAPS.has(name) || (WRAPS.has(`new ${last}`) && name.startsWith('new '))) {
    if (!first) return null;
    // a path and what it is relative to
    return second ? relative(ask(first), ask(second)) : ask(first);
  }
  if (ESCAPES.has(name) || ESCAPES.has(last)) return first ? [escaped(ask(first))] : null;
  switch (last) {
    case 'sprintf':
    case 'Sprintf':
    case 'vsprintf':
      return first
        ? ask(first).flatMap((format) => formatted(format, given.slice(1), ask, true))
        : null;
    case 'format':
    case 'Format':
      return first
        ? ask(first).flatMap((format) => formatted(format, given.slice(1), ask, last === 'format'))
        : null;
    case 'implode':
      return second
        ? ask(second).flatMap((list) =>
            list.kind === 'list' ? joinItems(list, ask(first!), ask) : [UNKNOWN],
          )
        : null;
    case 'Join':
    case 'join':
      if (/^(strings|String|string)\./.test(name) && first && second) {
        const [list, by] = name.startsWith('strings') ? [first, second] : [second, first];
        return ask(list).flatMap((value) =>
          value.kind === 'list' ? joinItems(value, ask(by), ask) : [UNKNOWN],
        );
      }
      if (/path|posix|Path|JoinPath|File/.test(name)) return joinPath(given.map(ask));
      return null;
    case 'urljoin':
      return first && second ? relative(ask(second), ask(first)) : null;
    case 'str_replace':
      return third ? ask(third).flatMap((text) => replaced(text, ask(first!), ask(second!))) : null;
    case 'getenv':
    case 'env':
    case 'fetch':
    case 'GetEnvironmentVariable':
      // a variable of the environment, or what stands for it
      return /env/i.test(name) && second
        ? [UNKNOWN, ...ask(second)]
        : /env/i.test(name)
          ? [UNKNOWN]
          : null;
    default:
      return null;
  }
}

/** One segment, whatever it is: the text where there is one, else a hole that callers do not fill. */
function escaped(values: readonly Value[]): Value {
  const text = values.length === 1 ? plainText(values[0]!) : null;
  return { kind: 'text', parts: [text ?? NOTHING], steps: [] };
}

function joinItems(
  list: Extract<Value, { kind: 'list' }>,
  by: readonly Value[],
  ask: Ask,
): Value[] {
  return joinValues(
    list.items.flatMap((item, index) => (index === 0 ? [ask(item)] : [by, ask(item)])),
  );
}

function joinPath(parts: readonly Value[][]): Value[] {
  return joinValues(
    parts.flatMap((part, index) => (index === 0 ? [part] : [[textValue('/')], part])),
  );
}

/** A path against a base; an absolute one stands for itself below the host. */
function relative(paths: readonly Value[], bases: readonly Value[]): Value[] {
  return paths.flatMap((path) => {
    const text = partsOf(path)[0];
    if (typeof text === 'string' && /^[a-z]+:\/\//i.test(text)) return [path];
    if (typeof text !== 'string' || !text.startsWith('/')) return joinPath([[...bases], [path]]);
    const hosts = bases.map((base): Value => {
      const start = partsOf(base)[0];
      const host = typeof start === 'string' ? /^[a-z]+:\/\/[^/]*/i.exec(start)?.[0] : undefined;
      return host === undefined ? UNKNOWN : textValue(host);
    });
    return joinValues([hosts, [path]]);
  });
}

function formatted(
  format: Value,
  args: readonly BoundArgument[],
  ask: Ask,
  printf: boolean,
): Value[] {
  const list = args.length === 1 && args[0]!.name === null ? ask(args[0]!) : [];
  const items = list.length === 1 && list[0]!.kind === 'list' ? list[0].items : null;
  const entries = list.length === 1 && list[0]!.kind === 'object' ? list[0].entries : null;
  const positional: Bound[] = [...(items ?? args.filter(({ name }) => name === null))];
  let next = 0;
  const pick = (key: string | undefined): Value[] => {
    if (key !== undefined && !/^\d+$/.test(key)) {
      const named =
        args.find(({ name }) => name === key) ?? entries?.find((entry) => entry.key === key)?.value;
      return named ? ask(named) : [UNKNOWN];
    }
    const bound = positional[key === undefined ? next++ : Number(key) - (printf ? 1 : 0)];
    return bound ? ask(bound) : [UNKNOWN];
  };
  const pattern = printf ? PRINTF : BRACES;
  const lists = partsOf(format).flatMap((part): Value[][] => {
    if (typeof part !== 'string') return [[{ kind: 'unknown', hole: part }]];
    const found: Value[][] = [];
    let end = 0;
    for (const match of part.matchAll(pattern)) {
      found.push([textValue(part.slice(end, match.index))], pick(match[1]));
      end = match.index + match[0].length;
    }
    return [...found, [textValue(part.slice(end))]];
  });
  return joinValues(lists);
}

/** Every occurrence of a constant in the known parts. */
function replaced(text: Value, search: readonly Value[], by: readonly Value[]): Value[] {
  const wanted = search.length === 1 ? plainText(search[0]!) : null;
  if (wanted === null || wanted === '' || text.kind !== 'text') return [text];
  const lists = text.parts.flatMap((part): Value[][] => {
    if (typeof part !== 'string') return [[{ kind: 'unknown', hole: part as Hole }]];
    return part
      .split(wanted)
      .flatMap((piece, index) =>
        index === 0 ? [[textValue(piece)]] : [[...by], [textValue(piece)]],
      );
  });
  return joinValues(lists).map((value) =>
    value.kind === 'text' ? { ...value, steps: [...text.steps, ...value.steps] } : value,
  );
}
