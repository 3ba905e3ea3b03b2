// The last name of a call -> whether it may send a request, and with which method.
import { endsWith, type NameTest, oneOf, remembered, words } from '../name-tables.js';

/** What stands before the method in names such as `doGet`, `api_post`. */
const BEFORE = words(`
  do send perform make run call exec execute invoke submit http https api rest json
  auth authorized authenticated signed simple safe wpremote wpsaferemote`);
const VERBS = words('get post put patch delete del head');
/** What stands behind it, once or several times: `getJson`, `post_form_request`. */
const BEHIND = words(`
  request req call json api http string stream bytearray fromjson asjson withjson forobject
  forentity form multipart raw bytes resource endpoint response urlencoded`);
const VERB = new RegExp(`^(?:${BEFORE.join('|')})?(${VERBS.join('|')})(?:${BEHIND.join('|')})*$`);

/** Calls that take the method as an argument, and the method that they send without it. */
const SENDERS: ReadonlyMap<string, string | null> = new Map([
  ...words(`
    fetch axios got ky urlopen restrequest ajax urlretrieve downloadfile openstream openconnection
    curlinit filegetcontents fopen wpremoterequest newbuilder create createhttp getresponse read
    seturi downloadstring downloaddata httprequest stream
    fetchfn fetchfunc fetchfunction fetchimpl fetchimplementation fetcher dofetch customfetch basefetch rawfetch
    nativefetch originalfetch apifetch authfetch httpfetch paginate`).map(
    (name) => [name, 'GET'] as const,
  ),
  ...words('uploadstring uploadvalues uploaddata uploadfile').map(
    (name) => [name, 'POST'] as const,
  ),
  // without it the method is not known
  ...words(`
    request send sendrequest makerequest createrequest newrequest newrequestwithcontext
    httprequestmessage runrequest exchange open do call apicall apirequest execute invoke uri url
    dorequest callapi publicsend curlsetopt curlsetoptarray target putrequest`).map(
    (name) => [name, null] as const,
  ),
]);
/** Names so common that such a call counts only with a known client or a whole URL of the API. */
const COMMON = new Set(
  words(`
    create read target stream newbuilder fopen open url uri send sendrequest execute do call invoke
    publicsend curlinit curlsetopt curlsetoptarray filegetcontents createrequest getresponse seturi paginate`),
);

/** A name as the tables have it: in lower case, without `_`, and without `async` at its end. */
export const foldName = remembered((name) =>
  name
    .toLowerCase()
    .replace(/_/g, '')
    .replace(/async$/, ''),
);

/** The method that a call of this name sends. */
export function verbOf(folded: string): string | null {
  const verb = VERB.exec(folded)?.[1];
  return verb === undefined ? null : verb === 'del' ? 'DELETE' : verb.toUpperCase();
}

/** Whether a folded name is a method of HTTP and nothing else. */
export const isBareVerb: NameTest = oneOf(words('get post put patch delete head'));

/** Whether a name such as `getString` counts only with a known client: it reads other things as often. */
export const isWeak: NameTest = endsWith(words('string stream bytearray bytes response resource'));

/** The method that a sending call of this name has by default, `null` for none; `undefined` where the name is not in the table. */
export const senderOf = (folded: string): string | null | undefined => SENDERS.get(folded);

/** Whether a name counts only with a known client. */
export const isClientsOwn: NameTest = oneOf(words('create read target stream newbuilder seturi'));

/** Whether a name is too common to say that a request is sent. */
export const isCommon = (folded: string): boolean => COMMON.has(folded);

/** Whether a call of this name may send a request, whatever it is a call of. */
export const maySend = remembered((name): boolean => {
  const folded = foldName(name);
  return verbOf(folded) !== null || senderOf(folded) !== undefined;
});
