// A report -> JSON, version 1: findings, calls with their routes, the required permissions, counts.
import { posix } from 'node:path';
import { callReference } from '../judge/describe.js';
import { servingCandidates } from '../judge/serving.js';
import type { Call, Location, Match, Outcome, Requirement, Route } from '../model/model.js';
import type { Finding, Report, SeenCalls } from '../model/report.js';
import { methodsText, pathText } from '../paths/target.js';
import { demandOf, demandParts, filterText } from '../requirements/demand.js';
import { alternatives } from '../requirements/evaluate.js';
import { printable } from '../text/printable.js';
import { newApps } from './new-app.js';
import { defineReporter } from './reporter.js';

/** The report for programs. Files are relative to the root of the repository (for `calls`, as they were named). */
export const json = defineReporter({
  id: 'json',
  summary: 'for programs: version 1, see schema/report.json',
  render(reports) {
    const shown = reports.map(showReport);
    const [first] = shown;
    const all = shown.length === 1 ? first : together(shown);
    return `${printable(JSON.stringify(all, null, 2))}\n`;
  },
});

type Shown = ReturnType<typeof showReport>;

function showReport(report: Report) {
  const place = (location: Location): Location =>
    report.mode === 'calls' ? location : fromRoot(location, report.folder);
  const app = report.app === null ? {} : { app: report.app };
  const defaultScheme = report.apis[0]?.defaultScheme ?? '';
  const links = newApps(report);
  return {
    version: 1,
    ...app,
    mode: report.mode,
    verdict: report.verdict,
    findings: report.findings.map((finding) => ({ ...app, ...showFinding(finding, place) })),
    ...(report.suppressed.length > 0 && {
      suppressed: report.suppressed.map(({ finding, by }) => ({
        ...app,
        finding: showFinding(finding, place),
        by: { ...by, location: place(by.location) },
      })),
    }),
    calls: report.matches
      .filter(({ outcomes }) => outcomes.length > 0)
      .map((match) => ({ ...app, ...showCall(match, place, report) })),
    ...(report.seenCalls && { seenCalls: showSeen(report.seenCalls, place, report) }),
    required: report.required.get(defaultScheme) ?? [],
    requiredByScheme: Object.fromEntries(report.required),
    ...(links.length > 0 && { newApp: links }),
    granted: report.grants?.grants.map((g) => ({ ...g, location: place(g.location) })) ?? null,
    withheld: report.withheld.map((withheld) => ({ ...app, ...withheld })),
    accounting: showAccounting(report, place),
    unjudgedSchemes: report.unjudgedSchemes,
    counts: report.counts,
    matrices: report.apis.flatMap((api) => api.files.map((m) => ({ api: api.name, ...m }))),
    inputs: report.inputs,
    evidence: report.discovery?.evidence.map((e) => ({ ...e, location: place(e.location) })),
    asides: report.asides?.map((aside) => ({ ...aside, location: place(aside.location) })),
  };
}

/** What the scan of code accounts for, and what it does not. */
const showAccounting = (
  { accounting, doubts }: Report,
  place: (location: Location) => Location,
) => ({
  ...accounting,
  doubts: doubts.map(({ kind, location, reason, language, matches }) => ({
    kind,
    location: place(location),
    reason,
    language,
    calls: matches.map(({ call, api }) => ({
      ...callReference(methodsText(call), call),
      api,
    })),
  })),
});

const showFinding = (
  { headline, details, hint, location, related, ...finding }: Finding,
  place: (location: Location) => Location,
) => ({
  ...finding,
  location: place(location),
  related: related.map((r) => ({ ...r, location: place(r.location) })),
  help: details?.find(({ label }) => label === 'fix')?.text,
});

/** Several apps: what is found and called in one list each, the rest per app. */
function together(reports: readonly Shown[]) {
  const keys = Object.keys(reports[0]?.counts ?? {}) as (keyof Shown['counts'])[];
  const sum = (key: keyof Shown['counts']) => reports.reduce((n, { counts }) => n + counts[key], 0);
  return {
    version: 1,
    mode: reports[0]?.mode,
    findings: reports.flatMap(({ findings }) => findings),
    ...(reports.some(({ suppressed }) => suppressed) && {
      suppressed: reports.flatMap(({ suppressed = [] }) => suppressed),
    }),
    calls: reports.flatMap(({ calls }) => calls),
    required: [...new Set(reports.flatMap(({ required }) => required))].sort(),
    withheld: reports.flatMap(({ withheld }) => withheld),
    counts: Object.fromEntries(keys.map((key) => [key, sum(key)])),
    apps: reports.map(
      ({ findings: _, calls: __, withheld: ___, version: ____, suppressed: _____, ...rest }) =>
        rest,
    ),
  };
}

