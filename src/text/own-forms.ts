// A text + its path -> whether it is of a form that permlint itself reads or writes: a plan, a recording, a config, ...

const YAML_OR_JSON = /\.(?:ya?ml|json)$/i;
const NAME = /(?:^|\/)permlint\.ya?ml$/;
const VERSION = /^\s*\{?\s*"?version"?:\s*1\s*(?:[,#}].*)?$/m;
/** The calls of a plan without a version: what was recorded, or a list of METHOD path. */
const CALLS = /^calls:\s*(?:#.*)?\n\s*-\s+(?:["']?[A-Za-z|*]+\s+[/{h]|\{\s*method\b|method\b)/m;
const RECORDING = /^\s*\{\s*"log"\s*:\s*\{/;

/** A map with both keys at its top, and none that only a config has. */
export const isPlan = (text: string): boolean =>
  VERSION.test(text) && hasKeys(text, 'calls') && !hasKeys(text, '(?:grants|apps|matrix)');

/** Whether a file is an input of a run, or what a run wrote: it is judged where it is named, and calls nothing itself. */
export function isOwnForm(path: string, text: string): boolean {
  if (/\.har$/i.test(path)) return RECORDING.test(text);
  if (/\.sarif(?:\.json)?$/i.test(path)) return /"name":\s*"permlint"/.test(text);
  if (!YAML_OR_JSON.test(path)) return false;
  if (RECORDING.test(text)) return /"entries"\s*:/.test(text);
  if (NAME.test(path) || CALLS.test(text)) return true;
  if (!VERSION.test(text)) return false;
  return OWN.some((keys) => hasKeys(text, ...keys));
}

/** What each form has at its top, beside its version. */
const OWN: readonly (readonly string[])[] = [
  ['calls'],
  ['grants'],
  ['apps'],
  ['api', 'routes'],
  ['api', 'permissions'],
  ['mode', 'verdict'],
  ['findings'],
];

const hasKeys = (text: string, ...keys: readonly string[]): boolean =>
  keys.every(
    (key) =>
      new RegExp(`^(?: {0,2}"${key}"|${key})\\s*:`, 'm').test(text) ||
      new RegExp(`^\\s*\\{[^{}[\\]]*"${key}"\\s*:`).test(text),
  );
