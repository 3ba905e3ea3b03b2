// The matrices of a run, grouped by API: its route table, its hosts, its base path.
import { DEFAULT_SCHEME, type Matrix, type Permission, type Server } from '../model.js';
import { createRouteTable, type RouteTable } from './route-table.js';

/** All that the matrices of one API say together. */
export interface Api {
  readonly name: string;
  /** In the order given: the later wins. */
  readonly matrices: readonly Matrix[];
  readonly table: RouteTable;
  /** Those of the matrices, in which the first has the base path of the routes. */
  readonly servers: readonly Server[];
  /** Further ones that stand for them. */
  readonly standIns: readonly Server[];
  readonly permissions: readonly Permission[];
  /** The scheme that a plain list of grants speaks of. */
  readonly defaultScheme: string;
}

/** Groups matrices by the API that they name. */
export function groupByApi(matrices: readonly Matrix[], standIns: readonly Server[] = []): Api[] {
  const names = [...new Set(matrices.map(({ api }) => api))];
  return names.map((name) => {
    const own = matrices.filter(({ api }) => api === name);
    return {
      name,
      matrices: own,
      table: createRouteTable(own.flatMap(({ routes }) => routes)),
      servers: own.flatMap(({ servers }) => servers),
      standIns,
      permissions: own.flatMap(({ permissions }) => permissions),
      defaultScheme: own[0]?.schemes[0] ?? DEFAULT_SCHEME,
    };
  });
}
