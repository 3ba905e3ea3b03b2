// Wrappers that the config states as clients and that no call in the code fits -> a warning each.
import { defineCheck } from './check.js';

const CODE = `import { rc } from './rc';
rc.send('GET', '/v1.0/account/~/call-log');
`;
const config = (form: string) => `version: 1
calls: .
grants: [ReadCallLog]
clients: ["${form}"]
`;

/** An entry of `clients:` that matches nothing. */
export const unusedClient = defineCheck({
  id: 'unused-client',
  severity: 'warning',
  ignorable: false,
  summary: 'No call in the code fits a wrapper that the config states',
  help: `An entry of clients: in permlint.yaml says that a call such as rc.send(method, path) is as good as an HTTP call. Where
nothing in the code is called so, its name is misspelt, or the wrapper was renamed: the calls through it are then read
like all others, and may be missed. A call fits when its written name ends with the names of the entry. It is looked
for only where the folders of the config are scanned, for all its apps.`,
  examples: {
    fail: [{ files: { 'a.js': CODE, 'permlint.yaml': config('rc.sned(method, path)') } }],
    pass: [{ files: { 'a.js': CODE, 'permlint.yaml': config('rc.send(method, path)') } }],
  },
  run: ({ unused }) =>
    unused.map(({ text, location }) => ({
      check: 'unused-client',
      severity: 'warning' as const,
      message: `no call in the code fits ${text}`,
      headline: {
        one: 'no call in the code fits 1 wrapper of clients:',
        many: 'no call in the code fits {n} wrappers of clients:',
      },
      location,
      related: [],
      hint: text,
      data: {},
    })),
});
