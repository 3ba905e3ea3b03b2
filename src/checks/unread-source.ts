// Files that name an API and are not read -> a note.
import { defineCheck } from './check.js';
import { reportDoubts } from './report-doubts.js';

const CALL = "fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');\n";
const SWIFT = `let url = URL(string: "https://platform.ringcentral.com/restapi/v1.0/account/~/presence")!
let data = try Data(contentsOf: url)
`;

/** A file may call the API, and is in no language that is read. */
export const unreadSource = defineCheck({
  id: 'unread-source',
  severity: 'note',
  says: 'cannot tell',
  elsewhere: true,
  impact: 'doubts',
  summary: 'A file names the API and was not read',
  help: `The file has a host, a path or a client package of the API in it, but permlint does not read its language, or a
program wrote it, or it has more than 2 MB. Calls in it are not found. As long as there is one, permlint does not say
fine, and what its texts may need is not called excess. If it makes no call, say so in permlint.yaml (elsewhere:); if it
does, state the calls in a plan. Prose, lockfiles, descriptions of APIs, settings that name no more than a host, tests,
installed packages, and what was built of code that is read are not reported.`,
  examples: {
    fail: [{ files: { 'a.js': CALL, 'b.swift': SWIFT }, calls: ['.'], grants: 'ReadCallLog' }],
    pass: [
      {
        files: { 'a.js': CALL, 'b.swift': 'print("hello")\n' },
        calls: ['.'],
        grants: 'ReadCallLog',
      },
    ],
  },
  run: (facts) =>
    reportDoubts(facts, 'unread file', 'unread-source', {
      message: 'the file names the API and was not read',
      one: '1 file names the API and was not read',
      many: '{n} files name the API and were not read',
      names: true,
    }),
});
