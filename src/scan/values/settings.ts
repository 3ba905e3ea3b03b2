// What code asks for by a name that a setting has, and no code says -> the text that stands for the setting.
import { calledName, lastMember } from './access-path.js';
import { distinct, unguarded } from './alternatives.js';
import { plainText } from './texts.js';
import type { Bound, Value } from './value.js';

/** The texts that stand for settings, by their names: variables of the environment, whichever way code reads them. */
export type Settings = ReadonlyMap<string, string>;

/** What stands for the setting among the values of an expression; the values themselves where there is none. */
export function settled(
  values: Value[],
  settings: Settings,
  { expression, point }: Bound,
  ask: (bound: Bound) => readonly Value[],
): Value[] {
  const names = values.map((value) => nameOfSetting(value, settings, ask));
  if (names.every((name) => name === null)) return values;
  // what is taken where the setting is not set, or what it was looked up beside, is another value of the same base
  return distinct(
    values.flatMap((value, index): Value[] => {
      const name = names[index] ?? null;
      if (name === null) return value.kind === 'text' ? [] : [value];
      const step = { text: `\${${name}}`, file: point.scope.file.file, at: expression.at };
      const text: Value = { kind: 'text', parts: [settings.get(name)!], steps: [step] };
      return [value.when ? { ...text, when: value.when } : text];
    }),
  );
}

/** The setting that a value is, which nothing but its name is known of. */
function nameOfSetting(
  value: Value,
  settings: Settings,
  ask: (bound: Bound) => readonly Value[],
): string | null {
  const name = nameOf(unguarded(value), ask);
  return name !== null && settings.has(name) ? name : null;
}

function nameOf(value: Value, ask: (bound: Bound) => readonly Value[]): string | null {
  switch (value.kind) {
    case 'unknown':
      return value.hole.fields?.at(-1) ?? null;
    case 'foreign':
      return lastMember(value.path);
    case 'made': {
      const [name, second] = value.args;
      const [only, other] = name && READS.test(calledName(value.path)) ? ask(name) : [];
      return only && !other && !second?.spread ? plainText(only) : null;
    }
    default:
      return null;
  }
}

/** What a function that reads a setting has in its name: `getenv`, `LookupEnv`, `config.get`, `GetString`, `requireEnv`. */
const READS = /env|get|fetch|config|setting|lookup|read|require|value|var|must|param|option/i;
