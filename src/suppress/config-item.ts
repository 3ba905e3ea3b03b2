// An item of `ignore:` or `elsewhere:` in a config -> what is wrong with it, or an ignore.
import { posix } from 'node:path';
import type { ConfigElsewhere, ConfigIgnore } from '../config/read-config.js';
import type { Finding } from '../model/report.js';
import { isDay } from '../text/dates.js';
import { SETTLED_CHECKS } from './elsewhere.js';
import { faultOfChecks, type Ignore } from './ignore.js';
import { compilePathPattern, compileRoutePattern } from './pattern.js';

/**
 * What is wrong with an item, and at which key; `null` where it can be used, or the schema says what is wrong.
 * @param known the ids of all checks
 */
export function faultOfItem(
  { check, until, path, route }: Readonly<Record<string, unknown>>,
  known: readonly string[],
): { key: string; message: string } | null {
  return firstOf([
    ['check', typeof check === 'string' ? faultOfChecks([check], known) : null],
    ['until', faultOfDay(until)],
    ['path', faultOfPath(path)],
    [
      'route',
      typeof route === 'string' && /^[A-Za-z]+ \/\S*$/.test(route)
        ? faultIn(compileRoutePattern(route))
        : null,
    ],
  ]);
}

/** The same of an item of `elsewhere:`. */
export function faultOfElsewhere({
  paths,
  until,
}: Readonly<Record<string, unknown>>): ReturnType<typeof faultOfItem> {
  const faults = [paths]
    .flat()
    .map((path): [string, string | null] => ['paths', faultOfPath(path)]);
  return firstOf([...faults, ['until', faultOfDay(until)]]);
}

function firstOf(
  slips: readonly (readonly [key: string, message: string | null])[],
): { key: string; message: string } | null {
  const [slip] = slips.flatMap(([key, message]) => (message === null ? [] : [{ key, message }]));
  return slip ?? null;
}

const faultOfDay = (until: unknown): string | null =>
  typeof until === 'string' && /^\d{4}-\d\d-\d\d$/.test(until) && !isDay(until)
    ? `${until} is no day`
    : null;

const faultOfPath = (path: unknown): string | null =>
  typeof path === 'string' ? faultIn(compilePathPattern(path)) : null;

const faultIn = (compiled: object): string | null =>
  'fault' in compiled ? String(compiled.fault) : null;

/** Makes an ignore of an item without a fault; paths of it are taken from the folder of its config. */
export function toIgnore(item: ConfigIgnore): Ignore {
  const { check, permission, route, path, reason, until, location } = item;
  const isFile = path === null ? null : compilePathPattern(path);
  const isRoute = route === null ? null : compileRoutePattern(route);
  const folder = posix.dirname(location.file);
  const test: Ignore['concerns'] = (finding) =>
    (permission === null || permissionsOf(finding.data).includes(permission)) &&
    (typeof isFile !== 'function' || isFile(posix.relative(folder, finding.location.file))) &&
    (typeof isRoute !== 'function' ||
      [finding.data.route, finding.data.call].some(
        (about) => about && isRoute(about.method, about.path),
      ));
  const about = Object.entries({ permission, route, path }).flatMap(([key, value]) =>
    value === null ? [] : [`${key} ${value}`],
  );
  return {
    kind: 'config',
    location,
    checks: [check],
    about,
    reason,
    until,
    fault: null,
    concerns: test,
  };
}

/** Makes a statement that files call no API of an item without a fault. */
export function toElsewhere({ paths, reason, until, location }: ConfigElsewhere): Ignore {
  const tests = paths.map(compilePathPattern);
  const folder = posix.dirname(location.file);
  return {
    kind: 'config',
    location,
    checks: SETTLED_CHECKS,
    about: paths,
    reason,
    until,
    settles: true,
    fault: null,
    concerns: ({ location: { file } }) =>
      tests.some((test) => typeof test === 'function' && test(posix.relative(folder, file))),
  };
}

/** The permissions that a finding is about. */
const permissionsOf = ({ permission, missing }: Finding['data']): string[] =>
  permission === undefined ? (missing ?? []).flat() : [permission];
