// All HTTP clients that are known by name -> what their entries say together. A new client takes its entry in the list of its language.
import { cSharp } from './c-sharp.js';
import type { Client, StepNames } from './client.js';
import { go } from './go.js';
import { java } from './java.js';
import { javascript } from './javascript.js';
import { kotlin } from './kotlin.js';
import { php } from './php.js';
import { powershell } from './powershell.js';
import { python } from './python.js';
import { ruby } from './ruby.js';

const CLIENTS: Readonly<Record<string, readonly Client[]>> = {
  'c-sharp': cSharp,
  go,
  java,
  javascript,
  kotlin,
  php,
  powershell,
  python,
  ruby,
};
const ALL = Object.values(CLIENTS).flat();

/** What the clients of a language are called; none for one whose requests are commands. */
export const clientTitles = (language: string): string[] =>
  (CLIENTS[language] ?? []).map(({ title }) => title);

/** The client that a foreign name of a language is of, or of what makes it. */
export function clientNamed(name: string, language: string): Client | null {
  return CLIENTS[language]?.find(({ names }) => names.test(name)) ?? null;
}

const SENDING = new Map(
  Object.entries(CLIENTS).map(([language, clients]) => [
    language,
    new Set(clients.flatMap(({ sends = {} }) => Object.keys(sends))),
  ]),
);

/** Whether a client of a language sends by a call of this folded name. */
export const isSentBy = (folded: string, language: string): boolean =>
  SENDING.get(language)?.has(folded) ?? false;

/** Whether a client of a language has others for the paths below under keys. */
export const takesKeys = (language: string): boolean =>
  CLIENTS[language]?.some(({ keyed }) => keyed) ?? false;

const CONSTANTS = new Map(ALL.flatMap(({ sendsWith = {} }) => Object.entries(sendsWith)));

/** The constant that a function of this name sends with alone; `null` where there is none. */
export const constantOf = (name: string): string | null => CONSTANTS.get(name) ?? null;

const REGISTERING = new Set(ALL.flatMap(({ registered = [] }) => registered));

/** Whether a call of this folded name says the base of clients that a container gives. */
export const registersBase = (folded: string): boolean => REGISTERING.has(folded);

/** Calls on a URL itself that send a request to it. */
export const OPENERS: readonly string[] = ALL.flatMap(({ opens = [] }) => opens);

/** Parts of the names of what makes requests that are put together in steps. */
export const BUILDERS: readonly string[] = ALL.flatMap(({ builders = [] }) => builders);

/** The steps of one kind that clients have beside the common ones. */
export const stepsOf = (kind: keyof StepNames): string[] =>
  ALL.flatMap(({ steps }) => steps?.[kind] ?? []);

/** Where options stand that a function of this name wraps; `null` for any other. */
export const optionsUnder = (name: string): string | null =>
  ALL.find(({ options }) => options && name.endsWith(options.by))?.options?.under ?? null;
