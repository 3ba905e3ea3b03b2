// Matrices -> for a recorded call, where the row that it surely reaches says that its event filters stand.
import type { Call, Matrix, RowFacts, Server } from '../model/model.js';
import { groupByApi, type IndexedApi } from './api.js';
import { matchCall } from './match.js';

/** Answers what may be read of the body of a call: nothing where rows differ, or where no row says. */
export function findBodyFields(
  matrices: readonly Matrix[],
  standIns: readonly Server[] = [],
): (call: Omit<Call, 'locations'>) => RowFacts['body'] | null {
  let apis: readonly IndexedApi[] | undefined;
  return (call) => {
    apis ??= groupByApi(matrices, standIns);
    const { outcomes } = matchCall({ ...call, locations: [] }, apis);
    const candidates = outcomes.flatMap((o) => (o.kind === 'routed' ? o.candidates : []));
    const [first, ...others] = candidates.filter(({ certainty }) => certainty !== 'remote');
    const fields = first?.route.facts.body;
    return fields && others.length === 0 ? fields : null;
  };
}
