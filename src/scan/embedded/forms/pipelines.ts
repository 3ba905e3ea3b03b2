// Files of services that build and deploy: the scripts of their jobs.
import { isMap } from 'yaml';
import { defineForm } from '../form.js';
import type { Template } from '../programs.js';
import { nodeAt, type ScriptKeys, scriptsOf, textAt, type YamlMap } from '../yaml-scripts.js';

/** `${{ env.API }}` is a variable of that name; other values are in variables that nobody sets. */
const template = (pattern: RegExp): Template => ({
  find: (code) =>
    [...code.matchAll(pattern)].map(({ index, 0: written, 1: asked = '' }) => ({
      from: index,
      to: index + written.length,
      variable: asked
        .trim()
        .replace(/^(?:env)?\./, '')
        .replace(/\W+/g, '_'),
    })),
});
const DOUBLE_BRACES = template(/\$\{\{([^}]*)\}\}/g);

/** `$$A` is what a shell reads as `$A`. */
const DOUBLED: Template = {
  find: (code) =>
    [...code.matchAll(/\$\$/g)].map(({ index }) => ({ from: index, to: index + 2, as: '$' })),
};

/** A service: its files, and what their keys mean. */
interface Service extends ScriptKeys {
  readonly files: RegExp;
}

const SERVICES: readonly Service[] = [
  {
    // workflows of GitHub, Gitea and Forgejo, and actions of their own
    files: /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/,
    scripts: [['run'], ['script']],
    variables: ['env'],
    template: DOUBLE_BRACES,
    languageOf: (key, around) => (key === 'run' ? shellOf(around) : languageOfAction(around)),
  },
  {
    files: /(?:^|\/)\.gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/.*\.ya?ml$/,
    scripts: [['before_script', 'script'], ['after_script']],
    variables: ['variables'],
    template: template(/\$\[\[([^\]]*)\]\]/g),
  },
  {
    files: /(?:^|\/)\.circleci\/[^/]+\.ya?ml$/,
    scripts: [['run'], ['command']],
    variables: ['environment'],
    template: template(/<<\s*((?:parameters|pipeline|matrix)\.[\w.-]+)\s*>>/g),
  },
  {
    files: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$|(?:^|\/)\.azure[\w-]*\/.*\.ya?ml$/,
    scripts: [['script'], ['bash'], ['pwsh'], ['powershell']],
    variables: ['variables', 'env'],
    template: DOUBLE_BRACES,
    languageOf: (key, around) => (/^p/.test(key) ? 'powershell' : languageOfTask(around)),
  },
  {
    files: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
    scripts: [['script'], ['after-script']],
    variables: [],
    template: null,
  },
  {
    files: /(?:^|\/)\.travis\.ya?ml$/,
    scripts: [
      ['before_install', 'install', 'before_script', 'script'],
      ['after_success'],
      ['after_failure'],
      ['after_script'],
      ['before_deploy'],
      ['after_deploy'],
    ],
    variables: [],
    template: null,
  },
  {
    // Drone, Woodpecker and Buildkite
    files: /(?:^|\/)\.(?:drone|woodpecker)\.ya?ml$|(?:^|\/)\.(?:woodpecker|buildkite)\/.*\.ya?ml$/,
    scripts: [['commands'], ['command']],
    variables: ['environment', 'env'],
    template: DOUBLED,
  },
  {
    files: /(?:^|\/)[Tt]askfile\.ya?ml$/,
    scripts: [['cmds'], ['cmd']],
    variables: ['vars', 'env'],
    template: template(/\{\{-?([^}]*)\}\}/g),
  },
];

/** Jobs of GitHub, GitLab, CircleCI and others. */
export const pipelines = defineForm({
  id: 'pipelines',
  summary:
    'scripts of jobs: GitHub, GitLab, CircleCI, Azure, Bitbucket, Travis, Drone, Buildkite, Taskfile',
  languages: ['shell', 'powershell', 'python', 'javascript'],
  isForm: (path) => SERVICES.some(({ files }) => files.test(path)),
  codeIn: (text, path) => scriptsOf(text, SERVICES.find(({ files }) => files.test(path))!),
  standsAlone: true,
  unread: 'only the scripts in it are read',
});

/** The language of the `script` of an action; `null` where it may be in any, or run elsewhere. */
const languageOfAction = (around: readonly YamlMap[]): string | null =>
  /^actions\/github-script\b/.test(textAt(around.at(-2)!, 'uses') ?? '') ? 'javascript' : null;

/** The language of the `script` of a step, or of the inputs of a task, of Azure. */
function languageOfTask(around: readonly YamlMap[]): string | null {
  const task = around.map((map) => textAt(map, 'task')).findLast((name) => name !== null);
  if (task === undefined || /^(?:Bash|CmdLine|ShellScript)@/.test(task!)) return 'shell';
  if (/^PowerShell@/.test(task!)) return 'powershell';
  return /^PythonScript@/.test(task!) ? 'python' : null;
}

/** The language of a `run`: what it says itself, what the job or the file has for a default, or what its system has. */
function shellOf(around: readonly YamlMap[]): string | null {
  const inner = [...around].reverse();
  const own = textAt(inner[0]!, 'shell');
  const [given] = inner.flatMap((map) => defaultShell(map) ?? []);
  const isWindows = inner.some((map) => /^windows\b/.test(textAt(map, 'runs-on') ?? ''));
  const shell = own ?? given ?? (isWindows ? 'pwsh' : 'bash');
  if (/^(?:pwsh|powershell)\b/.test(shell)) return 'powershell';
  if (/^python/.test(shell)) return 'python';
  if (/^node\b/.test(shell)) return 'javascript';
  return /^(?:\S*\/)?(?:ba|z|da|k)?sh\b/.test(shell) ? 'shell' : null;
}

function defaultShell(map: YamlMap): string | null {
  const defaults = nodeAt(map, 'defaults');
  const run = isMap(defaults) ? nodeAt(defaults as YamlMap, 'run') : null;
  return isMap(run) ? textAt(run as YamlMap, 'shell') : null;
}
