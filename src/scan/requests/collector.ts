// Requests that were worked out -> calls of the API, each once, with the texts and the functions that they come from.
import type { ApiProfile } from '../api/api-profile.js';
import { type FoundCall, withoutShadows } from '../found-call.js';
import type { Expression, Place } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { bindArguments } from '../values/arguments.js';
import type { Evaluator } from '../values/evaluator.js';
import { pathOf } from '../values/substitute.js';
import type { Frame, Step, Value } from '../values/value.js';
import { readBody, type Subscription } from './subscriptions.js';
import { reasonOf } from './unresolved-reasons.js';

/** Gathers the calls of an API. */
export class Collector {
  private readonly found = new Map<string, FoundCall>();
  /** What was worked out as a request, to whomever it goes. */
  readonly requests = { texts: new Set<string>(), sites: new Set<Expression>() };

  constructor(
    private readonly evaluator: Evaluator,
    private readonly api: ApiProfile,
  ) {}

  /** All of them, in the order of files and lines. */
  calls(): FoundCall[] {
    return withoutShadows([...this.found.values()]);
  }

  /**
   * Keeps a request to a URL that the API itself gave in an answer.
   * @param path where such a URL leads; `null` where it leads back to the answered call, which is counted already
   */
  emitLink(
    path: string | null,
    methods: readonly string[],
    url: Value,
    sites: readonly Site[],
  ): void {
    if (path === null) return;
    const said = methods.length > 0 ? methods : ['GET'];
    this.add(sites, said, path, stepsOf(url), { events: null, transport: null });
  }

  /**
   * @param sites the request, and those that its holes lead to; the last is where the call is said to be
   * @param chain what else it goes through
   */
  emit(
    methods: readonly string[],
    url: Value,
    text: string,
    sites: readonly Site[],
    frame: Frame,
    chain: readonly Step[] = [],
    possible = false,
    ofClient = false,
  ): void {
    const [site] = sites as [Site];
    // the route of a call does not depend on its query
    const path = text.replace(/^(\{\})+(?=\/)/, '').replace(/[?#].*$/s, '');
    const fields = this.api.bodyOf(methods, pathOf(path));
    const { expression, point } = site;
    const args = bindArguments(expression.args, { expression, frame, point });
    const subscription = fields
      ? readBody(site, args, fields, frame, this.api, this.evaluator)
      : { events: null, transport: null };
    const reason = text === '{}' ? reasonOf(url, this.evaluator.program) : null;
    const how = { reason, possible, ofClient };
    this.add(sites, methods, path, stepsOf(url), subscription, chain, how);
  }

  /** Keeps a call whose path is known. */
  add(
    sites: readonly Site[],
    methods: readonly string[],
    url: string,
    steps: readonly Step[],
    subscription: Subscription,
    chain: readonly Step[] = [],
    how: Pick<FoundCall, 'reason' | 'possible' | 'ofClient'> = { reason: null, possible: false },
  ): void {
    const { point, expression } = sites.at(-1)!;
    const { file } = point.scope.file;
    const { at } = expression;
    const { events, transport } = subscription;
    const through = [...chain, ...throughOf(sites)];
    this.keep({ methods, url, file, at, steps, through, events, transport, ...how });
  }

  /** Notes a request, and the texts that are part of it. */
  note(steps: readonly Step[], { expression }: Site): void {
    this.requests.sites.add(expression);
    this.noteTexts(steps);
  }

  /** Notes the texts that are part of a request. */
  noteTexts(steps: readonly Step[]): void {
    for (const { file, at } of steps) this.requests.texts.add(placeKey(file, at));
  }

  /** Keeps a call, once: the certain one of two. */
  keep(call: FoundCall): void {
    this.noteTexts(call.steps);
    const key = JSON.stringify([call.file, call.at, call.methods, call.url, call.events]);
    if (this.found.get(key)?.possible ?? true) this.found.set(key, call);
  }
}

/** Where a text stands, as one word. */
export const placeKey = (file: string, { line, column }: Place): string =>
  `${file}:${line}:${column}`;

export const stepsOf = (url: Value): readonly Step[] => (url.kind === 'text' ? url.steps : []);

/** The functions that are called between the place a call is reported at and the request itself. */
const throughOf = (sites: readonly Site[]): Step[] =>
  sites
    .slice(0, -1)
    .map(({ expression, point: { scope } }) => ({
      text: `${scope.function?.name ?? 'a function without a name'}()`,
      file: scope.file.file,
      at: expression.at,
    }))
    .reverse();
