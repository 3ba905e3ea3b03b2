// The texts of an API in code + what the scan made of them -> how many are in which column, and the doubts that are left.
import type { IndexedApi } from '../../match/api.js';
import type { Doubt } from '../../model/report.js';
import type { ApiProfile } from '../api/api-profile.js';
import { Callers } from '../callgraph/callers.js';
import { ValueFlow } from '../callgraph/value-flow.js';
import type { FoundCall } from '../found-call.js';
import { maySend } from '../http/names.js';
import { isServer } from '../http/not-clients.js';
import type { Expression } from '../ir.js';
import { placeKey } from '../requests/collector.js';
import type { SentRequests } from '../requests/find-requests.js';
import { calledName } from '../symbols/program.js';
import { simpleName } from '../symbols/type-names.js';
import type { Use, Used } from '../symbols/uses.js';
import { pathText } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf } from '../values/value.js';
import { callsOf } from './api-texts.js';
import { type CodeText, findCodeTexts } from './code-texts.js';
import { importTest, textHandling } from './text-functions.js';

/** What a scan has seen of one API. */
export interface SeenOfApi {
  readonly api: IndexedApi;
  readonly profile: ApiProfile;
  readonly evaluator: Evaluator;
  readonly found: readonly FoundCall[];
  /** What was worked out as a request, to whomever it goes. */
  readonly requests: SentRequests;
}

/** The accounts of the texts of one API. */
export interface TextAccounts {
  readonly texts: Record<string, number>;
  readonly doubts: readonly Doubt[];
}

/** @param folder what stands before the paths of files, with a slash at its end; may be empty */
export function accountForTexts(seen: SeenOfApi, folder: string): TextAccounts {
  const { api, profile, evaluator, found, requests } = seen;
  const filters = new Set(found.flatMap(({ events }) => events ?? []).map(withoutQuery));
  const callers = new Callers(evaluator);
  const texts: Record<string, number> = {};
  const doubts: Doubt[] = [];
  for (const text of findCodeTexts(evaluator, api, profile)) {
    const { used, target } = text;
    const isRequested = [...text.places].some((place) => requests.texts.has(place));
    const isEvent = target !== null && filters.has(withoutQuery(target));
    const lost = isEvent ? null : escapeOf(text, isRequested, callers, seen);
    const column = lost
      ? 'unaccounted'
      : isEvent
        ? 'event filter'
        : isRequested
          ? 'request'
          : 'not sent';
    texts[column] = (texts[column] ?? 0) + 1;
    if (!lost) continue;
    const location = { file: `${folder}${used.point.scope.file.file}`, ...used.expression.at };
    const reason = `${target ?? 'a host of the API'} ${lost.how}`;
    doubts.push({
      kind: 'unaccounted text',
      location,
      reason,
      calls: callsOf([text], api, location),
    });
  }
  return { texts, doubts };
}

const withoutQuery = (text: string): string => text.replace(/\?.*$/s, '');

/** Where a text gets out of sight, in words; `null` where it never does. */
function escapeOf(
  { used, places, target }: CodeText,
  isRequested: boolean,
  callers: Callers,
  seen: SeenOfApi,
): { how: string } | null {
  const { profile, evaluator, requests } = seen;
  const annotation = annotationOf(used.use);
  if (annotation)
    return isRequested || isRoute(annotation, used, evaluator)
      ? null
      : { how: 'is in an annotation' };
  const outer = outermost(used.use);
  const setIn =
    outer.kind === 'assigned' && outer.target.kind === 'member' ? outer.target.name : null;
  const sent = isRequested ? requests : null;
  const handling = textHandling(evaluator, profile, sent, target === null, setIn);
  const flow = new ValueFlow(
    callers,
    (value) =>
      value.kind === 'text' && value.steps.some(({ file, at }) => places.has(placeKey(file, at))),
    handling,
  );
  flow.run([used], []);
  if (!flow.escapes.first)
    return isInherited(used, seen, callers)
      ? { how: 'is in a field that a library may read' }
      : null;
  const { site } = flow.escapes.first;
  const name = site ? calledName(site) : '';
  // requests of the tree to an unknown base are looked at where they are sent
  if ((target === null || isRequested) && (name === '' || maySend(name))) return null;
  return {
    how: name === '' ? 'is used where it cannot be followed' : `is given to ${name}()`,
  };
}

/** What an annotation is called, where a text is in one. */
function annotationOf(use: Use): Expression | null {
  const outer = outermost(use);
  return outer.kind === 'annotation' ? outer.of : null;
}

/** What becomes of the expression that stands in no other. */
function outermost(use: Use): Use {
  let outer = use;
  while ('up' in outer) outer = outer.up;
  return outer;
}

/** Whether an annotation declares a route of the app itself: `@GetMapping('/x')`, `@app.get('/x')`. */
function isRoute(annotation: Expression, { point }: Used, evaluator: Evaluator): boolean {
  const frame = frameOf(point.scope);
  const { imports } = point.scope.file;
  const paths = evaluator
    .ask({ expression: annotation, frame, point })
    .flatMap((value) => accessPathOf(value) ?? []);
  if (paths.some((path) => isServer(pathText(path)))) return true;
  // a name that no import says comes from one that gives all its names
  return !paths.some(importTest(point.scope.file)) && imports.some(({ from }) => isServer(from));
}

/** Whether a field of this name is read by what a class of the tree inherits from a library, for nothing of the tree reads it. */
function isInherited(
  { use, point }: Used,
  { evaluator: { program } }: SeenOfApi,
  callers: Callers,
): boolean {
  const outer = outermost(use);
  const bases = point.scope.class?.syntax.bases ?? [];
  if (outer.kind !== 'field' || bases.length === 0) return false;
  const isRead = callers.references.of(outer.name).length > 0;
  return !isRead && bases.some((base) => !program.classes.has(simpleName(base)));
}
