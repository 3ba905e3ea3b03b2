// Matrices -> one Api per API that they name: the later wins, row by row.
import {
  type Api,
  DEFAULT_SCHEME,
  type Matrix,
  type Permission,
  type Route,
} from '../model/model.js';
import type { RefusalForms } from '../model/refusal.js';
import { templateKey } from '../paths/template.js';

/** Groups matrices by the API that they name, in the order given. */
export function mergeMatrices(matrices: readonly Matrix[]): Api[] {
  const names = [...new Set(matrices.map(({ api }) => api))];
  return names.map((name) => mergeOnce(matrices.filter(({ api }) => api === name)));
}

/** What the same matrices gave before: none of them changes, and each stage of a run and each of its apps asks. */
const merged = new WeakMap<Matrix, { readonly of: readonly Matrix[]; readonly api: Api }[]>();

function mergeOnce(matrices: readonly Matrix[]): Api {
  const [first] = matrices as [Matrix];
  const known = merged.get(first) ?? [];
  const same = known.find(
    ({ of }) =>
      of.length === matrices.length && of.every((matrix, index) => matrix === matrices[index]),
  );
  if (same) return same.api;
  const api = merge(matrices);
  merged.set(first, [...known, { of: matrices, api }]);
  return api;
}

function merge(matrices: readonly Matrix[]): Api {
  const [first] = matrices;
  const last = <T>(values: readonly (T | null)[]): T | null =>
    values.filter((value) => value !== null).at(-1) ?? null;
  const servers = matrices.flatMap((matrix) => matrix.servers);
  const schemes = [...new Set(matrices.flatMap((matrix) => matrix.schemes))];
  return {
    name: first?.api ?? '',
    title: first?.title ?? '',
    console: last(matrices.map((matrix) => matrix.console)),
    newApp: last(matrices.map((matrix) => matrix.newApp)),
    files: matrices.map(({ file, date, routes }) => ({ file, date, routes: routes.length })),
    servers: [
      ...new Map(servers.map((server) => [`${server.host}${server.basePath}`, server])).values(),
    ],
    prefixes: [...new Set(matrices.flatMap((matrix) => matrix.prefixes))],
    sdk: last(matrices.map((matrix) => matrix.sdk)),
    implied: [...new Set(matrices.flatMap((matrix) => matrix.implied))],
    tokenHeader: last(matrices.map((matrix) => matrix.tokenHeader)),
    legacy: new Map(matrices.flatMap((matrix) => [...matrix.legacy])),
    schemes,
    defaultScheme: schemes[0] ?? DEFAULT_SCHEME,
    permissions: mergePermissions(matrices.flatMap((matrix) => matrix.permissions)),
    routes: mergeRoutes(matrices.flatMap((matrix) => matrix.routes)),
    refusal: last(matrices.map((matrix) => matrix.refusal)),
    refusals: mergeForms(matrices.flatMap(({ refusals }) => refusals ?? [])),
  };
}

/** Everything that the matrices say of refusals; where two speak of one code, the later wins. */
const mergeForms = (forms: readonly RefusalForms[]): RefusalForms | null =>
  forms.length === 0
    ? null
    : {
        codes: new Map(forms.flatMap(({ codes }) => [...codes])),
        wordings: forms.flatMap(({ wordings }) => wordings),
        fields: forms.flatMap(({ fields }) => fields),
      };

/** A later declaration brings its title, and its inclusions if it has any. */
function mergePermissions(permissions: readonly Permission[]): Permission[] {
  const merged = new Map<string, Permission>();
  for (const permission of permissions) {
    const key = `${permission.scheme} ${permission.name}`;
    const includes =
      permission.includes.length > 0 ? permission.includes : merged.get(key)?.includes;
    merged.set(key, { ...permission, includes: includes ?? [] });
  }
  return [...merged.values()];
}

/** The winning row replaces the schemes that it speaks of and the facts that it states; the rest shows through. */
function mergeRoutes(routes: readonly Route[]): Route[] {
  const merged = new Map<string, Route>();
  for (const route of routes) {
    const key = `${route.method} ${templateKey(route.template)}`;
    const before = merged.get(key);
    if (!before) merged.set(key, route);
    else if (before.location !== route.location) {
      merged.set(key, {
        ...route,
        requires: new Map([...before.requires, ...route.requires]),
        closedOver: new Map([
          ...before.closedOver,
          ...[...route.closedOver].filter(([scheme]) => route.requires.has(scheme)),
        ]),
        facts: { ...before.facts, ...route.facts },
        category: route.category || before.category,
        generated: route.generated && before.generated,
        overrides: before,
      });
    }
  }
  return [...merged.values()];
}
