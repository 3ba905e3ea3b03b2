// Names of calls and of what they are called on -> whether they surely send a request.
import { type NameTest, oneOf, words } from '../name-tables.js';

const VERBS = words('get post put patch delete del head request fetch');

/** Whether a call of this name on a client of the API always sends a request. */
export const surelySends: NameTest = oneOf([...VERBS, ...words('send axios got ky urlopen')]);

/** Whether a call of this name on something that is named like a client sends a request. */
export const isPlainVerb: NameTest = oneOf(VERBS);

const CLIENT_NAMES = new Set(words('http https api rest platform agent sdk rc axios'));
const CLIENT_ENDINGS = /client$|(?<=[a-z])(Http|Api|Platform|Sdk)$/;

/** Whether a variable of this name is probably a client. */
export const isClientName = (name: string): boolean =>
  CLIENT_NAMES.has(name) || CLIENT_ENDINGS.test(name);
