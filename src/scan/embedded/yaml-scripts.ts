// A file of YAML or JSON with scripts in it + what its keys mean -> the code of its scripts.
import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { composeYaml } from '../../text/yaml.js';
import type { EmbeddedCode, Piece } from './form.js';
import { otherProgram } from './other-programs.js';
import { glue } from './pieces.js';
import { shellProgram, type Template, type Variable } from './programs.js';
import { scalarPieces } from './scalar-pieces.js';

/** What the keys of a kind of files mean. */
export interface ScriptKeys {
  /** The keys of scripts; those of one group run one behind the other. */
  readonly scripts: readonly (readonly string[])[];
  /** The keys of maps with variables for all that stands around and below. */
  readonly variables: readonly string[];
  /** What is put into scripts before they run. */
  readonly template: Template | null;
  /** The language of a script by the maps around it, the innermost last; `null` for none that is read. */
  languageOf?(key: string, around: readonly YamlMap[]): string | null;
}

/** A map of a document. */
export type YamlMap = Node & { readonly items: readonly Pair<Node, Node | null>[] };

/** All scripts of a text; none where its YAML cannot be read. */
export function scriptsOf(text: string, keys: ScriptKeys): EmbeddedCode[] {
  const found: EmbeddedCode[] = [];
  const visit = (node: unknown, around: readonly YamlMap[], outer: readonly Variable[]): void => {
    if (isSeq(node)) for (const item of node.items) visit(item, around, outer);
    if (!isMap(node)) return;
    const map = node as YamlMap;
    const inside = [...around, map];
    const variables = [...outer, ...keys.variables.flatMap((key) => variablesOf(text, map, key))];
    for (const group of keys.scripts) {
      const read = group.filter((key) => isScript(nodeAt(map, key)));
      const [first] = read;
      if (first === undefined) continue;
      const language = keys.languageOf ? keys.languageOf(first, inside) : 'shell';
      const pieces = read.flatMap((key) => linesOf(text, nodeAt(map, key)));
      if (language === 'shell') found.push(shellProgram(text, pieces, variables, keys.template));
      else if (language !== null)
        found.push(otherProgram(text, language, pieces, variables, keys.template));
    }
    for (const { value } of map.items) visit(value, inside, variables);
  };
  for (const { contents } of composeYaml(text)) visit(contents, [], []);
  return found;
}

/** The value of a key. */
export const nodeAt = (map: YamlMap, key: string): Node | null =>
  map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value ?? null;

/** The text of a key; `null` where it has none. */
export function textAt(map: YamlMap, key: string): string | null {
  const value = nodeAt(map, key);
  return isScalar(value) && typeof value.value === 'string' ? value.value : null;
}

const isScript = (node: Node | null): boolean =>
  isText(node) || (isSeq(node) && node.items.some((item) => isScript(item as Node)));

const isText = (node: unknown): node is Scalar.Parsed =>
  isScalar(node) && typeof node.value === 'string';

/** A text, or a list of texts one behind the other. */
function linesOf(text: string, node: Node | null): Piece[] {
  if (isSeq(node)) return node.items.flatMap((item) => linesOf(text, item as Node));
  return isText(node) ? [...scalarPieces(text, node), glue(node.range[1], '\n')] : [];
}

function variablesOf(text: string, map: YamlMap, key: string): Variable[] {
  const values = nodeAt(map, key);
  if (!isMap(values)) return [];
  return (values as YamlMap).items.flatMap(({ key: name, value }) => {
    // a variable of GitLab may be a map with a description
    const given = isMap(value) ? nodeAt(value as YamlMap, 'value') : value;
    return isScalar(name) && isText(given)
      ? [{ name: String(name.value), value: scalarPieces(text, given) }]
      : [];
  });
}
