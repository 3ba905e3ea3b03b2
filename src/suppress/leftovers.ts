// The ignores and the baseline of a run + what they set aside -> findings on those that are over, unexplained or of no use.
import type { Check } from '../checks/check.js';
import { expiredIgnore } from '../checks/expired-ignore.js';
import { staleBaseline } from '../checks/stale-baseline.js';
import { unexplainedIgnore } from '../checks/unexplained-ignore.js';
import { unusedIgnore } from '../checks/unused-ignore.js';
import type { Location } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { type Ignore, identityOf } from './ignore.js';
import { type Accepted, type Divided, isOver } from './suppress.js';

/** What one app of a run accepts, and what came of it. */
export interface Settled {
  readonly app: string | null;
  readonly accepted: Accepted;
  readonly divided: Divided;
}

/**
 * The findings per app, in the order given. What several apps share is told with the first of them.
 * @param isLookedFor whether the run looks for what a check finds: an ignore of other checks is no leftover of it
 */
export function findLeftovers(
  all: readonly Settled[],
  isLookedFor: (check: string) => boolean,
): Finding[][] {
  const used = new Set(all.flatMap(({ divided }) => [...divided.used]));
  const prints = new Set(all.flatMap(({ divided }) => [...divided.prints]));
  const told = new Set<string>();
  const apps = new Set(all.map(({ app }) => app));
  const complete = all.every(({ accepted }) => accepted.complete);
  return all.map(({ app, accepted }, index) => {
    const { ignores, baseline, today } = accepted;
    const own = ignores.filter((ignore) => !told.has(identityOf(ignore)));
    for (const ignore of own) told.add(identityOf(ignore));
    const stale = (baseline?.entries ?? []).filter(
      (entry) =>
        !prints.has(entry.fingerprint) &&
        (entry.app === app || (index === 0 && !apps.has(entry.app))),
    );
    return [
      ...own.flatMap((ignore) =>
        judge(ignore, today, used, complete && ignore.checks.some(isLookedFor)),
      ),
      ...(complete ? stale : []).map(({ check, location }) =>
        found(
          staleBaseline,
          location,
          `the ${check} of this entry is no longer found; --write-baseline takes it away`,
          [
            '1 entry of the baseline is no longer found',
            '{n} entries of the baseline are no longer found',
          ],
        ),
      ),
    ];
  });
}

function judge(
  ignore: Ignore,
  today: string,
  used: ReadonlySet<string>,
  complete: boolean,
): Finding[] {
  const { checks, location, fault, reason, until, settles, about } = ignore;
  const what = settles
    ? `the statement that ${about.join(', ')} calls no API`
    : `the ignore of ${checks.join(', ')}`;
  if (fault !== null)
    return [found(unusedIgnore, location, `an ignore sets nothing aside: ${fault}`)];
  const isUsed = used.has(identityOf(ignore));
  if (isUsed && isOver(ignore, today)) {
    const why = reason === null ? '' : ` (${reason})`;
    return [found(expiredIgnore, location, `${what} ended on ${until}${why}`)];
  }
  if (!isUsed && complete)
    return [
      found(
        unusedIgnore,
        location,
        `${what} ${settles ? 'settles nothing' : 'sets nothing aside'}; remove it`,
      ),
    ];
  if (reason !== null) return [];
  return [found(unexplainedIgnore, location, `${what} has no reason: ignore[check] reason`)];
}

const found = (
  { id: check, severity }: Check,
  location: Location,
  message: string,
  headline?: readonly [one: string, many: string],
): Finding => ({
  check,
  severity,
  message,
  location,
  related: [],
  ...(headline && { headline: { one: headline[0], many: headline[1] } }),
  data: {},
});
