// A thread that lowers source files: texts in, lowered files out one by one. The parsers load asynchronously; the program waits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, workerData } from 'node:worker_threads';
import { lowerEach, prepareParser, type SourceText } from '../scan/frontend/lower-files.js';
import { whyRefused } from './fault.js';

const { port, happened, ended } = workerData as {
  /** Gives the sources, once, and takes what becomes of them. */
  port: MessagePort;
  /** Counts what happens, in all threads together. */
  happened: Int32Array;
  /** Whether this thread has ended. */
  ended: Int32Array;
};

const readGrammar = (name: string) => readFileSync(join(__dirname, 'grammars', name));
const notify = () => {
  Atomics.add(happened, 0, 1);
  Atomics.notify(happened, 0);
};

/** @param finish what is done before the last file is given: after that the thread may be ended at any time */
export function waitForSources(finish: () => void): void {
  port.once('message', (sources: readonly SourceText[]) => {
    lowerEach(sources, readGrammar, (lowered, index) => {
      if (index === sources.length - 1) finish();
      // a clone keeps identity: an exported function is still the same object as in the body
      port.postMessage({ lowered });
      notify();
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
