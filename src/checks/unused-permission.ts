// Permissions that are declared, and that no row, event or inclusion leads to -> a note each.
import type { Api, Permission } from '../model/model.js';
import { possibleDemand } from '../requirements/demand.js';
import { includedIn, namesIn } from '../requirements/evaluate.js';
import { defineCheck } from './check.js';

const MATRIX = (b: string) => ({
  matrix: `version: 1\napi: lab\npermissions:\n  A: A\n  B: ${b}\nroutes:\n  GET /a: A\n`,
});

/** A name that is never asked for. */
export const unusedPermission = defineCheck({
  id: 'unused-permission',
  severity: 'note',
  summary: 'A permission is declared that no row, event or inclusion names',
  help: `Most often a row is missing, or a name is left over from one that was deleted. The list of a vendor may have names
that are on no route on purpose: whoever holds one is told that no row names it, not that nobody knows the name. A
permission that includes a used one is used.`,
  examples: {
    fail: [MATRIX('B')],
    pass: [MATRIX('{ title: B, includes: [A] }')],
  },
  lint: ({ apis }) =>
    apis.flatMap((api) =>
      unusedOf(api).map(({ name, scheme, location }) => {
        const message = `${name} is declared, but no row, event or inclusion names it`;
        const many = '{n} permissions are declared, but no row, event or inclusion names them';
        return {
          check: 'unused-permission',
          severity: 'note' as const,
          message,
          headline: { one: message, many },
          location,
          related: [],
          data: { api: api.name, scheme, permission: name },
        };
      }),
    ),
});

function unusedOf(api: Api): Permission[] {
  return api.schemes.flatMap((scheme) => {
    const permissions = api.permissions.filter((permission) => permission.scheme === scheme);
    const named = new Set(
      api.routes.flatMap((route) => [...namesIn(possibleDemand(route, scheme))]),
    );
    const included = new Set(permissions.flatMap((p) => p.includes.map(({ name }) => name)));
    return permissions.filter(
      ({ name, includes }) =>
        !named.has(name) &&
        !included.has(name) &&
        !(
          includes.length > 0 && [...includedIn(name, permissions, 'any')].some((n) => named.has(n))
        ),
    );
  });
}
