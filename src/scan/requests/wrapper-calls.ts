// A call in the code + the wrappers that the app states as clients -> the request that it is.
import type { ClientForm } from '../../calls/client-form.js';
import { foldName, verbOf } from '../http/names.js';
import type { Program } from '../symbols/program.js';
import type { Site } from '../symbols/scope.js';
import { isWrittenAs } from '../symbols/written-names.js';
import { bindArguments } from '../values/arguments.js';
import { guardAt } from '../values/decisions.js';
import type { Evaluator } from '../values/evaluator.js';
import { textValue } from '../values/texts.js';
import { ABSENT, type Frame, type Value } from '../values/value.js';
import { combined } from './combinations.js';
import type { Request } from './request.js';
import { lineOf } from './request-lines.js';

/** The form that a call fits: its written name ends with the names of the form. */
export function formOf({ expression }: Site, forms: readonly ClientForm[]): ClientForm | null {
  if (expression.kind !== 'call' || forms.length === 0) return null;
  return forms.find(({ names }) => isWrittenAs(expression.callee, names)) ?? null;
}

/** A pattern of what a text has in it that a call of the form is in. */
export const shapeOf = ({ names }: ClientForm): string =>
  `(?<!\\w)${names.map((name) => name.replace(/\$/g, '\\$')).join('\\W{1,40}')}(?![\\w$])`;

/** The forms that some call of a program fits. */
export const fittingIn = (program: Program, forms: readonly ClientForm[]): Set<ClientForm> =>
  new Set(
    forms.filter((form) =>
      (program.sites.get(form.names.at(-1) ?? '') ?? []).some((site) => formOf(site, [form])),
    ),
  );

/** Reads a call by a form. */
export function readStated(
  { expression, point }: Site,
  { names, parameters }: ClientForm,
  frame: Frame,
  evaluator: Evaluator,
): Request {
  const args = bindArguments(expression.args, { expression, frame, point });
  const positional = args.filter(({ name, spread }) => name === null && !spread);
  const said = (wanted: ClientForm['parameters'][number]): Value[] => {
    const index = parameters.indexOf(wanted);
    const given = args.find(({ name }) => name === wanted) ?? positional[index];
    return index !== -1 && given ? evaluator.ask(given) : [];
  };
  const targets = said(parameters.includes('path') ? 'path' : 'url').map(
    (value) => lineOf(value) ?? { method: null, url: value },
  );
  const methods = parameters.includes('method')
    ? said('method')
    : targets.flatMap(({ method }) => method ?? []);
  const verb = parameters.includes('method') ? null : verbOf(foldName(names.at(-1) ?? ''));
  const isPath = parameters.includes('path');
  return {
    sendings: combined(
      verb ? [textValue(verb)] : methods.length > 0 ? methods : [ABSENT],
      null,
      targets.map(({ url }) => url),
      guardAt(point, frame) || null,
    ),
    client: null,
    sure: true,
    isPath,
  };
}
