// permlint explain THING: why. A call, a permission, a check, the calls of a line of a plan, or refusals in a text.
import { looksLikeCall } from '../calls/stated.js';
import { checks } from '../checks/index.js';
import { explainCall } from '../explain/explain-call.js';
import { explainCheck, listChecks } from '../explain/explain-check.js';
import { explainDoubt } from '../explain/explain-doubt.js';
import { explainPermission } from '../explain/explain-permission.js';
import type { Host } from '../host/host.js';
import type { Location } from '../model/model.js';
import { type Report, saying } from '../model/report.js';
import { preflight } from '../preflight.js';
import { printable } from '../text/printable.js';
import { didYouMean } from '../text/suggest.js';
import { withoutMethod } from './check-words.js';
import { defineCommand, shown, UsageError } from './command.js';
import { NOT_CODE } from './create-scan.js';
import { codeOf, type Explained, explainText } from './explain-text.js';
import { findingLine } from './finding-line.js';
import { type LoadedRun, loadRuns, type RunOptions } from './load-run.js';
import { addInputOptions } from './options.js';

/** Explains; judges nothing. */
export const explain = defineCommand({
  id: 'explain',
  summary: 'why: a call, a permission, FILE:LINE of a plan, a check, or refusals in a FILE',
  examples: [
    ['permlint explain src/sync.ts:41', 'a line of code'],
    ['permlint explain ReadCallLog', 'a permission: who needs it'],
    ['permlint explain missing-permission', 'a check'],
    ['pbpaste | permlint explain -', 'a refusal from production'],
  ],
  define(command, host, end) {
    command
      .argument(
        '[thing]',
        '"METHOD /path", a permission, FILE:LINE, a check id, or a FILE with refusals (- for standard input)',
      )
      .argument('[calls...]', 'the calls of the project, where there is no config');
    addInputOptions(command).option('-g, --grants <list|file|->', 'what the app holds');
    command.action((thing: string | undefined, calls: string[], options: RunOptions) => {
      const { text, findings, code } = explainThing(thing, calls, options, host);
      for (const finding of findings.filter(saying('input lost', checks)))
        host.complain(printable(`permlint: ${findingLine(finding)}\n`));
      host.print(printable(text));
      end(code);
    });
  },
});

function explainThing(
  thing: string | undefined,
  calls: readonly string[],
  options: RunOptions,
  host: Host,
): Explained {
  if (thing === undefined) return { text: listChecks(checks), findings: [], code: 0 };
  const check = checks.find(({ id }) => id === thing);
  if (check) return { text: explainCheck(check), findings: [], code: 0 };
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(thing) ?? [];
  const isPlace = file !== undefined && host.files.kind(file) !== null;
  const isFile = thing === '-' || host.files.kind(thing) === 'file';
  if (isFile && !looksLikeCall(thing)) return explainText(thing, calls, options, host);
  // what a line of code calls depends on other files: the calls of the project are read, and those of the line shown
  const inCode =
    isPlace &&
    host.files.kind(file) === 'file' &&
    (host.scanner().isSource(file) || !NOT_CODE.test(file));
  const named = looksLikeCall(thing) ? [thing] : isPlace && !inCode ? [file] : null;
  const words = named ?? calls;
  const runs = loadProject(words, inCode ? file : null, options, host);
  const reports = runs.map(({ input }) => preflight(input));
  const at = { file: inCode ? host.files.local(file) : null, line: Number(line) };
  const text = named || inCode ? explainCalls(reports, at, thing) : explainName(thing, reports);
  return { text, findings: reports.flatMap(({ findings }) => findings), code: codeOf(reports) };
}

/** The calls of the project; where none are named nor configured, those of the folder that a source file is in. */
function loadProject(
  words: readonly string[],
  source: string | null,
  options: RunOptions,
  host: Host,
): LoadedRun[] {
  const runs = loadRuns(words, options, host, [], 'calls may be none');
  const none = words.length === 0 && runs.every(({ input }) => input.calls.length === 0);
  return source !== null && none ? loadRuns(['.'], options, host, [], 'calls may be none') : runs;
}

function explainCalls(
  reports: readonly Report[],
  { file, line }: { file: string | null; line: number },
  thing: string,
): string {
  const isThere = (at: Location) => at.line === line && (file === null || at.file === file);
  const texts = reports.flatMap((report) =>
    report.matches
      .filter(({ call }) => Number.isNaN(line) || call.locations.some(isThere))
      .map((match) => explainCall(match, report)),
  );
  const doubts = reports.flatMap((report) =>
    report.doubts.filter((doubt) => isThere(doubt.location)),
  );
  texts.push(...doubts.map(explainDoubt));
  if (texts.length === 0) {
    const where = Number.isNaN(line) ? 'the call cannot be read' : `no call stands at ${thing}`;
    throw new UsageError(where);
  }
  return texts.join('\n');
}

function explainName(name: string, reports: readonly Report[]): string {
  const declared = reports.flatMap((report) =>
    report.apis.flatMap((api) =>
      api.permissions.map((permission) => ({ permission, api, report })),
    ),
  );
  const wanted = name.trim().toLowerCase();
  const exact = declared.filter(({ permission }) => permission.name === name);
  const titled = declared.filter(({ permission }) => permission.title.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : titled;
  if (found.length > 0)
    return found
      .map(({ permission, api, report }) => explainPermission(permission, api, report))
      .join('\n');
  if (/^(\/|[a-z]+:\/\/)/i.test(name)) throw new UsageError(withoutMethod(name));
  const known = [
    ...declared.map(({ permission }) => permission.name),
    ...checks.map(({ id }) => id),
  ];
  const what = 'no call, no permission of the matrices, no check, no file, and no FILE:LINE';
  throw new UsageError(`${shown(name)} is ${what}${didYouMean(name, known)}`);
}
