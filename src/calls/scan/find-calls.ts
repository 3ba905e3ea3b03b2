// A program -> the calls of an API in it: requests whose URL is worked out, through the functions that pass it on.
import { linkOf } from './answers.js';
import { type ApiMarks, belongs, isClient } from './api-marks.js';
import { Callers } from './callers.js';
import { declaredRequests } from './declared-requests.js';
import type { Evaluator } from './evaluate.js';
import { readChain } from './fluent.js';
import { type FoundCall, withoutShadows } from './found-call.js';
import { fill, holesOf, isGlued, pathOf, textOf } from './holes.js';
import { isLookup } from './not-requests.js';
import { foldOperation, readOperation } from './operations.js';
import { isOwnRoute } from './own-routes.js';
import { reasonOf } from './reasons.js';
import type { Request } from './request.js';
import { readRequest } from './requests.js';
import type { ClassScope, Site } from './scope.js';
import { sendingName } from './sending-name.js';
import { Subclasses } from './subclasses.js';
import { readBody, readSubscribing, type Subscription } from './subscriptions.js';
import { isSure } from './sure-requests.js';
import { type Frame, type Hole, type Step, textValue, type Value } from './value.js';

const endsChain = (name: string): boolean =>
  /^(get|list|post|put|patch|delete|deleteAll)$/i.test(name);

const ANY = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const MAX_LIFTS = 6;
/** So many ways to a request are looked at; what is beyond is not known. */
const MAX_WAYS = 5000;

/** Finds the calls, in the order of files and lines. */
export function findCalls(evaluator: Evaluator, api: ApiMarks): FoundCall[] {
  const finder = new Finder(evaluator, api);
  for (const [name, sites] of evaluator.program.sites)
    for (const site of sites) {
      if (endsChain(name) && finder.lookAtChain(site)) continue;
      if (api.operations.has(foldOperation(name)) && finder.lookAtOperation(site, name)) continue;
      if (api.subscribing?.calls.includes(name)) finder.lookAtSubscribing(site);
      const sending = sendingName(site, name);
      if (sending !== null) finder.look(site, sending);
    }
  for (const classes of evaluator.program.classes.values())
    for (const cls of classes) finder.lookAtDeclared(cls);
  return withoutShadows([...finder.found.values()]);
}

