// Questions that may lead back to themselves -> one answer each, the least that fits all of them; remembered for good.

/** A question: its answer so far, and how far that can be trusted. */
export interface Entry<T> {
  answer: T;
  /** The answer is final. */
  done: boolean;
  /** It is being worked out. */
  open: boolean;
  /** Where it stands among the questions that are open; while it is none of them, the lowest that its answer depends on. */
  low: number;
  /** The turn in which it was last worked out; while it is open, the turn that began with it. */
  turn: number;
}

/** How answers of one kind begin, end and are compared. */
export interface AnswerKind<T> {
  /** Before anything is known. */
  readonly nothing: T;
  same(a: T, b: T): boolean;
  /** What stands for an answer that does not come to rest. */
  widened(before: T, answer: T): T;
  /** What an answer becomes that stays empty. */
  settled(answer: T): T;
}

/** So many turns a circle of questions is given before its answers are widened, and before it is left as it is. */
const WIDENING_TURN = 8;
const LAST_TURN = 24;
/** So many turns an empty answer may still be filled by the others on its circle. */
const EMPTY_TURNS = 2;

/**
 * Answers questions in the way of tabled logic programs: a question that is asked again while it is open gets its answer
 * so far, and the outermost question of such a circle asks again until no answer on the circle changes.
 */
export class Table {
  private readonly open: Entry<unknown>[] = [];
  /** What was worked out, but waits for an open question that it depends on. */
  private readonly waiting: {
    readonly entry: Entry<unknown>;
    readonly kind: AnswerKind<unknown>;
  }[] = [];
  /** The lowest open question that was looked at since the question at hand began. */
  private low = Number.POSITIVE_INFINITY;
  private turn = 0;
  private changes = 0;
  /** How many turns the circle at hand has taken. */
  private turns = 0;

  static entry<T>(kind: AnswerKind<T>): Entry<T> {
    return { answer: kind.nothing, done: false, open: false, low: 0, turn: -1 };
  }

  /** How many questions are open. */
  get depth(): number {
    return this.open.length;
  }

  /** Whether the question at hand is being asked again. */
  get isCircling(): boolean {
    return this.turns > 0;
  }

  solve<T>(entry: Entry<T>, kind: AnswerKind<T>, work: () => T): T {
    if (entry.done) return entry.answer;
    if (entry.open || this.isFresh(entry)) {
      this.low = Math.min(this.low, entry.low);
      return entry.answer;
    }
    const around = { low: this.low, turns: this.turns, waiting: this.waiting.length };
    const index = this.open.length;
    this.open.push(entry as Entry<unknown>);
    entry.open = true;
    try {
      this.workOut(entry, kind, work, index);
    } catch (error) {
      this.waiting.length = around.waiting;
      this.low = around.low;
      throw error;
    } finally {
      this.open.length = index;
      entry.open = false;
      this.turns = around.turns;
    }
    const { low } = this;
    this.low = Math.min(around.low, low < index ? low : Number.POSITIVE_INFINITY);
    if (low < index) {
      entry.low = low;
      this.waiting.push({ entry: entry as Entry<unknown>, kind: kind as AnswerKind<unknown> });
      return entry.answer;
    }
    this.finish(entry as Entry<unknown>, kind as AnswerKind<unknown>);
    // what the last turn did not ask has an answer of an earlier turn
    for (const waits of this.waiting.splice(around.waiting))
      if (waits.entry.turn >= entry.turn) this.finish(waits.entry, waits.kind);
    return entry.answer;
  }

  /** Works an answer out until none of those that it depends on changes, or until it depends on a question further out. */
  private workOut<T>(entry: Entry<T>, kind: AnswerKind<T>, work: () => T, index: number): void {
    const { turns } = this;
    for (let own = 0; own < LAST_TURN; own++) {
      this.turns = Math.max(turns, own);
      this.low = Number.POSITIVE_INFINITY;
      entry.low = index;
      entry.turn = ++this.turn;
      const { changes } = this;
      this.take(entry, kind, work());
      if (this.low !== index || changes === this.changes) return;
    }
  }

  /** Whether an answer was worked out in this turn of the question that it depends on. */
  private isFresh({ low, turn }: Entry<unknown>): boolean {
    return turn >= 0 && turn >= (this.open[low]?.turn ?? Number.POSITIVE_INFINITY);
  }

  private take<T>(entry: Entry<T>, kind: AnswerKind<T>, found: T): void {
    const settled = this.turns > EMPTY_TURNS ? kind.settled(found) : found;
    const isWidened = this.turns > WIDENING_TURN;
    const answer = isWidened ? kind.widened(entry.answer, settled) : settled;
    if (kind.same(entry.answer, answer)) return;
    entry.answer = answer;
    this.changes++;
  }

  private finish(entry: Entry<unknown>, kind: AnswerKind<unknown>): void {
    entry.answer = kind.settled(entry.answer);
    entry.done = true;
  }
}
