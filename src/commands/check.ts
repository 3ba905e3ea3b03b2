// permlint [check]: judges the calls against the grants; an audit where no grants are known.

import { preflight } from '../preflight.js';
import { type Finding, type Report, SEVERITIES } from '../report.js';
import { defineCommand, type ExitCode, oneOf, siblingNames } from './command.js';
import { loadRun, type RunOptions } from './load-run.js';
import { addInputOptions, addOutputOptions } from './options.js';
import { type OutputOptions, parseOutputs, writeOutputs } from './outputs.js';

interface CheckOptions extends RunOptions, OutputOptions {
  readonly requireGrants?: boolean;
  readonly failOn: string;
}

const THRESHOLDS = [...SEVERITIES, 'never'] as const;

/** The main job. */
export const check = defineCommand({
  id: 'check',
  summary: 'judge the calls against the grants; an audit when no grants are known',
  define(command, host, end) {
    command.argument('[calls...]', 'plans, recordings, - or "METHOD /path"');
    addInputOptions(command)
      .option(
        '-g, --grants <list|file|->',
        'what the app holds; none for nothing, - for a token response',
      )
      .option('--require-grants', 'unknown grants are exit code 2, not an audit')
      .option('--partial', 'the calls are only part of the app: judge missing, not excess');
    addOutputOptions(command).option('--fail-on <severity>', THRESHOLDS.join(', '), 'error');
    command.action((words: string[], options: CheckOptions) => {
      const threshold = oneOf('--fail-on', options.failOn, THRESHOLDS);
      const outputs = parseOutputs(options.format);
      const { input, broken } = loadRun(words, options, host, siblingNames(command));
      const report = preflight(input);
      writeOutputs(report, outputs, options, host);
      const refusal = whyNotJudged(report, options);
      if (refusal) host.complain(`permlint: ${refusal}\n`);
      end(broken || refusal ? 2 : exitCode(report.findings, threshold));
    });
  },
});

function whyNotJudged(report: Report, { requireGrants }: CheckOptions): string | null {
  if (report.grants === null && requireGrants)
    return 'not judged: no grants are given, and --require-grants asks for them';
  const { calls, outOfScope } = report.counts;
  if (report.grants !== null && calls === 0) {
    const others = `; ${outOfScope} go to other hosts (--server names one that stands for the API)`;
    return `not judged: grants are given, but not one call was found${outOfScope > 0 ? others : ''}`;
  }
  if (report.apis.length === 0) return 'not judged: no usable matrix';
  return null;
}

/** A run that lost some input cannot end with 0. */
function exitCode(findings: readonly Finding[], threshold: (typeof THRESHOLDS)[number]): ExitCode {
  const limit = threshold === 'never' ? -1 : SEVERITIES.indexOf(threshold);
  const fails = ({ check: id, severity }: Finding) =>
    id === 'unreadable-input' || SEVERITIES.indexOf(severity) <= limit;
  return findings.some(fails) ? 1 : 0;
}
