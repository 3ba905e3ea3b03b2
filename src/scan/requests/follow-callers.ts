// A request + the callers of the functions around it -> the requests that it is for each of them.
import type { ClientForm } from '../../calls/client-form.js';
import { type ApiProfile, belongs, isClient } from '../api/api-profile.js';
import { linkOf } from '../api/response-links.js';
import { Callers } from '../callgraph/callers.js';
import { Subclasses } from '../callgraph/subclasses.js';
import { ROUTE_METHODS } from '../http/methods.js';
import type { Site } from '../symbols/scope.js';
import { bindArguments } from '../values/arguments.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { fill, holesOf, isGlued, pathOf, textOf } from '../values/substitute.js';
import type { Frame, Hole, Value } from '../values/value.js';
import { isSure } from './certainty.js';
import type { Collector } from './collector.js';
import { readRequest } from './read-request.js';
import { formOf, readStated } from './wrapper-calls.js';

const MAX_LIFTS = 6;
/** At most so many call paths to one request are followed; what is beyond stays unknown. */
const MAX_WAYS = 5000;

/** Follows a request through its callers until the path is known. */
export class Follower {
  private readonly callers: Callers;
  private readonly subclasses: Subclasses;
  private ways = 0;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly api: ApiProfile,
    private readonly collector: Collector,
  ) {
    this.callers = new Callers(evaluator);
    this.subclasses = new Subclasses(evaluator);
  }

  /** @param how the name by which it sends, or the form that states it */
  start(site: Site, how: string | ClientForm): void {
    this.ways = 0;
    for (const self of this.subclasses.selvesOf(site.point.scope))
      this.follow(site, how, frameOf(site.point.scope, self), [site]);
  }

  /** @param path the request, and the calls that led from it to the function that knows the URL; the last is reported */
  private follow(site: Site, how: string | ClientForm, frame: Frame, path: readonly Site[]): void {
    const request =
      typeof how === 'string'
        ? readRequest(site, how, frame, this.evaluator)
        : readStated(site, how, frame, this.evaluator);
    if (!request) return;
    const sure = typeof how !== 'string' || isSure(site, how, request, this.api);
    const { client } = request;
    for (const { methods, methodHoles, url, possible } of request.sendings) {
      const link = linkOf(url, this.api.links);
      const text = textOf(url) ?? '{}';
      const belonging =
        request.isPath && text !== '{}' ? 'ours' : belongs(text, methods, client, this.api);
      const holes = [
        ...holesOf(url),
        ...(methods.length === 0 ? methodHoles.flatMap(holesOf) : []),
      ];
      const settled =
        belonging === 'ours' && !isGlued(url) && this.reaches(methods, methodHoles, text);
      const lifted =
        !settled &&
        holes.length > 0 &&
        path.length <= MAX_LIFTS &&
        this.lift(site, how, frame, holes, path);
      if (lifted) continue;
      if (link) this.collector.emitLink(link.path, methods, url, path);
      else if (belonging === 'ours')
        this.collector.emit(methods, url, text, path, frame, [], possible);
      else if (belonging === 'open' && sure && (request.isPath || this.isNear(path, client)))
        this.collector.emit(methods, url, '{}', path, frame, [], possible);
    }
  }

  private isNear([request]: readonly Site[], client: string | null): boolean {
    if (client !== null && isClient(client, this.api)) return true;
    return this.api.near.has(request!.point.scope.file.file);
  }

  /** Whether the route is certain, whatever callers pass; a method that no caller can pass is left open. */
  private reaches(
    methods: readonly string[],
    methodHoles: readonly Value[],
    text: string,
  ): boolean {
    if (methods.length > 0) return this.api.reaches(methods, pathOf(text));
    if (methodHoles.length > 0) return false;
    return ROUTE_METHODS.some((method) => this.api.reaches([method], pathOf(text)));
  }

  /** Reads the request again for each caller of the function whose parameter it waits for; `false` where nobody calls it, or too many do. */
  private lift(
    site: Site,
    how: string | ClientForm,
    frame: Frame,
    holes: readonly Hole[],
    path: readonly Site[],
  ): boolean {
    const scopes = new Set(holes.map(({ parameter }) => parameter!.scope));
    let called = false;
    for (const scope of scopes)
      for (const { site: caller, self } of this.callers.of(scope)) {
        const { expression, point } = caller;
        called ||= formOf(caller, this.api.forms) !== null;
        if (formOf(caller, this.api.forms)) continue;
        for (const around of this.subclasses.selvesOf(point.scope)) {
          if (this.ways++ >= MAX_WAYS) return false;
          const callerFrame = frameOf(point.scope, around);
          const args = bindArguments(expression.args, {
            expression,
            frame: callerFrame,
            point,
          });
          const runs = isSelf(expression) && around ? around : self;
          const filled = fill(frame, scope, args, runs);
          if (!filled) continue;
          called = true;
          // the place of the call is not where the object was made
          const made = scope.function?.name === 'constructor' ? [path.at(-1)!] : [];
          this.follow(site, how, filled, [...path, caller, ...made]);
        }
      }
    return called;
  }
}

/** Whether a call is one of the object itself. */
const isSelf = (expression: Site['expression']): boolean =>
  expression.kind === 'call' &&
  expression.callee.kind === 'member' &&
  expression.callee.of.kind === 'self';
