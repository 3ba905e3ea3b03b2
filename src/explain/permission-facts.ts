// A permission + a report -> granted or not and where that is said, which calls need it.
import { servingCandidates } from '../judge/serving.js';
import { type Api, COMMAND_LINE, type Permission } from '../model/model.js';
import type { Report } from '../model/report.js';
import { callText } from '../paths/target.js';
import { placeText } from '../reporters/layout.js';
import { demandOf } from '../requirements/demand.js';
import { namesIn } from '../requirements/evaluate.js';

/** A permission, declared or not. */
export type NamedPermission = Pick<Permission, 'name' | 'scheme'>;

/** Whether a permission is granted, and where that is said. */
export function grantedText(
  { name, scheme }: NamedPermission,
  api: Api,
  { grants, held }: Report,
): string {
  if (!grants) return 'not known: no grants are given';
  const own = grants.grants.find(
    (g) => g.name === name && (g.scheme ?? api.defaultScheme) === scheme,
  );
  if (own) {
    const { file, line } = own.location;
    const where = file === COMMAND_LINE ? 'on the command line' : `${file}:${line}`;
    return `yes, ${own.confirmed ? 'confirmed by a token' : 'declared'}, ${where}`;
  }
  const holdings = held.get(api.name)?.get(scheme);
  if (!holdings) return `not known: the grants name no ${scheme} permission`;
  const truth = holdings.get(name);
  if (truth === 'granted') return 'by inclusion';
  return truth === 'assumed' ? 'by inclusion, not verified' : 'no';
}

/** The calls that may need it, with their places. */
export function callsNeeding({ name, scheme }: NamedPermission, { matches }: Report) {
  return matches.flatMap(({ call, outcomes }) => {
    const needed = outcomes
      .flatMap(servingCandidates)
      .some(({ route }) => namesIn(demandOf(route, scheme, call)).has(name));
    const text = callText(call);
    return needed ? [{ place: placeText(call.locations[0]!), text }] : [];
  });
}
