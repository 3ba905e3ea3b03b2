// Where calls come from: words of the command line or a config -> calls, and a finding for each input lost.
import picomatch from 'picomatch';
import { type Call, COMMAND_LINE, type Location, STANDARD_INPUT } from '../model/model.js';
import {
  type Accounting,
  type Coverage,
  type Evidence,
  type Finding,
  type IgnoreComment,
  type InputSummary,
  mergeAccounts,
} from '../model/report.js';
import { type Files, readText, unreadable } from '../text/files.js';
import { didYouMean } from '../text/suggest.js';
import type { ClientForm } from './client-form.js';
import { har } from './har.js';
import { plan } from './plan.js';
import type { BodyFieldsOf, CallSource } from './source.js';
import { looksLikeCall, parseStated } from './stated.js';

/** All call sources; a new one takes its file and a line here. */
export const callSources: readonly CallSource[] = [har, plan];

/** The calls in the code that a path names; `null` where it is neither a folder nor source code. */
export type ScanCode = (path: string) => LoadedCalls | null;

/** What a person named: a path or `METHOD /path`, and where it stands. */
export interface CallWord {
  readonly text: string;
  readonly location: Location;
}

/** All the calls of a run. */
export interface LoadedCalls {
  readonly calls: readonly Call[];
  /** `whole` where one of the inputs is a whole app; `incomplete` where any part of an input was lost. */
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  readonly inputs: readonly InputSummary[];
  /** The comments in code that ignore findings. */
  readonly comments?: readonly IgnoreComment[];
  /** Signs of APIs in code, beside the calls. */
  readonly evidence?: readonly Evidence[];
  /** What in the code that was scanned is accounted for. */
  readonly accounting?: Accounting;
  /** The wrappers that some call in code fits; nothing where no code was scanned as a whole. */
  readonly fitting?: ReadonlySet<ClientForm>;
}

const GLOB = /[*?]/;
const GLOB_OPTIONS = { nobrace: true, noextglob: true, nonegate: true } as const;

/**
 * Reads every input named.
 * @param as the id of the call source to force; `null`: each is recognised by its content
 * @param fieldsOf what may be read of a body; none: nothing
 */
export function loadCalls(
  words: readonly CallWord[],
  files: Files,
  as: string | null = null,
  fieldsOf: BodyFieldsOf = () => null,
  scan: ScanCode = () => null,
): LoadedCalls {
  const calls: Call[] = [];
  const findings: Finding[] = [];
  const inputs: InputSummary[] = [];
  const comments: IgnoreComment[] = [];
  const evidence: Evidence[] = [];
  const accounts: Accounting[] = [];
  const fitting: ReadonlySet<ClientForm>[] = [];
  let whole = false;
  for (const { text, location } of words) {
    if (looksLikeCall(text)) {
      const source = location.file === COMMAND_LINE ? 'command-line' : 'config';
      const call = parseStated(text, location, source);
      if (typeof call === 'string') findings.push({ ...unreadable(location, call), message: call });
      else calls.push(call);
      whole = true;
      continue;
    }
    const paths = text === '-' ? [STANDARD_INPUT] : expand(files.local(text), files);
    if (paths.length === 0) findings.push(unreadable({ ...location }, `no file fits ${text}`));
    for (const path of paths) {
      const loaded = scan(path) ?? loadInput(path, files, as, fieldsOf);
      calls.push(...loaded.calls);
      findings.push(...loaded.findings);
      inputs.push(...loaded.inputs);
      comments.push(...(loaded.comments ?? []));
      evidence.push(...(loaded.evidence ?? []));
      if (loaded.fitting) fitting.push(loaded.fitting);
      if (loaded.accounting) accounts.push(loaded.accounting);
      whole ||= loaded.coverage === 'whole' && loaded.calls.length > 0;
    }
  }
  const read = whole ? 'whole' : 'part';
  const coverage = findings.length > 0 ? 'incomplete' : read;
  const accounting = mergeAccounts(accounts);
  return {
    ...{ calls, coverage, findings, inputs, comments, evidence, accounting },
    ...(fitting.length > 0 && { fitting: new Set(fitting.flatMap((forms) => [...forms])) }),
  };
}

/** The files that fit a pattern; a path that is no pattern stands for itself. */
function expand(text: string, files: Files): string[] {
  if (!GLOB.test(text) || files.kind(text) !== null) return [text];
  const folder = /^((?:[^*?/]*\/)*)/.exec(text)?.[1] ?? '';
  if (text.length > 256 || text.split('/').some((part) => part.replace(/[^*]/g, '').length > 3))
    return [];
  const matches = picomatch(text.slice(folder.length), GLOB_OPTIONS);
  return files
    .list(folder === '' ? '.' : folder)
    .filter((path) => matches(path))
    .map((path) => `${folder}${path}`);
}

function loadInput(
  path: string,
  files: Files,
  as: string | null,
  fieldsOf: BodyFieldsOf,
): LoadedCalls {
  const lost = (findings: readonly Finding[]): LoadedCalls => ({
    calls: [],
    coverage: 'part',
    inputs: [],
    findings,
  });
  if (path !== STANDARD_INPUT && files.kind(path) === 'folder')
    return lost([unreadable(path, 'a folder; name the plans and recordings in it')]);
  const input = readText(files, path);
  if ('finding' in input) return lost([input.finding]);
  const { text } = input;
  if (text.trim() === '') return lost([unreadable(path, 'it is empty')]);
  const source = callSources.find(({ id, recognises }) =>
    as === null ? recognises(text) : id === as,
  );
  if (!source) {
    const kinds = callSources.map(({ summary }) => summary).join('; ');
    return lost([unreadable(path, `no known kind of calls (${kinds})`)]);
  }
  const { value, findings } = source.read(text, path, fieldsOf);
  const summary = {
    kind: 'calls',
    file: path,
    source: source.id,
    items: value.calls.length,
  } as const;
  return { calls: value.calls, coverage: value.coverage, findings, inputs: [summary] };
}

/** The hint at the end of a message about an unknown value of `--as`. */
export const suggestSource = (id: string): string =>
  didYouMean(
    id,
    callSources.map((source) => source.id),
  );
