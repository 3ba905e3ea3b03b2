// The text of a vendor's document, JSON or YAML -> its plain value, the faults of the text, and places for findings.
import type { Finding } from '../../model/report.js';
import { firstContent } from '../../text/document.js';
import { unreadable } from '../../text/files.js';
import { findInJson, type JsonPath } from '../../text/json-places.js';
import { lineFinder, type Position } from '../../text/line-index.js';
import { parseYaml } from '../../text/yaml.js';

/** 128 MB of JSON take two seconds and 1 GB of memory; YAML has the limit of all YAML that is read. */
const MAX_JSON = 128 * 1024 * 1024;

/** A document that could be parsed. */
export interface SourceDocument {
  readonly value: unknown;
  /** Faults that leave the rest of it readable. */
  readonly findings: readonly Finding[];
  /** Where keys stand; the paths are asked for once, all at a time. */
  locate(paths: readonly JsonPath[]): (path: JsonPath) => Position;
}

/** Parses a document; a list of findings where it cannot be read. */
export function openSource(text: string, file: string): SourceDocument | readonly Finding[] {
  const content = firstContent(text);
  if (/^\s*[{[]/.test(content)) {
    if (text.length > MAX_JSON) return [unreadable(file, 'too large: at most 128 MB are read')];
    const json = parseJson(content);
    if (json) {
      const before = text.length - content.length;
      const position = lineFinder(text);
      return {
        value: json.value,
        findings: [],
        locate(paths) {
          const find = findInJson(content, paths);
          return (path) => position(before + find(path));
        },
      };
    }
  }
  const { value, faults, at } = parseYaml(text);
  const findings = faults.map(({ kind, message, line, column }): Finding => {
    const fault = unreadable({ file, line, column }, message);
    return kind === 'syntax' ? fault : { ...fault, severity: 'warning', message };
  });
  if (faults.some(({ kind }) => kind === 'syntax')) return findings;
  return { value, findings, locate: () => (path) => at(path, 'key') };
}

/** `null` where the text is no JSON: it may be YAML that begins with a bracket. */
function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** A map of a stranger: keys are asked for by `fieldOf` alone, so that prototypes play no part. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a key of a map; `undefined` where there is no map or no such key. */
export const fieldOf = (value: unknown, key: string): unknown =>
  isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** The keys and values of a map; none where there is no map. */
export const entriesOf = (value: unknown): [string, unknown][] =>
  isMap(value) ? Object.entries(value) : [];

/** The first line of a text, without control and invisible characters, of bounded length; empty for anything else. */
export function lineOf(value: unknown, most = 120): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const [line = ''] = String(value)
    .slice(0, 10_000)
    .trim()
    .split(/[\r\n\u2028\u2029]/, 1);
  const clean = line
    .toWellFormed()
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return clean.length <= most
    ? clean
    : `${[...clean]
        .slice(0, most - 3)
        .join('')
        .trimEnd()}...`;
}
