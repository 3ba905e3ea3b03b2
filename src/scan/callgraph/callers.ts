// A function -> the calls of it, with what they call it on and give it; and whether anything else may call it.
import { maySend } from '../http/names.js';
import type { Expression } from '../ir.js';
import { takesReceiver } from '../symbols/program.js';
import { type References, referencesOf } from '../symbols/references.js';
import type { Point, Scope, Site } from '../symbols/scope.js';
import { calledName } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { fill } from '../values/substitute.js';
import { plainText } from '../values/texts.js';
import type { Frame, Value } from '../values/value.js';
import { boundArguments, plainArguments, withReceiver } from './argument-lists.js';
import { ClassEscapes } from './class-escapes.js';
import { jobsOf } from './jobs.js';
import { binds, registers } from './library-functions.js';
import { NamedByText } from './named-by-text.js';
import type { Caller, CallGraph, Escape, FlowCall, Uses } from './uses-of-functions.js';
import { ValueFlow } from './value-flow.js';

const NO_USES: Uses = { callers: [], open: null };
/** How many functions may hand on a function before it is called. */
const MAX_HANDED = 4;
/** More calls of one function than this are not followed. */
const MAX_CALLERS = 2000;

/** Finds the callers of functions, methods and constructors. */
export class Callers implements CallGraph {
  private readonly known = new Map<Scope, Uses>();
  private readonly asked = new Map<Expression, Map<number, readonly Value[]>>();
  private readonly classes: ClassEscapes;
  private readonly texts: NamedByText;

  constructor(readonly evaluator: Evaluator) {
    this.classes = new ClassEscapes(this);
    this.texts = new NamedByText(this);
  }

  /** Where names are written; made when it is first asked. */
  get references(): References {
    return referencesOf(this.evaluator.program);
  }

  ask(expression: Expression, point: Point): readonly Value[] {
    const known = this.asked.get(expression) ?? new Map<number, readonly Value[]>();
    this.asked.set(expression, known);
    const { order, scope } = point;
    const found =
      known.get(order) ?? this.evaluator.ask({ expression, frame: frameOf(scope), point });
    known.set(order, found);
    return found;
  }

  /** The uses of a function. */
  of(scope: Scope): Uses {
    const known = this.known.get(scope);
    if (known) return known;
    // a function that is given to itself
    this.known.set(scope, NO_USES);
    const found = this.find(scope);
    this.known.set(scope, found);
    return found;
  }

  private find(scope: Scope): Uses {
    const { function: syntax, class: cls } = scope;
    if (!syntax) return NO_USES;
    const isConstructor = syntax.name === 'constructor' && cls !== null;
    const names = isConstructor ? [cls.syntax.name] : this.evaluator.program.namesOf(scope);
    const flow = new ValueFlow(this, (value) =>
      isConstructor
        ? value.kind === 'class' && value.class === cls
        : (value.kind === 'function' && value.scope === scope) ||
          // in a shell the name of a function is its value
          (scope.file.traits.commands && plainText(value) === names[0]),
    );
    const closure = syntax.name === null ? this.references.ofClosure(syntax) : null;
    const named = this.texts.of(scope);
    // a list of an object and the name of its method holds the method
    for (const { expression: list } of named)
      if (list.kind === 'list') flow.value.add(list.items[1]!, false);
    flow.run([...(closure ? [closure] : []), ...named], names);
    const flows = [flow, ...this.flowsOfName(scope, names)];
    const found = flows.flatMap((one) => {
      const calls = [...one.calls.values()];
      const callers = calls.flatMap((call) => this.callersAt(call, one));
      const sites = new Set(callers.map(({ site }) => site.expression));
      for (const call of calls)
        if (!sites.has(call.site.expression) && !isOther(call, one)) one.leave(call.site);
      return callers;
    });
    const guessed = isConstructor ? [] : this.guessed(scope, flow);
    const bound = flow.escapes.all.flatMap((lost) => boundCaller(lost, scope));
    const callers = [...found, ...bound, ...jobsOf(scope, this.evaluator), ...guessed];
    if (callers.length > MAX_CALLERS) flow.leave(null);
    const isRegistered = syntax.annotations.some((one) => registers(annotationName(one)));
    const escaped = flow.escapes.all.find(({ site, prefix }) => !site || !prefix);
    const open = escaped ?? (isRegistered ? { site: null } : this.classes.of(scope));
    return { callers: callers.slice(0, MAX_CALLERS), open };
  }

  /** Where the name of a function goes as a text that may be called; most texts of that name mean something else. */
  private flowsOfName(scope: Scope, [name]: readonly string[]): ValueFlow[] {
    if (name === undefined || scope.class || !scope.file.traits.callsTexts) return [];
    const flow = new ValueFlow(this, (value) => plainText(value) === name);
    flow.run(this.references.ofText(name), []);
    return [flow];
  }

