// The features that are switched on -> random programs that have no dead code.
import fc from 'fast-check';
import { FEATURES, type Feature, featuresOf, withNeeds } from './features.js';
import { declarations } from './generate-declarations.js';
import { body } from './generate-statements.js';
import type { Names, Switches } from './generate-texts.js';
import { interpret } from './interpret.js';
import { declareLocals } from './locals.js';
import { type Declaration, INPUTS, type Input, nodesOf, type Program } from './tree.js';

const MOST_SENDS = 12;

/** Programs of all features that are given, a few in each; one of them in all, where it is said. */
export function mixtures(
  features: readonly Feature[],
  about: Feature | null = null,
): fc.Arbitrary<Program> {
  const some = fc.constantFrom(...features.filter((one) => isWhole(one, features)));
  return fc.tuple(about ? fc.constant(about) : some, some, some).chain(([one, ...others]) => {
    const wanted = [one, ...others].flatMap((each) => [...withNeeds(each)]);
    return programs(new Set(wanted), one);
  });
}

const isWhole = (one: Feature, features: readonly Feature[]): boolean =>
  [...withNeeds(one)].every((needed) => features.includes(needed));

/** Programs of some features, each with the one that it is about. */
export function programs(features: ReadonlySet<Feature>, about: Feature): fc.Arbitrary<Program> {
  const all = FEATURES.filter((one) => features.has(one));
  const on: Switches = new Map(all.map((one) => [one, one === about ? 6 : 2]));
  const shared = on.has('shared object') ? ['SHARED'] : [];
  const names: Names = {
    paths: ['route'],
    methods: [],
    tails: [],
    objects: on.has('options object') ? ['options', ...shared] : [],
    calls: 'all',
    inLoop: false,
  };
  return fc
    .record({
      declared: declarations(on),
      main: body(on, names, 2),
      likeMethods: on.has('named like a method') ? fc.boolean() : fc.constant(false),
      importsByName: on.has('imports by name') ? fc.boolean() : fc.constant(false),
      cuts: fc.array(fc.nat(9), { maxLength: on.has('several files') ? 2 : 0 }),
    })
    .map((drawn) => finished(on, drawn))
    .filter((program): program is Program => program !== null)
    .filter((program) => {
      const found = featuresOf(program);
      return [...found].every((one) => on.has(one)) && found.has(about);
    });
}

interface Drawn extends Pick<Program, 'main' | 'cuts' | 'importsByName'> {
  readonly declared: readonly Declaration[];
  /** Functions are called `get` and `remove`. */
  readonly likeMethods: boolean;
}

function finished(
  on: Switches,
  { declared, main, cuts, importsByName, likeMethods }: Drawn,
): Program | null {
  const needed = reachable(declared, declareLocals(main));
  const bounds = cuts.map((cut) => cut % (needed.length + 1)).filter((cut) => cut > 0);
  const text = JSON.stringify({
    declarations: needed,
    main: declareLocals(main),
    cuts: [...new Set(bounds)].sort((a, b) => a - b),
    importsByName,
  });
  // parsed anew, so that no node stands in two places
  const program: Program = JSON.parse(
    likeMethods ? text.replaceAll(':"query"', ':"get"').replaceAll(':"erase"', ':"remove"') : text,
  );
  if (!on.has('same condition') && !numbered(program)) return null;
  return isLive(program) ? program : null;
}

/** What the main function leads to, in the order of declaration. */
export function reachable(declared: readonly Declaration[], main: unknown): Declaration[] {
  const wanted = new Set<Declaration>();
  const open: unknown[] = [main];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const text = JSON.stringify(next);
    for (const one of declared)
      if (!wanted.has(one) && text.includes(`:"${one.name}"`)) {
        wanted.add(one);
        open.push(one);
      }
  }
  return declared.filter((one) => wanted.has(one));
}

/** Gives each condition an input of its own. Whether there are enough. */
function numbered(program: Program): boolean {
  let next = 0;
  for (const node of nodesOf(program))
    if (node.kind === 'input') (node as { input: Input | undefined }).input = INPUTS[next++];
  return next <= INPUTS.length;
}

/** Whether a program can run, every part of a program is reached by some run, and each condition is true in one and false in another. */
export function isLive(program: Program): boolean {
  const truth = interpret(program);
  if (!truth) return false;
  const { sent, reached, decided } = truth;
  if (sent.size === 0 || sent.size > MOST_SENDS) return false;
  for (const node of nodesOf(program)) {
    const { kind } = node;
    if (kind === 'if' || kind === 'choose') {
      if (decided.get(node)?.size !== 2) return false;
    } else if (isRun(node) && !reached.has(node)) return false;
  }
  return true;
}

const isRun = (node: { readonly kind?: string }): boolean =>
  LIVE.has(node.kind ?? '') || (node.kind === 'function' && !('body' in node));

/** The nodes that a run reaches. */
const LIVE = new Set([
  ...['literal', 'variable', 'concat', 'format', 'field', 'entry', 'result', 'own', 'given'],
  ...['send', 'let', 'assign', 'append', 'set field', 'return', 'throw', 'break', 'continue'],
  ...['loop', 'walk', 'each', 'call', 'run', 'try', 'switch', 'give', 'give function'],
  ...['let object', 'let function', 'assign function', 'let instance', 'assign instance'],
  ...['bound', 'made', 'lambda', 'method'],
]);
