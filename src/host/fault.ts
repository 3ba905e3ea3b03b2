// What was thrown -> the sentence that a run ends with; where it was thrown is said to whoever asks for it.

/** Something that the machine refused: one sentence, exit code 2. */
export class MachineFault extends Error {
  /** What tells it from other errors: each part of the program has a class of its own. */
  override readonly name = 'MachineFault';

  /** @param cause what was thrown, or why it is refused */
  constructor(what: string, cause: unknown) {
    super(`${what}: ${whyRefused(cause)}`, { cause });
  }
}

/** Shows where a fault happened, where it is set. */
export const DEBUG_VARIABLE = 'PERMLINT_DEBUG';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left',
  EDQUOT: 'the quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'no permission',
  EPERM: 'no permission',
  ENOENT: 'it is not there',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOMEM: 'no memory is left',
};

/** What `node --permission` must be given for what it refused. */
const NODE_FLAGS: Readonly<Record<string, string>> = {
  FileSystemRead: '--allow-fs-read',
  FileSystemWrite: '--allow-fs-write',
  ChildProcess: '--allow-child-process',
  WorkerThreads: '--allow-worker',
};

interface Thrown {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly stack?: unknown;
  readonly syscall?: unknown;
  readonly permission?: unknown;
}

/** The flag that a runtime asks for, Node or Deno; `null` where it is not the runtime that refuses. */
function missingFlag({ name, code, message, permission }: Thrown): string | null {
  if (code === 'ERR_ACCESS_DENIED') return NODE_FLAGS[String(permission)] ?? 'a right';
  if (name !== 'NotCapable') return null;
  return /--allow-[a-z]+/.exec(String(message))?.[0] ?? 'a right';
}

/** Why the machine refuses something, from what it threw. No path: it may be personal. */
export function whyRefused(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  const error: Thrown = Object(thrown);
  const flag = missingFlag(error);
  if (flag !== null) return `the runtime was started without ${flag} for it`;
  if (typeof error.code !== 'string') return `it ended with ${nameOf(thrown)}`;
  return REASONS[error.code] ?? `the system says ${error.code}`;
}

/** Says what ended a run: what the machine refused, or a fault of the program, whose message may repeat input. */
export function sayFault(
  thrown: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const error: Thrown = Object(thrown);
  const stack = environment[DEBUG_VARIABLE] ? `\n${String(error.stack ?? thrown)}` : '';
  if (error.name === 'MachineFault') return `${String(error.message)}${stack}`;
  if (typeof error.syscall === 'string' || missingFlag(error) !== null)
    return `the machine refuses what the run needs: ${whyRefused(thrown)}${stack}`;
  const report =
    stack || `; to report it, run this again with ${DEBUG_VARIABLE}=1, which shows where`;
  return `a fault of permlint itself ended the run (${nameOf(thrown)}${placeIn(error)})${report}`;
}

const nameOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.name : `a thrown ${typeof thrown}`;

/** Where in the program: the name of its file, no folder of the machine. */
function placeIn({ stack }: Thrown): string {
  const [, place] = /^ +at .*?([\w-]+\.[cm]?[jt]s:\d+:\d+)\)?$/m.exec(String(stack)) ?? [];
  return place === undefined ? '' : ` at ${place}`;
}
