// Scripts in the files of other tools: what a shell would read of them, and the calls that they make, in their places.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells write variables in this way
import { describe, expect, it } from 'vitest';
import { formOf } from '../../../src/scan/embedded/forms/index.js';
import { textOf } from '../../../src/scan/embedded/pieces.js';
import { callText, scanFiles } from '../scan-files.js';

const codesOf = (file: string, text: string): string[] =>
  formOf(file)!
    .codeIn(text, file)
    .map(({ language, pieces }) => `${language}: ${textOf(text, pieces).trimEnd()}`);

const read = async (file: string, text: string): Promise<string[]> => {
  const { calls, accounting } = await scanFiles({ [file]: text });
  const doubts = accounting?.doubts ?? [];
  return [...calls.map(callText), ...doubts.map(({ reason }) => `? ${reason}`)];
};

const HOST = 'https://platform.ringcentral.com';
const URL = `${HOST}/restapi/v1.0/account/~/presence`;
const GET = 'GET /restapi/v1.0/account/~/presence';

describe('what a shell reads', () => {
  it.each<[what: string, file: string, text: string, codes: string[]]>([
    [
      'a workflow',
      '.github/workflows/a.yml',
      'env:\n  A: a\njobs:\n  b:\n    steps:\n      - run: echo $A\n      - run: |\n          ls\n          ls b\n',
      ["shell: A='a'\necho $A", 'shell: ls\nls b'],
    ],
    [
      'expressions',
      '.github/workflows/a.yml',
      'env: { A: "${{ env.B }}/x\'s", B: b }\njobs: { a: { steps: [ { run: "echo ${{ env.A }} \'${{ secrets.T }}\' \\"${{ a || b }}\\"" } ] } }',
      [`shell: B='b'\nA=''"\${B}"'/x'\\''s'\necho \${A} ''"\${secrets_T}"'' "\${a_b}"`],
    ],
    [
      'other shells',
      '.github/workflows/a.yml',
      'jobs:\n  a:\n    runs-on: windows-latest\n    steps:\n      - run: a\n      - run: b\n        shell: bash\n      - run: c\n        shell: python\n      - uses: actions/github-script@v7\n        with:\n          script: d\n      - run: e\n        shell: perl {0}\n',
      ['powershell: a', 'shell: b', 'python: c', 'javascript: d'],
    ],
    [
      'GitLab',
      '.gitlab-ci.yml',
      'variables:\n  A: a\n  B: { value: b }\nx:\n  before_script: c\n  script:\n    - d $A ${B}\n    - [e, f]\n  after_script: [g]\n',
      ["shell: A='a'\nB='b'\nc\nd $A ${B}\ne\nf", 'shell: g'],
    ],
    [
      'CircleCI',
      '.circleci/config.yml',
      'jobs:\n  a:\n    environment: { A: a }\n    steps:\n      - run: b << parameters.c >>\n      - run:\n          command: d $A\n',
      ['shell: b ${parameters_c}', "shell: A='a'\nd $A"],
    ],
    [
      'a Makefile',
      'Makefile',
      'A = $(B)/a\nB := b\nC ?= c\nall: x\n\t@curl $(A) \\\n\t  -d $$X\n\t-ls ${C} $@\nx: ; echo $(shell cat $(B))\n',
      [
        `shell: B='b'\nA=''"\${B}"'/a'\ncurl \${A} \\\n  -d $X`,
        "shell: C=${C:-'c'}\nls ${C} ${make__}",
        "shell: B='b'\necho $(cat ${B})",
      ],
    ],
    [
      'variables that are set twice',
      'a.mk',
      'A = a\nA = b\nB = c\nB += d\nx: C = e\nC = f\nx:\n\techo $(A) $(B) $(C)\n',
      ['shell: echo ${A} ${B} ${C}'],
    ],
    [
      'a Dockerfile',
      'Dockerfile',
      'FROM a\nARG V=1\nENV A=a$V B="b c"\nENV C c\nRUN --mount=type=cache,target=/x curl $A \\\n  # why\n  && ls $C\nHEALTHCHECK --interval=5s CMD curl $B\nCMD ["sh", "-c", "it\'s \\"d\\""]\n',
      [
        `shell: V=\${V:-'1'}\nA='a'"\${V}"''\nC='c'\ncurl $A \\\n  && ls $C`,
        "shell: B='b c'\ncurl $B",
        `shell:  'sh' '-c' 'it'\\''s "d"'`,
      ],
    ],
    [
      'a heredoc of a Dockerfile',
      'api.Dockerfile',
      'RUN <<EOF\ncurl a\nEOF\nRUN bash <<"X"\nls\nX\nRUN b',
      ['shell: \ncurl a', 'shell: bash <<"X"\nls\nX', 'shell: b'],
    ],
    [
      'scripts of a package',
      'package.json',
      '{"scripts":{"a":"curl \\"b\\"","c":""},"run":"d"}',
      ['shell: curl "b"', 'shell: '],
    ],
    ['no YAML', '.gitlab-ci.yml', 'a: [', []],
  ])('%s', (_, file, text, codes) => {
    expect(codesOf(file, text)).toEqual(codes);
  });
});

