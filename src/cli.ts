// argv -> command -> exit code.
import { Command, CommanderError } from 'commander';
import { exampleText, UsageError } from './commands/command.js';
import { commands } from './commands/index.js';
import { sayFault } from './host/fault.js';
import type { Host } from './host/host.js';
import { printable } from './text/printable.js';

/** The version of the package; the build puts it in. */
declare const PERMLINT_VERSION: string;

const MORE_HELP = `
Examples:
  permlint                               judge this folder, by its permlint.yaml
  permlint "GET /restapi/v1.0/account/~" what does this call need?
  permlint src --grants ReadCallLog,SMS  does what the app holds fit its code?
  permlint -f github -f sarif:out.sarif  in CI: annotations, and a file of SARIF
  permlint explain src/sync.ts:41        why does this line need what it needs?

Without a command check runs; its options: permlint check --help
Exit codes: 0 nothing at or above the threshold, 1 findings, 2 not judged.
PERMLINT_DEBUG=1 shows where a fault of permlint itself happens.`;

/**
 * Runs the command line and says how the process should end. Prints, and throws nothing.
 * @param later takes the exit code of a command that ends after this has returned
 */
export function run(
  argv: readonly string[],
  machine: Host,
  later: (code: number) => void = () => {},
): number {
  // whatever is complained of may repeat text of strangers
  const host: Host = { ...machine, complain: (text) => machine.complain(printable(text)) };
  let code = 2;
  const program = createProgram(host, (ended) => {
    code = ended;
    later(ended);
  });
  try {
    program.parse(argv, { from: 'user' });
    return code;
  } catch (error) {
    // commander has told of its own
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const why = error instanceof UsageError ? error.message : sayFault(error, machine.environment);
    host.complain(`permlint: ${why}\n`);
    return 2;
  }
}

/** The program with all its commands; what commander says goes to the host. */
export function createProgram(host: Host, end: (code: number) => void): Command {
  const program = new Command('permlint')
    .description('Do the permissions of an app fit the API calls that it will make?')
    .usage('[command] [CALLS...] [options]')
    .version(PERMLINT_VERSION)
    .addHelpText('after', MORE_HELP);
  const prepare = (command: Command): Command =>
    command
      .exitOverride()
      .showHelpAfterError('(permlint --help says more)')
      .configureOutput({
        writeOut: host.print,
        writeErr: (text) => host.complain(text.replace(/^error:/, 'permlint:')),
        getOutHelpWidth: () => 80,
        getErrHelpWidth: () => 80,
      });
  prepare(program);
  for (const [index, { id, summary, examples, define }] of commands.entries()) {
    const command = program
      .command(id, { isDefault: index === 0 })
      .summary(summary)
      .description(summary)
      .addHelpText('after', exampleText(examples));
    define(prepare(command), host, end);
    for (const child of command.commands) prepare(child);
  }
  return program;
}
