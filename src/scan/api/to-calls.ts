// What was found in code, per API + the comments that state calls -> the calls of a run, in the order of the code.
import { parseStated } from '../../calls/stated.js';
import { type IndexedApi, serves } from '../../match/api.js';
import { beginsLike } from '../../match/readings.js';
import type { Call, Location, TracePart } from '../../model/model.js';
import type { Doubt } from '../../model/report.js';
import type { FoundCall } from '../found-call.js';
import type { Program } from '../symbols/program.js';
import type { Step } from '../values/value.js';
import { type Statement, statementsIn } from './directives.js';
import { makeCall } from './make-call.js';

/** What was found of one API. */
export interface FoundIn {
  readonly api: IndexedApi;
  readonly found: readonly FoundCall[];
}

/**
 * @param folder what stands before the files of the program, with a slash at its end; may be empty
 * @param doubts what nothing accounts for
 * @returns the calls, and the doubts that comments above them settle
 */
export function toCalls(
  all: readonly FoundIn[],
  program: Program,
  folder: string,
  doubts: readonly Doubt[] = [],
): { readonly calls: Call[]; readonly settled: ReadonlySet<Doubt> } {
  const place = (file: string, at: Step['at']): Location => ({ file: `${folder}${file}`, ...at });
  const statements = new Map(
    [...program.files].map(([file, { scope }]) => [file, statementsIn(scope.file)] as const),
  );
  const used = new Map<Statement, Pick<FoundCall, 'file' | 'at'>>();
  const against = new Set<Statement>();
  const made = all.flatMap(({ api, found }) =>
    found.flatMap((call) => {
      const own = toCall(call, api, place);
      const isOpen = call.reason !== null || own?.open === true || call.methods.length === 0;
      const above = isOpen ? statementsAbove(call, found, statements) : [];
      const stated = above.filter(
        (statement) => !isElsewhere(statement, all) || !goesTo(api, call, own),
      );
      for (const statement of above)
        if (stated.includes(statement)) used.set(statement, call);
        else against.add(statement);
      return stated.length > 0 ? [] : [{ call, made: own }];
    }),
  );
  const texts = doubts.flatMap((doubt) =>
    doubt.kind === 'unaccounted text'
      ? [{ doubt, file: doubt.location.file.slice(folder.length), at: doubt.location }]
      : [],
  );
  const others = [...all.flatMap(({ found }) => found), ...texts];
  const settled = new Set<Doubt>();
  for (const text of texts)
    for (const statement of statementsAbove(text, others, statements))
      if (!isElsewhere(statement, all)) {
        settled.add(text.doubt);
        used.set(statement, used.get(statement) ?? text);
      }
  const stated = [...statements].flatMap(([file, list]) =>
    list.flatMap((statement) => {
      const below = used.get(statement);
      const comment = place(file, statement.at);
      const at = below ? place(file, below.at) : comment;
      const call = parseStated(statement.text, at, 'scan');
      if (typeof call === 'string') return [];
      const isAgainst = !below && against.has(statement);
      const said = { location: comment, unused: !below, ...(isAgainst && { against: true }) };
      const trace = { ...NO_TRACE, comment: said };
      // one of another host says that the call is none of these APIs
      return [{ ...call, stated: call.host === null, trace }];
    }),
  );
  return { calls: [...once(made), ...stated].sort(byPlace), settled };
}

/** Whether a comment states a call of a host that is none of the APIs. */
function isElsewhere({ text }: Statement, all: readonly FoundIn[]): boolean {
  const call = parseStated(text, { file: '', line: 1, column: 1 }, 'scan');
  return (
    typeof call !== 'string' &&
    call.host !== null &&
    all.every(({ api }) => !serves(api, call.host))
  );
}

/** Whether a call surely goes to an API, whatever is not known of it. */
const goesTo = (api: IndexedApi, { ofClient }: FoundCall, made: Call | null): boolean =>
  ofClient === true || (made !== null && (serves(api, made.host) || beginsLike(made, api)));

