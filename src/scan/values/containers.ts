// A key that a container is asked for + what the program puts into containers -> what the container gives.
import type { Expression } from '../ir.js';
import { oneOf, words } from '../name-tables.js';
import type { Program } from '../symbols/program.js';
import type { Point, Scope } from '../symbols/scope.js';
import { walkUses } from '../symbols/use-walk.js';
import { distinct, unguarded } from './alternatives.js';
import type { Ask } from './ask.js';
import { frameOf } from './frames.js';
import { internValue } from './interning.js';
import { plainText } from './texts.js';
import { type Bound, UNKNOWN, type Value } from './value.js';

/** Ask a container for what stands under a key. */
const asks = oneOf(words('app resolve make makeWith inject'));
/** Asks for what a function gives that it is given itself. */
const dependsOn = oneOf(words('Depends'));
/** Put something under a key. */
const puts = oneOf(words('singleton singletonIf bind bindIf scoped scopedIf instance'));
/** Mark a parameter that takes what stands under a key. */
const takes = oneOf(words('Inject'));

/** What an object says under `provide` is a key; what is there, one of these says. */
const PROVIDERS = words('useFactory useValue useClass');

/** Looks into containers. */
export class Containers {
  private entries: { readonly key: unknown; readonly value: Bound }[] | null = null;

  constructor(
    private readonly program: Program,
    private readonly ask: Pick<Ask, 'values' | 'returned'>,
  ) {}

  /** What a call by this name gives; `null` where it asks no container, or for a key that the program does not put there. */
  given(name: string, args: readonly Bound[]): Value[] | null {
    const [key] = args;
    if (!key) return null;
    if (dependsOn(name)) return this.madeBy(key);
    return asks(name) ? this.under(key) : null;
  }

  /** What a parameter takes by its marks; `null` where these name no key of the program. */
  injected(scope: Scope, parameter: string): Value[] | null {
    const { annotations = [] } = scope.parameters.get(parameter) ?? {};
    for (const one of annotations) {
      if (one.kind !== 'call' || one.callee.kind !== 'name' || !takes(one.callee.name)) continue;
      const [key] = one.args;
      const point = scope.outer ?? scope.class?.outer;
      if (key && point) return this.under(boundAt(key.value, point));
    }
    return null;
  }

  private under(bound: Bound): Value[] | null {
    const keys = this.keysOf(bound);
    this.entries ??= this.index();
    const found = this.entries.filter(({ key }) => keys.includes(key));
    const values = found.flatMap(({ value }) => this.madeBy(value));
    return values.length > 0 ? distinct(values) : null;
  }

  /** What a function gives, an object of a class, or the value itself. */
  private madeBy(bound: Bound): Value[] {
    return this.ask.values(bound).flatMap((value): Value[] => {
      if (value.kind === 'function') return this.ask.returned(value, null);
      if (value.kind === 'class') return [{ kind: 'instance', class: value.class, args: null }];
      return value.kind === 'unknown' ? [UNKNOWN] : [value];
    });
  }

  /** A text, a class, or whatever else stands for itself alone. */
  private keysOf(bound: Bound): unknown[] {
    return this.ask.values(bound).flatMap((value): unknown[] => {
      if (value.kind === 'class') return [value.class];
      const text = plainText(value);
      if (text !== null) return [text];
      return value.kind === 'made' || value.kind === 'foreign'
        ? [internValue(unguarded(value))]
        : [];
    });
  }

  private index() {
    const entries: { key: unknown; value: Bound }[] = [];
    const put = (key: Bound, value: Bound) => {
      for (const one of this.keysOf(key)) entries.push({ key: one, value });
    };
    for (const [name, sites] of this.program.sites)
      if (puts(name))
        for (const { expression, point } of sites) {
          const [key, value] = expression.args;
          if (key && value) put(boundAt(key.value, point), boundAt(value.value, point));
        }
    for (const { roots } of this.program.files.values())
      for (const { expression: root, point, use } of roots)
        walkUses(root, point, use, (one, at) => {
          if (one.kind !== 'object') return;
          const key = entryOf(one, 'provide');
          const value = key && PROVIDERS.map((name) => entryOf(one, name)).find((found) => found);
          if (key && value) put(boundAt(key, at), boundAt(value, at));
        });
    return entries;
  }
}

const boundAt = (expression: Expression, point: Point): Bound => ({
  expression,
  frame: frameOf(point.scope),
  point,
});

const entryOf = (
  object: Extract<Expression, { kind: 'object' }>,
  name: string,
): Expression | null =>
  object.entries.find(({ key }) => key?.kind === 'text' && key.text === name)?.value ?? null;
