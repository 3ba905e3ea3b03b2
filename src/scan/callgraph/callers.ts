// A function -> the calls of it, and what they call it on.
import { maySend } from '../http/names.js';
import type { Scope, Site } from '../symbols/scope.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import type { Value } from '../values/value.js';

/** A call of a function; `self` is what it is called on. */
export interface Caller {
  readonly site: Site;
  readonly self: Value | null;
}

/** Finds the callers of functions, methods and constructors. */
export class Callers {
  private readonly known = new Map<Scope, readonly Caller[]>();

  constructor(private readonly evaluator: Evaluator) {}

  /** The calls of a function. */
  of(scope: Scope): readonly Caller[] {
    const known = this.known.get(scope);
    if (known) return known;
    const found = this.find(scope);
    this.known.set(scope, found);
    return found;
  }

  private find(scope: Scope): Caller[] {
    const { program } = this.evaluator;
    const { function: syntax, class: cls } = scope;
    if (!syntax) return [];
    const isConstructor = syntax.name === 'constructor' && cls;
    const names = isConstructor ? [cls.syntax.name] : program.namesOf(scope);
    const sites = names.flatMap((name) => program.sites.get(name) ?? []);
    const callers = sites.flatMap((site) => {
      if (site.point.scope === scope) return [];
      const self = isConstructor ? this.makes(site, scope) : this.calls(site, scope);
      return self === undefined ? [] : [{ site, self }];
    });
    return callers;
  }

  /** The receiver with which a site calls a function; `undefined` where it calls another. */
  private calls({ expression, point }: Site, scope: Scope): Value | null | undefined {
    if (expression.kind !== 'call') return undefined;
    const frame = frameOf(point.scope);
    const callees = this.evaluator.ask({ expression: expression.callee, frame, point });
    for (const callee of callees)
      if (callee.kind === 'function' && callee.scope === scope) return callee.self;
    const open = callees.every(({ kind }) => kind === 'unknown' || kind === 'foreign');
    // the class of the receiver is not known: it is this method, where no other has the name and the name is no verb
    const { program } = this.evaluator;
    const [name = ''] = program.namesOf(scope);
    const only = program.functions.get(name)?.length === 1;
    const isMethod = scope.class !== null || expression.callee.kind === 'member';
    return open && only && !maySend(name) && isMethod ? null : undefined;
  }

  private makes({ expression, point }: Site, scope: Scope): Value | null | undefined {
    const frame = frameOf(point.scope);
    const made = this.evaluator.ask({ expression, frame, point });
    return made.find((value) => value.kind === 'instance' && value.class === scope.class);
  }
}
