// The files that were read + one API -> the texts in them that name it, each with what becomes of it there.
import type { IndexedApi } from '../../match/api.js';
import type { ApiProfile } from '../api/api-profile.js';
import { ROUTE_METHODS } from '../http/methods.js';
import type { Expression } from '../ir.js';
import { placeKey } from '../requests/collector.js';
import { readLine } from '../requests/request-lines.js';
import type { Point } from '../symbols/scope.js';
import { walkUses } from '../symbols/use-walk.js';
import type { Used } from '../symbols/uses.js';
import { writtenText } from '../symbols/written-text.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { apiTextFinder } from './api-texts.js';

/** A text in the code that names an API. */
export interface CodeText {
  readonly used: Used;
  /** The path with `{}` for what is not known in this place; `null`: only a host is named. */
  readonly target: string | null;
  /** The places of its parts. */
  readonly places: ReadonlySet<string>;
}

/** Finds the texts of an API, in the order of files. */
export function findCodeTexts(
  evaluator: Evaluator,
  api: IndexedApi,
  profile: ApiProfile,
): CodeText[] {
  const find = apiTextFinder(api);
  const found: CodeText[] = [];
  for (const [file, { roots }] of evaluator.program.files) {
    // what names the API is in files that do
    if (!profile.near.has(file)) continue;
    const inside = new Set<Expression>();
    for (const root of roots)
      walkUses(root.expression, root.point, root.use, (expression, point, use) => {
        if (isSetting(expression, point, profile, evaluator)) {
          const places = new Set([placeKey(file, expression.at)]);
          found.push({ used: { expression, point, use }, target: null, places });
          return;
        }
        if (expression.kind === 'join') for (const part of expression.parts) inside.add(part);
        const text = inside.has(expression) ? null : writtenText(expression);
        if (text === null || !MAY_NAME.test(text)) return;
        const named = find(text).filter(({ isPackage }) => !isPackage);
        const targets = named.map(({ target }) => target).filter((target) => target !== null);
        const target = targets[0] ?? (named.length === 0 ? pathOfRoute(text, profile) : null);
        if (named.length > 0 || target !== null)
          found.push({
            used: { expression, point, use },
            target,
            places: new Set(placesIn(expression, file)),
          });
      });
  }
  return found;
}

/** Whether an expression reads the URL of a server out of the environment, in its own place. */
function isSetting(
  expression: Expression,
  point: Point,
  { settings }: ApiProfile,
  evaluator: Evaluator,
): boolean {
  if (settings.size === 0 || !READING.has(expression.kind)) return false;
  const frame = frameOf(point.scope);
  return evaluator.ask({ expression, frame, point }).some((value) => {
    const [step, other] = value.kind === 'text' ? value.steps : [];
    return step !== undefined && !other && step.at === expression.at && SETTING.test(step.text);
  });
}

const READING: ReadonlySet<Expression['kind']> = new Set(['name', 'member', 'index', 'call']);
const SETTING = /^\$\{\w+\}$/;

/** What every text that names an API has: a sign of a host, or of a path. */
const MAY_NAME = /[./]\w/;

function placesIn(expression: Expression, file: string): string[] {
  if (expression.kind === 'join') return expression.parts.flatMap((part) => placesIn(part, file));
  return expression.kind === 'text' ? [placeKey(file, expression.at)] : [];
}

/** The path of a text that can hardly be of anything else: behind a method two words of a route are enough. */
function pathOfRoute(text: string, profile: ApiProfile): string | null {
  const line = readLine(text);
  if (line === null) return fitsRoute(text, profile) ? text : null;
  const literals = line.path.split('/').filter((segment) => /^[\w.-]+$/.test(segment));
  const fits = literals.length > 1 && profile.mayReach([line.method], line.path);
  return fits ? line.path : null;
}

/** Whether a path without a prefix can hardly be of anything else: three literals of a route, or its sign for oneself. */
export function fitsRoute(text: string, profile: ApiProfile): boolean {
  const path = text.replace(/^(?:\{\})+(?=\/)/, '');
  if (!/^\/?[\w~{}.-]+(?:\/[\w~{}.-]+)+\/?(?:\?.*)?$/.test(path)) return false;
  const segments = path.replace(/\?.*$/, '').split('/').filter(Boolean);
  if (segments.some((segment) => /^\.+$/.test(segment))) return false;
  const literals = segments.filter((segment) => /^[\w.-]+$/.test(segment));
  if (literals.length < 3 && !(segments.includes('~') && literals.length > 1)) return false;
  return ROUTE_METHODS.some((method) => profile.mayReach([method], path));
}
