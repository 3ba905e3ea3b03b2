// A text that says the method and the URL of a request at once, `POST /repos/{owner}/{repo}/issues` -> both.
import type { Expression } from '../ir.js';
import { writtenText } from '../symbols/written-text.js';
import { guardedAs } from '../values/alternatives.js';
import { textValue } from '../values/texts.js';
import type { Value } from '../values/value.js';

/** A method, white space, and a URL without any. */
const LINE = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) +(?=(?:\/|https?:|\{\}|$)\S*$)/;

/** What such a text says; `null` for any other. */
export function readLine(text: string): { readonly method: string; readonly path: string } | null {
  const [whole = '', method] = LINE.exec(text) ?? [];
  const path = text.slice(whole.length);
  return method !== undefined && path !== '' ? { method, path } : null;
}

/** The same of a value. */
export function lineOf(value: Value): { readonly method: Value; readonly url: Value } | null {
  if (value.kind !== 'text') return null;
  const [first, ...others] = value.parts;
  if (typeof first !== 'string') return null;
  const written = [first, ...others.map((part) => (typeof part === 'string' ? part : '{}'))];
  const line = readLine(written.join(''));
  if (line === null) return null;
  const cut = (text: string) => text.replace(/^[A-Z]+ +/, '');
  const [step, ...behind] = value.steps;
  const rest = cut(first);
  const url: Value = {
    ...value,
    parts: rest === '' ? others : [rest, ...others],
    steps: step ? [{ ...step, text: cut(step.text) }, ...behind] : [],
  };
  return { method: guardedAs(value, textValue(line.method)), url };
}

/** Whether an expression is written as such a text. */
export const isWrittenLine = (expression: Expression): boolean =>
  readLine(writtenText(expression) ?? '') !== null;
