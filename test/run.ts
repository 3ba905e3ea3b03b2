// The command line in a test: argv and files -> what it printed and how it ended. Nothing of the machine is touched.
import { compilePacks } from '../.ci/compile-packs.js';
import { run } from '../src/cli.js';
import type { RunGit } from '../src/host/git/git.js';
import { type Host, nodeFiles } from '../src/host/host.js';
import type { RecordedRun } from '../src/host/recorded-run.js';
import * as scanProgram from '../src/host/scan-program.js';
import { STANDARD_INPUT } from '../src/model/model.js';
import type { Files } from '../src/text/files.js';

declare const PERMLINT_PACKS: string;

const packageFolder = new URL('..', import.meta.url).pathname;
const shipped = nodeFiles(packageFolder);
const readShipped = (file: string) => new TextDecoder().decode(shipped.read(`permlint:${file}`));
let compiled: ReadonlyMap<string, string> | undefined;

/** The files of the package; the packs are compiled as the build does it, once. */
export const shippedFiles: Files = {
  ...shipped,
  kind: (path) => (path.startsWith('permlint:dist/packs/') ? 'file' : shipped.kind(path)),
  read(path) {
    if (!path.startsWith('permlint:dist/packs/')) return shipped.read(path);
    compiled ??= compilePacks(readShipped, PERMLINT_PACKS);
    return new TextEncoder().encode(compiled.get(path.replace('permlint:', '')));
  },
};

/** What a run left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly written: Readonly<Record<string, string>>;
  /** What was said of what takes long, in order. */
  readonly progress: readonly string[];
}

/** A machine with these files and no others (but those of the package). */
export interface Machine {
  /** Path from the working directory -> text, bytes, or the code of the error that reading it throws. */
  readonly files?: Readonly<Record<string, string | Uint8Array | { readonly error: string }>>;
  readonly stdin?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  readonly git?: RunGit;
  /** What a person types when asked; without it there is nobody to ask. */
  readonly answer?: string;
  /** What comes of every command that is recorded. */
  readonly recorded?: Partial<RecordedRun>;
}

/** Files in memory; `permlint:NAME` and everything named `real:` come from the package. */
export function memoryFiles({ files = {}, stdin = '' }: Machine): Files {
  return {
    kind(path) {
      if (path.startsWith('permlint:')) return shippedFiles.kind(path);
      if (path in files) return 'file';
      if (path === '.') return 'folder';
      const folder = path === '.' ? '' : `${path.replace(/\/$/, '')}/`;
      return Object.keys(files).some((name) => name.startsWith(folder)) ? 'folder' : null;
    },
    local: (path) => path.replace(/^(\/app|\.)\//, ''),
    read(path) {
      if (path.startsWith('permlint:')) return shippedFiles.read(path);
      const held = path === STANDARD_INPUT ? stdin : files[path];
      if (held === undefined) throw Object.assign(new Error('none'), { code: 'ENOENT' });
      if (typeof held === 'string') return new TextEncoder().encode(held);
      if (held instanceof Uint8Array) return held;
      throw Object.assign(new Error('injected'), { code: held.error });
    },
    sources(folder) {
      return this.list(folder);
    },
    list(folder) {
      const prefix = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
      const below = Object.keys(files).filter((name) => name.startsWith(prefix));
      return below.map((name) => name.slice(prefix.length)).sort();
    },
  };
}

/** Runs the command line in memory. */
export function permlint(argv: readonly string[], machine: Machine = {}): Ran {
  let [out, err] = ['', ''];
  const progress: string[] = [];
  const written: Record<string, string> = {};
  const host: Host = {
    files: memoryFiles(machine),
    workingDirectory: '/app',
    environment: machine.environment ?? {},
    terminal: machine.terminal ?? false,
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    ask: (question) => {
      if (machine.answer === undefined) return null;
      err += question;
      return machine.answer;
    },
    write: (path, text) => {
      written[path] = text;
    },
    progress: (text) => {
      progress.push(text);
    },
    // the thread of the build: npm ci makes it, npm run build makes it anew
    beginLowering: () => {},
    lower: (sources) => scanProgram.lowerInThreads(packageFolder, sources),
    git: machine.git ?? (() => ({ ok: false, bytes: new Uint8Array(), fault: 'ENOENT' })),
    scanner: () => scanProgram.scanner,
    record: (_command, _hosts, done) =>
      done({ code: 0, fault: null, programs: 1, lines: new Map(), ...machine.recorded }),
    today: () => '2026-11-23',
    folderInRepository: () => '',
  };
  const code = run(argv, host);
  return { code, out, err, written, progress };
}
