// What matching needs of an API: its route table and all hosts that serve it.
import { mergeMatrices } from '../matrix/merge.js';
import type { Api, Matrix, Server } from '../model/model.js';
import { createRouteTable, type RouteTable } from './route-table.js';

/** An API with what is looked up in it. */
export interface IndexedApi extends Api {
  readonly table: RouteTable;
  /** Further servers that stand for its own. */
  readonly standIns: readonly Server[];
}

/** Whether a host is one of an API, or stands for one. */
export const serves = (api: IndexedApi, host: string | null): boolean =>
  [...api.servers, ...api.standIns].some((server) => server.host === host);

/** The tables of APIs that were indexed before. */
const tables = new WeakMap<Api, RouteTable>();

function tableOf(api: Api): RouteTable {
  const table = tables.get(api) ?? createRouteTable(api.routes);
  tables.set(api, table);
  return table;
}

/** Merges matrices by the API that they name, and indexes their routes; the same matrices are indexed once. */
export function groupByApi(
  matrices: readonly Matrix[],
  standIns: readonly Server[] = [],
): IndexedApi[] {
  return mergeMatrices(matrices).map((api) => ({
    ...api,
    table: tableOf(api),
    standIns,
  }));
}
