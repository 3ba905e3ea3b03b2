// Code that subscribes to events -> the filters and the transport that it says, in a body or to a method of a client.
import {
  type ApiProfile,
  type BodyFields,
  isClient,
  type Subscribing,
} from '../api/api-profile.js';
import type { FileSyntax } from '../ir.js';
import { calledName } from '../symbols/program.js';
import type { Site } from '../symbols/scope.js';
import { pathText } from '../values/access-path.js';
import { bindArguments } from '../values/arguments.js';
import type { Evaluator } from '../values/evaluator.js';
import { textOf } from '../values/substitute.js';
import { plainText } from '../values/texts.js';
import type { BoundArgument, Frame, Value } from '../values/value.js';
import { bodyField } from './body-fields.js';

/** What a subscription says; `null` for what it does not. */
export interface Subscription {
  readonly events: readonly string[] | null;
  readonly transport: string | null;
}

/** Reads the body of a request that subscribes. */
export function readBody(
  site: Site,
  args: readonly BoundArgument[],
  fields: BodyFields,
  frame: Frame,
  api: ApiProfile,
  evaluator: Evaluator,
): Subscription {
  const { subscribing } = api;
  const of = (field: string | undefined) =>
    field === undefined ? [] : bodyField(site, args, field, frame, evaluator);
  const transports = of(fields.transport).map(plainText);
  const [transport = null] = new Set(transports).size === 1 ? transports : [];
  const isKept = (value: Value) => isOfAnswer(value, fields.events, api);
  const written = filtersOf(of(fields.events), evaluator, isKept);
  const events = written?.map((event) => subscribing?.filterOf(event) ?? event) ?? null;
  return { events, transport };
}

/** Reads a call of a client that takes filters, such as `subscription.setEventFilters([...])`; `null` for any other. */
export function readSubscribing(
  { expression, point }: Site,
  frame: Frame,
  subscribing: Subscribing,
  api: ApiProfile,
  evaluator: Evaluator,
): Subscription | null {
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  const values = evaluator.ask({ expression: callee, frame, point });
  const said = values.flatMap((value) => makersOf(value, evaluator));
  const own = said.some((name) => isClient(name, api));
  for (const argument of bindArguments(expression.args, { expression, frame, point })) {
    const given = evaluator.ask(argument);
    const written = filtersOf(given, evaluator);
    const events = written?.flatMap((event) => subscribing.filterOf(event) ?? []) ?? null;
    const open = own && !written && given.some((value) => mayBeFilters(value, expression, said));
    if (!open && events?.length !== written?.length) continue;
    if (open || events)
      return { events, transport: transportOf(said, point.scope.file, subscribing) };
  }
  return null;
}

/** Whether what is given to a client of the API may be filters that the code does not say. */
function mayBeFilters(value: Value, site: Site['expression'], said: readonly string[]): boolean {
  if (value.kind === 'list') return true;
  // what makes a subscription, or names one of a chain, takes a client or an id first
  if (site.kind !== 'call' || !/^(?:[a-z]|Subscribe)/.test(calledName({ expression: site })))
    return false;
  if (value.kind === 'made') return !said.includes(pathText(value.path));
  return value.kind === 'unknown' || value.kind === 'foreign';
}

/**
 * Whether a value is the filters that an answer of the API says a subscription has: who asked for them was in need of what
 * they require.
 */
function isOfAnswer(value: Value, field: string | undefined, api: ApiProfile): boolean {
  if (value.kind !== 'made' && value.kind !== 'foreign') return false;
  const name = field?.split('.').at(-1)?.toLowerCase();
  const { steps } = value.path;
  const isNamed = steps.some((step) => step.kind === 'member' && step.name.toLowerCase() === name);
  return (
    isNamed && steps.some(({ kind }) => kind === 'call') && isClient(pathText(value.path), api)
  );
}

/** All that the filters may be, but for those that a subscription has; `null` where one is not known, or none is said. */
function filtersOf(
  values: readonly Value[],
  evaluator: Evaluator,
  isKept: (value: Value) => boolean = () => false,
): string[] | null {
  const filters: string[] = [];
  let keeps = false;
  for (const value of values) {
    const items = value.kind === 'list' ? value.items.flatMap((i) => evaluator.ask(i)) : [value];
    for (const item of items) {
      if (isKept(item)) {
        keeps = true;
        continue;
      }
      const text = textOf(item);
      if (text === null || /^(\{\})*$/.test(text)) return null;
      filters.push(text.replace(/^(\{\})+(?=\/)/, '').replace(/[?#].*$/s, ''));
    }
  }
  return filters.length > 0 || keeps ? [...new Set(filters)].sort() : null;
}

/** The access paths of the calls that made a value, and the texts and option names given to them. */
function makersOf(value: Value, evaluator: Evaluator): string[] {
  if (value.kind !== 'foreign' && value.kind !== 'made') return [];
  const texts =
    value.kind === 'made'
      ? value.args
          .flatMap((argument) => evaluator.ask(argument))
          .flatMap((v) => [
            ...(v.kind === 'object' ? v.entries.flatMap(({ key }) => key ?? []) : []),
            ...(plainText(v) === null ? [] : [plainText(v)!]),
          ])
      : [];
  return [pathText(value.path), ...texts, ...(value.maker ? makersOf(value.maker, evaluator) : [])];
}

function transportOf(
  said: readonly string[],
  { file, platform, imports }: Pick<FileSyntax, 'file' | 'platform' | 'imports'>,
  subscribing: Subscribing,
): string | null {
  const { transports, otherwise } = subscribing;
  const find = (texts: readonly string[]) =>
    [...transports].find(([word]) => texts.some((text) => hasWord(text, word)))?.[1];
  return (
    find(said) ??
    find(imports.map(({ from }) => from)) ??
    subscribing.installedFor(file, platform) ??
    otherwise.get(platform) ??
    null
  );
}

/** Whether a text has a word in it; a word of up to three letters must stand alone. */
function hasWord(text: string, word: string): boolean {
  const folded = text.toLowerCase();
  return word.length < 4 ? folded.split(/[^a-z0-9]+/).includes(word) : folded.includes(word);
}
