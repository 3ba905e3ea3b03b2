// The imports of a scan -> the packages among them that send requests of their own, each as a call that cannot be seen.
import type { IndexedApi } from '../../match/api.js';
import type { FoundCall } from '../found-call.js';
import type { SourceText } from '../frontend/lower-files.js';
import {
  installedFor,
  isMeant,
  type PackageName,
  readPackageName,
} from '../sources/installed-packages.js';
import type { Program } from '../symbols/program.js';
import type { Searched } from './build-profile.js';
import { importLine, isOwn } from './evidence.js';

/** The packages that send requests of their own, in one language or in all. */
export const sendersOf = ({ sdk }: IndexedApi, language?: string): PackageName[] =>
  Object.entries(sdk?.senders ?? {}).flatMap(([of, names]) =>
    language === undefined || language === of ? names.map(readPackageName) : [],
  );

/** One per package, where it is imported first. */
export function findSenders(
  sources: readonly SourceText[],
  program: Program,
  api: IndexedApi,
  { below, files }: Searched,
): FoundCall[] {
  const found = new Map<string, FoundCall>();
  for (const { file, text } of sources) {
    const syntax = program.files.get(file)?.scope.file;
    const senders = syntax ? sendersOf(api, syntax.language) : [];
    for (const { from } of syntax?.imports ?? []) {
      const sender = senders.find(({ name }) => isOf(from, name));
      if (!sender || found.has(sender.name) || isOwn(from, program)) continue;
      const [asked] = installedFor(`${below}${file}`, syntax!.language, [sender], files);
      if (isMeant(sender, asked?.versions ?? '') === false) continue;
      found.set(sender.name, {
        methods: [],
        url: '{}',
        file,
        at: { line: importLine(text, from), column: 1 },
        steps: [],
        through: [],
        events: null,
        transport: null,
        possible: false,
        reason: `${sender.name} sends requests of its own, which are not in this code`,
      });
    }
  }
  return [...found.values()];
}

/** Whether an import is of a package, or of a file or module in it. */
const isOf = (from: string, name: string): boolean =>
  from === name || from.startsWith(`${name}/`) || from.startsWith(`${name}.`);
