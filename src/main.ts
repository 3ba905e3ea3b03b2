// The program of the package: the real host, the real command line.
import { join } from 'node:path';
import { run } from './cli.js';
import { nodeHost } from './host/host.js';

// beside this file in the build
const host = nodeHost(
  join(__dirname, '..'),
  () => require('./scan.cjs'),
  () => require('./record.cjs'),
);
process.exitCode = run(process.argv.slice(2), host, (code) => {
  process.exitCode = code;
});
