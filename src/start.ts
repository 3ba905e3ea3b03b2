// Starts the program with the code that V8 compiled for it last time, which is kept beside it; and the scan, when it asks.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** The parts of the program and a hash of each; the build puts them in. */
declare const PERMLINT_BUILD: Readonly<Record<string, string>>;

const folder = join(__dirname, '.cache');
const wanted = !process.env.NODE_DISABLE_COMPILE_CACHE;

const running = new Map<string, { exports: unknown }>();

runPart('main');

/** Runs a part as a module, once, and gives what it exports. */
function runPart(part: string): unknown {
  const known = running.get(part);
  if (known) return known.exports;
  const file = join(__dirname, `${part}.cjs`);
  // whoever can write here can change the program itself, so the cache adds no way in
  const cache = join(folder, `${PERMLINT_BUILD[part]}-${process.version}-${process.arch}.bin`);
  const cachedData = wanted ? readCache(cache) : undefined;
  const source = readFileSync(file, 'utf8');
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new Script(wrapped, { filename: file, ...(cachedData && { cachedData }) });
  if (wanted && (!cachedData || script.cachedDataRejected))
    process.once('exit', () => writeCache(cache, script));
  const module = { exports: {} };
  running.set(part, module);
  const load = (name: string): unknown => {
    const inner = /^\.\/(\w+)\.cjs$/.exec(name)?.[1];
    return inner !== undefined && inner in PERMLINT_BUILD ? runPart(inner) : require(name);
  };
  script.runInThisContext()(module.exports, load, module, file, __dirname);
  return module.exports;
}

function readCache(cache: string): Buffer | undefined {
  try {
    return readFileSync(cache);
  } catch {
    return undefined;
  }
}

/** Whole or not at all; a folder that may not be written to has no cache. */
function writeCache(cache: string, script: Script): void {
  try {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${cache}.${process.pid}`;
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, cache);
  } catch {
    // the next start compiles again
  }
}