const NO_TRACE = { reason: null, parts: [], through: [] } as const;

/** The comments right above an unresolved call, or a text: those that no other one stands between. */
function statementsAbove(
  { file, at }: Pick<FoundCall, 'file' | 'at'>,
  found: readonly Pick<FoundCall, 'file' | 'at'>[],
  statements: ReadonlyMap<string, readonly Statement[]>,
): Statement[] {
  const before = found.filter((other) => other.file === file && other.at.line < at.line);
  const last = Math.max(0, ...before.map((other) => other.at.line));
  return (statements.get(file) ?? []).filter(
    ({ at: { line } }) => line <= at.line && line > last && at.line - line <= MOST_LINES,
  );
}

/** A call may begin so many lines below the comment that states it. */
const MOST_LINES = 12;

function toCall(
  found: FoundCall,
  api: IndexedApi,
  place: (file: string, at: Step['at']) => Location,
): Call | null {
  const { methods, url, file, at, events, transport, reason } = found;
  const call = makeCall(methods, url, api, place(file, at));
  const part = (step: Step): TracePart => ({
    text: step.text,
    location: place(step.file, step.at),
  });
  const through = found.through.map(part);
  const parts = found.steps.flatMap((step) => {
    const text = pathPart(step.text, url);
    return text === null ? [] : [{ ...part(step), text }];
  });
  const trace = { reason, parts, through, ...(found.ofClient && { ofClient: true }) };
  return call && { ...call, events, transport, ...(found.possible && { possible: true }), trace };
}

/** What of a text is in the path: never a query, nor what stands before a host; and what stands for its base. */
function pathPart(text: string, url: string): string | null {
  if (/^\$\{\w+\}$/.test(text)) return text;
  const known = text.replace(/[?#].*$/s, '').replace(/^([a-z]+:\/\/)[^/]*@/i, '$1');
  return known !== '' && url.includes(known) ? known : null;
}

/**
 * What nothing is known of may be of any API: it is one call, and certain where it is so for one of them. A call
 * that comes to the same as another is left out.
 */
function once(made: readonly { call: FoundCall; made: Call | null }[]): Call[] {
  const open = new Map<string, Call>();
  const calls: Call[] = [];
  for (const { call, made: own } of made) {
    if (!own) continue;
    const key = `${call.file}:${call.at.line}:${call.at.column} ${call.methods.join()}`;
    const other = call.reason === null ? undefined : open.get(key);
    const joined = other ? { ...surer(other, own), api: null, stated: true } : own;
    if (other) calls[calls.indexOf(other)] = joined;
    else calls.push(joined);
    if (call.reason !== null) open.set(key, joined);
  }
  return withoutRepeats(calls);
}

/** One place, one method and one path are one call, whichever hosts of the API it may go to. */
function withoutRepeats(calls: readonly Call[]): Call[] {
  const kept = new Map<string, Call>();
  for (const call of calls) {
    const key = callKey(call);
    const known = kept.get(key);
    kept.set(key, known ? plainer(known, call) : call);
  }
  return [...kept.values()];
}

/** Of two calls that come to the same: the certain one, else the one whose host is known. */
function plainer(one: Call, other: Call): Call {
  if (one.possible !== other.possible) return surer(one, other);
  return one.host === null && other.host !== null ? other : one;
}

const surer = (one: Call, other: Call): Call => (one.possible ? other : one);

/** The same for calls of one place that differ only in their host, in how they were worked out, and in how sure they are. */
const callKey = ({ trace: _, possible: __, host: ___, ...call }: Call): string =>
  JSON.stringify(call);

const byPlace = ({ locations: [a] }: Call, { locations: [b] }: Call): number =>
  a!.file === b!.file ? a!.line - b!.line || a!.column - b!.column : a!.file < b!.file ? -1 : 1;
