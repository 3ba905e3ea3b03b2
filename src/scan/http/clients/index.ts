// All HTTP clients that are known by name; a new one takes its entry in the list of its language.
import { cSharp } from './c-sharp.js';
import type { Client } from './client.js';
import { go } from './go.js';
import { java } from './java.js';
import { javascript } from './javascript.js';
import { php } from './php.js';
import { python } from './python.js';
import { ruby } from './ruby.js';

const CLIENTS: Readonly<Record<string, readonly Client[]>> = {
  'c-sharp': cSharp,
  go,
  java,
  javascript,
  php,
  python,
  ruby,
};

/** The client that a foreign name of a language is of, or of what makes it. */
export function clientNamed(name: string, language: string): Client | null {
  return CLIENTS[language]?.find(({ names }) => names.test(name)) ?? null;
}
