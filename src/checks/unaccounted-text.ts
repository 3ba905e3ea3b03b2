// Texts of an API in code that are part of no call that was found -> a note.
import { defineCheck } from './check.js';
import { reportDoubts } from './report-doubts.js';

const CALL = "fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');\n";
const HANDED_ON = `import { mark } from 'some-package';
mark('https://platform.ringcentral.com/restapi/v1.0/account/~/presence');
`;
const LOGGED = "print('see https://platform.ringcentral.com/restapi/v1.0/account/~/presence')\n";

/** A URL of the API is handed to something that permlint does not know. */
export const unaccountedText = defineCheck({
  id: 'unaccounted-text',
  severity: 'note',
  says: 'cannot tell',
  elsewhere: true,
  impact: 'doubts',
  summary: 'A URL or path of the API is part of no call that was found',
  help: `The code has a URL or a path of the API, and permlint cannot tell what becomes of it: a function outside the tree
takes it, or it is kept where nothing that was read takes it out. It may be a call. As long as there is one, permlint
does not say fine, and what the path may need is not called excess. State the call above it, name the client
(clients: in permlint.yaml), or say that the file makes no call (elsewhere:).`,
  examples: {
    fail: [{ files: { 'a.js': CALL + HANDED_ON }, calls: ['a.js'], grants: 'ReadCallLog' }],
    pass: [
      { files: { 'a.js': CALL, 'b.py': LOGGED }, calls: ['a.js', 'b.py'], grants: 'ReadCallLog' },
    ],
  },
  run: (facts) =>
    reportDoubts(facts, 'unaccounted text', 'unaccounted-text', {
      message: 'a text of the API is part of no call that was found',
      one: '1 text of the API is part of no call that was found',
      many: '{n} texts of the API are part of no call that was found',
    }),
});
