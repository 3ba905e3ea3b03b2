// Plug points: every file that could be listed is listed, its id is its file name, and it says what it is.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callSources } from '../src/calls/index.js';
import { checks } from '../src/checks/index.js';
import { commands } from '../src/commands/index.js';
import { subcommands } from '../src/commands/matrix.js';
import { grantSources } from '../src/grants/index.js';
import { importers } from '../src/matrix/import/index.js';
import { reporters } from '../src/reporters/index.js';

const folder = (name: string) => new URL(`../src/${name}/`, import.meta.url).pathname;

/** The files of a folder that define a plug-in. */
const pluginsIn = (name: string, define: string): string[] =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      new RegExp(`= ${define}\\(\\{`).test(readFileSync(folder(name) + file, 'utf8')),
    )
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();

describe.each([
  ['checks', 'defineCheck', checks],
  ['calls', 'defineCallSource', callSources],
  ['grants', 'defineGrantSource', grantSources],
  ['reporters', 'defineReporter', reporters],
  ['commands', 'defineCommand', commands],
  ['commands/matrix', 'defineCommand', subcommands],
  ['matrix/import', 'defineImporter', importers],
] as const)('%s', (name, define, list) => {
  const listed = list.map(({ id }) => id).sort();
  it('lists every file once, by its name', () => {
    const forgotten = pluginsIn(name, define).filter((id) => !listed.includes(id));
    expect(forgotten, `no line in the list of src/${name}`).toEqual([]);
    expect(listed).toEqual(pluginsIn(name, define));
  });
  it.each(list.map(({ id, summary }) => [id, summary] as const))(
    '%s has a one-line summary',
    (_, summary) => {
      expect(summary).toMatch(/^\S.{10,120}[^.]$/);
    },
  );
});
