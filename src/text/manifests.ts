// The text of a manifest (package.json, go.mod, pom.xml, ...) -> the names of the packages that it asks for, and their lines.

/** A package that a manifest asks for. */
export interface Dependency {
  /** As the manifest writes it; Java: `group:artifact`. */
  readonly name: string;
  readonly line: number;
  /** The versions that it takes, as a manifest in JSON writes them; absent in others. */
  readonly versions?: string;
}

type Read = (text: string) => Dependency[];

/** How each kind of manifest is read, by the end of its path. */
const READERS: readonly (readonly [name: RegExp, read: Read])[] = [
  [
    /(^|\/)package\.json$/,
    (text) =>
      readJson(text, [
        'dependencies',
        'devDependencies',
        'peerDependencies',
        'optionalDependencies',
      ]),
  ],
  [/(^|\/)composer\.json$/, (text) => readJson(text, ['require', 'require-dev'])],
  [/(^|\/)requirements[\w.-]*\.txt$/, (text) => readLines(text, /^\s*([A-Za-z\d][\w.-]*)/)],
  [/(^|\/)pyproject\.toml$/, (text) => readToml(text)],
  [
    /(^|\/)go\.mod$/,
    (text) => readLines(text, /^\s*(?:require\s+)?([\w-]+\.[\w.-]+\/[\w./~-]+)\s+v\d/),
  ],
  [/(^|\/)pom\.xml$/, (text) => readPom(text)],
  [
    /(^|\/)build\.gradle(\.kts)?$/,
    (text) => readLines(text, /^\s*\w+\s*\(?\s*["']([\w.-]+:[\w.-]+)[:"'@]/),
  ],
  [/(^|\/)Gemfile$/, (text) => readLines(text, /^\s*gem\s*\(?\s*["']([\w./-]+)["']/)],
  [
    /\.gemspec$/,
    (text) => readLines(text, /^[^#]*\.add_(?:\w+_)?dependency\s*\(?\s*["']([\w./-]+)["']/),
  ],
  [
    /\.csproj$|(^|\/)(packages\.config|Directory\.Packages\.props)$/,
    (text) =>
      readLines(
        text,
        /<(?:PackageReference|PackageVersion|package)\s(?:[^>]*\s)?(?:Include|id)="([\w.-]+)"/,
      ),
  ],
];

/** Whether a file of this name lists the packages of an app. */
export const isManifest = (path: string): boolean => READERS.some(([name]) => name.test(path));

/** The packages that a manifest asks for; none where it cannot be read. */
export function readDependencies(path: string, text: string): Dependency[] {
  const read = READERS.find(([name]) => name.test(path))?.[1];
  return (read?.(text) ?? []).filter(({ name }) => NAME.test(name));
}

/** The major version of all that a range of npm or Composer takes; `null` where these are several, or cannot be told. */
export function majorOf(versions: string): number | null {
  const one = /^[\^~=v]*(\d{1,6})(\.(\d+|[xX*])){0,3}([-+][\w.+-]+)?$/.exec(versions.trim())?.[1];
  return one === undefined ? null : Number(one);
}

const NAME = /^[@\w][\w.@/:~-]{0,213}$/;

/** No person writes longer lines. */
const LONGEST_LINE = 2000;

function readLines(text: string, pattern: RegExp): Dependency[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const name = line.length > LONGEST_LINE ? undefined : pattern.exec(line)?.[1];
    return name === undefined ? [] : [{ name, line: index + 1 }];
  });
}

function readJson(text: string, keys: readonly string[]): Dependency[] {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return readBrokenJson(text, keys);
  }
  return keys.flatMap((key) => {
    const asked = Object.entries<unknown>(Object(Object(root)[key]));
    const place = placeOf(text, text.indexOf(`"${key}"`));
    return asked.map(([name, versions]) => ({
      name,
      line: place(`"${name}"`),
      ...(typeof versions === 'string' && { versions }),
    }));
  });
}

/** JSON with a comma too many: the lines below a key, up to the brace that closes it, so that nothing used is hidden. */
function readBrokenJson(text: string, keys: readonly string[]): Dependency[] {
  let inside = false;
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [, name, rest = ''] = /^\s*"([^"]{1,214})"\s*:(.*)$/.exec(line) ?? [];
    if (name !== undefined && keys.includes(name)) {
      inside = !rest.includes('}');
      return [];
    }
    if (line.includes('}')) inside = false;
    return inside && name !== undefined ? [{ name, line: index + 1 }] : [];
  });
}

/** Finds texts one behind the other, in one pass; what is not found there has the line of the one before. */
function placeOf(text: string, start: number): (wanted: string) => number {
  let at = Math.max(0, start);
  let line = text.slice(0, at).split('\n').length;
  return (wanted) => {
    const found = text.indexOf(wanted, at);
    if (found === -1) return line;
    line += text.slice(at, found).split('\n').length - 1;
    at = found;
    return line;
  };
}

/** Of PEP 621 the quoted items of lists of dependencies, of Poetry and others the keys of their tables. */
function readToml(text: string): Dependency[] {
  const found: Dependency[] = [];
  let table = '';
  let inList = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.length > LONGEST_LINE || /^\s*#/.test(line)) continue;
    const header = /^\s*\[([^[\]"']+)\]\s*(#.*)?$/.exec(line)?.[1];
    if (header !== undefined && !inList) {
      table = header.trim();
      continue;
    }
    const [, key, value = ''] = /^\s*([\w.-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    const lists = /(^|\.)(optional-dependencies|dependency-groups)$/.test(table);
    if (key !== undefined && !inList)
      inList = value.startsWith('[') && (lists || key === 'dependencies');
    else if (!inList) continue;
    const names = inList
      ? [...line.matchAll(/["']([A-Za-z\d][\w.-]*)/g)].map(([, name]) => name!)
      : /(^|\.)(dev-)?dependencies$/.test(table) && key !== undefined
        ? [key]
        : [];
    found.push(...names.map((name) => ({ name, line: index + 1 })));
    if (inList && /\]\s*(#.*)?$/.test(line)) inList = false;
  }
  return found;
}

const TAGS = /<!--|-->|<\/?dependency>|<(groupId|artifactId)>([^<]{0,300})/g;

/** One pass over the tags that count, so that what is never closed costs nothing. */
function readPom(text: string): Dependency[] {
  const found: Dependency[] = [];
  let group: string | null = null;
  let inside = false;
  let comment = false;
  let [line, seen] = [1, 0];
  for (const { 0: tag, 1: name, 2: value = '', index } of text.matchAll(TAGS)) {
    if (tag === '<!--' || tag === '-->') comment = tag === '<!--';
    if (comment) continue;
    if (name === undefined) [inside, group] = [tag === '<dependency>', null];
    if (inside && name === 'groupId') group = value.trim();
    if (!inside || name !== 'artifactId') continue;
    for (
      let end = text.indexOf('\n', seen);
      end !== -1 && end < index;
      end = text.indexOf('\n', seen)
    ) {
      line++;
      seen = end + 1;
    }
    found.push({ name: group ? `${group}:${value.trim()}` : value.trim(), line });
  }
  return found;
}
