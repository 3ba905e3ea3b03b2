// Reports -> one line per finding, for editors and grep; per call where nothing is judged.
import { servingCandidates } from '../judge/serving.js';
import type { Match } from '../model/model.js';
import { callText } from '../paths/target.js';
import { printable } from '../text/printable.js';
import { placeText } from './layout.js';
import { needsText } from './list-calls.js';
import { defineReporter } from './reporter.js';

/** `place: severity[check]: message`. */
export const oneline = defineReporter({
  id: 'oneline',
  summary: 'for editors and grep: one line per finding',
  render: (reports) =>
    reports
      .flatMap(({ app, mode, findings, matches }) => {
        const head = app === null ? '' : `${app}: `;
        const found = findings.map(
          ({ location, severity, check, message }) =>
            `${placeText(location)}: ${severity}[${check}]: ${head}${message}`,
        );
        return mode === 'check' ? found : [...found, ...matches.flatMap(callLine)];
      })
      .map((line) => `${printable(line).replaceAll('\n', ' ')}\n`)
      .join(''),
});

function callLine({ call, outcomes }: Match): string[] {
  return outcomes.map((outcome) => {
    const serving = servingCandidates(outcome);
    const needs =
      serving.length === 1
        ? `needs ${needsText(serving[0]!.route, call)}`
        : `cannot be judged (${outcome.kind})`;
    return `${placeText(call.locations[0]!)}: ${callText(call)} ${needs}`;
  });
}
