// Starts a thread that lowers.
import { threadId } from 'node:worker_threads';
import type * as worker from './lower-worker.js';
import { PartRunner } from './run-part.js';

const runner = new PartRunner(__dirname, require, `${process.pid}-${threadId}`);
const { waitForSources } = runner.run('lowering') as typeof worker;
waitForSources(() => runner.keep());
