// Starts the program; what it asks for of its other parts is run in the same way.
import { writeSync } from 'node:fs';
import { printable } from '../text/printable.js';
import { PartRunner } from './code-cache.js';
import { sayFault } from './fault.js';

// rejections that nobody handles come here too; 1 would mean findings
process.once('uncaughtException', (error) => {
  try {
    writeSync(2, printable(`permlint: ${sayFault(error, process.env)}\n`));
  } catch {
    // there is nobody to tell
  }
  process.exit(2);
});
const runner = new PartRunner(__dirname, require, String(process.pid));
process.once('exit', () => runner.keep());
runner.run('main');
