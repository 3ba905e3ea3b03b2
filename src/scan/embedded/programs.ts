// Pieces of scripts + the variables around them -> the code of programs of a shell.
import type { EmbeddedCode, Piece } from './form.js';
import { glue, type Replacement, replaceCode, textOf } from './pieces.js';
import { QUOTE, quotesAt, readIn } from './shell-quotes.js';

/** A variable that is set before a script runs: its name, and its value as pieces. */
export interface Variable {
  readonly name: string;
  readonly value: readonly Piece[];
  /** Whoever runs the script may set it to something else. */
  readonly isDefault?: boolean;
}

/** What a tool puts into scripts and values before a shell reads them. */
export interface Template {
  /** All that it replaces, in order: by a variable that has the same value, or by other code. */
  find(code: string, isValue: boolean): readonly Filling[];
}

/** A stretch of code that a tool replaces: offsets in the code. */
export type Filling = { readonly from: number; readonly to: number } & (
  | { readonly variable: string }
  | { readonly as: string }
);

/** A script of a shell with those variables that it reads set before it. */
export function shellProgram(
  outer: string,
  script: readonly Piece[],
  variables: readonly Variable[],
  template: Template | null,
): EmbeddedCode {
  const pieces = filled(outer, script, template, false);
  // what stands further inside comes last, and wins
  const values = new Map(variables.map((one) => [one.name, one]));
  const set: Piece[] = [];
  const settle = (code: string): void => {
    for (const name of namesIn(code)) {
      const variable = values.get(name);
      if (!variable) continue;
      values.delete(name);
      const value = filled(outer, variable.value, template, true);
      settle(textOf(outer, value));
      set.push(...assignment(variable, value));
    }
  };
  settle(textOf(outer, pieces));
  return { language: 'shell', pieces: [...set, ...pieces] };
}

function assignment({ name, value, isDefault }: Variable, quoted: readonly Piece[]): Piece[] {
  const at = value[0]?.from ?? 0;
  const end = value.at(-1)?.to ?? at;
  const [opens, closes] = isDefault ? [`\${${name}:-'`, "'}"] : ["'", "'"];
  return [glue(at, `${name}=${opens}`), ...quoted, glue(end, `${closes}\n`)];
}

/** The variables that code of a shell reads. */
const namesIn = (code: string): Set<string> =>
  new Set([...code.matchAll(/\$(?:\{[!#]?)?([A-Za-z_]\w*)/g)].map(([, name]) => name!));

/** Code with variables for what a tool puts in; between single quotes where it is a value. */
function filled(
  outer: string,
  pieces: readonly Piece[],
  template: Template | null,
  isValue: boolean,
): Piece[] {
  const code = textOf(outer, pieces);
  const found = template?.find(code, isValue) ?? [];
  const quotes = isValue
    ? []
    : quotesAt(
        code,
        found.map(({ from }) => from),
      );
  const replaced = found.map((one, n): Replacement => {
    const quote = isValue ? "'" : quotes[n]!;
    const as = 'variable' in one ? readIn(quote, one.variable) : one.as;
    return { from: one.from, to: one.to, as: isValue && 'as' in one ? `'"${as}"'` : as };
  });
  if (!isValue) return replaceCode(pieces, replaced);
  const own = [...code.matchAll(/'/g)]
    .map(({ index }) => ({ from: index, to: index + 1, as: QUOTE }))
    .filter(({ from }) => !replaced.some((one) => from >= one.from && from < one.to));
  return replaceCode(
    pieces,
    [...replaced, ...own].sort((a, b) => a.from - b.from),
  );
}
