// Comments that state a call where none is unresolved -> a warning.
import { callReference, inWords } from '../judge/describe.js';
import { methodsText } from '../paths/target.js';
import { defineCheck } from './check.js';

const COMMENT = '// permlint: calls GET /v1.0/account/~/call-log';

/** A comment states a call that the code below it does not need stated. */
export const unusedStatement = defineCheck({
  id: 'unused-statement',
  severity: 'warning',
  summary: 'A comment states a call, but no unresolved call stands below it',
  help: `"permlint: calls METHOD /path" says what the unresolved call below it is. Where none stands there, the code has
changed, or permlint now finds the call by itself: remove the comment. Until then the call counts as stated. A comment
that states a call of another host settles nothing above a request that surely goes to the API: state that request.`,
  examples: {
    fail: [
      {
        files: {
          'a.js': `${COMMENT}
const x = 1;
`,
        },
        calls: ['a.js'],
        grants: 'ReadCallLog',
      },
      {
        files: {
          'a.js': `// permlint: calls GET https://other.example/x
fetch('https://platform.ringcentral.com' + path);
`,
        },
        calls: ['a.js'],
        grants: 'ReadCallLog',
      },
    ],
    pass: [
      {
        files: {
          'a.js': `${COMMENT}
fetch(url);
`,
        },
        calls: ['a.js'],
        grants: 'ReadCallLog',
      },
    ],
  },
  run: ({ matches }) =>
    matches.flatMap(({ call }) => {
      const { trace, host } = call;
      if (!trace?.comment?.unused) return [];
      const reference = callReference(methodsText(call), call);
      const { message, headline } = trace.comment.against
        ? {
            message: `a comment states a call of ${host}, but the request below it goes to the API, and still counts`,
            headline: {
              one: '1 comment states a call of another host above a request that goes to the API',
              many: '{n} comments state calls of other hosts above requests that go to the API',
            },
          }
        : {
            message: `a comment states ${inWords(reference)}, but no unresolved call stands below it`,
            headline: {
              one: '1 comment states a call where none is unresolved',
              many: '{n} comments state calls where none is unresolved',
            },
          };
      return [
        {
          check: 'unused-statement',
          severity: 'warning' as const,
          message,
          headline,
          location: trace.comment.location,
          related: [],
          data: { call: reference },
        },
      ];
    }),
});
