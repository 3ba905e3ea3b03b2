// A list of permissions (plain text, JSON or YAML, per scheme where there are several) -> declared grants.
import type { Grant, Location } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { firstContent } from '../text/document.js';
import { unreadable } from '../text/files.js';
import { looksSecret } from '../text/secrets.js';
import { parseYaml, type YamlDocument } from '../text/yaml.js';
import { defineGrantSource, type LoadedList, toGrant, toLoaded } from './source.js';

/** How a list in JSON or YAML begins. */
export const STRUCTURED = /^\s*(?:[[{]|-\s|["']?[\w$-]+["']?:(?:\s|$))/;

/** Names parted by commas or lines; `#` begins a comment. */
export const list = defineGrantSource({
  id: 'list',
  summary: 'a list of permissions: plain text, JSON or YAML',
  recognises: () => true,
  read: (text, file) =>
    STRUCTURED.test(firstContent(text)) ? readStructured(text, file) : readPlain(text, file),
});

const NO_NAME = 'a name of a permission was expected here';
const NO_TYPE =
  'a permission type was expected here; the text found is not repeated, it may be a secret';

function readPlain(text: string, file: string): LoadedList {
  const results = text.split(/\r?\n/).flatMap((line, index) => {
    let next = 0;
    return line
      .replace(/(^|\s)#.*$/, '')
      .split(',')
      .flatMap((name) => {
        const column = next + name.search(/\S|$/) + 1;
        next += name.length + 1;
        const location = { file, line: index + 1, column };
        return name.trim() === '' ? [] : [toGrant(name.trim(), null, false, location)];
      });
  });
  if (results.length > 0) return toLoaded(results);
  const nothing = 'it lists nothing; an app that holds nothing is --grants none';
  return { value: [], findings: [unreadable(file, nothing)] };
}

function readStructured(text: string, file: string): LoadedList {
  const document = parseYaml(text);
  const [fault] = document.faults;
  if (fault) {
    const location = { file, line: fault.line, column: fault.column };
    return { value: [], findings: [unreadable(location, 'the list has an error here')] };
  }
  const root = Object(document.value) as Record<string, unknown>;
  const nested = !Array.isArray(root) && 'grants' in root ? ['grants'] : [];
  return readGrants(nested.length > 0 ? root.grants : document.value, nested, file, document);
}

/** Reads a list, or a map of scheme to list, at `path` of a document: also the `grants` of a config. */
export function readGrants(
  value: unknown,
  path: readonly string[],
  file: string,
  document: Pick<YamlDocument, 'at'>,
): LoadedList {
  const place = (inner: readonly (string | number)[]): Location => ({
    file,
    ...document.at([...path, ...inner]),
  });
  const read = (
    names: unknown,
    scheme: string | null,
    inner: readonly string[],
  ): (Grant | Finding)[] => {
    if (!Array.isArray(names))
      return [unreadable(place(inner), 'a list of permissions was expected here')];
    return names.map((name, index) => {
      const at = place([...inner, index]);
      const isName = typeof name === 'string' || typeof name === 'number';
      return isName ? toGrant(String(name), scheme, false, at) : unreadable(at, NO_NAME);
    });
  };
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return toLoaded(read(value, null, []));
  const places = new Map<string, Location>();
  const results = Object.entries(value).flatMap(([scheme, names]) => {
    const key = { file, ...document.at([...path, scheme], 'key') };
    if (looksSecret(scheme)) return [unreadable(key, NO_TYPE)];
    places.set(scheme, key);
    return read(names, scheme, [scheme]);
  });
  return { ...toLoaded(results), places };
}
