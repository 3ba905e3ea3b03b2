// A report of `permlint calls` -> each call, the route it reaches, what that requires; then what stayed unresolved.
import { sayDoubts } from '../judge/say-doubts.js';
import { servingCandidates } from '../judge/serving.js';
import type { Call, Match, Outcome, Requirement, Route } from '../model/model.js';
import type { Report, SeenCalls } from '../model/report.js';
import { callText } from '../paths/target.js';
import { demandOf } from '../requirements/demand.js';
import { alternatives } from '../requirements/evaluate.js';
import { inColumns, placeText, readText, wrap } from './layout.js';
import { listDoubts } from './list-doubts.js';
import type { RenderOptions } from './reporter.js';

/** Lists the calls of a report. */
export function renderCalls(report: Report, options: RenderOptions): string {
  const inScope = report.matches.filter(({ outcomes }) => outcomes.length > 0);
  const blocks = report.listsDoubts
    ? listDoubts(report)
    : inScope.map((match) => renderMatch(match).join('\n'));
  const lost = report.findings.map(({ severity, check, message, location }) =>
    [`${severity}[${check}]: ${message}`, `  ${placeText(location)}`].join('\n'),
  );
  const seen = report.seenCalls ? [renderSeen(report.seenCalls).join('\n')] : [];
  const { calls, outOfScope } = report.counts;
  const out = outOfScope > 0 ? `, and ${outOfScope} of other APIs` : '';
  const doubts = report.listsDoubts ? [] : sayDoubts(report.doubts);
  const more = doubts.length === 0 ? '' : `; ${doubts.join(', ')}: --unaccounted lists them`;
  const summary = wrap(`${calls} ${calls === 1 ? 'call' : 'calls'}${out}${more}`, 80);
  const closing = [summary.join('\n'), `read  ${readText(report)}`];
  return `${[...lost, ...blocks, ...seen, ...(options.quiet ? [] : closing)].join('\n\n')}\n`;
}

function renderSeen({ planned, seen, maybeSeen, neverSeen }: SeenCalls): string[] {
  const maybe = maybeSeen.length > 0 ? `, ${maybeSeen.length} may have been` : '';
  const calls = planned.length === 1 ? 'call' : 'calls';
  const head = `${seen.length} of ${planned.length} planned ${calls} seen in recordings${maybe}`;
  const list = (title: string, matches: readonly Match[]) =>
    matches.length === 0 ? [] : [`  ${title}`, ...inColumns(matches.map(placeAndText), '    ')];
  return [head, ...list('never seen', neverSeen), ...list('may have been seen', maybeSeen)];
}

const placeAndText = ({ call }: Match) => ({
  place: placeText(call.locations[0]!),
  text: callText(call),
});

function renderMatch({ call, outcomes }: Match): string[] {
  const times = call.count > 1 ? `  ${call.count} times` : '';
  return [
    `${placeText(call.locations[0]!)}  ${callText(call)}${times}`,
    ...outcomes.flatMap((outcome) => renderOutcome(outcome, call, outcomes.length > 1)),
  ];
}

function renderOutcome(outcome: Outcome, call: Call, several: boolean): string[] {
  const method = several ? `${outcome.method}: ` : '';
  if (!('candidates' in outcome)) {
    const near = outcome.near.map(
      (n) => `      did you mean ${n.method} ${n.path} (${n.differences.join(', ')})`,
    );
    const what = outcome.kind === 'unknown-route' ? 'fits no route' : 'the method is no route';
    return [`    ${method}${what}`, ...near];
  }
  const reason =
    outcome.kind === 'unresolved' ? [`    ${method}unresolved: ${outcome.reason}`] : [];
  // where nothing is known, each route is as good as any other
  const most = call.open && call.segments.length === 0 ? 0 : 3;
  const shown = servingCandidates(outcome).slice(0, most);
  const more = outcome.candidates.length - shown.length;
  return [
    ...reason,
    ...shown.flatMap(({ route, certainty }) => [
      `    ${method}${certainty === 'certain' ? '' : 'maybe '}${route.method} ${route.path}`,
      `      needs ${needsText(route, call)}`,
    ]),
    ...(more > 0 && outcome.kind === 'unresolved'
      ? [`    ${most === 0 ? `any of ${more} routes` : `or ${more} more`}`]
      : []),
  ];
}

/** What a call of a route needs, in words, per scheme where the row speaks of several. */
export function needsText(route: Route, call: Call): string {
  const schemes = [...route.requires.keys()];
  if (schemes.length === 0) return NOT_KNOWN;
  return schemes
    .map((scheme) => {
      const needs = requirementText(demandOf(route, scheme, call));
      return schemes.length > 1 ? `${scheme} ${needs}` : needs;
    })
    .join('; ');
}

const NOT_KNOWN = 'something that is not known';

const waysText = (ways: readonly (readonly string[])[]): string =>
  ways.map((names) => names.join(' and ') || 'nothing').join(', or ');

/** A requirement in words. */
export function requirementText(requirement: Requirement): string {
  const { requires, truncated, more, atMost } = alternatives(requirement);
  const ways = requires && waysText(requires);
  const open = atMost === null ? NOT_KNOWN : `at most ${waysText(atMost)}`;
  return `${ways ?? open}${truncated ? ', or more' : ''}${more ? `, and ${open}` : ''}`;
}
