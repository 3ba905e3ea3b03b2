// A request + the callers of the functions around it -> the requests that it is for each of them.
import type { ClientForm } from '../../calls/client-form.js';
import { type ApiProfile, isClient } from '../api/api-profile.js';
import { linkOf } from '../api/response-links.js';
import { unknownArguments } from '../callgraph/argument-lists.js';
import { Callers, framesWithin } from '../callgraph/callers.js';
import { isSelf, Subclasses } from '../callgraph/subclasses.js';
import type { Caller } from '../callgraph/uses-of-functions.js';
import type { Scope, Site } from '../symbols/scope.js';
import { isWithin, makesItself } from '../symbols/scope-nesting.js';
import { guardAt } from '../values/decisions.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { type Guard, within } from '../values/guards.js';
import { fill } from '../values/substitute.js';
import { type Frame, UNKNOWN } from '../values/value.js';
import { isSure } from './certainty.js';
import { type Collector, stepsOf } from './collector.js';
import { callerOf, makersFirst, waitsForMaker } from './makers.js';
import { readRequest } from './read-request.js';
import type { Request, Sending } from './request.js';
import { ownRoute } from './server-routes.js';
import { type Told, withMade } from './told.js';
import {
  dependsOnDefaults,
  hasNoToken,
  isComplete,
  isDefault,
  keyOf,
  type Weighed,
  weighed,
} from './weigh-sending.js';
import { formOf, readStated } from './wrapper-calls.js';

const MAX_LIFTS = 6;
/** At most so many call paths to one request are followed; what is beyond stays unknown. */
const MAX_WAYS = 5000;

