// The facts of a run and what was found -> counts, and the one sentence of a run.
import type { Grant, Match, Scheme } from '../model/model.js';
import {
  type CheckHelp,
  type Counts,
  type Finding,
  type Says,
  type SuppressedFinding,
  saying,
  type Verdict,
} from '../model/report.js';
import { demandOf } from '../requirements/demand.js';
import type { Judgement } from './judge-calls.js';
import type { JudgedFacts } from './judge-run.js';
import { isOpen, openNeeds } from './required.js';
import { sayDoubts } from './say-doubts.js';
import { servingCandidates } from './serving.js';
import { type Given, whyUnjudged } from './unjudged.js';

/** Whether nothing can be said of what a call needs: no route, more than one, or an unknown requirement. */
export function isUnjudged(match: Match, facts: JudgedFacts): boolean {
  return match.outcomes.some((outcome) => {
    if (outcome.kind !== 'routed' || facts.unresolved.has(outcome)) return true;
    if (facts.grants) return false;
    const scheme = facts.apis.find(({ name }) => name === match.api)?.defaultScheme ?? '';
    return servingCandidates(outcome).some((c) =>
      isOpen(demandOf(c.route, scheme, match.call), scheme, facts.required),
    );
  });
}

/** What came of the checks. */
export interface Found {
  readonly findings: readonly Finding[];
  /** Those of checks that are off. */
  readonly dropped: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** What the checks say of themselves. */
  readonly checks: readonly CheckHelp[];
}

/** Counts what a run saw. */
export function countAll(facts: JudgedFacts, { findings, suppressed, checks }: Found): Counts {
  const inScope = facts.matches.filter(({ outcomes }) => outcomes.length > 0);
  const unknown = facts.judgements.filter(({ truth }) => truth === 'unknown');
  const unjudged = new Set(unknown.map(({ match }) => match));
  for (const match of inScope) if (isUnjudged(match, facts)) unjudged.add(match);
  const permissions = (says: Says) => {
    const own = findings.filter(saying(says, checks)).filter(({ data }) => !data.possible);
    return new Set(own.map(({ data }) => [data.scheme, data.permission ?? data.missing].join(' ')));
  };
  const severity = (name: string) => findings.filter((finding) => finding.severity === name).length;
  return {
    calls: inScope.length,
    outOfScope: facts.matches.length - inScope.length,
    missing: permissions('missing').size,
    excess: permissions('excess').size,
    cannotTell: unjudged.size,
    needed: [...facts.required].flatMap(([scheme, names]) => (isLeft(scheme, facts) ? [] : names))
      .length,
    granted: new Set(facts.grants?.grants.map(({ scheme, name }) => `${scheme} ${name}`)).size,
    error: severity('error'),
    warning: severity('warning'),
    note: severity('note'),
    suppressed: suppressed.length,
  };
}

/** Whether the grants say nothing of a scheme, so that it is not judged; an audit counts the default one. */
const isLeft = (scheme: Scheme, { apis, grants, held }: JudgedFacts): boolean =>
  grants === null
    ? apis.every(({ defaultScheme }) => defaultScheme !== scheme)
    : ![...held.values()].some((schemes) => schemes.has(scheme));

/** Whether something was found that says this, and is not among the findings. */
const isUnsaid = (says: Says, { dropped, suppressed, checks }: Found): boolean =>
  [...dropped, ...suppressed.map(({ finding }) => finding)].some(saying(says, checks));

/** Says in one sentence how the run ended. `fine` stands only where no doubt is left. */
export function sayVerdict(
  facts: JudgedFacts,
  counts: Counts,
  found: Found,
  given: Pick<Given, 'app' | 'inputs' | 'discovery'>,
): Verdict {
  const doubts = doubtsOf(facts, counts, found);
  const unjudged = whyUnjudged({ ...facts, ...given, counts });
  if (unjudged !== null) return { kind: 'unjudged', sentence: `not judged: ${unjudged}`, doubts };
  const beside = (sentence: string) => [sentence, ...sayDoubts(facts.doubts)].join('; ');
  if (!facts.grants) return { kind: 'audit', sentence: beside(sayAudit(facts, counts)), doubts };
  if (counts.missing + counts.excess > 0)
    return { kind: 'findings', sentence: beside(sayFindings(counts, facts.grants, found)), doubts };
  if (doubts.length === 0) return { kind: 'fine', sentence: sayFine(facts, counts), doubts };
  const sentence = [...claims(facts, found), ...doubts].join('; ');
  const isAccepted = doubts.length === acceptedInWords(found).length;
  return { kind: 'open', sentence: isAccepted ? sentence : `cannot tell: ${sentence}`, doubts };
}

