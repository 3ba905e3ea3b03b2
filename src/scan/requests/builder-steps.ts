// A request that is put together in steps -> what the other steps say: links of its chain, calls on its variable.
import { foldName, isBareVerb, verbOf } from '../http/names.js';
import {
  asksForHead,
  givesBody,
  makesRequest,
  saysBody,
  saysMethod,
  saysUrl,
} from '../http/steps.js';
import type { Argument, Expression, FunctionSyntax } from '../ir.js';
import { behindName } from '../symbols/binding-names.js';
import type { Point, Site } from '../symbols/scope.js';
import { distinct, under } from '../values/alternatives.js';
import { guardAt } from '../values/decisions.js';
import type { Evaluator } from '../values/evaluator.js';
import { both, type Guard, opposite } from '../values/guards.js';
import { plainText, textValue } from '../values/texts.js';
import { ABSENT, type Frame, type Value } from '../values/value.js';

/** What the steps say. */
export interface Steps {
  /** In alternatives; what is absent is the method that is sent where nothing says one. None where no step says it. */
  readonly methods: readonly Value[];
  readonly urls: readonly Value[];
}

/** What one step says of the method. */
interface MethodStep {
  readonly values: readonly Value[];
  /** It gives a body, which makes a method of its own where no step says one. */
  readonly byBody: boolean;
  /** It need not run although the request is sent. */
  readonly isInner: boolean;
  /** The way through the code that it stands on. */
  readonly on: Guard | null;
}

/**
 * Reads what stands around a request.
 * @param given what its own arguments say of the method
 */
export function stepsAround(
  site: Site,
  frame: Frame,
  evaluator: Evaluator,
  given: readonly Value[],
): Steps {
  const methods: MethodStep[] = [];
  const urls: Value[] = [];
  const { point } = site;
  const ask = (expression: Expression) => evaluator.ask({ expression, frame, point });
  const say = (name: string, value: Expression | null, at: Point | null, isOwn = false) => {
    const folded = foldName(name);
    // what else has a verb in its name reads the answer
    const verb = isBareVerb(folded) ? verbOf(folded) : null;
    const inner = at
      ? at.trail.slice(at.trail.findIndex((step, i) => point.trail[i] !== step))
      : [];
    const isInner = at?.trail.some((step, index) => point.trail[index] !== step) ?? false;
    const on = (isInner && guardAt({ trail: inner }, frame)) || null;
    const add = (values: readonly Value[], byBody = false) =>
      methods.push({ values, byBody, isInner, on });
    if (saysMethod(folded) && value) add(methodsIn(value, ask));
    else if (saysUrl(folded) && value) urls.push(...(isOwn ? ask(value) : []));
    else if (givesBody(folded) ? value !== null : saysBody(folded) && !isFalse(value, ask))
      add([textValue('POST')], true);
    else if (asksForHead(folded)) add([textValue('HEAD')]);
    else if (verb && !(value && ask(value).some(isUrl))) add([textValue(verb)]);
  };
  const link = (name: string, args: readonly Argument[], at: Point | null = null) =>
    say(name, args[0]?.value ?? null, at);
  let top: Expression = site.expression;
  for (let inner = receiverOf(top); inner?.kind === 'call'; inner = receiverOf(inner))
    if (inner.callee.kind === 'member') link(inner.callee.name, inner.args);
  const { sites = [] } = evaluator.program.files.get(point.scope.file.file) ?? {};
  const outer = new Map(sites.map((other) => [receiverOf(other.expression), other] as const));
  for (let next = outer.get(top); next; next = outer.get(top)) {
    const { expression } = next;
    if (expression.kind === 'call' && expression.callee.kind === 'member')
      link(expression.callee.name, expression.args);
    top = expression;
  }
  for (const name of variablesOf(site, top)) {
    for (const { expression, point: at } of sites) {
      if (at.scope !== point.scope || expression.kind !== 'call') continue;
      const isOwn = expression === site.expression;
      const { callee, args } = expression;
      const [first, second, third] = args;
      if (callee.kind === 'member' && isName(callee.of, name) && !isOwn)
        link(callee.name, args, at);
      else if (callee.kind === 'member' && args.length === 1 && isName(first?.value, name))
        link(callee.name, [], at);
      else if (callee.kind === 'name' && isName(first?.value, name) && second)
        for (const [key, value] of optionsOf(second.value, third?.value))
          say(key, value, at, isOwn);
    }
    for (const { value } of point.scope.bindings.get(name) ?? []) {
      const type = value.kind === 'new' ? value.type : null;
      const made =
        type?.kind === 'name' || type?.kind === 'member' ? verbOf(foldName(type.name)) : null;
      if (made)
        methods.push({ values: [textValue(made)], byBody: false, isInner: false, on: null });
    }
    for (const [key, bindings] of point.scope.bindings) {
      const member = behindName(key, name);
      if (member !== null)
        for (const { value, point: at } of bindings) say(member, value, at, true);
    }
  }
  // a block that is given the request says its method: conn.post { |request| request.url path }
  const block = point.scope.function;
  const said = (): Steps => ({ methods: alternativesOf(methods, given), urls });
  if (!block || !isGiven(top, block)) return said();
  const giver = sites.find(({ expression: { args } }) =>
    args.some(({ value }) => value.kind === 'lambda' && value.function === block),
  );
  if (giver?.expression.kind === 'call' && giver.expression.callee.kind === 'member')
    link(giver.expression.callee.name, []);
  return said();
}

