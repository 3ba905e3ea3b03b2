// A request that is put together in steps -> its other steps as written: links of its chain, calls on its variable.
import { foldName, verbOf } from '../http/names.js';
import { makesRequest } from '../http/steps.js';
import type { Argument, Expression, FunctionSyntax } from '../ir.js';
import { behindName } from '../symbols/binding-names.js';
import type { FileScopes } from '../symbols/file-scopes.js';
import type { Program } from '../symbols/program.js';
import type { Point, Site } from '../symbols/scope.js';
import { isName } from '../symbols/written-names.js';
import { chainGivenAway, givenAway } from './given-away.js';

/** A step by its name, such as a method of a builder or the name of an option. */
export interface Step {
  readonly name: string;
  readonly value: Expression | null;
  /** Where it stands; `null` for a link of the request's own chain. */
  readonly at: Point | null;
  /** It sets a field or an option, and is no call of its own. */
  readonly sets: boolean;
}

/** The name of a step that gives the request to what may change it: the end of its chain, or a variable that holds it. */
export const GIVEN_AWAY = '?';
/** The name of a step that sets all options of an object. */
export const ALL_OPTIONS = '';

const known = new WeakMap<Site, readonly Step[]>();

/** The steps around a request, in the order of the code for each variable that holds it. */
export function writtenSteps(site: Site, file: FileScopes, program: Program): readonly Step[] {
  let steps = known.get(site);
  if (!steps) {
    steps = gather(site, file, program);
    known.set(site, steps);
  }
  return steps;
}

function gather(site: Site, file: FileScopes, program: Program): Step[] {
  const steps: Step[] = [];
  const { point } = site;
  const { sites } = file;
  const say = (name: string, value: Expression | null, at: Point | null, sets = false) =>
    steps.push({ name, value, at, sets });
  const link = (name: string, args: readonly Argument[], at: Point | null = null) =>
    say(name, args[0]?.value ?? null, at);
  let top: Expression = site.expression;
  for (const { name, args } of linksOf(receiverOf(top))) link(name, args);
  const outer = outerLinks(file);
  for (let next = outer.get(top); next; next = outer.get(top)) {
    const { expression } = next;
    if (expression.kind === 'call' && expression.callee.kind === 'member')
      link(expression.callee.name, expression.args);
    top = expression;
    if (chainGivenAway(top, point.scope)) say(GIVEN_AWAY, null, null);
  }
  if (top === site.expression && chainGivenAway(top, point.scope)) say(GIVEN_AWAY, null, null);
  for (const name of variablesOf(site, top)) {
    for (const { value } of point.scope.bindings.get(name) ?? []) {
      const type = value.kind === 'new' ? value.type : null;
      const made =
        type?.kind === 'name' || type?.kind === 'member' ? verbOf(foldName(type.name)) : null;
      if (made && type && 'name' in type) say(made.toLowerCase(), null, null);
    }
    // what made the request that the chain goes on with
    const isBegun = isName(rootOf(receiverOf(top)) ?? undefined, name);
    for (const { value, point: at } of isBegun ? point.scope.bindings.get(name)! : [])
      for (const { name: made, args } of linksOf(value, top)) link(made, args, at);
    for (const { expression, point: at } of point.scope.calls) {
      if (expression.kind !== 'call') continue;
      const isOwn = expression === site.expression;
      const { callee, args } = expression;
      const [first, second, third] = args;
      if (callee.kind === 'member' && isName(callee.of, name) && !isOwn)
        link(callee.name, args, at);
      else if (callee.kind === 'member' && args.length === 1 && isName(first?.value, name))
        link(callee.name, [], at);
      else if (callee.kind === 'name' && isName(first?.value, name) && second) {
        for (const [key, value] of optionsOf(second.value, third?.value))
          say(key, value, at, isOwn);
        if (second.value.kind !== 'object' && !third) say(ALL_OPTIONS, second.value, at, isOwn);
      }
    }
    for (const at of givenAway(name, point.scope, program)) say(GIVEN_AWAY, null, at);
    for (const [key, bindings] of point.scope.bindings) {
      const member = behindName(key, name);
      if (member !== null)
        for (const { value, point: at } of bindings) say(member, value, at, true);
    }
  }
  // a block that is given the request says its method: conn.post { |request| request.url path }
  const block = point.scope.function;
  if (!block || !isGiven(top, block)) return steps;
  const giver = sites.find(({ expression: { args } }) =>
    args.some(({ value }) => value.kind === 'lambda' && value.function === block),
  );
  if (giver?.expression.kind === 'call' && giver.expression.callee.kind === 'member')
    link(giver.expression.callee.name, []);
  return steps;
}

