// Words for git -> what it wrote. It changes nothing, asks no network and runs no program of the repository.
import { spawnSync } from 'node:child_process';
import type { GitResult } from './git/git.js';

const MOST_BYTES = 1 << 30;
/** Keep git from running what the repository names, and from taking locks that it can do without. */
const CAREFUL = [
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.quotePath=false', '--no-pager', '--literal-pathspecs'],
];
const ENVIRONMENT = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
};

/** Runs git in the working directory and waits for it. Where git cannot be started, `fault` is the code of the error. */
export function runGit(argv: readonly string[], input = ''): GitResult {
  try {
    const { status, stdout, stderr, error } = spawnSync('git', [...CAREFUL, ...argv], {
      env: { ...process.env, ...ENVIRONMENT, LC_ALL: 'C' },
      input,
      maxBuffer: MOST_BYTES,
    });
    if (error) return refused(error);
    return { ok: status === 0, bytes: stdout, fault: stderr.toString('utf8').trim() };
  } catch (error) {
    // Node with --permission and Deno throw here, or leave the texts out
    return refused(error);
  }
}

const refused = (error: unknown): GitResult => ({
  ok: false,
  bytes: new Uint8Array(),
  fault: String(Object(error).code ?? Object(error).name),
});
