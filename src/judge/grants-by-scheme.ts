// The grants of a run, one API and scheme at a time: what the checks on grants walk.
import type { Api, Grant, Permission, Scheme } from '../model/model.js';
import type { Facts } from './facts.js';

/** The granted permissions of one scheme of one API, those that it declares. */
export interface GrantedOfScheme {
  readonly api: Api;
  readonly scheme: Scheme;
  /** The permissions of the scheme that the API declares. */
  readonly permissions: readonly Permission[];
  readonly grants: readonly Grant[];
}

/** Every API and scheme that the grants speak of. */
export function grantedByScheme(facts: Facts): GrantedOfScheme[] {
  return facts.apis.flatMap((api) =>
    [...(facts.held.get(api.name)?.keys() ?? [])].map((scheme) => {
      const permissions = api.permissions.filter((permission) => permission.scheme === scheme);
      const names = new Set(permissions.map(({ name }) => name));
      const grants = (facts.grants?.grants ?? []).filter(
        (grant) => (grant.scheme ?? api.defaultScheme) === scheme && names.has(grant.name),
      );
      return { api, scheme, permissions, grants };
    }),
  );
}

/** Whether a further API declares the permission, so that what one includes says nothing of the other. */
export const isDeclaredElsewhere = (
  name: string,
  { api, scheme }: Pick<GrantedOfScheme, 'api' | 'scheme'>,
  { apis }: Facts,
): boolean =>
  apis.some(
    (other) =>
      other !== api && other.permissions.some((p) => p.scheme === scheme && p.name === name),
  );
