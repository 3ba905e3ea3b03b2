// A matrix -> JSON that is read back without parsing YAML or templates: how shipped packs start fast.
import type {
  Matrix,
  Requirement,
  Route,
  Scheme,
  Template,
  TemplateSegment,
} from '../model/model.js';
import { parseTemplate } from '../paths/template.js';

type Requires = readonly (readonly [Scheme, Requirement])[];
/** `written` and `category` are null where they say nothing more than the path; `requires` is an index. */
type Row = readonly [
  method: string,
  path: string,
  written: string | null,
  line: number,
  column: number,
  requires: number,
  category: string,
  facts: unknown,
  packed: 0 | 1,
];

/** The packs of a build; one that another build compiled is not read. */
interface Compiled {
  readonly build: string;
  readonly matrix: Omit<Matrix, 'routes' | 'legacy' | 'refusals'>;
  readonly refusals: unknown;
  readonly legacy: readonly (readonly [string, string])[];
  /** What rows require, each once: most of a platform's rows require the same few things. */
  readonly requires: readonly Requires[];
  readonly rows: readonly Row[];
}

/** Writes a matrix without faults as JSON; `build` names the program that may read it back. */
export function compileMatrix(whole: Matrix, build: string): string {
  const { routes, legacy, refusals, ...matrix } = whole;
  const known = new Map<string, number>();
  const rows = routes.map((route): Row => {
    const { method, template, written, category, location } = route;
    const requires = JSON.stringify([...route.requires]);
    if (!known.has(requires)) known.set(requires, known.size);
    const facts = pack(route.facts);
    const packed = JSON.stringify(facts) === JSON.stringify(route.facts) ? 0 : 1;
    const own = written === template.path ? null : written;
    const { line, column } = location;
    return [
      method,
      template.path,
      own,
      line,
      column,
      known.get(requires)!,
      category,
      facts,
      packed,
    ];
  });
  const compiled = {
    build,
    matrix,
    legacy: [...legacy],
    refusals: pack(refusals),
    rows,
    requires: [...known.keys()].map((text) => JSON.parse(text)),
  };
  return JSON.stringify(compiled);
}

/** Reads it back; `null` for what another build wrote. */
export function restoreMatrix(text: string, build: string): Matrix | null {
  const { matrix, legacy, refusals, rows, requires, ...compiled } = JSON.parse(text) as Compiled;
  if (compiled.build !== build) return null;
  const closedOver = new Map(
    matrix.schemes.map((scheme) => {
      const own = matrix.permissions.filter((permission) => permission.scheme === scheme);
      return [scheme, new Set(own.map(({ name }) => name))];
    }),
  );
  const shared = requires.map((entries) => new Map(entries));
  const { api, file, generated } = matrix;
  // written out, without spreads: this runs for each row of a platform at each start
  const routes = rows.map(
    ([method, path, written, line, column, index, category, facts, packed]): Route => ({
      api,
      method,
      path,
      written: written ?? path,
      template: restoreTemplate(path),
      requires: shared[index]!,
      category,
      location: { file, line, column },
      facts: (packed ? unpack(facts) : facts) as Route['facts'],
      closedOver,
      generated: generated && !isChecked(facts),
      overrides: null,
    }),
  );
  return {
    ...matrix,
    legacy: new Map(legacy),
    refusals: unpack(refusals) as Matrix['refusals'],
    routes,
  };
}

const isChecked = (facts: unknown): boolean => Object(facts).checked !== undefined;

const PARAMETER: TemplateSegment = { kind: 'parameter' };
/** Paths of plain words and whole parameters need no parser. */
const PLAIN = /^(?:\/(?:[\w.~-]+|\{[\w.-]+\}))+$/;

function restoreTemplate(path: string): Template {
  if (!PLAIN.test(path)) return parseTemplate(path) as Template;
  const segments = path
    .slice(1)
    .split('/')
    .map((text): TemplateSegment => (text.startsWith('{') ? PARAMETER : { kind: 'literal', text }));
  return { path, segments };
}

/** Facts hold maps and templates at any depth; both get a form of their own. */
function pack(value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value].map(pack) };
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value !== 'object' || value === null) return value;
  if ('segments' in value && 'path' in value) return { $template: value.path };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pack(part)]));
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value) return new Map(unpack(value.$map) as [unknown, unknown][]);
  if ('$template' in value) return restoreTemplate(String(value.$template));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpack(part)]));
}
