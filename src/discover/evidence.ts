// The manifests of a folder + the APIs that matrices know -> the signs that it uses them, and the folders that are apps.
import { posix } from 'node:path';
import type { Matrix } from '../model/model.js';
import type { Evidence } from '../model/report.js';
import type { Surroundings } from './look-around.js';

type Known = Pick<Matrix, 'api' | 'sdk'>;

/** The dependencies that are clients of an API. */
export function findDependencies(
  manifests: Surroundings['manifests'],
  matrices: readonly Known[],
): Evidence[] {
  const packages = new Map<string, readonly string[]>();
  for (const { api, sdk } of matrices)
    packages.set(api, [...(packages.get(api) ?? []), ...(sdk?.packages ?? [])]);
  return manifests.flatMap(({ file, dependencies }) =>
    dependencies.flatMap(({ name, line }) =>
      [...packages]
        .filter(([, own]) => own.some((begin) => beginsAnywhere(name, begin)))
        .map(([api]) => ({
          api,
          kind: 'dependency' as const,
          name,
          location: { file, line, column: 1 },
        })),
    ),
  );
}

/** Behind a slash or a colon too: `github.com/vendor/client`, `group:artifact`. */
function beginsAnywhere(name: string, begin: string): boolean {
  const [whole, wanted] = [name.toLowerCase(), begin.toLowerCase()];
  const parts = whole.split(/[/:]/);
  return parts.some((_, index) =>
    whole.slice(parts.slice(0, index).join('/').length + (index && 1)).startsWith(wanted),
  );
}

/** The folders whose own manifests ask for a client of an API; several are most often several apps. */
export const appFolders = (evidence: readonly Evidence[]): string[] =>
  [
    ...new Set(
      evidence
        .filter(({ kind }) => kind === 'dependency')
        .map(({ location }) => posix.dirname(location.file)),
    ),
  ].sort();
