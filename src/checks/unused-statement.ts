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
changed, or permlint now finds the call by itself: remove the comment. Until then the call counts as stated.`,
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
      if (!call.trace?.comment?.unused) return [];
      const reference = callReference(methodsText(call), call);
      return [
        {
          check: 'unused-statement',
          severity: 'warning' as const,
          message: `a comment states ${inWords(reference)}, but no unresolved call stands below it`,
          headline: {
            one: '1 comment states a call where none is unresolved',
            many: '{n} comments state calls where none is unresolved',
          },
          location: call.trace.comment.location,
          related: [],
          data: { call: reference },
        },
      ];
    }),
});
