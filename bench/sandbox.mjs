// A temporary folder with a copy of the built program and a place for a project: what a benchmark measures in.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Measures in a folder that is gone afterwards. A copy, so that a build which runs meanwhile cannot change what is measured.
 * @param name tells the folder from others
 * @param measure given the program, and the path of a project that is not there yet
 */
export function inSandbox(name, measure) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `permlint-${name}-`));
  try {
    const program = join(folder, 'permlint');
    for (const path of ['dist', 'permissions.yaml', 'rules'])
      cpSync(join(root, path), join(program, path), { recursive: true });
    measure(join(program, 'dist', 'permlint.cjs'), join(folder, 'project'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes a file of a project, and its folder. */
export function put(project, file, text) {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

/** A module through which all calls of a project go. */
export const CLIENT = `import { SDK } from '@ringcentral/sdk';
const platform = new SDK({ server: SDK.server.production }).platform();
export const get = (path: string) => platform.get(\`/restapi/v1.0/account/~\${path}\`);
`;
