// A folder or source file + the APIs of a run -> the calls in its code.
import type { ClientForm } from '../calls/client-form.js';
import type { LoadedCalls } from '../calls/index.js';
import type { IndexedApi } from '../match/api.js';
import type { Accounting } from '../model/report.js';
import { type Files, readText, unreadable } from '../text/files.js';
import { accountForCode, settleStated } from './accounts/account-for-code.js';
import type { SeenOfApi } from './accounts/account-for-texts.js';
import { namesApi, namesPath } from './accounts/api-texts.js';
import { findEscapes } from './accounts/escaping-clients.js';
import { textFinder } from './accounts/unread-files.js';
import type { ApiProfile } from './api/api-profile.js';
import { buildProfile, type Searched } from './api/build-profile.js';
import { chainSigns } from './api/chain-signs.js';
import { copyTest } from './api/copied-clients.js';
import { faultsIn, ignoresIn } from './api/directives.js';
import { findUses } from './api/evidence.js';
import { methodsOf } from './api/package-calls.js';
import { findSenders } from './api/sending-packages.js';
import { toCalls } from './api/to-calls.js';
import { platformOf } from './frontend/language.js';
import { languageOfId, languageOfText } from './frontend/languages/index.js';
import type { SourceText } from './frontend/lower-files.js';
import { findCalls } from './requests/find-requests.js';
import { fittingIn, shapeOf } from './requests/wrapper-calls.js';
import type { Scanner } from './scan-context.js';
import { type Collected, collectSources, type Marks } from './sources/collect-sources.js';
import { filesNear } from './sources/near-files.js';
import { codeOf, eachOnce, inOuterFiles, isReadable, outerFileOf } from './sources/readable.js';
import { Program } from './symbols/program.js';
import { createEvaluator } from './values/evaluator.js';

/** The code scan; the build makes a file of it that is loaded only when it is asked for. */
export const scanner: Scanner = {
  isSource: isReadable,
  scan(path, { apis, clients, files, includeTests, lower, progress }) {
    const folder = files.kind(path) === 'folder';
    if (folder) progress(`reading ${path}`);
    const collected = folder
      ? collectSources(path, files, marksIn(apis, clients), includeTests)
      : collectSource(path, files);
    const { looked, skipped, findings, passed, cut } = collected;
    const tests = apis.map(copyTest);
    const isCopy = (source: SourceText) => tests.some((test) => test(source));
    const own = collected.sources.filter((source) => !isCopy(source));
    const copied = collected.sources.length - own.length;
    if (own.length > LONG) progress(`parsing ${own.length} files of ${looked}`);
    const sources = own.flatMap(({ codes }) => codes);
    const below = folder && path !== '.' ? `${path.replace(/\/$/, '')}/` : '';
    const searched = { languages: languagesOf(sources), below, files };
    const profiles = profilesOnce(apis, searched);
    const program = new Program(lower(sources, profiles), collected.modules);
    const lost = sources.filter(({ file }) => !program.files.has(file));
    const seen = profiles().map(([api, profile]) => {
      const known = { ...profile, setsDefaults: collected.setsDefaults };
      const inCode = findIn(program, api, known, sources, clients);
      const senders = findSenders(sources, inCode, searched);
      return { ...inCode, found: [...inCode.found, ...senders, ...findEscapes(inCode)] };
    });
    const named = own.filter(({ file }) => collected.named.has(file)).length;
    const accounting = accountForCode({ passed, named, copied, program, seen, folder: below });
    const { calls, settled } = toCalls(seen, program, below, accounting.doubts);
    const parsed = new Set([...program.files.keys()].map(outerFileOf));
    const faults = [...program.files].flatMap(([file, { scope }]) =>
      faultsIn(scope.file, `${below}${file}`),
    );
    const comments = [...program.files].flatMap(([file, { scope }]) =>
      ignoresIn(scope.file, `${below}${file}`),
    );
    return {
      ...shown(calls, settleStated(accounting, settled), program),
      comments: inOuterFiles(comments),
      // more than is read may call it
      coverage: folder && !cut ? 'whole' : 'part',
      findings: inOuterFiles([
        ...findings,
        ...faults,
        ...lost.map(({ file }) => unparsed(`${below}${file}`)),
      ]),
      ...(folder && !cut && { fitting: fittingIn(program, clients) }),
      evidence: inOuterFiles(apis.flatMap((api) => findUses(sources, program, api, below))),
      inputs: [
        {
          kind: 'calls',
          file: path,
          source: 'scan',
          items: calls.length,
          ...(folder && { files: looked, parsed: parsed.size, skipped }),
        },
      ],
    };
  },
};

