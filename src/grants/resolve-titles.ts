// Grants spelled as the vendor's console shows them ("Read Call Log") -> grants by their names.
import type { Api, Grant } from '../model/model.js';

/**
 * A name that no API declares, and that is the title of one permission, stands for that; `written` keeps it.
 * A token has names only: what its scope spells otherwise is another permission.
 */
export function resolveTitles(grants: readonly Grant[], apis: readonly Api[]): Grant[] {
  return grants.map((grant) => {
    if (grant.confirmed) return grant;
    const declared = apis.flatMap((api) =>
      api.permissions.filter(({ scheme }) => scheme === (grant.scheme ?? api.defaultScheme)),
    );
    if (declared.some(({ name }) => name === grant.name)) return grant;
    const names = declared
      .filter(({ title, also }) => [title, ...also].some((t) => fold(t) === fold(grant.name)))
      .map((p) => p.name);
    const [name, second] = [...new Set(names)];
    return name === undefined || second !== undefined
      ? grant
      : { ...grant, name, written: grant.name };
  });
}

const fold = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase();
