// Reports -> one line per finding, for editors and grep.
import { placeText } from './layout.js';
import { printable } from './printable.js';
import { defineReporter } from './reporter.js';

/** `place: severity[check]: message`. */
export const oneline = defineReporter({
  id: 'oneline',
  summary: 'for editors and grep: one line per finding',
  render: (reports) =>
    reports
      .flatMap(({ app, findings }) =>
        findings.map(({ location, severity, check, message }) => {
          const head = app === null ? '' : `${app}: `;
          return printable(`${placeText(location)}: ${severity}[${check}]: ${head}${message}`);
        }),
      )
      .map((line) => `${line.replaceAll('\n', ' ')}\n`)
      .join(''),
});
