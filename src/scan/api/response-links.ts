// A URL that comes out of an answer of the API -> where it leads: `recording.contentUri`.
import { wordsOf } from '../values/access-path.js';
import { accessPathOf, type Value } from '../values/value.js';
import type { Link } from './api-profile.js';

/** The link that a value is; the one of most fields. */
export function linkOf(value: Value, links: readonly Link[]): Link | null {
  const trail = trailOf(value);
  const fitting = links.filter(({ fields }) =>
    fields.every((field, index) => isField(trail[trail.length - fields.length + index], field)),
  );
  return fitting.sort((a, b) => b.fields.length - a.fields.length)[0] ?? null;
}

/** The names by which a value was taken out of another. */
function trailOf(value: Value): string[] {
  const path = accessPathOf(value);
  if (path) return wordsOf(path).filter((name) => !/^\d+$/.test(name));
  const [first, second] = value.kind === 'text' ? value.parts : [];
  const hole = value.kind === 'unknown' ? value.hole : first;
  // only a query or a token may stand behind it
  const whole = second === undefined || (typeof second === 'string' && /^[?&]/.test(second));
  return hole && typeof hole !== 'string' && whole ? [...(hole.fields ?? [])] : [];
}

/** Case and plural do not count, nor do the accessors of some languages: `getContentUri`, `content_uri`. */
export function isField(name: string | undefined, field: string): boolean {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/_/g, '')
      .replace(/^get(?=.)/, '')
      .replace(/s$/, '');
  return name !== undefined && fold(name) === fold(field);
}
