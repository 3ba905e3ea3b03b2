// The name of a step by which a request is put together, or of an option -> what the step says of the request.
import { combined, contains, type NameTest, oneOf } from '../name-tables.js';
import { BUILDERS, OPENERS, stepsOf } from './clients/index.js';

const SETS = ['', 'set', 'with'];

/** Says the method: `method`, `setRequestMethod`, `withHttpVerb`. */
export const saysMethod: NameTest = oneOf([
  ...combined(SETS, ['', 'request', 'http'], ['method', 'verb'], ['', 'override']),
  'getmethod',
  ...stepsOf('method'),
]);

/** Says the URL: `url`, `setUri`, `requestUri`. */
export const saysUrl: NameTest = oneOf([
  ...combined(SETS, ['', 'request'], ['url', 'uri', 'address', 'endpoint']),
  ...stepsOf('url'),
]);

/** Gives a body: `body`, `withJson`, `addJsonBody`. */
export const givesBody: NameTest = oneOf([
  ...combined(SETS, ['body', 'content', 'json', 'formdata', 'entity', 'postfields', 'data']),
  ...combined(['add', 'set'], ['', 'json'], ['body']),
  'addparameter',
  ...stepsOf('body'),
]);

/** Says by `true` that there is a body. */
export const saysBody: NameTest = oneOf(stepsOf('bodyFlag'));

/** Asks for no more than the head of the answer. */
export const asksForHead: NameTest = oneOf(stepsOf('head'));

const HOLDS_REQUEST = contains(['request', 'builder', 'message', ...BUILDERS]);
const SENDS_AT_ONCE = /^https?(get|post|put|patch|delete)/i;

/** Whether what is made by something of this name is a request that further steps put together. */
export const makesRequest: NameTest = (name) => HOLDS_REQUEST(name) || SENDS_AT_ONCE.test(name);

const OPENS = oneOf(OPENERS);
const VERB_FIRST = /^(get|post|put|patch|delete|head)\w*$/i;

/** Whether a call of this name on a URL sends a request to it. */
export const opensUrl: NameTest = (name) => OPENS(name) || VERB_FIRST.test(name);

const BUILDER = /Builder$/i;
const URL_LINK = oneOf(['url', 'uri', 'target']);

/** Whether a value is a request whose URL stands in another link of its chain. */
export const isUrlElsewhere = (called: string, members: readonly string[]): boolean =>
  BUILDER.test(called) || members.some(URL_LINK);
