// A commit -> its files as loaders read them: from the disk where git says that they are the same there, else from objects.
import { posix } from 'node:path';
import { STANDARD_INPUT } from '../../model/model.js';
import type { Files } from '../../text/files.js';
import { ask, askList, type RunGit } from './git.js';

/** The files of a commit. */
export interface TreeFiles {
  readonly files: Files;
  /** The folders of other repositories in it, from the working directory. */
  readonly submodules: readonly string[];
  /** How many of its files are not checked out, nor are they there after the change. */
  readonly absent: number;
  /** The files and folders outside of the repository that were asked for so far: they are as they are now. */
  readonly outside: ReadonlySet<string>;
  /** Old path -> new path of files that moved since, from the working directory. */
  readonly renames: ReadonlyMap<string, string>;
}

const ENTRY = /^(\d{6}) \w+ ([0-9a-f]+)\t/;
const LINK = '120000';
const SUBMODULE = '160000';

/**
 * The files of a commit, as if it were checked out; one sentence where git cannot tell them.
 * @param disk the files as they are now; what git calls unchanged is read from there
 */
export function treeFiles(
  commit: string,
  { prefix, staged }: Index,
  git: RunGit,
  disk: Files,
): TreeFiles | string {
  const toRoot = (path: string) =>
    posix.normalize(posix.join(prefix, disk.local(path))).replace(/\/$/, '');
  const fromRoot = (path: string) => posix.relative(prefix === '' ? '.' : prefix, path);
  const blobs = new Map<string, string>();
  const links = new Set<string>();
  const submodules: string[] = [];
  const tree = askList(git, 'ls-tree', '-r', '-z', '--full-tree', commit);
  const settings = withoutFilters(git);
  const changes = settings && changesSince(commit, settings, git);
  if (!tree || !changes || !staged) return `git cannot tell what changed since ${commit}`;
  for (const line of tree) {
    const [head = '', mode, hash = ''] = ENTRY.exec(line) ?? [];
    const path = line.slice(head.length);
    if (mode === SUBMODULE) submodules.push(fromRoot(path));
    else if (mode === LINK) links.add(path);
    else blobs.set(path, hash);
  }
  const changed = new Set(changes);
  let absent = 0;
  for (const { path } of staged.filter(({ unwatched }) => unwatched)) {
    if (disk.kind(fromRoot(path)) !== null) changed.add(path);
    else if (blobs.delete(path)) absent++;
  }
  const objects = readObjects(
    [...changed].flatMap((path) => blobs.get(path) ?? []),
    git,
  );
  const folders = foldersOf(blobs.keys());
  const isOutside = (path: string) => /^\.\.(\/|$)/.test(toRoot(path));
  const isOther = (path: string) =>
    path.startsWith('permlint:') || path === STANDARD_INPUT || isOutside(path);
  const outside = new Set<string>();
  const noted = <T>(path: string, from: (path: string) => T): T => {
    outside.add(path);
    return from(path);
  };
  const read = (path: string): Uint8Array => {
    const hash = blobs.get(toRoot(path));
    if (hash === undefined) throw withCode('ENOENT');
    const known = objects.get(hash);
    if (known) return known;
    try {
      if (!changed.has(toRoot(path))) return disk.read(path);
    } catch {
      // not checked out here, though unchanged
    }
    const object = readObjects([hash], git).get(hash);
    if (!object) throw withCode('of git, that the object is not here');
    return object;
  };
  const below = (folder: string): string[] => {
    const root = toRoot(folder);
    const start = root === '.' || root === '' ? '' : `${root}/`;
    return [...blobs.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length))
      .sort();
  };
  return {
    submodules,
    absent,
    outside,
    renames: new Map(
      renamesSince(commit, settings, git).map(([a, b]) => [fromRoot(a), fromRoot(b)]),
    ),
    files: {
      ...disk,
      kind(path) {
        if (isOther(path)) return disk.kind(path);
        const root = toRoot(path);
        if (blobs.has(root)) return 'file';
        return folders.has(root) || root === '.' || root === '' ? 'folder' : null;
      },
      read(path) {
        if (!isOther(path)) return read(path);
        return isOutside(path) ? noted(path, disk.read) : disk.read(path);
      },
      list: (folder) => (isOutside(folder) ? noted(folder, disk.list) : below(folder)),
      sources: (folder) => (isOutside(folder) ? noted(folder, disk.sources) : below(folder)),
      readSource(path, most) {
        if (isOutside(path) && disk.readSource) return disk.readSource(path, most);
        if (!blobs.has(toRoot(path))) return null;
        const bytes = read(path);
        return { bytes: bytes.subarray(0, most), size: bytes.length };
      },
    },
  };
}

