// The options that commands share, in the words of the help.
import { type Command, Option } from 'commander';
import { callSources } from '../calls/index.js';
import { reporters } from '../reporters/index.js';
import { collect } from './command.js';

/** Options that say which APIs there are. */
export const addMatrixOptions = (command: Command): Command =>
  command
    .option('-m, --matrix <name|file>', 'rule pack or matrix; repeatable, the last wins', collect)
    .option('-c, --config <file>', 'config, instead of the nearest permlint.yaml')
    .option('--no-config', 'use no config')
    .option('--app <name>', 'run this app of the config only')
    .option('--server <url>', "a URL that stands for the API's own; repeatable", collect);

/** Options that say what is read. */
export const addInputOptions = (command: Command): Command =>
  addMatrixOptions(command)
    .addOption(new Option('--include-tests', 'read the tests in folders of code too'))
    .addOption(
      new Option('--as <kind>', `read files as: ${callSources.map(({ id }) => id).join(', ')}`),
    );

/** Options that say how the report is shown. */
export const addOutputOptions = (command: Command): Command =>
  command
    .option(
      '-f, --format <name[:file]>',
      `${reporters.map(({ id }) => id).join(', ')}; repeatable`,
      collect,
    )
    .option('--all', 'fold nothing')
    .option('-q, --quiet', 'errors and the verdict only')
    .option('-v, --verbose', 'say what was read, skipped and resolved')
    .option('--color <when>', 'auto, always or never', 'auto');

/** Options that say what the app holds and how it is judged. */
export const addJudgeOptions = (command: Command): Command =>
  command
    .option('-g, --grants <list|file|->', 'what the app holds; - reads a token response')
    .option('--partial', 'judge a part of the app: missing, not excess')
    .option('--strict', 'what cannot be judged is an error')
    .option('--no-inclusion', 'a permission stands for itself alone');

/** Options that say what is known and accepted. */
export const addAcceptOptions = (command: Command): Command =>
  command
    .option('--baseline <file>', 'what is known: only new findings fail')
    .option('--no-ignores', 'obey no ignore of comments and config');
