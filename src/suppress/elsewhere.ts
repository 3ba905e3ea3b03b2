// What is judged + the files that are said to call no API -> what is left to judge, and what such a statement settles.
import { checks } from '../checks/index.js';
import type { Facts } from '../judge/facts.js';
import type { Location, Match } from '../model/model.js';
import { isUnknown } from '../paths/target.js';
import { type Ignore, identityOf } from './ignore.js';
import { isOver } from './suppress.js';

/** The checks of what can be settled by saying that a file makes no call. */
export const SETTLED_CHECKS: readonly string[] = checks
  .filter(({ elsewhere }) => elsewhere)
  .map(({ id }) => id);

/** What is judged, divided by what the config says of files. */
export interface Settled {
  readonly left: Facts;
  /** What is settled, and nothing else; `null` where nothing is. */
  readonly settled: Facts | null;
  /** The items that settle something, or would if their day were not over. */
  readonly used: ReadonlySet<string>;
  /** The item that settles what stands somewhere. */
  by(location: Location): Ignore | undefined;
}

/** Settles doubts and requests of which nothing is known; a call that was found stays, wherever it stands. */
export function settle(facts: Facts, ignores: readonly Ignore[], today: string): Settled {
  const items = ignores.filter(({ settles, fault }) => settles && fault === null);
  const used = new Set<string>();
  const by = (location: Location) => {
    const own = items.filter((item) => item.concerns({ location, data: {} }));
    for (const item of own) used.add(identityOf(item));
    return own.find((item) => !isOver(item, today));
  };
  const isSettled = (location: Location | undefined) => location && by(location) !== undefined;
  const doubts = facts.doubts.filter(({ location }) => isSettled(location));
  const matches = facts.matches.filter(
    (match) => isNowhere(match) && match.call.locations.every(isSettled),
  );
  const isNone = doubts.length + matches.length === 0;
  return {
    left: isNone
      ? facts
      : {
          ...facts,
          doubts: facts.doubts.filter((doubt) => !doubts.includes(doubt)),
          // it stays a call, of another API
          matches: facts.matches.map((match) =>
            matches.includes(match) ? { ...match, outcomes: [] } : match,
          ),
        },
    settled: isNone ? null : { ...facts, doubts, matches },
    used,
    by,
  };
}

/** Whether nothing is known of where a request in code goes, nor who takes it there. */
const isNowhere = ({ call, outcomes }: Match): boolean =>
  call.source === 'scan' &&
  call.trace != null &&
  !call.trace.comment &&
  !call.trace.ofClient &&
  call.host === null &&
  call.segments.every(isUnknown) &&
  outcomes.some(({ kind }) => kind === 'unresolved');
