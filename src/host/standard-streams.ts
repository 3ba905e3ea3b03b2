// Texts -> standard output and standard error, at once; a question -> what a person types. Part of the host.
import { fstatSync, readSync, writeSync } from 'node:fs';
import { MachineFault } from './fault.js';

/** Throws a `MachineFault` where standard output cannot be written. */
export function print(text: string): void {
  try {
    writeAll(1, text);
  } catch (error) {
    throw new MachineFault('standard output cannot be written', error);
  }
}

/** Where standard error cannot be written there is nobody to tell; the exit code says it all the same. */
export function complain(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // nothing is left to say it with
  }
}

const STREAMS = [() => process.stdin, () => process.stdout, () => process.stderr] as const;

/** Whether a terminal is behind a descriptor. The stream is asked last, because it loads much of Node. */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && STREAMS[descriptor]().isTTY === true;
  } catch {
    return false;
  }
}

/** Whether somebody can be asked, and reads the question. */
const isAttended = (): boolean => isTerminal(0) && isTerminal(2);

const MOST_TYPED = 64 * 1024;

/** One line; `null` where nobody can answer, or the input ends before anything is typed. */
export function askTerminal(question: string): string | null {
  if (!isAttended()) return null;
  complain(question);
  const bytes = Buffer.alloc(1024);
  let typed = '';
  while (!typed.includes('\n') && typed.length < MOST_TYPED) {
    try {
      const read = readSync(0, bytes, 0, bytes.length, null);
      if (read === 0) {
        complain('\n');
        return typed === '' ? null : typed;
      }
      typed += bytes.toString('utf8', 0, read);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return typed === '' ? null : typed;
      if (code !== 'EAGAIN') return null;
      // a terminal that does not block: its person is still typing
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  return typed.replace(/\r?\n.*$/s, '');
}

/**
 * Writes at once, in order. The streams of the process would load the network code of Node first.
 * A reader that went away (`| head`) gets nothing more, and is no error.
 */
function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = new TextEncoder().encode(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' || code === 'EOF') return;
      if (code !== 'EAGAIN') throw error;
      // a pipe that does not block is full: give its reader a moment
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
