// Granted permissions -> a finding for each that is proven to be needed by no call.
import { inWords } from '../judge/describe.js';
import type { JudgedFacts } from '../judge/judge-run.js';
import type { Excess } from '../judge/weigh-grants.js';
import type { Permission } from '../model/model.js';
import type { Finding, Severity } from '../model/report.js';
import { defineCheck } from './check.js';

const SHOWN_ROUTES = 3;

/** The app holds more than it needs. */
export const excessPermission = defineCheck({
  id: 'excess-permission',
  severity: 'error',
  says: 'excess',
  impact: 'excess',
  // whoever gets hold of a token gets it too; it needs a stolen token to be a risk, so it is medium
  risk: { security: '5.0' },
  summary: 'A permission is granted that provably no call needs',
  help: `A permission that nothing needs is a risk without a use: whoever gets hold of a token gets it too.
It is reported only with a proof. As long as a call that could not be resolved, a route that the matrix does not know, a
requirement that is not known or an input that could not be read might need the permission, it is withheld, and the
report says why. Calls that are only part of an app (a recording), and a scan that missed a recorded call, make it a
warning.`,
  examples: {
    fail: [{ calls: ['GET /v1.0/account/~/call-log'], grants: 'ReadCallLog,ReadCallRecording' }],
    pass: [
      { calls: ['GET /v1.0/account/~/recording/{}'], grants: 'ReadCallLog,ReadCallRecording' },
      {
        calls: ['GET /v1.0/account/~/call-log', 'GET /v1.0/account/~/{}'],
        grants: 'ReadCallLog,ReadCallRecording',
      },
    ],
  },
  run(facts) {
    // a scan that missed one call may have missed more
    const sure = facts.coverage !== 'part' && facts.unseen.length === 0;
    const severity = sure ? 'error' : 'warning';
    return facts.excess.map((excess) => report(excess, severity, facts));
  },
});

function report({ grant, scheme, proof }: Excess, severity: Severity, facts: JudgedFacts): Finding {
  const isMeant = ({ name, scheme: own }: Permission) => name === grant.name && own === scheme;
  const api = facts.apis.find(({ permissions }) => permissions.some(isMeant));
  const title = api?.permissions.find(isMeant)?.title ?? grant.name;
  const where = api?.console && scheme === api.defaultScheme ? ` in the ${api.console}` : '';
  const from =
    grant.confirmed || !facts.grants?.list ? '' : `, remove it from ${place(grant.location)}`;
  const shown = proof.routes.slice(0, SHOWN_ROUTES).map((route) => `\n${inWords(route)}`);
  const more = proof.routes.length - shown.length;
  const what = `${grant.name} is granted, but no call needs it`;
  return {
    check: 'excess-permission',
    severity,
    message: what,
    headline: { one: what, many: '{n} granted permissions are needed by no call' },
    location: grant.location,
    related: [],
    details: [
      {
        label: 'proof',
        text: `${proof.argument}${shown.join('')}${more > 0 ? `\nand ${more} more` : ''}`,
      },
      { label: 'fix', text: `switch off "${title}"${where}${from}` },
    ],
    data: { api: api?.name, scheme, permission: grant.name, proof },
  };
}

const place = ({ file, line }: Finding['location']): string => `${file}:${line}`;
