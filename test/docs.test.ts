// Documentation that can be generated is: `npx vitest -u --config test/vitest.config.ts docs` writes it anew.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Check, Example } from '../src/checks/check.js';
import { checks } from '../src/checks/index.js';
import { commands } from '../src/commands/index.js';
import { subcommands } from '../src/commands/matrix.js';
import { exampleCommand } from '../src/explain/explain-check.js';
import { permlint } from './run.js';

const root = new URL('..', import.meta.url).pathname;
const read = (name: string) => readFileSync(root + name, 'utf8');

function showExample(example: Example, check: Check): string {
  const files = Object.entries({
    ...example.files,
    ...(example.matrix && { 'matrix.yaml': example.matrix }),
  });
  const shown = files.map(
    ([name, text]) => `\`${name}\`\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\`\n\n`,
  );
  return `${shown.join('')}\`\`\`sh\n${exampleCommand(example, check)}\n\`\`\``;
}

const showCheck = (check: Check): string => {
  const { id, severity, summary, help, examples } = check;
  const show = (example: Example) => showExample(example, check);
  return [
    `## ${id}\n\n${summary}. Default severity: ${severity}.\n\n${help}`,
    `Reported:\n\n${examples.fail.map(show).join('\n\n')}`,
    `Not reported:\n\n${examples.pass.map(show).join('\n\n')}`,
  ].join('\n\n');
};

const REFUSALS_HEAD = `# Refusals

\`permlint explain FILE\` (or \`-\` for standard input) reads one refusal, or a whole log
with refusals in it. The bodies may be printed or on one line, escaped within JSON,
cut off, coloured, behind prefixes, in dumps and in the texts of SDKs. Further words
are the calls of the project, where no config names them: \`permlint explain - plan.yaml\`.

What the codes and wordings of an API mean stands in its matrix (\`refusals\`, see
[matrix.md](matrix.md)). A code and a wording that disagree are both shown. The code
is believed, for a wording may change or be translated, unless a matrix declares the
permission for the side of the wording alone.

A request that stands beside a refusal is compared with the matrix: **DRIFT** says
that its row does not name the permission that was asked for, and gives the row to
add. Names that look like secrets, path values, queries and headers are never shown.

A text has at most 64 MB, in UTF-8. The exit code is 0, 1 where an input was lost or no
refusal is in the text, or 2 where the grants name a permission type that no matrix has. The
examples use \`fixtures/refusals\`.`;

describe('generated documentation', () => {
  it('docs/ci.md, the inputs and outputs of the action', async () => {
    const { inputs, outputs } = parse(read('action.yml'));
    const rows = [
      '| input | what it is | default |',
      '|---|---|---|',
      ...Object.entries<any>(inputs).map(
        ([name, input]) =>
          `| \`${name}\` | ${input.description} | ${input.default && `\`${input.default}\``} |`,
      ),
      '',
      '| output | what it is |',
      '|---|---|',
      ...Object.entries<any>(outputs).map(
        ([name, output]) => `| \`${name}\` | ${output.description} |`,
      ),
    ];
    const made = `<!-- from action.yml -->\n\n${rows.join('\n')}\n\n<!-- end -->`;
    const page = read('docs/ci.md').replace(
      /<!-- from action\.yml -->[\s\S]*<!-- end -->/,
      () => made,
    );
    await expect(page).toMatchFileSnapshot(`${root}docs/ci.md`);
  });

  it('docs/checks.md', async () => {
    const list = checks.map(
      ({ id, severity, summary }) => `| [${id}](#${id}) | ${severity} | ${summary} |`,
    );
    const page = [
      '# Checks',
      'Generated from the checks themselves; every example below is run as a test.',
      ['| check | severity | reported when |', '|---|---|---|', ...list].join('\n'),
      ...checks.map(showCheck),
    ];
    await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot(`${root}docs/checks.md`);
  });

  it('docs/cli.md', async () => {
    const first = [[], ...commands.map(({ id }) => [id])];
    const below = subcommands.map(({ id }) => ['matrix', id]);
    const helps = [...first, ...below].map((words) => {
      const { out } = permlint([...words, '--help']);
      return `## permlint${words.map((word) => ` ${word}`).join('')}\n\n\`\`\`text\n${out.trimEnd()}\n\`\`\``;
    });
    const page = ['# Command line', 'Generated from `--help`.', ...helps];
    await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot(`${root}docs/cli.md`);
  });
});

