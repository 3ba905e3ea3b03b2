// A route + a call of it -> what the call demands: of the row, of each event filter, of the transport of the events.
import type {
  Call,
  EventRule,
  Requirement,
  Requirements,
  Route,
  Scheme,
  Target,
  Template,
} from '../model/model.js';
import { parseTarget, pathText } from '../paths/target.js';
import { accepts, compareTemplates } from '../paths/template.js';
import { hasUnknown, limitOf } from './evaluate.js';

/** What a demand looks at in a call. */
export type Subscription = Pick<Call, 'events' | 'transport'>;

/** One part of what a call demands besides its row; `name` is `null` where the call does not say it. */
export interface DemandPart {
  readonly kind: 'event' | 'transport';
  readonly name: string | null;
  demand(scheme: Scheme): Requirement;
}

const UNKNOWN: Requirement = { kind: 'unknown' };

/** What a call of the route demands of a scheme; unknown where the row, a filter or the transport says nothing of it. */
export function demandOf(route: Route, scheme: Scheme, call: Subscription): Requirement {
  const parts = demandParts(route, call).map((part) => part.demand(scheme));
  return allOf([rowDemand(route, scheme), ...parts]);
}

/** What the row itself requires; of a whole product that is no more than the limit of what one call needs. */
function rowDemand({ requires, facts }: Route, scheme: Scheme): Requirement {
  const requirement = requires.get(scheme) ?? UNKNOWN;
  const isLimit = facts.basis === 'prefix' && !hasUnknown(requirement);
  return isLimit ? { kind: 'unknown', atMost: requirement } : requirement;
}

/** The event filters of a call and their transport, as far as its route depends on them. */
export function demandParts({ facts }: Route, { events, transport }: Subscription): DemandPart[] {
  const { events: rules, transports } = facts;
  const parts: DemandPart[] = [];
  const add = (kind: DemandPart['kind'], name: string | null, requires?: Requirements) =>
    parts.push({ kind, name, demand: (scheme) => requires?.get(scheme) ?? UNKNOWN });
  if (rules && events === null)
    parts.push({ kind: 'event', name: null, demand: (scheme) => anyFilter(rules, scheme) });
  if (rules) {
    for (const filter of events ?? [])
      add('event', filterText(filter), ruleFor(filter, rules)?.requires);
  }
  if (transports && transport !== null) {
    const name = knownTransport(transport, transports.keys());
    add('transport', name ?? transport, transports.get(name ?? ''));
  }
  if (transports && transport === null)
    parts.push({ kind: 'transport', name: null, demand: (s) => common(transports, s) });
  return parts;
}

/** The same with every rule that a filter may fit, should an unknown part of it be what the rule says. */
export function openDemand(route: Route, scheme: Scheme, call: Subscription): Requirement {
  const targets = (call.events ?? []).map(parseTarget);
  const reached = (route.facts.events ?? []).filter(({ template }) =>
    targets.some((target) => typeof target !== 'string' && reach(template, target) === 'if'),
  );
  const further = reached.map(({ requires }) => requires.get(scheme) ?? UNKNOWN);
  return allOf([demandOf(route, scheme, call), ...further]);
}

/** All that some call of the route may demand of a scheme. */
export function possibleDemand(route: Route, scheme: Scheme): Requirement {
  const further = furtherRequirements(route).map(({ requires }) => requires.get(scheme) ?? UNKNOWN);
  return allOf([rowDemand(route, scheme), ...further]);
}

/** What a row requires besides its own requirement: for each event and each transport, by name. */
export function furtherRequirements({ facts }: Pick<Route, 'facts'>) {
  const transports = [...(facts.transports ?? [])];
  return [
    ...(facts.events ?? []).map(({ template, requires }) => ({
      kind: 'event' as const,
      name: template.path,
      requires,
    })),
    ...transports.map(([name, requires]) => ({ kind: 'transport' as const, name, requires })),
  ];
}

const allOf = (parts: readonly Requirement[]): Requirement =>
  parts.length === 1 ? parts[0]! : { kind: 'allOf', of: parts };

/** Of filters that are not known: what the listed ones require, and what nobody lists. */
function anyFilter(rules: readonly EventRule[], scheme: Scheme): Requirement {
  const all = rules.map(({ requires }) => requires.get(scheme) ?? UNKNOWN);
  return atMost([...all, UNLISTED]);
}

/** Nothing meets it: a filter that no row lists may require anything, so that no set of grants is surely enough. */
const UNLISTED: Requirement = { kind: 'anyOf', of: [] };

/** Not known, and at most all of these; without a limit where one of these has none. */
function atMost(all: readonly Requirement[]): Requirement {
  const limit: Requirement = { kind: 'allOf', of: all };
  return limitOf(limit) === null ? UNKNOWN : { kind: 'unknown', atMost: limit };
}

/** What all transports require alike, whichever it is; where they differ, at most what they name together. */
function common(transports: ReadonlyMap<string, Requirements>, scheme: Scheme): Requirement {
  const all = [...transports.values()].map((requires) => requires.get(scheme) ?? UNKNOWN);
  const [first = UNKNOWN, ...others] = all;
  const same = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === same) ? first : atMost(all);
}

/** The transport as the matrix spells it, whatever the case. */
export function knownTransport(name: string, known: Iterable<string>): string | undefined {
  const folded = name.toLowerCase();
  return [...known].find((other) => other.toLowerCase() === folded);
}

/** The most specific of the patterns that surely fit an event filter; none where two tie. */
export function ruleFor(filter: string, rules: readonly EventRule[]): EventRule | undefined {
  const target = parseTarget(filter);
  if (typeof target === 'string' || target.open) return undefined;
  const fitting = rules.filter(({ template }) => reach(template, target) === 'yes');
  const [best, second] = fitting.sort((a, b) => compareTemplates(a.template, b.template));
  const tied = best && second && compareTemplates(best.template, second.template) === 0;
  return tied ? undefined : best;
}

/** An event filter as outputs show it: without its query, `{}` where it cannot be read. */
export function filterText(filter: string): string {
  const target = parseTarget(filter);
  return typeof target === 'string' ? '{}' : pathText(target);
}

/** How a filter fits a pattern: surely, should an unknown part of it be what the pattern says, or not at all. */
function reach({ segments }: Template, target: Target): 'yes' | 'if' | 'no' {
  const rest = segments.at(-1)?.kind === 'rest';
  const fixed = rest ? segments.slice(0, -1) : segments;
  const { length } = target.segments;
  if (rest ? length < fixed.length : length !== fixed.length) return 'no';
  const fits = fixed.map((segment, index) => accepts(segment, target.segments[index]!));
  return fits.find((each) => each === 'no') ?? fits.find((each) => each === 'if') ?? 'yes';
}
