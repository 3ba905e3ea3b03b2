// YAML or JSON text + compiled JSON Schema -> value and every fault of it, each with its place.
import { looksSecret } from './secrets.js';
import { didYouMean } from './suggest.js';
import type { SchemaError, Validator } from './validators.js';
import { type Position, parseYaml, type YamlDocument } from './yaml.js';

/** Something wrong with a document: with its text, or with what it says. */
export interface DocumentFault extends Position {
  readonly kind: 'syntax' | 'duplicate-key' | 'schema';
  readonly message: string;
  /** The keys that lead to it. */
  readonly path: readonly (string | number)[];
}

/** A document and its faults; `value` may be used only as far as no fault lies in it. */
export interface ReadDocument extends Omit<YamlDocument, 'faults'> {
  readonly faults: readonly DocumentFault[];
}

/** The text from its first line on that is no empty line, comment or document marker; empty where there is none. */
export function firstContent(text: string): string {
  for (let at = 0; at < text.length; ) {
    const end = (text.indexOf('\n', at) + 1 || text.length + 1) - 1;
    const line = text.slice(at, Math.min(end, at + 200)).trim();
    const next = end + 1;
    if (line !== '' && !line.startsWith('#') && line !== '---') return text.slice(at);
    if (line === '' && text.slice(at, end).trim() !== '') return text.slice(at);
    at = next;
  }
  return '';
}

/** Parses and validates. All faults come at once, in the order of the text. */
export function readDocument(text: string, validate: Validator): ReadDocument {
  const yaml = parseYaml(text);
  const faults: DocumentFault[] = [...yaml.faults];
  const broken = faults.some((fault) => fault.kind === 'syntax');
  const told = new Set<string>();
  // a syntax error changes the meaning of what follows, so the schema would report faults that are not there
  if (!broken && !validate(yaml.value)) {
    for (const error of validate.errors ?? []) {
      const fault = describe(error, yaml);
      const key = fault && `${fault.line}:${fault.column} ${fault.message}`;
      if (key && !told.has(key)) faults.push(fault);
      told.add(key ?? '');
    }
  }
  faults.sort((a, b) => a.line - b.line || a.column - b.column);
  return { ...yaml, faults };
}

function describe(error: SchemaError, yaml: YamlDocument): DocumentFault | null {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = (
    message: string,
    keys: readonly (string | number)[] = path,
    what?: 'key' | 'value',
  ) => ({
    kind: 'schema' as const,
    message,
    path: keys,
    ...yaml.at(keys.map(indexOrKey(yaml.value)), what),
  });
  const schema = error.parentSchema ?? {};
  const expected = schema['x-expected'];
  switch (error.keyword) {
    case 'if':
      return null;
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = Object.keys(schema.properties ?? {}).filter((k) => k !== '$schema');
      const hint = didYouMean(key, known) || `; known here: ${known.join(', ')}`;
      return at(`unknown key ${show(key)}${hint}`, [...path, key], 'key');
    }
    case 'required': {
      const where = path.length === 0 ? '' : ` of ${JSON.stringify(path.at(-1))}`;
      return at(
        `the key ${JSON.stringify(error.params.missingProperty)}${where} is missing`,
        path,
        'key',
      );
    }
    case 'const':
      return at(`expected ${JSON.stringify(error.params.allowedValue)}, found ${show(error.data)}`);
    case 'minItems':
      return at('an empty list says nothing here');
    default:
      if (path.length === 0 && error.data === undefined) return at('it is empty');
      return at(`expected ${expected ?? typeNames(error.params.type)}, found ${show(error.data)}`);
  }
}

/** List positions are numbers in a path, and ajv gives all keys as text. */
const indexOrKey = (root: unknown) => {
  let holder = root;
  return (key: string | number): string | number => {
    const found = Array.isArray(holder) ? Number(key) : key;
    holder = (holder as Record<string | number, unknown> | undefined)?.[found];
    return found;
  };
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map',
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
};

const typeNames = (types: unknown): string =>
  [types ?? []]
    .flat()
    .map((type) => TYPE_NAMES[String(type)] ?? String(type))
    .join(' or ');

const MAX_SHOWN = 60;

/** A value in a message: itself where it is short, else what kind of thing it is. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN || looksSecret(text) ? 'other text' : text;
}
