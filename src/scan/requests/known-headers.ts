// The arguments of a request as written + where its function takes headers -> the names of all its headers, where these stand there.
import type { Client } from '../http/clients/client.js';
import type { Argument, Expression } from '../ir.js';
import { type AccessPath, pathText } from '../values/access-path.js';
import type { Request } from './request.js';

/** Options that set no header, in lower case. */
const PLAIN = new Set(
  `url method body data json signal timeout mode cache credentials redirect referrer
  referrerpolicy keepalive responsetype maxredirects maxbodylength maxcontentlength validatestatus
  withcredentials allow_redirects verify stream follow_redirects files content duplex priority`.split(
    /\s+/,
  ),
);
/** Options that are credentials, which become the header. */
const CREDENTIALS = new Set(['auth', 'cert']);
const AUTHORIZATION = 'authorization';

/**
 * The names of the headers, in lower case; nothing where they are not all known. What a variable holds counts as not known:
 * whoever else has the object may add to it.
 * @param paths the foreign names of what is called
 */
export function knownHeaders(
  client: Client | null,
  paths: readonly AccessPath[],
  args: readonly Argument[],
): Pick<Request, 'headers' | 'hasDefaults'> {
  const [path, other] = paths;
  const places = client?.headers?.find(({ of }) => path && of.test(pathText(path)));
  if (!places || other || args.some(({ spread }) => spread)) return {};
  const found = new Set<string>();
  const positional = args.filter(({ name }) => name === null);
  const at = (index: number | undefined) =>
    index === undefined ? undefined : positional[index]?.value;
  const isNamed = ({ name, value }: Argument): boolean => {
    if (name === null) return true;
    return places.named ? take(name, found) : takeOption(name, value, found);
  };
  const isKnown =
    args.every(isNamed) &&
    takeOptions(at(places.options), found) &&
    takeHeaders(at(places.at), found);
  return isKnown ? { headers: found, hasDefaults: places.hasDefaults === true } : {};
}

function take(name: string, found: Set<string>): true {
  found.add(name.toLowerCase());
  return true;
}

/** Whether all keys of an object that is written there are known and can be taken. */
const takeKeys = (
  expression: Expression | undefined,
  takeKey: (key: string, value: Expression) => boolean,
): boolean =>
  !expression ||
  (expression.kind === 'object' &&
    expression.entries.every(({ key, value }) => key?.kind === 'text' && takeKey(key.text, value)));

const takeOptions = (expression: Expression | undefined, found: Set<string>): boolean =>
  takeKeys(expression, (key, value) => takeOption(key, value, found));

function takeOption(name: string, value: Expression, found: Set<string>): boolean {
  const folded = name.toLowerCase();
  if (CREDENTIALS.has(folded)) return take(AUTHORIZATION, found);
  return PLAIN.has(folded) || (folded === 'headers' && takeHeaders(value, found));
}

function takeHeaders(expression: Expression | undefined, found: Set<string>): boolean {
  // new Headers({ ... })
  const isMade =
    expression?.kind === 'new' &&
    expression.type.kind === 'name' &&
    expression.type.name === 'Headers';
  const given = isMade ? expression.args[0]?.value : expression;
  return takeKeys(given, (key) => take(key, found));
}
