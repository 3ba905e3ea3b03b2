// An API + what is asked of its rows -> the rows to show, and which of them an inclusion leads to.
import { ANY_METHOD, type Api, type Route, type TemplateSegment } from '../model/model.js';
import { parseTemplate, templateKey } from '../paths/template.js';
import { furtherRequirements } from '../requirements/demand.js';
import { includedIn, namesIn } from '../requirements/evaluate.js';

/** What rows must fit; what is left out asks nothing. */
export interface Selection {
  /** Whether a row fits the path that was asked for. */
  readonly fitsPath?: (route: Route) => boolean;
  readonly permission?: string | undefined;
  readonly tag?: string | undefined;
  readonly method?: string | undefined;
  readonly deprecated?: boolean | undefined;
}

/** The rows of an API that are shown, in its order. */
export interface SelectedRoutes {
  readonly api: Api;
  readonly routes: readonly Route[];
  /** Rows that do not name the permission, but what it includes: that name. */
  readonly included: ReadonlyMap<Route, string>;
}

/** Selects the rows of an API. */
export function selectRoutes(api: Api, asked: Selection): SelectedRoutes {
  const included = new Map<Route, string>();
  const routes = api.routes.filter((route) => {
    const { facts, method } = route;
    if (asked.method && ![asked.method, ANY_METHOD].includes(method)) return false;
    if (asked.tag && facts.tag?.toLowerCase() !== asked.tag.toLowerCase()) return false;
    if (asked.deprecated && !facts.deprecated) return false;
    if (asked.fitsPath && !asked.fitsPath(route)) return false;
    if (asked.permission === undefined) return true;
    const named = findNamed(route, asked.permission, api);
    if (named !== null && named !== asked.permission) included.set(route, named);
    return named !== null;
  });
  return { api, routes, included };
}

/** The permission itself where the row names it, else one that it includes and the row names. */
function findNamed(route: Route, name: string, api: Api): string | null {
  const all = [route.requires, ...furtherRequirements(route).map(({ requires }) => requires)];
  const names = api.schemes.map((scheme) => {
    const said = all.flatMap((requires) => requires.get(scheme) ?? []);
    return { scheme, named: new Set(said.flatMap((requirement) => [...namesIn(requirement)])) };
  });
  if (names.some(({ named }) => named.has(name))) return name;
  for (const { scheme, named } of names) {
    const permissions = api.permissions.filter((permission) => permission.scheme === scheme);
    for (const included of includedIn(name, permissions, 'any'))
      if (named.has(included)) return included;
  }
  return null;
}

/**
 * A path or a glob -> whether a row fits it: one that begins with the path, or that the glob fits whole.
 * What parameters are called makes no difference; the base path may be left out.
 * @returns one sentence where the pattern cannot be read
 */
export function parsePattern(pattern: string): ((route: Route) => boolean) | string {
  const parsed = parseTemplate(pattern.replaceAll('{}', '{any}'));
  if ('message' in parsed) return parsed.message;
  const wanted = parsed.segments;
  const whole = pattern.includes('*');
  const rest = wanted.at(-1)?.kind === 'rest';
  const fixed = rest ? wanted.slice(0, -1) : wanted;
  const tests = fixed.map((segment) =>
    segment.kind === 'glob' ? segment.test : (text: string) => text === keyOf(segment),
  );
  return ({ path, written }) =>
    [path, written].some((text) => {
      const template = parseTemplate(text);
      if ('message' in template) return false;
      const { segments } = template;
      if (whole && !rest && segments.length !== fixed.length) return false;
      return tests.every((test, index) => {
        const segment = segments[index];
        return segment !== undefined && test(keyOf(segment));
      });
    });
}

const keyOf = (segment: TemplateSegment): string => templateKey({ segments: [segment] }).slice(1);
