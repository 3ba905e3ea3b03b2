// The arguments of a call as written -> whether they may be those of a request, before any value is asked for.
import { foldName } from '../http/names.js';
import { METHOD_KEYS, TYPE_KEY, URL_KEYS } from '../http/options.js';
import type { Argument, Expression } from '../ir.js';

/** Whether arguments may say both a method and a URL. */
export const mayTell = (args: readonly Argument[]): boolean =>
  maySay(args, [...METHOD_KEYS, TYPE_KEY]) && maySay(args, URL_KEYS);

const maySay = (args: readonly Argument[], keys: readonly string[]): boolean =>
  args.some(({ name, value }) =>
    name === null ? mayHold(value, keys) : keys.includes(foldName(name)),
  );

/** Whether an expression may be worth an object with one of some keys. */
function mayHold(expression: Expression, keys: readonly string[]): boolean {
  switch (expression.kind) {
    case 'text':
    case 'join':
    case 'list':
    case 'lambda':
    case 'unknown':
      return false;
    case 'choice':
      return expression.of.some((part) => mayHold(part, keys));
    case 'object':
      return expression.entries.some(
        ({ key }) => key?.kind !== 'text' || keys.includes(foldName(key.text)),
      );
    default:
      return true;
  }
}
