// A command of a shell script -> the HTTP request that it may send: `curl`, `wget`, HTTPie, `xh`.
import type { Site } from '../../symbols/scope.js';
import { bindArguments, isRest } from '../../values/arguments.js';
import type { Evaluator } from '../../values/evaluator.js';
import { type BoundArgument, type Frame, UNKNOWN, type Value } from '../../values/value.js';
import { merged } from '../combinations.js';
import type { Request, Sending } from '../request.js';
import { readCurl } from './curl.js';
import { readHttpie } from './httpie.js';
import type { ReadProgram, Sent } from './sent.js';
import { readWget } from './wget.js';
import { constantOf, type Word, wordsOf } from './words.js';

const PROGRAMS: ReadonlyMap<string, ReadProgram> = new Map([
  ['curl', readCurl],
  ['wget', readWget],
  ['http', readHttpie],
  ['https', readHttpie],
  ['xh', readHttpie],
  ['xhs', readHttpie],
]);

/** Whether a command of this name may send a request; `eval` is every command whose name is a variable. */
export const isCommand = (name: string): boolean => PROGRAMS.has(name) || name === 'eval';

/** Reads a command; `null` for what sends nothing. */
export function readCommand(
  { expression, point }: Site,
  frame: Frame,
  evaluator: Evaluator,
): Request | null {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name') return null;
  const { name } = expression.callee;
  if (!isCommand(name) || isOwn(name, point, frame, evaluator)) return null;
  const args = bindArguments(expression.args, { expression, frame, point });
  const { ways, cut } = wordsOf(args, evaluator, name === 'eval');
  const program = PROGRAMS.get(name);
  const sent = ways.flatMap((words) => (program ? program(words) : readWords(words)) ?? []);
  if (sent.length === 0) return null;
  const sendings = merged(
    sent.flatMap(({ methods, methodHoles, urls }) =>
      upTo(MAX_URLS, urls).map((url) => ({ methods, methodHoles, url, ...ALWAYS })),
    ),
  );
  const beyond = cut ? [{ methods: [], methodHoles: [], url: UNKNOWN, ...ALWAYS }] : [];
  const open = mayHaveOptions(args, ways) ? sendings.map(withOpenMethod(ways)) : [];
  const client = program ? name : null;
  const [{ headers } = { headers: undefined }, ...others] = sent;
  return {
    sendings: [...sendings, ...open, ...beyond],
    ...(headers && others.length === 0 && open.length === 0 && !cut && { headers }),
    client,
    sure: program !== undefined,
  };
}

/** The same request, by a method that arguments which are passed on may say. */
const withOpenMethod =
  (ways: readonly (readonly Word[])[]) =>
  (sent: Sending): Sending => ({
    ...sent,
    methods: [],
    methodHoles: ways.flat(2).filter((value) => isPassedOn(value)),
  });

/** Whether arguments are passed on of which nothing is known, and no option says the method. */
function mayHaveOptions(
  args: readonly BoundArgument[],
  ways: readonly (readonly Word[])[],
): boolean {
  const says = args.some(
    ({ expression }) =>
      expression.kind === 'text' && /^(-X|--request|-G|--get)/.test(expression.text),
  );
  if (says) return false;
  const isOfScript = args.some((argument) => isRest(argument) && !argument.frame.scope.function);
  return isOfScript || ways.flat(2).some(isPassedOn);
}

/** What stands for all arguments of a function whose callers are not known. */
const isPassedOn = (value: Value): boolean =>
  value.kind === 'unknown' && (value.hole.parameter?.name.startsWith('@') ?? false);

/** A function of the script that has the name of a program, called from outside of it. */
function isOwn(name: string, point: Site['point'], frame: Frame, evaluator: Evaluator): boolean {
  if (frame.scope.function?.name === name) return false;
  const expression = { kind: 'name', name, at: { line: 0, column: 0 } } as const;
  return evaluator.ask({ expression, frame, point }).some(({ kind }) => kind === 'function');
}

/** Words of which the first is the program; where that is open, callers may say it. */
function readWords([first, ...rest]: readonly Word[]): Sent | null {
  const name = constantOf(first)?.replace(/^.*\//, '');
  if (name !== undefined) return PROGRAMS.get(name)?.(rest) ?? null;
  const open = (first ?? []).filter(({ kind }) => kind === 'unknown');
  return open.length > 0 ? { methods: [], methodHoles: [], urls: open } : null;
}

const MAX_URLS = 32;
const ALWAYS = { when: null, possible: false } as const;

/** So many values; an unknown one stands for those beyond. */
const upTo = (most: number, values: readonly Value[]): readonly Value[] =>
  values.length > most ? [...values.slice(0, most), UNKNOWN] : values;
