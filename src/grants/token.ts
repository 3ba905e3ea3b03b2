// A token response (JSON with a `scope`) -> confirmed grants. The token itself is never looked at.
import { unreadable } from '../text/files.js';
import { defineGrantSource, toGrant, toLoaded } from './source.js';

/** OAuth token and introspection responses: `scope` is split on white space (RFC 6749, section 3.3). */
export const token = defineGrantSource({
  id: 'token',
  summary: 'a token response: JSON with a scope',
  recognises: (text) => /^\s*\{/.test(text) && /"scope"\s*:/.test(text),
  read(text, file) {
    const location = { file, line: 1, column: 1 };
    const { scope, active } = parseResponse(text);
    if (active === false)
      return {
        value: [],
        findings: [unreadable(location, 'it says that the token is not active')],
      };
    if (typeof scope !== 'string')
      return {
        value: [],
        findings: [unreadable(location, 'neither JSON with a scope nor a list of permissions')],
      };
    const names = [...new Set(scope.split(/\s+/).filter((name) => name !== ''))];
    return toLoaded(names.map((name) => toGrant(name, null, true, location)));
  },
});

function parseResponse(text: string): { readonly scope?: unknown; readonly active?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
