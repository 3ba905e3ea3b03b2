// A thread that lowers source files: texts in, lowered files out. The parsers load asynchronously; the program waits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, workerData } from 'node:worker_threads';
import { lowerFiles, type SourceText } from './calls/scan/lower-files.js';

const { sources, port, done } = workerData as {
  sources: readonly SourceText[];
  port: MessagePort;
  done: Int32Array;
};

lowerFiles(sources, (name) => readFileSync(join(__dirname, 'grammars', name)))
  .then((files) => port.postMessage({ files }))
  .catch((error: unknown) => port.postMessage({ fault: String(error) }))
  .finally(() => {
    Atomics.store(done, 0, 1);
    Atomics.notify(done, 0);
  });