describe('the examples of the help', () => {
  const names = [...subcommands.map(({ id }) => `matrix ${id}`), ...commands.map(({ id }) => id)];
  const help = (name: string) => permlint([...name.split(' '), '--help'].filter(Boolean)).out;
  const lines = ['', ...names].flatMap((name) =>
    [...help(name).matchAll(/^ {2}(permlint .*?)( {2,}|$)/gm)].map(([, line]) => line!),
  );

  it.each([...new Set(lines)])('%s', (line) => {
    const typed = line.replace('permlint ', '');
    const name = names.find((one) => `${typed} `.startsWith(`${one} `)) ?? 'check';
    const flags = typed.replace(/ -- .*$/, '').match(/(?<=\s)--?[a-z][\w-]*/g) ?? [];
    const known = help(name).match(/(?<=^ {2}|, )--?[a-z][\w-]*/gm) ?? [];
    expect(known).toEqual(expect.arrayContaining(flags));
    if (name === 'matrix import') expect(typed).toMatch(/^matrix import openapi \S+ -w /);
  });
});

const REFUSALS = [
  ['A permission of the app', 'a-app.json'],
  ['A permission of the signed-in user', 'b-user.json'],
  ['The same in an older wording', 'c-user-older.json'],
  ['A list of which one is enough', 'd-list.txt'],
  ['From the token endpoint', 'e-token.json'],
  ['No permission at all', 'f-other.json'],
  ['Code and wording that disagree', 'disagree.json'],
  ['A dump whose request the matrix does not foresee', 'dump.http'],
  ['A log', 'prod.log'],
] as const;

describe('docs/refusals.md', () => {
  it('shows what is printed for each form', async () => {
    const folder = 'fixtures/refusals/';
    const names = ['permlint.yaml', 'plan.yaml', ...REFUSALS.map(([, name]) => name)];
    const files = Object.fromEntries(names.map((name) => [name, read(folder + name)]));
    const forms = REFUSALS.map(([title, name]) => {
      const { out } = permlint(['explain', name], { files });
      // a log is long, and its escapes are colours
      const input = name === 'prod.log' ? '' : `\`\`\`text\n${files[name]!.trimEnd()}\n\`\`\`\n\n`;
      const shown = input.replaceAll(/Bearer \S+/g, 'Bearer ...').replaceAll('\r', '');
      return `## ${title}\n\n${shown}\`\`\`text\n$ permlint explain ${name}\n${out.trimEnd()}\n\`\`\``;
    });
    const page = [REFUSALS_HEAD, ...forms];
    await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot(`${root}docs/refusals.md`);
  });
});

describe('docs/matrix.md', () => {
  const examples = [...read('docs/matrix.md').matchAll(/```yaml\n(.*?)```/gs)].map(
    ([, text]) => text!,
  );
  it.each(examples)('has an example without a fault: %s', (text) => {
    const { err } = permlint(['matrix', 'show', '-m', 'matrix.yaml'], {
      files: { 'matrix.yaml': text },
    });
    expect(err).toBe('');
  });
});

describe('README.md', () => {
  const demo = read('fixtures/demo/expected.txt').split('\n\n$ ')[0]!;
  const output = demo.replace(/^\$ permlint\n/, '').replace(/\n\[exit \d\]$/, '');

  it('shows what the demo prints', () => {
    expect(read('README.md')).toContain(output);
  });
  it('names only files that exist', () => {
    const links = [...read('README.md').matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThan(3);
    for (const path of links) expect(() => read(path)).not.toThrow();
  });
  it('shows the matrix as it is', () => {
    const rows = read('permissions.yaml')
      .split('\n')
      .filter((line) => line.startsWith('  GET '));
    for (const row of rows) expect(read('README.md')).toContain(row);
  });
});
