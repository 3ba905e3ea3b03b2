// Reports of the same calls on two matrices -> what the second breaks: calls, grants, judgements.
import type { CheckHelp, Finding, Impact as ImpactKind, Report } from '../model/report.js';

/** What changes for the calls and grants of an app. */
export interface Impact {
  /** Calls that lack a permission which they did not lack, or whose route is gone. */
  readonly breaks: readonly Finding[];
  /** Grants that were needed, and are not any more. */
  readonly excess: readonly Finding[];
  /** Calls that could be judged, and cannot any more, or only by an assumption. */
  readonly doubts: readonly Finding[];
  /** Permissions that the calls newly need, and those that they need no more. */
  readonly needed: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** Compares two reports; what both find is left out. */
export function findImpact(old: Report, now: Report): Impact {
  const checks = new Map(now.checks.map((check) => [check.id, check]));
  const known = new Set(old.findings.flatMap((finding) => keysOf(finding, old, checks)));
  const brought = now.findings.filter(
    (finding) => !known.has(keyOf(finding, finding.location, checks)),
  );
  const of = (impact: ImpactKind) =>
    brought.filter(({ check }) => checks.get(check)?.impact === impact);
  const [before, after] = [namesOf(old), namesOf(now)];
  return {
    breaks: of('breaks'),
    excess: of('excess'),
    doubts: of('doubts'),
    needed: {
      added: after.filter((name) => !before.includes(name)),
      removed: before.filter((name) => !after.includes(name)),
    },
  };
}

type Checks = ReadonlyMap<string, CheckHelp>;

/** A call may be grouped with others on one side alone, so each of its places stands for it. */
function keysOf(finding: Finding, { matches }: Report, checks: Checks): string[] {
  const match = matches.find(({ call }) => call.locations[0] === finding.location);
  return (match?.call.locations ?? [finding.location]).map((place) =>
    keyOf(finding, place, checks),
  );
}

function keyOf(
  { check, data }: Finding,
  { file, line, column }: Finding['location'],
  checks: Checks,
): string {
  const kind = checks.get(check)?.denies ?? check;
  const { scheme, permission, missing, call } = data;
  return JSON.stringify([kind, file, line, column, call?.method, scheme, permission ?? missing]);
}

/** The names needed; one side alone may know further schemes, so only the default one goes without its name. */
const namesOf = ({ required, apis }: Report): string[] =>
  [...required].flatMap(([scheme, names]) => {
    const isDefault = apis.some(({ defaultScheme }) => defaultScheme === scheme);
    return names.map((name) => (isDefault ? name : `${scheme} ${name}`));
  });
