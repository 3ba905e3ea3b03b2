// A command of a shell script -> the HTTP request that it may send: `curl`, `wget`, HTTPie, `xh`.
import type { Site } from '../../symbols/scope.js';
import { bindArguments } from '../../values/arguments.js';
import type { Evaluator } from '../../values/evaluator.js';
import type { Frame } from '../../values/value.js';
import { merged } from '../combinations.js';
import type { Request } from '../request.js';
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
  const ways = wordsOf(args, evaluator, name === 'eval');
  const program = PROGRAMS.get(name);
  const sent = ways.flatMap((words) => (program ? program(words) : readWords(words)) ?? []);
  if (sent.length === 0) return null;
  const sendings = merged(
    sent.flatMap(({ methods, methodHoles, urls }) =>
      urls
        .slice(0, MAX_URLS)
        .map((url) => ({ methods, methodHoles, url, when: null, possible: false })),
    ),
  );
  return { sendings, client: program ? name : null, sure: program !== undefined };
}

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