  /** The callers that a call stands for: one for each way on which the function gets there. */
  private callersAt(call: FlowCall, { value: tracked }: ValueFlow): Caller[] {
    const { site, callee, prefix } = call;
    const { point } = site;
    const find = (given: Frame | null, through: readonly Site[], depth: number): Caller[] => {
      const frame = given ?? frameOf(point.scope);
      const ask = (expression: Expression): readonly Value[] =>
        given
          ? this.evaluator.ask({ expression, frame: given, point })
          : this.ask(expression, point);
      const caller = (self: Value | null, bound = prefix, outer: Frame | null = null): Caller => ({
        site,
        self,
        outer,
        frame: given,
        through,
        lists: (inFrame, evaluator) =>
          call.lists(inFrame, evaluator).map((list) => [...bound, ...list]),
      });
      const found = ask(callee).flatMap((value): Caller[] => {
        if (tracked.matches(value)) {
          if (value.kind === 'function') return [caller(value.self, prefix, value.outer)];
          if (value.kind === 'text') return [caller(null)];
          const made = ask(site.expression);
          return made
            .filter(({ kind }) => kind === 'instance')
            .slice(0, 1)
            .map((self) => caller(self));
        }
        if (value.kind === 'list' && tracked.is(value)) {
          const [of] = value.items;
          const objects = of ? this.evaluator.ask(of) : [];
          return objects.map((object) => caller(object.kind === 'instance' ? object : null));
        }
        if (value.kind === 'made' && tracked.is(value)) {
          const index = value.args.findIndex(({ expression }) => tracked.has(expression));
          const self = this.evaluator.ask(value.args[index]!).find(tracked.matches);
          const bound = binds(calledName(value.path)) ? value.args.slice(index + 1) : [];
          return [caller(self?.kind === 'function' ? self.self : null, bound)];
        }
        // a type says nothing of which function it is
        const isTyped = !given && (value.kind === 'made' || value.kind === 'instance');
        const typed = isTyped ? tracked.parameterAt(callee, point) : null;
        const parameter = value.kind === 'unknown' ? value.hole.parameter : typed;
        if (!parameter || depth >= MAX_HANDED) return [];
        const { scope, name } = parameter;
        if (!tracked.isGiven(scope, name)) return [];
        return this.of(scope).callers.flatMap((giver) => {
          const around = giver.frame ?? frameOf(giver.site.point.scope);
          return giver.lists(around, this.evaluator).flatMap((args) => {
            const filled = fill(frame, scope, args, giver.self);
            const handed = [giver.site, ...giver.through, ...through];
            return filled ? find(filled, handed, depth + 1) : [];
          });
        });
      });
      const isTold = depth === 0 && (tracked.isTold(callee) || tracked.aliasOf(callee, point));
      return found.length === 0 && isTold ? [caller(null)] : found;
    };
    return find(null, [], 0);
  }

  /** Calls of a receiver whose class is not known: they are of this method where no other has the name, and the name is no verb. */
  private guessed(scope: Scope, flow: ValueFlow): Caller[] {
    const { program } = this.evaluator;
    const [name = ''] = program.namesOf(scope);
    const isExtension = takesReceiver(scope);
    if (program.functions.get(name)?.length !== 1 || (maySend(name) && !isExtension)) return [];
    const known = new Set([...flow.calls.values()].map(({ site }) => site.expression));
    return (program.sites.get(name) ?? []).flatMap((site): Caller[] => {
      const { expression, point } = site;
      if (expression.kind !== 'call' || known.has(expression)) return [];
      if (!scope.class && expression.callee.kind !== 'member') return [];
      const callees = flow.value.ask(expression.callee, point);
      const isOpen = callees.every(({ kind }) => kind === 'unknown' || kind === 'foreign');
      const lists = isExtension ? withReceiver(site) : plainArguments(site);
      return isOpen ? [{ site, self: null, outer: null, frame: null, lists, through: [] }] : [];
    });
  }
}

/** Who calls a function that got out of sight with arguments bound to it: these are known, and nothing else is. */
function boundCaller({ site, prefix }: Escape, { parameters }: Scope): Caller[] {
  if (!site || !prefix) return [];
  const args = boundArguments(prefix, [...parameters.values()], site.point);
  return [{ site, self: null, outer: null, frame: null, through: [], lists: () => [args] }];
}

/** Whether a call turns out to be one of other functions alone, which stand beside the function or are called with it. */
const isOther = ({ callee, site }: FlowCall, { value: tracked }: ValueFlow): boolean =>
  !tracked.parameterAt(callee, site.point) &&
  tracked.ask(callee, site.point).every((value) => {
    const isMember = value.kind === 'unknown' && (value.hole.fields?.length ?? 0) > 0;
    return isMember || ['object', 'list', 'text'].includes(value.kind) || !tracked.is(value);
  });

function annotationName(annotation: { readonly kind: string }): string {
  if ('callee' in annotation) return annotationName(annotation.callee as { kind: string });
  return 'name' in annotation ? String(annotation.name) : '';
}

/** A frame inside a function, with what each of its callers gives. */
export function framesWithin(
  inside: Frame,
  scope: Scope,
  callers: readonly Caller[],
  evaluator: Evaluator,
): Frame[] {
  return callers.flatMap((caller) => {
    const around = caller.frame ?? frameOf(caller.site.point.scope);
    const lists = caller.lists(around, evaluator);
    return lists.flatMap((args) => fill(inside, scope, args, caller.self) ?? []);
  });
}