/** Follows a request through its callers until the path is known. */
export class Follower {
  private readonly callers: Callers;
  private readonly subclasses: Subclasses;
  private ways = 0;
  /** The functions whose parameters are taken as unknown now. */
  private readonly left = new Set<Scope>();
  /** The frames that the request at hand was looked at in, and the calls that it is reported at. */
  private readonly seen = new Map<Frame, Set<Site>>();

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
    this.left.clear();
    this.seen.clear();
    const { scope } = site.point;
    for (const self of this.subclasses.selvesOf(scope))
      if (self || !this.isAbstract(site, how, scope, frameOf(scope)))
        this.follow(site, how, frameOf(scope, self), [site]);
  }

  /** Whether a scope stands in a class that only its subclasses complete: what they do not say is not known in the class itself. */
  private isAbstract(site: Site, how: string | ClientForm, scope: Scope, frame: Frame): boolean {
    if (!this.subclasses.isOnlyInherited(scope)) return false;
    const request = this.read(site, how, frame);
    return !request?.sendings.every(({ url }) => isComplete(url));
  }

  private read(site: Site, how: string | ClientForm, frame: Frame): Request | null {
    return typeof how === 'string'
      ? readRequest(site, how, frame, this.evaluator)
      : readStated(site, how, frame, this.evaluator);
  }

  /**
   * @param path the request, and the calls that led from it to the function that knows the URL; the last is reported
   * @param ways the ways through the callers that lead to these calls
   */
  private follow(
    site: Site,
    how: string | ClientForm,
    frame: Frame,
    path: readonly Site[],
    before: Told | null = null,
    ways: readonly Guard[] = [],
  ): void {
    if (!this.isNew(frame, path.at(-1)!)) return;
    const request = this.read(site, how, frame);
    if (!request) {
      this.tellUnreadable(site, how, frame, path, before?.request ?? null);
      return;
    }
    // asked last: most calls are not read as a request
    const route = typeof how === 'string' && ownRoute(site, frame, this.evaluator, this.api);
    if (route) {
      const asked = { request, keys: new Set<string>(), made: before?.made ?? new Set<Scope>() };
      for (const scope of path.length <= MAX_LIFTS ? new Set(route.waitsFor) : [])
        if (!this.left.has(scope)) this.lift(site, how, frame, scope, path, asked, ways);
      return;
    }
    const sure = typeof how !== 'string' || isSure(site, how, request, this.api);
    const sent = request.sendings.filter(({ when }) =>
      ways.every((way) => within(way, when) !== false),
    );
    const all = sent.map((sending) => weighed(sending, request, site, frame, this.api));
    for (const { url } of sent) this.collector.note(stepsOf(url), site);
    const made = before?.made ?? new Set();
    const told: Told = { request, keys: new Set(before?.keys), made };
    for (const { sending, isSettled } of all)
      if (isSettled && !dependsOnDefaults(sending)) told.keys.add(keyOf(sending));
    // all that wait for one function wait for the same callers
    const lifted = new Set<Scope>();
    if (path.length <= MAX_LIFTS)
      for (const scope of makersFirst(all.flatMap(({ waitsFor }) => waitsFor))) {
        if (waitsForMaker(scope, all, lifted) || this.left.has(scope) || made.has(scope)) continue;
        if (this.lift(site, how, frame, scope, path, told, ways)) lifted.add(scope);
      }
    for (const { sending, text, belonging, waitsFor } of all) {
      if (waitsFor.some((scope) => lifted.has(scope)) || isDefault(sending, lifted)) continue;
      if (before?.keys.has(keyOf(sending))) continue;
      if (belonging === 'open' && hasNoToken(sending, text, request, this.api)) continue;
      this.emit(sending, text, belonging, request, sure, path, frame);
    }
  }

  private emit(
    { methods, url, possible }: Sending,
    text: string,
    belonging: Weighed['belonging'],
    { client, isPath }: Request,
    sure: boolean,
    path: readonly Site[],
    frame: Frame,
  ): void {
    const link = linkOf(url, this.api.links);
    const isOpen = belonging === 'open' && sure && (isPath || this.isNear(path, client));
    const ofClient = client !== null && isClient(client, this.api);
    if (link) this.collector.emitLink(link.path, methods, url, path);
    else if (belonging === 'ours' || isOpen)
      this.collector.emit(methods, url, isOpen ? '{}' : text, path, frame, [], possible, ofClient);
  }

  /** It is a request, and what this caller gives is none that can be read. */
  private tellUnreadable(
    site: Site,
    how: string | ClientForm,
    frame: Frame,
    path: readonly Site[],
    before: Request | null,
  ): void {
    const isRequest = before && (typeof how !== 'string' || isSure(site, how, before, this.api));
    if (!isRequest || !(before.isPath || this.isNear(path, before.client))) return;
    for (const { methods } of before.sendings)
      this.collector.emit(methods, UNKNOWN, '{}', path, frame);
  }

  /** Whether a request is looked at in a frame for the first time, for calls that are reported at one place. */
  private isNew(frame: Frame, last: Site): boolean {
    const places = this.seen.get(frame) ?? new Set();
    this.seen.set(frame, places);
    if (places.has(last)) return false;
    places.add(last);
    return true;
  }

  /** Whether what is not known of a request may be of the API: by its client, or by the files that send and give it. */
  private isNear(path: readonly Site[], client: string | null): boolean {
    if (client !== null && isClient(client, this.api)) return true;
    return [0, -1].every((at) => this.api.near.has(path.at(at)!.point.scope.file.file));
  }

  /** Reads the request again for each caller of the function whose parameter it waits for; `false` where nobody calls it, or too many do. */
  private lift(
    site: Site,
    how: string | ClientForm,
    frame: Frame,
    scope: Scope,
    path: readonly Site[],
    told: Told,
    ways: readonly Guard[],
  ): boolean {
    const { callers, open } = this.callers.of(scope);
    let called = false;
    let repeated: Site | null = null;
    const isInside = ({ site: at }: Caller) => isWithin(at.point.scope, scope);
    const outside = callers.filter((caller) => !isInside(caller));
    for (const caller of callers) {
      const { site: at } = caller;
      if (formOf(at, this.api.forms)) {
        called = true;
        continue;
      }
      if (path.some(({ expression }) => expression === at.expression)) {
        // objects that are made of each other: how often is not known
        if (makesItself(scope, at)) repeated ??= at;
        continue;
      }
      const self = caller.frame ? null : callerOf(at, frame, scope, told.made, this.evaluator);
      const arounds = caller.frame ? [null] : this.subclasses.selvesFor(at, self);
      for (const around of arounds) {
        const start = caller.frame ?? frameOf(at.point.scope, around);
        // the way through the caller that leads to the call
        const way = guardAt(at.point, start);
        if (way === false) {
          called = true;
          continue;
        }
        // a call of itself is made with what its own callers give
        const frames = isInside(caller)
          ? framesWithin(start, scope, outside, this.evaluator)
          : [start];
        const runs = isSelf(at.expression) && around ? around : caller.self;
        // the place of the call is not where the object was made
        const made = scope.function?.name === 'constructor' ? [path.at(-1)!] : [];
        for (const args of frames.flatMap((one) => caller.lists(one, this.evaluator))) {
          if (this.ways++ >= MAX_WAYS) return false;
          const filled = fill(frame, scope, args, runs, caller.outer);
          if (!filled) continue;
          called = true;
          if (!around && !caller.frame && this.isAbstract(site, how, at.point.scope, filled))
            continue;
          const led = [...path, at, ...caller.through, ...made];
          const next = { ...told, made: withMade(told.made, scope, at) };
          this.follow(site, how, filled, led, next, way ? [...ways, way] : ways);
        }
      }
    }
    if ((open || repeated) && called)
      this.leaveOpen(site, how, frame, scope, open?.site ?? repeated, path);
    return called;
  }

  /** Reads the request once more, with parameters that nobody who is known gives. */
  private leaveOpen(
    site: Site,
    how: string | ClientForm,
    frame: Frame,
    scope: Scope,
    at: Site | null,
    path: readonly Site[],
  ): void {
    const { point } = at ?? site;
    const { class: cls, function: syntax, parameters } = scope;
    const args = unknownArguments([...parameters.values()], frameOf(point.scope), point);
    const isMade = cls && syntax?.name === 'constructor';
    const filled = fill(frame, scope, args, isMade ? { kind: 'instance', class: cls, args } : null);
    if (!filled) return;
    this.left.add(scope);
    this.follow(site, how, filled, at ? [...path, at] : path);
    this.left.delete(scope);
  }
}
