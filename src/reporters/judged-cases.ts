// A report -> what was judged, one case each: calls, grants, and what was found besides. One passes only if that is proven.
import { isSure, servingCandidates } from '../judge/serving.js';
import type { Grant, Location, Match, Outcome } from '../model/model.js';
import type { Finding, Report, Suppression } from '../model/report.js';
import { pathText } from '../paths/target.js';
import { demandOf } from '../requirements/demand.js';
import { knownNames } from '../requirements/evaluate.js';
import { needsText } from './list-calls.js';

/** A call, a grant or an input, and what came of it. */
export interface JudgedCase {
  readonly file: string;
  readonly name: string;
  /** The errors; none where it did not fail. */
  readonly failures: readonly Finding[];
  /** Why it is not known to be right; `null` where it failed or is right. */
  readonly skipped: string | null;
  /** What else was found. */
  readonly others: readonly Finding[];
}

/** Every case of a report; a finding stands in exactly one. */
export function judgeCases(report: Report): JudgedCase[] {
  const entries = [
    ...report.findings.map((finding) => ({ finding, by: null })),
    ...report.suppressed,
  ];
  const left = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry.finding.location);
    const there = left.get(key);
    if (there) there.push(entry);
    else left.set(key, [entry]);
  }
  const take = (places: readonly Location[], concerns: (finding: Finding) => boolean) =>
    places.map(keyOf).flatMap((key) => {
      const taken = left.get(key)?.filter(({ finding }) => concerns(finding)) ?? [];
      if (taken.length > 0)
        left.set(
          key,
          left.get(key)!.filter(({ finding }) => !concerns(finding)),
        );
      return taken;
    });
  const calls = report.matches.flatMap((match) =>
    match.outcomes.map((outcome) => {
      const { call } = match;
      const [method, path] = [outcome.method, pathText(call)];
      const found = take(
        call.locations,
        ({ data }) => data.call?.method === method && data.call.path === path,
      );
      const open = whyOpen(match, outcome, report);
      return toCase(call.locations[0]!.file, `${method} ${path}`, found, open);
    }),
  );
  const grants = (report.grants?.grants ?? []).map((grant) => {
    const { name, location } = grant;
    const found = take([location], ({ data }) => !data.call && data.permission === name);
    return toCase(location.file, `grant ${name}`, found, whyInDoubt(grant, report));
  });
  const rest = [...left.values()].flat().map((entry) => {
    const { check, message, location } = entry.finding;
    return toCase(location.file, `${check}: ${message}`, [entry], REPORTED);
  });
  return [...calls, ...grants, ...rest];
}

/** A finding, and what sets it aside. */
interface Entry {
  readonly finding: Finding;
  readonly by: Suppression | null;
}

const keyOf = ({ file, line, column }: Location): string => [file, line, column].join('\n');

const REPORTED = 'reported, and no failure';

function toCase(
  file: string,
  name: string,
  entries: readonly Entry[],
  reason: string | null,
): JudgedCase {
  const found = entries.filter(({ by }) => by === null).map(({ finding }) => finding);
  const failures = found.filter(({ severity }) => severity === 'error');
  const others = found.filter(({ severity }) => severity !== 'error');
  const [accepted] = entries.flatMap(({ by }) => by ?? []);
  const suppressed = accepted && `suppressed: ${reasonOf(accepted)}`;
  const skipped = failures.length > 0 ? null : (suppressed ?? reason);
  return { file, name, failures, skipped, others };
}

const reasonOf = ({ reason, kind, until }: Suppression): string =>
  `${reason ?? `by the ${kind}`}${until === null ? '' : `, until ${until}`}`;

/** Why a call is not known to be served; `null` where each scheme that is judged is met by one certain route. */
function whyOpen(match: Match, outcome: Outcome, report: Report): string | null {
  const { call } = match;
  if (outcome.kind === 'unresolved') return outcome.reason;
  if (outcome.kind !== 'routed') return 'it fits no route';
  const [candidate, second] = servingCandidates(outcome);
  if (!candidate || second || !isSure(match, outcome)) return 'it may reach more than one route';
  const { route } = candidate;
  if (!report.grants) return `needs ${needsText(route, call)}; what is granted is not known`;
  const truths = report.truths.get(outcome) ?? [];
  if (truths.length === 0) return 'the grants say nothing of it';
  if (truths.includes('missing') && call.possible)
    return 'it may never be made; if it is, it lacks a permission';
  if (truths.includes('missing')) return 'it lacks a permission, which is not reported';
  if (truths.includes('unknown')) return 'what it needs is not known';
  return truths.includes('assumed') ? 'granted by an unverified inclusion only' : null;
}

/** Why a grant is not known to be in use; `null` where a certain route of a call names it. */
function whyInDoubt({ name, scheme }: Grant, report: Report): string | null {
  const withheld = report.withheld.find(
    (one) => one.permission === name && (scheme === null || one.scheme === scheme),
  );
  if (withheld) return `maybe excess: ${withheld.reason}`;
  const names = report.matches.some(({ call, outcomes, api }) =>
    outcomes.some((outcome) => {
      const [first] = outcome.kind === 'routed' ? outcome.candidates : [];
      const usual = report.apis.find((one) => one.name === api)?.defaultScheme ?? '';
      return (
        first?.certainty === 'certain' &&
        knownNames(demandOf(first.route, scheme ?? usual, call)).has(name)
      );
    }),
  );
  return names ? null : 'no call that is certain names it';
}
