// permlint calls: lists the calls found, the routes they match, and what stayed unresolved.
import { preflight } from '../preflight.js';
import { defineCommand, siblingNames } from './command.js';
import { loadRun, type RunOptions } from './load-run.js';
import { addInputOptions, addOutputOptions } from './options.js';
import { type OutputOptions, parseOutputs, writeOutputs } from './outputs.js';

/** What does permlint see? Judges nothing. */
export const calls = defineCommand({
  id: 'calls',
  summary: 'list the calls found, the routes they match, and what stayed unresolved',
  define(command, host, end) {
    command.argument('[calls...]', 'plans, recordings, - or "METHOD /path"');
    addInputOptions(command);
    addOutputOptions(command);
    command.action((words: string[], options: RunOptions & OutputOptions) => {
      const outputs = parseOutputs(options.format);
      const { input, broken } = loadRun(words, options, host, siblingNames(command));
      const report = preflight({ ...input, grants: null });
      const { findings = [] } = input;
      writeOutputs({ ...report, mode: 'calls', findings }, outputs, options, host);
      end(broken ? 2 : findings.length > 0 ? 1 : 0);
    });
  },
});
