// What a refusal says of itself + what the matrices declare -> who lacks what, and which witness is believed.
import type { Api, Permission, Scheme } from '../model/model.js';
import type { SeenRefusal } from './refusals/seen-refusal.js';

/** A refusal as it is explained. */
export interface JudgedRefusal {
  readonly scheme: Scheme | null;
  /** Whom code and wording name, and why one is believed, where the two disagree. */
  readonly doubt: string | null;
  /** The permissions named as far as a matrix declares them for the scheme. */
  readonly declared: readonly Permission[];
  /** Any-of of all-of, flat. */
  readonly names: readonly string[];
  /** One of the names is enough. */
  readonly anyOf: boolean;
}

/** Decides between code and wording: the code, unless the name is one of the other scheme alone. */
export function judgeRefusal(refusal: SeenRefusal, api: Api | undefined): JudgedRefusal {
  const { codeScheme, wordingScheme, code, otherCode, permissions } = refusal;
  const names = [...new Set(permissions.flat())];
  const declaredFor = (scheme: Scheme | null) =>
    api?.permissions.filter((p) => p.scheme === scheme && names.includes(p.name)) ?? [];
  const disagree = codeScheme !== null && wordingScheme !== null && codeScheme !== wordingScheme;
  const wordingFits =
    disagree && declaredFor(wordingScheme).length > 0 && declaredFor(codeScheme).length === 0;
  const scheme = wordingFits ? wordingScheme : (codeScheme ?? wordingScheme);
  const declared = declaredFor(scheme);
  const judged = { scheme, declared, names, anyOf: permissions.length > 1 };
  if (disagree) {
    const sides = `the code ${code} says ${whoText(codeScheme)}, the wording says ${whoText(wordingScheme)}`;
    const why = wordingFits
      ? `the wording is believed, for ${names.join(' and ')} is declared as ${wordingScheme} permission alone`
      : 'the code is believed, for a wording may change or be translated';
    return { ...judged, doubt: `${sides}; ${why}; look at both` };
  }
  if (otherCode !== null && code !== null) {
    const believed =
      wordingScheme === null
        ? 'the first is believed'
        : `${code} is believed, as the wording says the same`;
    return { ...judged, doubt: `the codes ${code} and ${otherCode} disagree; ${believed}` };
  }
  return { ...judged, doubt: null };
}

const WHO: Readonly<Record<string, string>> = {
  app: 'the app itself',
  user: 'the signed-in user',
};

/** Whose permissions a scheme is about, in words. */
export const whoText = (scheme: Scheme | null): string =>
  scheme === null ? 'nobody' : (WHO[scheme] ?? `the ${scheme}`);

/** The sentence that a refusal comes down to. */
export function headlineOf(refusal: SeenRefusal, { scheme }: JudgedRefusal): string {
  const { status, usualStatus, code, permissions, concealed, means } = refusal;
  const shown = [status ?? usualStatus, code].filter((part) => part !== null).join(' ');
  const prefix = shown === '' ? '' : `${shown}: `;
  if (means !== null) return `${prefix}${means}`;
  const subject = scheme === null ? 'the app or the user' : `the ${scheme}`;
  if (permissions.length > 1)
    return `${prefix}${subject} lacks all of ${permissions.flat().join(', ')}, of which one is enough`;
  if (permissions.length === 1) return `${prefix}${subject} lacks ${permissions[0]!.join(' and ')}`;
  const unnamed = concealed
    ? 'a permission, and what stands for its name is not repeated here'
    : 'a permission that the text does not name';
  return `${prefix}${subject} lacks ${unnamed}`;
}
