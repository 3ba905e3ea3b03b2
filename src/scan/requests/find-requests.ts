// A program -> the calls of an API in it: chains, subscriptions, and requests whose URL is worked out.
import { type ApiProfile, belongs, isClient } from '../api/api-profile.js';
import { readChain } from '../api/client-chains.js';
import { readHelper, readOperation } from '../api/client-operations.js';
import { readPackageMethod } from '../api/package-methods.js';
import type { FoundCall } from '../found-call.js';
import { METHODS } from '../http/methods.js';
import type { Expression } from '../ir.js';
import { oneOf, words } from '../name-tables.js';
import type { ClassScope, Site } from '../symbols/scope.js';
import { pathText, rootPath } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { textOf } from '../values/substitute.js';
import { textValue } from '../values/texts.js';
import { accessPathOf } from '../values/value.js';
import { declaredRequests } from './annotated-interfaces.js';
import { Collector, stepsOf } from './collector.js';
import { Follower } from './follow-callers.js';
import { handsOn } from './handed-on.js';
import { isLookup } from './lookups.js';
import { isWrittenLine } from './request-lines.js';
import { sendingName } from './sending-name.js';
import { findMessages, isMessage, MESSAGE_FORM } from './socket-messages.js';
import { readSubscribing } from './subscriptions.js';
import { formOf } from './wrapper-calls.js';

/** The methods of generated clients that send the request of a chain. */
const endsChain = oneOf(words('get list post put patch delete deleteAll'));

/** Requests that were worked out. */
export interface SentRequests {
  /** The places of their texts, as `file:line:column`. */
  readonly texts: ReadonlySet<string>;
  /** The calls that send them. */
  readonly sites: ReadonlySet<Expression>;
}

/** The calls of an API in a program, and what else was made of its texts. */
export interface FoundCalls {
  /** In the order of files and lines. */
  readonly calls: readonly FoundCall[];
  /** What was worked out as a request, to whomever it goes. */
  readonly requests: SentRequests;
}

/** Finds the calls of an API. */
export function findCalls(evaluator: Evaluator, api: ApiProfile): FoundCalls {
  const finder = new Finder(evaluator, api);
  for (const [name, sites] of evaluator.program.sites)
    for (const site of sites) finder.tryAt(site, name);
  for (const classes of evaluator.program.classes.values())
    for (const cls of classes) finder.lookAtDeclared(cls);
  finder.lookAtMessages();
  return { calls: finder.collector.calls(), requests: finder.collector.requests };
}

