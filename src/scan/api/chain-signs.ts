// An API -> how the chains of its generated clients begin in code that other code gives the client: `.restapi(`.
import type { IndexedApi } from '../../match/api.js';

/** Texts of code that names neither a host nor a path of the API. */
export function chainSigns({ sdk, prefixes }: IndexedApi): string[] {
  const roots = new Set(prefixes.flatMap((prefix) => /^\/([a-z]{5,})/.exec(prefix)?.[1] ?? []));
  const spelled = Object.values(sdk?.languages ?? {}).map(({ words }) => words);
  const signs = [...roots].flatMap((root) =>
    spelled.map((words) => (words === 'pascal' ? root[0]!.toUpperCase() + root.slice(1) : root)),
  );
  return [...new Set(signs)].map((sign) => `.${sign}(`);
}
