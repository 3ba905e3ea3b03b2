// The text of a config of JavaScript (tsconfig.json, package.json, a bundler's) -> the rules by which it names modules.
import { posix } from 'node:path';

/** `pattern` and `targets` have at most one star each, which stands for the same; targets are paths from the root of the tree. */
export interface NameRule {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** What a config says. */
export interface ModuleConfig {
  /** For the files of its folder. */
  readonly rules: readonly NameRule[];
  /** For the files of the whole tree: a package of a workspace. */
  readonly shared: readonly NameRule[];
  /** The configs that it extends, as it writes them. */
  readonly bases: readonly string[];
}

type Read = (path: string, text: string) => Partial<ModuleConfig>;

const READERS: readonly (readonly [name: RegExp, read: Read])[] = [
  [/(^|\/)[jt]sconfig[\w.-]*\.json$/, compilerPaths],
  [/(^|\/)package\.json$/, packageNames],
  [/(^|\/)(deno\.jsonc?|import_?map\.json)$/i, importMap],
  [
    /\.config\.[cm]?[jt]s$|(^|\/)(webpack[\w.-]*\.[cm]?[jt]s|\.?babelrc(\.json|\.[cm]?js)?|craco[\w.-]*\.js)$/,
    bundlerAliases,
  ],
];

/** Whether a file of this name may say what modules are called. */
export const isModuleConfig = (path: string): boolean => READERS.some(([name]) => name.test(path));

/** Reads a config; one that cannot be read says nothing. */
export function readModuleConfig(path: string, text: string): ModuleConfig {
  const read = READERS.find(([name]) => name.test(path))?.[1];
  return { rules: [], shared: [], bases: [], ...read?.(path, text) };
}

const from = (path: string, target: string): string =>
  posix.normalize(posix.join(posix.dirname(path), target));

/** `paths` and `baseUrl` of a compiler; these may stand in different ones of the configs that extend each other. */
function compilerPaths(path: string, text: string): Partial<ModuleConfig> {
  const json = record(readLoosely(text));
  const options = record(json.compilerOptions);
  const base = typeof options.baseUrl === 'string' ? options.baseUrl : null;
  const named = Object.entries(record(options.paths)).map(([pattern, targets]) => ({
    pattern,
    targets: textsIn(targets).map((target) => from(path, posix.join(base ?? '.', target))),
  }));
  const below = base === null ? [] : [{ pattern: '*', targets: [from(path, `${base}/*`)] }];
  return { rules: [...named, ...below], bases: textsIn(json.extends) };
}

/** What is built lies there; what it is built of lies in `src`. */
const BUILT = /^(?:\.\/)?(?:dist|build|out|lib|es|esm|cjs)\/(?:(?:src|lib|es|esm|cjs|types)\/)?/;

/** A package by its name, what it gives under other names, and the names that are its own (`#lib`). */
function packageNames(path: string, text: string): Partial<ModuleConfig> {
  const json = record(readLoosely(text));
  const { name, exports, imports, alias, _moduleAliases } = json;
  const at = (target: string): string[] => {
    const source = target.replace(BUILT, 'src/');
    return [...new Set([source, target])].map((one) => from(path, one));
  };
  const rules = [
    ...Object.entries(record(imports)).map(([pattern, target]) => ({
      pattern,
      targets: textsIn(target).flatMap(at),
    })),
    ...[alias, _moduleAliases].flatMap((aliases) =>
      Object.entries(record(aliases)).flatMap(([key, target]) =>
        textsIn(target).flatMap((one) => aliasRules(path, key, one)),
      ),
    ),
    ...(json.babel ? (bundlerAliases(path, JSON.stringify(json.babel)).rules ?? []) : []),
  ];
  if (typeof name !== 'string' || name === '') return { rules };
  const given = Object.entries(record(exports)).filter(([key]) => key.startsWith('.'));
  const whole = given.length > 0 ? record(exports)['.'] : exports;
  const entries = [whole, json.source, json.module, json.main, json.types, json.typings];
  const shared = [
    ...given.map(([key, target]) => ({
      pattern: posix.join(name, key),
      targets: textsIn(target).flatMap(at),
    })),
    { pattern: name, targets: [...entries.flatMap(textsIn), ...ENTRIES].flatMap(at) },
    { pattern: `${name}/*`, targets: ['*', 'src/*'].flatMap(at) },
  ];
  return { rules, shared };
}

/** What a package gives where its manifest does not say. */
const ENTRIES = ['index', 'src/index', 'lib/index', 'src/main'];

/** Names that a runtime is told: a key that ends with a slash stands for a folder. */
function importMap(path: string, text: string): Partial<ModuleConfig> {
  const { imports } = record(readLoosely(text));
  const rules = Object.entries(record(imports)).flatMap(([key, target]) =>
    textsIn(target).flatMap((one) => aliasRules(path, key, one)),
  );
  return { rules };
}

const ALIASES = /\balias(?:es)?["']?\s*[:=]\s*(?=[{[])|\baddAliases\s*\(\s*(?={)/g;
const SET_ALIAS = /\balias(?:\s*\.set\(|\[)\s*["']([^"'\n]+)["']\]?\s*[,=]\s*([^\n;]*)/g;
const FOLDERS = /\b(?:modules|root|roots)["']?\s*:\s*\[([^\]]*)\]/g;

/** The aliases of a bundler or of a transpiler, whose config is code: the texts in a value, one below the other. */
function bundlerAliases(path: string, text: string): Partial<ModuleConfig> {
  const entries = [...text.matchAll(ALIASES)].flatMap(({ 0: head, index }) =>
    partsOf(text.slice(index + head.length)).map(aliasIn),
  );
  const set = [...text.matchAll(SET_ALIAS)].map(([, key = '', value = '']) => ({ key, value }));
  const named = [...entries, ...set].flatMap((entry) => {
    const target = entry && literalsIn(entry.value).join('/');
    return entry && target ? aliasRules(path, entry.key, target) : [];
  });
  const below = [...text.matchAll(FOLDERS)].flatMap(([, folders = '']) =>
    literalsIn(folders)
      .filter((folder) => folder !== 'node_modules')
      .map((folder) => ({ pattern: '*', targets: [from(path, `${folder}/*`)] })),
  );
  return { rules: [...named, ...below] };
}

/** `'@': value`, and `{ find: '@', replacement: value }`. */
function aliasIn(entry: string): { key: string; value: string } | null {
  const found = /^\{[\s\S]*?\bfind\s*:\s*["']([^"']+)["'][\s\S]*?\breplacement\s*:([\s\S]*)$/.exec(
    entry,
  );
  const [, quoted, plain, value] = found
    ? [null, found[1], null, found[2]]
    : (/^(?:["']([^"']+)["']|([\w$]+))\s*:([\s\S]*)$/.exec(entry) ?? []);
  const key = quoted ?? plain;
  return key && value !== undefined && value !== null ? { key, value } : null;
}

/** A name, and what is below it; `name$` is that name alone. */
function aliasRules(path: string, key: string, target: string): NameRule[] {
  const own = from(path, target.replace(/^\/+/, ''));
  if (key.endsWith('$')) return [{ pattern: key.slice(0, -1), targets: [own] }];
  if (key.includes('*')) return [{ pattern: key, targets: [own] }];
  if (key.endsWith('/')) return [{ pattern: `${key}*`, targets: [posix.join(own, '*')] }];
  return [
    { pattern: key, targets: [own] },
    { pattern: `${key}/*`, targets: [posix.join(own, '*')] },
  ];
}

/** The parts of an object or a list, at the beginning of a text. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 1;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token.length > 1) continue;
    if ('{[('.includes(token)) depth++;
    else if ('}])'.includes(token)) depth--;
    if (depth > 1 || (depth === 1 && token !== ',')) continue;
    parts.push(withoutComments(text.slice(start, index)).trim());
    if (depth === 0) break;
    start = index + 1;
  }
  return parts;
}

/** Texts and comments as a whole, and the signs that divide code. */
const TOKENS =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\](),]/g;
const COMMENTS = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

const withoutComments = (text: string): string => text.replace(COMMENTS, '$1');

const literalsIn = (text: string): string[] =>
  [...text.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`/g)].map(([, a, b, c]) =>
    (a ?? b ?? c ?? '').replace(/\$\{[^}]*\}/g, '.'),
  );

/** JSON with comments and with commas at the end of lists; nothing where it is none. */
function readLoosely(text: string): unknown {
  const plain = withoutComments(text.replace(/^\uFEFF/, ''));
  try {
    return JSON.parse(plain.replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, '$1'));
  } catch {
    return null;
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** A text, or all texts in a list or in an object of conditions; what is for browsers alone comes last. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const last = entries.filter(([key]) => key === 'browser');
  return [...entries.filter((one) => !last.includes(one)), ...last].flatMap(([, one]) =>
    textsIn(one),
  );
}
