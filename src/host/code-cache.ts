// Parts of the built program -> their exports, run with the code that V8 compiled for them the last time, kept beside them.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** The parts of the program and a hash of each; the build puts them in. */
declare const PERMLINT_BUILD: Readonly<Record<string, string>>;

/** Runs parts, each once. */
export class PartRunner {
  private readonly running = new Map<string, { exports: unknown }>();
  private readonly fresh: { cache: string; script: Script }[] = [];
  private readonly wanted = !process.env.NODE_DISABLE_COMPILE_CACHE;

  /**
   * @param folder where the parts are
   * @param load loads what a part requires that is no part
   * @param writer a word that no other process or thread has, for the names of unfinished files
   */
  constructor(
    private readonly folder: string,
    private readonly load: (name: string) => unknown,
    private readonly writer: string,
  ) {}

  /** Runs a part as a module and gives what it exports. */
  run(part: string): unknown {
    const known = this.running.get(part);
    if (known) return known.exports;
    const file = join(this.folder, `${part}.cjs`);
    // whoever can write here can change the program itself, so the cache adds no way in
    const name = `${PERMLINT_BUILD[part]}-${process.version}-${process.arch}.bin`;
    const cache = join(this.folder, '.cache', name);
    const cachedData = this.wanted ? readCache(cache) : undefined;
    // the build writes ASCII alone, which is read much faster as what it is
    const source = readFileSync(file, 'latin1');
    const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
    const script = new Script(wrapped, { filename: file, ...(cachedData && { cachedData }) });
    if (this.wanted && (!cachedData || script.cachedDataRejected))
      this.fresh.push({ cache, script });
    const module = { exports: {} };
    this.running.set(part, module);
    const require = (asked: string): unknown => {
      const inner = /^\.\/([\w-]+)\.cjs$/.exec(asked)?.[1];
      return inner !== undefined && inner in PERMLINT_BUILD ? this.run(inner) : this.load(asked);
    };
    script.runInThisContext()(module.exports, require, module, file, this.folder);
    return module.exports;
  }

  /** Writes the compiled code of each part that had none. Called at the end, when most functions are compiled. */
  keep(): void {
    for (const { cache, script } of this.fresh.splice(0)) {
      const unfinished = `${cache}.${this.writer}`;
      try {
        // renamed when it is whole; where the folder cannot be written to there is no cache
        mkdirSync(join(this.folder, '.cache'), { recursive: true });
        writeFileSync(unfinished, script.createCachedData());
        renameSync(unfinished, cache);
      } catch {
        // the next start compiles again
        remove(unfinished);
      }
    }
  }
}

/** Removes what a full disk took only the beginning of. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // where nothing can be removed, nothing was written
  }
}

function readCache(cache: string): Buffer | undefined {
  try {
    return readFileSync(cache);
  } catch {
    return undefined;
  }
}
