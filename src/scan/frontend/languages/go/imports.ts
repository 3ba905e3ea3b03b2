// The imports of a Go file -> imports of the IR, under the names that their packages most likely have.

import type { Import } from '../../../ir.js';
import type { Node } from '../../node.js';

/** Reads all import declarations. */
export const readImports = (root: Node): Import[] =>
  root.descendantsOfType('import_spec').flatMap((spec): Import[] => {
    const from = (spec?.childForFieldName('path')?.text ?? '').replace(/^["`]|["`]$/g, '');
    const own = spec?.childForFieldName('name')?.text ?? packageOf(from);
    if (from === '' || own === '_') return [];
    return [own === '.' ? { local: '*', from, name: '*' } : { local: own, from, name: null }];
  });

/** `github.com/go-resty/resty/v2` is `resty`, `gopkg.in/yaml.v3` is `yaml`, `x/go-client` most likely `client`. */
function packageOf(path: string): string {
  const parts = path.split('/');
  const last = /^v\d+$/.test(parts.at(-1)!) && parts.length > 1 ? parts.at(-2)! : parts.at(-1)!;
  return last
    .replace(/\.v\d+$/, '')
    .replace(/^go[-.]|[-.]go$/g, '')
    .split('-')
    .at(-1)!;
}