/** What may be claimed where neither was found: neither may be a check that is off, nor rest on what is open. */
function claims(facts: JudgedFacts, found: Found): string[] {
  const isOff = (says: Says) => isUnsaid(says, found);
  const missing = isOff('missing') || mayLack(facts).size > 0 ? [] : ['nothing missing'];
  const open = facts.lost || facts.withheld.length > 0 || undeclaredGrants(facts).length > 0;
  if (open || facts.coverage === 'part' || facts.partial || isOff('excess')) return missing;
  return [[...missing, 'nothing excess'].join(', ')];
}

/** What is judged of calls that may also reach another route. */
const openJudgements = ({ judgements }: JudgedFacts): readonly Judgement[] =>
  judgements.filter((j) => j.outcome.kind === 'routed' && !j.certain && j.truth !== 'unknown');

/** The calls that need what is not granted, unless they reach another route. */
const mayLack = (facts: JudgedFacts): ReadonlySet<Match> =>
  new Set(openJudgements(facts).flatMap((j) => (j.truth === 'missing' ? [j.match] : [])));

function undeclaredGrants({ apis, grants }: JudgedFacts): Grant[] {
  const declared = new Set(
    apis.flatMap((api) => api.permissions.map(({ scheme, name }) => `${scheme} ${name}`)),
  );
  return (grants?.grants ?? []).filter(({ scheme, name }) =>
    apis.every((api) => !declared.has(`${scheme ?? api.defaultScheme} ${name}`)),
  );
}

/** What was found and is not reported, because somebody said so. */
function acceptedInWords({ dropped, ...found }: Found): string[] {
  const { length: suppressed } = setAside(found);
  return [
    ...(dropped.length > 0 ? [`${plural(dropped.length, 'finding')} of checks that are off`] : []),
    ...(suppressed > 0
      ? [`${plural(suppressed, 'finding')} ${suppressed === 1 ? 'is' : 'are'} suppressed`]
      : []),
  ];
}

function doubtsOf(facts: JudgedFacts, counts: Counts, found: Found): string[] {
  const undeclared = undeclaredGrants(facts);
  const { judgements, withheld } = facts;
  const unseen = facts.unseen.length;
  const possible = new Set(openJudgements(facts).map(({ match }) => match));
  const lacking = mayLack(facts);
  const assumed = new Set(
    judgements.filter(({ truth }) => truth === 'assumed').map((j) => j.match),
  );
  const of = (n: number) => `${n} of ${plural(counts.calls, 'call')}`;
  return [
    ...(facts.lost ? ['some input could not be read'] : []),
    ...(counts.calls === 0 ? ['no call was found'] : []),
    ...sayDoubts(facts.doubts),
    ...(counts.cannotTell > 0 ? [`${of(counts.cannotTell)} cannot be judged`] : []),
    ...(possible.size > 0 ? [`${of(possible.size)} may reach another route`] : []),
    ...(lacking.size > 0 ? [`${of(lacking.size)} may need what is not granted`] : []),
    ...(assumed.size > 0
      ? [
          `${of(assumed.size)} ${assumed.size === 1 ? 'is' : 'are'} granted by an unverified inclusion only`,
        ]
      : []),
    ...(undeclared.length > 0
      ? [
          `${plural(undeclared.length, 'granted name')} ${undeclared.length === 1 ? 'is' : 'are'} declared by no matrix`,
        ]
      : []),
    ...(unseen > 0
      ? [`${plural(unseen, 'recorded call')} ${unseen === 1 ? 'is' : 'are'} not found in the code`]
      : []),
    ...(conflicts(facts) ? ['the scope of the token and the list of the config differ'] : []),
    ...acceptedInWords(found),
    ...(facts.partial || (facts.coverage === 'part' && counts.calls > 0)
      ? ['the calls are only part of the app']
      : []),
    ...(withheld.length > 0
      ? [
          `${withheld.map(({ permission }) => permission).join(', ')} may be excess, which cannot be proven`,
        ]
      : []),
  ];
}

