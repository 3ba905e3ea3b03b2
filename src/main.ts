// The program of the package: the real host, the real command line.
import { join } from 'node:path';
import { run } from './cli.js';
import { nodeHost } from './host.js';

process.exitCode = run(process.argv.slice(2), nodeHost(join(__dirname, '..')));
