// What holds values by name, and so has `get` and `delete` without sending anything -> the names by which it is known.
import {
  beginsWith,
  beginsWithWord,
  contains,
  endsWith,
  type NameTest,
  oneOf,
  words,
} from '../name-tables.js';

/** Where languages keep the variables of the environment. */
const ENVIRONMENTS = [
  ['os', 'environ'],
  ['process', 'env'],
].map((names) => names.join('.'));

/** What access paths of stores begin with. */
const STORES = beginsWith([
  ...ENVIRONMENTS,
  ...words(`map( weakmap( set( headers( urlsearchparams( formdata( ioredis redis
    memcache node-cache lru-cache localstorage sessionstorage flask.request django.http`),
]);
/** Parts of a request that the app itself got, or of an answer. */
const PARTS = endsWith(words('.header .headers .cookies .query .form .args .params'));
/** What makes a map. */
const MAPS = oneOf(words('map hashmap treemap concurrenthashmap linkedhashmap enummap'));
/** What makes something else that holds values by name. */
const HOLDERS = oneOf(words('dictionary hashtable properties optional'));

/**
 * Whether something of a library looks up values.
 * @param text its access path
 * @param called the names of all that is called on that path
 * @param last what is called at its end, empty where it does not end with a call
 */
export const isStore = (text: string, called: readonly string[], last: string): boolean =>
  // what was taken out of a store is none
  !called.some(TAKES) && (STORES(text) || PARTS(text) || called.some(HOLDERS) || MAPS(last));

const TAKES = oneOf(words('get getOrDefault computeIfAbsent'));

const ANSWER_METHODS = oneOf(
  words(`json json_array jsonArray getJson get_json asJson parsed_response parsedResponse collect getBody
    getHeaders`),
);
const ANSWER_FIELDS = oneOf(words('data headers parsed_response'));

/** Whether a member of an answer is what it holds: what is taken out of that sends nothing. */
export const readsAnswer = (name: string, isCalled: boolean): boolean =>
  isCalled ? ANSWER_METHODS(name) : ANSWER_FIELDS(name);

const STORE_NAMES = new Set(
  words(`header headers cache map params env environ cookie cookies storage registry dict config
    settings options opts query args form redis memo state store json props properties node obj
    object row rs bundle intent prefs preferences doc document data element attributes
    Header Cookies Query`),
);
const STORE_ENDINGS = words('Map Cache Header Headers Params Cookies Dict Storage Registry');

/** Whether a variable of this name is probably a store of values. */
export const isStoreName = (name: string): boolean =>
  STORE_NAMES.has(name) || STORE_ENDINGS.some((ending) => name.endsWith(ending));

/** What the access paths of frameworks that serve requests have in them. */
const FRAMEWORKS = contains(
  words(`express fastify koa hapi restify polka hono router flask fastapi sanic bottle tornado sinatra
    grape roda labstack/echo chi. mux net/http.handle fiber slim lumen facades\\route
    webapplication application().routes() io.javalin spark.spark
    springframework.web.bind nestjs ws.rs aspnetcore routing\\attribute routing\\annotation`),
);

/** What opens files, archives, pictures and browsers, by language: in others `open` may open a URL. */
const OPENERS: Readonly<Record<string, NameTest>> = {
  python: oneOf(
    words(`open io.open os.open os.fdopen codecs.open gzip.open bz2.open lzma.open tarfile.open zipfile.open
      wave.open shelve.open dbm.open aiofiles.open PIL.Image.open webbrowser.open`),
  ),
};

/** Whether a function of a language, by its access path as text, opens something else than a request. */
export const opensFiles = (text: string, language: string): boolean =>
  OPENERS[language]?.(text) ?? false;

/** Whether something of a library stands in for servers, as tests and demos have it, by its access path as text. */
export const isMock: NameTest = beginsWithWord(words('msw nock fetch-mock axios-mock-adapter'));

/** Where frameworks keep objects of the app, and their own clients: what is taken out of there may be anything. */
const KEEPERS = contains(
  words(
    `httpservice .depends( current_app. flask.g. flask.session app.state. state. locals. .extensions .globalproperties`,
  ),
);

/** Whether something of a library serves requests, by its access path as text. */
export const isServer: NameTest = (text) =>
  (FRAMEWORKS(text) || /\bgin\b/i.test(text)) && !KEEPERS(`${text}.`);

/** Whether a variable of this name is probably a server or router. */
export const isServerName: NameTest = oneOf(
  words(
    `app application router route routes server api fastify blueprint bp mux engine group r e g`,
  ),
);
