// Windows of a text -> bodies: the signs that one answer gave, with the requests and statuses that stand around them.
import type { SignPattern } from './compile-forms.js';
import { findMarks, type PlacedMark } from './find-marks.js';
import { type Body, joinLoose } from './join-loose.js';
import { normalise } from './normalise.js';
import type { Sign } from './seen-refusal.js';
import { Surroundings } from './surroundings.js';
import type { Window } from './windows.js';

interface OpenObject {
  readonly id: number;
  /** The body whose outermost object with a sign of its own this is. */
  body: Body | null;
  /** How many bodies of inner objects had ended when this one began. */
  readonly inner: number;
}

const MAX_DEPTH = 10_000;
const MOST_WAITING = 5000;
/** Lines after which nothing joins a body any more. */
const REACH = 15;

/** Gathers bodies; the windows come in order. */
export class BodyGatherer {
  private readonly stack: OpenObject[] = [];
  private owner: OpenObject | null = null;
  /** Bodies in ended objects, that an object around them may take over. */
  private ended: Body[] = [];
  private waiting: Body[] = [];
  private readonly around = new Surroundings();
  private line = 0;
  private order = 0;
  private objects = 0;
  private tail = '';

  constructor(private readonly patterns: readonly SignPattern[]) {}

  /** Takes a window; gives the bodies that nothing can join any more. */
  *take({ line, text }: Window): Generator<{ body: Body; around: Surroundings }> {
    if (line !== this.line) this.closeAll();
    this.line = line;
    const plain = normalise(text);
    let depthBeyond = 0;
    for (const mark of findMarks(plain, this.patterns)) {
      this.order++;
      if (mark.kind === 'line') {
        this.endLine(plain, mark.at);
        depthBeyond = 0;
        if (this.isDue()) yield* this.release();
      } else if (mark.kind === 'open') {
        if (this.stack.length < MAX_DEPTH) this.open();
        else depthBeyond++;
      } else if (mark.kind === 'close') {
        if (depthBeyond > 0) depthBeyond--;
        else this.close();
      } else this.takeMark(mark);
    }
  }

  /** Gives the rest. */
  *end(): Generator<{ body: Body; around: Surroundings }> {
    this.closeAll();
    yield* this.release();
  }

  private takeMark(mark: PlacedMark): void {
    const place = { line: this.line, order: this.order, root: this.stack[0]?.id ?? 0 };
    if (mark.kind === 'status') this.around.addStatus(mark.status, place);
    else if (mark.kind === 'method') this.around.addMethod(mark.method, place);
    else if (mark.kind === 'target') this.around.addTarget(mark.target, mark.method, place);
    else if (mark.kind === 'code' || mark.kind === 'wording' || mark.kind === 'field')
      this.addSign(mark);
  }

  private addSign(sign: Sign): void {
    const object = this.stack.at(-1);
    if (!object) {
      this.waiting.push(this.newBody(sign, 0));
      return;
    }
    if (!this.owner) {
      this.owner = object;
      const inner = this.ended.splice(object.inner);
      const [first] = inner;
      object.body = first ?? this.newBody(null, object.id);
      for (const other of inner.slice(1)) absorb(object.body, other);
    }
    const body = this.owner.body!;
    body.signs.push({ sign, object: object.id });
    body.lastLine = this.line;
    body.lastOrder = this.order;
  }

  private newBody(sign: Sign | null, object: number): Body {
    return {
      signs: sign ? [{ sign, object }] : [],
      loose: object === 0,
      root: this.stack[0]?.id ?? 0,
      firstLine: this.line,
      lastLine: this.line,
      firstOrder: this.order,
      lastOrder: this.order,
    };
  }

  private open(): void {
    this.objects++;
    this.stack.push({ id: this.objects, body: null, inner: this.ended.length });
  }

  private close(): void {
    const object = this.stack.pop();
    if (object?.body) {
      this.ended.push(object.body);
      this.owner = null;
    }
    if (this.stack.length === 0 || this.ended.length > MOST_WAITING) {
      for (const body of this.ended) this.waiting.push(body);
      this.ended = [];
    }
  }

  private closeAll(): void {
    while (this.stack.length > 0) this.close();
  }

  /** A body may go on in the next line, as printed JSON does; one that was cut off does not. */
  private endLine(text: string, at: number): void {
    const before = text.slice(Math.max(0, at - 200), at).trimEnd();
    this.tail = before === '' ? this.tail : before.slice(-1);
    const next = text.slice(at + 1, at + 201).split('\n', 1)[0]!;
    this.line++;
    if (this.stack.length > 0 && !goesOn(this.tail, next)) this.closeAll();
  }

  private isDue(): boolean {
    if (this.waiting.length > MOST_WAITING) return true;
    const last = this.waiting.at(-1);
    return last !== undefined && this.stack.length === 0 && this.line - last.lastLine > REACH;
  }

  private *release(): Generator<{ body: Body; around: Surroundings }> {
    const bodies = joinLoose(this.waiting.sort((a, b) => a.firstOrder - b.firstOrder));
    this.waiting = [];
    for (const [index, body] of bodies.entries()) {
      this.around.between(bodies[index - 1] ?? null, bodies[index + 1] ?? null);
      yield { body, around: this.around };
    }
    this.around.forget(this.line, bodies.at(-1)?.lastOrder ?? 0);
  }
}

function absorb(body: Body, other: Body): void {
  for (const sign of other.signs) body.signs.push(sign);
  body.lastLine = other.lastLine;
  body.lastOrder = other.lastOrder;
}

function goesOn(tail: string, next: string): boolean {
  if (next.startsWith('{')) return false;
  if (/^\s*[}\]),]/.test(next)) return true;
  if (/^\s*$/.test(next)) return true;
  // what stands before each line of a log may stand before a lone bracket too
  if (/[\s|][}\]]+[,;)]*\s*$/.test(next) && !/["'{]/.test(next)) return true;
  return /[{[,:(]/.test(tail);
}
