// Pages and components: their scripts are read, in their places; what stands beside them is a doubt where it may send.
import { describe, expect, it } from 'vitest';
import { callText, scanFiles } from './scan-files.js';

const URL = 'https://platform.ringcentral.com/restapi/v1.0/account/~/presence';
const CALL = `fetch('${URL}');`;
const GET = 'GET /restapi/v1.0/account/~/presence';

const read = async (file: string, text: string) => {
  const { calls, accounting } = await scanFiles({ [file]: text });
  const doubts = accounting?.doubts ?? [];
  return { calls: calls.map(callText), doubts: doubts.map(({ reason }) => reason) };
};

describe('the scripts of a page are read', () => {
  it.each<[what: string, file: string, text: string, line: number]>([
    ['a script', 'a.html', `<p>a</p>\n<script>${CALL}</script>`, 2],
    ['a module', 'a.html', `<script type="module">\n${CALL}\n</script>`, 2],
    [
      'two scripts',
      'a.html',
      `<script>\nconst u = '${URL}';\n</script><script>\nfetch(u);</script>`,
      4,
    ],
    [
      'behind a comment',
      'a.html',
      `<!-- <script>${CALL}</script> -->\n<script>${CALL}</script>`,
      2,
    ],
    ['without an end', 'a.htm', `<script>\n${CALL}`, 2],
    ['statements of a template', 'a.html', `<script>\n{% if a %}\n${CALL}{% endif %}</script>`, 3],
    [
      'with types',
      'A.vue',
      `<script setup lang="ts">\nconst a: string = '~';\n${CALL}</script>`,
      3,
    ],
    [
      'two of a component',
      'A.vue',
      `<script>\nexport default {};</script><script setup>\n${CALL}</script>`,
      3,
    ],
    ['of Svelte', 'A.svelte', `<script>\n$: a = ${CALL}</script>\n{a}`, 2],
    ['the top of Astro', 'a.astro', `---\nconst r = await ${CALL}\n---\n<p>{r}</p>`, 2],
  ])('%s', async (_, file, text, line) => {
    expect(await read(file, text)).toEqual({ calls: [`${file}:${line} ${GET}`], doubts: [] });
  });
});

describe('nothing is called by', () => {
  it.each([
    ['words', 'a.html', `<p>${URL}</p>`],
    ['links', 'a.html', `<a class="x" href="https://platform.ringcentral.com/login">log in</a>`],
    ['a script that is a template', 'a.html', `<script type="text/template">${URL}</script>`],
    [
      'a script of another place',
      'a.html',
      '<script src="https://unpkg.com/@ringcentral/sdk"></script>',
    ],
    ['a title', 'A.vue', '<template><h1>RingCentral</h1></template>'],
  ])('%s', async (_, file, text) => {
    expect(await read(file, text)).toEqual({ calls: [], doubts: [] });
  });
});

it('finds the client that a component imports', async () => {
  const { calls } = await scanFiles({
    'src/rc.ts':
      "import { SDK } from '@ringcentral/sdk';\nexport const rc = new SDK({}).platform();\n",
    'src/A.vue': `<template/>\n<script setup>\nimport { rc } from './rc';\nrc.get('/restapi/v1.0/account/~/presence');\n</script>`,
  });
  expect(calls.map(callText)).toEqual([`src/A.vue:4 ${GET}`]);
});
