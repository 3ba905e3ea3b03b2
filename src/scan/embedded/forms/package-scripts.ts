// Manifests of packages: their scripts are commands of a shell.
import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { composeYaml } from '../../../text/yaml.js';
import { defineForm } from '../form.js';
import { shellProgram } from '../programs.js';
import { scalarPieces } from '../scalar-pieces.js';
import { nodeAt, type YamlMap } from '../yaml-scripts.js';

const KEYS = ['scripts', 'tasks'];

/** Scripts of npm, Composer and Deno. */
export const packageScripts = defineForm({
  id: 'package-scripts',
  summary: 'scripts of package.json and composer.json, and tasks of deno.json',
  languages: ['shell'],
  isForm: (path) => /(?:^|\/)(?:package|composer|deno)\.json$/.test(path),
  codeIn(text) {
    const [document] = composeYaml(text);
    const root = document?.contents;
    if (!isMap(root)) return [];
    return KEYS.flatMap((key) => commandsIn(nodeAt(root as YamlMap, key))).map((node) =>
      shellProgram(text, scalarPieces(text, node), [], null),
    );
  },
  standsAlone: true,
  unread: 'only the scripts in it are read',
});

/** All texts below a node. */
function commandsIn(node: unknown): Scalar.Parsed[] {
  if (isSeq(node)) return node.items.flatMap(commandsIn);
  if (isMap(node)) return node.items.flatMap(({ value }) => commandsIn(value));
  return isScalar(node) && typeof node.value === 'string' ? [node as Scalar.Parsed] : [];
}
