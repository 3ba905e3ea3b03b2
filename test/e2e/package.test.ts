// What is in the tarball: all that a user needs, and nothing of the repository or the machine that packed it.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packed = inject('packed');
const folder = join(inject('project'), 'node_modules', 'permlint');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

const EXPECTED = [
  /^LICENSE$/,
  /^README\.md$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^dist\/([\w-]+\/)*[\w-]+\.d\.ts$/,
  /^dist\/index\.js$/,
  /^dist\/permlint\.cjs$/,
  /^docs\/checks\.md$/,
  /^docs\/verdicts\.md$/,
  /^dist\/(scan|lower|record|recorder)\.cjs$/,
  /^dist\/grammars\/(web-)?tree-sitter(-[a-z-]+)?\.wasm$/,
  /^dist\/packs\/(permissions|ringcentral)\.json$/,
  /^rules\/ringcentral\.yaml$/,
  /^package\.json$/,
  /^permissions\.yaml$/,
  /^schema\/(baseline|config|matrix|plan|report)\.json$/,
];
const MAY_BE_THERE = [/^dist\/[\w-]+\.cjs$/];

describe('the tarball', () => {
  it.each(EXPECTED)('holds %s', (pattern) => {
    expect(packed.filter((path) => pattern.test(path))).not.toEqual([]);
  });

  it('holds nothing else', () => {
    const known = [...EXPECTED, ...MAY_BE_THERE];
    expect(packed.filter((path) => !known.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it('holds the declarations that the public one reaches, and no others', () => {
    const reached = new Set(['dist/index.d.ts']);
    for (const file of reached) {
      for (const [, path] of read(file).matchAll(/(?:from |import\()'(\.[^']+)\.js'/g))
        reached.add(posix.join(dirname(file), `${path}.d.ts`));
    }
    expect(packed.filter((path) => path.endsWith('.d.ts'))).toEqual([...reached].sort());
  });

  it.each(packed)('%s names no folder of the machine that packed it', (path) => {
    const text = read(path);
    for (const place of [root, `${homedir()}/`, 'file:///']) expect(text).not.toContain(place);
  });
});

describe('package.json', () => {
  const { bin, exports, types, files, dependencies } = JSON.parse(read('package.json'));

  it.each([
    bin.permlint,
    types,
    exports['.'].types,
    exports['.'].default,
    ...files.filter((name: string) => !/[*!]/.test(name)),
  ])('names %s, which is there', (path) => {
    expect(existsSync(join(folder, path))).toBe(true);
  });

  it('asks for no other package', () => {
    expect(dependencies ?? {}).toEqual({});
  });
});

describe('the notices', () => {
  it.each(['yaml', 'commander', 'picomatch', 'fastest-levenshtein'])(
    'tell the licence of %s',
    (name) => {
      expect(read('dist/THIRD-PARTY-NOTICES.txt')).toMatch(
        new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC)\\)$`, 'm'),
      );
    },
  );
});
