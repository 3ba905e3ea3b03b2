// Pieces of a script that is in no shell of Unix + what a tool puts into it -> its code, with names for what is put in.
import type { EmbeddedCode, Piece } from './form.js';
import { glue, replaceCode, textOf } from './pieces.js';
import type { Template, Variable } from './programs.js';

/** How the code of each language reads a variable where a quote is open: empty for none. */
const READS: Readonly<Record<string, (quote: string, name: string) => string>> = {
  javascript: (quote, name) =>
    quote === '`' ? `\${${name}}` : quote === '' ? name : `${quote}+${name}+${quote}`,
  python: (quote, name) => (quote === '' ? name : `${quote}+${name}+${quote}`),
  powershell: (_, name) => `\${${name}}`,
};

/** A script with those variables of the file that PowerShell reads set before it. */
export function otherProgram(
  outer: string,
  language: string,
  script: readonly Piece[],
  variables: readonly Variable[],
  template: Template | null,
): EmbeddedCode {
  const read = READS[language];
  const code = textOf(outer, script);
  const replaced = (template && read ? template.find(code, false) : []).map((one) => ({
    from: one.from,
    to: one.to,
    as: 'as' in one ? one.as : read!(quoteAt(code, one.from), one.variable),
  }));
  const pieces = replaceCode(script, replaced);
  return {
    language,
    pieces: [...(language === 'powershell' ? settingsOf(outer, code, variables) : []), ...pieces],
  };
}

/** The quote that is open at an offset, as its line says. */
function quoteAt(code: string, offset: number): string {
  let quote = '';
  for (let at = code.lastIndexOf('\n', offset - 1) + 1; at < offset; at++) {
    const sign = code[at]!;
    if (sign === '\\') at++;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (/["'`]/.test(sign)) quote = sign;
  }
  return quote;
}

/** What stands further inside wins. */
function settingsOf(outer: string, code: string, variables: readonly Variable[]): Piece[] {
  const read = new Set(
    [...code.matchAll(/\$(?:\{env:(\w+)\}|env:(\w+))/gi)].map(([, a, b]) =>
      (a ?? b)!.toLowerCase(),
    ),
  );
  const own = new Map(variables.map((one) => [one.name.toLowerCase(), one]));
  return [...own].flatMap(([name, { value }]) => {
    const text = textOf(outer, value);
    if (!read.has(name) || value.length === 0 || /[\n'{}$]/.test(text)) return [];
    return [glue(value[0]!.from, `$env:${name} = '`), ...value, glue(value.at(-1)!.to, "'\n")];
  });
}
