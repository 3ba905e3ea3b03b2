// Calls whose needed permission is held only because another includes it -> a warning, or a note where that is verified.
import { aboutCall } from '../judge/describe.js';
import type { Judgement } from '../judge/judge-calls.js';
import type { JudgedFacts } from '../judge/judge-run.js';
import type { Finding } from '../model/report.js';
import { includedIn, knownNames, namesIn } from '../requirements/evaluate.js';
import { defineCheck } from './check.js';

const MATRIX = (verified: boolean) => `version: 1
api: lab
permissions:
  Read: Read
  Edit: { title: Edit, includes: [{ name: Read, verified: ${verified} }] }
routes:
  GET /things: Read
`;

/** What is needed is not granted itself. */
export const includedPermission = defineCheck({
  id: 'included-permission',
  severity: 'warning',
  impact: 'doubts',
  risk: 'availability',
  summary: 'A call needs a permission that is granted only because another one includes it',
  help: `The matrix says that the granted permission includes the one that is needed. Where nobody has verified that the
API honours this, the call may yet be refused: it is a warning, and permlint does not say fine. Where it is verified it
is a note. --no-inclusion makes every permission stand for itself alone.`,
  examples: {
    fail: [
      { matrix: MATRIX(false), calls: ['GET /things'], grants: 'Edit' },
      { matrix: MATRIX(true), calls: ['GET /things'], grants: 'Edit' },
    ],
    pass: [{ matrix: MATRIX(false), calls: ['GET /things'], grants: 'Edit,Read' }],
  },
  run: (facts) => (facts.inclusion ? facts.judgements.flatMap((j) => report(j, facts)) : []),
});

function report(judgement: Judgement, facts: JudgedFacts): Finding[] {
  const { match, outcome, scheme, truth, requirement, routes } = judgement;
  if (truth !== 'assumed' && truth !== 'granted') return [];
  const own = facts.granted.find((g) => g.api.name === match.api && g.scheme === scheme);
  if (!own) return [];
  const granted = new Set(own.grants.map(({ name }) => name));
  const needed = [...namesIn(requirement)];
  const known = knownNames(requirement);
  // a choice that some granted name meets as it stands needs no inclusion
  if (judgement.meets(granted)) return [];
  return needed.flatMap((name) => {
    if (granted.has(name)) return [];
    const verified = holderOf(name, granted, own.permissions, 'verified');
    const holder = verified ?? holderOf(name, granted, own.permissions, 'any');
    if (holder === undefined) return [];
    const doubt = verified ? '' : ' (not verified)';
    const what = `${name}, granted only by ${holder}, which includes it${doubt}`;
    const isKnown = known.has(name) && !match.call.possible;
    const [needs, need] = isKnown ? ['needs', 'need'] : ['may need', 'may need'];
    const about = aboutCall(match, outcome, routes, `${needs} ${what}`, `${need} ${what}`);
    const inclusion = { permission: name, includedIn: holder, verified: verified !== undefined };
    return [
      {
        check: 'included-permission',
        severity: verified ? 'note' : 'warning',
        ...about,
        ...(!verified && { details: [{ label: 'fix' as const, text: fixFor(name, facts) }] }),
        data: { ...about.data, scheme, ...inclusion },
      },
    ];
  });
}

const holderOf = (
  name: string,
  granted: ReadonlySet<string>,
  permissions: Parameters<typeof includedIn>[1],
  edges: 'verified' | 'any',
): string | undefined =>
  [...granted].sort().find((held) => includedIn(held, permissions, edges).has(name));

const fixFor = (name: string, { grants }: JudgedFacts): string =>
  `to be sure, grant ${name} itself${grants?.list ? `, ${grants.list.file}:${grants.list.line}` : ''}`;
