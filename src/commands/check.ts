// permlint [check]: judges the calls against the grants; an audit where no grants are known.
import type { Report } from '../model/report.js';
import { preflightAll } from '../preflight.js';
import { defineCommand, oneOf, siblingNames } from './command.js';
import { whyNothing } from './discover.js';
import { exitCode, THRESHOLDS } from './fail-on.js';
import { loadRuns, type RunOptions } from './load-run.js';
import { addAcceptOptions, addInputOptions, addJudgeOptions, addOutputOptions } from './options.js';
import { type OutputOptions, parseOutputs, writeOutputs } from './outputs.js';
import { acceptFindings } from './write-baseline.js';

interface CheckOptions extends RunOptions, OutputOptions {
  readonly requireGrants?: boolean;
  readonly failOn: string;
  readonly writeBaseline?: string;
}

/** The main job. */
export const check = defineCommand({
  id: 'check',
  summary: 'judge the calls against the grants; an audit when no grants are known',
  examples: [
    ['permlint check src plan.yaml', 'calls in code and in a plan'],
    ['permlint check src -g ReadCallLog,SMS', 'against what the app holds'],
    ['curl -s "$TOKEN_URL" ... | permlint check -g -', 'against the scope of a token'],
    ['permlint check --write-baseline known.json', 'start today, with old findings'],
    ['permlint check --baseline known.json', 'fail on new ones only'],
  ],
  define(command, host, end) {
    command.argument('[calls...]', 'folders, files, - or "METHOD /path"');
    addAcceptOptions(
      addJudgeOptions(addInputOptions(command)).option(
        '--require-grants',
        'unknown grants are exit code 2',
      ),
    ).option('--write-baseline <file>', 'write what fails as a baseline');
    addOutputOptions(command).option('--fail-on <severity>', THRESHOLDS.join(', '), 'error');
    command.action((words: string[], options: CheckOptions) => {
      const threshold = oneOf('--fail-on', options.failOn, THRESHOLDS);
      const outputs = parseOutputs(options.format);
      const runs = loadRuns(words, options, host, siblingNames(command));
      const reports = preflightAll(runs.map(({ input }) => input));
      writeOutputs(reports, outputs, options, host);
      const refusals = reports.flatMap((report) => whyNotJudged(report, options) ?? []);
      for (const refusal of refusals) host.complain(`permlint: ${refusal}\n`);
      const broken = runs.some((run) => run.broken) || refusals.length > 0;
      const code = broken ? 2 : exitCode(reports, threshold);
      if (code === 2 || options.writeBaseline === undefined) return end(code);
      end(acceptFindings(reports, threshold, options.writeBaseline, host));
    });
  },
});

function whyNotJudged(report: Report, { requireGrants }: CheckOptions): string | null {
  const not = `not judged${report.app === null ? '' : ` (${report.app})`}`;
  if (report.grants === null && requireGrants)
    return `${not}: no grants are given, and --require-grants asks for them`;
  const nothing = whyNothing(report);
  if (nothing !== null) return `${not}: ${nothing}`;
  const { calls, outOfScope } = report.counts;
  if (report.grants !== null && calls === 0) {
    const others = `; ${outOfScope} go to other hosts (--server names one that stands for the API)`;
    return `${not}: grants are given, but not one call was found${outOfScope > 0 ? others : ''}`;
  }
  return report.apis.length === 0 ? `${not}: no usable matrix` : null;
}
