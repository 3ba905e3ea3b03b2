// Recorded calls that the code cannot be seen to make -> a warning.
import { aboutCall } from '../judge/describe.js';
import { servingCandidates } from '../judge/serving.js';
import { defineCheck } from './check.js';

const LOG = 'GET /restapi/v1.0/account/~/call-log';
const CODE = `fetch('https://platform.ringcentral.com${LOG.slice(4)}');\n`;
const recorded = (call: string) => `version: 1\nrecorded: true\ncalls:\n  - ${call}\n`;
const SMS = 'POST /restapi/v1.0/account/{}/extension/{}/sms';

/** The code scan has missed something. */
export const unseenCall = defineCheck({
  id: 'unseen-call',
  severity: 'warning',
  says: 'calls unseen',
  summary: 'A call is recorded, but the scan of the code finds none that it can be',
  help: `The app makes a call that the scan does not find: in a language or a library that it does not read, in a package
beside the code, or built at run time. There may be others, so what the code alone seems not to need may be needed: name
the recording beside the code, or state the call where it is made (// permlint: calls METHOD /path). A call that only the
tests make is found with --include-tests. An unresolved call of the code that can be the recorded one counts as found.`,
  examples: {
    fail: [
      {
        files: { 'src/a.js': CODE, 'recorded.yaml': recorded(SMS) },
        calls: ['src', 'recorded.yaml'],
      },
    ],
    pass: [
      {
        files: { 'src/a.js': CODE, 'recorded.yaml': recorded(LOG.replace('~', '{}')) },
        calls: ['src', 'recorded.yaml'],
      },
      {
        files: { 'src/a.js': CODE, 'recorded.yaml': recorded(SMS) },
        calls: ['src', 'recorded.yaml', SMS],
      },
      { files: { 'recorded.yaml': recorded(SMS) }, calls: [LOG, 'recorded.yaml'] },
    ],
  },
  run: (facts) =>
    facts.unseen.flatMap((match) => {
      const [outcome] = match.outcomes.filter((o) => servingCandidates(o).length > 0);
      if (!outcome) return [];
      const routes = servingCandidates(outcome).map(({ route }) => route);
      const about = aboutCall(match, outcome, routes, 'is recorded, not found in the code', '');
      return [
        {
          check: 'unseen-call',
          severity: 'warning' as const,
          ...about,
          headline: {
            one: '1 recorded call is not found in the code',
            many: '{n} recorded calls are not found in the code',
          },
          details: [{ label: 'fix' as const, text: FIX }],
        },
      ];
    }),
});

const FIX =
  'keep the recording beside the code, or say it above the line that calls: // permlint: calls METHOD /path';
