// A file or standard input with refusals in it + the words of the command line -> what they say, explained.
import { stateCall } from '../calls/stated.js';
import type { RefusedRequest } from '../explain/compare-request.js';
import { explainRefusals, MOST_DETAILED } from '../explain/explain-refusals.js';
import { deriveForms } from '../explain/refusals/derive-forms.js';
import { type RefusalGroup, readRefusals } from '../explain/refusals/read-refusals.js';
import type { ApiForms } from '../explain/refusals/seen-refusal.js';
import type { Host } from '../host/host.js';
import { groupByApi } from '../match/api.js';
import { matchCalls } from '../match/match.js';
import { type Api, STANDARD_INPUT } from '../model/model.js';
import type { Finding, Report } from '../model/report.js';
import { preflight } from '../preflight.js';
import { readText } from '../text/files.js';
import { type ExitCode, UsageError } from './command.js';
import { type LoadedRun, loadRuns, type RunOptions } from './load-run.js';

/** What is to be said, and how it ends. */
export interface Explained {
  readonly text: string;
  /** What is wrong with inputs. */
  readonly findings: readonly Finding[];
  readonly code: ExitCode;
}

/** Nothing is judged here: what was lost is 1, and what the grants say must be understood all the same. */
export const codeOf = (reports: readonly Report[]): ExitCode =>
  reports.some(({ misfits }) => misfits.length > 0) ? 2 : reports.some(({ lost }) => lost) ? 1 : 0;

/** The largest text that is read. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Explains the refusals of a text. */
export function explainText(
  word: string,
  calls: readonly string[],
  options: RunOptions,
  host: Host,
): Explained {
  const path = word === '-' ? STANDARD_INPUT : host.files.local(word);
  if (word === '-' && (calls.includes('-') || options.grants === '-'))
    throw new UsageError('standard input can be read once; name a file for the other');
  const runs = loadRuns(calls, options, host, [], 'calls may be none');
  const reports = runs.map(({ input }) => preflight(input));
  const findings = reports.flatMap((report) => report.findings);
  const lostCode = codeOf(reports) || 1;
  const input = readText(host.files, path, { most: MOST_BYTES, lenient: true });
  if ('finding' in input)
    return { text: '', findings: [...findings, input.finding], code: lostCode };
  const apis = new Map(reports.flatMap((report) => report.apis.map((api) => [api.name, api])));
  const forms = [...apis.values()].map(formsOf);
  const read = readRefusals(input.text, forms);
  if (read.groups.length === 0) {
    host.complain(`permlint: ${nothingFound(path, input.text, forms)}\n`);
    return { text: '', findings, code: lostCode };
  }
  const groups = [...read.groups].sort(
    (a, b) => b.count - a.count || a.refusal.line - b.refusal.line,
  );
  const detailed = new Set(groups.slice(0, MOST_DETAILED));
  const requestsOf = (group: RefusalGroup) =>
    detailed.has(group) ? matchRequests(group, path, runs) : [];
  const text = explainRefusals({ ...read, groups }, path, reports, requestsOf);
  return { text, findings, code: codeOf(reports) };
}

function formsOf(api: Api): ApiForms {
  const { permissions } = api;
  const titles = permissions.map(({ name, title }) => [title.toLowerCase(), name] as const);
  const names = permissions.map(({ name }) => [name, name] as const);
  return { api: api.name, forms: deriveForms(api), names: new Map([...titles, ...names]) };
}

/** Where the refused requests lead; path values of a log are concealed as those of a recording. */
function matchRequests(
  { requests }: RefusalGroup,
  file: string,
  [run]: readonly LoadedRun[],
): RefusedRequest[] {
  return [true, false].flatMap((sure) => {
    const calls = requests
      .filter((request) => request.sure === sure)
      .flatMap(({ method, target, line }) => {
        const call = stateCall([method], target, { file, line, column: 1 }, 'refusal');
        return typeof call === 'string' ? [] : [{ ...call, stated: false, personal: true }];
      });
    if (!run || calls.length === 0) return [];
    const apis = groupByApi(run.input.matrices, run.input.servers);
    return matchCalls(calls, apis).map((match) => ({ match, sure }));
  });
}

function nothingFound(path: string, text: string, forms: readonly ApiForms[]): string {
  const looked = forms
    .filter(({ forms: { codes, wordings } }) => codes.size + wordings.length > 0)
    .map(({ api, forms: { codes, wordings } }) => {
      const shown = [...codes.keys()].slice(0, 4).join(', ');
      const more = codes.size > 4 ? ' and others' : '';
      const sentences = `${wordings.length} ${wordings.length === 1 ? 'wording' : 'wordings'}`;
      return `${codes.size > 0 ? `the codes ${shown}${more} and ` : ''}${sentences} of ${api}`;
    });
  if (looked.length === 0)
    return `${path} cannot be searched: no matrix says how refusals look, which needs refusals: in one`;
  const line = lineOf403(text);
  const hint =
    line === null ? '' : `; a 403 stands in line ${line}, in words that no matrix describes`;
  return `${path} holds no refusal, looked for were ${looked.join('; ')}${hint}`;
}

function lineOf403(text: string): number | null {
  const at = text.search(/\b403\b/);
  if (at === -1) return null;
  let line = 1;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', end + 1))
    line++;
  return line;
}
