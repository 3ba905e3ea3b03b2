// The texts of a scan + an API -> which of them are a copy of its client that somebody put into the tree: code of the vendor.
import type { IndexedApi } from '../../match/api.js';
import type { SourceText } from '../frontend/lower-files.js';

/**
 * Makes the test for one API: a file that is named like a client package and declares what the client is made of. Its
 * requests are those of the client, and calls into it are calls of the client.
 */
export function copyTest({ sdk }: IndexedApi): (source: SourceText) => boolean {
  const [main, ...parts] = sdk?.copies ?? [];
  if (!sdk || main === undefined) return () => false;
  const packages = sdk.packages.map((name) => name.toLowerCase().replace(/\W+$/, ''));
  const isMain = declares(main);
  const isPart = parts.map(declares);
  return ({ file, text }) => {
    const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
    if (!packages.some((own) => name.startsWith(own))) return false;
    return isMain.test(text) && isPart.some((part) => part.test(text));
  };
}

/** `function SDK(`, `class SDK`, `SDK: function`, `exports.SDK = `. */
const declares = (name: string): RegExp =>
  new RegExp(
    `\\b(?:function|class)\\s+${name}\\b|\\b${name}\\s*[:=]\\s*(?:function|class)\\b|\\.${name}\\s*=[^=]`,
  );
