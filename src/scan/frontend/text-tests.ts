// Tests of a text against a literal, in any language: what it begins or ends with, or contains.
import { type Expression, type Relation, textTest } from '../ir.js';
import { anyOf, guarded, inverted, NO_TEST, type Test, testing } from './conditions.js';
import { pathOf, truth } from './operands.js';

type Call = Extract<Expression, { kind: 'call' }>;

const BEGINS = /^([sS]tarts_?[wW]ith|start(s)?_with\??|hasPrefix|HasPrefix|str_starts_with)$/;
const ENDS = /^([eE]nds_?[wW]ith|end(s)?_with\??|hasSuffix|HasSuffix|str_ends_with)$/;
const CONTAINS = /^(includes|include\?|[cC]ontains|str_contains|strstr|stristr)$/;
/** They say where a literal lies in a text, and of none that it does not. */
const POSITIONS = /^([iI]ndexOf|find|Index|strpos|stripos)$/;
/** They say whether a pattern fits a text. */
const FITS = /^(test|match\??|preg_match)$/;

/** All that searches a text. */
export const SEARCHES = new RegExp(
  `^(${[BEGINS, ENDS, CONTAINS, POSITIONS, FITS].map(({ source }) => source.slice(1, -1)).join('|')})$`,
);

/** The test that a call makes which is true or false by itself. */
export function searchTest(call: Call): Test {
  const name = nameOf(call);
  if (FITS.test(name)) return patternTest(call);
  const relation = relationOf(name);
  const { text, literals } = operandsOf(call);
  if (!relation || !text || literals.length === 0) return NO_TEST;
  // a number says where to look
  if (literals.slice(1).some((literal) => /^-?\d+$/.test(literal))) return NO_TEST;
  return anyOf(literals.map((literal) => lies(text, relation, literal)));
}

/** The test that comparing a position makes: `a.indexOf('x') === -1`. */
export function positionTest(call: Call, sign: string, than: string): Test | null {
  const name = nameOf(call);
  if (!POSITIONS.test(name)) return null;
  const { text, literals } = operandsOf(call);
  const [literal, second] = literals;
  if (!text || literal === undefined || second !== undefined) return null;
  const is = `${sign.replace('===', '==').replace('!==', '!=')} ${than.replace(/\s/g, '').toLowerCase()}`;
  // loosely compared, what is not found is 0 too
  const isStrict = sign.length === 3 || !/^strp|^strip/.test(name);
  // behind the beginning: what does not lie there may not lie anywhere
  if (is === '> 0' || is === '>= 1') return guarded(lies(text, 'contains', literal));
  if (/^(!= (-1|false)|> -1|>= 0)$/.test(is) && (isStrict || !is.endsWith('false')))
    return lies(text, 'contains', literal);
  if (/^(== (-1|false)|< 0)$/.test(is) && (isStrict || !is.endsWith('false')))
    return inverted(lies(text, 'contains', literal));
  if (!isStrict) return null;
  if (is === '== 0') return lies(text, 'begins', literal);
  return is === '!= 0' ? inverted(lies(text, 'begins', literal)) : null;
}

/** That a text contains a literal. */
export const holding = (text: Expression, literal: string): Test => lies(text, 'contains', literal);

function lies(text: Expression, relation: Relation, literal: string): Test {
  const path = pathOf(text);
  if (!path) return NO_TEST;
  return testing(truth(textTest(path.text, relation, literal), path.reads));
}

const nameOf = ({ callee }: Call): string =>
  callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';

const relationOf = (name: string): Relation | null => {
  if (BEGINS.test(name)) return 'begins';
  if (ENDS.test(name)) return 'ends';
  return CONTAINS.test(name) ? 'contains' : null;
};

/** `a.startsWith('x')` or `startsWith(a, 'x')`: the text, and the literals of which one is enough. */
function operandsOf({ callee, args }: Call): { text: Expression | null; literals: string[] } {
  const given = args.map(({ value }) => value);
  const [first, second] = given;
  const isMethod = callee.kind === 'member' && isLiteral(first);
  const [text, ...others] = isMethod ? [callee.of, ...given] : [first, second];
  const literals = (others[0]?.kind === 'list' ? others[0].items : others).flatMap((value) =>
    value?.kind === 'text' ? [value.text] : [],
  );
  return { text: text ?? null, literals };
}

const isLiteral = (value: Expression | undefined): boolean =>
  value?.kind === 'text' || (value?.kind === 'list' && value.items.every(isLiteral));

/** `/^x/.test(a)`, `a.match(/^x/)`, `preg_match('/^x/', $a)`, where the pattern is a literal but for an anchor. */
function patternTest({ callee, args }: Call): Test {
  const [first, second] = args.map(({ value }) => value);
  const of = callee.kind === 'member' ? callee.of : null;
  const [pattern, text] =
    of?.kind === 'new' || !of ? [of ?? first, of ? first : second] : [first, of];
  const written = pattern && sourceOf(pattern);
  if (!written || !text) return NO_TEST;
  const [, start, body = '', end] = /^(\^?)((?:\\[/.:?-]|[\w/:?-])+)(\$?)$/.exec(written) ?? [];
  if (body === '' || (start && end)) return NO_TEST;
  const relation = start ? 'begins' : end ? 'ends' : 'contains';
  const literals = spelled(body);
  return literals ? anyOf(literals.map((literal) => lies(text, relation, literal))) : NO_TEST;
}

/** The text of a pattern: that of a regex literal, or of one in slashes. */
function sourceOf(pattern: Expression): string | null {
  if (pattern.kind === 'text') return /^([/#~])(.*)\1[a-z]*$/.exec(pattern.text)?.[2] ?? null;
  if (pattern.kind !== 'new') return null;
  const source = pattern.args[0]?.value;
  return source?.kind === 'text' ? source.text : null;
}

/** The literals that a pattern without anchors fits: one may be left out before a `?`. */
function spelled(body: string): string[] | null {
  const parts = body.match(/\\?[^?]\??/g) ?? [];
  if (parts.filter((part) => part.endsWith('?')).length > 2) return null;
  let all = [''];
  for (const part of parts) {
    const letter = part.replace(/^\\/, '').replace(/\?$/, '');
    const longer = all.map((before) => before + letter);
    all = /[^\\]\?$/.test(part) ? longer.concat(all) : longer;
  }
  return all;
}
