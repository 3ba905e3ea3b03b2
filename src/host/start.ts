// Starts the program; what it asks for of its other parts is run in the same way.
import { PartRunner } from './code-cache.js';

const runner = new PartRunner(__dirname, require, String(process.pid));
process.once('exit', () => runner.keep());
runner.run('main');
