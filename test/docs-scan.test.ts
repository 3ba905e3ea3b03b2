// The tables of docs/scan.md: `npx vitest -u --config test/vitest.config.ts docs-scan` writes them anew.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { forms } from '../src/scan/embedded/forms/index.js';
import { languageOfId, languages } from '../src/scan/frontend/languages/index.js';
import { clientTitles } from '../src/scan/http/clients/index.js';

const PAGE = new URL('../docs/scan.md', import.meta.url).pathname;
const COMMANDS = ['curl', 'wget', 'HTTPie', 'xh'];

const titlesOf = (id: string): string[] => {
  const titles = clientTitles(id);
  return titles.length > 0 ? [...new Set(titles)] : COMMANDS;
};

const languageRows = languages.map(
  ({ id, summary, extensions, fileNames }) =>
    `| ${summary} | ${Object.keys(extensions)
      .map((ending) => `\`${ending}\``)
      .join(
        ' ',
      )}${fileNames ? ', and files named as its tools name them' : ''} | ${titlesOf(id).join(', ')} |`,
);

const formRows = forms.map(
  ({ summary, languages: ids }) =>
    `| ${summary} | ${ids.map((id) => languageOfId(id)!.summary.split(/,| \(/)[0]).join(', ')} |`,
);

it('docs/scan.md, the languages, clients and forms', async () => {
  const tables = [
    '| language | files | clients |',
    '|---|---|---|',
    ...languageRows,
    '',
    '| code inside other files | read as |',
    '|---|---|',
    ...formRows,
  ].join('\n');
  const page = readFileSync(PAGE, 'utf8').replace(
    /<!-- languages -->[\s\S]*<!-- end -->/,
    () => `<!-- languages -->\n\n${tables}\n\n<!-- end -->`,
  );
  await expect(page).toMatchFileSnapshot(PAGE);
});
