// What can be added with one file and one line: a file without its line, or under another name, fails with what to do.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GRAMMARS } from '../.ci/grammars.mjs';
import { callSources } from '../src/calls/index.js';
import { checks } from '../src/checks/index.js';
import { commands } from '../src/commands/index.js';
import { subcommands } from '../src/commands/matrix.js';
import { grantSources } from '../src/grants/index.js';
import { importers } from '../src/matrix/import/index.js';
import { reporters } from '../src/reporters/index.js';
import { forms } from '../src/scan/embedded/forms/index.js';
import { languages } from '../src/scan/frontend/languages/index.js';

const root = new URL('..', import.meta.url).pathname;
const LANGUAGES = 'src/scan/frontend/languages';
const CLIENTS = 'src/scan/http/clients';

/** A folder, what its files call to define themselves, the file with the list of them, and that list. */
const PLUGS = [
  ['src/checks', 'defineCheck', 'src/checks/index.ts', { checks }],
  ['src/calls', 'defineCallSource', 'src/calls/index.ts', { callSources }],
  ['src/grants', 'defineGrantSource', 'src/grants/index.ts', { grantSources }],
  ['src/reporters', 'defineReporter', 'src/reporters/index.ts', { reporters }],
  ['src/commands', 'defineCommand', 'src/commands/index.ts', { commands }],
  ['src/commands/matrix', 'defineCommand', 'src/commands/matrix.ts', { subcommands }],
  ['src/matrix/import', 'defineImporter', 'src/matrix/import/index.ts', { importers }],
  ['src/scan/embedded/forms', 'defineForm', 'src/scan/embedded/forms/index.ts', { forms }],
  [LANGUAGES, 'defineLanguage', `${LANGUAGES}/index.ts`, { languages }],
] as const;

interface Plugin {
  readonly id: string;
  readonly summary: string;
}

/** The names of the files in a folder that hold a text; a folder in it counts as its `index.ts`. */
const filesWith = (folder: string, text: string): string[] =>
  readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const file = entry.isDirectory() ? `${entry.name}/index.ts` : entry.name;
    const path = `${root}${folder}/${file}`;
    if (!file.endsWith('.ts') || !existsSync(path)) return [];
    return readFileSync(path, 'utf8').includes(text) ? [file] : [];
  });

/** The id that a file gives what it defines: its own name, or that of its folder. */
const idOf = (file: string): string => file.replace(/(\/index)?\.ts$/, '');

describe.each(PLUGS)('%s', (folder, define, index, lists) => {
  const [[name, list]] = Object.entries(lists) as [[string, readonly Plugin[]]];

  it('has each of its files in its list, once and under the name of the file', () => {
    const files = filesWith(folder, `${define}({`);
    const ids = list.map(({ id }) => id);
    const forgotten = files
      .filter((file) => !ids.includes(idOf(file)))
      .map(
        (file) =>
          `${folder}/${file}: import it in ${index}, put it into \`${name}\`, and give it the id '${idOf(file)}'`,
      );
    const nameless = ids
      .filter((id) => !files.some((file) => idOf(file) === id))
      .map(
        (id) => `${index}: \`${name}\` has the id '${id}', but there is no file ${folder}/${id}`,
      );
    const double = ids
      .filter((id, at) => ids.indexOf(id) !== at)
      .map((id) => `${index}: \`${name}\` has '${id}' twice`);
    expect([...forgotten, ...nameless, ...double]).toEqual([]);
  });

  it('says in one line what each of them is', () => {
    // the summary of a language is its name, which may be as short as `Go`
    const line = define === 'defineLanguage' ? /^\S.{0,120}[^.]$/ : /^\S.{10,120}[^.]$/;
    const faults = list
      .filter(({ summary }) => !line.test(summary))
      .map(
        ({ id }) =>
          `${folder}/${id}: \`summary\` is one line of 12 to 122 characters without a full stop`,
      );
    expect(faults).toEqual([]);
  });
});

describe('a language', () => {
  it('has its grammars in the build, and the build has no others', () => {
    const copied = Object.keys(GRAMMARS);
    const named = languages.flatMap(({ extensions }) => Object.values(extensions));
    const forgotten = named
      .filter((grammar) => !copied.includes(grammar))
      .map((grammar) => `.ci/grammars.mjs: put '${grammar}' into GRAMMARS`);
    const idle = copied
      .filter((grammar) => !named.includes(grammar))
      .map(
        (grammar) => `.ci/grammars.mjs: no language names '${grammar}', take it out of GRAMMARS`,
      );
    expect([...forgotten, ...idle]).toEqual([]);
  });
});

describe(CLIENTS, () => {
  it('has each list of clients in its index, under the id of a language', () => {
    const index = readFileSync(`${root}${CLIENTS}/index.ts`, 'utf8');
    const files = filesWith(CLIENTS, ': readonly Client[] = [');
    const forgotten = files
      .filter((file) => !index.includes(`'./${idOf(file)}.js'`))
      .map(
        (file) => `${CLIENTS}/${file}: import it in ${CLIENTS}/index.ts, put it into \`CLIENTS\``,
      );
    const foreign = files
      .filter((file) => !languages.some(({ id }) => id === idOf(file)))
      .map((file) => `${CLIENTS}/${file}: there is no language '${idOf(file)}'`);
    expect([...forgotten, ...foreign]).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
  });
});
