// The shape of a grant source: the text of one input -> the permissions that it says the app holds.
import type { Grant, Location, Scheme } from '../model/model.js';
import type { Finding, Loaded } from '../model/report.js';
import { unreadable } from '../text/files.js';
import { looksSecret } from '../text/secrets.js';

/** Grants, and where the input names their schemes, also those of which nothing is held. */
export interface LoadedList extends Loaded<readonly Grant[]> {
  readonly places?: ReadonlyMap<Scheme, Location>;
}

/** Reads one kind of input. Never throws on bad input, never repeats its text: it may hold a token. */
export interface GrantSource {
  /** Its file name. */
  readonly id: string;
  /** One line: what it reads. */
  readonly summary: string;
  /** Whether a text looks like this kind. */
  recognises(text: string): boolean;
  /** @param file what locations call the input */
  read(text: string, file: string): LoadedList;
}

/** Types a source; the id is its file name. */
export const defineGrantSource = (source: GrantSource): GrantSource => source;

const NAME = /^[\p{L}\d][\p{L}\d ._:/()&-]{0,199}$/u;
/** Makes a grant of a name, or a finding of text that can be none; the text itself is not repeated. */
export function toGrant(
  name: string,
  scheme: string | null,
  confirmed: boolean,
  location: Location,
): Grant | Finding {
  if (NAME.test(name) && !looksSecret(name)) return { name, scheme, confirmed, location };
  return unreadable(
    location,
    'a name of a permission was expected here; the text found is not repeated, it may be a secret',
  );
}

/** Sorts what `toGrant` gave into grants and findings; of many faults the first is told. */
export function toLoaded(results: readonly (Grant | Finding)[]): Loaded<readonly Grant[]> {
  const [first, ...more] = results.filter((result): result is Finding => 'check' in result);
  const others = more.length > 0 ? `, and ${more.length} more like it` : '';
  return {
    value: results.filter((result): result is Grant => 'name' in result),
    findings: first ? [{ ...first, message: `${first.message}${others}` }] : [],
  };
}
