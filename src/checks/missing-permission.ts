// Judgements -> a finding for each call and permission that it needs and that is not granted.
import { callReference, inWords, routeReference, rowsOf } from '../judge/describe.js';
import type { Judgement } from '../judge/judge-calls.js';
import type { JudgedFacts } from '../judge/judge-run.js';
import { predictRefusal, summariseRefusal } from '../judge/predict-refusal.js';
import type { Api, Location, Scheme } from '../model/model.js';
import type { Finding, GrantSet } from '../model/report.js';
import { lacking } from '../requirements/evaluate.js';
import { defineCheck } from './check.js';

/** A planned call will be refused. */
export const missingPermission = defineCheck({
  id: 'missing-permission',
  severity: 'error',
  says: 'missing',
  impact: 'breaks',
  // what lacks a permission is refused in production, which is no matter of security
  risk: 'availability',
  summary: 'A call needs a permission that is not granted',
  help: `The API will refuse this call in production. The finding carries the answer to expect, where the matrix
describes it. It is an error where one route is certain to serve the call. It is a warning where the call may also reach
another route, which leaves the verdict open and is not counted as missing, and where some of the grants could not be
read. A call that lacks two permissions gives two findings: which of the two
the API names first is not known.`,
  examples: {
    fail: [
      { calls: ['GET /v1.0/account/~/call-log'], grants: 'SMS' },
      { calls: ['GET /v1.0/account/~/recording/{}'], grants: 'none' },
    ],
    pass: [
      { calls: ['GET /v1.0/account/~/call-log'], grants: 'ReadCallLog' },
      { calls: ['GET /v1.0/account/~/call-log'] },
    ],
  },
  run: (facts) =>
    facts.judgements
      // what no run need send may never be refused: it is unresolved
      .filter(({ truth, match }) => truth === 'missing' && !match.call.possible)
      .flatMap((judgement) => report(judgement, facts)),
});

function report(judgement: Judgement, facts: JudgedFacts): Finding[] {
  const { certain, open } = lacking(judgement.requirement, judgement.held);
  const api = facts.apis.find(({ name }) => name === judgement.match.api);
  const findings = judgement.match.call.locations.flatMap((location) => [
    ...certain.map((name) => single(name, location, judgement, api, facts.grants)),
    ...open.map((ways) => choice(ways, location, judgement)),
  ]);
  // what could not be read of the grants may hold it
  if (facts.grants?.incomplete) return findings.map((f) => ({ ...f, severity: 'warning' }));
  return findings;
}

function common({ match, outcome, routes, certain, scheme }: Judgement, location: Location) {
  const call = callReference(outcome.method, match.call);
  const [route] = routes;
  return {
    check: 'missing-permission',
    severity: certain ? ('error' as const) : ('warning' as const),
    location,
    related: rowsOf(routes),
    call,
    data: {
      api: match.api ?? undefined,
      scheme,
      call,
      ...(!certain && { possible: true as const }),
      ...(route && routes.length === 1 && { route: routeReference(route) }),
    },
  };
}

function single(
  name: string,
  location: Location,
  judgement: Judgement,
  api: Api | undefined,
  grants: GrantSet | null,
): Finding {
  const { call, ...rest } = common(judgement, location);
  const kind = schemeWord(judgement.scheme, api);
  const [needs, need] = judgement.certain ? ['needs', 'need'] : ['may need', 'may need'];
  const lacks = grants?.incomplete ? 'not among the grants that could be read' : 'not granted';
  const what = `${kind}${name}, which is ${lacks}`;
  // the refusal and the console of a matrix are those of its default scheme
  const usual = judgement.scheme === api?.defaultScheme;
  const response = predictRefusal((usual && api?.refusal) || null, name);
  return {
    ...rest,
    message: `${inWords(call)} ${needs} ${what}`,
    headline: { one: `1 call ${needs} ${what}`, many: `{n} calls ${need} ${what}` },
    details: [
      ...(response ? [{ label: 'expect' as const, text: summariseRefusal(response) }] : []),
      // what may not be needed is nothing to switch on
      ...(judgement.certain
        ? [{ label: 'fix' as const, text: fixFor(name, judgement.scheme, api, grants) }]
        : []),
    ],
    data: { ...rest.data, permission: name, ...(response && { response }) },
  };
}

function choice(
  ways: readonly (readonly string[])[],
  location: Location,
  judgement: Judgement,
): Finding {
  const { call, ...rest } = common(judgement, location);
  const [needs, need] = judgement.certain ? ['needs', 'need'] : ['may need', 'may need'];
  const what = `${ways.map((names) => names.join(' and ')).join(', or ')}; none of these is granted`;
  return {
    ...rest,
    message: `${inWords(call)} ${needs} ${what}`,
    headline: { one: `1 call ${needs} ${what}`, many: `{n} calls ${need} ${what}` },
    data: { ...rest.data, missing: ways },
  };
}

/** Names the scheme where it is not the one that everybody means. */
const schemeWord = (scheme: Scheme, api: Api | undefined): string =>
  scheme === api?.defaultScheme ? '' : `${scheme} permission `;

function fixFor(
  name: string,
  scheme: Scheme,
  api: Api | undefined,
  grants: GrantSet | null,
): string {
  const title = api?.permissions.find((p) => p.name === name && p.scheme === scheme)?.title ?? name;
  const where = api?.console ? ` in the ${api.console}` : '';
  const usual = scheme === api?.defaultScheme;
  const switchOn = usual
    ? `switch on "${title}" for the app${where}`
    : `grant the ${scheme} permission "${title}"`;
  const list = grants?.list;
  return list ? `${switchOn}, then add ${name} to grants, ${list.file}:${list.line}` : switchOn;
}
