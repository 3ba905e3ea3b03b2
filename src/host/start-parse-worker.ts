// Starts a thread that lowers.
import { threadId } from 'node:worker_threads';
import { PartRunner } from './code-cache.js';
import type * as worker from './parse-worker.js';

const runner = new PartRunner(__dirname, require, `${process.pid}-${threadId}`);
const { waitForSources } = runner.run('lowering') as typeof worker;
waitForSources(() => runner.keep());