/** What is known and accepted; what is settled is no finding any more. */
const setAside = ({ suppressed }: Pick<Found, 'suppressed'>): readonly SuppressedFinding[] =>
  suppressed.filter(({ by }) => !by.settles);

const conflicts = ({ grants, apis }: JudgedFacts): boolean => {
  if (!grants?.compared) return false;
  const usual = apis[0]?.defaultScheme ?? '';
  const names = (some: readonly Grant[]) =>
    [...new Set(some.map(({ scheme, name }) => `${scheme ?? usual} ${name}`))].sort().join();
  return names(grants.grants) !== names(grants.compared);
};

function sayFindings(counts: Counts, grants: JudgedFacts['grants'], found: Found): string {
  const { missing, excess, cannotTell, calls, needed, granted } = counts;
  const confirmed = grants?.grants.some((grant) => grant.confirmed);
  const basis = granted === 0 ? '' : confirmed ? ' (confirmed)' : ' (declared)';
  const isOff = (says: Says) => isUnsaid(says, found);
  const parts = [
    ...(missing === 0 && isOff('missing') ? [] : [`${missing} missing`]),
    ...(excess === 0 && isOff('excess') ? [] : [`${excess} excess`]),
  ];
  if (cannotTell > 0) parts.push(`${cannotTell} cannot tell`);
  const { length: suppressed } = setAside(found);
  if (suppressed > 0) parts.push(`${suppressed} suppressed`);
  const seen = [
    plural(calls, 'call'),
    // what is missing may be one of several, or needed by a call that may go elsewhere
    ...(needed === 0 && missing > 0 ? [] : [`${plural(needed, 'permission')} needed`]),
    `${granted} granted${basis}`,
  ];
  return `${parts.join(', ')}: ${seen.join(', ')}`;
}

function sayFine(facts: JudgedFacts, counts: Counts): string {
  const names = [...new Set(facts.grants?.grants.map(({ name }) => name))].sort();
  const calls = plural(counts.calls, 'call');
  const [need, are] = counts.calls === 1 ? ['needs', 'is'] : ['need', 'are'];
  if (names.length === 0) return `fine: ${calls} ${need} no permission, and none is granted`;
  const judged = [...facts.required].filter(([scheme]) => !isLeft(scheme, facts));
  const needed = new Set(judged.flatMap(([, own]) => own));
  if (needed.size === names.length && names.every((name) => needed.has(name)))
    return `fine: ${calls} ${need} ${inWords(names)}, exactly what is granted`;
  return `fine: ${calls} ${are} covered by ${inWords(names)}, and nothing granted is excess`;
}

function sayAudit(facts: JudgedFacts, { needed, calls, cannotTell }: Counts): string {
  const titles = facts.apis.map(({ title }) => title).join(' and ');
  const { possible, choosing } = openNeeds(facts);
  if (needed + possible + choosing === 0 && cannotTell > 0)
    return cannotTell === calls
      ? `What this app needs of ${titles} cannot be told: none of its calls can be judged`
      : `What can be judged needs no permission of ${titles}; ${cannotTell} of ${calls} calls cannot be judged`;
  const several = choosing > 0 ? [`one of several for ${plural(choosing, 'call')}`] : [];
  if (needed + possible === 0 && choosing > 0)
    return `This app needs permissions of ${titles}: ${several}`;
  const parts =
    needed > 0 || possible === 0
      ? [
          `This app needs ${plural(needed, 'permission')} of ${titles}`,
          ...(possible > 0 ? [`may need ${possible} more`] : []),
        ]
      : [`This app may need ${plural(possible, 'permission')} of ${titles}`];
  return inWords([...parts, ...several], ', and ');
}

const plural = (n: number, noun: string): string => `${n} ${n === 1 ? noun : `${noun}s`}`;

const inWords = (names: readonly string[], last = ' and '): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;
