// The functions and methods that texts are built with, in all languages, by name: formats, joins, replacements.
import { type AccessPath, lastMember, writtenText } from '../access-path.js';
import {
  type Bound,
  type BoundArgument,
  NOTHING,
  plainText,
  textValue,
  UNKNOWN,
  type Value,
} from '../value.js';
import { formatted } from './formats.js';
import { applyListMethod, joinItems } from './lists.js';
import { applyTextMethod, replaced, trimmed, without } from './strings.js';
import { applyUrlMethod, composed, joinPath, relative } from './urls.js';

type Ask = (bound: Bound) => Value[];

/** Give back their first argument. */
const WRAPS = new Set([
  ...['str', 'String', 'string', 'strval', 'encodeURI', 'decodeURI', 'await', 'Object.freeze'],
  ...['URI', 'URI.create', 'URI.parse', 'Uri.parse', 'url.parse', 'HttpUrl.parse', 'HttpUrl.get'],
  ...['new URL', 'new URI', 'new Uri', 'new HttpUrl', 'urllib.parse.unquote'],
  ...['url.Parse', 'url.ParseRequestURI', 'url.MustParse', 'urlparse', 'urllib.parse.urlparse'],
  ...['StringBuilder', 'new StringBuilder', 'new StringBuffer', 'new UriBuilder', 'new URIBuilder'],
  ...[
    'string.Template',
    'Template',
    'String.valueOf',
    'Objects.requireNonNull',
    'Addressable::URI.parse',
  ],
  ...[
    'UriComponentsBuilder.fromHttpUrl',
    'UriComponentsBuilder.fromUriString',
    'UriBuilder.fromUri',
  ],
  ...['UriComponentsBuilder.fromPath', 'Paths.get', 'Path.of', 'html.unescape', 'aws.String'],
]);
/** One segment of a path, escaped. */
const ESCAPES = new Set(
  'encodeURIComponent urllib.parse.quote quote quote_plus rawurlencode urlencode CGI.escape ERB::Util.url_encode url.PathEscape PathEscape QueryEscape URLEncoder.encode Uri.EscapeDataString'.split(
    ' ',
  ),
);
/** A method of a value; `null` where the name is none of those known. */
export function applyMethod(
  receiver: Value,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  if (receiver.kind === 'list') return applyListMethod(receiver, name, args, ask);
  const isOpen = receiver.kind === 'unknown' && OPEN.test(name);
  if (receiver.kind !== 'text' && !isOpen) return null;
  return applyTextMethod(receiver, name, args, ask) ?? applyUrlMethod(receiver, name, args, ask);
}

/** What methods of texts alone are called: whatever they are methods of is a text. */
const OPEN = /^(concat|append|replace|replaceAll|format|gsub|rstrip|strip|trim|chomp)$/;

/** A function of a foreign package, or the making of an object of one; `null` where it is none of those known. */
export function applyFunction(
  path: AccessPath,
  isNew: boolean,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  const name = `${isNew ? 'new ' : ''}${writtenText(path)}`;
  const given = args.filter(({ spread }) => !spread);
  const [first, second, third] = given;
  const last = lastMember(path);
  if (WRAPS.has(name) || (isNew && WRAPS.has(`new ${last}`))) {
    if (!first) return /StringBu(ild|ff)er$/.test(name) ? [textValue('')] : null;
    if (/URL$/i.test(name) && first.name !== null) return composed(args, ask);
    // a path and what it is relative to
    return second ? relative(ask(first), ask(second)) : ask(first);
  }
  if (ESCAPES.has(name) || ESCAPES.has(last)) return first ? [escaped(ask(first))] : null;
  switch (last) {
    case 'JoinPath':
      return joinPath(given.map(ask));
    case 'Builder':
    case 'Buffer':
      return /^new (strings\.Builder|bytes\.Buffer)$/.test(name) ? [textValue('')] : null;
    case 'TrimSuffix':
    case 'TrimPrefix':
      if (!name.startsWith('strings.') || !first || !second) return null;
      return ask(first).flatMap((text) =>
        without(
          text,
          plainText(ask(second)[0] ?? UNKNOWN),
          last === 'TrimSuffix' ? 'end' : 'start',
        ),
      );
    case 'TrimRight':
    case 'TrimLeft':
    case 'Trim':
    case 'TrimSpace': {
      if (!name.startsWith('strings.') || !first) return null;
      const side = last === 'TrimRight' ? 'end' : last === 'TrimLeft' ? 'start' : 'both';
      const characters = second ? plainText(ask(second)[0] ?? UNKNOWN) : ' \n\r\t';
      return ask(first).flatMap((text) => trimmed(text, side, characters));
    }
    case 'rtrim':
    case 'ltrim':
    case 'trim': {
      if (name !== last || !first) return null;
      const side = last === 'rtrim' ? 'end' : last === 'ltrim' ? 'start' : 'both';
      const characters = second ? plainText(ask(second)[0] ?? UNKNOWN) : ' \n\r\t';
      return ask(first).flatMap((text) => trimmed(text, side, characters));
    }
    case 'Replace':
    case 'ReplaceAll':
      return name.startsWith('strings.') && third
        ? ask(first!).flatMap((text) => replaced(text, ask(second!), ask(third)))
        : null;
    case 'ToLower':
    case 'ToUpper':
      return name.startsWith('strings.') && first
        ? ask(first).flatMap((text) => applyMethod(text, last, [], ask) ?? [UNKNOWN])
        : null;
    case 'strtolower':
    case 'strtoupper':
      return first
        ? ask(first).flatMap(
            (text) =>
              applyMethod(text, last === 'strtoupper' ? 'upper' : 'lower', [], ask) ?? [UNKNOWN],
          )
        : null;
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
