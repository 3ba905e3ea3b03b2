// One outcome of a call against what is held of one scheme -> granted, missing, or cannot tell.
import type {
  Holdings,
  Match,
  Outcome,
  Requirement,
  Route,
  Scheme,
  Truth,
} from '../model/model.js';
import { demandOf } from '../requirements/demand.js';
import { evaluate, hold } from '../requirements/evaluate.js';
import type { Facts } from './facts.js';
import { isSure, servingCandidates } from './serving.js';

/** What can be said of one outcome. */
export interface Judgement {
  readonly match: Match;
  readonly outcome: Outcome;
  readonly scheme: Scheme;
  readonly held: Holdings;
  readonly truth: Truth;
  /** The routes that may serve the call; remote ones are left out. */
  readonly routes: readonly Route[];
  /** What the call needs, whichever of the routes serves it: any of their requirements. */
  readonly requirement: Requirement;
  /** One route, and no other, serves the call; one that no run need make, should it be made. */
  readonly certain: boolean;
  /** Whether these names, each standing for itself alone, meet whichever requirement applies. */
  meets(names: ReadonlySet<string>): boolean;
}

/** Judges every outcome of a run, once per scheme that the grants speak of. */
export function judgeAll(facts: Facts): Judgement[] {
  return facts.matches.flatMap((match) =>
    [...(facts.held.get(match.api ?? '') ?? [])].flatMap(([scheme, held]) =>
      match.outcomes.map((outcome) => judge(match, outcome, scheme, held)),
    ),
  );
}

function judge(match: Match, outcome: Outcome, scheme: Scheme, held: Holdings): Judgement {
  const serving = servingCandidates(outcome);
  const routes = serving.map(({ route }) => route);
  const requirements = routes.map((route) => demandOf(route, scheme, match.call));
  const requirement: Requirement =
    requirements.length === 1 ? requirements[0]! : { kind: 'anyOf', of: requirements };
  const certain = isSure(match, outcome);
  const truth = agree(requirements.map((r) => evaluate(r, held)));
  const meets = (names: ReadonlySet<string>): boolean => {
    const alone = hold(names, [], false);
    return requirements.every((r) => evaluate(r, alone) === 'granted');
  };
  return { match, outcome, scheme, held, truth, routes, requirement, certain, meets };
}

/** Routes that all say the same decide; where they differ nothing can be told. */
function agree(truths: readonly Truth[]): Truth {
  const [first, ...others] = truths;
  if (first === undefined) return 'unknown';
  if (others.every((truth) => truth === first)) return first;
  const met = truths.every((truth) => truth === 'granted' || truth === 'assumed');
  return met ? 'assumed' : 'unknown';
}
