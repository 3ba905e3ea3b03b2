// A route + a call of it -> what the call demands: the row's requirement and that of each event filter.
import type { Call, EventRule, Requirement, Route, Scheme } from './model.js';
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
  const fitting = rules.filter(
    ({ template: { segments } }) =>
      segments.length === target.segments.length &&
      segments.every((segment, index) => accepts(segment, target.segments[index]!) === 'yes'),
  );
  const [best] = fitting.sort((a, b) => compareTemplates(a.template, b.template));
  return best?.requires.get(scheme) ?? UNKNOWN;
}
