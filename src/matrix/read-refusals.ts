// The `refusals` of a matrix -> RefusalForms; what could match any text is left out, and reported with its place.
import type { RefusalField, RefusalForms, RefusalWording } from '../model/refusal.js';

interface RefusalsSource {
  readonly codes?: Readonly<Record<string, { scheme?: string; means?: string; status?: number }>>;
  readonly wordings?: readonly { says: string; scheme?: string; means?: string }[];
  readonly fields?: readonly (string | { name: string; is: string; value: string })[];
}

type ReportFault = (message: string, path: readonly (string | number)[]) => void;

const CODE = /^(?=.*[a-z])[\w.:-]{4,60}$/i;
const KEY = /^[\w.-]{3,60}$/;
const PLACEHOLDER = /\{permissions?\}/g;

/** Reads what the schema has let through. */
export function readRefusals(source: RefusalsSource, report: ReportFault): RefusalForms {
  const codes = Object.entries(source.codes ?? {}).flatMap(([code, said]) => {
    if (CODE.test(code)) return [[code, { ...NOTHING, status: null, ...said }] as const];
    report('a code has 4 to 60 letters, digits, dots and hyphens, a letter among them', [
      ...['refusals', 'codes', code],
    ]);
    return [];
  });
  const wordings = (source.wordings ?? []).flatMap((wording, index): RefusalWording[] => {
    const fault = faultOf(wording.says);
    if (fault === null) return [{ ...NOTHING, ...wording }];
    report(fault, ['refusals', 'wordings', index, 'says']);
    return [];
  });
  const fields = (source.fields ?? []).flatMap((field, index): RefusalField[] => {
    const read = typeof field === 'string' ? { name: field, is: null, value: null } : field;
    if ([read.name, read.is, read.value].every((key) => key === null || KEY.test(key)))
      return [read];
    report('a key has 3 to 60 letters, digits, dots and hyphens', ['refusals', 'fields', index]);
    return [];
  });
  return { codes: new Map(codes), wordings, fields };
}

const NOTHING = { scheme: null, means: null };

function faultOf(says: string): string | null {
  const names = says.match(PLACEHOLDER) ?? [];
  if (names.length > 1) return 'a wording has one {permission} or one {permissions}';
  const words = says.replace(PLACEHOLDER, ' ').match(/[\p{L}\d]{2,}/gu) ?? [];
  return words.length < 2 ? 'a wording needs two words that do not change' : null;
}
