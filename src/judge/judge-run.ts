// The facts of a run -> the same with all that is judged of them, once: what the checks, the verdict and reporters read.
import type { Match, Outcome, Truth } from '../model/model.js';
import type { Withheld } from '../model/report.js';
import { type Comparison, compareRecorded } from './compare-recorded.js';
import type { Facts } from './facts.js';
import { type GrantedOfScheme, grantedByScheme } from './grants-by-scheme.js';
import { type Judgement, judgeAll } from './judge-calls.js';
import { type RequiredNames, requiredNames } from './required.js';
import { type Excess, weighGrants } from './weigh-grants.js';
import { whyUnresolved } from './why-unresolved.js';

/** The facts of a run, judged. */
export interface JudgedFacts extends Facts {
  /** Every outcome of the matches, once per scheme that the grants speak of. */
  readonly judgements: readonly Judgement[];
  /** Why an outcome cannot be judged; absent for one that can. An outcome belongs to one match. */
  readonly unresolved: ReadonlyMap<Outcome, string>;
  /** The granted permissions of every API and scheme that the grants speak of. */
  readonly granted: readonly GrantedOfScheme[];
  /** The granted permissions that no call is seen to need: proven, and not. */
  readonly excess: readonly Excess[];
  readonly withheld: readonly Withheld[];
  /** How the planned calls compare with the recorded ones. */
  readonly compared: Comparison;
  /** The recorded calls that no other call of the run can be, where the code of a whole app is scanned. */
  readonly unseen: readonly Match[];
  /** The names that some call requires, whatever is granted. */
  readonly required: RequiredNames;
}

/** Judges all of a run. */
export function judgeRun(facts: Facts): JudgedFacts {
  const { matches, scanned, coverage, partial, lost } = facts;
  const compared = compareRecorded(matches);
  const whole = scanned && coverage === 'whole' && !partial && !lost;
  return {
    ...facts,
    ...weighGrants(facts),
    judgements: judgeAll(facts),
    unresolved: reasonsOf(facts),
    granted: grantedByScheme(facts),
    compared,
    unseen: whole ? compared.unplanned : [],
    required: requiredNames(facts),
  };
}

function reasonsOf(facts: Facts): Map<Outcome, string> {
  const reasons = new Map<Outcome, string>();
  for (const match of facts.matches)
    for (const outcome of match.outcomes) {
      const reason = whyUnresolved(match, outcome, facts);
      if (reason !== null) reasons.set(outcome, reason);
    }
  return reasons;
}

/** How well each outcome is met, one by one of the schemes that the grants speak of. */
export function truthsOf({ judgements }: JudgedFacts): Map<Outcome, Truth[]> {
  const truths = new Map<Outcome, Truth[]>();
  for (const { outcome, truth } of judgements)
    truths.set(outcome, [...(truths.get(outcome) ?? []), truth]);
  return truths;
}
