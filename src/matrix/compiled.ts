// A matrix -> JSON that is read back without parsing YAML or templates: how shipped packs start fast.
import type { Matrix, Requirement, Route, Scheme, Template, TemplateSegment } from '../model.js';
import { parseTemplate } from '../template.js';

type Requires = readonly (readonly [Scheme, Requirement])[];
interface Row {
  readonly row: readonly [
    method: string,
    path: string,
    written: string,
    line: number,
    column: number,
  ];
  readonly requires: Requires;
  readonly category: string;
  readonly facts: unknown;
}

/** The packs of a build; one that another build compiled is not read. */
interface Compiled {
  readonly build: string;
  readonly matrix: Omit<Matrix, 'routes' | 'legacy' | 'refusals'>;
  readonly refusals: unknown;
  readonly legacy: readonly (readonly [string, string])[];
  readonly rows: readonly Row[];
}

/** Writes a matrix without faults as JSON; `build` names the program that may read it back. */
export function compileMatrix(whole: Matrix, build: string): string {
  const { routes, legacy, refusals, ...matrix } = whole;
  const rows = routes.map(({ method, template, written, requires, category, location, facts }) => ({
    row: [method, template.path, written, location.line, location.column],
    requires: [...requires],
    category,
    facts: pack(facts),
  }));
  return JSON.stringify({ build, matrix, legacy: [...legacy], refusals: pack(refusals), rows });
}

/** Reads it back; `null` for what another build wrote. */
export function restoreMatrix(text: string, build: string): Matrix | null {
  const { matrix, legacy, refusals, rows, ...compiled } = JSON.parse(text) as Compiled;
  if (compiled.build !== build) return null;
  const closedOver = new Map(
    matrix.schemes.map((scheme) => {
      const own = matrix.permissions.filter((permission) => permission.scheme === scheme);
      return [scheme, new Set(own.map(({ name }) => name))];
    }),
  );
  const { api, file, generated } = matrix;
  const routes = rows.map(({ row, requires, category, facts }): Route => {
    const [method, path, written, line, column] = row;
    return {
      ...{ api, method, path, written, template: restoreTemplate(path), category },
      requires: new Map(requires),
      location: { file, line, column },
      facts: unpack(facts) as Route['facts'],
      generated: generated && !isChecked(facts),
      ...{ closedOver, overrides: null },
    };
  });
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
