// The configs of JavaScript in a folder and above it -> the paths that an import of a file may mean.
import { posix } from 'node:path';
import type { Files } from '../../text/files.js';
import { readPlain } from '../../text/read-plain.js';
import type { ModuleNames } from '../symbols/import-paths.js';
import { foldersAbove } from './installed-packages.js';
import { isModuleConfig, type NameRule, readModuleConfig } from './module-configs.js';

/** What configs say, by the folders for whose files they say it. */
interface Rules {
  readonly byFolder: ReadonlyMap<string, readonly NameRule[]>;
  readonly shared: readonly NameRule[];
}

/** More configs than this extend each other in a circle. */
const MAX_BASES = 8;
const MOST_BYTES = 256 * 1024;

/** Reads the configs among the files of a folder, and those above it, when the first import is asked for. */
export function moduleNames(folder: string, paths: readonly string[], files: Files): ModuleNames {
  let rules: Rules | undefined;
  return (file, name) => {
    if (/^\.{0,2}(\/|$)/.test(name)) return [];
    rules ??= rulesOf(
      [...paths.filter(isModuleConfig), ...configsAbove(folder, files)],
      (path) => readPlain(posix.join(folder, path), MOST_BYTES, files) ?? '',
    );
    return [...new Set([...meant(rules, file, name)].map((path) => inside(folder, path)))];
  };
}

/** A path that leads out of the folder and back into it, without the way round. */
const inside = (folder: string, path: string): string =>
  path.startsWith('../')
    ? posix.relative(posix.join('/', folder), posix.join('/', folder, path))
    : path;

function* meant({ byFolder, shared }: Rules, file: string, name: string): Iterable<string> {
  for (const folder of foldersAround(file)) yield* targetsOf(byFolder.get(folder) ?? [], name);
  yield* targetsOf(shared, name);
}

/** The folder of a file and those above it, from the inside out; `..` is above the scanned one. */
function foldersAround(file: string): string[] {
  const parts = posix.dirname(file).split('/');
  const inside = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  return [...inside.filter((folder) => folder !== '.'), '.', ...ABOVE];
}

/** How far above the scanned folder configs are looked for. */
const ABOVE = ['..', '../..', '../../..', '../../../..'];
const CONFIGS_ABOVE = ['tsconfig.json', 'tsconfig.base.json', 'jsconfig.json', 'package.json'];

/** The configs in the folders above the scanned one, up to the repository. */
function configsAbove(folder: string, files: Files): string[] {
  const found: string[] = [];
  const above = foldersAbove(posix.join(folder, 'file'));
  for (const [index, own] of above.entries()) {
    const way = ABOVE[index - 1];
    if (way !== undefined)
      for (const name of CONFIGS_ABOVE)
        if (files.kind(posix.join(own, name)) === 'file') found.push(posix.join(way, name));
    if (files.kind(posix.join(own, '.git')) !== null) break;
  }
  return found;
}

/** What the rules say of a name; the rule that says most of it first. */
const targetsOf = (rules: readonly NameRule[], name: string): string[] =>
  rules
    .flatMap(({ pattern, targets }) => {
      const [before = '', after] = pattern.split('*');
      if (after === undefined)
        return pattern === name ? [{ length: name.length + 1, targets }] : [];
      const fits =
        name.startsWith(before) &&
        name.endsWith(after) &&
        name.length > before.length + after.length;
      const star = name.slice(before.length, name.length - after.length);
      const filled = targets.map((target) => posix.normalize(target.replace('*', () => star)));
      return fits ? [{ length: before.length, targets: filled }] : [];
    })
    .sort((a, b) => b.length - a.length)
    .flatMap(({ targets }) => targets);

function rulesOf(configs: readonly string[], textOf: (path: string) => string): Rules {
  const read = new Map(configs.map((path) => [path, readModuleConfig(path, textOf(path))]));
  const shared = [...read.values()].flatMap((config) => config.shared);
  const extended = (path: string, depth: number): readonly NameRule[] => {
    const config = read.get(path);
    if (!config || depth > MAX_BASES) return [];
    return [
      ...config.rules,
      ...config.bases.flatMap((base) => {
        const own = base.startsWith('.')
          ? [posix.join(posix.dirname(path), base)]
          : targetsOf(shared, base);
        const found = own.flatMap((one) => [one, `${one}.json`, `${one}/tsconfig.json`]);
        const target = found.map((one) => posix.normalize(one)).find((one) => read.has(one));
        return target ? extended(target, depth + 1) : [];
      }),
    ];
  };
  const byFolder = new Map<string, NameRule[]>();
  for (const path of configs) {
    const folder = posix.dirname(path);
    const known = byFolder.get(folder);
    const rules = extended(path, 0);
    if (known) known.push(...rules);
    else byFolder.set(folder, [...rules]);
  }
  return { byFolder, shared };
}
