// The files of the shipped packs -> their compiled form. Runs in the build.
import { compileMatrix } from '../src/matrix/compiled.js';
import { compiledFile, PACKS, packFile } from '../src/matrix/index.js';
import { readMatrix } from '../src/matrix/read-matrix.js';

/** Path of each compiled file -> its text. Throws on a pack with a fault. */
export function compilePacks(read: (file: string) => string, build: string): Map<string, string> {
  const files = new Set([...PACKS.values()].flat());
  return new Map(
    [...files].map((file) => {
      const { value, findings } = readMatrix(read(file), packFile(file));
      const [first] = findings;
      if (!value || first) throw new Error(`${file}:${first?.location.line}: ${first?.message}`);
      return [compiledFile(file), compileMatrix(value, build)];
    }),
  );
}
