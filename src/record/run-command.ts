// A command -> the requests that its Node programs sent, and how it ended. Loaded only to record.
import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { MachineFault } from '../host/fault.js';
import type { RecordedRun } from '../host/recorded-run.js';
import { joinOptions, preloadOption } from './preload-option.js';
import { FOLDER_VARIABLE, HOSTS_FILE } from './seen-request.js';

/** Signals that are passed on: sent to this program alone, they would not reach the command. */
const FORWARDED = (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const).filter(
  (signal) => signal in constants.signals,
);
/** At a terminal these are not passed on: it sends them to the command itself. */
const FROM_TERMINAL: readonly string[] = ['SIGINT', 'SIGQUIT'];

/** Runs a command with the recorder in each of its Node programs; `done` is called once, when it has ended. */
export function runCommand(
  packageFolder: string,
  [command = '', ...argv]: readonly string[],
  hosts: readonly string[],
  done: (run: RecordedRun) => void,
): void {
  const nothingRun = (what: string) => `nothing was run: ${what}`;
  const folder = orRefuse(nothingRun('the temporary folder cannot be written'), () =>
    mkdtempSync(join(tmpdir(), 'permlint-record-')),
  );
  const remove = () => removeFolder(folder);
  // whatever happens to this program from here on
  process.on('exit', remove);
  orRefuse(nothingRun('the temporary folder cannot be written'), () =>
    writeFileSync(join(folder, HOSTS_FILE), JSON.stringify(hosts), { mode: 0o600 }),
  );
  const option = preloadOption(join(packageFolder, 'dist', 'recorder.cjs'));
  const child = orRefuse(nothingRun('the command cannot be started'), () =>
    spawn(command, argv, {
      stdio: 'inherit',
      env: {
        ...process.env,
        [FOLDER_VARIABLE]: folder,
        NODE_OPTIONS: joinOptions(option, process.env.NODE_OPTIONS),
      },
    }),
  );
  const atTerminal = [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
  const forward = (signal: NodeJS.Signals): void => {
    if (!atTerminal || !FROM_TERMINAL.includes(signal)) child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  const end = (code: number, fault: string | null): void => {
    for (const signal of FORWARDED) process.off(signal, forward);
    const { lines, programs } = orRefuse('the recording cannot be read', () => readLines(folder));
    remove();
    done({ code, fault, lines, programs });
  };
  child.once('exit', (code, signal) => end(code ?? 128 + constants.signals[signal!], null));
  child.once('error', ({ code }: NodeJS.ErrnoException) => {
    // a signal that cannot be sent is no end
    if (child.pid !== undefined) return;
    if (code === 'ENOENT') end(127, 'there is no such command');
    else end(126, `it cannot be started (${code})`);
  });
}

function orRefuse<T>(what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new MachineFault(what, error);
  }
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // what the system keeps in its temporary folder it clears itself
  }
}

const CHUNK = 1 << 20;

/** Reads in pieces: a recording may be longer than a string. A line that has no end was not written to its end. */
function readLines(folder: string): Pick<RecordedRun, 'lines' | 'programs'> {
  const lines = new Map<string, number>();
  const files = readdirSync(folder).filter((name) => name !== HOSTS_FILE);
  const bytes = Buffer.allocUnsafe(CHUNK);
  for (const name of files) {
    const file = openSync(join(folder, name), 'r');
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
      const [first = '', ...others] = decoder.write(bytes.subarray(0, read)).split('\n');
      const whole = [rest + first, ...others];
      rest = whole.pop() ?? '';
      for (const line of whole) lines.set(line, (lines.get(line) ?? 0) + 1);
    }
    closeSync(file);
  }
  // threads are files of their own, named for their process
  const programs = new Set(files.map((name) => name.split('-')[0])).size;
  return { lines, programs };
}
