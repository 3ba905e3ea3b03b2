// The links of answers that code takes out + the calls that were found -> those that get out of sight, and may be called elsewhere.
import type { Location } from '../../model/location.js';
import type { Route } from '../../model/model.js';
import type { Doubt } from '../../model/report.js';
import type { Link } from '../api/api-profile.js';
import { certainRoutes, makeCall } from '../api/make-call.js';
import { isField, linkOf } from '../api/response-links.js';
import { Callers } from '../callgraph/callers.js';
import { ValueFlow } from '../callgraph/value-flow.js';
import type { Expression } from '../ir.js';
import { oneOf, words } from '../name-tables.js';
import { calledName } from '../symbols/program.js';
import { walkUses } from '../symbols/use-walk.js';
import type { Used } from '../symbols/uses.js';
import { frameOf } from '../values/frames.js';
import type { SeenOfApi } from './account-for-texts.js';
import { looksUp, textHandling } from './text-functions.js';

/** @param folder what stands before the paths of files, with a slash at its end; may be empty */
export function accountForLinks(seen: SeenOfApi, folder: string): Doubt[] {
  const links = seen.profile.links.filter((link) => link.path !== null && !isCovered(link, seen));
  if (links.length === 0) return [];
  const callers = new Callers(seen.evaluator);
  const doubts: Doubt[] = [];
  const said = new Set<string>();
  for (const { used, link } of takenOut(links, seen)) {
    const { file } = used.point.scope.file;
    const key = `${file} ${link.path}`;
    if (said.has(key) || !escapes(used, link, callers, seen)) continue;
    said.add(key);
    const location: Location = { file: `${folder}${file}`, ...used.expression.at };
    const call = makeCall(['GET'], link.path!, seen.api, location);
    const reason = `${link.fields.join('.')} of an answer is kept, and nothing that is read here calls it`;
    doubts.push({ kind: 'unaccounted text', location, reason, calls: call ? [call] : [] });
  }
  return doubts;
}

/** Whether a call that was found surely needs all that the route of a link needs: that of the link is then no news. */
function isCovered({ path }: Link, { found, api }: SeenOfApi): boolean {
  const [route] = certainRoutes(['GET'], path!, api) ?? [];
  const needs = route ? needsOf(route) : [];
  if (needs.length === 0) return false;
  return found.some(({ methods, url, possible }) => {
    const [first, second] = possible ? [] : (certainRoutes(methods, url, api) ?? []);
    return first && !second && needs.every((need) => needsOf(first).includes(need));
  });
}

/** What a route is known to require, of each scheme. */
const needsOf = ({ requires }: Route): string[] =>
  [...requires].flatMap((need) => (need[1].kind === 'unknown' ? [] : [JSON.stringify(need)]));

/** Where code that has to do with the API takes the links out of something. */
function takenOut(
  links: readonly Link[],
  { evaluator, profile }: SeenOfApi,
): { used: Used; link: Link }[] {
  const found: { used: Used; link: Link }[] = [];
  for (const [file, { roots }] of evaluator.program.files)
    if (profile.near.has(file))
      for (const root of roots)
        walkUses(root.expression, root.point, root.use, (expression, point, use) => {
          const name = nameTaken(expression);
          if (name === null) return;
          const own = links.filter(({ fields }) => isField(name, fields.at(-1)!));
          if (own.length === 0) return;
          const telling = own.find(({ fields }) => isTelling(fields.at(-1)!));
          const link =
            telling ??
            valuesOf({ expression, point }, evaluator).flatMap((v) => linkOf(v, own) ?? [])[0];
          if (link) found.push({ used: { expression, point, use }, link });
        });
  return found;
}

const valuesOf = ({ expression, point }: Omit<Used, 'use'>, evaluator: SeenOfApi['evaluator']) =>
  evaluator.ask({ expression, frame: frameOf(point.scope), point });

/** The name by which an expression takes something out: `x.name`, `x.get('name')`, `get(x, 'of.name')`. */
function nameTaken(expression: Expression): string | null {
  if (expression.kind === 'member') return expression.name;
  if (expression.kind === 'index')
    return expression.key.kind === 'text' ? expression.key.text : null;
  if (expression.kind !== 'call' || !takes(calledName({ expression }))) return null;
  const texts = expression.args.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
  return texts.at(-1)?.split('.').at(-1) ?? null;
}

const takesField = oneOf(
  words(`
    data_get array_get pluck path at getString optString getAsString getProperty GetProperty SelectToken itemgetter
    value fetch key`),
);
const takes = (name: string): boolean => looksUp(name) || takesField(name);

/** Whether a field is hardly of anything else: its name is more than one word. */
const isTelling = (field: string): boolean => /[a-z][A-Z]/.test(field);

function escapes(
  used: Used,
  link: Link,
  callers: Callers,
  { evaluator, profile }: SeenOfApi,
): boolean {
  const does = textHandling(evaluator, profile, null, false, null);
  const flow = new ValueFlow(callers, (value) => linkOf(value, [link]) !== null, {
    ...does,
    mayRead: () => false,
    // a list or a table that it is put into may be a store, and what is made of it a row of one
    take(use, callee) {
      const passed = does.take(use, callee);
      return Array.isArray(passed) ? passed : { kind: 'out of sight' };
    },
  });
  flow.run([used], []);
  return flow.escapes.first !== null;
}
