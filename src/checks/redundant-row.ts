// Rows that say what an earlier matrix already says of the same route -> a note.
import { aboutRow, inWords, routeReference } from '../judge/describe.js';
import type { Route, RowFacts, Scheme } from '../model/model.js';
import { furtherRequirements } from '../requirements/demand.js';
import { requirementKey, simplify } from '../requirements/simplify.js';
import { defineCheck } from './check.js';

const BASE = 'version: 1\napi: lab\npermissions: { A: A, B: B }\nroutes:\n  GET /a: [A, B]\n';
const OVER = (row: string) => ({
  matrix: `version: 1\nextends: base.yaml\nroutes:\n  GET /a: ${row}\n`,
  files: { 'base.yaml': BASE },
});

/** Without the row nothing would change. */
export const redundantRow = defineCheck({
  id: 'redundant-row',
  severity: 'note',
  summary: 'A row of a matrix says what the row that it wins over says already',
  help: `It changes nothing, and hides what the earlier matrix will say once that changes. A row kept by hand over a
generated one is no such row: somebody vouches for it. Neither is one that states anything more, as a newer checked.`,
  examples: {
    fail: [OVER('[B, A]')],
    pass: [OVER('A'), OVER('{ requires: [A, B], checked: 2026-11-20 }')],
  },
  lint: ({ matrices, apis }) => {
    const written = new Map(
      matrices.flatMap(({ routes }) => routes.map((route) => [route.location, route])),
    );
    return apis
      .flatMap(({ routes }) => routes.flatMap(chainOf))
      .flatMap(({ location, overrides }) => {
        const row = written.get(location);
        if (!row || !overrides || row.generated !== overrides.generated) return [];
        if (!saysNoMore(row, overrides)) return [];
        const name = inWords(routeReference(row));
        const { file, line } = overrides.location;
        const about = aboutRow(row, `${name} says what ${file}:${line} says already`);
        const related = [{ location: overrides.location, message: 'the row that it wins over' }];
        return [{ check: 'redundant-row', severity: 'note' as const, ...about, related }];
      });
  },
});

const chainOf = (route: Route): Route[] => [
  route,
  ...(route.overrides ? chainOf(route.overrides) : []),
];

function saysNoMore(row: Route, before: Route): boolean {
  const closed = [...row.closedOver].every(
    ([scheme, names]) =>
      !row.requires.has(scheme) ||
      [...names].every((name) => before.closedOver.get(scheme)?.has(name)),
  );
  const facts = Object.keys(row.facts) as (keyof RowFacts)[];
  return (
    closed &&
    areSaid(row.requires, before.requires) &&
    facts.every((fact) => factKey(row.facts, fact) === factKey(before.facts, fact))
  );
}

const areSaid = (said: Route['requires'], before: Route['requires']): boolean =>
  [...said].every(([scheme]) => meaning(said, scheme) === meaning(before, scheme));

const meaning = (requires: Route['requires'], scheme: Scheme): string | null => {
  const requirement = requires.get(scheme);
  return requirement ? requirementKey(simplify(requirement)) : null;
};

const factKey = (facts: RowFacts, fact: keyof RowFacts): string => {
  if (fact !== 'events' && fact !== 'transports') return JSON.stringify(facts[fact]);
  const parts = furtherRequirements({ facts: { [fact]: facts[fact] } });
  return JSON.stringify(parts.map(({ name, requires }) => [name, keysOf(requires)]).sort());
};

const keysOf = (requires: Route['requires']): string[] =>
  [...requires.keys()].map((scheme) => `${scheme} ${meaning(requires, scheme)}`).sort();