/** Calls and doubts with the names of files that exist; those of the codes of one file once. */
function shown(
  calls: LoadedCalls['calls'],
  accounting: Accounting,
  program: Program,
): Pick<LoadedCalls, 'calls' | 'accounting'> {
  if ([...program.files.keys()].every((file) => outerFileOf(file) === file))
    return { calls, accounting };
  const doubts = eachOnce(inOuterFiles(accounting.doubts));
  return { calls: eachOnce(inOuterFiles(calls)), accounting: { ...accounting, doubts } };
}

/** What else a file has in it that is worth reading. */
const marksBeside = (apis: readonly IndexedApi[]): string[] => [SIGN, ...apis.flatMap(chainSigns)];

const languagesOf = (sources: readonly SourceText[]): Set<string> =>
  new Set(
    sources.flatMap(({ file, text, embedded }) => {
      const language = embedded ? languageOfId(embedded.language) : languageOfText(file, text);
      return language ? [platformOf(language)] : [];
    }),
  );

/** The profile of each API, made when they are first asked for. */
function profilesOnce(apis: readonly IndexedApi[], searched: Searched) {
  let made: [IndexedApi, ReturnType<typeof buildProfile>][] | undefined;
  return () => {
    made ??= apis.map((api) => [api, buildProfile(api, searched)]);
    return made;
  };
}

/** A comment that speaks to permlint may be a leftover in a file that calls nothing any more. */
const SIGN = 'permlint:';

const marksIn = (apis: readonly IndexedApi[], clients: readonly ClientForm[]): Marks => ({
  isNamed: namesApi(apis, marksBeside(apis), clients.map(shapeOf)),
  find: textFinder(apis),
});

const unparsed = (file: string) => unreadable(file, 'the parser gives up on it');

/** So many files take long enough for people to ask. */
const LONG = 100;

const NONE: Collected = {
  sources: [],
  named: new Set(),
  looked: 1,
  skipped: [],
  findings: [],
  passed: [],
  cut: false,
  setsDefaults: true,
  modules: () => [],
};

function collectSource(path: string, files: Files): Collected {
  const input = readText(files, path);
  if ('finding' in input) return { ...NONE, findings: [input.finding] };
  const source = { file: path, text: input.text };
  return { ...NONE, named: new Set([path]), sources: [{ ...source, codes: codeOf(source) }] };
}

function findIn(
  program: Program,
  api: IndexedApi,
  own: ReturnType<typeof buildProfile> & Pick<ApiProfile, 'setsDefaults'>,
  sources: readonly SourceText[],
  clients: readonly ClientForm[],
): SeenOfApi {
  const packages = api.sdk?.packages ?? [];
  const near = filesNear(sources, namesPath(api), packages, program);
  const roots = new Set([...own.chains.values()].flatMap((table) => table.roots));
  const evaluator = createEvaluator(program, { ...own, roots });
  const methods = methodsOf(api, sources, evaluator);
  const profile = { ...own, near, forms: clients, methods };
  const { calls, requests } = findCalls(evaluator, profile);
  return { api, profile, evaluator, found: calls, requests };
}
