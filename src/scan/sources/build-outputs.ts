// A file that a program may have written + the tree -> whether what it was made of is read, so that it need not be.
import { posix } from 'node:path';
import type { Tree } from './installed-folders.js';

/** A text that names an API, as the accounts find it. */
export interface NamedText {
  /** The offset in UTF-16 units. */
  readonly index: number;
  readonly written: string;
  /** It is the name of a client package. */
  readonly isPackage: boolean;
  /** The path; `null`: only a host or a package is named. */
  readonly target: string | null;
}

/** Finds what names one of the APIs in a text. */
export type FindTexts = (text: string) => readonly NamedText[];

/** What is read of a tree. */
export interface ReadTree extends Tree {
  /** The files that are in a language that is read and lie where an app has its code. */
  readonly sources: ReadonlySet<string>;
  /** The paths of the API in those of them that name it. */
  targets(): readonly string[];
  readonly find: FindTexts;
}

const MAPPED = /[#@]\s*sourceMappingURL=([^\s'"]+)/g;
const INLINE = /^data:application\/json[^,]*;base64,/;
/** What bundlers and transpilers leave in what they write. */
const BUNDLER =
  /__webpack_require__|webpackJsonp|webpackChunk|parcelRequire|__commonJS\b|__esModule|System\.register\(|__vite|_interopRequire|__importDefault|__awaiter\b|tslib|"use strict";\(\(\)=>/;
const BUILD =
  /^(.*?(?:^|\/))(?:dist|build|out|target|lib|public\/build|\.[^/]+)\/(?:(?:esm|cjs|es|umd|src|static|js|server|client)\/)*(.+)$/;
const ENDING = /(?:\.min|\.bundle|\.prod|\.umd|\.esm|\.cjs)?\.[^./]+$/;

/**
 * Whether a file is surely made of files that are read: its source map names them; or it has the marks of a bundler or the
 * name of a source beside it, and no path of the API that is not in the code that is read.
 * @param minified it has lines as no person writes them
 */
export function isBuildOutput(
  path: string,
  text: string,
  minified: boolean,
  tree: ReadTree,
): boolean {
  const mapped = mappedSources(path, text, tree);
  if (mapped !== null) return mapped;
  if (!minified && !BUNDLER.test(text) && !hasSibling(path, tree)) return false;
  const known = tree.targets();
  return (
    tree.sources.size > 0 &&
    tree
      .find(text)
      .every(({ target }) => target === null || known.some((own) => own.startsWith(target)))
  );
}

/** Whether the sources of its source map are in the tree, those of packages aside; `null` where it has no map. */
function mappedSources(path: string, text: string, tree: ReadTree): boolean | null {
  const [, link] = [...text.matchAll(MAPPED)].pop() ?? [];
  if (link === undefined) return null;
  const map = INLINE.test(link) ? path : posix.join(posix.dirname(path), link);
  const json = INLINE.test(link)
    ? Buffer.from(link.replace(INLINE, ''), 'base64').toString('utf8')
    : tree.textOf(map);
  const { sources, sourceRoot } = parsed(json);
  if (!Array.isArray(sources)) return null;
  const own = sources.filter(
    (source): source is string =>
      typeof source === 'string' &&
      !/node_modules\/|^\0|^webpack\/|\/webpack\/(?:bootstrap|runtime)/.test(source),
  );
  const folder = posix.join(posix.dirname(map), typeof sourceRoot === 'string' ? sourceRoot : '');
  return own.length > 0 && own.every((source) => isSource(source, folder, tree));
}

function isSource(source: string, folder: string, tree: ReadTree): boolean {
  if (tree.sources.has(posix.join(folder, source))) return true;
  // bundlers write them from the root of the project: webpack://name/./src/a.js
  const [, below] = /^[a-z-]+:\/\/\/?(?:[^/]*\/)?(?:\.\/)?(.+?)(?:\?\w*)?$/i.exec(source) ?? [];
  return below !== undefined && endsWithin(below, tree);
}

const endsWithin = (end: string, { sources }: ReadTree): boolean =>
  sources.has(end) || [...sources].some((one) => one.endsWith(`/${end}`));

/** Whether a source of the same name lies where the folder of builds does: `src/a.ts` of `dist/a.js`. */
function hasSibling(path: string, { sources }: ReadTree): boolean {
  const [, root = '', below = ''] = BUILD.exec(path) ?? [];
  const end = below.replace(ENDING, '');
  if (end === '') return false;
  return [...sources].some((one) => {
    const stem = one.replace(ENDING, '');
    return (
      one !== path && one.startsWith(root) && (stem === `${root}${end}` || stem.endsWith(`/${end}`))
    );
  });
}

function parsed(json: string): { sources?: unknown; sourceRoot?: unknown } {
  try {
    return Object(JSON.parse(json));
  } catch {
    return {};
  }
}
