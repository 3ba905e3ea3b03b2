// The shape of git as the rest sees it: words -> bytes; and how its lists are read.

/** What git wrote. */
export interface GitResult {
  /** It ended with 0. */
  readonly ok: boolean;
  readonly bytes: Uint8Array;
  /** What it said on standard error; `ENOENT` where there is no git. */
  readonly fault: string;
}

/** Runs git in the working directory; it changes nothing. */
export type RunGit = (argv: readonly string[], input?: string) => GitResult;

/** The text that git wrote, without the line end; `null` where it failed. */
export function ask(git: RunGit, ...argv: readonly string[]): string | null {
  const { ok, bytes } = git(argv);
  return ok ? new TextDecoder().decode(bytes).replace(/\n$/, '') : null;
}

/** The parts of a list that NULs end; `null` where git failed. */
export const askList = (git: RunGit, ...argv: readonly string[]): string[] | null =>
  ask(git, ...argv)
    ?.split('\0')
    .filter((part) => part !== '') ?? null;
