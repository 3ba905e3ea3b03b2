// A program -> the calls of an API in it: requests whose URL is worked out, through the functions that pass it on.
import { linkOf } from './answers.js';
import { type ApiMarks, belongs, isClient } from './api-marks.js';
import { Callers } from './callers.js';
import type { Evaluator } from './evaluate.js';
import { readChain } from './fluent.js';
import type { FoundCall } from './found-call.js';
import { fill, holesOf, isGlued, pathOf, textOf } from './holes.js';
import { isSure } from './http-clients.js';
import { isOwnRoute } from './own-routes.js';
import { reasonOf } from './reasons.js';
import { maySend, type Request, readRequest } from './requests.js';
import type { Site } from './scope.js';
import { readBody, readSubscribing } from './subscriptions.js';
import type { Frame, Hole, Value } from './value.js';

const endsChain = (name: string): boolean =>
  /^(get|list|post|put|patch|delete|deleteAll)$/i.test(name);

const ANY = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const MAX_LIFTS = 6;

/** Finds the calls, in the order of files and lines. */
export function findCalls(evaluator: Evaluator, api: ApiMarks): FoundCall[] {
  const finder = new Finder(evaluator, api);
  for (const [name, sites] of evaluator.program.sites)
    for (const site of sites) {
      if (endsChain(name) && finder.lookAtChain(site)) continue;
      if (api.subscribing?.calls.includes(name)) finder.lookAtSubscribing(site);
      if (maySend(name)) finder.look(site, name);
    }
  return [...finder.found.values()].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.at.line - b.at.line || a.at.column - b.at.column,
  );
}

class Finder {
  readonly found = new Map<string, FoundCall>();
  private readonly callers: Callers;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly api: ApiMarks,
  ) {
    this.callers = new Callers(evaluator);
  }

  look(site: Site, name: string): void {
    if (isOwnRoute(site, this.evaluator, this.api)) return;
    this.follow(site, name, this.evaluator.frameOf(site.point.scope), site, 0);
  }

  /** Looks at the end of a chain of a generated client; whether it is one. */
  lookAtChain(site: Site): boolean {
    const table = this.api.chains.get(site.point.scope.file.language);
    if (!table) return false;
    const frame = this.evaluator.frameOf(site.point.scope);
    const chains = readChain(site, frame, table, this.evaluator).filter(
      ({ method, url, guessed, client }) =>
        !guessed ||
        (client !== null && isClient(client, this.api)) ||
        this.api.mayReach([method], textOf(url) ?? '{}'),
    );
    for (const { method, url } of chains)
      this.emit([method], url, textOf(url) ?? '{}', site, site, frame);
    return chains.length > 0;
  }

  /** Looks at what takes the event filters of a subscription. */
  lookAtSubscribing(site: Site): void {
    const { subscribing } = this.api;
    const frame = this.evaluator.frameOf(site.point.scope);
    const read = subscribing && readSubscribing(site, frame, subscribing, this.api, this.evaluator);
    if (!read) return;
    const { method, path } = subscribing;
    const { file } = site.point.scope.file;
    const at = site.expression.at;
    this.add({ methods: [method], url: path, file, at, steps: [], reason: null, ...read });
  }

  /** @param outermost where the call is said to be: the caller that fills the last hole */
  private follow(site: Site, name: string, frame: Frame, outermost: Site, lifts: number): void {
    const request = readRequest(site, name, frame, this.evaluator);
    if (!request) return;
    const sure = request.client !== null && isSure(name, request.client, this.api);
    const { methods, methodHoles, client } = request;
    for (const url of request.urls) {
      const link = linkOf(url, this.api.links);
      const text = textOf(url) ?? '{}';
      const belonging = belongs(text, methods, client, this.api);
      const holes = [
        ...holesOf(url),
        ...(methods.length === 0 ? methodHoles.flatMap(holesOf) : []),
      ];
      const settled = belonging === 'ours' && !isGlued(url) && this.reaches(request, text);
      const lifted =
        !settled &&
        holes.length > 0 &&
        lifts < MAX_LIFTS &&
        this.lift(site, name, frame, holes, lifts);
      if (lifted) continue;
      if (link) this.emitLink(link.path, methods, url, outermost);
      else if (belonging === 'ours') this.emit(methods, url, text, outermost, site, frame);
      else if (belonging === 'open' && sure) this.emit(methods, url, '{}', outermost, site, frame);
    }
  }

  /** Whether nothing that a caller says can change the route; a method that no caller says does not matter. */
  private reaches({ methods, methodHoles }: Request, text: string): boolean {
    if (methods.length > 0) return this.api.reaches(methods, pathOf(text));
    if (methodHoles.length > 0) return false;
    return ANY.some((method) => this.api.reaches([method], pathOf(text)));
  }

  /** Looks again from each caller of the function whose parameter is open; whether there is one. */
  private lift(
    site: Site,
    name: string,
    frame: Frame,
    holes: readonly Hole[],
    lifts: number,
  ): boolean {
    const scopes = new Set(holes.map(({ parameter }) => parameter!.scope));
    let called = false;
    for (const scope of scopes)
      for (const { site: caller, self } of this.callers.of(scope)) {
        called = true;
        const { expression, point } = caller;
        const callerFrame = this.evaluator.frameOf(point.scope, null, null, frame.depth + 1);
        const args = this.evaluator.bind(expression.args, {
          ...{ expression, frame: callerFrame, point },
        });
        const filled = fill(frame, scope, args, self, this.evaluator);
        if (filled) this.follow(site, name, filled, caller, lifts + 1);
      }
    return called;
  }

  /** A URL out of an answer: what leads to the route of the call that was answered needs nothing more. */
  private emitLink(path: string | null, methods: readonly string[], url: Value, at: Site): void {
    if (path === null) return;
    const steps = url.kind === 'text' ? url.steps : [];
    const { file } = at.point.scope.file;
    this.add({
      ...{ methods: methods.length > 0 ? methods : ['GET'], url: path, file },
      ...{ at: at.expression.at, steps, reason: null, events: null, transport: null },
    });
  }

  private emit(
    methods: readonly string[],
    url: Value,
    text: string,
    outermost: Site,
    site: Site,
    frame: Frame,
  ): void {
    const { evaluator, api } = this;
    const path = text.replace(/^(\{\})+(?=\/)/, '');
    const fields = api.bodyOf(methods, pathOf(path));
    const args = evaluator.bind(site.expression.args, {
      ...{ expression: site.expression, frame, point: site.point },
    });
    const subscription = fields
      ? readBody(site, args, fields, frame, evaluator)
      : { events: null, transport: null };
    this.add({
      ...{ methods, url: path, file: outermost.point.scope.file.file },
      at: outermost.expression.at,
      steps: url.kind === 'text' ? url.steps : [],
      reason: text === '{}' ? reasonOf(url) : null,
      ...subscription,
    });
  }

  private add(call: FoundCall): void {
    const key = JSON.stringify([call.file, call.at, call.methods, call.url, call.events]);
    if (!this.found.has(key)) this.found.set(key, call);
  }
}