/** The calls of a chain by their names, the last first; none where the chain holds a call of another. */
function linksOf(
  chain: Expression | null,
  other: Expression | null = null,
): { name: string; args: readonly Argument[] }[] {
  const links = [];
  for (let inner = chain; inner?.kind === 'call'; inner = receiverOf(inner)) {
    if (inner === other) return [];
    if (inner.callee.kind === 'member') links.push({ name: inner.callee.name, args: inner.args });
  }
  return links;
}

/** What a chain begins with. */
function rootOf(chain: Expression | null): Expression | null {
  let root = chain;
  while (root?.kind === 'call') root = receiverOf(root);
  return root;
}

const outers = new WeakMap<FileScopes, ReadonlyMap<Expression | null, Site>>();

/** The calls of a file by what they are called on. */
function outerLinks(file: FileScopes): ReadonlyMap<Expression | null, Site> {
  let links = outers.get(file);
  if (!links) {
    links = new Map(file.sites.map((site) => [receiverOf(site.expression), site] as const));
    outers.set(file, links);
  }
  return links;
}

/** Whether a chain begins with a parameter of the function: any other call in a callback is one of its own. */
function isGiven(chain: Expression, { parameters }: FunctionSyntax): boolean {
  const root = rootOf(chain);
  return root?.kind === 'name' && parameters.some(({ name }) => name === root.name);
}

const receiverOf = (expression: Expression): Expression | null =>
  expression.kind === 'call' && expression.callee.kind === 'member' ? expression.callee.of : null;

/** The variables that hold the request: those that it is assigned to, and the one that its chain begins with. */
function variablesOf({ expression, point }: Site, top: Expression): string[] {
  const { bindings } = point.scope;
  const assigned = [...bindings].flatMap(([name, list]) =>
    list.some(({ value }) => value === top || value === expression) ? [name] : [],
  );
  let root = rootOf(receiverOf(top));
  const [first] = expression.args;
  const isOption = expression.kind === 'call' && expression.callee.kind === 'name';
  if (isOption && first?.value.kind === 'name') root = first.value;
  const isRequest = (name: string) =>
    bindings.get(name)?.some(({ value }) => makesRequest(makerOf(value))) ?? false;
  // a variable that holds a client is none of them: it sends other requests too
  return root?.kind === 'name' && isRequest(root.name) ? [...assigned, root.name] : assigned;
}

/** The names of the call or class that makes a value: `new HttpGet(url)` is made by `HttpGet`. */
function makerOf(value: Expression): string {
  if (value.kind === 'call') return makerOf(value.callee);
  if (value.kind === 'new') return makerOf(value.type);
  if (value.kind === 'member') return `${makerOf(value.of)}.${value.name}`;
  return value.kind === 'name' ? value.name : '';
}

/** The options that a call sets: `curl_setopt($ch, CURLOPT_URL, $url)`, `curl_setopt_array($ch, [CURLOPT_URL => $url])`. */
function optionsOf(key: Expression, value: Expression | undefined): [string, Expression][] {
  if (key.kind === 'object')
    return key.entries.flatMap((entry): [string, Expression][] =>
      entry.key?.kind === 'name' ? [[entry.key.name, entry.value]] : [],
    );
  return key.kind === 'name' && value ? [[key.name, value]] : [];
}