const showSeen = (
  { planned, seen, maybeSeen, neverSeen }: SeenCalls,
  place: (location: Location) => Location,
  report: Report,
) => {
  const show = (matches: readonly Match[]) =>
    matches.map((match) => showCall(match, place, report));
  return {
    planned: planned.length,
    seen: seen.length,
    maybeSeen: show(maybeSeen),
    neverSeen: show(neverSeen),
  };
};

function showCall(
  { call, api, outcomes }: Match,
  place: (l: Location) => Location,
  report: Report,
) {
  const [outcome] = outcomes;
  const [candidate, second] = outcome ? servingCandidates(outcome) : [];
  const sole = outcomes.length === 1 && !second ? candidate : undefined;
  const scheme = report.apis.find(({ name }) => name === api)?.defaultScheme ?? '';
  const first = call.locations[0]!;
  return {
    method:
      call.methods.length === 1 ? call.methods[0] : call.methods.length === 0 ? '*' : call.methods,
    path: pathText(call),
    location: place(first),
    ...(call.locations.length > 1 && { locations: call.locations.map(place) }),
    source: call.source,
    count: call.count,
    ...(call.possible && { possible: true }),
    api,
    certainty: sole?.certainty === 'certain' ? 'certain' : 'possible',
    ...reasonOf(outcomes),
    outcome: outcomes.map(({ kind }) => kind).find((kind) => kind !== 'routed') ?? 'routed',
    route: sole ? showRoute(sole.route) : null,
    ...(sole
      ? showRequirements(sole.route, scheme, (s) => demandOf(sole.route, s, call))
      : { requires: null }),
    ...showSubscription(sole?.route, scheme, call),
    ...(!sole && {
      candidates: outcomes
        .flatMap(servingCandidates)
        .slice(0, 20)
        .map(({ route }) => showRoute(route)),
    }),
  };
}

/** Why a call cannot be judged; absent where it can. */
function reasonOf(outcomes: readonly Outcome[]): { reason?: string } {
  const [reason] = outcomes.flatMap((o) => (o.kind === 'unresolved' ? [o.reason] : []));
  return reason === undefined ? {} : { reason };
}

const showRoute = ({ method, path }: Route) => ({ method, path });

/** The event filters and the transport, each with what it needs; absent where neither plays a part. */
function showSubscription(route: Route | undefined, scheme: string, call: Call) {
  const parts = route
    ? demandParts(route, call).map(({ kind, name, demand }) => ({
        kind,
        name,
        ...showRequirements(route, scheme, demand),
      }))
    : (call.events ?? []).map((filter) => ({
        kind: 'event',
        name: filterText(filter),
        requires: null,
      }));
  const of = (wanted: string) =>
    parts.filter(({ kind }) => kind === wanted).map(({ kind: _, ...part }) => part);
  const [events, [transport]] = [of('event'), of('transport')];
  return {
    ...(events.length > 0 && { events }),
    ...(transport && { transport }),
  };
}

/** The default scheme as `requires`; all of them below `requiresByScheme` where the row speaks of others. */
function showRequirements(route: Route, scheme: string, demand: (scheme: string) => Requirement) {
  const show = (s: string) => alternatives(demand(s));
  const { requires, truncated, more, atMost } = show(scheme);
  const schemes = [...route.requires.keys()];
  return {
    requires,
    ...(truncated && { requiresTruncated: true }),
    ...(more && { requiresMore: true }),
    ...(atMost && { requiresAtMost: atMost }),
    ...(schemes.some((other) => other !== scheme) && {
      requiresByScheme: Object.fromEntries(schemes.map((s) => [s, show(s).requires])),
    }),
  };
}

function fromRoot(location: Location, folder: string): Location {
  if (location.file.startsWith('<') || folder === '') return location;
  return { ...location, file: posix.join(folder, location.file) };
}
