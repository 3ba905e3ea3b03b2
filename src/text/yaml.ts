// YAML or JSON text -> plain value + "where is this key?" + every fault of the text with its place.
import type { Document, Range } from 'yaml';
import { Composer, type CST, isAlias, isMap, isScalar, isSeq, type Node, Parser } from 'yaml';
import { lineFinder, type Position } from './line-index.js';
import { looksSecret } from './secrets.js';
import { COMMENTED_ROW, COMMENTED_ROW_MESSAGE, explain } from './yaml-errors.js';

export type { Position };

/** Something wrong with the text itself. */
export interface TextFault extends Position {
  readonly kind: 'syntax' | 'duplicate-key';
  readonly message: string;
  /** The keys that lead to a duplicate. */
  readonly path: readonly (string | number)[];
}

/** A key of a map: where it and its value stand, and the comment directly above it. */
interface Entry {
  readonly key: number;
  readonly value: number;
  readonly comment: string;
}

/** A parsed document. Maps are objects without a prototype. */
export interface YamlDocument {
  readonly value: unknown;
  readonly faults: readonly TextFault[];
  /** Where the value that `path` leads to stands, or its key; the nearest known place above where there is none. */
  at(path: readonly (string | number)[], what?: 'key' | 'value'): Position;
  /** The comment lines directly above the key that `path` leads to, without `#`. */
  comment(path: readonly (string | number)[]): string;
}

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 100;
/** How many values all anchors together may repeat. */
const MAX_REPEATED = 10_000;
const OPTIONS = {
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  version: '1.2',
  schema: 'core',
  merge: false,
} as const;

/** Parses one document; never throws, whatever the text. */
export function parseYaml(text: string): YamlDocument {
  const faults: TextFault[] = [];
  const told = new Set<string>();
  const position = lineFinder(text);
  const report: Report = (offset, message, kind = 'syntax', path = []) => {
    const fault = { ...position(offset), kind, message, path };
    const line = `${kind} ${fault.line}`;
    if (kind === 'duplicate-key' || !told.has(line)) faults.push(fault);
    told.add(line);
  };
  const entries = new WeakMap<object, Map<string | number, Entry>>();
  const value = read(text, entries, report);
  const find = (path: Path): Entry | undefined => {
    let [holder, found]: [unknown, Entry | undefined] = [value, undefined];
    for (const key of path) {
      const entry = entries.get(Object(holder))?.get(key);
      if (!entry) break;
      found = entry;
      holder = (holder as Record<string | number, unknown>)[key];
    }
    return found;
  };
  return {
    value,
    faults,
    at: (path, what = 'value') => position(find(path)?.[what] ?? 0),
    comment: (path) => find(path)?.comment ?? '',
  };
}

type Path = readonly (string | number)[];
type Report = (offset: number, message: string, kind?: TextFault['kind'], path?: Path) => void;
type Entries = WeakMap<object, Map<string | number, Entry>>;

function read(text: string, entries: Entries, report: Report): unknown {
  if (text.length > MAX_BYTES) {
    report(0, `YAML of ${Math.ceil(text.length / 2 ** 20)} MB; at most 16 MB is read`);
    return undefined;
  }
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== null) {
    report(deep, `nested deeper than ${MAX_DEPTH} levels`);
    return undefined;
  }
  const documents = [...new Composer(OPTIONS).compose(tokens)];
  const [document, second] = documents;
  if (!document) return undefined;
  for (const { code, message, pos } of [...document.errors, ...document.warnings])
    report(...explain(code, message, pos[0], text));
  if (second) report(second.range[0], 'a second document begins here; one file holds one document');
  return new Reader(document as Document.Parsed, text, entries, report).read();
}

/** The documents of a text with the places of their nodes, faults and all; none where it is too large or nested too deep. */
export function composeYaml(text: string): Document.Parsed[] {
  if (text.length > MAX_BYTES) return [];
  const tokens = [...new Parser().parse(text)];
  if (tooDeep(tokens) !== null) return [];
  return [...new Composer(OPTIONS).compose(tokens)] as Document.Parsed[];
}

/** The offset of the first token nested too deep. The composer recurses, so this is asked before it runs. */
function tooDeep(tokens: readonly CST.Token[]): number | null {
  const queue: [CST.Token, number][] = tokens.map((token) => [token, 0]);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [token, depth] = next;
    if (depth > MAX_DEPTH) return token.offset;
    if ('value' in token && token.value) queue.push([token.value, depth]);
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) queue.push([key, depth + 1]);
      if (value) queue.push([value, depth + 1]);
    }
  }
  return null;
}

