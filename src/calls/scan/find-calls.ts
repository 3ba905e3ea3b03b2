// A program -> the calls of an API in it: requests whose URL is worked out, through the functions that pass it on.
import type { ChainTable } from '../../sdk/chains.js';
import type { Evaluator } from './evaluate.js';
import { readChain } from './fluent.js';
import { fill, holesOf, isGlued, pathOf, textOf } from './holes.js';
import type { Program } from './program.js';
import { maySend, type Request, readRequest } from './requests.js';
import type { Scope, Site } from './scope.js';
import type { Place } from './syntax.js';
import type { Frame, Hole, Step, Value } from './value.js';

/** What tells calls of an API from others. */
export interface ApiMarks {
  readonly hosts: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  /** What the foreign names of its own clients contain, in lower case. */
  readonly clients: readonly string[];
  /** The chains of its generated clients, by language. */
  readonly chains: ReadonlyMap<string, ChainTable>;
  /** Whether a method and a path reach a route for sure. */
  reaches(methods: readonly string[], path: string): boolean;
}

/** A call of the API in the code. */
export interface FoundCall {
  readonly methods: readonly string[];
  /** With `{}` for what is not known. */
  readonly url: string;
  readonly file: string;
  readonly at: Place;
  readonly steps: readonly Step[];
}

const endsChain = (name: string): boolean =>
  /^(get|list|post|put|patch|delete|deleteAll)$/i.test(name);

const ANY = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const MAX_LIFTS = 6;
const MAX_CALLERS = 200;

/** Finds the calls, in the order of files and lines. */
export function findCalls(program: Program, evaluator: Evaluator, api: ApiMarks): FoundCall[] {
  const finder = new Finder(program, evaluator, api);
  for (const [name, sites] of program.sites) {
    if (endsChain(name)) for (const site of sites) finder.lookAtChain(site);
    if (maySend(name)) for (const site of sites) finder.look(site, name);
  }
  return [...finder.found.values()].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.at.line - b.at.line || a.at.column - b.at.column,
  );
}

class Finder {
  readonly found = new Map<string, FoundCall>();

  constructor(
    private readonly program: Program,
    private readonly evaluator: Evaluator,
    private readonly api: ApiMarks,
  ) {}

  look(site: Site, name: string): void {
    if (this.isOwnRoute(site, name)) return;
    this.follow(site, name, this.evaluator.frameOf(site.point.scope), site, 0);
  }

  /** @returns nothing: what a chain sends is found at its own place */
  lookAtChain(site: Site): void {
    const table = this.api.chains.get(site.point.scope.file.language);
    if (!table) return;
    const frame = this.evaluator.frameOf(site.point.scope);
    for (const { method, url } of readChain(site, frame, table, this.evaluator))
      this.emit([method], url, textOf(url) ?? '{}', site);
  }

