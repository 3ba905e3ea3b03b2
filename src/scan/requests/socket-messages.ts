// A program + what marks the messages of an API -> the requests that an app sends over a socket, each as a call of its own.
import type { ClientForm } from '../../calls/client-form.js';
import type { Expression } from '../ir.js';
import type { Program } from '../symbols/program.js';
import type { Point, Site } from '../symbols/scope.js';
import { walkUses } from '../symbols/use-walk.js';
import { writtenText } from '../symbols/written-text.js';
import type { Evaluator } from '../values/evaluator.js';
import { plainText } from '../values/texts.js';
import type { Value } from '../values/value.js';

/** The entries that mark a message, by key: `type`, and `ClientRequest`. */
export type MessageMarks = readonly (readonly [key: string, text: string])[];

/** A message that is a text as a whole. */
export interface WrittenMessage {
  readonly site: Site;
  readonly method: string;
  readonly path: string;
}

/** How the call that stands for a message reads. */
export const MESSAGE_FORM: ClientForm = { names: ['message'], parameters: ['method', 'path'] };

/**
 * Finds the messages in a program: those that are objects, and those that are written out as texts.
 * @param near the files that have to do with the API
 */
export function findMessages(
  program: Program,
  marks: MessageMarks,
  near: ReadonlySet<string>,
): { readonly built: readonly Site[]; readonly written: readonly WrittenMessage[] } {
  const built: Site[] = [];
  const written: WrittenMessage[] = [];
  for (const [file, { roots }] of program.files)
    for (const root of near.has(file) ? roots : [])
      walkUses(root.expression, root.point, root.use, (expression, point, use) => {
        if (expression.kind === 'object' && isMessage(expression, marks)) {
          const list = use.kind === 'entry' && use.of.kind === 'list' ? use.of.items : [];
          const body = list[list.indexOf(expression) + 1];
          built.push(siteOf(expression, point, body));
        } else if (use.kind !== 'joined') {
          const said = readText(writtenText(expression) ?? '', marks);
          if (said) written.push({ site: { expression: callAt(expression, []), point }, ...said });
        }
      });
  return { built, written };
}

/** Whether an object has the entries that mark a message. */
export function isMessage(expression: Expression, marks: MessageMarks): boolean {
  if (expression.kind !== 'object' || marks.length === 0) return false;
  return marks.every(([key, text]) => {
    const value = entryOf(expression, key);
    return value?.kind === 'text' && value.text === text;
  });
}

/** Whether a value is a message, or a list that has one. */
export function isMessageValue(value: Value, evaluator: Evaluator, marks: MessageMarks): boolean {
  if (marks.length === 0) return false;
  if (value.kind === 'list')
    return value.items.some((item) =>
      evaluator
        .ask(item)
        .some((one) => one.kind === 'object' && isMessageValue(one, evaluator, marks)),
    );
  const says = (key: string, text: string) =>
    evaluator.memberOf(value, key)?.some((said) => plainText(said) === text);
  return value.kind === 'object' && marks.every(([key, text]) => says(key, text));
}

const entryOf = (object: Extract<Expression, { kind: 'object' }>, wanted: string) =>
  object.entries.find(({ key }) => key?.kind === 'text' && key.text === wanted)?.value;

/** The call that a message stands for: its method, its path and its body are the arguments. */
function siteOf(
  message: Extract<Expression, { kind: 'object' }>,
  point: Point,
  body: Expression | undefined,
): Site {
  const unknown: Expression = { kind: 'unknown', parts: [], at: message.at };
  const said = ['method', 'path'].map((key) => entryOf(message, key) ?? unknown);
  return { expression: callAt(message, body ? [...said, body] : said), point };
}

const callAt = ({ at }: Expression, args: readonly Expression[]): Site['expression'] => ({
  kind: 'call',
  callee: { kind: 'unknown', parts: [], at },
  args: args.map((value) => ({ name: null, value, spread: false })),
  at,
});

/** The method and the path of a message in JSON. */
function readText(
  text: string,
  marks: MessageMarks,
): Pick<WrittenMessage, 'method' | 'path'> | null {
  const value = (key: string) => new RegExp(`"${key}"\\s*:\\s*"([^"]*)"`).exec(text)?.[1] ?? null;
  if (marks.length === 0 || !marks.every(([key, said]) => value(key) === said)) return null;
  const [method, path] = [value('method'), value('path')];
  return method === null || path === null ? null : { method, path };
}
