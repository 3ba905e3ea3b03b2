// A thread that lowers source files: texts in, lowered files out one by one. The parsers load asynchronously; the program waits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, workerData } from 'node:worker_threads';
import { lowerEach, type SourceText } from './calls/scan/lower-files.js';

const { sources, port, state } = workerData as {
  sources: readonly SourceText[];
  port: MessagePort;
  /** How many files are done, and whether the thread has ended. */
  state: Int32Array;
};

lowerEach(
  sources,
  (name) => readFileSync(join(__dirname, 'grammars', name)),
  (lowered) => {
    port.postMessage({ lowered });
    Atomics.add(state, 0, 1);
    Atomics.notify(state, 0);
  },
)
  .catch((error: unknown) => port.postMessage({ fault: String(error) }))
  .finally(() => {
    Atomics.store(state, 1, 1);
    Atomics.add(state, 0, 1);
    Atomics.notify(state, 0);
  });
