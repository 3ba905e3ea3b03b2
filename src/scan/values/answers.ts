// Questions about values -> their answers, each worked out once: by expression, by name in a scope, by member of a value.
import type { Expression } from '../ir.js';
import type { Point } from '../symbols/scope.js';
import { distinct } from './alternatives.js';
import { internValue } from './interning.js';
import { sameValues } from './same-values.js';
import { type AnswerKind, type Entry, Table } from './table.js';
import { type Bound, type Frame, UNKNOWN, type Value } from './value.js';

/** Questions stand in each other at most so deep: what is deeper is unknown. */
const MOST_DEPTH = 200;

/** What a scope has under a name. */
export interface Found {
  readonly values: Value[];
  /** The scope surely has the name: the scopes around it are not asked. */
  readonly sure: boolean;
}

const VALUES: AnswerKind<Value[]> = {
  nothing: [],
  same: sameValues,
  widened: (before, answer) => distinct([...before, ...answer, UNKNOWN]),
  settled: (answer) => (answer.length > 0 ? answer : [UNKNOWN]),
};

const MEMBERS: AnswerKind<Value[] | null> = {
  nothing: [],
  same: (a, b) => (a && b ? sameValues(a, b) : a === b),
  widened: (before, answer) => VALUES.widened(before ?? [], answer ?? []),
  settled: (answer) => answer && VALUES.settled(answer),
};

const FOUND: AnswerKind<Found | null> = {
  nothing: { values: [], sure: true },
  same: (a, b) => (a && b ? a.sure === b.sure && sameValues(a.values, b.values) : a === b),
  widened: (before, answer) => ({
    values: VALUES.widened(before?.values ?? [], answer?.values ?? []),
    sure: answer?.sure ?? false,
  }),
  settled: (answer) => answer,
};

/** The answer to a question about a piece of code, or a name, where it is looked at; and to the same question elsewhere. */
class Answer<T> implements Entry<T> {
  answer: T;
  done = false;
  open = false;
  low = 0;
  turn = -1;

  constructor(
    nothing: T,
    readonly point: Point,
    readonly next: Answer<T> | undefined,
  ) {
    this.answer = nothing;
  }
}

/** Remembers answers. */
export class Answers {
  private readonly table = new Table();
  private readonly expressions = new Map<Frame, Map<Expression, Answer<Value[]>>>();
  private readonly names = new Map<Frame, Map<string, Answer<Found | null>>>();
  private readonly members = new Map<Value, Map<string, Entry<Value[] | null>>>();

  /** What an expression is worth. */
  values({ expression, frame, point }: Bound, work: () => Value[]): Value[] {
    const inFrame = below(this.expressions, frame, () => new Map<Expression, never>());
    const entry = answerAt(inFrame, expression, point, VALUES);
    if (!entry.done && this.table.depth >= MOST_DEPTH) return [UNKNOWN];
    return this.table.solve(entry, VALUES, () => work().map(internValue));
  }

  /** What a scope has under a name. */
  found(name: string, frame: Frame, point: Point, work: () => Found | null): Found | null {
    const inFrame = below(this.names, frame, () => new Map<string, never>());
    return this.table.solve(answerAt(inFrame, name, point, FOUND), FOUND, () => {
      const found = work();
      return found && { ...found, values: found.values.map(internValue) };
    });
  }

  /** What a member of a value is worth. */
  member(value: Value, name: string, work: () => Value[] | null): Value[] | null {
    const byName = below(this.members, value, () => new Map<string, never>());
    const entry = below(byName, name, () => Table.entry(MEMBERS));
    return this.table.solve(entry, MEMBERS, () => work()?.map(internValue) ?? null);
  }

  /** Whether the question at hand leads back to itself. */
  isCircling(): boolean {
    return this.table.isCircling;
  }
}

function below<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** The answer for a point; a place is looked at from few of them. */
function answerAt<K, T>(
  answers: Map<K, Answer<T>>,
  key: K,
  point: Point,
  { nothing }: AnswerKind<T>,
): Answer<T> {
  const first = answers.get(key);
  for (let known = first; known; known = known.next) if (known.point === point) return known;
  const made = new Answer(nothing, point, first);
  answers.set(key, made);
  return made;
}
