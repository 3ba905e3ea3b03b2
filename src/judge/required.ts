// The facts of a run -> what its calls need, whatever is granted.
import type { Match, Requirement, Scheme } from '../model/model.js';
import { demandOf } from '../requirements/demand.js';
import { evaluate, hasUnknown, hold, limitOf, necessary } from '../requirements/evaluate.js';
import type { Facts } from './facts.js';
import { servingCandidates } from './serving.js';

/** Per scheme, the names common to all ways to meet the requirement of a call, whichever certain route serves it. */
export function requiredBy({ call, outcomes }: Match): Map<Scheme, Set<string>> {
  const names = new Map<Scheme, Set<string>>();
  for (const outcome of outcomes) {
    const [candidate] = servingCandidates(outcome);
    if (outcome.kind !== 'routed' || candidate?.certainty !== 'certain') continue;
    for (const scheme of candidate.route.requires.keys()) {
      const own = names.get(scheme) ?? new Set();
      for (const name of necessary(demandOf(candidate.route, scheme, call))) own.add(name);
      names.set(scheme, own);
    }
  }
  return names;
}

/** Names in their order, per scheme. */
export type RequiredNames = ReadonlyMap<Scheme, readonly string[]>;

/** The names that some call requires. */
export function requiredNames({ matches }: Pick<Facts, 'matches'>): RequiredNames {
  const names = new Map<Scheme, Set<string>>();
  for (const match of matches)
    for (const [scheme, own] of requiredBy(match)) {
      const known = names.get(scheme) ?? new Set();
      for (const name of own) known.add(name);
      names.set(scheme, known);
    }
  return new Map([...names].map(([scheme, set]) => [scheme, [...set].sort()]));
}

/** Whether what a call needs is not known, and the names that the calls require do not hold all that it may need. */
export function isOpen(demand: Requirement, scheme: Scheme, required: RequiredNames): boolean {
  if (!hasUnknown(demand)) return false;
  const names = [...(required.get(scheme) ?? []), ...necessary(demand)];
  return evaluate(demand, hold(names, [], false)) === 'unknown';
}

/** What an audit cannot name as required, in the default scheme of each API. */
export interface OpenNeeds {
  /** How many further names are needed by calls that may reach another route than the one found. */
  readonly possible: number;
  /** How many calls need one of several, and all those names do not meet them. */
  readonly choosing: number;
}

/** What is in every way to meet a requirement, and what its unknown parts may need besides. */
const namesAtMost = (demand: Requirement): string[] => [
  ...necessary(demand),
  ...necessary(limitOf(demand) ?? demand),
];

/** Looks at the calls that reach, or may reach, one route whose requirement is known, or has known limits. */
export function openNeeds(facts: Facts & { readonly required: RequiredNames }): OpenNeeds {
  const { required } = facts;
  const sole = facts.matches.flatMap(({ api: name, call, outcomes }) => {
    const api = facts.apis.find((each) => each.name === name);
    return outcomes.flatMap((outcome) => {
      const [candidate, second] = servingCandidates(outcome);
      if (!api || !candidate || second || outcome.kind !== 'routed') return [];
      const demand = demandOf(candidate.route, api.defaultScheme, call);
      return limitOf(demand) === null ? [] : [{ call, api, demand }];
    });
  });
  const possible = new Set<string>();
  for (const { api, demand } of sole)
    for (const name of namesAtMost(demand))
      if (!required.get(api.defaultScheme)?.includes(name)) possible.add(`${api.name} ${name}`);
  const choosing = sole.filter(({ api, demand }) => {
    const names = [...(required.get(api.defaultScheme) ?? []), ...necessary(demand)];
    const own = api.permissions.filter(({ scheme }) => scheme === api.defaultScheme);
    return evaluate(demand, hold(names, own)) === 'missing';
  });
  return { possible: possible.size, choosing: new Set(choosing.map(({ call }) => call)).size };
}
