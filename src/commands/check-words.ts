// The words of a command line that names calls -> a usage error for a slip, which says what was probably meant.
import { looksLikeCall } from '../calls/stated.js';
import type { Host } from '../host/host.js';
import { parseTarget, pathText } from '../paths/target.js';
import { didYouMean } from '../text/suggest.js';
import { shown, UsageError } from './command.js';

/** A word that is neither a call nor a path is a slip, most often of a command. */
export function checkWords(
  words: readonly string[],
  options: { readonly grants?: string },
  host: Host,
  commands: readonly string[],
): void {
  if (words.filter((word) => word === '-').length + Number(options.grants === '-') > 1)
    throw new UsageError('standard input can be read once; name a file for the other');
  for (const [index, word] of words.entries()) {
    if (word === '-' || looksLikeCall(word) || host.files.kind(word) !== null) continue;
    if (commands.includes(word))
      throw new UsageError(`${word} is a command, and a command goes first: permlint ${word} ...`);
    if (/^(\/|[a-z]+:\/\/)/i.test(word)) throw new UsageError(withoutMethod(word));
    const next = words[index + 1];
    if (/^[a-z]+$/i.test(word) && next?.startsWith('/'))
      throw new UsageError(`a call is one word: "${word} ${next.replace(/\?.*/s, '')}"`);
    const hint = didYouMean(word, commands);
    throw new UsageError(`${shown(word)} is no command, no file and no "METHOD /path"${hint}`);
  }
}

/** Says what a path or URL lacks; what may be secret in it is not repeated. */
export function withoutMethod(word: string): string {
  const target = parseTarget(word);
  const path = typeof target === 'string' ? '/path' : pathText(target);
  return `a call has a method: "GET ${path}"`;
}
