// A folder -> the files in it that git does not ignore, with what links in it lead to, as long as that lies in it too.
import { type Dirent, existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { runGit } from './run-git.js';

/** Paths from a folder. */
interface Listed {
  readonly files: readonly string[];
  /** Those that are links, as far as that is known; they are among the files too. */
  readonly links: readonly string[];
}

/** The files of a folder without what git ignores, or without hidden and package folders; none where it cannot be read. */
export function listSources(folder: string): string[] {
  const { files, links } = listByGit(folder) ?? walk(folder);
  return (links.length > 0 ? withLinked(folder, files, links) : [...files]).sort();
}

/** How git lists a tracked file: mode, hash, stage, path. An untracked file is a path alone. */
const STAGED = /^(\d{6}) [0-9a-f]{40,64} [0-3]\t/;
const SUBMODULE = '160000';

const LINK = '120000';

/** The files of a folder that git does not ignore; `null` where git cannot tell. */
function listByGit(folder: string): Listed | null {
  const argv = ['ls-files', '-z', '--cached', '--stage', '--others', '--exclude-standard'];
  const { ok, bytes } = runGit(['-C', folder, ...argv]);
  if (!ok) return null;
  const listed = new Set<string>();
  const links: string[] = [];
  for (const line of new TextDecoder().decode(bytes).split('\0')) {
    const [head = '', mode] = STAGED.exec(line) ?? [];
    const path = line.slice(head.length).replace(/\/$/, '');
    // a repository inside this one is listed as its folder: as a submodule, or with a slash at its end
    if (mode !== SUBMODULE && !line.endsWith('/')) {
      listed.add(path);
      // git says of what it tracks alone whether it is a link
      if (mode === LINK || (mode === undefined && isLink(join(folder, path)))) links.push(path);
    } else {
      const inner = listInner(join(folder, path));
      for (const file of inner.files) listed.add(`${path}/${file}`);
      links.push(...inner.links.map((link) => `${path}/${link}`));
    }
  }
  listed.delete('');
  return { files: [...listed], links };
}

/** Lists a folder of another repository. Without `.git` in it git would answer for the outer one; a link leads elsewhere. */
function listInner(folder: string): Listed {
  if (!isFolder(folder)) return { files: [], links: [] };
  return (existsSync(join(folder, '.git')) ? listByGit(folder) : null) ?? walk(folder);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Hidden folders are of tools and caches, but for these, in which scripts of the project lie; and what npm installs. */
const PASSED =
  /^(\.(?!(github|gitlab|circleci|husky|buildkite|azuredevops|azure-pipelines|woodpecker|forgejo|gitea|devcontainer)$).*|node_modules)$/;

/** All files below a folder but for hidden folders and those of packages; what cannot be listed has none. */
function walk(folder: string): Listed {
  const found: string[] = [];
  const links: string[] = [];
  const folders = [''];
  for (let below = folders.pop(); below !== undefined; below = folders.pop()) {
    for (const entry of entriesOf(join(folder, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isSymbolicLink()) links.push(path);
      else if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && !PASSED.test(entry.name)) folders.push(path);
    }
  }
  return { files: found, links };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Folders that no link makes a part of the tree. */
const NEVER = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/;

/** The same, with what links lead to that lies in the folder and is not listed; each once, so that circles end. */
function withLinked(folder: string, files: readonly string[], links: readonly string[]): string[] {
  const listed = new Set(files);
  const seen = new Set<string>();
  const rest = [...links];
  for (let link = rest.pop(); link !== undefined; link = rest.pop()) {
    const target = targetIn(folder, link);
    // it is listed, so that it is told, and never opened
    if (target === null && CODE.test(link) && leadsOut(folder, link)) listed.add(link);
    if (target === null || seen.has(target.path)) continue;
    seen.add(target.path);
    if (!target.isFolder) listed.add(target.path);
    else if (![...listed].some((file) => file.startsWith(`${target.path}/`))) {
      const inner = walk(join(folder, target.path));
      for (const file of inner.files) listed.add(`${target.path}/${file}`);
      rest.push(...inner.links.map((path) => `${target.path}/${path}`));
    }
  }
  return [...listed];
}

/** Names of links that may be code of the app. */
const CODE = /\.(?:[cm]?[jt]sx?|py|rb|php|go|java|cs|sh|vue|svelte|kt|swift|ps1)$/i;

/** Whether a link leads to a file outside of the folder. */
function leadsOut(folder: string, link: string): boolean {
  try {
    const real = realpathSync(join(folder, link));
    return relative(realpathSync(folder), real).startsWith('..') && statSync(real).isFile();
  } catch {
    return false;
  }
}

/** What a link leads to, from the folder; `null` where it leads out of it, to nothing, or to the folder itself. */
function targetIn(folder: string, link: string): { path: string; isFolder: boolean } | null {
  try {
    const real = realpathSync(join(folder, link));
    const path = relative(realpathSync(folder), real);
    if (path === '' || path.startsWith('..') || isAbsolute(path)) return null;
    const shown = path.replaceAll(sep, '/');
    const stat = statSync(real);
    if (NEVER.test(shown) || !(stat.isFile() || stat.isDirectory())) return null;
    return { path: shown, isFolder: stat.isDirectory() };
  } catch {
    return null;
  }
}
