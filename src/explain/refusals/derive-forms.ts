// An API -> how its refusals are recognised: what its matrix says of them, and what follows from the answer that it
// describes (`refusal`), so that each answer that permlint predicts is one that it can read.
import type { Api } from '../../model/model.js';
import type {
  RefusalCode,
  RefusalField,
  RefusalForms,
  RefusalWording,
} from '../../model/refusal.js';

const NAME = '{permission}';
const WORD = /^(?=.*[a-z])[\w.:-]{4,60}$/i;

/** The forms of an API; what is said outright wins over what follows. */
export function deriveForms(api: Api): RefusalForms {
  const said = api.refusals;
  const leaves = api.refusal ? leavesOf(api.refusal.body, '', 0) : [];
  const codes = leaves.filter(({ text }) => WORD.test(text));
  // the innermost code is the one that tells; those around it often stand for several refusals
  const innermost = Math.max(0, ...codes.map(({ depth }) => depth));
  const status = api.refusal?.status ?? null;
  const derived = codes.map(({ text, depth }): [string, RefusalCode] => [
    text,
    { scheme: depth === innermost ? api.defaultScheme : null, means: null, status },
  ]);
  const wordings = leaves
    .filter(({ text }) => text.includes(NAME) && text !== NAME)
    .map(({ text }): RefusalWording => ({ says: text, scheme: api.defaultScheme, means: null }));
  const fields = leaves
    .filter(({ text, key }) => text === NAME && key !== '')
    .map(({ key }): RefusalField => ({ name: key, is: null, value: null }));
  return {
    codes: new Map([...derived, ...(said?.codes ?? [])]),
    wordings: [...(said?.wordings ?? []), ...wordings],
    fields: [...(said?.fields ?? []), ...fields],
  };
}

/** The texts of a body with their keys. */
function leavesOf(
  value: unknown,
  key: string,
  depth: number,
): { text: string; key: string; depth: number }[] {
  if (typeof value === 'string') return [{ text: value, key, depth }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    leavesOf(item, Array.isArray(value) ? key : name, depth + 1),
  );
}
