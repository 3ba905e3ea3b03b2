// What a scope does to its names, in order -> for each name the points where what may hold of it changes.
import { parentOf } from './binding-names.js';
import type { Change, Definitions, FlowBody, FlowEvent, Reaching } from './scope.js';

/** Follows the names of a scope through its events. */
export function followFlow(events: readonly FlowEvent[]): Definitions {
  const flow = new Flow(membersByName(events));
  flow.run(events);
  return flow.definitions;
}

type Definition = Extract<FlowEvent, { kind: 'define' }>;

/** The members that are defined on their own (`a.b`), by the name that they are members of. */
function membersByName(events: readonly FlowEvent[]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  for (const { name } of definedIn(events)) {
    for (let of = parentOf(name); of !== null; of = parentOf(of))
      members.set(of, (members.get(of) ?? new Set()).add(name));
  }
  return members;
}

/** All definitions in events, those of bodies too. */
function* definedIn(events: readonly FlowEvent[]): Iterable<Definition> {
  for (const event of events)
    switch (event.kind) {
      case 'define':
        yield event;
        break;
      case 'branch':
        for (const body of event.bodies) yield* definedIn(body.events);
        break;
      case 'loop':
        yield* definedIn(event.body.events);
        break;
      case 'try':
        for (const body of [event.body, ...event.handlers]) yield* definedIn(body.events);
    }
}

/** One way through the code to a point, by what it changes behind the last point that all ways share; `dead` where it cannot be taken. */
interface Path {
  /** Which of the ways of the innermost branch it takes: the index of a body, or the number of bodies for the way around them. */
  readonly way: number;
  readonly changed: ReadonlyMap<string, Reaching>;
  readonly dead: boolean;
}

/** The name of a branch within its scope. */
export const branchKey = (id: number | string): string => `branch ${id}`;

/** Ways are told apart by the bits of a number. */
const MAX_WAYS = 31;
const bit = (index: number): number => (index < MAX_WAYS ? 1 << index : 0);

class Flow {
  readonly definitions = new Map<string, Change[]>();
  private readonly names = new Map<string, Reaching>();
  private dead = false;
  /** What each name was when the bodies around began that change it. */
  private readonly journals: Map<string, Reaching>[] = [];
  /** Names that are again what they were before a body that has ended. */
  private readonly restored = new Set<string>();
  /** The ways on which each branch around is left by `break`; a loop has `null`. */
  private readonly breaks: ({
    readonly ways: Path[];
    readonly depth: number;
    body: number;
  } | null)[] = [];

  constructor(private readonly members: ReadonlyMap<string, ReadonlySet<string>>) {}

  run(events: readonly FlowEvent[]): void {
    for (const event of events) this.event(event);
  }

  private event(event: FlowEvent): void {
    switch (event.kind) {
      case 'define': {
        const { binding } = event;
        this.each(event, (name) => this.set(name, binding, binding.point.order));
        return;
      }
      case 'leave': {
        const left = event.by === 'break' ? this.breaks.at(-1) : null;
        left?.ways.push(this.since(left.depth, left.body));
        this.dead = true;
        return;
      }
      case 'branch':
        this.branch(event);
        return;
      case 'loop': {
        this.breaks.push(null);
        // a turn of the loop may follow any other turn, and any turn may be left early
        const before = definedIn(event.body.events);
        const { entered, end } = this.body(event.body, before, null, 0, true);
        this.breaks.pop();
        this.join([entered, end], event.end, null);
        return;
      }
      case 'try': {
        const ends = [this.body(event.body).end];
        // the body may have been left anywhere
        for (const handler of event.handlers)
          ends.push(this.body(handler, definedIn(event.body.events)).end);
        this.join(ends, event.end, null);
      }
    }
  }

