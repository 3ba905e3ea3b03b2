// What code asks for by a name that a setting has, and no code says -> the text that stands for the setting.
import { calledName, lastMember, rootPath } from './access-path.js';
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
  const isUnset = values.length === 0 && point.scope.file.traits.commands;
  // a script has the variables of the environment before it sets them
  const found = isUnset && expression.kind === 'name' ? [rootValue(expression.name)] : values;
  const written = expression.kind === 'member' ? expression.name : null;
  const names = found.map((value) => {
    const name = nameOf(unguarded(value), written, ask);
    return name !== null && settings.has(name) ? name : null;
  });
  if (names.every((name) => name === null)) return values;
  // what is taken where the setting is not set, or what it was looked up beside, is another value of the same base
  return distinct(
    found.flatMap((value, index): Value[] => {
      const name = names[index] ?? null;
      if (name === null) return value.kind === 'text' ? [] : [value];
      const step = { text: `\${${name}}`, file: point.scope.file.file, at: expression.at };
      const text: Value = { kind: 'text', parts: [settings.get(name)!], steps: [step] };
      return [value.when ? { ...text, when: value.when } : text];
    }),
  );
}

const rootValue = (name: string): Value => ({
  kind: 'foreign',
  path: rootPath(name),
  maker: null,
});

/**
 * The name that a value is asked for by, where nothing else is known of it.
 * @param written the member that an expression names
 */
function nameOf(
  value: Value,
  written: string | null,
  ask: (bound: Bound) => readonly Value[],
): string | null {
  switch (value.kind) {
    case 'unknown':
      return value.hole.fields?.at(-1) ?? written;
    // a library gives the fields of such a class their values
    case 'absent':
      return written;
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
