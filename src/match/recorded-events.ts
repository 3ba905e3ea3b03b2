// The event filters and the transport of a recorded call -> the same without personal values.
import type { Call, EventRule, Route } from '../model/model.js';
import { parseTarget, pathText } from '../paths/target.js';
import { shapeOf } from '../paths/template.js';
import { knownTransport, ruleFor } from '../requirements/demand.js';

/**
 * Replaces each value of a filter that meets a parameter by `{}`; where no pattern fits, each segment that is no
 * literal of the patterns. A transport that no row names is not kept.
 * @param routes those that the call may reach
 */
export function concealEvents<T extends Pick<Call, 'events' | 'transport'>>(
  call: T,
  routes: readonly Route[],
): T {
  const rules = routes.flatMap(({ facts }) => facts.events ?? []);
  const names = routes.flatMap(({ facts }) => [...(facts.transports?.keys() ?? [])]);
  const events = call.events && [...new Set(call.events.map((filter) => conceal(filter, rules)))];
  const transport = call.transport === null ? undefined : knownTransport(call.transport, names);
  return { ...call, events: events?.sort() ?? null, transport: transport ?? null };
}

function conceal(filter: string, rules: readonly EventRule[]): string {
  const target = parseTarget(filter);
  if (typeof target === 'string') return '{}';
  const pattern = ruleFor(filter, rules)?.template.segments;
  const isLiteral = (segment: unknown) =>
    rules.some(({ template }) =>
      template.segments.some((part) => part.kind === 'literal' && part.text === segment),
    );
  const segments = target.segments.map((segment, index) => {
    const met = pattern?.[index];
    if (met && met.kind !== 'rest') return shapeOf(met);
    return isLiteral(segment) ? segment : [null];
  });
  return pathText({ ...target, segments });
}
