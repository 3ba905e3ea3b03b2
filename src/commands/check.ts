// permlint [check]: judges the calls against the grants; an audit where no grants are known.
import type { Report } from '../model/report.js';
import { preflightAll } from '../preflight.js';
import { printable } from '../text/printable.js';
import { defineCommand, oneOf, siblingNames } from './command.js';
import { exitCode, isUnjudged, THRESHOLDS } from './fail-on.js';
import { loadRuns, type RunOptions } from './load-run.js';
import { addAcceptOptions, addInputOptions, addJudgeOptions, addOutputOptions } from './options.js';
import { type OutputOptions, parseOutputs, writeOutputs } from './outputs.js';
import { acceptFindings } from './write-baseline.js';

interface CheckOptions extends RunOptions, OutputOptions {
  readonly requireGrants?: boolean;
  readonly failOn: string;
  readonly writeBaseline?: string;
}

/** Judges the calls against the grants. */
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
      for (const refusal of refusals) host.complain(printable(`permlint: ${refusal}\n`));
      const broken = runs.some((run) => run.broken) || refusals.length > 0;
      const code = broken ? 2 : exitCode(reports, threshold);
      if (code === 2 || options.writeBaseline === undefined) return end(code);
      end(acceptFindings(reports, threshold, options.writeBaseline, host));
    });
  },
});

function whyNotJudged(report: Report, { requireGrants }: CheckOptions): string | null {
  const { app, grants, verdict } = report;
  const named = app === null ? '' : ` (${app})`;
  if (grants === null && requireGrants)
    return `not judged${named}: no grants are given, and --require-grants asks for them`;
  return isUnjudged(report)
    ? verdict.sentence.replace('not judged', (not) => `${not}${named}`)
    : null;
}
