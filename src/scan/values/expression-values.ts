// An expression and where it stands -> what it may be worth: one case for each kind of expression.
import type { Expression } from '../ir.js';
import { behindName, bindingKey, rootOf } from '../symbols/binding-names.js';
import type { Program } from '../symbols/program.js';
import { pathText } from './access-path.js';
import { distinct, under, unguarded } from './alternatives.js';
import { joinedBy } from './append.js';
import { bindArguments } from './arguments.js';
import type { Ask } from './ask.js';
import type { CallValues } from './call-values.js';
import { choiceGuard, decisionOf } from './decisions.js';
import { internPair } from './interning.js';
import { itemsOf } from './items.js';
import { isExcluded } from './known-conditions.js';
import type { MemberLookup } from './member-lookup.js';
import { memberOrTaken } from './member-or-taken.js';
import { chainLists } from './models/lists.js';
import { stoodFor } from './standing.js';
import { joinValues, plainText, textValue } from './texts.js';
import { isThere } from './truth.js';
import { type Bound, UNKNOWN, type Value } from './value.js';

/** Works out expressions. */
export class ExpressionValues {
  constructor(
    private readonly program: Program,
    private readonly members: MemberLookup,
    private readonly calls: CallValues,
    private readonly ask: Pick<Ask, 'values' | 'named' | 'isCircling'>,
  ) {}

  /** What an expression may be worth. */
  of(bound: Bound): Value[] {
    const { expression: e, frame, point } = bound;
    const at = (expression: Expression): Bound => ({ expression, frame, point });
    switch (e.kind) {
      case 'text':
        return [textValue(e.text, [{ text: e.text, file: point.scope.file.file, at: e.at }])];
      case 'join': {
        const parts = e.parts.map((part) => this.ask.values(at(part)));
        const joined = () =>
          this.ask.isCircling() ? joinedBy(internPair(e, frame), parts) : joinValues(parts);
        return chainLists(parts) ?? joined();
      }
      case 'choice':
        return this.choose(e, at);
      case 'object':
        return [
          {
            kind: 'object',
            entries: e.entries.map(({ key, value }) => ({
              key: key && keyText(this.ask.values(at(key))),
              isSpread: key === null,
              value: at(value),
            })),
          },
        ];
      case 'list':
        return [{ kind: 'list', items: e.items.map(at) }];
      case 'lambda': {
        const scope = this.program.closures.get(e.function);
        return scope ? [{ kind: 'function', scope, self: frame.self, outer: frame }] : [UNKNOWN];
      }
      case 'self':
        return [frame.self ?? UNKNOWN];
      case 'name':
        return this.ask.named(e.name, frame, point);
      case 'member':
        return this.member(e, bound);
      case 'index':
        return this.index(e, bound);
      case 'call':
        return this.calls.called(e, bound);
      case 'new': {
        const args = bindArguments(e.args, bound);
        return distinct(
          this.ask.values(at(e.type)).flatMap((type) =>
            under(
              type.when,
              this.calls.made(unguarded(type), args, () => internPair(e, frame)),
            ),
          ),
        );
      }
      case 'unknown':
        return [stoodFor(e) ?? UNKNOWN];
    }
  }

  /** The alternatives up to the first one that is surely neither empty nor missing. */
  private choose(
    e: Extract<Expression, { kind: 'choice' }>,
    at: (expression: Expression) => Bound,
  ): Value[] {
    const { of, first, on } = e;
    const { frame, point } = at(e);
    const found: Value[] = [];
    for (const [index, part] of of.entries()) {
      const isLast = index === of.length - 1;
      const all = this.ask.values(at(part));
      const values = first && !isLast ? all.filter(({ kind }) => kind !== 'absent') : all;
      if (on && isExcluded(on[index] ?? [], frame, point, this.ask)) continue;
      const guard = choiceGuard(e, index, frame, point.order);
      if (guard !== false) found.push(...under(guard, values));
      if (first && all.length > 0 && all.every(isThere)) break;
    }
    return distinct(found);
  }

  private member(e: Extract<Expression, { kind: 'member' }>, { frame, point }: Bound): Value[] {
    const path = bindingKey(e);
    if (path !== null) {
      const root = rootOf(path);
      return this.ask.named(root, frame, point, behindName(path, root));
    }
    const of = this.ask.values({ expression: e.of, frame, point });
    return distinct(of.flatMap((value) => this.memberOrTaken(value, e.name)));
  }

  private index(e: Extract<Expression, { kind: 'index' }>, { frame, point }: Bound): Value[] {
    const of = this.ask.values({ expression: e.of, frame, point });
    const keys = this.ask.values({ expression: e.key, frame, point });
    const ask = (bound: Bound): Value[] => this.ask.values(bound);
    const decision = decisionOf(keyIdentity(e.key), frame, false);
    return distinct(
      of.flatMap((value) =>
        keys.flatMap((key) => {
          const name = plainText(key);
          if (name !== null) return under(key.when, this.memberOrTaken(value, name));
          return under(value.when, itemsOf(unguarded(value), ask, decision));
        }),
      ),
    );
  }

  /** A member, or what stands for it where the value has none of that name. */
  private memberOrTaken(value: Value, name: string): Value[] {
    return memberOrTaken(this.members, value, [], name);
  }
}

/** What is looked up by one variable in several tables is looked up by the same key. */
const keyIdentity = (key: Expression): object | string => (key.kind === 'name' ? key.name : key);

/** The name of an entry: a text, or a constant of a library. */
function keyText([only, second]: readonly Value[]): string | null {
  if (!only || second) return null;
  return only.kind === 'foreign' ? pathText(only.path) : plainText(only);
}
