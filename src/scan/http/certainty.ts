// Names of calls and of what they are called on -> whether they surely send a request.
import { type NameTest, oneOf, words } from '../name-tables.js';

const VERBS = words('get post put patch delete del head request fetch');

/** What a client of the API sends by, and nothing else. */
export const surelySends: NameTest = oneOf([...VERBS, ...words('send axios got ky urlopen')]);

/** What a receiver that is called like a client sends by. */
export const isPlainVerb: NameTest = oneOf(VERBS);

const CLIENT_NAMES = new Set(words('http https api rest platform agent sdk rc axios'));
const CLIENT_ENDINGS = /client$|(?<=[a-z])(Http|Api|Platform|Sdk)$/;

/** Whether people call a client so, where the code does not say its type. */
export const isClientName = (name: string): boolean =>
  CLIENT_NAMES.has(name) || CLIENT_ENDINGS.test(name);
