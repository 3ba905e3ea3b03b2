// The forms of APIs -> patterns that find codes, wordings and fields in a text. Every repetition in them is bounded.
import type { RefusalField } from '../../model/refusal.js';
import { readNames } from './read-names.js';
import type { ApiForms, Sign } from './seen-refusal.js';

/** A pattern and what a hit of it says. */
export interface SignPattern {
  readonly pattern: RegExp;
  read(hit: RegExpExecArray): Sign;
}

/** The patterns of all forms, and one that every line with a hit of them fits. */
export function compileForms(apis: readonly ApiForms[]): {
  patterns: readonly SignPattern[];
  needle: RegExp;
} {
  const words = apis.flatMap(({ forms }) => [
    ...forms.codes.keys(),
    ...forms.wordings.map(({ says }) => longestWord(says)),
    ...forms.fields.map(({ name, is }) => is ?? name),
  ]);
  const patterns = apis.flatMap((api) => [
    ...compileCodes(api),
    ...api.forms.wordings.map((wording) => compileWording(wording, api)),
    ...api.forms.fields.flatMap((field) => compileField(field, api)),
  ]);
  // without words nothing is a hit
  const needle = new RegExp([...new Set(words)].map(literal).join('|') || '(?!)', 'i');
  return { patterns, needle };
}

const literal = (text: string): string => text.replace(/[^\w\s]/g, '\\$&');

const longestWord = (says: string): string =>
  (says.replace(/\{permissions?\}/g, ' ').match(/[\p{L}\d]+/gu) ?? []).reduce(
    (best, word) => (word.length > best.length ? word : best),
    '',
  );

function compileCodes({ api, forms }: ApiForms): SignPattern[] {
  const codes = new Map(
    [...forms.codes].map(([code, said]) => [code.toLowerCase(), { code, said }]),
  );
  if (codes.size === 0) return [];
  const any = [...codes.keys()].map(literal).join('|');
  return [
    {
      pattern: new RegExp(`(?<![\\w-])(?:${any})(?![\\w-])`, 'gi'),
      read([text]) {
        const { code, said } = codes.get(text.toLowerCase())!;
        return { kind: 'code', api, code, ...said };
      },
    },
  ];
}

/** A name, or several, as a wording holds them: wide within brackets or quotes, else a word. */
const BRACKETED = '([^\\[\\]{}<>\\n]{1,1000})';
const NAME = '[\\w.:/-]{1,100}';
const BARE = { one: `(${NAME})`, list: `(${NAME}(?:\\s{0,4}(?:,|\\bor\\b)\\s{0,4}${NAME}){0,40})` };
const GAP = '[\\s"\'+]{1,60}';

function compileWording(
  { says, scheme, means }: ApiForms['forms']['wordings'][number],
  { api, names }: ApiForms,
): SignPattern {
  const list = says.includes('{permissions}');
  const [before = '', after = ''] = says.trim().split(/\{permissions?\}/);
  const bare = `${before.trim() === '' ? '(?<![\\w.:/-])' : ''}${list ? BARE.list : BARE.one}`;
  const held = /[[(<"']$/.test(before) ? BRACKETED : bare;
  const words = (text: string) => text.split(/\s+/).map(literal).join(GAP);
  const source = /\{permissions?\}/.test(says)
    ? words(before) + held + words(after)
    : words(before);
  return {
    pattern: new RegExp(source, 'gi'),
    read: ([, held = '']) => ({
      kind: 'wording',
      api,
      scheme,
      means,
      ...readNames(held, list, names),
    }),
  };
}

const SEPARATOR = `["'\\])]{0,3}\\s{0,8}(?:=>|[:=>])\\s{0,8}(?:string\\(\\d{1,5}\\)\\s{1,4})?`;
// what has no end may be cut off, and half a name is none
const VALUE = `(?:"([^"\\n]{1,200})"|'([^'\\n]{1,200})'|(${NAME})(?=[\\s,;)}\\]<]))`;

function compileField({ name, is, value }: RefusalField, { api, names }: ApiForms): SignPattern[] {
  const read = (hit: RegExpExecArray): Sign => {
    const held = hit.slice(1).find((text) => text !== undefined) ?? '';
    return { kind: 'field', api, ...readNames(held, false, names) };
  };
  const key = `(?<![\\w-])${literal(name)}${SEPARATOR}`;
  if (is === null || value === null) return [{ pattern: new RegExp(key + VALUE, 'gi'), read }];
  const between = `["']?\\s{0,8}[,;]?\\s{0,40}["'[]{0,2}`;
  const named = `${key}["']?${literal(is)}(?![\\w-])`;
  const holder = `(?<![\\w-])${literal(value)}${SEPARATOR}${VALUE}`;
  return [named + between + holder, holder + between + named].map((source) => ({
    pattern: new RegExp(source, 'gi'),
    read,
  }));
}
