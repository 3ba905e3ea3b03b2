// The files of a folder -> which of them lie in packages that a manifest or a lockfile of the app names.
import { posix } from 'node:path';
import { isManifest, readDependencies } from '../../text/manifests.js';

/** What a search of folders asks: the paths that there are, and their texts. */
export interface Tree {
  readonly paths: ReadonlySet<string>;
  /** The text of a file; empty where there is none. */
  textOf(path: string): string;
}

/** Decides for one path; `null` where it lies in no folder of this kind of package manager. */
type Decide = (path: string, tree: Tree, asked: () => ReadonlySet<string>) => boolean | null;

const NODE = /^(.*?(?:^|\/)node_modules\/(?:.*\/node_modules\/)?)((?:@[^/]+\/)?[^/]+)\//;
const COMPOSER = /^(.*?(?:^|\/))vendor\/(?:autoload\.php$|([^/]+\/[^/]+)(?:\/|$))/;
const GO = /^(.*?(?:^|\/))vendor\/(.+)$/;
const GEM = /^(.*?(?:^|\/))vendor\/bundle\/.*\/gems\/([^/]+)-(\d[^/-]*)[^/]*\//;
const PYTHON = /^(.*?(?:^|\/)site-packages\/)([^/]+)(?:\/|$)/;
const POD = /^(.*?(?:^|\/))Pods\/([^/]+)\//;
const BOWER = /^(.*?(?:^|\/))bower_components\/([^/]+)\//;

const MANAGERS: readonly Decide[] = [
  (path, tree, asked) => {
    const [, folder = '', name] = NODE.exec(path) ?? [];
    if (name === undefined) return null;
    return tree.paths.has(`${folder}${name}/package.json`) && asked().has(name);
  },
  (path, tree) => {
    const [found, root = '', name] = GEM.test(path) ? [] : (COMPOSER.exec(path) ?? []);
    if (found === undefined) return null;
    const installed = `${root}vendor/composer/installed.json`;
    // what Composer itself writes beside its packages
    if (name === undefined || /^(?:composer|bin)\//.test(name)) return tree.paths.has(installed);
    if (!tree.paths.has(`${root}vendor/${name}/composer.json`)) return null;
    const lists = [installed, `${root}composer.lock`, `${root}composer.json`];
    return lists.some((list) => tree.textOf(list).includes(`"${name}"`));
  },
  (path, tree) => {
    const [, root = '', name] = GO.exec(path) ?? [];
    if (name === undefined || !tree.paths.has(`${root}vendor/modules.txt`)) return null;
    const modules = tree.textOf(`${root}vendor/modules.txt`).matchAll(/^# (\S+) v\d/gm);
    return [...modules].some(([, module]) => name.startsWith(`${module}/`));
  },
  (path, tree) => {
    const [, root = '', name, version] = GEM.exec(path) ?? [];
    if (name === undefined) return null;
    return tree.textOf(`${root}Gemfile.lock`).includes(`${name} (${version}`);
  },
  (path, tree) => {
    const [, root = '', name] = PYTHON.exec(path) ?? [];
    if (name === undefined) return null;
    const records = [...tree.paths].filter(
      (one) => one.startsWith(root) && /\.dist-info\/RECORD$/.test(one),
    );
    return records.some((one) => hasLine(tree.textOf(one), [`${name}/`, `${name},`]));
  },
  (path, tree) => {
    const [, root = '', name] = POD.exec(path) ?? [];
    if (name === undefined) return null;
    return hasLine(tree.textOf(`${root}Podfile.lock`), [`- ${name} `, `- ${name}/`, `- "${name}/`]);
  },
  (path, tree) => {
    const [, root = '', name] = BOWER.exec(path) ?? [];
    if (name === undefined) return null;
    return tree.textOf(`${root}bower.json`).includes(`"${name}"`);
  },
];

/** Says of each path whether it lies in the folder of a package that the app asks for; a name of a folder proves nothing. */
export function packageFinder(tree: Tree): (path: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  const asked = () => {
    names ??= askedNames(tree);
    return names;
  };
  return (path) => MANAGERS.some((decide) => decide(path, tree, asked) === true);
}

/** The packages of npm that the manifests of the app ask for, and those that these ask for in turn. */
function askedNames(tree: Tree): ReadonlySet<string> {
  const homes = new Map<string, string[]>();
  const own: string[] = [];
  for (const path of tree.paths) {
    if (posix.basename(path) !== 'package.json' || !isManifest(path)) continue;
    const [whole, , name] = NODE.exec(path) ?? [];
    if (name === undefined) own.push(path);
    else if (`${whole}package.json` === path) homes.set(name, [...(homes.get(name) ?? []), path]);
  }
  const names = new Set<string>();
  for (let path = own.pop(); path !== undefined; path = own.pop())
    for (const { name } of readDependencies(path, tree.textOf(path))) {
      if (names.has(name)) continue;
      names.add(name);
      own.push(...(homes.get(name) ?? []));
    }
  return names;
}

const hasLine = (text: string, starts: readonly string[]): boolean =>
  text.split('\n').some((line) => starts.some((start) => line.trimStart().startsWith(start)));
