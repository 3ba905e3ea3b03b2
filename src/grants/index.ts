// Where grants come from: the word of --grants or the lists of a config -> grants, and findings.
import { COMMAND_LINE, type Grant, STANDARD_INPUT } from '../model/model.js';
import type { Finding, GrantSet, InputSummary } from '../model/report.js';
import { type Files, readText, unreadable } from '../text/files.js';
import { list } from './list.js';
import { isProse, newAppLink } from './new-app-link.js';
import type { GrantSource } from './source.js';
import { toGrant, toLoaded } from './source.js';
import { token } from './token.js';

/** All grant sources, the most particular first; a new one takes its file and a line here. */
export const grantSources: readonly GrantSource[] = [token, newAppLink, list];

/** The grants of a run. */
export interface LoadedGrants extends Pick<GrantSet, 'grants' | 'schemes' | 'places'> {
  /** Some of what was given could not be read. */
  readonly incomplete: boolean;
  readonly findings: readonly Finding[];
  readonly inputs: readonly InputSummary[];
}

const HOLDS_NOTHING = /^(none)?$/i;
const LIKE_FILE = /^(\.{0,2}\/|~\/)|\.(json|ya?ml|txt|env|toml)$/i;
const isFile = (word: string): boolean => LIKE_FILE.test(word) || isProse(word);

/** Reads the value of `--grants`: a list, a file, `-` for standard input, or `none`. */
export function loadGrants(word: string, files: Files): LoadedGrants {
  const read = readWord(word, files);
  return { ...read, incomplete: read.findings.length > 0 };
}

type ReadGrants = Omit<LoadedGrants, 'incomplete'>;

function readWord(word: string, files: Files): ReadGrants {
  if (HOLDS_NOTHING.test(word.trim())) return nothing([]);
  if (word === '-') return loadFile(STANDARD_INPUT, files);
  if (files.kind(word) !== null || (isFile(word) && !/^https?:/i.test(word)))
    return loadFile(word, files);
  const location = { file: COMMAND_LINE, line: 1, column: 1 };
  const names = word
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const { value, findings } = toLoaded(names.map((name) => toGrant(name, null, false, location)));
  return { grants: value, schemes: schemesOf(value), findings, inputs: [] };
}

function loadFile(named: string, files: Files): ReadGrants {
  const path = named === STANDARD_INPUT ? named : files.local(named);
  const input = readText(files, path);
  if ('finding' in input) return nothing([input.finding]);
  if (input.text.trim() === '')
    return nothing([unreadable(path, 'it is empty; an app that holds nothing is --grants none')]);
  const found = grantSources.find(({ recognises }) => recognises(input.text)) ?? list;
  const source = found === list && isProse(path) ? newAppLink : found;
  const { value, places, findings } = source.read(input.text, path);
  const summary = { kind: 'grants', file: path, source: source.id, items: value.length } as const;
  return { grants: value, ...spokenOf(value, places), findings, inputs: [summary] };
}

/** The schemes that an input speaks of: those that it names, else those of its grants. */
export const spokenOf = (
  grants: readonly Grant[],
  places: GrantSet['places'] = new Map(),
): Pick<GrantSet, 'schemes' | 'places'> =>
  places.size > 0 ? { schemes: [...places.keys()], places } : { schemes: schemesOf(grants) };

const nothing = (findings: readonly Finding[]): ReadGrants => ({
  grants: [],
  schemes: [null],
  inputs: [],
  findings,
});

const schemesOf = (grants: readonly Grant[]): (string | null)[] =>
  grants.length === 0 ? [null] : [...new Set(grants.map(({ scheme }) => scheme))];
