// permlint calls: lists the calls found, the routes they match, and what stayed unresolved.
import { preflight } from '../preflight.js';
import { defineCommand, siblingNames } from './command.js';
import { loadRuns, type RunOptions } from './load-run.js';
import { addInputOptions, addOutputOptions } from './options.js';
import { type OutputOptions, parseOutputs, writeOutputs } from './outputs.js';

interface CallsOptions extends RunOptions, OutputOptions {
  readonly coverage?: boolean;
  readonly unaccounted?: boolean;
}

/** Lists the calls that permlint finds. Judges nothing. */
export const calls = defineCommand({
  id: 'calls',
  summary: 'list the calls found, the routes they match, and what stayed unresolved',
  examples: [
    ['permlint calls src', 'every call, its route and what it needs'],
    ['permlint calls src -f plan > plan.yaml', 'keep them as a plan'],
    ['permlint calls src --unaccounted', 'what may be a call, and is not found as one'],
  ],
  define(command, host, end) {
    command.argument('[calls...]', 'folders, files, - or "METHOD /path"');
    addInputOptions(command)
      .option('--coverage', 'say which of the planned calls no recording shows')
      .option('--unaccounted', 'list what may be a call, and is not found as one');
    addOutputOptions(command);
    command.action((words: string[], options: CallsOptions) => {
      const outputs = parseOutputs(options.format);
      const runs = loadRuns(words, options, host, siblingNames(command));
      const reports = runs.map(({ input }) => {
        const { findings = [] } = input;
        const report = preflight({ ...input, grants: null });
        const shown = options.coverage && { seenCalls: report.compared };
        const listed = options.unaccounted && { listsDoubts: true };
        return { ...report, mode: 'calls' as const, findings, ...shown, ...listed };
      });
      writeOutputs(reports, outputs, options, host);
      const lost = reports.some(({ findings }) => findings.length > 0);
      end(runs.some(({ broken }) => broken) ? 2 : lost ? 1 : 0);
    });
  },
});
