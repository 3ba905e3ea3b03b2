// permlint matrix: a list of subcommands; a new one takes its file in matrix/ and a line here.
import { type Command, defineCommand, exampleText } from './command.js';
import { diff } from './matrix/diff.js';
import { importMatrix } from './matrix/import.js';
import { lint } from './matrix/lint.js';
import { show } from './matrix/show.js';

/** Every command below permlint matrix. */
export const subcommands: readonly Command[] = [show, lint, diff, importMatrix];

/** Looks at matrices and builds them. */
export const matrix = defineCommand({
  id: 'matrix',
  summary: 'look at matrices, build them',
  define(command, host, end) {
    for (const { id, summary, examples, define } of subcommands) {
      const child = command.command(id).description(summary);
      define(child.addHelpText('after', exampleText(examples)), host, end);
    }
  },
});