describe('a call in a script', () => {
  it.each<[file: string, text: string, found: string]>([
    [
      '.github/workflows/a.yml',
      `jobs:\n  a:\n    steps:\n      - run: |\n          ls\n          curl ${URL}\n`,
      `6 ${GET}`,
    ],
    [
      '.github/workflows/a.yml',
      `env:\n  RC: ${HOST}\njobs:\n  a:\n    steps:\n      - run: curl "\${{ env.RC }}/restapi/v1.0/account/~/presence"\n`,
      `6 ${GET}`,
    ],
    ['.gitlab-ci.yml', `a:\n  script:\n    - curl -s ${URL}\n`, `3 ${GET}`],
    ['.circleci/config.yml', `a:\n  steps:\n    - run: curl ${URL}\n`, `3 ${GET}`],
    ['Makefile', `RC := ${HOST}\nx:\n\tcurl $(RC)/restapi/v1.0/account/~/presence\n`, `3 ${GET}`],
    ['Makefile', `T := $(shell curl ${URL})\na:\n\techo $(T)\nb:\n\techo $(T)\n`, `1 ${GET}`],
    [
      'Dockerfile',
      `FROM a\nENV RC=${HOST}\nRUN curl $RC/restapi/v1.0/account/~/presence\n`,
      `3 ${GET}`,
    ],
    ['Dockerfile', `FROM a\nCMD ["curl", "${URL}"]\n`, `2 ${GET}`],
    ['package.json', `{\n "scripts": { "a": "curl \\"${URL}\\"" }\n}`, `2 ${GET}`],
    ['Taskfile.yml', `tasks:\n  a:\n    cmds:\n      - curl ${URL}\n`, `4 ${GET}`],
  ])('of %s', async (file, text, found) => {
    expect(await read(file, text)).toEqual([`${file}:${found}`]);
  });

  it('of which a part is not known is open', async () => {
    const step = (path: string) => `a:\n  steps:\n    - run: curl ${HOST}/restapi/v1.0/${path}\n`;
    expect(await read('.github/workflows/a.yml', step("'${{ inputs.path }}'"))).toEqual([
      '.github/workflows/a.yml:3 GET /restapi/v1.0/{}',
    ]);
  });
});

describe('a script in another language', () => {
  const PATH = '/restapi/v1.0/account/~/presence';
  const step = (lines: string, above = '') =>
    `${above}jobs:\n  a:\n    runs-on: windows-latest\n    steps:\n      ${lines}\n`;

  it.each<[what: string, text: string, found: string]>([
    ['PowerShell, with what is put in', step(`- run: irm "\${{ vars.BASE }}${PATH}"`), `5 ${GET}`],
    [
      'PowerShell, with a variable of the file',
      step(`- run: irm "$env:RC${PATH}"`, `env: { RC: '${HOST}' }\n`),
      `6 ${GET}`,
    ],
    [
      'JavaScript of an action',
      step(
        `- uses: actions/github-script@v7\n        with: { script: "fetch('\${{ vars.B }}${PATH}')" }`,
      ),
      `6 ${GET}`,
    ],
    [
      'Python',
      step(`- shell: python\n        run: import requests; requests.get('\${{ vars.B }}${PATH}')`),
      `6 ${GET}`,
    ],
  ])('%s', async (_, text, found) => {
    expect(await read('.github/workflows/a.yml', text)).toEqual([
      `.github/workflows/a.yml:${found}`,
    ]);
  });

  it.each([
    [
      'the script of any other action',
      step(`- uses: a/ssh@v1\n        with: { script: curl ${URL} }`),
    ],
    ['a shell that is not known', step(`- shell: perl {0}\n        run: get('${URL}')`)],
  ])('%s is a doubt', async (_, text) => {
    expect(await read('.github/workflows/a.yml', text)).toEqual([
      '? only the scripts in it are read',
    ]);
  });

  it('of Azure is in the language of its task', async () => {
    const text = `steps:\n- task: PowerShell@2\n  inputs:\n    script: Invoke-RestMethod -Uri '${URL}'\n`;
    expect(await read('azure-pipelines.yml', text)).toEqual([`azure-pipelines.yml:4 ${GET}`]);
  });
});

it.each([
  [
    'a command that no list knows',
    'a.sh',
    `mytool ${URL}`,
    '/restapi/v1.0/account/~/presence is given to mytool()',
  ],
  [
    'code for another program',
    'a.sh',
    `node -e "fetch('${URL}')"`,
    '/restapi/v1.0/account/~/presence is given to node()',
  ],
  [
    'a program',
    'a.js',
    `spawn('curl', ['${URL}']);`,
    '/restapi/v1.0/account/~/presence is given to spawn()',
  ],
  [
    'a template of a script',
    'send.sh.j2',
    `curl ${URL}`,
    'the template around its scripts is not read',
  ],
])('what is given to %s is a doubt', async (_, file, text, reason) => {
  expect(await read(file, text)).toEqual([`? ${reason}`]);
});

it('words of a shell, and what is shown, raise none', async () => {
  const text = `echo "see ${URL}"\nprintf '%s' ${URL} > a.txt\ngit remote add a ${HOST}\ngrep ${URL} b\n`;
  expect(await read('a.sh', text)).toEqual([]);
});
