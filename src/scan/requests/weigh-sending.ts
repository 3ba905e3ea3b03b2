// What a call may send + its API -> whose it is, and whether callers of the functions around may say more of it.
import { type ApiProfile, belongs, pathBelowSetting } from '../api/api-profile.js';
import { linkOf } from '../api/response-links.js';
import { ROUTE_METHODS } from '../http/methods.js';
import type { Scope, Site } from '../symbols/scope.js';
import { methodAround } from '../symbols/scope-nesting.js';
import { valueKey } from '../values/alternatives.js';
import { holesOf, isGlued, pathOf, textOf } from '../values/substitute.js';
import type { Frame, Value } from '../values/value.js';
import type { Request, Sending } from './request.js';

/** A sending, and what it depends on. */
export interface Weighed {
  readonly sending: Sending;
  readonly text: string;
  readonly belonging: ReturnType<typeof belongs>;
  /** Its route is certain, whatever callers give. */
  readonly isSettled: boolean;
  /** The functions whose callers may say more. */
  readonly waitsFor: readonly Scope[];
}

/** What is found out about a sending before callers are asked. */
export function weighed(
  read: Sending,
  request: Request,
  { point }: Site,
  frame: Frame,
  api: ApiProfile,
): Weighed {
  const { methods, methodHoles, url, when } = read;
  const written = textOf(url) ?? '{}';
  const below = pathBelowSetting(written, api);
  const text = below ?? written;
  const isOurs = below !== null || (request.isPath && text !== '{}');
  const belonging = isOurs ? 'ours' : belongs(text, methods, request.client, api, request.sure);
  // a word below a base that is not known, where it is known which variable holds the base of the API
  const isGuess =
    !isOurs &&
    belonging === 'ours' &&
    api.settings.size > 0 &&
    belongs(text, methods, request.client, api) !== 'ours';
  const sending = isGuess ? { ...read, possible: true } : read;
  const reached = belonging === 'ours' && reaches(methods, methodHoles, text, api);
  // where a link of an answer leads is known, whoever gives the answer
  const isLink = linkOf(url, api.links) !== null && methods.length > 0;
  const isSettled = isLink || (reached && !isGlued(url) && !when?.isLoose);
  const open = methods.length === 0 ? methodHoles.flatMap(holesOf) : [];
  const holes = isSettled ? [] : [...holesOf(url), ...open];
  // which object it is depends on the callers of the method, as long as none is looked at
  const isAny = frame.self?.kind !== 'instance' || !frame.self.site;
  const around = when?.isLoose && isAny ? methodAround(point.scope) : null;
  const method = around && !isCalled(around, frame) ? around : null;
  const waitsFor = [...holes.map(({ parameter }) => parameter!.scope), ...(method ? [method] : [])];
  return { sending, text, belonging, isSettled, waitsFor };
}

/** Whether a frame is one of a caller of a function. */
function isCalled(scope: Scope, frame: Frame): boolean {
  for (let next: Frame | null = frame; next; next = next.outer)
    if (next.scope === scope) return next.args !== null;
  return false;
}

/** Whether the route is certain, whatever callers pass; a method that no caller can pass is left open. */
function reaches(
  methods: readonly string[],
  methodHoles: readonly Value[],
  text: string,
  api: ApiProfile,
): boolean {
  if (methods.length > 0) return api.reaches(methods, pathOf(text));
  if (methodHoles.length > 0) return false;
  return ROUTE_METHODS.some((method) => api.reaches([method], pathOf(text)));
}

/** A URL of which no more is known than its query, in which no token stands as RFC 6750 names it. */
const ASKED = /^(?:\{\})+\?(?!.*\b(?:access_token|authorization|bearer)\b)/is;

/**
 * Whether a request goes to a URL of which nothing is known without the token that each call of the API carries. One by
 * GET may have it in its URL, unless the code itself puts a query behind it.
 */
export const hasNoToken = (
  { methods }: Sending,
  text: string,
  { headers, hasDefaults }: Request,
  { tokenHeader, setsDefaults }: ApiProfile,
): boolean =>
  (ASKED.test(text) || (text === '{}' && methods.length > 0 && !methods.includes('GET'))) &&
  tokenHeader !== null &&
  headers !== undefined &&
  !(hasDefaults && setsDefaults) &&
  !headers.has(tokenHeader);

/** Whether all of a URL is known, but for what callers say. */
export const isComplete = (url: Value): boolean =>
  url.kind === 'text' && url.parts.every((part) => typeof part === 'string' || part.parameter);

/** What is the same for sendings that are alike. */
export const keyOf = ({ methods, url, possible }: Sending): string =>
  `${methods.join('|')} ${possible} ${String(valueKey(url))}`;

/** Whether it is sent only where some caller leaves out arguments. */
export const dependsOnDefaults = ({ when }: Sending): boolean =>
  when?.atoms.some(({ decision }) => decision.defaultsOf !== undefined) ?? false;

/** Whether it is sent only where a caller leaves out arguments, and all callers are known. */
export const isDefault = ({ when }: Sending, lifted: ReadonlySet<object>): boolean =>
  when?.atoms.some(({ decision: { defaultsOf } }) => defaultsOf && lifted.has(defaultsOf)) ?? false;