  private branch(event: Extract<FlowEvent, { kind: 'branch' }>): void {
    const { id, bodies, exhaustive, falls, end } = event;
    const around: Path = { changed: new Map(), dead: this.dead, way: bodies.length };
    const left = { ways: [] as Path[], depth: this.journals.length, body: 0 };
    const ends: Path[] = exhaustive && bodies.length > 0 ? [] : [around];
    if (falls) this.breaks.push(left);
    let last: Path = { ...around, dead: true };
    for (const [index, body] of bodies.entries()) {
      left.body = index;
      last = this.body(body, [], falls && !last.dead ? last : null, index).end;
      if (!falls) ends.push(last);
    }
    if (falls) this.breaks.pop();
    this.join(falls ? [...ends, ...left.ways, last] : ends, end, branchKey(id));
  }

  /**
   * Runs a body, and takes back what it changed.
   * @param before definitions that may have run when it begins
   * @param besides another way on which it may begin
   * @param isCarried these definitions ran in an earlier turn of the body
   */
  private body(
    { start, events }: FlowBody,
    before: Iterable<Definition> = [],
    besides: Path | null = null,
    way = 0,
    isCarried = false,
  ): { entered: Path; end: Path } {
    const { dead } = this;
    this.journals.push(new Map());
    this.tellRestored(start);
    for (const definition of before)
      this.each(definition, (name) =>
        this.set(name, this.or(name, definition.binding, isCarried), start),
      );
    for (const [name, reaching] of besides?.changed ?? [])
      this.set(name, this.or(name, reaching), start);
    const entered = this.since(this.journals.length - 1, way);
    this.run(events);
    const end = this.since(this.journals.length - 1, way);
    for (const [name, reaching] of this.journals.pop()!) {
      this.names.set(name, reaching);
      this.restored.add(name);
    }
    this.dead = dead;
    return { entered, end };
  }

  /**
   * Goes on from where several ways meet; those that nothing takes do not count, unless there is no other.
   * @param decision what decides which of them is taken
   */
  private join(ways: readonly Path[], order: number, decision: string | null): void {
    const alive = ways.filter(({ dead }) => !dead);
    const from = alive.length > 0 ? alive : ways;
    this.tellRestored(order);
    for (const name of new Set(from.flatMap(({ changed }) => [...changed.keys()]))) {
      const known = this.names.get(name) ?? null;
      const values = new Map<Reaching, number>();
      for (const { changed, way } of from) {
        const reaching = changed.has(name) ? changed.get(name)! : known;
        values.set(reaching, (values.get(reaching) ?? 0) | bit(way));
      }
      const [only] = values.keys();
      const joined = [...values].map(([reaching, taken]) => ({ reaching, taken }));
      const told = from.every(({ way }) => way < MAX_WAYS) ? decision : null;
      this.set(name, values.size === 1 ? only! : { ways: joined, decision: told }, order);
    }
    this.dead = alive.length === 0;
  }

  /** A name and the members of it that are defined on their own. */
  private each({ name }: Definition, take: (name: string) => void): void {
    take(name);
    for (const member of this.members.get(name) ?? []) take(member);
  }

  private or(name: string, reaching: Reaching, isCarried = false): Reaching {
    const known = { reaching: this.names.get(name) ?? null, taken: bit(0) };
    const other = { reaching, taken: bit(1), ...(isCarried && { isCarried: true as const }) };
    return { ways: [known, other], decision: null };
  }

  /** What was changed since the body of a depth began. */
  private since(depth: number, way: number): Path {
    const names = new Set(this.journals.slice(depth).flatMap((journal) => [...journal.keys()]));
    return {
      changed: new Map([...names].map((name) => [name, this.names.get(name) ?? null])),
      dead: this.dead,
      way,
    };
  }

  private set(name: string, reaching: Reaching, order: number): void {
    const journal = this.journals.at(-1);
    if (journal && !journal.has(name)) journal.set(name, this.names.get(name) ?? null);
    this.names.set(name, reaching);
    this.restored.delete(name);
    this.note(name, order);
  }

  private tellRestored(order: number): void {
    for (const name of this.restored) this.note(name, order);
    this.restored.clear();
  }

  /** Notes what a name is from here on. */
  private note(name: string, order: number): void {
    const reaching = this.names.get(name) ?? null;
    const changes = this.definitions.get(name);
    if (!changes) this.definitions.set(name, [{ order, reaching }]);
    else {
      if (changes.at(-1)!.order === order) changes.pop();
      changes.push({ order, reaching });
    }
  }
}
