// Rows as a document has them -> rows that a matrix can hold together: each route once, and none that ties with another.
import { DUPLICATE_ROUTE } from '../../model/faults.js';
import type { Requirement, Scheme, Template } from '../../model/model.js';
import { parseTemplate, templateKey } from '../../paths/template.js';
import type { JsonPath } from '../../text/json-places.js';
import { withoutClashes } from '../clashes.js';
import type { FindingLog } from './finding-log.js';
import type { ImportedRow } from './importer.js';
import { requirementKey, UNKNOWN } from './requirement-tree.js';

/** A row whose place is known as a path of keys. */
export interface RowDraft extends Omit<ImportedRow, 'location'> {
  readonly place: JsonPath;
}

/** Of two rows for one route the first is kept, its need unknown where they disagree; each case is told. */
export function settleRows(drafts: readonly RowDraft[], log: FindingLog): RowDraft[] {
  const kept = new Map<string, RowDraft>();
  for (const draft of drafts) {
    const key = `${draft.method} ${templateKey(parseTemplate(draft.path) as Template)}`;
    const twin = kept.get(key);
    if (!twin) kept.set(key, draft);
    else {
      const same = requiresKey(draft.requires) === requiresKey(twin.requires);
      const outcome = same ? 'is left out' : 'and what they need differs, so it is unknown';
      const message = `${draft.method} ${draft.path} is the same route as ${twin.path}${same ? ' and' : ','} ${outcome}`;
      log.add('warning', DUPLICATE_ROUTE, message, draft.place);
      if (!same) kept.set(key, { ...twin, requires: unknownAlike(twin.requires) });
    }
  }
  const routes = [...kept.values()].map((draft, index) => ({
    draft,
    method: draft.method,
    template: parseTemplate(draft.path) as Template,
    // what the rows of a file have; here it only tells which of them is meant
    location: { file: '', line: index, column: 1 },
  }));
  const report = (check: string, _: string, { line }: { line: number }) => {
    const { method, path, place } = routes[line]!.draft;
    const message = `a path can fit ${method} ${path} and another row, and no rule says which, so it is left out`;
    log.add('warning', check, message, place);
  };
  return withoutClashes(routes, report).map(({ draft }) => draft);
}

/** The same text for rows that require the same. */
export const requiresKey = (requires: ReadonlyMap<Scheme, Requirement>): string =>
  JSON.stringify([...requires].map(([scheme, part]) => [scheme, requirementKey(part)]).sort());

const unknownAlike = (requires: ReadonlyMap<Scheme, Requirement>) =>
  new Map([...requires.keys()].map((scheme) => [scheme, UNKNOWN]));
