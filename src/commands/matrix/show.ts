// permlint matrix show: names of matrices -> their table.
import { DEFAULT_MATRIX, loadMatrices } from '../../matrix/index.js';
import { showMarkdown, showText } from '../../matrix/show.js';
import { mergeMatrices } from '../../merge.js';
import { COMMAND_LINE } from '../../model.js';
import { printable } from '../../reporters/printable.js';

import { type Command, collect, oneOf } from '../command.js';

const FORMATS = { text: showText, markdown: showMarkdown } as const;

/** Prints the table of a matrix. */
export const show: Command = {
  id: 'show',
  summary: 'print the table of a matrix',
  define(command, host, end) {
    command
      .option('-m, --matrix <name|file>', 'rule pack or matrix; repeatable', collect)
      .option('-f, --format <name>', Object.keys(FORMATS).join(', '), 'text')
      .action((options: { matrix?: string[]; format: string }) => {
        const format = oneOf(
          '--format',
          options.format,
          Object.keys(FORMATS) as (keyof typeof FORMATS)[],
        );
        const location = { file: COMMAND_LINE, line: 1, column: 1 };
        const words = (options.matrix ?? [DEFAULT_MATRIX]).map((text) => ({ text, location }));
        const { matrices, findings } = loadMatrices(words, host.files);
        host.print(printable(mergeMatrices(matrices).map(FORMATS[format]).join('\n')));
        for (const { check, message, location: at } of findings)
          host.complain(
            printable(`${at.file}:${at.line}:${at.column}  error[${check}]: ${message}\n`),
          );
        end(findings.length > 0 ? 2 : 0);
      });
  },
};
