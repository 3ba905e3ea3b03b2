// A call, or the making of an object -> what it gives: by a model of the library, by the function's own returns, or a name.
import { type Expression, syntheticName } from '../ir.js';
import type { Program } from '../symbols/program.js';
import { calledPath, lastName, rootPath } from './access-path.js';
import { givesField } from './accessors.js';
import { distinct, under, unguarded } from './alternatives.js';
import { bindArguments } from './arguments.js';
import type { Ask } from './ask.js';
import type { Containers } from './containers.js';
import { decisionOf, wayOf } from './decisions.js';
import type { ImportLookup } from './import-lookup.js';
import { internFrame, internPair } from './interning.js';
import type { MemberLookup } from './member-lookup.js';
import { memberOrTaken } from './member-or-taken.js';
import { applyFunction, applyMethod, applyNew } from './models/functions.js';
import { applyToEach } from './models/lists.js';
import { applyObjectMethod } from './models/objects.js';
import { applyLookup } from './models/parsed.js';
import { plainText } from './texts.js';
import {
  type Bound,
  type BoundArgument,
  type Frame,
  type FunctionValue,
  UNKNOWN,
  type Value,
} from './value.js';

/** What `require` of a module is called in the file that requires it. */
const REQUIRED = syntheticName('required');

/** Works out calls. */
export class CallValues {
  constructor(
    private readonly program: Program,
    private readonly imports: ImportLookup,
    private readonly members: MemberLookup,
    private readonly containers: Containers,
    private readonly ask: Pick<Ask, 'values'>,
  ) {}

  /** What a call may give. */
  called(e: Extract<Expression, { kind: 'call' }>, bound: Bound): Value[] {
    const { frame, point } = bound;
    const args = bindArguments(e.args, bound);
    const site = () => internPair(e, frame);
    if (e.callee.kind === 'name' && e.callee.name === 'require') return this.required(args, bound);
    const ask = (b: Bound) => this.ask.values(b);
    if (e.callee.kind === 'member') {
      const { of, name } = e.callee;
      const receivers = ask({ expression: of, frame, point });
      const memberOf = (value: Value, key: string) => this.members.memberOf(value, key);
      const applied = receivers.map((receiver) =>
        receiver.kind === 'object'
          ? applyObjectMethod(receiver, name, args, ask, memberOf)
          : (boundTo(receiver, name, args, ask) ??
            applyLookup(receiver, name, args, ask, memberOf) ??
            this.accessed(receiver, name) ??
            applyMethod(receiver, name, args, ask) ??
            (isNotOwn(receiver) || receiver.kind === 'made'
              ? applyToEach({ expression: of, frame, point }, name, args, ask)
              : null)),
      );
      if (applied.some((values) => values?.length))
        return distinct(
          applied.flatMap((values, index) => {
            const receiver = receivers[index]!;
            if (values?.length) return under(receiver.when, values);
            const callees = memberOrTaken(this.members, receiver, [], name);
            return callees.flatMap((callee) =>
              under(callee.when, this.apply(unguarded(callee), args, site)),
            );
          }),
        );
    }
    const { callsTexts } = point.scope.file.traits;
    const callees = ask({ expression: e.callee, frame, point });
    const other = callees.every(isNotOwn)
      ? (this.containers.given(nameOf(e.callee), args) ?? this.extended(e, bound, args, site))
      : null;
    if (other) return other;
    return distinct(
      callees.flatMap((callee) => {
        const called = callsTexts ? this.ofName(callee) : callee;
        return under(callee.when, this.apply(unguarded(called), args, site));
      }),
    );
  }

  /** What a function gives that is called on its first argument: `path.ToUrl()`; `null` where there is none of that name. */
  private extended(
    { callee }: Extract<Expression, { kind: 'call' }>,
    bound: Bound,
    args: readonly BoundArgument[],
    site: () => object,
  ): Value[] | null {
    if (callee.kind !== 'member') return null;
    const scope = this.program.extension(callee.name, bound.point.scope.file.language);
    if (!scope) return null;
    const receiver = { ...bound, expression: callee.of, name: null, spread: false };
    return this.returned(
      { kind: 'function', scope, self: null, outer: null },
      [receiver, ...args],
      site,
    );
  }

