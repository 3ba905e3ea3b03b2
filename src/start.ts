// Starts the program with the code that V8 compiled for it last time, which is kept beside it.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** A hash of the program; the build puts it in. */
declare const PERMLINT_BUILD: string;

const program = join(__dirname, 'main.cjs');
const folder = join(__dirname, '.cache');
// whoever can write here can change the program itself, so the cache adds no way in
const cache = join(folder, `${PERMLINT_BUILD}-${process.version}-${process.arch}.bin`);
const wanted = !process.env.NODE_DISABLE_COMPILE_CACHE;

const cachedData = wanted ? readCache() : undefined;
const source = readFileSync(program, 'utf8');
const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
const script = new Script(wrapped, { filename: program, ...(cachedData && { cachedData }) });
if (wanted && (!cachedData || script.cachedDataRejected)) process.once('exit', writeCache);
script.runInThisContext()(exports, require, module, program, __dirname);

function readCache(): Buffer | undefined {
  try {
    return readFileSync(cache);
  } catch {
    return undefined;
  }
}

/** Whole or not at all; a folder that may not be written to has no cache. */
function writeCache(): void {
  try {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${cache}.${process.pid}`;
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, cache);
  } catch {
    // the next start compiles again
  }
}
