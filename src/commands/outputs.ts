// The values of --format and --color + a report -> text on standard output or in files.
import type { Host } from '../host/host.js';
import type { Report } from '../model/report.js';
import { reporters } from '../reporters/index.js';
import type { Reporter } from '../reporters/reporter.js';
import { oneOf, UsageError } from './command.js';

/** The options that say how a report is shown. */
export interface OutputOptions {
  readonly format?: readonly string[];
  readonly color: string;
  readonly all?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** One output: a reporter, and the file it writes; `null` for standard output. */
export interface Output {
  readonly reporter: Reporter;
  readonly file: string | null;
}

/** Reads the values of --format. */
export function parseOutputs(formats: readonly string[] = ['text']): Output[] {
  const known = reporters.map(({ id }) => id);
  return readFormats(formats, known).map(({ id, file }) => ({
    reporter: reporters.find((reporter) => reporter.id === id)!,
    file,
  }));
}

/** Reads `NAME[:FILE]` of the names that are known; at most one may go to standard output. */
export function readFormats<Id extends string>(
  formats: readonly string[],
  known: readonly Id[],
): { id: Id; file: string | null }[] {
  const read = formats.map((format) => {
    const [, name = '', file = null] = /^([^:]*)(?::(.+))?$/s.exec(format) ?? [];
    return { id: oneOf('--format', name, known), file };
  });
  if (read.filter(({ file }) => file === null).length > 1)
    throw new UsageError('two formats cannot share standard output; give one a file: -f NAME:FILE');
  return read;
}

/** Writes the reports of a run, one per app, to every output. */
export function writeOutputs(
  reports: readonly Report[],
  outputs: readonly Output[],
  options: OutputOptions,
  host: Host,
): void {
  for (const { reporter, file } of outputs) {
    const color = file === null && wantsColor(options.color, host);
    const { all = false, quiet = false, verbose = false } = options;
    const text = reporter.render(reports, { color, all, quiet, verbose });
    if (file === null) host.print(text);
    else writeFile(file, text, host);
  }
}

/** Writes a file; one that cannot be written is a UsageError. */
export function writeFile(file: string, text: string, host: Host): void {
  try {
    host.write(file, text);
  } catch (error) {
    throw new UsageError(
      `${file} cannot be written (${String((error as { code?: unknown }).code)})`,
    );
  }
}

/** `--color` decides, then NO_COLOR, then FORCE_COLOR, then whether a terminal reads. */
function wantsColor(choice: string, { environment, terminal }: Host): boolean {
  if (oneOf('--color', choice, ['auto', 'always', 'never']) !== 'auto') return choice === 'always';
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return terminal && environment.TERM !== 'dumb';
}