/** Turns the parsed nodes into plain values: bounded, without prototypes, each key told once. */
class Reader {
  private repeated = 0;
  /** The alias in the text that is being followed. */
  private followed: Node | null = null;
  private readonly anchors = new Map<string, Node>();

  constructor(
    private readonly document: Document.Parsed,
    private readonly text: string,
    private readonly entries: Entries,
    private readonly report: Report,
  ) {}

  read(): unknown {
    return this.convert(this.document.contents, 0, []);
  }

  private convert(node: Node | null, depth: number, path: Path): unknown {
    const offset = start(node);
    if (this.followed && ++this.repeated >= MAX_REPEATED) {
      if (this.repeated === MAX_REPEATED) {
        const message = `the anchors of this file repeat more than ${MAX_REPEATED} values`;
        this.report(start(this.followed), message);
      }
      return undefined;
    }
    if (node && 'anchor' in node && node.anchor) this.anchors.set(node.anchor, node);
    if (depth > MAX_DEPTH) {
      this.report(offset, `nested deeper than ${MAX_DEPTH} levels`);
      return undefined;
    }
    if (isAlias(node)) return this.follow(node, depth, path);
    if (isScalar(node)) return node.value;
    if (isSeq(node)) {
      const list: unknown[] = [];
      const places = new Map<string | number, Entry>();
      this.entries.set(list, places);
      for (const [index, item] of (node.items as Node[]).entries()) {
        places.set(index, { key: start(item), value: start(item), comment: '' });
        list.push(this.convert(item, depth + 1, [...path, index]));
      }
      return list;
    }
    return isMap(node) ? this.convertMap(node, depth, path) : null;
  }

  private convertMap(node: Node & { items: unknown[] }, depth: number, path: Path): unknown {
    const map: Record<string, unknown> = Object.create(null);
    const places = new Map<string | number, Entry>();
    this.entries.set(map, places);
    for (const [index, pair] of (node.items as { key: Node; value: Node | null }[]).entries()) {
      const at = start(pair.key);
      const key = this.keyText(pair.key);
      if (key === null) continue;
      const first = places.get(key);
      if (first) {
        this.report(
          at,
          `${looksSecret(key) ? 'a key' : JSON.stringify(key)} stands twice in this map`,
          'duplicate-key',
          [...path, key],
        );
        continue;
      }
      const above =
        index === 0 ? (pair.key.commentBefore ?? node.commentBefore) : pair.key.commentBefore;
      places.set(key, {
        key: at,
        value: pair.value?.range ? start(pair.value) : at,
        comment: this.directlyAbove(above, at),
      });
      if (isScalar(pair.value) && pair.value.comment && pair.value.type === 'PLAIN') {
        const row = `${pair.value.source} #${pair.value.comment}`;
        if (COMMENTED_ROW.test(row)) this.report(start(pair.value), COMMENTED_ROW_MESSAGE);
      }
      map[key] = this.convert(pair.value, depth + 1, [...path, key]);
    }
    return map;
  }

  private keyText(key: Node | null): string | null {
    const resolved = isAlias(key) ? this.anchors.get(key.source) : key;
    if (!isScalar(resolved)) {
      this.report(start(key), 'a key is text, not a list or a map; quote it');
      return null;
    }
    const text = resolved.source ?? String(resolved.value ?? '');
    if (text !== '__proto__') return text;
    this.report(start(key), 'the key __proto__ is not allowed');
    return null;
  }

  private follow(alias: Node & { source: string }, depth: number, path: Path): unknown {
    const target = this.anchors.get(alias.source);
    if (target) {
      const outer = this.followed;
      this.followed ??= alias;
      const value = this.convert(target, depth + 1, path);
      this.followed = outer;
      return value;
    }
    const hint = looksSecret(alias.source) ? '"..."' : JSON.stringify(`*${alias.source}`);
    this.report(
      start(alias),
      `* begins an alias in YAML, and no anchor has this name; quote it: ${hint}`,
    );
    return undefined;
  }

  /** The comment, unless an empty line parts it from the key. */
  private directlyAbove(comment: string | null | undefined, key: number): string {
    if (!comment) return '';
    const lineStart = this.text.lastIndexOf('\n', key - 1);
    const above = this.text.slice(this.text.lastIndexOf('\n', lineStart - 1) + 1, lineStart);
    if (lineStart < 0 || !/^\s*#/.test(above)) return '';
    return (comment.split(/\n\s*\n/).at(-1) ?? '')
      .split('\n')
      .map((l) => l.trim())
      .join('\n');
  }
}

const start = (node: Node | null | undefined): number =>
  (node?.range as Range | undefined)?.[0] ?? 0;
