// The files of a folder -> what lies in it: recordings, plans, manifests, links that make an app, and code that is not read.
import { isConfig } from '../config/find-config.js';
import { isProse, newAppLink } from '../grants/new-app-link.js';
import type { LoadedList } from '../grants/source.js';
import type { Finding } from '../model/report.js';
import { whyLeftOut } from '../scan/sources/exclusions.js';
import { otherLanguageOf } from '../scan/sources/other-languages.js';
import { type Files, unreadable } from '../text/files.js';
import { type Dependency, isManifest, readDependencies } from '../text/manifests.js';
import { isPlan } from '../text/own-forms.js';
import { readPlain, sizeOf } from '../text/read-plain.js';

/** A text with a link that makes an app, and what the link asks for. */
export interface LinkedApp {
  readonly file: string;
  readonly asked: LoadedList;
}

/** What lies in a folder; all paths relative to it. */
export interface Surroundings {
  readonly recordings: readonly string[];
  readonly plans: readonly string[];
  readonly manifests: readonly {
    readonly file: string;
    readonly dependencies: readonly Dependency[];
  }[];
  /** The README of the folder first, then what its documentation has. */
  readonly links: readonly LinkedApp[];
  /** Languages that no scan reads -> how many files are in them. */
  readonly foreign: ReadonlyMap<string, number>;
  /** Inputs that are passed over because of their size or number. */
  readonly findings: readonly Finding[];
}

const MB = 1024 * 1024;
const MOST_RECORDED = 64 * MB;
const MOST_TEXT = MB / 4;
const MOST_RECORDINGS = 50;
const MOST_LOOKED_AT = 300;

const HAR = /\.har$/i;
const YAML = /\.ya?ml$/i;
/** The README of the folder itself, and its documentation. */
const DOCUMENTATION = /^(readme(\.\w+)?$|docs?\/)/i;

/** Looks at the names of files, and into those that may say something. */
export function lookAround(files: Files, includeTests: boolean): Surroundings {
  const paths = files.sources('.').filter((path) => whyLeftOut(path, includeTests) === null);
  const texts = (fits: (path: string) => boolean) =>
    paths
      .filter(fits)
      .slice(0, MOST_LOOKED_AT)
      .flatMap((file) => {
        const text = readPlain(file, MOST_TEXT, files);
        return text === null ? [] : [{ file, text }];
      });
  const { recordings, findings } = chooseRecordings(paths, files);
  const foreign = new Map<string, number>();
  for (const path of paths) {
    const language = otherLanguageOf(path);
    if (language !== null && !isManifest(path))
      foreign.set(language, (foreign.get(language) ?? 0) + 1);
  }
  return {
    recordings,
    plans: texts((path) => YAML.test(path) && !isConfig(path))
      .filter(({ text }) => isPlan(text))
      .map(({ file }) => file),
    manifests: texts(isManifest).map(({ file, text }) => ({
      file,
      dependencies: readDependencies(file, text),
    })),
    links: texts((path) => DOCUMENTATION.test(path) && isProse(path))
      .filter(({ text }) => newAppLink.recognises(text))
      .map(({ file, text }) => ({ file, asked: newAppLink.read(text, file) }))
      .sort((a, b) => Number(a.file.includes('/')) - Number(b.file.includes('/'))),
    foreign,
    findings,
  };
}

function chooseRecordings(
  paths: readonly string[],
  files: Files,
): { recordings: string[]; findings: Finding[] } {
  const sized = paths
    .filter((path) => HAR.test(path))
    .flatMap((path) => {
      const size = sizeOf(path, files);
      return size === null ? [] : [{ path, size }];
    });
  const large = sized.filter(({ size }) => size > MOST_RECORDED);
  const [...small] = sized.filter(({ size }) => size <= MOST_RECORDED);
  const [next] = small.slice(MOST_RECORDINGS);
  const more = small.length - MOST_RECORDINGS;
  return {
    recordings: small.slice(0, MOST_RECORDINGS).map(({ path }) => path),
    findings: [
      ...large.map(({ path }) =>
        unreadable(path, `more than ${MOST_RECORDED / MB} MB; name it to have it read`),
      ),
      ...(next
        ? [unreadable(next.path, `one of ${more} beyond ${MOST_RECORDINGS} recordings; name them`)]
        : []),
    ],
  };
}
