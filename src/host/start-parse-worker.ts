// Starts a thread that lowers.
import { threadId, workerData } from 'node:worker_threads';
import { PartRunner } from './code-cache.js';
import type * as worker from './parse-worker.js';

// the program waits for the thread: it must hear of the end, whatever the reason
process.once('exit', () => {
  Atomics.store(workerData.ended, 0, 1);
  Atomics.add(workerData.happened, 0, 1);
  Atomics.notify(workerData.happened, 0);
});
const runner = new PartRunner(__dirname, require, `${process.pid}-${threadId}`);
const { waitForSources } = runner.run('lowering') as typeof worker;
waitForSources(() => runner.keep());
