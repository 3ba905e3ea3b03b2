// Texts of source files -> their lowered forms, made by threads of the build while the program does something else.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import type { SourceText } from '../scan/frontend/lower-files.js';
import type { FileSyntax } from '../scan/ir.js';
import { MachineFault } from './fault.js';
import { Unpacker } from './packed-data.js';

/** A file that keeps a thread busy for longer, or a thread that ends without a word, is given up. */
const PATIENCE = 60_000;
/** To begin a thread takes as long as to lower so many files. */
const FILES_PER_THREAD = 25;
const MOST_THREADS = 4;
/** Of so many characters to parse it pays that V8 compiles the hot code of a parser a second time. */
const MUCH_TEXT = 2_000_000;

/** Begins threads before it is known what they are to lower: that takes as long as a dozen files. */
export function beginThreads(packageFolder: string): void {
  // V8 would compile the hot code of a parser a second time, which takes longer than it mostly saves
  setFlagsFromString('--liftoff-only');
  try {
    for (let n = Math.min(2, availableParallelism()); n > 0; n--)
      idle.push(new Lowerer(packageFolder));
  } catch {
    // whether any is needed is not known yet; if so, beginning it says what is wrong
  }
}

function useUsualFlags(): void {
  for (const flag of ['--no-liftoff-only', '--wasm-tier-up', '--wasm-dynamic-tiering'])
    setFlagsFromString(flag);
}

/** Threads that wait for sources. */
const idle: Lowerer[] = [];
/** Counts what happened in any thread, so that one wait is for all threads. */
const happened = new Int32Array(new SharedArrayBuffer(4));

/** A thread that runs `dist/lower.cjs`, and the port to it. It does not keep the program alive. */
class Lowerer {
  readonly ended = new Int32Array(new SharedArrayBuffer(4));
  readonly port: MessagePort;
  readonly unpacker = new Unpacker();
  private readonly worker: Worker;

  constructor(readonly packageFolder: string) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = new Worker(join(packageFolder, 'dist', 'lower.cjs'), {
      workerData: { port: port2, happened, ended: this.ended },
      transferList: [port2],
    });
    this.worker.unref();
    // this program waits and hears no event: it notices the end of a thread by the flag `ended`
    this.worker.on('error', () => {});
  }

  end(): void {
    this.port.close();
    void this.worker.terminate();
  }
}

const UNREAD = 'source files cannot be read';

function beginThread(packageFolder: string): Lowerer {
  try {
    return new Lowerer(packageFolder);
  } catch (error) {
    throw new MachineFault(`${UNREAD}, for that takes a thread`, error);
  }
}

/**
 * Lowers in threads, as the build has them: in a file beside the program. A file that a thread breaks on is left out, and
 * a new thread goes on behind it. Throws where no thread can lower anything.
 * @param meanwhile what the program does while the threads begin
 */
export function lowerInThreads(
  packageFolder: string,
  sources: readonly SourceText[],
  meanwhile: () => void = () => {},
  patience = PATIENCE,
): FileSyntax[] {
  const lowered: (FileSyntax | undefined)[] = [];
  if (sources.reduce((sum, { text }) => sum + text.length, 0) > MUCH_TEXT) useUsualFlags();
  const wanted = Math.ceil(sources.length / FILES_PER_THREAD);
  const count = Math.min(wanted, MOST_THREADS, availableParallelism());
  const threads = Array.from({ length: count }, (_, number) => {
    const share = [...sources.keys()].filter((index) => index % count === number);
    return new Thread(packageFolder, sources, share, patience);
  });
  try {
    meanwhile();
    for (;;) {
      // before the messages are asked for: what is posted after that is not lost
      const seen = Atomics.load(happened, 0);
      for (const thread of threads) thread.take(lowered);
      const running = threads.filter(({ finished }) => !finished);
      if (running.length === 0) return lowered.filter((file) => file !== undefined);
      const hopeless = running.find((thread) => thread.isHopeless(lowered.length > 0));
      if (hopeless) throw new MachineFault(UNREAD, hopeless.fault);
      const patient = Math.min(...running.map((thread) => thread.patienceLeft()));
      Atomics.wait(happened, 0, seen, Math.max(1, patient));
    }
  } finally {
    for (const thread of threads) thread.end();
    // the compiled code that is kept at the end must be made under the usual flags
    useUsualFlags();
  }
}

/** A thread that works through its share of the files, and is begun anew behind one that it breaks on. */
class Thread {
  finished = false;
  fault = 'the thread ended';
  /** How many times in a row it broke without a word on any file. */
  private broken = 0;
  private next = 0;
  private heard = Date.now();
  private lowerer: Lowerer | null = null;

  constructor(
    private readonly packageFolder: string,
    private readonly sources: readonly SourceText[],
    private readonly share: readonly number[],
    private readonly patience: number,
  ) {
    this.begin();
  }

  /** Takes what the thread has done, and begins it anew where it broke. */
  take(lowered: (FileSyntax | undefined)[]): void {
    while (!this.finished) {
      const { port, unpacker, ended: flag } = this.lowerer!;
      const ended = Atomics.load(flag, 0) === 1;
      const message = receiveMessageOnPort(port)?.message;
      if (message && message.fault === undefined) {
        const index = this.share[this.next++]!;
        if (message.packed) lowered[index] = unpacker.unpack(message.packed) as FileSyntax;
        [this.broken, this.heard] = [0, Date.now()];
        if (this.next === this.share.length) this.finish();
      } else if (message || ended) this.giveUp(String(message?.fault ?? 'the thread ended'));
      else if (this.patienceLeft() <= 0) this.giveUp('no answer');
      else return;
    }
  }

  /** Whether it broke several times in a row before anything was lowered: then the files are not the reason. */
  isHopeless(anyLowered: boolean): boolean {
    return this.broken > 2 && !anyLowered;
  }

  /** In milliseconds. */
  patienceLeft(): number {
    return this.patience - (Date.now() - this.heard);
  }

  end(): void {
    this.lowerer?.end();
  }

  private finish(): void {
    this.finished = true;
    this.end();
  }

  private giveUp(fault: string): void {
    this.fault = fault;
    this.broken++;
    this.next++;
    this.end();
    if (this.next >= this.share.length) this.finished = true;
    else this.begin();
  }

  private begin(): void {
    const at = idle.findIndex(({ packageFolder }) => packageFolder === this.packageFolder);
    const [waiting] = at === -1 ? [] : idle.splice(at, 1);
    this.lowerer = waiting ?? beginThread(this.packageFolder);
    this.lowerer.port.postMessage(this.share.slice(this.next).map((index) => this.sources[index]!));
    this.heard = Date.now();
  }
}
