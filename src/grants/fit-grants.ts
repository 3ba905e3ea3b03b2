// Grants + the APIs of the matrices -> the grants of permission types that an API has, and a finding for each other type.
import type { Api, Location, Scheme } from '../model/model.js';
import type { Finding, GrantSet, Loaded } from '../model/report.js';
import { show } from '../text/document.js';
import { unreadable } from '../text/files.js';
import { didYouMean } from '../text/suggest.js';

/** Grants of a scheme that no API has say nothing, so more may be held than is known without them. */
export function fitGrants(set: GrantSet, apis: readonly Api[]): Loaded<GrantSet> {
  const known = new Set(apis.flatMap((api) => api.schemes));
  const named = placesOf(set);
  const strange = [...named].filter(([scheme]) => !known.has(scheme));
  // without a matrix nothing is known of its schemes
  if (apis.length === 0 || strange.length === 0) return { value: set, findings: [] };
  const isKnown = (scheme: Scheme | null): boolean => scheme === null || known.has(scheme);
  const schemes = set.schemes.filter(isKnown);
  const { compared } = set;
  return {
    value: {
      ...set,
      grants: set.grants.filter(({ scheme }) => isKnown(scheme)),
      schemes: schemes.length > 0 ? schemes : [null],
      incomplete: true,
      ...(compared && { compared: compared.filter(({ scheme }) => isKnown(scheme)) }),
    },
    findings: strange.map(([scheme, place]) => describe(scheme, place, apis)),
  };
}

/** Every scheme that the grants name, and where. */
function placesOf(set: GrantSet): Map<Scheme, Location> {
  const { grants, compared = [], schemes, places, list } = set;
  const whole = list ?? { file: '<argument>', line: 1, column: 1 };
  const named = schemes.flatMap((scheme) => (scheme === null ? [] : [[scheme, whole] as const]));
  // reversed, because the last entry of a map wins and a message names the first place
  const held = [...grants, ...compared]
    .reverse()
    .flatMap(({ scheme, location }) => (scheme === null ? [] : [[scheme, location] as const]));
  return new Map([...named, ...held, ...(places ?? [])]);
}

function describe(scheme: Scheme, place: Location, apis: readonly Api[]): Finding {
  const known = apis.flatMap((api) => api.schemes);
  const types = apis.map(({ name, schemes }) => `${name} (${schemes.join(', ')})`).join(' or ');
  const message = `${show(scheme)} is not a permission type of ${types}${didYouMean(scheme, known)}`;
  return { ...unreadable(place, message), message };
}
