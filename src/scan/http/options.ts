// Options and keyword arguments of requests, by name -> what they say: the method, the URL, its host, the body.
import { contains, endsWith, type NameTest, oneOf, words } from '../name-tables.js';

/** Folded keys that say the method, the likeliest first. */
export const METHOD_KEYS: readonly string[] = words('method verb httpmethod requestmethod');
/** The folded key that says the method where it has the text of one. */
export const TYPE_KEY = 'type';
/** Folded keys that say the URL. */
export const URL_KEYS: readonly string[] = words(
  'url uri requesturi path endpoint href pathname resource',
);
/** Folded keys that say the host. */
export const HOST_KEYS: readonly string[] = words('hostname host origin');

/** Whether an object with such a key, and one that tells a method, is a request whatever it is given to. */
export const tellsUrl: NameTest = oneOf(words('url uri path endpoint'));
/** Whether an object with such a key, and one that tells a URL, is a request. */
export const tellsMethod: NameTest = oneOf(words('method type verb'));

/** Keyword arguments by which a request has a body. */
export const isBodyArgument: NameTest = oneOf(words('data json body payload form'));
/** Options that hold the body. */
export const isBodyKey: NameTest = oneOf(
  words('body data json payload form_params content params'),
);

/** Functions that make a text, or the content of a request, of an object. */
export const makesText: NameTest = endsWith(
  words(`stringify dumps jsonencode json_encode tojson to_json serialize serializeobject fromobject
    from_object create json`),
);

/** Types of which a method is an instance: `new HttpMethod("PATCH")`. */
export const isMethodType = (name: string): boolean => name.endsWith('HttpMethod');
/** What enumerations of methods have in their names: `HttpMethod.Post`, `http.MethodGet`. */
export const namesMethods: NameTest = contains(words('Method Verb RequestType'));

/** Variables of Go that are handed on first, and are neither a method nor a URL. */
export const isContext = (name: string): boolean => name === 'ctx' || name === 'context';

const URL_WORDS = contains(words('url uri path endpoint link href'));

/** Whether what a function of this name gives may be a URL: `buildUrl`, `path_for`. */
export const givesUrl: NameTest = (name) => URL_WORDS(/\w*$/.exec(name)![0]);
