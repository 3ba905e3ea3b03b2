// permlint record -- COMMAND: runs a command and writes the calls that its Node programs send as a plan.
import { MachineFault } from '../host/fault.js';
import type { Host } from '../host/host.js';
import type { RecordedRun } from '../host/recorded-run.js';
import { groupByApi, type IndexedApi } from '../match/api.js';
import { DEFAULT_MATRIX, loadMatrices } from '../matrix/index.js';
import { type Call, COMMAND_LINE, type Matrix, type Server } from '../model/model.js';
import type { Report } from '../model/report.js';
import { preflight } from '../preflight.js';
import { toCalls } from '../record/to-calls.js';
import { plan } from '../reporters/plan.js';
import { defineCommand, shown, UsageError } from './command.js';
import { type ConfigOptions, loadApps } from './load-config.js';
import { readServers } from './load-run.js';
import { addMatrixOptions } from './options.js';
import { writeFile } from './outputs.js';
import { count, sayRecorded } from './say-recorded.js';

interface RecordOptions extends ConfigOptions {
  readonly matrix?: readonly string[];
  readonly server?: readonly string[];
  readonly output: string;
}

/** Records the calls that a test suite, or any command, makes. */
export const record = defineCommand({
  id: 'record',
  summary: 'run a Node program or test suite and write the calls that it makes as a plan',
  examples: [
    ['permlint record -- npx vitest run', 'a test suite'],
    ['permlint record -o app.yaml -- node app.js', 'a program, to another file'],
  ],
  define(command, host, end) {
    command
      .usage('[options] -- COMMAND...')
      .argument('<command...>', 'what to run, with its own options')
      .option('-o, --output <file>', 'where the plan goes; - for standard output', 'recorded.yaml');
    addMatrixOptions(command);
    command.action((words: string[], options: RecordOptions) => {
      const known = loadKnown(options, host);
      const hosts = known.apis.flatMap(({ servers, standIns }) =>
        [...servers, ...standIns].map((server) => server.host),
      );
      host.record(words, [...new Set(hosts)], (run) =>
        end(finish(run, words[0] ?? '', known, options.output, host)),
      );
    });
  },
});

/** The APIs whose calls are written, and what they are made of. */
interface Known {
  readonly matrices: readonly Matrix[];
  readonly servers: readonly Server[];
  readonly apis: readonly IndexedApi[];
}

function loadKnown(options: RecordOptions, host: Host): Known {
  const [first, second] = loadApps(options, host, false);
  if (second) throw new UsageError('there are several apps; --app says which is meant');
  const location = { file: COMMAND_LINE, line: 1, column: 1 };
  const onCommandLine = (text: string) => ({ text, location });
  const words = options.matrix?.map(onCommandLine) ?? first?.app?.matrix;
  const { matrices, findings } = loadMatrices(words ?? [onCommandLine(DEFAULT_MATRIX)], host.files);
  const [fault, ...others] = [...(first?.findings ?? []), ...findings];
  if (fault) {
    const { file, line, column } = fault.location;
    const more = others.length > 0 ? `, and ${count(others.length, 'more fault')}` : '';
    throw new UsageError(`nothing was run: ${file}:${line}:${column}: ${fault.message}${more}`);
  }
  const servers = readServers(options, first?.app ?? null);
  return { matrices, servers, apis: groupByApi(matrices, servers) };
}

/** A host that stands in for the own one, often with a port of the day, says nothing to later runs. */
function withoutStandIns(report: Report, servers: readonly Server[]): Report {
  const standsIn = ({ host }: Call) => servers.some((server) => server.host === host);
  const matches = report.matches.map((match) =>
    standsIn(match.call) ? { ...match, call: { ...match.call, host: null } } : match,
  );
  return { ...report, matches };
}

/** Writes the plan and says what is in it; the exit code is that of the command, unless it was fine and this is not. */
function finish(
  run: RecordedRun,
  command: string,
  { matrices, servers, apis }: Known,
  output: string,
  host: Host,
): number {
  const tell = (text: string) => host.complain(`permlint: ${text}\n`);
  if (run.fault !== null) {
    tell(`${shown(command)} was not run: ${run.fault}`);
    return run.code;
  }
  const { calls, hosts } = toCalls(run.lines);
  const report = preflight({ matrices, servers, calls, coverage: 'part', grants: null });
  const text = plan.render([withoutStandIns(report, servers)], {
    color: false,
    all: false,
    quiet: false,
    verbose: false,
  });
  try {
    if (output === '-') host.print(text);
    else writeFile(output, text, host);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof MachineFault)) throw error;
    tell(error.message);
    return run.code || 2;
  }
  const where = output === '-' ? 'standard output' : output;
  for (const line of sayRecorded({ hosts, report, apis, programs: run.programs, where }))
    tell(line);
  return run.code;
}