  /** @param outermost where the call is said to be: the caller that fills the last hole */
  private follow(site: Site, name: string, frame: Frame, outermost: Site, lifts: number): void {
    const request = readRequest(site, name, frame, this.evaluator);
    if (!request) return;
    for (const url of request.urls) {
      const methods = request.methods;
      const text = textOf(url);
      const holes = [
        ...holesOf(url),
        ...(methods.length === 0 ? request.methodHoles.flatMap(holesOf) : []),
      ];
      const settled =
        text !== null && !isGlued(url) && this.isOurs(text, request) && this.reaches(request, text);
      if (
        settled ||
        holes.length === 0 ||
        lifts >= MAX_LIFTS ||
        !this.lift(site, name, frame, holes, lifts)
      ) {
        if (text !== null && this.isOurs(text, request))
          this.emit(request.methods, url, text, outermost);
      }
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
    for (const scope of scopes) {
      for (const { site: caller, self } of this.callersOf(scope).slice(0, MAX_CALLERS)) {
        called = true;
        const callerFrame = this.evaluator.frameOf(caller.point.scope, null, null, frame.depth + 1);
        const { expression, point } = caller;
        const args = this.evaluator.bind(expression.args, {
          expression,
          frame: callerFrame,
          point,
        });
        const filled = fill(frame, scope, args, self, this.evaluator);
        if (filled) this.follow(site, name, filled, caller, lifts + 1);
      }
    }
    return called;
  }

  private callersOf(scope: Scope): { site: Site; self: Value | null }[] {
    const { function: syntax, class: cls } = scope;
    if (!syntax) return [];
    const isConstructor = syntax.name === 'constructor' && cls;
    const names = isConstructor ? [cls.syntax.name] : this.program.namesOf(scope);
    return names.flatMap((name) =>
      (this.program.sites.get(name) ?? []).flatMap((site) => {
        if (site.point.scope === scope) return [];
        const self = isConstructor ? this.makes(site, scope) : this.calls(site, scope);
        return self === undefined ? [] : [{ site, self }];
      }),
    );
  }

  /** The receiver with which a site calls a function; `undefined` where it calls another. */
  private calls({ expression, point }: Site, scope: Scope): Value | null | undefined {
    if (expression.kind !== 'call') return undefined;
    const frame = this.evaluator.frameOf(point.scope);
    const callees = this.evaluator.ask({ expression: expression.callee, frame, point });
    for (const callee of callees)
      if (callee.kind === 'function' && callee.scope === scope) return callee.self;
    const open = callees.every(({ kind }) => kind === 'unknown' || kind === 'foreign');
    const only = this.program.functions.get(scope.function?.name ?? '')?.length === 1;
    const distinctive = !maySend(scope.function?.name ?? '');
    return open && only && distinctive && scope.class ? null : undefined;
  }

  private makes({ expression, point }: Site, scope: Scope): Value | null | undefined {
    const frame = this.evaluator.frameOf(point.scope);
    const made = this.evaluator.ask({ expression, frame, point });
    return made.find((value) => value.kind === 'instance' && value.class === scope.class);
  }

  private isOurs(text: string, { client }: Request): boolean {
    const url = /^[a-z]+:\/\/([^/?#]*)/i.exec(text);
    if (url) {
      const host = url[1]!
        .replace(/^[^@]*@/, '')
        .toLowerCase()
        .replace(/:443$/, '');
      if (this.api.hosts.has(host)) return true;
      return host.includes('{}') && this.hasPrefix(text.slice(url[0].length));
    }
    const path = text.replace(/^\{\}/, '');
    if (this.hasPrefix(path)) return true;
    return client !== null && this.isClient(client) && path.startsWith('/');
  }

  private isClient(name: string): boolean {
    return this.api.clients.some((mark) => name.toLowerCase().includes(mark));
  }

  private hasPrefix(path: string): boolean {
    return this.api.prefixes.some((prefix) => path.replace(/^\/?/, '/').startsWith(`${prefix}/`));
  }

  /** `app.get('/path', handler)`: a path without a host, and a function that answers. */
  private isOwnRoute({ expression, point }: Site, name: string): boolean {
    if (expression.kind !== 'call' || expression.callee.kind !== 'member') return false;
    const [first] = expression.args;
    const handled = expression.args.slice(1).some(({ value }) => value.kind === 'lambda');
    if (!handled || first?.value.kind !== 'text' || !first.value.text.startsWith('/')) return false;
    const frame = this.evaluator.frameOf(point.scope);
    const of = this.evaluator.ask({ expression: expression.callee.of, frame, point });
    const client = of.some(
      (v) => (v.kind === 'foreign' || v.kind === 'made') && this.isClient(v.name),
    );
    return !client && name !== 'request';
  }

  private emit(
    methods: readonly string[],
    url: Value,
    text: string,
    { expression, point }: Site,
  ): void {
    const { file } = point.scope.file;
    const path = text.replace(/^(\{\})+(?=\/)/, '');
    const call: FoundCall = {
      ...{ methods, url: path, file, at: expression.at },
      steps: url.kind === 'text' ? url.steps : [],
    };
    const key = JSON.stringify([file, expression.at, methods, path]);
    if (!this.found.has(key)) this.found.set(key, call);
  }
}
