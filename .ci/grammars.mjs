// The name of a grammar -> the file that the package of it has: tree-sitter-<name>.wasm.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The packages of grammars, and the folder in each that they are in. */
const IN_VSCODE = '@vscode/tree-sitter-wasm/wasm';

/** The grammars of the languages, and where each is. */
export const GRAMMARS = {
  javascript: IN_VSCODE,
  typescript: IN_VSCODE,
  tsx: IN_VSCODE,
  python: IN_VSCODE,
  php: IN_VSCODE,
  ruby: IN_VSCODE,
  java: IN_VSCODE,
  'c-sharp': IN_VSCODE,
  go: IN_VSCODE,
  bash: IN_VSCODE,
  powershell: IN_VSCODE,
  kotlin: '@tree-sitter-grammars/tree-sitter-kotlin',
};

/** Where a file is that the parser asks for: a grammar, or the parser itself. */
export function grammarFile(file) {
  const name = /^tree-sitter-(.+)\.wasm$/.exec(file)?.[1];
  return require.resolve(name ? `${GRAMMARS[name]}/${file}` : `web-tree-sitter/${file}`);
}
