// An expression and where it stands -> what it may be worth. One evaluator for all languages; each question is worked out once.
import type { Program } from '../symbols/program.js';
import type { Binding, Point, Scope } from '../symbols/scope.js';
import { Answers } from './answers.js';
import type { Ask } from './ask.js';
import { BindingValues } from './binding-values.js';
import { CallValues } from './call-values.js';
import { Containers } from './containers.js';
import { ExpressionValues } from './expression-values.js';
import { ImportLookup } from './import-lookup.js';
import { MemberLookup } from './member-lookup.js';
import { NameLookup } from './name-lookup.js';
import { type Settings, settled } from './settings.js';
import type { Bound, Frame, FunctionValue, Value } from './value.js';

/** All that the rest of the scan asks: what expressions, and members of their values, may be worth. */
export interface Evaluator {
  readonly program: Program;
  /** What an expression may be worth; what is beyond the limits is unknown. */
  ask(bound: Bound): Value[];
  /** A member by name; `null` where a class has none. */
  memberOf(value: Value, name: string): Value[] | null;
}

/** What is known of the clients of an API before their code is seen. */
export interface KnownClients {
  /** Members of what is not known that are kept: chains of clients begin with them. */
  readonly roots: ReadonlySet<string>;
  /** The classes of packages, which files import as a whole; of packages by what their names begin with. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Settings that hold the URLs of servers, and the texts that stand for them. */
  readonly settings: Settings;
}

export const NO_CLIENTS: KnownClients = {
  roots: new Set(),
  classes: new Map(),
  settings: new Map(),
};

/**
 * @param remembers whether answers are kept from one question to the next; they are the same if not
 */
export function createEvaluator(
  program: Program,
  clients: KnownClients = NO_CLIENTS,
  remembers = true,
): Evaluator {
  const kept = new Evaluation(program, clients);
  const evaluation = () => (remembers ? kept : new Evaluation(program, clients));
  return {
    program,
    ask: (bound) => evaluation().values(bound),
    memberOf: (value, name) => evaluation().members.memberOf(value, name),
  };
}

/** Puts the parts together. */
class Evaluation implements Ask {
  readonly members: MemberLookup;
  private readonly answers = new Answers();
  private readonly containers: Containers;
  private readonly names: NameLookup;
  private readonly bindings: BindingValues;
  private readonly calls: CallValues;
  private readonly expressions: ExpressionValues;

  private readonly settings: Settings;

  constructor(program: Program, { roots, classes, settings }: KnownClients) {
    this.settings = settings;
    const imports = new ImportLookup(program, this, classes);
    this.bindings = new BindingValues(imports, this);
    this.members = new MemberLookup(program, imports, this, this.answers, roots);
    this.containers = new Containers(program, this);
    this.names = new NameLookup(program, imports, this.members, this, this.answers);
    this.calls = new CallValues(program, imports, this.members, this.containers, this);
    this.expressions = new ExpressionValues(program, this.members, this.calls, this);
  }

  values(bound: Bound): Value[] {
    const { kind } = bound.expression;
    // what says its value itself is not worth remembering
    if (kind === 'text' || kind === 'unknown' || kind === 'self') return this.expressions.of(bound);
    return this.answers.values(bound, () => this.worth(bound));
  }

  private worth(bound: Bound): Value[] {
    const values = this.expressions.of(bound);
    if (this.settings.size === 0) return values;
    return settled(values, this.settings, bound, (argument) => this.values(argument));
  }

  named(name: string, frame: Frame, point: Point, key: string | null = null): Value[] {
    return this.names.named(name, frame, point, key);
  }

  inScope(name: string, frame: Frame, point: Point): Value[] | null {
    return this.names.inScope(name, frame, point);
  }

  returned(called: FunctionValue, args: Frame['args']): Value[] {
    return this.calls.returned(called, args);
  }

  bound(binding: Binding, earlier: () => Value[], frame: Frame): Value[] {
    return this.bindings.of(binding, earlier, frame);
  }

  injected(scope: Scope, parameter: string): Value[] | null {
    return this.containers.injected(scope, parameter);
  }

  isCircling(): boolean {
    return this.answers.isCircling();
  }
}