class Finder {
  readonly found = new Map<string, FoundCall>();
  private readonly callers: Callers;
  private ways = 0;
  private readonly subclasses: Subclasses;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly api: ApiMarks,
  ) {
    this.callers = new Callers(evaluator);
    this.subclasses = new Subclasses(evaluator);
  }

  look(site: Site, name: string): void {
    if (isLookup(site, this.evaluator) || isOwnRoute(site, this.evaluator, this.api)) return;
    this.ways = 0;
    for (const self of this.subclasses.selvesOf(site.point.scope))
      this.follow(site, name, this.evaluator.frameOf(site.point.scope, self), [site]);
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
    for (const { method, url, written } of chains) {
      const step = { text: written, file: site.point.scope.file.file, at: site.expression.at };
      this.emit([method], url, textOf(url) ?? '{}', [site], frame, [step]);
    }
    return chains.length > 0;
  }

  /** Looks at a method of a client that is generated per operation; whether it is one. */
  lookAtOperation(site: Site, name: string): boolean {
    const operation = readOperation(site, name, this.api, this.evaluator);
    if (!operation) return false;
    const { file } = site.point.scope.file;
    const step = { text: `${name}()`, file, at: site.expression.at };
    const frame = this.evaluator.frameOf(site.point.scope);
    this.emit([operation.method], textValue(operation.path), operation.path, [site], frame, [step]);
    return true;
  }

  /** Looks at the methods of an interface whose annotations are requests. */
  lookAtDeclared(cls: ClassScope): void {
    for (const { method, path, at } of declaredRequests(cls)) {
      if (belongs(path, [method], null, this.api) !== 'ours') continue;
      const { file } = cls.file;
      const none = { through: [], reason: null, events: null, transport: null };
      const steps = [{ text: path, file, at }];
      const url = path.replace(/^[a-z]+:\/\/[^/]*/i, '');
      this.found.set(`${file}:${at.line} ${method} ${path}`, {
        methods: [method],
        url,
        file,
        at,
        steps,
        ...none,
      });
    }
  }

  /** Looks at what takes the event filters of a subscription. */
  lookAtSubscribing(site: Site): void {
    const { subscribing } = this.api;
    const frame = this.evaluator.frameOf(site.point.scope);
    const read = subscribing && readSubscribing(site, frame, subscribing, this.api, this.evaluator);
    if (!read) return;
    const { method, path } = subscribing;
    this.add([site], [method], path, [], read);
  }

  /** @param path the request and those that its holes lead to; the last is where the call is said to be */
  private follow(site: Site, name: string, frame: Frame, path: readonly Site[]): void {
    const request = readRequest(site, name, frame, this.evaluator);
    if (!request) return;
    const sure = isSure(site, name, request, this.api);
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
        path.length <= MAX_LIFTS &&
        this.lift(site, name, frame, holes, path);
      if (lifted) continue;
      if (link) this.emitLink(link.path, methods, url, path);
      else if (belonging === 'ours') this.emit(methods, url, text, path, frame);
      else if (belonging === 'open' && sure && this.isNear(path, client))
        this.emit(methods, url, '{}', path, frame);
    }
  }

  private isNear([request]: readonly Site[], client: string | null): boolean {
    if (client !== null && isClient(client, this.api)) return true;
    return this.api.near.has(request!.point.scope.file.file);
  }

  /** Whether nothing that a caller says can change the route; a method that no caller says does not matter. */
  private reaches({ methods, methodHoles }: Request, text: string): boolean {
    if (methods.length > 0) return this.api.reaches(methods, pathOf(text));
    if (methodHoles.length > 0) return false;
    return ANY.some((method) => this.api.reaches([method], pathOf(text)));
  }

  /** Looks again from each caller of the function whose parameter is open; whether there is one, and none is left. */
  private lift(
    site: Site,
    name: string,
    frame: Frame,
    holes: readonly Hole[],
    path: readonly Site[],
  ): boolean {
    const scopes = new Set(holes.map(({ parameter }) => parameter!.scope));
    let called = false;
    for (const scope of scopes)
      for (const { site: caller, self } of this.callers.of(scope)) {
        const { expression, point } = caller;
        for (const around of this.subclasses.selvesOf(point.scope)) {
          if (this.ways++ >= MAX_WAYS) return false;
          const callerFrame = this.evaluator.frameOf(point.scope, around, null, frame.depth + 1);
          const args = this.evaluator.bind(expression.args, {
            ...{ expression, frame: callerFrame, point },
          });
          const runs = isSelf(expression) && around ? around : self;
          const filled = fill(frame, scope, args, runs, this.evaluator);
          if (!filled) continue;
          called = true;
          // who makes an object says nothing of where the call stands
          const made = scope.function?.name === 'constructor' ? [path.at(-1)!] : [];
          this.follow(site, name, filled, [...path, caller, ...made]);
        }
      }
    return called;
  }

  /** A URL out of an answer: what leads to the route of the call that was answered needs nothing more. */
  private emitLink(
    path: string | null,
    methods: readonly string[],
    url: Value,
    sites: readonly Site[],
  ): void {
    if (path === null) return;
    const said = methods.length > 0 ? methods : ['GET'];
    this.add(sites, said, path, stepsOf(url), { events: null, transport: null });
  }

  private emit(
    methods: readonly string[],
    url: Value,
    text: string,
    sites: readonly Site[],
    frame: Frame,
    chain: readonly Step[] = [],
  ): void {
    const [site] = sites as [Site];
    // what stands in a query makes no other call
    const path = text.replace(/^(\{\})+(?=\/)/, '').replace(/[?#].*$/s, '');
    const fields = this.api.bodyOf(methods, pathOf(path));
    const { expression, point } = site;
    const args = this.evaluator.bind(expression.args, { expression, frame, point });
    const subscription = fields
      ? readBody(site, args, fields, frame, this.api, this.evaluator)
      : { events: null, transport: null };
    const reason = text === '{}' ? reasonOf(url, this.evaluator.program) : null;
    this.add(sites, methods, path, stepsOf(url), subscription, chain, reason);
  }

  private add(
    sites: readonly Site[],
    methods: readonly string[],
    url: string,
    steps: readonly Step[],
    subscription: Subscription,
    chain: readonly Step[] = [],
    reason: string | null = null,
  ): void {
    const { point, expression } = sites.at(-1)!;
    const { file } = point.scope.file;
    const { at } = expression;
    const { events, transport } = subscription;
    const key = JSON.stringify([file, at, methods, url, events]);
    if (this.found.has(key)) return;
    const through = [...chain, ...throughOf(sites)];
    this.found.set(key, { methods, url, file, at, steps, through, reason, events, transport });
  }
}

const stepsOf = (url: Value): readonly Step[] => (url.kind === 'text' ? url.steps : []);

/** The functions between where a call is said to be and the request. */
const throughOf = (sites: readonly Site[]): Step[] =>
  sites
    .slice(0, -1)
    .map(({ expression, point: { scope } }) => ({
      text: `${scope.function?.name ?? 'a function without a name'}()`,
      file: scope.file.file,
      at: expression.at,
    }))
    .reverse();

/** Whether a call is one of the object itself. */
const isSelf = (expression: Site['expression']): boolean =>
  expression.kind === 'call' &&
  expression.callee.kind === 'member' &&
  expression.callee.of.kind === 'self';
