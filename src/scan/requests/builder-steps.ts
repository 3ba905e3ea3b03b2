// A request that is put together in steps -> what the other steps say of its method and its URL.
import { foldName, isBareVerb, verbOf } from '../http/names.js';
import { asksForHead, givesBody, saysBody, saysMethod, saysUrl } from '../http/steps.js';
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { distinct, under } from '../values/alternatives.js';
import { guardAt } from '../values/decisions.js';
import type { Evaluator } from '../values/evaluator.js';
import { both, type Guard, opposite } from '../values/guards.js';
import { plainText, textValue } from '../values/texts.js';
import { ABSENT, type Frame, UNKNOWN, type Value } from '../values/value.js';
import { keysIn } from './object-keys.js';
import { ALL_OPTIONS, GIVEN_AWAY, type Step, writtenSteps } from './written-steps.js';

/** What the steps say. */
export interface Steps {
  /** In alternatives; what is absent is the method that is sent where nothing says one. */
  readonly methods: readonly Value[];
  readonly urls: readonly Value[];
}

/** What one step says of the method. */
interface MethodStep {
  readonly values: readonly Value[];
  /** How much it says: the method itself, a verb by its name, that there is a body. */
  readonly by: 'method' | 'verb' | 'body';
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
  const { point } = site;
  const file = evaluator.program.files.get(point.scope.file.file);
  const ask = (expression: Expression) => evaluator.ask({ expression, frame, point });
  const methods: MethodStep[] = [];
  const urls: Value[] = [];
  for (const step of file ? writtenSteps(site, file, evaluator.program) : []) {
    if (step.name === GIVEN_AWAY) {
      methods.push({ values: [UNKNOWN], by: 'method', isInner: step.at !== null, on: null });
      continue;
    }
    if (step.name === ALL_OPTIONS && step.value) {
      const set = optionsIn(ask(step.value), evaluator);
      if (step.sets) urls.push(...set.urls);
      if (set.methods)
        methods.push({ values: set.methods, by: 'method', ...placeOf(step, site, frame) });
      continue;
    }
    const folded = foldName(step.name);
    if (saysUrl(folded) && !saysMethod(folded) && step.value)
      urls.push(...(step.sets ? ask(step.value) : []));
    else {
      const said = methodOf(step, folded, ask);
      if (said) methods.push({ ...said, ...placeOf(step, site, frame) });
    }
  }
  return { methods: alternativesOf(methods, given), urls };
}

/** What an object of options says of the method and the URL; `null` where it has no option for the method. */
function optionsIn(
  values: readonly Value[],
  evaluator: Evaluator,
): { readonly urls: readonly Value[]; readonly methods: readonly Value[] | null } {
  const keys = new Set(values.flatMap((value) => keysIn(value, evaluator)));
  const option = (key: string) =>
    values.flatMap((value) => evaluator.memberOf(value, key) ?? under(value.when, [ABSENT]));
  const urlKeys = [...keys].filter((key) => saysUrl(foldName(key)));
  const methodKeys = [...keys].filter((key) => saysMethod(foldName(key)));
  const urls = urlKeys.flatMap(option).filter(({ kind }) => kind !== 'absent');
  return { urls, methods: methodKeys.length > 0 ? methodKeys.flatMap(option) : null };
}

function methodOf(
  { value }: Step,
  folded: string,
  ask: (expression: Expression) => Value[],
): Pick<MethodStep, 'values' | 'by'> | null {
  // what else has a verb in its name reads the answer
  const verb = isBareVerb(folded) ? verbOf(folded) : null;
  if (saysMethod(folded) && value) return { values: methodsIn(value, ask), by: 'method' };
  if (givesBody(folded)) return value ? { values: [textValue('POST')], by: 'body' } : null;
  if (saysBody(folded) && !isFalse(value, ask)) return { values: [textValue('POST')], by: 'body' };
  if (asksForHead(folded)) return { values: [textValue('HEAD')], by: 'verb' };
  if (!verb || (value && ask(value).some(isUrl))) return null;
  return { values: [textValue(verb)], by: 'verb' };
}

/** Where a step stands, seen from the request. */
function placeOf({ at }: Step, { point }: Site, frame: Frame): Pick<MethodStep, 'isInner' | 'on'> {
  const index = at?.trail.findIndex((step, i) => point.trail[i] !== step) ?? -1;
  if (!at || index === -1) return { isInner: false, on: null };
  return { isInner: true, on: guardAt({ trail: at.trail.slice(index) }, frame) || null };
}

/**
 * What says the method: the steps that name it, else the arguments, else verbs, else a body. The last step counts; one
 * that need not run leaves those before it standing.
 */
function alternativesOf(steps: readonly MethodStep[], given: readonly Value[]): Value[] {
  const by = (wanted: MethodStep['by']) => steps.filter((step) => step.by === wanted).toReversed();
  const isGiven = given.some(({ kind }) => kind !== 'absent');
  const found: Value[] = [];
  let not: Guard | null = null;
  for (const step of [...by('method'), ...(isGiven ? [] : [...by('verb'), ...by('body')])]) {
    found.push(...under(not, under(step.on, step.values)));
    if (!step.isInner) return distinct(found);
    not = both(not, step.on && opposite(step.on)) || null;
  }
  return distinct([...found, ...under(not, given.length > 0 ? given : [ABSENT])]);
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
