// permlint.yaml -> what it says, with places; paths in it are turned to the working directory.
import { posix } from 'node:path';
import { readDocument } from '../document.js';
import { type Files, readText, unreadable } from '../files.js';
import type { Location } from '../model.js';
import type { Finding } from '../report.js';
import { validateConfig } from '../validators.js';
import type { YamlDocument } from '../yaml.js';

/** The name of the file, looked for in the working directory and above. */
export const CONFIG_NAME = 'permlint.yaml';

/** A word of the config and where it stands. */
export interface ConfigWord {
  readonly text: string;
  readonly location: Location;
}

/** What a config says; what it leaves out is `null`. */
export interface Config {
  readonly file: string;
  readonly matrix: readonly ConfigWord[] | null;
  readonly calls: readonly ConfigWord[] | null;
  /** As written, to be read by the grants loader. */
  readonly grants: { readonly value: unknown; readonly document: Pick<YamlDocument, 'at'> } | null;
  readonly servers: readonly ConfigWord[];
}

/** The nearest config at or above the working directory; a path from there, or `null`. */
export function findConfig(files: Files, workingDirectory: string): string | null {
  const levels = workingDirectory.split(/[\\/]/).filter((part) => part !== '').length;
  for (let level = 0; level <= levels; level++) {
    const path = `${'../'.repeat(level)}${CONFIG_NAME}`;
    if (files.kind(path) === 'file') return path;
  }
  return null;
}

/**
 * Reads a config.
 * @param isPath which words of `matrix` and `calls` are paths, relative to the folder of the config
 */
export function readConfig(
  file: string,
  files: Files,
  isPath: { matrix(text: string): boolean; calls(text: string): boolean },
): { config: Config | null; findings: readonly Finding[] } {
  const input = readText(files, file);
  if ('finding' in input) return { config: null, findings: [input.finding] };
  const document = readDocument(input.text, validateConfig);
  if (document.faults.length > 0) {
    const findings = document.faults.map(({ line, column, message }) => ({
      ...unreadable({ file, line, column }, message),
      message,
    }));
    return { config: null, findings };
  }
  const folder = posix.dirname(file);
  const source = document.value as Readonly<Record<string, unknown>>;
  const words = (key: string, relative: (text: string) => boolean): ConfigWord[] | null => {
    const value = source[key];
    if (value === undefined) return null;
    const path = (index: number) => (Array.isArray(value) ? [key, index] : [key]);
    return ([value].flat() as string[]).map((text, index) => ({
      text: relative(text) && !posix.isAbsolute(text) ? posix.join(folder, text) : text,
      location: { file, ...document.at(path(index)) },
    }));
  };
  const config: Config = {
    file,
    matrix: words('matrix', isPath.matrix),
    calls: words('calls', isPath.calls),
    grants: source.grants === undefined ? null : { value: source.grants, document },
    servers: words('servers', () => false) ?? [],
  };
  return { config, findings: [] };
}
