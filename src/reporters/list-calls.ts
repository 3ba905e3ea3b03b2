// A report of `permlint calls` -> each call, the route it reaches, what that requires; then what stayed unresolved.
import type { Match, Outcome, Route } from '../model.js';
import type { Report } from '../report.js';
import { alternatives } from '../requirement.js';
import { pathText } from '../target.js';
import { placeText, wrap } from './layout.js';
import type { RenderOptions } from './reporter.js';

/** Lists the calls of a report. */
export function renderCalls(report: Report, options: RenderOptions): string {
  const inScope = report.matches.filter(({ outcomes }) => outcomes.length > 0);
  const blocks = inScope.map((match) => renderMatch(match).join('\n'));
  const lost = report.findings.map(({ severity, check, message, location }) =>
    [`${severity}[${check}]: ${message}`, `  ${placeText(location)}`].join('\n'),
  );
  const { calls, outOfScope } = report.counts;
  const out = outOfScope > 0 ? `, and ${outOfScope} of other APIs` : '';
  const summary = wrap(`${calls} ${calls === 1 ? 'call' : 'calls'}${out}`, 80);
  return `${[...lost, ...blocks, ...(options.quiet ? [] : [summary.join('\n')])].join('\n\n')}\n`;
}

function renderMatch({ call, outcomes }: Match): string[] {
  const methods = call.methods.join('|') || 'ANY';
  const times = call.count > 1 ? `  ${call.count} times` : '';
  return [
    `${placeText(call.locations[0]!)}  ${methods} ${pathText(call)}${times}`,
    ...outcomes.flatMap((outcome) => renderOutcome(outcome, outcomes.length > 1)),
  ];
}

function renderOutcome(outcome: Outcome, several: boolean): string[] {
  const method = several ? `${outcome.method}: ` : '';
  if (!('candidates' in outcome)) {
    const near = outcome.near.map((n) => `      did you mean ${n.method} ${n.path} (${n.kind})`);
    const what = outcome.kind === 'unknown-route' ? 'fits no route' : 'the method is no route';
    return [`    ${method}${what}`, ...near];
  }
  const reason =
    outcome.kind === 'unresolved' ? [`    ${method}unresolved: ${outcome.reason}`] : [];
  const shown = outcome.candidates.filter(({ certainty }) => certainty !== 'remote').slice(0, 3);
  const more = outcome.candidates.length - shown.length;
  return [
    ...reason,
    ...shown.flatMap(({ route, certainty }) => [
      `    ${method}${certainty === 'certain' ? '' : 'maybe '}${route.method} ${route.path}`,
      `      needs ${needsText(route)}`,
    ]),
    ...(more > 0 && outcome.kind === 'unresolved' ? [`    or ${more} more`] : []),
  ];
}

/** What a route requires, in words, per scheme where it has several. */
export function needsText(route: Route): string {
  const several = route.requires.size > 1;
  return [...route.requires]
    .map(([scheme, requirement]) => {
      const { requires, truncated } = alternatives(requirement);
      const ways = requires?.map((names) => names.join(' and ') || 'nothing').join(', or ');
      return `${several ? `${scheme} ` : ''}${ways ?? 'something that is not known'}${truncated ? ', or more' : ''}`;
    })
    .join('; ');
}
