// Parts of the code that could not be understood -> a note.
import { defineCheck } from './check.js';
import { reportDoubts } from './report-doubts.js';

const CALL = "fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');\n";
const BROKEN = 'rc.get(`/restapi/v1.0/account/~/presence` + ;;; function (\n';

/** Code that the parser could not read, or that a limit cut off. */
export const cutRegion = defineCheck({
  id: 'cut-region',
  severity: 'note',
  says: 'cannot tell',
  elsewhere: true,
  impact: 'doubts',
  summary: 'A part of the code that has to do with the API could not be understood',
  help: `The code has a syntax error there, or is nested deeper than permlint follows, and the API is named in it or near it.
Calls in it may be lost. As long as there is one, permlint does not say fine. Mend the code; or say that the file makes no call (elsewhere: in
permlint.yaml), and state its calls in a plan.`,
  examples: {
    fail: [{ files: { 'a.js': CALL + BROKEN }, calls: ['a.js'], grants: 'ReadCallLog' }],
    pass: [{ files: { 'a.js': CALL }, calls: ['a.js'], grants: 'ReadCallLog' }],
  },
  run: (facts) =>
    reportDoubts(facts, 'cut region', 'cut-region', {
      message: 'a part of the code could not be understood',
      one: '1 part of the code could not be understood',
      many: '{n} parts of the code could not be understood',
    }),
});
