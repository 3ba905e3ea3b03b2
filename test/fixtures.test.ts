// Every folder of fixtures/ with a `commands` file is a small project; what its commands print stands in expected.txt.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const root = new URL('..', import.meta.url).pathname;
const cases = readdirSync(join(root, 'fixtures')).filter((name) =>
  existsSync(join(root, 'fixtures', name, 'commands')),
);

/** A command line as a shell splits it; enough for fixtures. `< FILE` is standard input. */
const split = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

function projectOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const files = Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  return {
    ...files,
    '../../permissions.yaml': readFileSync(join(root, 'permissions.yaml'), 'utf8'),
  };
}

describe('fixtures', () => {
  it.each(cases)('%s', async (name) => {
    const folder = join(root, 'fixtures', name);
    const files = projectOf(folder);
    const session = files
      .commands!.trim()
      .split('\n')
      .map((line) => {
        const [command = '', input] = line.split(' < ');
        const { code, out, err } = permlint(split(command).slice(1), {
          files,
          stdin: files[input ?? ''],
        });
        return `$ ${line}\n${out}${err}[exit ${code}]\n`;
      });
    await expect(session.join('\n')).toMatchFileSnapshot(join(folder, 'expected.txt'));
  });
});