/** The same files without those of other repositories in this one, and the folders of these. */
export function withoutSubmodules(
  files: Files,
  { prefix, staged }: Index,
): { files: Files; submodules: readonly string[] } {
  const submodules = (staged ?? []).flatMap(({ mode, path }) =>
    mode === SUBMODULE ? [posix.relative(prefix === '' ? '.' : prefix, path)] : [],
  );
  const isInner = (folder: string, path: string) => {
    const whole = folder === '.' ? path : posix.join(folder, path);
    return submodules.some((start) => whole.startsWith(`${start}/`));
  };
  const keep = (folder: string, paths: readonly string[]) =>
    submodules.length === 0 ? paths : paths.filter((path) => !isInner(folder, path));
  return {
    submodules,
    files: {
      ...files,
      list: (folder) => keep(folder, files.list(folder)),
      sources: (folder) => keep(folder, files.sources(folder)),
    },
  };
}

/** A file of the index. */
interface Staged {
  readonly mode: string;
  /** From the root. */
  readonly path: string;
  /** git was told not to look at it on the disk: `assume-unchanged`, or `skip-worktree` of a sparse checkout. */
  readonly unwatched: boolean;
}

const STAGED = /^(\S) (\d{6}) [0-9a-f]+ \d\t/;

/** What git knows of the files on the disk. */
export interface Index {
  /** The working directory, from the root; empty or with a slash at its end. */
  readonly prefix: string;
  /** `null` where git cannot read it. */
  readonly staged: readonly Staged[] | null;
}

/** Reads the index once, for both sides of a comparison. */
export function readIndex(git: RunGit): Index {
  const prefix = ask(git, 'rev-parse', '--show-prefix') ?? '';
  const top = ask(git, 'rev-parse', '--show-toplevel') ?? '.';
  const lines = askList(git, '-C', top, 'ls-files', '-z', '--stage', '-v');
  const staged = lines?.map((line) => {
    const [head = '', flag = '', mode = ''] = STAGED.exec(line) ?? [];
    return { mode, path: line.slice(head.length), unwatched: /[a-zS]/.test(flag) };
  });
  return { prefix, staged: staged ?? null };
}

/** What differs between a commit and the disk, from the root; `null` where git cannot tell. */
function changesSince(commit: string, settings: readonly string[], git: RunGit): string[] | null {
  const flags = ['--name-only', '--no-renames', ...PLAIN];
  return askList(git, ...settings, 'diff', ...flags, commit, '--');
}

const FILTER = /^(?:local|worktree)\0(filter\..+\.(?:clean|process))$/s;

/**
 * The options that keep git from running the filters which the settings of the repository name; git would run them to
 * compare files. `null` where the name of a filter cannot be written as an option. Filters of the person's own settings,
 * such as git-lfs, stay.
 */
function withoutFilters(git: RunGit): string[] | null {
  const argv = ['config', '--show-scope', '-z', '--name-only', '--get-regexp', '^filter\\.'];
  const parts = askList(git, ...argv) ?? [];
  const named = parts.flatMap((scope, at) => FILTER.exec(`${scope}\0${parts[at + 1]}`)?.[1] ?? []);
  const required = named.map((key) => key.replace(/[^.]+$/, 'required'));
  if (named.some((key) => key.includes('='))) return null;
  return [
    ...named.flatMap((key) => ['-c', `${key}=`]),
    ...required.flatMap((key) => ['-c', `${key}=false`]),
  ];
}

function renamesSince(
  commit: string,
  settings: readonly string[],
  git: RunGit,
): [string, string][] {
  const flags = ['--name-status', '-M', '--diff-filter=R', ...PLAIN];
  const parts = askList(git, ...settings, 'diff', ...flags, commit, '--') ?? [];
  const pairs: [string, string][] = [];
  for (let at = 0; at + 2 < parts.length; at += 3) pairs.push([parts[at + 1]!, parts[at + 2]!]);
  return pairs;
}

/** Submodules are left out; git would run a `git status` in each, with the settings of a stranger. */
const PLAIN = ['--no-relative', '--no-ext-diff', '--ignore-submodules=all', '-z'];

/** All objects at once; one that is not there is left out. */
function readObjects(hashes: readonly string[], git: RunGit): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  if (hashes.length === 0) return found;
  const { bytes } = git(['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const [hash = '', type, size] = decoder.decode(bytes.subarray(at, end)).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    found.set(hash, bytes.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  return folders;
}

const withCode = (code: string): Error => Object.assign(new Error(code), { code });
