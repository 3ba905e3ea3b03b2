// What stands where a refusal names permissions -> their names, titles resolved; never what cannot be a name.
import { looksSecret } from '../../text/secrets.js';

const NAME = /^(?=.*[a-z])[\w.:/-]{1,100}$/i;
const MOST = 40;
/** What programs print where there is no value. */
const NONE = /^(null|nil|none|undefined)$/i;

/** The names that a refusal holds: any-of of all-of, and whether something stood there that must not be repeated. */
export interface ReadNames {
  readonly permissions: readonly (readonly string[])[];
  readonly concealed: boolean;
}

/**
 * Reads one name, or the names of a list.
 * @param anyOf whether one name of a list is enough
 * @param known names, and titles in lower case, -> name
 */
export function readNames(
  text: string,
  anyOf: boolean,
  known: ReadonlyMap<string, string>,
): ReadNames {
  const parts = text
    .split(/,|\||;|\bor\b/, MOST)
    .map((part) =>
      part
        .trim()
        .replace(/^["']|["']$/g, '')
        .replace(/\.$/, ''),
    )
    .filter((part) => part !== '' && !NONE.test(part));
  const names = parts.map((part) => nameOf(part, known));
  const found = [...new Set(names.filter((name) => name !== null))];
  const concealed = names.includes(null);
  if (found.length === 0) return { permissions: [], concealed };
  return { permissions: anyOf ? found.map((name) => [name]) : [found], concealed };
}

function nameOf(text: string, known: ReadonlyMap<string, string>): string | null {
  const declared = known.get(text) ?? known.get(text.toLowerCase().replace(/\s+/g, ' '));
  if (declared !== undefined) return declared;
  return NAME.test(text) && !looksSecret(text) ? text : null;
}
