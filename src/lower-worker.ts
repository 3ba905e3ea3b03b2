// A thread that lowers source files: texts in, lowered files out one by one. The parsers load asynchronously; the program waits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, workerData } from 'node:worker_threads';
import { lowerEach, type SourceText } from './calls/scan/lower-files.js';

const { sources, port, happened, ended } = workerData as {
  sources: readonly SourceText[];
  port: MessagePort;
  /** Counts what happens, in all threads together. */
  happened: Int32Array;
  /** Whether this thread has ended. */
  ended: Int32Array;
};

const notify = () => {
  Atomics.add(happened, 0, 1);
  Atomics.notify(happened, 0);
};

lowerEach(
  sources,
  (name) => readFileSync(join(__dirname, 'grammars', name)),
  (lowered) => {
    // a clone keeps what is one object one: a function that is exported is that of the body
    port.postMessage({ lowered });
    notify();
  },
)
  .catch((error: unknown) => port.postMessage({ fault: String(error) }))
  .finally(() => {
    Atomics.store(ended, 0, 1);
    notify();
  });
