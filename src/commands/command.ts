// The shape of a command: options, then calls into the stages; and what all commands share.
import type { Command as CommanderCommand } from 'commander';
import type { Host } from '../host/host.js';
import { looksSecret } from '../text/secrets.js';
import { didYouMean } from '../text/suggest.js';

/** What a command says when it ended: 0 fine, 1 findings, 2 not judged. */
export type ExitCode = 0 | 1 | 2;

/** One command of the program. */
export interface Command {
  /** Its file name and the word that people type. */
  readonly id: string;
  /** One line for the help. */
  readonly summary: string;
  /** Lines of a command and what it does, for the end of the help. */
  readonly examples?: readonly (readonly [line: string, what: string])[];
  /** Adds arguments and options; `end` takes the exit code: an `ExitCode`, or that of a program which was run. */
  define(command: CommanderCommand, host: Host, end: (code: number) => void): void;
}

/** The examples as the help shows them. */
export function exampleText(examples: Command['examples'] = []): string {
  const width = Math.max(0, ...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`);
  return lines.length === 0 ? '' : `\nExamples:\n${lines.join('\n')}`;
}

/** Types a command; the id is its file name. */
export const defineCommand = (command: Command): Command => command;

/** A command line that cannot be run: one sentence, exit code 2. */
export class UsageError extends Error {}

/** Refuses a value that is none of the known ones. */
export function oneOf<T extends string>(flag: string, value: string, known: readonly T[]): T {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  const hint = didYouMean(value, known) || `; known: ${known.join(', ')}`;
  throw new UsageError(`${flag} does not know ${shown(value)}${hint}`);
}

/** A word in a message, unless it looks like a secret. */
export const shown = (word: string): string =>
  looksSecret(word) ? 'this value' : JSON.stringify(word);

/** Takes the values of an option that may stand several times. */
export const collect = (value: string, before: readonly string[] = []): string[] => [
  ...before,
  value,
];

/** The words that are commands, for "did you mean". */
export const siblingNames = (command: CommanderCommand): string[] =>
  command.parent?.commands.map((sibling) => sibling.name()) ?? [];
