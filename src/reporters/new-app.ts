// A report -> for each API whose matrix knows the page, the link that makes an app with what the calls surely need.
import type { Report } from '../model/report.js';

/** A link that makes an app. */
export interface NewApp {
  readonly api: string;
  readonly url: string;
}

/** One link per API of which something is needed: the default scheme, and only what is certain. */
export function newApps({ apis, required }: Report): NewApp[] {
  return apis.flatMap(({ name: api, newApp, defaultScheme, permissions }) => {
    const own = permissions.filter(({ scheme }) => scheme === defaultScheme);
    const declared = new Set(own.map(({ name }) => name));
    const names = (required.get(defaultScheme) ?? []).filter((name) => declared.has(name));
    if (newApp === null || names.length === 0) return [];
    const list = names.map(encode).join(',');
    return [{ api, url: newApp.replace('{permissions}', () => list) }];
  });
}

/** All that a text around the link, or its end, could be taken for is encoded too. */
const encode = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]|\.$/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