class Finder {
  readonly collector: Collector;
  private readonly follower: Follower;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly api: ApiProfile,
  ) {
    this.collector = new Collector(evaluator, api);
    this.follower = new Follower(evaluator, api, this.collector);
  }

  /** Where reading a call fails by a fault of permlint, that call alone is reported as unreadable. */
  tryAt(site: Site, name: string): void {
    try {
      this.lookAt(site, name);
    } catch (error) {
      const { file } = site.point.scope.file;
      const reason = `permlint cannot read this call (${error instanceof Error ? error.name : 'fault'})`;
      const nothing = { events: null, transport: null, steps: [], through: [], possible: false };
      this.collector.keep({
        methods: [],
        url: '{}',
        file,
        at: site.expression.at,
        reason,
        ...nothing,
      });
    }
  }

  private lookAt(site: Site, name: string): void {
    const form = formOf(site, this.api.forms);
    if (form) {
      this.follower.start(site, form);
      return;
    }
    if (endsChain(name) && this.lookAtChain(site)) return;
    if (this.lookAtOperation(site, name)) return;
    if (this.lookAtPackage(site, name)) return;
    if (this.api.subscribing?.calls.includes(name)) this.lookAtSubscribing(site);
    // a message is a request of its own
    if (site.expression.args.some(({ value }) => isMessage(value, this.api.messages))) return;
    const sending = this.isLineOfClient(site)
      ? 'request'
      : sendingName(site, name, this.evaluator.program);
    if (sending === null) return;
    if (!handsOn(site.expression) && isLookup(site, this.evaluator)) return;
    this.follower.start(site, sending);
  }

  /** Whether a client of the API is given a text that says the method and the path: `octokit.paginate('GET /user')`. */
  private isLineOfClient({ expression, point }: Site): boolean {
    if (expression.kind !== 'call' || !expression.args.some(({ value }) => isWrittenLine(value)))
      return false;
    const frame = frameOf(point.scope);
    return this.evaluator
      .ask({ expression: expression.callee, frame, point })
      .some((value) => isClient(pathText(accessPathOf(value) ?? rootPath('')), this.api));
  }

  /** Looks at the end of a chain of a generated client; whether it is one. */
  private lookAtChain(site: Site): boolean {
    const table = this.api.chains.get(site.point.scope.file.platform);
    if (!table) return false;
    const frame = frameOf(site.point.scope);
    const chains = readChain(site, frame, table, this.evaluator, this.api.shortChains).filter(
      ({ method, url, guessed, client }) =>
        !guessed ||
        (client !== null && isClient(client, this.api)) ||
        this.api.mayReach([method], textOf(url) ?? '{}'),
    );
    for (const { method, url, written } of chains) {
      const step = { text: written, file: site.point.scope.file.file, at: site.expression.at };
      this.collector.emit([method], url, textOf(url) ?? '{}', [site], frame, [step]);
    }
    return chains.length > 0;
  }

  /** Looks at a method of a client that sends one request, by its own name or that of an operation; whether it is one. */
  private lookAtOperation(site: Site, name: string): boolean {
    const operation =
      readHelper(site, this.api) ?? readOperation(site, name, this.api, this.evaluator);
    if (!operation) return false;
    const { file } = site.point.scope.file;
    const step = { text: `${name}()`, file, at: site.expression.at };
    const frame = frameOf(site.point.scope);
    this.collector.emit(
      [operation.method],
      textValue(operation.path),
      operation.path,
      [site],
      frame,
      [step],
    );
    return true;
  }

  /** Looks at a method of an object of a package that sends requests of its own; whether it is one. */
  private lookAtPackage(site: Site, name: string): boolean {
    const sent = readPackageMethod(site, name, this.api, this.evaluator);
    if (!sent) return false;
    const { file } = site.point.scope.file;
    const step = { text: `${name}() of ${sent.package}`, file, at: site.expression.at };
    for (const { method, path, events, transport, possible } of sent.calls) {
      const subscription = { events, transport };
      this.collector.add([site], [method], path, [], subscription, [step], {
        reason: null,
        possible,
      });
    }
    return true;
  }

  /** Looks at the methods of an interface whose annotations are requests. */
  lookAtDeclared(cls: ClassScope): void {
    for (const { methods, url, at } of declaredRequests(cls, this.evaluator)) {
      const text = textOf(url) ?? '{}';
      const steps = stepsOf(url);
      this.collector.noteTexts(steps);
      if (belongs(text, methods, null, this.api) !== 'ours') continue;
      const { file } = cls.file;
      const none = { through: [], reason: null, events: null, transport: null, possible: false };
      const path = text.replace(/^[a-z]+:\/\/[^/]*/i, '');
      this.collector.keep({ methods, url: path, file, at, steps, ...none });
    }
  }

  /** Looks at the messages that the app sends over a socket. */
  lookAtMessages(): void {
    const { built, written } = findMessages(
      this.evaluator.program,
      this.api.messages,
      this.api.near,
    );
    for (const site of built) this.follower.start(site, MESSAGE_FORM);
    for (const { site, method, path } of written) {
      const methods = METHODS.has(method) ? [method] : [];
      const step = { text: path, file: site.point.scope.file.file, at: site.expression.at };
      this.collector.add([site], methods, path, [step], { events: null, transport: null });
    }
  }

  /** Looks at what takes the event filters of a subscription. */
  private lookAtSubscribing(site: Site): void {
    const { subscribing } = this.api;
    const frame = frameOf(site.point.scope);
    const read = subscribing && readSubscribing(site, frame, subscribing, this.api, this.evaluator);
    if (!read) return;
    const { method, path } = subscribing;
    this.collector.add([site], [method], path, [], read);
  }
}
