// Before the suite: packs the repository and installs the tarball into an empty project, without a network.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { environment } from './run.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a project that has permlint installed, and nothing else. */
    project: string;
    /** The tarball itself. */
    tarball: string;
    /** The files of the tarball, relative to the package. */
    packed: string[];
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Provides `project`, `tarball` and `packed`; takes the project away at the end. */
export default function install({ provide }: TestProject): () => void {
  const project = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-e2e-'));
  writeFileSync(join(project, 'package.json'), '{ "name": "app", "private": true }\n');
  const packs = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-pack-'));
  const npm = (cwd: string, ...argv: string[]): string =>
    execFileSync('npm', argv, { cwd, env: environment(project), encoding: 'utf8' });
  const [tarball] = JSON.parse(npm(root, 'pack', '--json', '--pack-destination', packs));
  npm(project, 'install', '--offline', '--no-audit', '--no-fund', join(packs, tarball.filename));
  provide('project', project);
  provide('tarball', join(packs, tarball.filename));
  provide('packed', (tarball.files as { path: string }[]).map(({ path }) => path).sort());
  return () => {
    for (const folder of [project, packs]) rmSync(folder, { recursive: true });
  };
}
