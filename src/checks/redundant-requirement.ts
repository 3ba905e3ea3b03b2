// Requirements of which a part changes nothing -> a note, with a shorter one that means the same.
import { aboutRow, inWords, routeReference } from '../judge/describe.js';
import type { Requirement, Route } from '../model/model.js';
import { furtherRequirements } from '../requirements/demand.js';
import { simplify, writeRequirement } from '../requirements/simplify.js';
import { defineCheck } from './check.js';

const MATRIX = (requirement: string) => ({
  matrix: `version: 1\napi: lab\npermissions: { A: A, B: B }\nroutes:\n  GET /a: ${requirement}\n`,
});

/** The same can be said in fewer words. */
export const redundantRequirement = defineCheck({
  id: 'redundant-requirement',
  severity: 'note',
  summary: 'A part of a requirement changes nothing',
  help: `A and (A or B) is A: whoever holds A needs no B, and B without A does not help. Perhaps something else was meant. The
requirement that is proposed means the same whatever is held, also where that is not known. Requirements of more than
64 parts are not looked at.`,
  examples: {
    fail: [MATRIX('[A, { anyOf: [A, B] }]'), MATRIX('[A, B, A]'), MATRIX('[A, [A, B]]')],
    pass: [MATRIX('[A, B]'), MATRIX('{ anyOf: [A, unknown] }')],
  },
  lint: ({ matrices }) =>
    matrices.flatMap(({ routes }) =>
      routes.flatMap((route) => [
        ...shorten(route, route.requires, ''),
        ...furtherRequirements(route).flatMap(({ kind, name, requires }) =>
          shorten(route, requires, `the ${kind} ${name} of `),
        ),
      ]),
    ),
});

function shorten(route: Route, requires: Route['requires'], of: string) {
  return [...requires].flatMap(([scheme, requirement]) => {
    const short = simplify(requirement);
    if (countParts(short) === countParts(requirement)) return [];
    const name = `${of}${inWords(routeReference(route))}`;
    const kind = requires.size > 1 ? `${scheme} requirement` : 'requirement';
    const suggestion = writeRequirement(short);
    return [
      {
        check: 'redundant-requirement',
        severity: 'note' as const,
        ...aboutRow(route, `a part of the ${kind} of ${name} changes nothing`),
        details: [{ label: 'fix' as const, text: `write ${suggestion}` }],
        data: { api: route.api, scheme, route: routeReference(route), suggestions: [suggestion] },
      },
    ];
  });
}

const countParts = (requirement: Requirement): number =>
  'of' in requirement ? requirement.of.reduce((sum, part) => sum + countParts(part), 1) : 1;
