// The `paths` of an OpenAPI document -> its operations, references within the document followed.
import { MALFORMED_ROW } from '../../model/faults.js';
import { normaliseText } from '../../paths/target.js';
import { parseTemplate } from '../../paths/template.js';
import { show } from '../../text/document.js';
import type { JsonPath } from '../../text/json-places.js';
import { looksSecret } from '../../text/secrets.js';
import type { FindingLog } from './finding-log.js';
import { entriesOf, fieldOf, isMap, lineOf } from './source-document.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const NEVER_JUDGED = ['head', 'options', 'trace'];
const OTHER_KEYS = ['$ref', 'summary', 'description', 'servers', 'parameters'];
const MAX_REFERENCES = 16;
/** YAML allows keys of 1024 characters. */
const MAX_PATH = 900;

/** One operation with the path item that it stands in. */
export interface Operation {
  readonly method: string;
  /** Its path as a template, below that of the server. */
  readonly path: string;
  readonly value: unknown;
  readonly item: unknown;
  readonly place: JsonPath;
}

/** Follows references that begin with `#/`; `undefined` for a circle, another document, or nothing there. */
export function createResolver(root: unknown): (value: unknown) => unknown {
  return (value) => {
    let found = value;
    for (let step = 0; step < MAX_REFERENCES; step++) {
      const reference = fieldOf(found, '$ref');
      if (typeof reference !== 'string') return found;
      found = lookUp(root, reference);
    }
    return undefined;
  };
}

function lookUp(root: unknown, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  let at = root;
  for (const part of reference.slice(2).split('/')) {
    const key = decode(part).replaceAll('~1', '/').replaceAll('~0', '~');
    at = Array.isArray(at) && /^\d{1,9}$/.test(key) ? at[Number(key)] : fieldOf(at, key);
  }
  return at;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Lists every operation that a row can stand for, in the order of the document, and counts all that there are. */
export function readOperations(
  root: unknown,
  resolve: (value: unknown) => unknown,
  log: FindingLog,
): { readonly operations: readonly Operation[]; readonly count: number } {
  let count = 0;
  const operations = entriesOf(fieldOf(root, 'paths')).flatMap(([written, value]): Operation[] => {
    if (written.startsWith('x-')) return [];
    const place = ['paths', written];
    const target = resolve(value);
    if (!isMap(target)) {
      const message = `the path ${nameOf(written)} is no map, or refers to what is not in this document, so it is left out`;
      log.add('warning', MALFORMED_ROW, message, place);
      return [];
    }
    // what stands beside a reference is the path's own and goes first
    const item = { ...target, ...(isMap(value) ? value : {}) };
    const keys = Object.keys(item).filter((key) => isMap(item[key]));
    const methods = METHODS.filter((method) => keys.includes(method));
    for (const key of keys) {
      if (NEVER_JUDGED.includes(key.toLowerCase())) {
        count++;
        const message = 'HEAD, OPTIONS and TRACE have no rows (HEAD counts as GET)';
        log.add('note', MALFORMED_ROW, message, [...place, key]);
      } else if (!METHODS.includes(key) && !OTHER_KEYS.includes(key) && !key.startsWith('x-')) {
        count++;
        const message = `${show(key)} is no method that a row can have, so it is left out`;
        log.add('warning', MALFORMED_ROW, message, [...place, key]);
      }
    }
    count += methods.length;
    if (methods.length === 0) return [];
    const template = toTemplate(written);
    if ('fault' in template) {
      const message = `a row cannot have the path ${nameOf(written)}, so it is left out: ${template.fault}`;
      log.add('warning', MALFORMED_ROW, message, place);
      return [];
    }
    return methods.map((method) => ({
      method: method.toUpperCase(),
      path: template.path,
      item,
      value: resolve(item[method]),
      // what a reference leads to stands elsewhere: the path itself is then the place to look at
      place: isMap(value) && Object.hasOwn(value, method) ? [...place, method] : place,
    }));
  });
  return { operations, count };
}

/** A path in a message: long ones too, for that is what is lost. */
const nameOf = (path: string): string =>
  looksSecret(path.replace(/[?@]/g, '')) ? 'of this line' : lineOf(path);

/** Names of parameters are for readers alone and may be changed; everything else must mean the same. */
function toTemplate(written: string): { readonly path: string } | { readonly fault: string } {
  if (written.length > MAX_PATH) return { fault: `it has more than ${MAX_PATH} characters` };
  if (/[?#]/.test(written)) return { fault: 'a row has no query or fragment' };
  if (written.includes('*') && !/\{[^{}]*\*\}/.test(written))
    return { fault: '* would stand for any text' };
  const parts = written.split(/(\{[^{}]*\})/);
  if (parts.some((part) => /^\{([+#./;?&].*|.*[*+]|.*\/.*)\}$/s.test(part)))
    return { fault: 'a parameter that may hold several segments' };
  const path = parts
    .map((part) =>
      part.startsWith('{') && part.endsWith('}')
        ? part.replace(/[^\w.{}-]+/g, '_')
        : part
            .split(/([/{}])/)
            .map((text) => (/^[/{}]$/.test(text) ? text : normaliseText(text)))
            .join(''),
    )
    .join('');
  const template = parseTemplate(path);
  return 'message' in template ? { fault: template.message } : { path: template.path };
}
