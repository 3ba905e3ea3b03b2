// What functions and methods of libraries do with a text of an API: look at it, give it back, or nobody knows.
import { type ApiProfile, isClient } from '../api/api-profile.js';
import type { Handling } from '../callgraph/handling.js';
import type { Passed, PassedOn } from '../callgraph/passing.js';
import { registersInterface } from '../http/annotations.js';
import { clientNamed, registersBase } from '../http/clients/index.js';
import { foldName, maySend } from '../http/names.js';
import type { FileSyntax } from '../ir.js';
import { endsWith, oneOf, words } from '../name-tables.js';
import type { SentRequests } from '../requests/find-requests.js';
import { ownRoute } from '../requests/server-routes.js';
import { isCommand } from '../requests/shell/read-command.js';
import { isMessageValue } from '../requests/socket-messages.js';
import { calledName } from '../symbols/program.js';
import type { Used } from '../symbols/uses.js';
import { type AccessPath, lastMember, pathText } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf, type Value } from '../values/value.js';

/** Compare a text, print it, fail with it, or show it to a browser: none of them sends a request of the app. */
const looksAt = oneOf(
  words(`
    startsWith starts_with startswith HasPrefix endsWith end_with endswith HasSuffix includes include? contains
    Contains indexOf lastIndexOf equals Equals equalsIgnoreCase eql? strcmp strpos str_contains str_starts_with
    in_array matches match matchAll test search compareTo localeCompare toBe toEqual toStrictEqual assertEquals
    assertSame stripos strrpos strstr stristr strncmp strcasecmp strncasecmp substr_count str_ends_with fnmatch
    preg_match preg_match_all preg_quote RegExp Regexp Regex compile Compile MustCompile MatchString IsMatch fullmatch
    FindString FindStringIndex FindStringSubmatch FindAllString FindAllStringSubmatch
    findall finditer
    log debug info warn warning error fatal trace print println printf puts p pp echo write writeln WriteLine
    Println Printf Fprintf Fprintln Errorf Error Info Debug Warn Fatal Fatalf error_log var_dump dump dd
    alert prompt confirm raise throw abort fail exit die
    redirect redirect_to redirectTo sendRedirect Redirect RedirectResponse header setHeader set_header addHeader
    remove Remove discard
    cors helmet describe it title summary help option argument placeholder`),
);
/** What is thrown. */
const isFault = endsWith(words('error exception fault failure'));

/** Run a program with the texts that they are given. */
const runsProgram = oneOf(words('spawn spawnSync execFile execFileSync fork execa'));

/** Give a text back, changed or as it is, or what holds it. */
const givesBack = oneOf(
  words(`
    url uri URL URI parse create resolve join urljoin urlparse urlunparse urlsplit quote unquote encodeURI
    encodeURIComponent decodeURIComponent escape String str string format sprintf Sprintf vsprintf concat Concat
    getenv Getenv LookupEnv GetEnvironmentVariable env or_else orElse orElseGet unwrap_or unwrap_or_else coalesce
    defaultTo default firstNonEmpty Join JoinPath of valueOf toString to_s ToString asString text
    Path StringBuilder StringBuffer Template template expand fromEnvironment getProperty rtrim ltrim trim
    Trim TrimSpace TrimLeft TrimRight TrimPrefix TrimSuffix strtolower strtoupper ToLower ToUpper
    str_replace preg_replace replace sub gsub Replace ReplaceAll strtr implode Option Some Ok tap identity dedent
    JoinURL JoinAbsolute joinPath joinUrl joinURL urlJoin buildUrl buildURL BuildUrl BuildURL append
    trimSlash stripSlash entries values freeze dup clone strdup c_str stringify URLSearchParams`),
);
/** Take a text out of a store; what stands behind the key is given where nothing is there. */
export const looksUp = oneOf(
  words('get fetch getString getOrDefault get_or config env dig pick setdefault getattr'),
);

/** Methods of a text that give a text. */
const givesText = oneOf(
  words(`
    trim strip rstrip lstrip trimEnd trimStart TrimEnd TrimStart Trim chomp chop removeprefix
    removesuffix removePrefix removeSuffix delete_prefix delete_suffix toString to_s ToString toLowerCase
    toUpperCase lower upper downcase ToLower ToUpper toLower replace replaceAll Replace sub gsub tr concat Concat
    format formatted Format slice substring substr Substring split join Join padEnd repeat freeze dup encode decode
    presence strip_heredoc valueOf normalize intern to_str + % <<`),
);

/**
 * How texts of an API are handled.
 * @param requests where the text is part of a request that was worked out, all of these; else `null`
 * @param isHost it is a host alone
 * @param setIn the member that it is assigned to, by name; `null` where it is to none
 */