/** The last step that says a method counts; one that need not run leaves those before it standing. */
function alternativesOf(steps: readonly MethodStep[], given: readonly Value[]): Value[] {
  const named = steps.filter(({ byBody }) => !byBody).toReversed();
  const isGivenMethod = given.some(({ kind }) => kind !== 'absent');
  const bodies = isGivenMethod ? [] : steps.filter(({ byBody }) => byBody);
  const found: Value[] = [];
  let not: Guard | null = null;
  // a body says the method only where nothing else does
  for (const step of [...named, ...bodies]) {
    found.push(...under(not, under(step.on, step.values)));
    if (!step.isInner) return distinct(found);
    not = both(not, step.on && opposite(step.on)) || null;
  }
  return distinct([...found, ...under(not, given.length > 0 ? given : [ABSENT])]);
}

/** Whether a chain begins with a parameter of the function: any other call in a callback is one of its own. */
function isGiven(chain: Expression, { parameters }: FunctionSyntax): boolean {
  let root: Expression | null = chain;
  while (root?.kind === 'call') root = receiverOf(root);
  return root?.kind === 'name' && parameters.some(({ name }) => name === root.name);
}

const receiverOf = (expression: Expression): Expression | null =>
  expression.kind === 'call' && expression.callee.kind === 'member' ? expression.callee.of : null;

const isName = (expression: Expression | undefined, name: string): boolean =>
  expression?.kind === 'name' && expression.name === name;

/** The variables that hold the request: those that it is assigned to, and the one that its chain begins with. */
function variablesOf({ expression, point }: Site, top: Expression): string[] {
  const { bindings } = point.scope;
  const assigned = [...bindings].flatMap(([name, list]) =>
    list.some(({ value }) => value === top || value === expression) ? [name] : [],
  );
  let root = receiverOf(top);
  while (root?.kind === 'call') root = receiverOf(root);
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

/** What a step says of the method: by a value, or by a function that returns it. */
function methodsIn(value: Expression, ask: (expression: Expression) => Value[]): Value[] {
  if (value.kind !== 'lambda') return ask(value);
  return value.function.body.flatMap((statement) =>
    statement.kind === 'return' && statement.value ? ask(statement.value) : [],
  );
}

const isFalse = (value: Expression | null, ask: (e: Expression) => Value[]): boolean =>
  value !== null &&
  ask(value).every((v) => ['false', '0'].includes((plainText(v) ?? '').toLowerCase()));

const isUrl = (value: Value): boolean =>
  value.kind === 'text' && /^(\/|[a-z]+:\/\/)/i.test(String(value.parts[0] ?? ''));
