// The reports of an app before and after a change -> what it needs newly and no longer, and which findings are new and gone.
import { requiredBy } from '../judge/required.js';
import { fingerprintOf } from '../model/fingerprint.js';
import type { Match, Scheme } from '../model/model.js';
import { type Finding, isGraver, type Report, SEVERITIES, saysOf } from '../model/report.js';

/** A permission that is needed on one side alone. */
export interface NeedChange {
  readonly scheme: Scheme;
  readonly permission: string;
  /** The calls of that side which need it. */
  readonly calls: readonly Match[];
  /** Whether the app holds it after the change; `null` where no grants are known. */
  readonly granted: boolean | null;
  /** Where the grants stand that it goes into or out of, as `permlint.yaml:4`; `null` where nothing says so. */
  readonly listed: string | null;
  /** It is granted after the change, and proven to be needed by no call. */
  readonly excess: boolean;
}

/** What a change does to one app. */
export interface AppChange {
  readonly app: string | null;
  readonly needed: readonly NeedChange[];
  readonly noLonger: readonly NeedChange[];
  readonly found: readonly Finding[];
  readonly mended: readonly Finding[];
  /** The new findings that leave open what the change needs. */
  readonly untold: readonly Finding[];
}

/** One side of a change; `null`: the app is not there. */
export type Side = Report | null;

/**
 * Compares.
 * @param renames old path -> new path: what only moved is the same
 */
export function compareRuns(
  before: Side,
  after: Side,
  renames: ReadonlyMap<string, string>,
): AppChange {
  const isJudged = judgedSchemes(after ?? before);
  const [old, now] = [needsOf(before, isJudged), needsOf(after, isJudged)];
  const earlier = moveAll(before?.findings ?? [], renames);
  const later = after?.findings ?? [];
  const { added: suppressed } = compareSuppressed(before, after, renames);
  const found = beyond(later, after, earlier, before, isAsGrave);
  return {
    app: (after ?? before)?.app ?? null,
    needed: changesOf(now, old, after),
    noLonger: changesOf(old, now, after),
    found,
    untold: found.filter((finding) => saysOf(finding, after?.checks ?? []) === 'cannot tell'),
    // what is set aside from now on is not mended, nor is what is only said to be milder
    mended: beyond(earlier, before, [...later, ...suppressed], after, () => true),
  };
}

/** The findings that are set aside on one side alone, by whatever. */
export function compareSuppressed(
  before: Side,
  after: Side,
  renames: ReadonlyMap<string, string>,
): { added: readonly Finding[]; removed: readonly Finding[] } {
  const suppressedOf = (report: Side) => (report?.suppressed ?? []).map(({ finding }) => finding);
  const [old, now] = [moveAll(suppressedOf(before), renames), suppressedOf(after)];
  return {
    added: beyond(now, after, old, before, () => true),
    removed: beyond(old, before, now, after, () => true),
  };
}

const moveAll = (findings: readonly Finding[], renames: ReadonlyMap<string, string>): Finding[] =>
  findings.map((finding) => {
    const { location } = finding;
    return {
      ...finding,
      location: { ...location, file: renames.get(location.file) ?? location.file },
    };
  });

/** Those that the grants speak of; where none are known, the one that the matrices speak of first. */
function judgedSchemes(report: Side): (scheme: Scheme) => boolean {
  const judged = new Set([...(report?.held.values() ?? [])].flatMap((held) => [...held.keys()]));
  const usual = new Set(report?.apis.map(({ defaultScheme }) => defaultScheme));
  return (scheme) => (report?.grants ? judged : usual).has(scheme);
}

/** Per scheme and permission, the calls that need it in every way to be met. */
function needsOf(report: Side, isJudged: (scheme: Scheme) => boolean): Map<string, Match[]> {
  const needs = new Map<string, Match[]>();
  for (const match of report?.matches ?? []) {
    for (const key of keysOf(match, isJudged)) {
      const known = needs.get(key);
      if (known) known.push(match);
      else needs.set(key, [match]);
    }
  }
  return needs;
}

const keysOf = (match: Match, isJudged: (scheme: Scheme) => boolean): string[] =>
  [...requiredBy(match)].flatMap(([scheme, names]) =>
    isJudged(scheme) ? [...names].map((name) => `${scheme}\t${name}`) : [],
  );

function changesOf(
  some: ReadonlyMap<string, Match[]>,
  others: ReadonlyMap<string, Match[]>,
  after: Side,
): NeedChange[] {
  return [...some]
    .filter(([key]) => !others.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, calls]) => {
      const [scheme = '', permission = ''] = key.split('\t');
      const excess = (after?.findings ?? []).find(
        (finding) =>
          saysOf(finding, after?.checks ?? []) === 'excess' &&
          finding.data.scheme === scheme &&
          finding.data.permission === permission,
      );
      const list = excess?.location ?? after?.grants?.list;
      return {
        scheme,
        permission,
        calls,
        excess: excess !== undefined,
        granted: isHeld(scheme, permission, after),
        listed: list && !list.file.startsWith('<') ? `${list.file}:${list.line}` : null,
      };
    });
}

function isHeld(scheme: Scheme, permission: string, after: Side): boolean | null {
  const judged = [...(after?.held.values() ?? [])].flatMap((schemes) => schemes.get(scheme) ?? []);
  if (!after?.grants || judged.length === 0) return null;
  return after.grants.grants.some(
    (grant) =>
      grant.name === permission && (grant.scheme ?? after.apis[0]?.defaultScheme) === scheme,
  );
}

/**
 * The findings of one side that the other has not, as often as it has them; those at other places first.
 * @param standsFor whether one of the other side may be the same, once their fingerprints are
 */
function beyond(
  some: readonly Finding[],
  of: Side,
  others: readonly Finding[],
  than: Side,
  standsFor: (other: Finding, finding: Finding) => boolean,
): Finding[] {
  if (!of) return [];
  const left = new Map<string, Finding[]>();
  for (const finding of others) {
    const print = fingerprintOf(finding, than ?? of);
    left.set(print, [...(left.get(print) ?? []), finding]);
  }
  const isNear = (finding: Finding) =>
    left.get(fingerprintOf(finding, of))?.some((other) => isSamePlace(finding, other)) ?? false;
  const known = new Set<Finding>();
  // the gravest choose first, and of these what did not move
  const inTurn = [...some].sort(
    (a, b) => rankOf(a) - rankOf(b) || Number(isNear(b)) - Number(isNear(a)),
  );
  for (const finding of inTurn) {
    const list = left.get(fingerprintOf(finding, of)) ?? [];
    const at = list.findIndex((other) => standsFor(other, finding));
    if (at === -1) continue;
    list.splice(at, 1);
    known.add(finding);
  }
  return some.filter((finding) => !known.has(finding));
}

const rankOf = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);

/** A warning that became an error is a new error. */
const isAsGrave = (other: Finding, finding: Finding): boolean =>
  !isGraver(finding.severity, other.severity);

const isSamePlace = (a: Finding, b: Finding): boolean =>
  a.location.file === b.location.file && a.message === b.message;
