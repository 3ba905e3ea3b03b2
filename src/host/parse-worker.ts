// A thread that lowers source files: texts in, lowered files out one by one. The parsers load asynchronously; the program waits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, workerData } from 'node:worker_threads';
import { lowerEach, prepareParser, type SourceText } from '../scan/frontend/lower-files.js';
import { whyRefused } from './fault.js';
import { Packer } from './packed-data.js';

const { port, happened, ended } = workerData as {
  /** Gives the sources, once, and takes what becomes of them. */
  port: MessagePort;
  /** Counts what happens, in all threads together. */
  happened: Int32Array;
  /** Whether this thread has ended. */
  ended: Int32Array;
};

const readGrammar = (name: string) => readFileSync(join(__dirname, 'grammars', name));
/** To wake the program takes as long as to lower a small file: in milliseconds, how often that is done. */
const WAKING = 5;
let woken = 0;
const notify = () => {
  woken = performance.now();
  Atomics.add(happened, 0, 1);
  Atomics.notify(happened, 0);
};

/** @param finish what is done before the last file is given: after that the thread may be ended at any time */
export function waitForSources(finish: () => void): void {
  const packer = new Packer();
  port.once('message', (sources: readonly SourceText[]) => {
    lowerEach(sources, readGrammar, (lowered, index) => {
      if (index === sources.length - 1) finish();
      const packed = lowered && packer.pack(lowered);
      port.postMessage({ packed }, packed ? [packed.words.buffer] : []);
      if (performance.now() - woken > WAKING) notify();
    })
      .catch((error: unknown) => port.postMessage({ fault: whyRefused(error) }))
      .finally(() => {
        Atomics.store(ended, 0, 1);
        notify();
        port.close();
      });
  });
  // the parser loads while the sources are still being collected; a fault shows when they are lowered
  prepareParser(readGrammar).catch(() => {});
}
