// A function -> where code gets it by a text or by a key that is worked out: `client[method]`, `send(:get)`, `[$this, 'get']`.
import type { Expression } from '../ir.js';
import type { ClassScope, Scope } from '../symbols/scope.js';
import type { Used } from '../symbols/uses.js';
import { plainText } from '../values/texts.js';
import type { Value } from '../values/value.js';
import { loops, RUNNERS, sendsName, takesName } from './library-functions.js';
import type { CallGraph } from './uses-of-functions.js';

/** A member by a key, and the keys that it may have; `null` where they are not known. */
interface Keyed {
  readonly used: Used;
  readonly keys: ReadonlySet<string> | null;
}

/** Finds functions that are not written as names. */
export class NamedByText {
  private computed: ReadonlyMap<ClassScope | string, readonly Keyed[]> | null = null;

  constructor(private readonly graph: CallGraph) {}

  /** The expressions that may be worth a function. */
  of(scope: Scope): Used[] {
    const { class: cls, outer, file } = scope;
    const isTop = outer !== null && outer.scope.function === null;
    const key = cls ?? (isTop ? file.file : null);
    const [name] = this.graph.evaluator.program.namesOf(scope);
    if (name === undefined) return [];
    const byKey = (key !== null && this.byKey().get(key)) || [];
    return [
      ...byKey.flatMap(({ used, keys }) => (keys === null || keys.has(name) ? [used] : [])),
      ...this.graph.references.ofText(name).flatMap((used) => this.byName(used, scope, name)),
    ];
  }

  /** A text that names the function, where something takes functions by name. */
  private byName(used: Used, scope: Scope, name: string): Used[] {
    const { use, point, expression } = used;
    // in a shell the name of a function is its value
    if (point.scope.file.traits.commands) return scope.file.traits.commands ? [used] : [];
    const { callsTexts } = point.scope.file.traits;
    if (use.kind === 'entry') {
      const [of, second] = use.of.kind === 'list' ? use.of.items : [];
      if (!callsTexts || !of || second !== expression) return [];
      const isMine = this.ask(of, used).some((value) => this.isMethodOf(value, name, scope));
      return isMine ? [{ expression: use.of, point, use: use.up }] : [];
    }
    if (use.kind !== 'argument' || use.site.expression.kind !== 'call') return [];
    const { callee } = use.site.expression;
    const taker = 'name' in callee ? callee.name : '';
    const takes = takesName(taker) || sendsName(taker);
    const calls = callsTexts && !scope.class && (loops(taker) || RUNNERS.has(taker));
    return takes || calls ? [used] : [];
  }

  private isMethodOf(value: Value, name: string, scope: Scope): boolean {
    if (value.kind !== 'instance' && value.kind !== 'class') return false;
    const found = this.graph.evaluator.memberOf(value, name) ?? [];
    return found.some((member) => member.kind === 'function' && member.scope === scope);
  }

  /** The members by a key that is worked out, by the class or the file that they are members of. */
  private byKey(): ReadonlyMap<ClassScope | string, readonly Keyed[]> {
    if (this.computed) return this.computed;
    const found = new Map<ClassScope | string, Keyed[]>();
    for (const used of this.graph.references.computed) {
      const { expression, use } = used;
      if (expression.kind !== 'index') continue;
      // most members by a key are data
      if (use.kind !== 'called' && expression.of.kind !== 'self') continue;
      const owners = this.ask(expression.of, used).flatMap((value): (ClassScope | string)[] => {
        if (value.kind === 'instance' || value.kind === 'class') return [value.class];
        return value.kind === 'file' ? [value.file] : [];
      });
      if (owners.length === 0) continue;
      const texts = this.ask(expression.key, used).map(plainText);
      const known = texts.flatMap((text) => text ?? []);
      const keys = known.length === texts.length ? new Set(known) : null;
      for (const owner of owners) found.set(owner, [...(found.get(owner) ?? []), { used, keys }]);
    }
    this.computed = found;
    return found;
  }

  private ask(expression: Expression, { point }: Used): readonly Value[] {
    return this.graph.ask(expression, point);
  }
}
