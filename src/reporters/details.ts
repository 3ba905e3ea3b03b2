// A report -> what -v says beyond the findings: what was read, skipped and resolved, from where, with versions.

import type { InputSummary, Report } from '../model/report.js';
import { counted } from '../text/counted.js';
import { matrixNames, wrap } from './layout.js';

/** The version of the package; the build puts it in. */
declare const PERMLINT_VERSION: string;

/** Lines of `label    text`, the labels of the footer of the text report. */
export function detailText(report: Report): string[] {
  const { calls, cannotTell, outOfScope } = report.counts;
  return [
    ...rows('by', [`permlint ${PERMLINT_VERSION}`]),
    ...rows(
      'config',
      report.inputs.filter(({ kind }) => kind === 'config').map(({ file }) => file),
    ),
    ...rows('read', report.inputs.filter(({ kind }) => kind === 'calls').map(inputText)),
    ...rows(
      'skipped',
      report.inputs.flatMap(({ file, skipped = [] }) =>
        skipped.map(({ why, files }) => `${below(file, counted(files, 'file'))}: ${why}`),
      ),
    ),
    ...rows('matrix', matrixNames(report).concat(report.apis.flatMap(filesOf))),
    ...rows('resolved', [
      `${calls - cannotTell} of ${counted(calls, 'call')}`,
      ...(cannotTell > 0 ? [`${cannotTell} cannot be judged: permlint calls says why`] : []),
      ...(outOfScope > 0 ? [`${counted(outOfScope, 'call')} to other hosts left out`] : []),
    ]),
  ];
}

function inputText({ file, source, items, files, parsed }: InputSummary): string {
  const found = counted(items, 'call');
  if (files === undefined) return `${file}: ${source}, ${found}`;
  const looked = below(file, counted(files, 'source file'));
  return `${looked}${parsed === undefined ? '' : `, ${parsed} parsed`}, ${found}`;
}

const below = (file: string, text: string): string =>
  file === '.' ? text : `${text} below ${file}`;

const filesOf = ({ files }: Report['apis'][number]): string[] =>
  files.map(({ file, routes }) => `${file}: ${counted(routes, 'row')}`);

function rows(label: string, texts: readonly string[]): string[] {
  const lines = texts.flatMap((text) =>
    wrap(text, 71).map((line, index) => (index === 0 ? line : `  ${line}`)),
  );
  return lines.map((line, index) => `${(index === 0 ? label : '').padEnd(9)}${line}`);
}
