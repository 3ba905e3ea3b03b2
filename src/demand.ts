// A route + a call of it -> what the call demands: the row's requirement and that of each event filter.
import type { Call, EventRule, Requirement, Route, Scheme, Target, Template } from './model.js';
import { parseTarget } from './target.js';
import { accepts, compareTemplates } from './template.js';

const UNKNOWN: Requirement = { kind: 'unknown' };

/** What a call of the route demands of a scheme; unknown where the row, or a filter, says nothing of it. */
export function demandOf(
  route: Route,
  scheme: Scheme,
  { events }: Pick<Call, 'events'>,
): Requirement {
  const own = route.requires.get(scheme) ?? UNKNOWN;
  const { events: rules } = route.facts;
  if (!rules) return own;
  const filters = events?.map((filter) => demandOfFilter(filter, rules, scheme)) ?? [UNKNOWN];
  return allOf([own, ...filters]);
}

/** The same with every rule that a filter may fit, should an unknown part of it be what the rule says. */
export function openDemand(route: Route, scheme: Scheme, call: Pick<Call, 'events'>): Requirement {
  const targets = (call.events ?? []).map(parseTarget);
  const reached = (route.facts.events ?? []).filter(({ template }) =>
    targets.some((target) => typeof target !== 'string' && reach(template, target) === 'if'),
  );
  const further = reached.map(({ requires }) => requires.get(scheme) ?? UNKNOWN);
  return allOf([demandOf(route, scheme, call), ...further]);
}

/** All that some call of the route may demand of a scheme. */
export function possibleDemand(route: Route, scheme: Scheme): Requirement {
  const own = route.requires.get(scheme) ?? UNKNOWN;
  const rules = route.facts.events ?? [];
  return allOf([own, ...rules.map(({ requires }) => requires.get(scheme) ?? UNKNOWN)]);
}

const allOf = (parts: readonly Requirement[]): Requirement =>
  parts.length === 1 ? parts[0]! : { kind: 'allOf', of: parts };

/** That of the most specific pattern that surely fits; unknown where none does. */
function demandOfFilter(filter: string, rules: readonly EventRule[], scheme: Scheme): Requirement {
  const target = parseTarget(filter);
  if (typeof target === 'string' || target.open) return UNKNOWN;
  const fitting = rules.filter(({ template }) => reach(template, target) === 'yes');
  const [best, second] = fitting.sort((a, b) => compareTemplates(a.template, b.template));
  if (best && second && compareTemplates(best.template, second.template) === 0) return UNKNOWN;
  return best?.requires.get(scheme) ?? UNKNOWN;
}

/** How a filter fits a pattern: surely, should an unknown part of it be what the pattern says, or not at all. */
function reach({ segments }: Template, target: Target): 'yes' | 'if' | 'no' {
  if (segments.length !== target.segments.length) return 'no';
  const fits = segments.map((segment, index) => accepts(segment, target.segments[index]!));
  return fits.find((each) => each === 'no') ?? fits.find((each) => each === 'if') ?? 'yes';
}
