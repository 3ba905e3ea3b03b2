// Reports -> SARIF 2.1.0, for GitHub code scanning and viewers: a run per app, suppressed findings marked as such.
import type { Location } from '../model/model.js';
import { type Report, SEVERITIES, saying, saysOf } from '../model/report.js';
import { printable } from '../text/printable.js';
import { placeText } from './layout.js';
import { type NumberedFinding, numberFindings } from './numbered-findings.js';
import { homeOf, placeInRepository, type RepositoryPlace, uriOf } from './place-in-repository.js';
import { defineReporter } from './reporter.js';
import { rulesFor } from './sarif-rules.js';

declare const PERMLINT_VERSION: string;

/** What GitHub takes: runs of a file, results of a run, bytes of a file (packed; here as written, to be sure). */
const LIMITS = { runs: 20, results: 25_000, bytes: 10_000_000 };

/** For code scanning. */
export const sarif = defineReporter({
  id: 'sarif',
  summary: 'for GitHub code scanning and editors: SARIF 2.1.0',
  render(reports) {
    const numbered = numberFindings(reports);
    const runs = reports.map((report, at) => ({ report, findings: numbered[at]! }));
    let most = Math.min(LIMITS.results, numbered.flat().length);
    for (;;) {
      const text = `${printable(JSON.stringify(toDocument(runs, most), null, 2))}\n`;
      const bytes = Buffer.byteLength(text);
      if (most === 0 || bytes <= LIMITS.bytes) return text;
      most = Math.floor((most * LIMITS.bytes * 0.95) / bytes);
    }
  },
});

/** The report of one app, and its findings. */
interface Run {
  readonly report: Report;
  readonly findings: readonly NumberedFinding[];
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

function toDocument(runs: readonly Run[], most: number) {
  const own = runs.length <= LIMITS.runs ? runs : runs.slice(0, LIMITS.runs - 1);
  const rest = runs.slice(own.length);
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      ...own.map((run) => toRun([run], categoryOf(run.report.app), most)),
      ...(rest.length > 0 ? [toRun(rest, 'permlint-others/', most)] : []),
    ],
  };
}

/** What stands before the last slash names the analysis, so that apps do not close the alerts of each other. */
const categoryOf = (app: string | null): string =>
  app === null ? 'permlint/' : `permlint/${uriOf(app)}/`;

function toRun(runs: readonly Run[], category: string, most: number) {
  const all = runs.flatMap(({ report, findings }) => findings.map((of) => ({ report, of })));
  const kept = new Set([...all].sort((a, b) => gravity(a.of) - gravity(b.of)).slice(0, most));
  const shown = all.filter((entry) => kept.has(entry));
  const ids = new Set(shown.map(({ of }) => of.finding.check));
  const rules = rulesFor(runs[0]!.report, ids);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    tool: {
      driver: {
        name: 'permlint',
        version: PERMLINT_VERSION,
        semanticVersion: PERMLINT_VERSION,
        rules,
      },
    },
    automationDetails: { id: category },
    originalUriBaseIds: { [ROOT]: { description: { text: 'the root of the repository' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [toInvocation(runs, all.length - shown.length)],
    results: shown.map(({ report, of }) => toResult(of, report, indexes)),
    properties: runs.length === 1 ? toFacts(runs[0]!.report) : { apps: runs.map(appFacts) },
  };
}

const ROOT = '%SRCROOT%';
const gravity = ({ finding, by }: NumberedFinding): number =>
  (by === null ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(finding.severity);

const appFacts = ({ report }: Run) => toFacts(report);

/** What a run says as a whole; the name of the app where there are several. */
const toFacts = ({ app, mode, verdict, counts, withheld }: Report) => ({
  ...(app !== null && { app }),
  mode,
  verdict,
  counts,
  withheld,
});

/** A run that lost some input did not succeed, whatever it found. */
function toInvocation(runs: readonly Run[], left: number) {
  const lost = runs.flatMap(({ report, findings }) =>
    findings
      .map(({ finding }) => finding)
      .filter(saying('input lost', report.checks))
      .map(({ message, location }) => ({
        level: 'error',
        message: { text: textOf(message) },
        locations: [locationOf(location, report)],
      })),
  );
  const cut = `${left} more ${left === 1 ? 'finding is' : 'findings are'} left out, the least grave; -f json has all`;
  return {
    executionSuccessful: runs.every(({ report: { lost, apis } }) => !lost && apis.length > 0),
    toolExecutionNotifications: [
      ...lost,
      ...(left > 0 ? [{ level: 'warning', message: { text: cut } }] : []),
    ],
  };
}

function toResult(
  { finding, by, mark }: NumberedFinding,
  report: Report,
  indexes: ReadonlyMap<string, number>,
) {
  const { check, severity, message, location, details = [], related, data } = finding;
  const { app, grants, checks } = report;
  const head = app === null ? '' : `${app}: `;
  const below = details.map(({ label, text }) => `\n${label}: ${text}`);
  const list = saysOf(finding, checks) === 'missing' ? grants?.list : null;
  const others = [
    ...related,
    ...(list ? [{ location: list, message: 'the list of what is granted' }] : []),
  ].flatMap((other) => {
    const place = placeInRepository(other.location, report);
    const text = textOf(other.message);
    return place && text ? [{ physicalLocation: physical(place), message: { text } }] : [];
  });
  const { api, scheme, permission, missing, route, call } = data;
  return {
    ruleId: check,
    ruleIndex: indexes.get(check) ?? -1,
    level: severity,
    message: { text: textOf(`${head}${message}${below.join('')}`) || check },
    locations: [locationOf(location, report)],
    ...(others.length > 0 && { relatedLocations: others.map((o, id) => ({ id: id + 1, ...o })) }),
    partialFingerprints: { primaryLocationLineHash: mark },
    ...(by && { suppressions: [toSuppression(by, report)] }),
    properties: { api, scheme, permission, missing, route, call },
  };
}

function toSuppression(by: NonNullable<NumberedFinding['by']>, report: Report) {
  const { kind, location, reason, until } = by;
  const why = [
    reason ?? (kind === 'baseline' ? 'known by the baseline' : ''),
    until && `until ${until}`,
  ];
  const justification = why.filter((part) => part).join(', ');
  const place = placeInRepository(location, report);
  return {
    kind: kind === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    ...(justification && { justification: textOf(justification) }),
    ...(place && { location: { physicalLocation: physical(place) } }),
  };
}

/** A place in the repository; for any other the one that says what the app holds, and its name. */
function locationOf(location: Location, report: Report) {
  const place = placeInRepository(location, report);
  if (place) return { physicalLocation: physical(place) };
  const named = { text: textOf(placeText(location)) || '-' };
  return { physicalLocation: physical(homeOf(report)), message: named };
}

const physical = ({ path, line, column }: RepositoryPlace) => ({
  artifactLocation: { uri: uriOf(path), uriBaseId: ROOT },
  region: { startLine: line, startColumn: column, endLine: line },
});

/** Text of a message: what SARIF would take for a link is none. */
const textOf = (text: string): string => printable(text).replaceAll('](', '] (');
