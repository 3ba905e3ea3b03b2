// Any text (a body, a log, a dump) + the forms of APIs -> the refusals in it, grouped by what they say.
import { compileForms } from './compile-forms.js';
import { BodyGatherer } from './gather-bodies.js';
import { readBody } from './read-body.js';
import type { ApiForms, SeenRefusal, SeenRequest } from './seen-refusal.js';
import { windowsOf } from './windows.js';

/** Refusals that say the same. */
export interface RefusalGroup {
  /** The first of them. */
  readonly refusal: SeenRefusal;
  readonly count: number;
  /** Different requests that were refused, the first ones; `sure` where text and request surely belong together. */
  readonly requests: readonly (SeenRequest & { readonly sure: boolean })[];
}

/** The refusals of a text. */
export interface ReadRefusals {
  /** In the order of the text. */
  readonly groups: readonly RefusalGroup[];
  /** Refusals that found no place in a group, for there are too many different ones. */
  readonly beyond: number;
}

const MOST_GROUPS = 1000;
const MOST_REQUESTS = 50;

interface Group {
  readonly refusal: SeenRefusal;
  count: number;
  readonly requests: Map<string, RefusalGroup['requests'][number]>;
}

/** Reads all refusals; memory and time grow with the text alone. */
export function readRefusals(text: string, apis: readonly ApiForms[]): ReadRefusals {
  const { patterns, needle } = compileForms(apis);
  const collector = new BodyGatherer(patterns);
  const groups = new Map<string, Group>();
  let beyond = 0;
  const take = (refusal: SeenRefusal) => {
    const key = keyOf(refusal);
    const known = groups.get(key);
    if (!known && groups.size >= MOST_GROUPS) {
      beyond++;
      return;
    }
    const group = known ?? { refusal, count: 0, requests: new Map() };
    if (!known) groups.set(key, group);
    group.count++;
    addRequest(refusal, group.requests);
  };
  for (const window of windowsOf(text, needle))
    for (const { body, around } of collector.take(window)) readBody(body, around).forEach(take);
  for (const { body, around } of collector.end()) readBody(body, around).forEach(take);
  return {
    groups: [...groups.values()].map((group) => ({
      ...group,
      requests: [...group.requests.values()],
    })),
    beyond,
  };
}

const keyOf = ({ code, otherCode, codeScheme, wordingScheme, permissions, means }: SeenRefusal) =>
  // the code counts where it says what the rest does not
  JSON.stringify([
    codeScheme ?? wordingScheme,
    codeScheme !== null && wordingScheme !== null && codeScheme !== wordingScheme,
    ...[otherCode, permissions, means],
    permissions.length === 0 ? code : null,
  ]);

function addRequest(
  { request, requestIsSure: sure }: SeenRefusal,
  requests: Group['requests'],
): void {
  if (!request || requests.size >= MOST_REQUESTS) return;
  const key = `${request.method} ${request.target}`;
  if (!requests.get(key)?.sure) requests.set(key, { ...request, sure });
}
