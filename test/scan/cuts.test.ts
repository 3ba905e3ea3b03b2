// Code that cannot be understood in part -> the doubts about it: only where a call of the API may be lost.
import { expect, it } from 'vitest';
import { callReference, inWords } from '../../src/judge/describe.js';
import { methodsText } from '../../src/paths/target.js';
import { scanFiles } from './scan-files.js';

const URL = 'https://platform.ringcentral.com/restapi/v1.0/account/~/presence';
const PATH = '/restapi/v1.0/account/~/presence';

/** The cuts of one file, `line: what it may call`. */
async function cutsIn(file: string, source: string): Promise<string> {
  const { accounting } = await scanFiles({ [file]: source });
  return (accounting?.doubts ?? [])
    .filter(({ kind }) => kind === 'cut region')
    .map(({ location, calls }) => {
      const words = calls.map((call) => inWords(callReference(methodsText(call), call)));
      return `${location.line}: ${words.join(', ')}`;
    })
    .join('; ');
}

const nested = (depth: number, inner: string) => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;

it.each([
  ['no error', 'a.js', `fetch('${URL}');\n`, ''],
  [
    'an error where nothing is of the API',
    'a.js',
    `fetch('${URL}');\nlet x = ;;; function (\n`,
    '',
  ],
  ['an error in a call that is found', 'a.js', `let x = = 1; fetch('${URL}');\n`, ''],
  [
    'a path in an error',
    'a.js',
    `const rc = 1;\nrc.get(\`${PATH}\` + ;;; function (\n`,
    `2: ANY ${PATH}/**`,
  ],
  ['a path in an error of Python', 'a.py', `import requests\nrequests.get('${URL}' + )))\n`, ''],
  [
    'a path in a comment in an error',
    'a.js',
    `fetch('${URL}');\nlet x = ;;; function ( // ${URL}\n`,
    '',
  ],
  [
    'a path that is nested too deep',
    'a.js',
    `let x = ${nested(450, `'${URL}'`)};\n`,
    `1: ANY ${PATH}/**`,
  ],
  ['a call that is nested too deep', 'a.js', `let x = ${nested(450, `fetch('${URL}')`)};\n`, ''],
  [
    'both sides of a conflict, each a whole',
    'a.js',
    `<<<<<<< HEAD\nfetch('${URL}');\n=======\nfetch('${URL}/x');\n>>>>>>> b\n`,
    '',
  ],
  [
    'both sides of a conflict, which make no whole',
    'a.js',
    `const go = () => {
<<<<<<< HEAD
  if (a) { rc.get(\`${PATH}\` +
=======
  if (b) { rc.get(\`${PATH}/x\` +
>>>>>>> b
};
`,
    `3: ANY ${PATH}/**, ANY ${PATH}/x/**`,
  ],
  [
    'types in JavaScript',
    'a.js',
    `export function go(a: A, path: string = '${URL}'): Promise<void> {
  return fetch(path);
}
`,
    `1: ANY ${PATH}/**`,
  ],
  ['a list of PHP', 'a.php', `<?php\n$x = [ 'a' => , 'u' => '${PATH}' ];\n`, `2: ANY ${PATH}/**`],
  ['a call of Go that is found', 'a.go', `package a\nfunc a() { http.Get("${URL}" +) }\n`, ''],
  ['a command that is found', 'a.sh', `curl -s "${URL}" | (\n`, ''],
])('%s', async (_, file, source, doubts) => {
  expect(await cutsIn(file, source)).toBe(doubts);
});
