// A check, or all of them -> their documentation as text.
import type { Check, Example } from '../checks/check.js';
import { wrap } from '../reporters/layout.js';

/** What a check looks for, why, and its examples. */
export function explainCheck(check: Check): string {
  const { id, severity, summary, help, examples } = check;
  const parts = [
    wrap(`${id} (${severity}): ${summary}`, 80).join('\n'),
    wrap(help.replaceAll('\n', ' '), 80).join('\n'),
    ...['Reported:', ...examples.fail.map((example) => showExample(example, check))],
    ...['Not reported:', ...examples.pass.map((example) => showExample(example, check))],
  ];
  return `${parts.join('\n\n')}\n`;
}

/** One line a check. */
export function listChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ id }) => id.length));
  const lines = checks.map(
    ({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
  );
  return `${lines.join('\n')}\n\nmore: permlint explain CHECK, a permission, or "METHOD /path"\n`;
}

/** The command that runs an example. */
export function exampleCommand(
  { matrix, calls = [], grants, baseline, today }: Example,
  check: Check,
): string {
  if (check.lint)
    return `permlint matrix lint matrix.yaml${today === undefined ? '' : ` --today ${today}`}`;
  const words = calls.map((call) => (call.includes(' ') ? `"${call}"` : call));
  const flags = [
    ...(matrix === undefined ? [] : ['-m matrix.yaml']),
    ...(grants === undefined ? [] : [`--grants ${grants}`]),
    ...(baseline === undefined ? [] : [`--baseline ${baseline}`]),
  ];
  return ['permlint', ...words, ...flags].join(' ');
}

function showExample(example: Example, check: Check): string {
  const { files, matrix } = example;
  const texts = Object.entries({
    ...files,
    ...(matrix !== undefined && { 'matrix.yaml': matrix }),
  });
  const shown = texts.flatMap(([name, text]) => [
    `  # ${name}`,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
  ]);
  return [...shown, `  $ ${exampleCommand(example, check)}`].join('\n');
}
