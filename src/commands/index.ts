// All commands; a new one takes its file and a line here. The first is what runs without a command.
import { calls } from './calls.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { init } from './init.js';
import { matrix } from './matrix.js';
import { record } from './record.js';

/** Every command that there is. */
export const commands: readonly Command[] = [check, calls, explain, diff, record, init, matrix];
