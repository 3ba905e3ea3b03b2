// A word of a person, or none -> the commit that a change is compared with, or one sentence that says why there is none.
import { ask, type RunGit } from './git.js';

/** A commit to compare with. */
export interface Base {
  readonly commit: string;
  /** How it was found, in words. */
  readonly name: string;
}

/** Variables in which a pipeline says where a change will go. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What the system says, where git itself could say nothing. */
const IS_CODE = /^[A-Za-z_]+$/;

/** Finds the commit at which this change began: the merge base with a revision, that of the main branch if none is named. */
export function chooseBase(
  revision: string | undefined,
  git: RunGit,
  environment: Environment,
): Base | string {
  const inside = git(['rev-parse', '--is-inside-work-tree']);
  if (!inside.ok && inside.fault === 'ENOENT') return 'there is no git here to compare with';
  if (!inside.ok && IS_CODE.test(inside.fault)) return `git cannot be run here (${inside.fault})`;
  if (!inside.ok) return 'this folder is in no repository of git';
  const head = commitOf('HEAD', git);
  if (head === null) return 'this repository has no commit yet';
  const named = revision ?? mainBranch(git, environment);
  if (named === null)
    return 'no main branch was found (origin/HEAD, main, master); name the revision: permlint diff BASE';
  const name = shortName(named);
  const refs = revision === undefined ? [] : refsCalled(revision, git);
  if (new Set(refs.map((ref) => commitOf(ref, git))).size > 1)
    return `${revision} may be ${refs.join(' or ')}; write which is meant`;
  const commit = commitOf(named, git);
  const shallow = ask(git, 'rev-parse', '--is-shallow-repository') === 'true';
  if (commit === null) {
    const deeper = shallow ? `; this clone is shallow: ${DEEPER}` : '';
    return `${name} is no revision of this repository${deeper}`;
  }
  const base = ask(git, 'merge-base', commit, head);
  if (base) return { commit: base, name: base === commit ? name : `the merge base with ${name}` };
  if (shallow)
    return `this clone is shallow, and does not reach the merge base with ${name}: ${DEEPER}`;
  return { commit, name: `${name}, which has no commit in common with this` };
}

const DEEPER = 'git fetch --unshallow, or fetch-depth: 0 of the checkout';

/**
 * The branch that a pipeline names, else what the remote calls its own, else one of the usual names. Written out, for
 * git would take a tag of the same name first, and who may push a tag would choose what a change is compared with.
 */
function mainBranch(git: RunGit, environment: Environment): string | null {
  const target = environment.GITHUB_BASE_REF ?? environment.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  const own = ask(git, 'symbolic-ref', '-q', `${REMOTE}HEAD`);
  const names = [
    ...(target ? [`${REMOTE}${target}`, `${BRANCH}${target}`] : []),
    ...(own ? [own] : []),
    ...[REMOTE, BRANCH].flatMap((start) => [`${start}main`, `${start}master`]),
  ];
  return names.find((name) => commitOf(name, git) !== null) ?? null;
}

const REMOTE = 'refs/remotes/origin/';
const BRANCH = 'refs/heads/';

const shortName = (name: string): string => name.replace(/^refs\/(heads|remotes)\//, '');

/** The tags and branches that a revision may mean, `main~2` too. */
function refsCalled(revision: string, git: RunGit): string[] {
  const [name = ''] = revision.split(/[~^:]|@\{/);
  const refs = ['tags', 'heads', 'remotes'].map((kind) => `refs/${kind}/${name}`);
  return refs.filter((ref) => git(['show-ref', '--verify', '--quiet', '--', ref]).ok);
}

/** A revision is never an option, nor what is left out of a list. */
const commitOf = (revision: string, git: RunGit): string | null =>
  /^[-^]/.test(revision)
    ? null
    : ask(git, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
