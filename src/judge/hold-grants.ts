// The APIs of a run + its grants -> what is held of each API and scheme, and the schemes that are left out.
import type { Api, Holdings, Scheme } from '../model/model.js';
import type { GrantSet } from '../model/report.js';
import { hold } from '../requirements/evaluate.js';
import type { Facts } from './facts.js';

/** What is held of each scheme that the grants speak of. */
export function holdAll(
  api: Api,
  apis: readonly Api[],
  grants: GrantSet | null,
  inclusion: boolean,
): Map<Scheme, Holdings> {
  const named = [...new Set(grants?.schemes.map((scheme) => scheme ?? api.defaultScheme))];
  // a scheme of another API alone says nothing of this one, unless nothing else does
  const own = named.filter((scheme) => !isElsewhere(scheme, api, apis));
  const schemes = own.some((scheme) => api.schemes.includes(scheme)) ? own : named;
  return new Map(
    schemes.map((scheme) => {
      const granted =
        grants?.grants.filter((g) => (g.scheme ?? api.defaultScheme) === scheme) ?? [];
      const permissions = api.permissions.filter((permission) => permission.scheme === scheme);
      return [
        scheme,
        hold(
          granted.map(({ name }) => name),
          permissions,
          inclusion,
        ),
      ];
    }),
  );
}

const isElsewhere = (scheme: Scheme, api: Api, apis: readonly Api[]): boolean =>
  !api.schemes.includes(scheme) && apis.some(({ schemes }) => schemes.includes(scheme));

/** The schemes of the matrices that the grants say nothing of; none in an audit. */
export const unjudgedSchemes = ({ apis, grants, held }: Facts): string[] =>
  grants === null
    ? []
    : [...new Set(apis.flatMap((api) => api.schemes.filter((s) => !held.get(api.name)?.has(s))))];
