// A value -> whether it is a setting: of the environment, or of a configuration that stands in no code.
import { type AccessPath, pathText } from './access-path.js';
import { accessPathOf, holeOf, isText, type Value } from './value.js';

const SETTINGS =
  /(^|[^a-z])(env|environ|getenv|config|configuration|settings|credentials)([^a-z]|$)/i;

/** Whether a path leads to settings. */
export const namesSettings = (path: AccessPath): boolean => SETTINGS.test(pathText(path));

/** Of what the callers of a function give, they say themselves what it is. */
function isSetting(value: Value): boolean {
  const path = accessPathOf(value);
  return path !== null && namesSettings(path) && !holeOf(value)?.parameter;
}

const isEmpty = (value: Value): boolean =>
  value.kind === 'text' && value.parts.every((part) => part === '');

/** Where the code gives a text for a setting that is not set, the setting is taken to be that text; an empty one says nothing. */
export function withoutSettings(values: readonly Value[]): readonly Value[] {
  if (!values.some(isSetting)) return values;
  const said = values.some((value) => isText(value) && !isEmpty(value));
  return values.filter((value) => (said ? !isSetting(value) : !isEmpty(value)));
}
