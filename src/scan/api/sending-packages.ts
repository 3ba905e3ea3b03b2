// The imports of a scan -> the packages among them that send requests of their own, each with what it sends by itself.
import type { IndexedApi } from '../../match/api.js';
import type { PackageSends } from '../../model/sdk.js';
import type { FoundCall } from '../found-call.js';
import type { SourceText } from '../frontend/lower-files.js';
import {
  installedFor,
  isMeant,
  type PackageName,
  readPackageName,
} from '../sources/installed-packages.js';
import type { FileScopes } from '../symbols/file-scopes.js';
import { calledName } from '../symbols/program.js';
import type { Evaluator } from '../values/evaluator.js';
import type { ApiProfile, Subscribing } from './api-profile.js';
import type { Searched } from './build-profile.js';
import { importPlace, isOwn } from './evidence.js';
import { callsOfPackage, isOf, packagesOf } from './package-calls.js';

/** The packages that send requests of their own which are not known, in one language or in all. */
export const sendersOf = ({ sdk }: IndexedApi, language?: string): PackageName[] =>
  Object.entries(sdk?.senders ?? {}).flatMap(([of, names]) =>
    language === undefined || language === of ? names.map(readPackageName) : [],
  );

/** What the search for calls knows of one API. */
interface Seen {
  readonly api: IndexedApi;
  readonly profile: Pick<ApiProfile, 'subscribing'>;
  readonly evaluator: Evaluator;
}

/** What each package sends where it is imported first: the calls that are known, or one of which nothing is. */
export function findSenders(
  sources: readonly SourceText[],
  { api, profile, evaluator }: Seen,
  { below, files }: Searched,
): FoundCall[] {
  const { program } = evaluator;
  const found = new Map<string, FoundCall[]>();
  for (const source of sources) {
    const { file } = source;
    const scopes = program.files.get(file);
    if (!scopes) continue;
    const { platform } = scopes.scope.file;
    const unknown = sendersOf(api, platform).map((one): Sender => ({ ...one, itself: null }));
    const senders = [...packagesOf(api, platform), ...unknown];
    for (const from of importedBy(scopes))
      for (const sender of senders) {
        const key = `${sender.name} ${sender.itself === null}`;
        if (!isOf(from, sender.name) || found.has(key) || isOwn(from, program)) continue;
        const [asked] = installedFor(`${below}${file}`, platform, [sender], files);
        const isOther = isMeant(sender, asked?.versions ?? '') === false;
        // of those that are not known a version may send nothing; of others a version is not known
        if (isOther && sender.itself === null) continue;
        const sent = isOther ? { ...sender, itself: null } : sender;
        const at = importPlace(source, from);
        found.set(key, callsBy(sent, { file, at }, platform, profile, evaluator));
      }
  }
  return [...found.values()].flat();
}

/** What a file imports, or requires in the middle of its code. */
const importedBy = ({ scope, sites }: FileScopes): string[] => [
  ...scope.file.imports.map(({ from }) => from),
  ...sites.flatMap((site) => {
    const [module] = site.expression.args;
    return calledName(site) === 'require' && module?.value.kind === 'text'
      ? [module.value.text]
      : [];
  }),
];

/** A package, and what it sends by itself: nothing, calls that are known, or (`null`) something that is not. */
interface Sender extends PackageName {
  readonly itself?: PackageSends['itself'] | null;
}

function callsBy(
  { name, itself = [] }: Sender,
  place: Pick<FoundCall, 'file' | 'at'>,
  language: string,
  { subscribing }: Seen['profile'],
  evaluator: Evaluator,
): FoundCall[] {
  const none = { steps: [], through: [], events: null, transport: null, possible: false };
  if (itself === null) {
    const reason = `${name} sends requests of its own, which are not in this code`;
    return [{ ...none, ...place, methods: [], url: '{}', reason }];
  }
  const step = { text: `${name} by itself`, ...place };
  return callsOfPackage(itself, evaluator).map(({ method, path, transport, ...call }) => ({
    ...{ ...none, ...place, ...call, methods: [method], url: path, through: [step], reason: null },
    transport: transportOf(transport, place.file, language, subscribing),
  }));
}

/** What carries the events of a subscription that a package makes. */
export const transportOf = (
  transport: string | null,
  file: string,
  language: string,
  subscribing: Subscribing | null,
): string | null =>
  transport === 'client'
    ? (subscribing?.installedFor(file, language) ?? subscribing?.otherwise.get(language) ?? null)
    : transport;
