// What the code scan asks of the machine, beside the scan itself: the build makes one file of both, loaded when asked for.
import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { SourceText } from './calls/scan/lower-files.js';
import type { FileSyntax } from './calls/scan/syntax.js';

export { scanner } from './scan/scanner.js';

/** The files of a folder without what git ignores, or without hidden and package folders; none where it cannot be read. */
export function listSources(folder: string): string[] {
  try {
    return listByGit(folder) ?? walk(folder);
  } catch {
    return [];
  }
}

/** The files of a folder that git does not ignore, links left out; `null` where git cannot tell. */
function listByGit(folder: string): string[] | null {
  const tracked = git(folder, ['--cached', '--stage']);
  const others = git(folder, ['--others', '--exclude-standard']);
  if (!tracked || !others) return null;
  // mode, object, stage, path: a link is 120000, a module of another repository 160000
  const files = tracked.flatMap((line) => /^100\d{3} \S+ \d\t(.*)$/s.exec(line)?.[1] ?? []);
  const own = others.filter((path) => lstatSync(join(folder, path), NEVER)?.isFile());
  return [...new Set([...files, ...own])].sort();
}

const NEVER = { throwIfNoEntry: false } as const;

function git(folder: string, options: readonly string[]): string[] | null {
  const argv = ['ls-files', '-z', ...options];
  const ran = spawnSync('git', argv, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  return ran.status === 0 ? ran.stdout.split('\0').filter((line) => line !== '') : null;
}

/** All files below a folder but for hidden folders and those of packages. */
function walk(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile()) return [path];
      if (!entry.isDirectory() || /^(\..*|node_modules)$/.test(entry.name)) return [];
      return walk(folder, path);
    })
    .sort();
}

/** The threads lower as the build has them: in a file beside the program. */
export function lowerInThread(packageFolder: string, sources: readonly SourceText[]): FileSyntax[] {
  if (sources.length === 0) return [];
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(join(packageFolder, 'dist', 'lower.cjs'), {
    workerData: { sources, port: port2, done },
    transferList: [port2],
  });
  Atomics.wait(done, 0, 0);
  const { files, fault } = receiveMessageOnPort(port1)?.message ?? {};
  port1.close();
  void worker.terminate();
  if (!files) throw new Error(`source files cannot be read: ${fault ?? 'the thread ended'}`);
  return files;
}
