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

/** Merges matrices by the API that they name, and indexes their routes. */
export function groupByApi(
  matrices: readonly Matrix[],
  standIns: readonly Server[] = [],
): IndexedApi[] {
  return mergeMatrices(matrices).map((api) => ({
    ...api,
    table: createRouteTable(api.routes),
    standIns,
  }));
}
