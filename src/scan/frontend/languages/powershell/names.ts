// Names of PowerShell, which may be written in any case -> one spelling of each.
/** Names of .NET as its documentation spells them: what is known of libraries goes by these. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  `
    System Net Http Web String Uri UriBuilder StringBuilder Environment HttpUtility WebUtility Text Collections
    Generic List ArrayList Hashtable Dictionary Convert Path Regex Encoding
    HttpClient HttpRequestMessage HttpMethod WebClient WebRequest HttpWebRequest WebRequestMethod RestClient
    RestRequest StringContent
    Trim TrimEnd TrimStart ToUpper ToUpperInvariant ToLower ToLowerInvariant ToString Replace Split Substring
    Join Concat Format Add AddRange Append AppendFormat AppendLine Insert Remove RemoveAt Clear ToArray ToList
    StartsWith EndsWith Contains IndexOf IsNullOrEmpty IsNullOrWhiteSpace Equals Invoke ForEach Where
    EscapeDataString EscapeUriString UrlEncode UrlPathEncode GetEnvironmentVariable Combine GetComponents
    GetResponse GetResponseStream Create ReadAllText`
    .trim()
    .split(/\s+/)
    .map((word) => [word.toLowerCase(), word]),
);

/** A name in its one spelling. */
export const foldName = (written: string): string => {
  const lower = written.toLowerCase().replace(/^for_each$/, 'foreach');
  return SPELLED.get(lower) ?? lower;
};

/** Where a variable may be said to live; what stands in a function is one of the scope around it by all but two. */
const SCOPE = /^(script|global|local|private|using|variable):/i;

/** What a variable node is called, without its sign and braces: `$script:Base` is `base`. */
export function variableName(written: string): string {
  const plain = written.replace(/^[$@]/, '').replace(/^\{([\s\S]*)\}$/, '$1');
  return plain.replace(SCOPE, '').toLowerCase();
}

/** Whether a variable says that it is one of the scopes around. */
export const isOuter = (written: string): boolean =>
  /^[$@]\{?(script|global|using):/i.test(written);

/** The name of a variable of the environment, `null` for any other. */
export const environmentName = (written: string): string | null =>
  /^\$\{?env:([^}]+)\}?$/i.exec(written)?.[1] ?? null;

/** The name of a function that a variable stands for: `${function:Get-Log}`. */
export const functionName = (written: string): string | null =>
  /^\$\{?function:([^}]+)\}?$/i.exec(written)?.[1]?.toLowerCase() ?? null;

const ALIASES: ReadonlyMap<string, string> = new Map(
  [
    'irm invoke-restmethod',
    'iwr invoke-webrequest',
    '% foreach-object',
    'foreach foreach-object',
    '? where-object',
    'where where-object',
    'select select-object',
    'sort sort-object',
    'measure measure-object',
    'group group-object',
    'tee tee-object',
    'echo write-output',
    'write write-output',
    'ipmo import-module',
    'icm invoke-command',
    'iex invoke-expression',
    'sajb start-job',
    'sal set-alias',
    'nal new-alias',
    'sv set-variable',
    'nv new-variable',
    'gv get-variable',
    'gcm get-command',
  ].map((line) => line.split(' ') as [string, string]),
);

/** A command by its own name: without its module, and not by an alias of PowerShell itself. */
export function commandName(written: string): string {
  const own = written
    .trim()
    .toLowerCase()
    .replace(/^[\w.]+\\(?=[\w-]+$)/, '');
  return ALIASES.get(own) ?? own;
}