  /** The field that a method gives; `null` for any other method. */
  private accessed(receiver: Value, name: string): Value[] | null {
    const method = receiver.kind === 'instance' ? receiver.class.methods.get(name) : undefined;
    return method && givesField(method) ? this.members.memberOf(receiver, name) : null;
  }

  /** The function that a text names; else the value itself. */
  private ofName(value: Value): Value {
    const name = plainText(value);
    const named = (name !== null && this.program.functions.get(name)) || [];
    const [only, second] = named.filter((scope) => scope.class === null);
    return only && !second ? { kind: 'function', scope: only, self: null, outer: null } : value;
  }

  /** `require('module')`: a file of the tree, or a package. */
  private required([module]: readonly BoundArgument[], { point }: Bound): Value[] {
    const from = module && pathOf(this.ask.values(module)[0] ?? UNKNOWN);
    const target = from
      ? this.program.resolve(point.scope.file, { local: REQUIRED, from, name: null })
      : null;
    if (!target)
      return [
        {
          kind: 'foreign',
          path: from ? rootPath(from) : calledPath(rootPath('require')),
          maker: null,
        },
      ];
    return this.imports.whole(target);
  }

  private apply(callee: Value, args: readonly BoundArgument[], site: () => object): Value[] {
    if (callee.kind === 'function') return this.returned(callee, args, site);
    if (callee.kind === 'class') return this.made(callee, args, site);
    // some languages call properties: `url.path()` of what is a text already
    if (callee.kind === 'text' && args.length === 0) return [callee];
    if (callee.kind !== 'foreign') return [callee.kind === 'unknown' ? callee : UNKNOWN];
    return (
      applyFunction(callee.path, args, (bound) => this.ask.values(bound)) ?? [
        { kind: 'made', path: calledPath(callee.path), args, maker: callee.maker },
      ]
    );
  }

  /**
   * What a function gives back to a caller with these arguments.
   * @param site stands for the call, and is made only where the call is told from others
   */
  returned(
    { scope, self, outer }: FunctionValue,
    args: Frame['args'],
    site: () => object = () => scope,
  ): Value[] {
    if (scope.returns.length === 0) return [UNKNOWN];
    const frame = internFrame({ scope, args, self, outer });
    // another call may return otherwise
    const several = scope.returns.length > 1 ? decisionOf(site(), frame, false) : null;
    return distinct(
      scope.returns.flatMap(({ value, point }, index) =>
        under(
          several && wayOf(several, index),
          this.ask.values({ expression: value, frame, point }),
        ),
      ),
    );
  }

  /** What making something of a type gives. */
  made(type: Value, args: readonly BoundArgument[], site: () => object): Value[] {
    if (type.kind === 'class') return [{ kind: 'instance', class: type.class, args, site: site() }];
    if (type.kind !== 'foreign') return [UNKNOWN];
    const known =
      this.containers.given(lastName(type.path), args) ??
      applyNew(type.path, args, (bound) => this.ask.values(bound));
    return known ?? [{ kind: 'made', path: calledPath(type.path), args, maker: type.maker }];
  }
}

const nameOf = (callee: Expression): string =>
  callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';

/** Whether a value that is called is none of the tree. */
const isNotOwn = ({ kind }: Value): boolean => kind === 'unknown' || kind === 'foreign';

/** The path of a module; below a folder that is not known (`__DIR__ . '/config.php'`) it is one beside the file. */
function pathOf(value: Value): string | null {
  const [folder, rest, more] = value.kind === 'text' ? value.parts : [];
  const isBeside = typeof folder === 'object' && typeof rest === 'string' && rest.startsWith('/');
  return isBeside && more === undefined ? `.${rest}` : plainText(value);
}

/** `f.bind(object)`: the same function, on this object. */
function boundTo(
  receiver: Value,
  name: string,
  args: readonly BoundArgument[],
  ask: (bound: Bound) => Value[],
): Value[] | null {
  const [object, second] = args;
  if (name !== 'bind' || !object || object.spread || second) return null;
  // a function of a library has its object already
  if (receiver.kind === 'foreign') return [receiver];
  if (receiver.kind !== 'function') return null;
  return ask(object).map((self) => (self.kind === 'instance' ? { ...receiver, self } : receiver));
}