export const textHandling = (
  evaluator: Evaluator,
  api: ApiProfile,
  requests: SentRequests | null,
  isHost: boolean,
  setIn: string | null,
): Handling => ({
  most: 2000,
  take(use, callee) {
    if (use.site.point.scope.file.traits.commands) return takenByCommand(use, isHost, requests);
    return isHost && makesClient(use, callee) ? [] : taken(use, callee, evaluator, api, requests);
  },
  method(name) {
    if (looksAt(name)) return 'looked at';
    return givesText(name) ? 'given back' : 'out of sight';
  },
  mayRead: (values, used) =>
    isUnresolvedImport(values, used) || (setIn !== null && mayReadMember(used, setIn, evaluator)),
  leavesFiles: true,
  join: () => true,
});

function taken(
  { site, argument }: Passed,
  callee: Value,
  evaluator: Evaluator,
  api: ApiProfile,
  requests: SentRequests | null,
): PassedOn | readonly PassedOn[] | null {
  const { scope } = site.point;
  const given = evaluator.ask({
    expression: argument.value,
    frame: frameOf(scope),
    point: site.point,
  });
  if (given.some((value) => isMessageValue(value, evaluator, api.messages))) return [];
  const name = calledName(site);
  if (runsProgram(name)) return { kind: 'out of sight' };
  if (looksAt(name) || isFault(name)) return [];
  const path = accessPathOf(callee);
  if (path && isClient(pathText(path), api)) return [];
  const { language } = scope.file;
  // the requests of what makes clients were looked at as well
  const isLookedAt = () =>
    !path ||
    requests?.sites.has(site.expression) ||
    maySend(name) ||
    registersBase(foldName(name)) ||
    registersInterface(foldName(name)) ||
    clientNamed(pathText(path), language);
  if (requests && isLookedAt()) return [];
  if (ownRoute(site, frameOf(scope), evaluator, api)) return [];
  if (givesBack(name)) return { kind: 'given back' };
  const isFallback = site.expression.args.indexOf(argument) > 0;
  return looksUp(name) && isFallback ? { kind: 'given back' } : null;
}

/** A command that no list knows may send a request to what it is given; a host alone is a setting. */
function takenByCommand(
  { site }: Passed,
  isHost: boolean,
  requests: SentRequests | null,
): PassedOn | readonly PassedOn[] | null {
  const name = calledName(site);
  if (name === 'eval' || name === '') return null;
  if (isHost || requests || isCommand(name) || staysInShell(name)) return [];
  return { kind: 'out of sight' };
}

/** Commands that write, test, change or keep a text, and send none. */
const staysInShell = oneOf(
  words(`
    echo printf test [ [[ : cat grep egrep fgrep rg sed awk cut tr jq yq head tail sort uniq wc tee export
    readonly local declare typeset unset read return exit true false cd mkdir rm cp mv touch ls chmod source .
    git open xdg-open start which command type date sleep wait kill trap set shift basename dirname realpath
    expr let assert alias usage die log info warn warning error debug fail err msg say banner title print
    logger notify-send zenity dialog whiptail`),
);

/** Whether it makes an HTTP client, whose requests are looked at where they are sent. */
function makesClient({ site }: Passed, callee: Value): boolean {
  const path = accessPathOf(callee);
  const { expression, point } = site;
  const makes = expression.kind === 'new' || /^([A-Z]|create$|extend$)/.test(calledName(site));
  return makes && path !== null && clientNamed(pathText(path), point.scope.file.language) !== null;
}

/** Whether a name is imported from where nothing is known of: a package of the same repository, a generated file. */
function isUnresolvedImport(values: readonly Value[], { expression, point }: Used): boolean {
  const name = expression.kind === 'name' || expression.kind === 'member' ? expression.name : '';
  const isImported = importTest(point.scope.file);
  return values.some(
    (value) =>
      value.kind === 'foreign' && lastMember(value.path) === name && isImported(value.path),
  );
}

/** Whether a member of this name is read of an object that may be another name of the one in which it is set. */
function mayReadMember({ expression, point, use }: Used, name: string, evaluator: Evaluator) {
  if (use.kind === 'dropped' || expression.kind !== 'member' || expression.name !== name)
    return false;
  return evaluator
    .ask({ expression: expression.of, frame: frameOf(point.scope), point })
    .some(({ kind }) => kind === 'object' || kind === 'unknown');
}

/** A test of paths: whether an import of a file says what they begin with. */
export const importTest =
  ({ imports }: FileSyntax) =>
  ({ root }: AccessPath): boolean =>
    imports.some(({ from, local }) => from === root || local === root);
